"""Files made to harm: bombs, endless lines, broken halves of characters. Each ends soon, in a sentence."""

import gzip
import io
import json
import time
import zipfile

import pytest

import comity
from comity.errors import ReadError
from comity.reader import load_documents, parse_text
from comity.reader.front_matter import split_front_matter
from comity.reader.limits import LARGEST_TEXT
from comity.reader.word import docx_text
from comity.text.sentences import LONGEST, split_sentences

TOLD = "2019年6月5日，国家主席习近平同俄罗斯总统普京举行会谈。"


@pytest.mark.parametrize(
    "front",
    [
        "a: &a [x, x]\nb: *a",
        "date: 2019-02-30",
        "n: !!int abc",
        "a: " + "[" * 5000,
        "a: " + "x" * 70_000,
    ],
)
def test_front_matter_of_any_kind_leaves_the_text_readable(front):
    metadata, start, findings = split_front_matter(f"---\n{front}\n---\n{TOLD}\n")
    assert f"---\n{front}\n---\n{TOLD}\n"[start:].strip() == TOLD
    assert findings or set(metadata) <= {"date", "n"}


def test_text_between_two_rules_is_text():
    text = f"---\n\n{TOLD}\n\n---\n\n完。\n"
    assert split_front_matter(text) == ({}, 0, [])
    assert split_front_matter("---\n\nThe Minister said: they met.\n\n---\n")[0] == {}


def test_only_the_beginning_of_an_endless_text_is_read_and_that_is_told():
    (document,) = parse_text("年" * (LARGEST_TEXT + 10), format="text")
    assert len(document.text) == LARGEST_TEXT
    assert [f.kind for f in document.findings if f.kind == "too-long"]


@pytest.mark.parametrize("word", ["中国、", "中方反对制裁：", "and ", "Mr. ", "第", "”“"])
def test_a_sentence_without_end_is_read_in_proportion_to_its_length(word):
    start = time.process_time()
    comity.read(word * (20_000 // len(word)) + "\n", issued="2019-06-05")
    assert time.process_time() - start < 20


def test_a_long_stretch_is_parted_and_nothing_of_it_is_lost():
    text = "中国和俄罗斯，" * 1000
    spans = split_sentences(text, "zh")
    assert "".join(text[s.start : s.end] for s in spans) == text
    assert max(s.end - s.start for s in spans) <= LONGEST["zh"]


def test_half_a_character_is_replaced_and_told():
    reading = comity.read(TOLD + "\ud800\n", issuer="CHN")
    assert "\ufffd" in reading.document.text
    assert "encoding" in {f.kind for f in reading.document.findings}


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_a_long_chinese_file_is_read_in_its_encoding(tmp_path, encoding):
    file = tmp_path / "a.txt"
    line = "中國在會議上與各方的關係\n" if encoding == "big5" else TOLD + "\n"
    file.write_bytes(("a" * 300 + "\n" + line * 9000).encode(encoding) + b"\xff")
    (document,) = load_documents(file)
    assert line.strip() in document.text


def test_a_bomb_of_lines_is_left_out_and_the_next_document_read(tmp_path):
    file = tmp_path / "a.jsonl.gz"
    rows = ["[" * 100_000, json.dumps({"id": "b", "text": TOLD})]
    file.write_bytes(gzip.compress("\n".join(rows).encode()))
    (document,) = load_documents(file)
    assert document.id == "b"
    assert "broken-line" in {f.kind for f in document.findings}


def test_noise_is_refused_in_a_sentence(tmp_path):
    import random

    file = tmp_path / "noise.txt"
    file.write_bytes(bytes(random.Random(1).randrange(1, 256) for _ in range(20_000)))
    with pytest.raises(ReadError):
        list(load_documents(file))


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("the parties agreed to strengthen cooperation in the fields named\n", "en"),
        ("这是一段没有结束的文字需要一直延续下去直到超过三十个字符为止然后\n", "zh"),
    ],
)
def test_lines_are_joined_in_proportion_to_their_number(line, language):
    start = time.process_time()
    (document,) = parse_text(line * 6_000, format="text", language=language)
    assert time.process_time() - start < 3
    assert len(document.blocks) == 1


def test_titles_are_found_in_proportion_to_their_number():
    from comity.extract.mentions.find import Finder
    from comity.registry import load_registry
    from comity.registry.lexicon import load_lexicon

    finder = Finder(load_registry(), load_lexicon())
    start = time.process_time()
    found = finder.find("《中国》和《美国》。" * 5_000, "zh", (), "")
    assert time.process_time() - start < 3
    assert len(found) == 10_000


def word_file(body):
    head = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    more = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{head} {more}><w:body>{body}</w:body></w:document>")
    return sink.getvalue()


def run(words):
    return f"<w:r><w:t>{words}</w:t></w:r>"


def test_a_text_box_of_a_word_file_is_a_paragraph_of_its_own_read_once():
    box = f"<w:p>{run('框内')}</w:p>"
    drawn = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    outer = f"<w:p>{run('中国')}<w:r>{drawn}</mc:AlternateContent></w:r>{run('美国')}</w:p>"
    assert docx_text(word_file(outer), "a.docx")[0] == "中国美国\n\n框内"


def test_breaks_and_headings_of_a_word_file_are_kept():
    style = '<w:pPr><w:pStyle w:val="Heading 2"/></w:pPr>'
    body = f"<w:p>{style}{run('A')}<w:r><w:tab/></w:r>{run('B')}</w:p>"
    assert docx_text(word_file(body), "a.docx")[0] == "## A B"


def test_nested_paragraphs_of_a_word_file_are_read_in_proportion_to_their_number():
    deep = f"<w:p>{run('x')}" * 20_000 + "</w:p>" * 20_000
    start = time.process_time()
    assert docx_text(word_file(deep), "a.docx")[0].count("x") == 20_000
    assert time.process_time() - start < 3


def test_a_word_file_with_broken_bytes_is_a_sentence():
    whole = bytearray(word_file(f"<w:p>{run('中国' * 500)}</w:p>"))
    whole[60:70] = b"\xff" * 10
    with pytest.raises(ReadError, match="not a Word document"):
        docx_text(bytes(whole), "a.docx")
