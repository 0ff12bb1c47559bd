"""Rows of cases in, dates out."""

from comity.text.cases import run_cases


def row(name, text, **more):
    return {"id": name, "text": text, "lang": "zh", "reference_date": "2017-01-11", **more}


def starts(rows):
    return [[found["start"] for found in answer["found"]] for answer in run_cases(rows)]


def test_passages_of_one_document_lend_each_other_years():
    rows = [row("report-003", "2014年5月，双方会谈。"), row("report-007", "9月，双方签约。")]
    assert starts(rows) == [["2014-05-01"], ["2014-09-01"]]


def test_other_rows_stand_for_themselves():
    rows = [row("a", "2014年5月，双方会谈。"), row("b", "9月，双方签约。")]
    assert starts(rows) == [["2014-05-01"], ["2016-09-01"]]


def test_another_document_starts_afresh():
    rows = [row("one-1", "2014年5月，双方会谈。"), row("two-2", "9月，双方签约。")]
    assert starts(rows) == [["2014-05-01"], ["2016-09-01"]]


def test_offsets_are_those_of_the_row():
    rows = [row("r-1", "2014年5月会谈。"), row("r-2", "双方于9月签约。")]
    (_, second) = run_cases(rows)
    assert (second["found"][0]["start_char"], second["found"][0]["end_char"]) == (3, 5)


def test_a_row_without_dates_is_answered_too():
    assert list(run_cases([row("x", "双方会谈。")])) == [{"id": "x", "found": []}]


def test_a_row_without_reference_is_read_by_itself():
    assert starts([row("x", "2014年5月会谈。", reference_date=None)]) == [["2014-05-01"]]
