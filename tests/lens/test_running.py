"""A lens on a network: values by criterion, reasons where there are none, no score of the whole."""

from dataclasses import replace

import pytest
from tests.lens.lens_files import SPAN, TEXT, WHOLE, overlay
from tests.network.made import DAY, event, made, row

from comity.errors import ResourceError
from comity.lens import lens_of, lenses, run_lens
from comity.lens.picked import picked
from comity.lens.shown import COLUMNS, explained, lines, markdown
from comity.measure import Subject, Value, explain, run
from comity.network import network_at, sequence

TOLD = made(
    row("ally", "USA", "JPN"),
    row("member", "CHN", frame="sco"),
    row("member", "RUS", frame="sco"),
    event("meet", "CHN", "USA", day="2016-09-03"),
    event("meet", "CHN", "RUS", day="2016-09-04"),
    event("protest", ("CHN", "subject"), ("USA", "target"), day="2016-07-08"),
)
NET = network_at(TOLD, DAY)


def lens(tmp_path, change=("", "")):
    return lens_of("made-2016", overlay(tmp_path, WHOLE.replace(*change) if change[0] else WHOLE))


def test_values_are_those_of_the_measure_and_name_their_lens(tmp_path):
    reading = run_lens(lens(tmp_path), NET, draws=3)
    plain = run(NET, ["coop.share"], draws=3)
    assert [v.value for v in reading.values] == [v.value for v in plain]
    assert {v.lens for v in reading.values} == {"made-2016"}
    # one meeting, one protest: half of what they had to do with each other
    halves = {v.subject.actors: v.value for v in reading.values}
    assert halves == {("CHN", "RUS"): 1.0, ("CHN", "USA"): 0.5}


def test_level_and_seed_reach_measures_with_an_interval_of_their_own(tmp_path):
    wide, narrow = (run_lens(lens(tmp_path), NET, draws=0, level=x).values[1] for x in (0.95, 0.5))
    assert wide.lo < narrow.lo <= narrow.hi < wide.hi
    assert (wide.level, narrow.level) == (0.95, 0.5)


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    one, two = (run_lens(lens(tmp_path), NET, draws=5, seed=4).to_dict() for _ in range(2))
    assert one == two


def test_there_is_no_score(tmp_path):
    told = run_lens(lens(tmp_path), NET, draws=0).to_dict()
    assert set(told) == {"notice", "lens", "settings", "criteria"}
    assert "does not adopt" in told["notice"]


def test_every_value_of_every_lens_has_an_interval_or_reason_and_can_be_explained():
    for each in lenses():
        reading = run_lens(each, NET, draws=0)
        assert [c.criterion for c in reading.criteria] == list(each.criteria)
        for value in reading.values:
            assert value.no_interval or value.lo <= value.hi
            assert explain(value)["measure"]["formula"]
        for criterion in reading.criteria:
            assert all(r.values or r.reason for r in criterion.readings)


def test_a_measure_over_years_says_so_on_a_day():
    (reading,) = (
        r
        for r in run_lens("cn-2017-white-paper", NET, draws=0)["cooperative-dialogue"].readings
        if r.speaking.measure == "recip"
    )
    assert "over years" in reading.reason
    years = sequence(TOLD, range(2015, 2017))
    over = run_lens("cn-2017-white-paper", years, draws=0)["cooperative-dialogue"].readings
    assert any(r.speaking.measure == "recip" and r.values for r in over)


def test_evidence_alone_gives_what_it_can():
    readings = run_lens("cn-2017-white-paper", TOLD, draws=0)["common-security"].readings
    reasons = {r.speaking.measure: r.reason for r in readings}
    assert "not on evidence alone" in reasons["common.room"]


def test_one_measure_that_fails_stops_no_other(tmp_path):
    changed = WHOLE.replace("coop.share", "mux.overlap") + (
        '\n    [[lens.criterion.measure]]\n    id = "coop.count"\n    en = "counts"\n'
        '    toward = "none"\n    zh = "计数"\n    [[lens.criterion.measure]]\n'
        '    id = "mux.P"\n    options = { layers = ["economy"] }\n    en = "even"\n'
        '    toward = "higher"\n    zh = "均匀"\n'
    )
    net = network_at(TOLD, DAY, layers=("diplomacy", "disputes", "alliance"))
    readings = run_lens(lens_of("made-2016", overlay(tmp_path, changed)), net, draws=0)["dialogue"]
    overlap, count, even = readings.readings
    assert overlap.values
    assert count.values
    assert even.reason.startswith("There is no layer economy")


