"""Two claims that a person holds to be different never come together, whatever is joined around them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.study import open_study

TOLD = "On June 29, 2019, President Trump met with President Xi of China in Osaka{}."


@pytest.fixture
def four(clock):
    """Yield a study of four tellings of one day by four issuers, and the ids of their events."""
    with open_study(clock=clock) as study:
        for n, issuer in enumerate(("USA", "CHN", "JPN", "KOR")):
            study.add(TOLD.format(f", said source {n}"), issuer=issuer, issued="2019-06-29")
        yield study, [c["id"] for c in study.claims(kind="event")]


def happening(study, *claims):
    return [study.claim(c)["happening"] for c in claims]


def join(study, *pairs, **more):
    for a, b in pairs:
        study.judge("same", a, other=b, author="matcher", **more)


def test_a_chain_of_joins_gives_way_to_a_person(four):
    study, (a, b, c, _) = four
    join(study, (a, b), score={"likelihood": 0.9})
    join(study, (b, c), score={"likelihood": 0.99})
    assert len(set(happening(study, a, b, c))) == 1
    study.judge("different", a, other=c, author="ann")
    first, second, third = happening(study, a, b, c)
    assert first != third
    assert second == third, "the likelier join stays"


def test_a_join_by_a_person_outweighs_a_likelier_one(four):
    study, (a, b, c, _) = four
    join(study, (b, c), score={"likelihood": 0.99})
    study.judge("same", a, other=b, author="ann")
    study.judge("different", a, other=c, author="ann")
    first, second, third = happening(study, a, b, c)
    assert first == second != third


def test_a_join_left_out_is_counted_and_named(four):
    study, (a, b, c, _) = four
    join(study, (a, b), (b, c))
    study.judge("different", a, other=c, author="ann")
    assert study.info()["joins_left_out"] == 1
    assert [(r["claim"], r["other"]) for r in study.joins_left_out()] == [(b, c)]


def test_matching_does_not_close_the_chain_again(four):
    study, (a, _, c, _) = four
    study.match()
    study.judge("different", a, other=c, author="ann")
    made = study.match().joins
    assert len(set(happening(study, a, c))) == 2
    assert study.match().joins == (), made


def test_different_taken_back_lets_the_chain_stand(four):
    study, (a, b, c, _) = four
    join(study, (a, b), (b, c))
    apart = study.judge("different", a, other=c, author="ann")
    study.judge("withdraw", withdraws=apart, author="ann")
    assert len(set(happening(study, a, b, c))) == 1


def test_a_comparison_does_not_pair_what_is_held_apart(four):
    study, (a, b, _, _) = four
    documents = [study.claim(c)["document"] for c in (a, b)]
    assert len(study.compare(*documents).both) == 1
    study.judge("different", a, other=b, author="ann")
    assert study.compare(*documents).both == ()


def test_a_check_does_not_corroborate_with_what_is_held_apart(four):
    study, claims = four
    document = study.claim(claims[0])["document"]
    assert study.check(document)[0].verdict == "corroborated"
    for other in claims[1:]:
        study.judge("different", claims[0], other=other, author="ann")
    assert study.check(document)[0].verdict == "not found"


def test_a_dossier_tells_them_in_two_lines(four):
    study, (a, _, c, _) = four
    study.match()
    study.judge("different", a, other=c, author="ann")
    told = [[claim["id"] for claim in e.claims] for e in study.dossier("CHN", "USA").events]
    assert not any(a in each and c in each for each in told)
    assert study.dossier("CHN", end=date(2019, 6, 1)).events == ()


PAIRS = st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(lambda p: p[0] != p[1])


@settings(max_examples=60, deadline=None)
@given(said=st.lists(st.tuples(st.sampled_from(["same", "different"]), PAIRS), max_size=9))
def test_no_order_of_judgements_brings_together_what_is_different(said):
    with open_study() as study:
        for n, issuer in enumerate(("USA", "CHN", "JPN", "KOR")):
            study.add(TOLD.format(f", said source {n}"), issuer=issuer, issued="2019-06-29")
        ids = [c["id"] for c in study.claims(kind="event")]
        last = {}
        for verdict, (a, b) in said:
            study.judge(verdict, ids[a], other=ids[b], author="ann", reason=str(len(last)))
            last[frozenset((ids[a], ids[b]))] = verdict
        happens = dict(zip(ids, happening(study, *ids), strict=True))
        for (a, b), verdict in ((tuple(pair), v) for pair, v in last.items()):
            assert verdict == "same" or happens[a] != happens[b]
