"""Counts, shares and levels of conduct, by hand."""

from dataclasses import replace
from datetime import date

import pytest
from tests.network.made import DAY, event, made

from comity.errors import QueryError, ResourceError
from comity.measure import explain, run
from comity.measure.conduct.scales import own_scales, parse_scales
from comity.measure.uncertainty.choices import multiverse
from comity.measure.uncertainty.coding import Rate
from comity.model.vocabulary import MODES
from comity.network import network_at, sequence

PAIR = ("CHN", "USA")
AGAINST = (("CHN", "subject"), ("USA", "target"))
# Three words and one deed with each other, two words against.
TOLD = made(
    *(event("meet", "CHN", "USA", day=f"2016-0{m}-01") for m in (1, 2)),
    event("call", "CHN", "USA", day="2016-03-01"),
    event("exercise", "CHN", "USA", "RUS", day="2016-04-01", track="military"),
    event("protest", *AGAINST, day="2016-05-01"),
    event("accuse", *AGAINST, day="2016-06-01"),
    event("meet", "CHN", "USA", day="2015-12-31"),
    event("appeal", *AGAINST, day="2016-06-01"),
)


def of(id, told=TOLD, draws=0, **options):
    values = run(network_at(told, DAY), [id], draws=draws, options={id: options})
    return {(v.subject.actors, v.subject.layer): v for v in values}


def test_events_are_counted_by_class_in_the_twelve_months():
    found = of("coop.count")
    counts = {layer: v.value for (pair, layer), v in found.items() if pair == PAIR}
    assert counts == {
        "verbal-cooperation": 3,
        "material-cooperation": 1,
        "verbal-conflict": 2,
        "material-conflict": None,
    }


def test_silence_within_coverage_is_nought():
    told = TOLD.joined(made(covers=[("sanction", "2010-01-01", "2018-12-31")]))
    value = of("coop.count", told)[PAIR, "material-conflict"]
    assert (value.value, value.lo, value.missing) == (0, 0, 0)


def test_everybody_at_an_exercise_exercised_with_everybody():
    found = of("coop.count")
    assert found[("CHN", "RUS"), "material-cooperation"].value == 1
    assert found[("RUS", "USA"), "material-cooperation"].value == 1


def test_what_is_done_to_somebody_is_between_the_two_ends():
    told = made(
        event("accuse", ("CHN", "subject"), ("USA", "target"), ("RUS", "place"), day="2016-06-01")
    )
    assert {pair for pair, _ in of("coop.share", told)} == {PAIR}


def test_share_of_cooperation_by_hand():
    assert of("coop.share")[PAIR, ""].value == pytest.approx(4 / 6)


def test_shares_reach_both_ends():
    friends, foes = (
        made(event("meet", *PAIR, day="2016-06-01")),
        made(event("attack", *AGAINST, day="2016-06-01")),
    )
    one, other = (of("coop.share", t)[PAIR, ""] for t in (friends, foes))
    assert (one.value, one.hi, other.value, other.lo) == (1, 1, 0, 0)


def test_deeds_in_cooperation_by_hand():
    found = of("coop.material")
    assert found[PAIR, ""].value == pytest.approx(1 / 4)
    assert found[("CHN", "RUS"), ""].value == 1


def test_deeds_of_a_pair_without_cooperation_are_unknown():
    value = of("coop.material", made(event("attack", *AGAINST, day="2016-06-01")))[PAIR, ""]
    assert (value.value, value.lo) == (None, None)


def test_level_on_goldsteins_scale_by_hand():
    # Two meetings and a call at 1.0, an exercise at 7.4, a protest and an accusation at -2.0.
    assert of("coop.net")[PAIR, ""].value == pytest.approx((3 + 7.4 - 4) / 6)
    assert of("coop.net", how="sum")[PAIR, ""].value == pytest.approx(6.4)


def test_a_war_is_at_the_bottom_and_aid_at_the_top():
    war = made(event("attack", *AGAINST, day="2016-06-01"))
    aid = made(
        event("aid", ("CHN", "actor"), ("USA", "recipient"), day="2016-06-01"),
        event("meet", *PAIR, day="2015-01-01"),  # aid is in no layer: this makes them actors
    )
    assert of("coop.net", war, scale="steps")[PAIR, ""].value == -10
    assert of("coop.net", aid, scale="plover")[PAIR, ""].value == 10


def test_the_envelope_holds_every_scale():
    ids = [scale.id for scale in own_scales().scales]
    assert len(ids) >= 3
    value = of("coop.net")[PAIR, ""]
    each = [of("coop.net", scale=id)[PAIR, ""].value for id in ids]
    assert (value.lo, value.hi) == (min(each), max(each))


def test_a_multiverse_names_the_scales():
    network = network_at(TOLD, DAY)

    def compute(scale):
        return run(network, ["coop.net"], draws=0, options={"coop.net": {"scale": scale}})

    value = next(
        v
        for v in multiverse(compute, {"scale": ["goldstein", "plover"]})
        if v.subject.actors == PAIR
    )
    assert set(dict(value.envelopes[-1].parts)) == {"scale goldstein", "scale plover"}


def test_every_mode_has_one_class_and_every_scale_a_value_for_it():
    scales = own_scales()
    assert set(MODES) - set(scales.quads) == {"propose", "appeal", "publish", "commemorate"}
    assert all(set(scale.values) == set(scales.quads) for scale in scales.scales)
    assert all(scale.source for scale in scales.scales)


def test_conflict_is_below_nought_on_every_scale():
    scales = own_scales()
    for scale in scales.scales:
        assert all((scale.values[m] < 0) == q.endswith("conflict") for m, q in scales.quads.items())


def test_a_scale_that_lacks_a_mode_is_refused():
    text = '[quad]\nverbal-conflict = ["accuse"]\n[[scale]]\nid = "s"\nen = "s"\nsource = "s"\nvalue = {}\n'
    with pytest.raises(ResourceError, match="accuse"):
        parse_scales(text)


def test_an_unknown_scale_is_refused():
    with pytest.raises(QueryError, match="no scale x"):
        of("coop.net", scale="x")


def test_a_value_leads_to_its_events():
    value = of("coop.count")[PAIR, "verbal-conflict"]
    assert explain(value)["rows"] == ["made#5", "made#6"]


def test_draws_of_errors_widen_the_counts():
    rates = {"row": Rate(kind="row", right=9, read=10, told=30)}
    values = run(network_at(TOLD, DAY), ["coop.count"], draws=50, rates=rates)
    value = next(
        v for v in values if v.subject.layer == "verbal-cooperation" and v.subject.actors == PAIR
    )
    assert {e.cause for e in value.envelopes} == {"sampling", "coding"}


def test_an_event_of_two_layers_counts_once():
    link = TOLD.links[0]
    told = replace(TOLD, links=(*TOLD.links, replace(link, layer="other")))
    assert of("coop.count", told)[PAIR, "verbal-cooperation"].value == 3


def test_years_count_each_event_once():
    values = run(sequence(TOLD, (2014, 2015, 2016)), ["coop.count"], draws=0)
    met = [
        v.value
        for v in values
        if v.subject.layer == "verbal-cooperation" and v.subject.actors == PAIR
    ]
    assert sum(met) == 4


def test_events_without_a_date_are_left_out():
    told = made({"kind": "meet", "members": PAIR, "start": date(2016, 1, 1), "end": None})
    assert of("coop.count", told) == {}
