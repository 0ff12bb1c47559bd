"""Annotations are checked before they are scored; what is wrong names file and line."""

import json

import pytest

from comity.cli import main
from comity.errors import ReadError
from comity.evaluate.gold import load_gold

FACT = {"kind": "event", "mode": "meet", "start_char": 0, "end_char": 20}


def written(tmp_path, *rows):
    path = tmp_path / "a.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("1", "not a JSON object"),
        ("null", "not a JSON object"),
        ("{", "not JSON"),
        ("[" * 50_000, "nested too deeply"),
        ({"kind": "scope"}, "no stretch of text"),
        ({**FACT, "kind": 5}, "has kind 5"),
        ({**FACT, "start_char": 0.5}, "no stretch of text"),
        ({**FACT, "start_char": 30}, "no stretch of text"),
        ({**FACT, "start_char": False}, "no stretch of text"),
        ({**FACT, "mode": ["meet"]}, r"has mode \['meet'\]"),
        ({**FACT, "participants": "CHN"}, "has participants 'CHN'"),
        ({**FACT, "participants": [1]}, "not a list of ids"),
        ({**FACT, "start": "2019-02-30"}, "not a day"),
        ({**FACT, "frame": 3}, "has frame 3"),
        ({**FACT, "kind": "tie", "relation": "member", "from": "CHN"}, "lacks to"),
    ],
)
def test_a_row_of_the_wrong_shape_names_file_and_line(tmp_path, row, words):
    with pytest.raises(ReadError, match=rf"a\.jsonl: line 2 .*{words}"):
        load_gold(written(tmp_path, FACT, row))


def test_a_line_separator_inside_a_quote_ends_no_line(tmp_path):
    row = json.dumps({**FACT, "quote": "a\u2028b"}, ensure_ascii=False)
    assert load_gold(written(tmp_path, row))[0][0]["quote"] == "a\u2028b"


def code_of(*args):
    with pytest.raises(SystemExit) as left:
        main(["evaluate", *map(str, args)])
    return left.value.code


def test_annotations_without_any_document_leave_with_2(tmp_path, capsys):
    written(tmp_path, FACT)
    assert code_of(tmp_path) == 2
    assert "None of the annotated documents was found" in capsys.readouterr().err


@pytest.mark.parametrize("least", ["detect=nan", "detect=inf", "detect", "detect=x"])
def test_a_least_figure_that_is_no_number_is_refused(least, capsys):
    assert code_of("--min", least) == 2
    assert "is not FIGURE=VALUE" in capsys.readouterr().err
