"""JSON Lines: whatever is wrong with a line is said plainly, and the others are read."""

import io
import json

import pytest

from comity.errors import ReadError
from comity.reader import limits, load_documents, parse_text

PAGE = "2019年6月，国家主席习近平在比什凯克同俄罗斯总统普京举行会晤。"
GOOD = json.dumps({"id": "good", "text": PAGE}).encode()


def told(*lines):
    stream = io.BytesIO(b"\n".join(lines))
    documents = list(load_documents(stream, format="jsonl"))
    assert [d.id for d in documents] == ["good"]
    return [f.message for f in documents[0].findings if f.kind == "broken-line"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"null", "is no JSON object"),
        (b"[1]", "is no JSON object"),
        (b"{}", "has no text"),
        (b'{"text": 5}', "has no text"),
        (b'{"text": ["a"]}', "has no text"),
        (b'{"text": "---"}', "has a text without words"),
        (b'{"text": "\\u200b"}', "has a text without words"),
        (b"[" * 20_000, "is nested too deeply"),
        (b'{"text": "\xff"}', "is not UTF-8"),
        (b"{oops", "is not JSON"),
    ],
)
def test_a_line_that_is_no_document_says_why(line, words):
    (message,) = told(line, GOOD)
    assert message.startswith(f"Line 1 {words}")


def test_a_line_without_words_loses_no_line_before_it():
    (message,) = told(GOOD, b'{"text": "---"}')
    assert message == "Line 2 has a text without words and was left out."


def test_many_broken_lines_are_counted():
    messages = told(*[b"x"] * 5_000, GOOD)
    assert len(messages) == 101
    assert messages[-1] == "4,900 more lines were left out."


def test_a_line_beyond_all_bounds_is_passed_over(monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_LINE", 1_000)
    monkeypatch.setattr("comity.reader.json_lines.LARGEST_LINE", 1_000)
    assert "is longer than" in told(b"a" * 10_000, GOOD)[0]
    monkeypatch.setattr(limits, "LONGEST_SKIP", 5_000)
    with pytest.raises(ReadError, match="No line"):
        told(b"a" * 10_000, GOOD)


def test_a_file_beyond_all_bounds_is_read_in_part_or_refused(monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_FILE", 1_000)
    (document,) = load_documents(io.BytesIO((PAGE * 50).encode()), format="text")
    assert len(document.text) < 1_000
    assert "too-long" in {f.kind for f in document.findings}
    with pytest.raises(ReadError, match="larger than"):
        list(load_documents(io.BytesIO(b"%PDF" + b"x" * 2_000), format="pdf"))


def test_halves_of_characters_never_reach_the_metadata():
    row = b'{"text": "' + PAGE.encode() + b'", "title": "\\ud800x", "id": "\\udfff"}'
    (document,) = load_documents(io.BytesIO(row), format="jsonl")
    assert (document.id, document.title) == ("\ufffd", "\ufffdx")
    (page,) = parse_text(f'---\ntitle: "a\\uD800"\n---\n{PAGE}')
    assert page.title == "a\ufffd"
