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


def test_a_link_tells_what_its_words_are_about_and_whom_else_they_name(clock):
    from comity.study import open_study

    with open_study(clock=clock) as made:
        text = "2016年9月，中国同俄罗斯在南海举行联合军事演习，并非针对日本。"
        made.add(text, issuer="CHN", issued="2016-10-01", language="zh")
        link = next(x for x in made.evidence().links if x.kind == "exercise")
    assert link.named == ("JPN",)
    assert "south-china-sea" in link.topics


def test_a_plan_and_its_happening_are_one_link_that_occurred(clock):
    from comity.study import open_study

    with open_study(clock=clock) as made:
        made.add(
            "普京总统将于2019年10月8日访问中国。", issuer="CHN", issued="2019-06-05", language="zh"
        )
        made.add(
            "2019年10月8日，俄罗斯总统普京访问中国。",
            issuer="CHN",
            issued="2019-10-08",
            language="zh",
        )
        made.match()
        statuses = {x.status for x in made.evidence().links if x.kind == "visit"}
    assert statuses in ({"occurred"}, {"occurred", "planned"})
