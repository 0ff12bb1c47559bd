"""Ordered labels: grades of partnership and stages of instruments."""

from dataclasses import replace
from datetime import date

from tests.network.made import DAY, event, made, row

from comity.measure import run
from comity.network import network_at

FIRST, SECOND = "战略协作伙伴关系", "全面战略协作伙伴关系"
TOLD = made(
    row("partner", "CHN", "RUS", start="1996-04-01", grade=FIRST),
    row("partner", "CHN", "RUS", start="2011-06-01", grade=SECOND),
)


def one(evidence, id, day=DAY, **options):
    return run(network_at(evidence, day), [id], draws=5, options={id: options})[0]


def test_a_grade_is_the_words_of_the_text_and_the_latest_stands():
    assert one(TOLD, "partner.grade", date(2000, 1, 1)).value == FIRST
    assert one(TOLD, "partner.grade").value == SECOND


def test_with_an_order_of_the_users_the_last_of_it_stands():
    value = one(TOLD, "partner.grade", order=(SECOND, FIRST))
    assert value.value == FIRST
    assert value.method == f"order: {SECOND} < {FIRST}"


def test_a_partnership_without_grade_is_unknown():
    value = one(made(row("partner", "CHN", "RUS")), "partner.grade")
    assert (value.value, value.missing) == (None, 1)


def test_grades_of_the_same_day_stand_side_by_side():
    told = made(*(row("partner", "CHN", "RUS", grade=g) for g in ("b", "a")))
    assert one(told, "partner.grade").value == "a; b"


def test_a_label_has_a_reason_and_no_interval():
    value = one(TOLD, "partner.grade")
    assert (value.lo, value.hi, value.envelopes) == (None, None, ())
    assert "nothing between" in value.no_interval


def party(dated, start):
    told = made(row("party", "CHN", frame="coc", start=start))
    return replace(told, links=tuple(replace(x, dated=dated) for x in told.links))


LADDER = (
    made(event("propose", "CHN", "PHL", day="2010-01-01", frame="coc"))
    .joined(made(event("dialogue", "CHN", "PHL", day="2011-01-01", frame="coc")))
    .joined(party("signed", "2012-01-01"))
    .joined(party("in-force", "2013-01-01"))
)


def stages(*days):
    return [one(LADDER, "rules.ladder", day).value for day in days]


def test_an_instrument_climbs_from_proposal_to_being_in_force():
    days = [date(year, 6, 1) for year in (2009, 2010, 2011, 2012, 2013)]
    assert stages(*days) == [None, "proposed", "negotiated", "signed", "in-force"]


def test_talks_after_the_signature_do_not_lower_it():
    late = made(event("dialogue", "CHN", "PHL", day="2016-01-01", frame="coc"))
    value = one(party("signed", "2012-01-01").joined(late), "rules.ladder")
    assert value.value == "signed"


def test_a_body_without_parties_is_no_instrument_unless_named():
    told = made(event("sign", "CHN", "PHL", day="2010-01-01", frame="coc"))
    assert run(network_at(told, DAY), ["rules.ladder"], draws=0) == ()
    assert one(told, "rules.ladder", instruments=["coc"]).value == "signed"
