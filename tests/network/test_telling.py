"""Claims to links."""

from datetime import date

from tests.network.made import DAY

import comity
from comity.model import Period, Span, Tie
from comity.network import Told, evidence_of, network_at

TEXT = "2016年12月5日，中国和俄罗斯在北京举行联合军事演习。"


def tie(**more):
    common = {
        "document": "d",
        "issuer": "USA",
        "section": "",
        "span": Span(0, 1),
        "quote": "q",
        "rule": "en.tie",
    }
    return Tie(relation="ally", source="USA", target="JPN", **common, **more)


def test_events_of_a_text_become_links_with_their_claim():
    claims = comity.read(TEXT, issuer="CHN", issued="2016-12-06", language="zh").claims
    links = [x for x in evidence_of(claims).links if x.layer == "military"]
    assert [(x.kind, set(x.actors)) for x in links] == [("exercise", {"CHN", "RUS"})]
    assert links[0].coded == "event.zh"
    assert links[0].sources[0] in {c.id for c in claims}


def test_a_rejected_claim_is_no_evidence():
    assert evidence_of([Told(tie(), verdict="reject")]).links == ()


def test_only_accepted_claims_count_strictly():
    told = evidence_of([Told(tie(period=Period.year(2016)))])
    assert network_at(told, DAY, strict=True).actors == ()
    accepted = evidence_of([Told(tie(period=Period.year(2016)), verdict="accept")])
    assert network_at(accepted, DAY, strict=True).actors == ("JPN", "USA")


def test_claims_of_one_happening_are_one_link_with_all_sources():
    told = [Told(tie(), id=i, happening="h", family=i) for i in ("a", "b")]
    links = evidence_of(told).links
    assert [(x.sources, x.families) for x in links] == [(("a", "b"), ("a", "b"))]


def test_a_tie_without_date_holds_from_the_day_its_text_was_issued():
    told = evidence_of([Told(tie(), issued=date(2016, 6, 1))])
    assert network_at(told, DAY).layer("alliance").weights.sum() == 2
    assert network_at(told, date(2016, 5, 31)).layer("alliance").weights.sum() == 0


def test_an_organ_counts_as_its_state():
    told = evidence_of([tie(period=Period.year(2016))], stands_for={"JPN": "ASIA"})
    assert network_at(told, DAY).actors == ("ASIA", "USA")


def test_a_family_left_out_takes_only_what_it_tells_alone():
    told = evidence_of(
        [Told(tie(), id=i, happening="h", family=i, issued=date(2016, 1, 1)) for i in ("a", "b")]
    )
    assert [x.families for x in told.without("a").links] == [("b",)]
    assert told.without("a").without("b").links == ()
