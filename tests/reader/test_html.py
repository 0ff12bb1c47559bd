"""Web pages: the declared encoding, all of the body text, and what was left out."""

import time

import pytest

from comity.errors import ReadError
from comity.reader import load_documents
from comity.reader.html import page_text
from comity.reader.html_bounds import bounded_markup

pytest.importorskip("selectolax")
SAID = "各方应加强对话，维护地区和平稳定。"
TRADITIONAL = "各方應加強對話，維護地區和平與穩定。"


def read(tmp_path, data):
    path = tmp_path / "page.html"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return next(iter(load_documents(path)))


def told(document, kind):
    return [f.message for f in document.findings if f.kind == kind]


@pytest.mark.parametrize(
    ("head", "encoding", "text"),
    [
        ('<meta charset="gb2312">', "gb18030", SAID),
        ("<meta charset=GBK>", "gbk", SAID),
        ('<meta http-equiv="Content-Type" content="text/html; charset=big5">', "big5", TRADITIONAL),
        ('<?xml version="1.0" encoding="gb2312"?>', "gb18030", SAID),
        ('<meta charset="x-gbk">', "gbk", SAID * 20),
        ('<meta charset="iso-8859-1">', "gb18030", SAID * 20),
        ('<meta charset="big5">', "gb18030", SAID * 20),
        ('<meta charset="no-such">', "gb18030", SAID * 20),
        ("", "gb18030", SAID * 20),
        ('<meta charset="windows-1252">', "cp1252", "The “two” sides met in a café."),
    ],
)
def test_the_encoding_a_page_declares_is_held_against_its_bytes(tmp_path, head, encoding, text):
    document = read(tmp_path, f"<html>{head}<body><p>{text}</p></body>".encode(encoding))
    assert document.text == text
    assert len(told(document, "encoding")) == 1


def test_utf_8_wins_over_a_wrong_declaration(tmp_path):
    document = read(tmp_path, f'<meta charset="gb2312"><p>{SAID}</p>')
    assert document.text == SAID
    assert told(document, "encoding") == ["The page declares gb2312: read as utf-8."]
    assert told(read(tmp_path, f'<meta charset="utf-8"><p>{SAID}</p>'), "encoding") == []


def test_broken_bytes_in_a_declared_encoding_are_counted(tmp_path):
    data = b'<meta charset="gbk"><p>' + (SAID * 20).encode("gbk") + b"\xff</p>"
    assert "1 characters could not be read" in told(read(tmp_path, data), "encoding")[0]


def test_text_outside_paragraphs_is_read_in_its_place(tmp_path):
    html = (
        "<body><h1>Talks</h1>Bare words.<p>First.</p><div>Second, in a <span>div</span>.</div>"
        "<p>Third.</p><div>Fourth.<br>Fifth.<br/><br/>Sixth.<div>Seventh.</div>Eighth.</div>"
        "<section><span>Ninth.</span></section><table><tr><td>Tenth.</td><th>11.</th></tr></table>"
        "<ul><li>Twelfth.</li></ul><dl><dt>13.</dt></dl><pre>14\n15</pre>"
        "<form><p>Sixteenth.</p></form></body>"
    )
    lines = read(tmp_path, html).text.split("\n\n")
    assert lines[:5] == ["# Talks", "Bare words.", "First.", "Second, in a div.", "Third."]
    assert lines[5:10] == ["Fourth.", "Fifth.", "Sixth.", "Seventh.", "Eighth."]
    assert lines[10:] == ["Ninth.", "Tenth.", "11.", "- Twelfth.", "13.", "14", "15", "Sixteenth."]


def test_every_article_of_a_page_is_read(tmp_path):
    html = (
        "<main><article><p>One.</p></article><article><p>Two.</p></article></main><div>Three.</div>"
    )
    assert read(tmp_path, html).text == "One.\n\nTwo.\n\nThree."


def test_what_is_left_out_is_told(tmp_path):
    links = "".join(f'<li><a href="/{i}">Section {i}</a></li>' for i in range(5))
    html = (
        f"<header>Site name</header><nav>Menu one</nav><div><ul>{links}</ul></div><h1>T</h1>"
        "<p>The body stays.</p><p hidden>Secret.</p><aside>Beside.</aside><footer>Foot.</footer>"
    )
    document = read(tmp_path, html)
    assert document.text == "# T\n\nThe body stays."
    for words in ("Site name", "Menu one", "Secret.", "Beside.", "Foot."):
        assert any(words in message for message in told(document, "left-out")), words


def test_a_header_or_footer_of_an_article_is_text(tmp_path):
    html = "<article><header><h1>T</h1><p>5 May 2020</p></header><p>Body.</p><footer>Signed.</footer></article>"
    assert read(tmp_path, html).text == "# T\n\n5 May 2020\n\nBody.\n\nSigned."
    only = "<header><h1>T</h1><p>5 May 2020</p></header><p>Body.</p>"
    assert read(tmp_path, only).text == "# T\n\n5 May 2020\n\nBody."


def test_a_line_broken_in_the_source_is_whole(tmp_path):
    assert read(tmp_path, "<p>各方应加强\n   对话。</p>").text == "各方应加强对话。"


def test_a_page_nested_deep_is_read(tmp_path):
    assert read(tmp_path, "<div>" * 5000 + "Deep." + "</div>" * 5000).text == "Deep."


def test_an_empty_page_says_so(tmp_path):
    with pytest.raises(ReadError, match="no text"):
        read(tmp_path, "<body><script>x</script></body>")


@pytest.mark.parametrize(
    "head",
    [
        "<div>" * 40_000,
        "<ul><li>x" * 20_000,
        "<p " + " ".join(f"a{i}=x" for i in range(40_000)) + ">",
        "".join(f"<font a={i}>" for i in range(1_000)) + "<p>x" * 5_000,
        "<table><tr><td>" * 10_000,
        '<a "' * 20_000 + ">",
    ],
)
def test_markup_without_measure_is_read_in_proportion_to_its_length(tmp_path, head):
    start = time.process_time()
    assert SAID in page_text(f"<body>{head}{SAID}".encode(), "page.html")[0]
    assert time.process_time() - start < 2


def test_what_is_nested_too_deep_stays_apart():
    deep = "<div>" * 600 + f"<div>{SAID}</div><div>{SAID}</div>" + "</div>" * 600 + f"<p>{SAID}</p>"
    assert page_text(f"<body>{deep}".encode(), "page.html")[0].split("\n\n") == [SAID] * 3


def test_ordinary_markup_is_left_as_it_is():
    page = "<p>x</p><svg>" + '<path d="x"/>' * 600 + f"</svg><div class=a>{SAID}</div>" * 600
    assert bounded_markup(page) == (page, [])


def test_only_so_many_tags_are_read_and_that_is_told(monkeypatch):
    monkeypatch.setattr("comity.reader.html_bounds.MOST_TAGS", 700)
    text, findings = page_text(b"<p>x</p>" * 800, "page.html")
    assert text.count("x") == 700
    assert [f.kind for f in findings] == ["too-long"]
