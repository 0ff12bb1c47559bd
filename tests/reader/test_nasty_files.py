"""Bad input: one clear sentence, or a partial result that says what is missing."""

import contextlib
import gzip
import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import ReadError
from comity.reader import load_documents, parse_text

CHINESE = "2019年6月，国家主席习近平在比什凯克同俄罗斯总统普京举行会晤。中方愿同各方加强合作。" * 3


def write(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.md", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "binary"),
        ("zeros.txt", b"\x80abc" + b"\x00" * 500, "binary"),
        ("no.docx", b"this is no zip", "not a Word document"),
        ("no.pdf", b"%PDF-1.4 broken", "cannot be opened"),
        ("lines.jsonl", b"{broken\n", "No line holds a document"),
        ("only-front.md", b"---\ntitle: x\n---\n", "no text"),
        ("empty.html", b"<html><body></body></html>", "no text"),
    ],
)
def test_unreadable_files_say_why(tmp_path, name, data, words):
    with pytest.raises(ReadError, match=words):
        list(load_documents(write(tmp_path, name, data)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "big5", "utf-16"])
def test_encodings_are_found(tmp_path, encoding):
    text = CHINESE if encoding != "big5" else "各方應加強對話，維護地區和平與穩定。" * 20
    (document,) = load_documents(write(tmp_path, "page.txt", text.encode(encoding)))
    assert document.text == text


def test_broken_front_matter_is_told_and_the_text_read():
    (document,) = parse_text("---\ntitle: [broken\n---\n\n" + CHINESE)
    assert "front-matter" in [f.kind for f in document.findings]
    assert document.text.strip() == CHINESE


def test_an_unknown_language_is_told(tmp_path):
    (document,) = parse_text("Стороны договорились о встрече в мае следующего года.")
    assert document.language == "und"
    assert "unknown-language" in [f.kind for f in document.findings]


def test_a_broken_line_does_not_stop_the_others(tmp_path):
    rows = [
        json.dumps({"id": "a", "text": CHINESE, "language": "zh"}),
        "{oops",
        json.dumps({"id": "b", "text": CHINESE}),
    ]
    path = tmp_path / "many.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(rows).encode()))
    documents = list(load_documents(path))
    assert [d.id for d in documents] == ["a", "b"]
    assert "broken-line" in [f.kind for f in documents[1].findings]


def test_a_truncated_archive_is_a_clear_error(tmp_path):
    whole = gzip.compress(json.dumps({"text": CHINESE * 500}).encode())
    with pytest.raises(ReadError, match="cannot be read"):
        list(load_documents(write(tmp_path, "cut.jsonl.gz", whole[: len(whole) // 2])))


def test_a_pdf_without_a_text_layer_says_so(tmp_path):
    pdfium = pytest.importorskip("pypdfium2")
    scan = pdfium.PdfDocument.new()
    scan.new_page(200, 200)
    scan.save(str(tmp_path / "scan.pdf"))
    with pytest.raises(ReadError, match="no text"):
        list(load_documents(tmp_path / "scan.pdf"))


def test_word_and_web_pages_give_their_text(tmp_path):
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = (
        f"<w:document {ns}><w:body><w:p><w:r><w:t>{CHINESE}</w:t></w:r></w:p></w:body></w:document>"
    )
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr("word/document.xml", body)
    (word,) = load_documents(write(tmp_path, "page.docx", sink.getvalue()))
    html = f"<html><body><nav>menu</nav><h1>标题</h1><p>{CHINESE}</p></body></html>".encode()
    (page,) = load_documents(write(tmp_path, "page.html", html))
    assert CHINESE in word.text
    assert CHINESE in page.text
    assert "menu" not in page.text


def test_a_folder_is_read_in_the_order_of_names(tmp_path):
    for name in ("b.md", "a.txt", ".hidden.md", "x.bin"):
        write(tmp_path, name, (name + CHINESE).encode())
    assert [d.text[:1] for d in load_documents(tmp_path)] == ["a", "b"]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_crash_the_reader(data):
    with contextlib.suppress(ReadError):
        assert list(load_documents(io.BytesIO(data)))


def test_a_very_long_line_is_read(tmp_path):
    (document,) = load_documents(write(tmp_path, "long.txt", ("各方应加强对话" * 200_000).encode()))
    assert len(document.text) == 1_400_000


def test_traditional_characters_are_read_and_quoted_as_printed():
    from comity import read

    text = "2019年6月，國家主席習近平在比什凱克同俄羅斯總統普京舉行會晤。兩國元首發表聯合聲明，對發展關係表示滿意。"
    reading = read(text, issuer="CHN")
    meeting = next(e for e in reading.events if e.mode == "meet")
    assert meeting.participants == ("CHN", "RUS")
    assert "舉行會晤" in meeting.quote


def test_stray_signs_are_told():
    (document,) = parse_text("Pre\xadsident Biden visited India in May 2021.\x07")
    assert {"soft-hyphen", "control-characters"} <= {f.kind for f in document.findings}
    assert "President Biden" in document.clean


def test_a_broken_last_line_is_told(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"text": CHINESE}) + '\n{"text": ""}\n{oops\n', encoding="utf-8")
    (document,) = load_documents(path)
    told = [f.message for f in document.findings if f.kind == "broken-line"]
    assert [m[:6] for m in told] == ["Line 2", "Line 3"]


@pytest.mark.parametrize("given", [{"issuer": "Atlantis"}, {"issued": "2024-13"}])
def test_an_issuer_or_date_that_is_none_is_refused(given):
    with pytest.raises(ReadError, match="no (date|state)"):
        parse_text(CHINESE, **given)
