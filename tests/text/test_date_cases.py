"""Date cases written as data: text in, expressions and their days out."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from comity.model import Period
from comity.text.dates import find_dates

FILES = sorted(Path(__file__).parents[1].glob("cases/text/*.toml"))


def cases():
    for path in FILES:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in table["case"]:
            yield pytest.param({**table, **case}, id=case["id"])


def written(period):
    """Return a period as the cases write it: a day alone, else both ends, .. for an open one."""
    if period.precision == "none":
        return "none"
    start, end = (day.isoformat() if day else ".." for day in (period.start, period.end))
    return start if period.precision == "day" else f"{start}/{end}"


def line(text, mention):
    parts = " + ".join(written(part) for part in mention.parts)
    words = text[mention.span.start : mention.span.end]
    return f"{words} = {written(mention.period)}" + (f" ( {parts} )" if parts else "")


@pytest.mark.parametrize("case", list(cases()))
def test_a_text_gives_its_dates(case):
    day = date.fromisoformat(case["reference"])
    reference = Period.day(day.year, day.month, day.day, "document")
    found = find_dates(case["text"], case["language"], reference)
    assert [line(case["text"], mention) for mention in found] == case["expected"]


def test_case_ids_are_unique():
    ids = [case.id for case in cases()]
    assert len(ids) == len(set(ids))
