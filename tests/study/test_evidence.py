"""A study as evidence for networks."""

from datetime import date

import pytest

pytest.importorskip("numpy")
from comity.network import network_at


def test_claims_come_with_their_ids_and_families(study):
    links = study.evidence().links
    ids = {c["id"] for c in study.claims()}
    assert links
    assert all(set(link.sources) <= ids for link in links)
    assert {f for link in links for f in link.families} <= {"CHN", "AUS"}


def test_a_rejected_claim_is_no_evidence(study):
    before = len(study.evidence().links)
    link = study.evidence().links[0]
    study.judge("reject", link.sources[0], author="reader")
    assert len(study.evidence().links) < before


def test_a_person_counts_as_the_state_they_act_for(study):
    actors = network_at(study.evidence(), date(2019, 12, 31)).actors
    assert {"CHN", "RUS"} <= set(actors)


def test_facts_bring_members_and_what_is_covered(clock):
    from comity.study import open_study

    with open_study(clock=clock) as made:
        made.add_facts()
        network = network_at(made.evidence(), date(2017, 6, 9))
    held = network.layer("membership").membership
    assert set(held.members("sco")) == {"CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB", "IND", "PAK"}
    place = held.mechanisms.index("sco")
    assert held.known[place].all()


def test_the_day_before_they_were_six(clock):
    from comity.study import open_study

    with open_study(clock=clock) as made:
        made.add_facts()
        network = network_at(made.evidence(), date(2017, 6, 8))
    assert len(network.layer("membership").membership.members("sco")) == 6