def test_a_lens_with_an_unknown_measure_is_refused(tmp_path):
    known = lens(tmp_path)
    (one,) = known.criteria
    wrong = replace(one, measures=(replace(one.measures[0], measure="coop.shares"),))
    with pytest.raises(ResourceError, match="unknown measure"):
        run_lens(replace(known, criteria=(wrong,)), NET)


def test_the_sentence_is_shown_where_its_text_is_given(tmp_path):
    known = lens(tmp_path)
    assert run_lens(known, NET, draws=0, text=TEXT)["dialogue"].words() == f"“{SPAN}”"
    (row_, *_) = run_lens(known, NET, draws=0, text=TEXT).rows()
    assert (row_["quote"], row_["quote_status"]) == (SPAN, "verified")
    (row_, *_) = run_lens(known, NET, draws=0, text="another text").rows()
    assert (row_["quote"], row_["quote_status"]) == (None, "not in the text given")
    bare = run_lens(known, NET, draws=0)["dialogue"]
    assert bare.words() == known.criteria[0].en
    assert bare.words("zh") == known.criteria[0].zh


def test_a_criterion_without_measure_has_a_row():
    reading = run_lens("cn-2017-white-paper", NET, draws=0)
    rows = [r for r in reading.rows() if r["criterion"] == "architecture-needs"]
    assert len(rows) == 1
    assert rows[0]["measure"] is None
    assert rows[0]["unmeasured_en"]
    assert len({tuple(r) for r in reading.rows()}) == 1  # the same columns in every row


def test_a_measure_can_be_taken_of_one_class(tmp_path):
    one = ('id = "coop.share"', 'id = "coop.count"\n    layer = "verbal-conflict"')
    (value,) = [v for v in run_lens(lens(tmp_path, one), NET, draws=0).values if v.value]
    assert (value.subject.layer, value.value) == ("verbal-conflict", 1.0)
    other = ('id = "coop.share"', 'id = "coop.count"\n    layer = "verbal"')
    assert run_lens(lens(tmp_path, other), NET, draws=0)["dialogue"].readings[0].reason


def test_labels_stand_apart_from_numbers():
    rows = run_lens("cn-2017-white-paper", NET, draws=0).rows()
    assert not any(isinstance(r["value"], str) for r in rows)


def test_tables_begin_with_the_notice_and_escape_what_they_show(tmp_path):
    known = lens(tmp_path)
    (one,) = known.criteria
    hostile = replace(known, criteria=(replace(one, en="<b>a|b</b>"),))
    reading = run_lens(hostile, NET, draws=0)
    assert "does not adopt" in markdown(reading).splitlines()[0]
    assert "a\\|b" in markdown(reading)
    assert "&lt;b&gt;" in reading._repr_html_()
    assert [tuple(line) for line in lines(reading, "zh")][0] == COLUMNS["zh"]


def test_an_explanation_leads_to_words(tmp_path):
    reading = run_lens(lens(tmp_path), NET, draws=0)
    text = "\n".join(explained(reading, {"made#4": "They met."}.get))
    assert "formula: s = (VC + MC)" in text
    assert "made#4: “They met.”" in text


def values(*numbers, layer=""):
    return [
        Value(
            measure="mux.overlap",
            subject=Subject(actors=(f"A{n:02d}",), layer=layer, period="2016"),
            value=None if number is None else float(number),
            unit="layers",
            no_interval="made",
        )
        for n, number in enumerate(numbers)
    ]


def test_of_many_values_real_ones_are_shown_at_their_place():
    shown = [(note, v.value) for note, v in picked(values(5, 1, 3, 1, 9, None, 4))]
    assert shown == [
        ("lowest of 6, 2 alike, 1 more unknown", 1),
        ("middle of 6, 1 more unknown", 3),
        ("highest of 6, 1 more unknown", 9),
    ]


def test_few_values_and_most_zero_show_all():
    assert len(list(picked(values(1, 2, 3)))) == 3
    assert len(list(picked(values(*range(20)), most=0))) == 20


def test_like_values_and_unknown_ones_take_one_line():
    assert [note for note, _ in picked(values(*[2] * 8))] == ["all 8 alike"]
    assert [note for note, _ in picked(values(*[None] * 8))] == ["all 8 unknown"]


def test_classes_are_not_compared_with_each_other():
    mixed = values(*range(5), layer="one") + values(*range(50, 55), layer="two")
    assert [v.value for _, v in picked(mixed)] == [0, 2, 4, 50, 52, 54]
