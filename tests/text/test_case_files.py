"""A file of date cases: what is wrong names file and line."""

import io
import sys

import pytest

from comity.cli import main
from comity.errors import ReadError
from comity.text.cases import read_cases

CASE = '{"id": "a", "text": "2016年9月\u2028次月", "lang": "zh", "reference_date": "2017-01-11"}\n'


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"\xff\n", "not UTF-8"),
        (b"[" * 50_000, "nested too deeply"),
        (b"1", "not a JSON object"),
        (b'{"id": 1}', "lacks id"),
    ],
)
def test_a_line_that_is_no_case_names_file_and_line(tmp_path, line, words):
    path = tmp_path / "a.jsonl"
    path.write_bytes(CASE.encode() + line)
    with pytest.raises(ReadError, match=rf"a\.jsonl: line 2 .*{words}"):
        read_cases(path)


def test_a_line_separator_ends_no_case_and_a_mark_begins_none(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(CASE, encoding="utf-8-sig")
    assert len(read_cases(path)) == 1


@pytest.mark.parametrize(
    "data", ["2016年9月，各方的会议在北京举行。".encode("gb18030"), b"\xff", b""]
)
def test_standard_input_in_any_encoding_is_read(monkeypatch, capsys, data):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    with pytest.raises(SystemExit) as left:
        main(["dates", "--format", "jsonl"])
    assert left.value.code in (0, 2)
    assert "unexpected" not in capsys.readouterr().err
