"""Renaming or reordering actors changes nothing but order."""

from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.network.made import DAY

from comity.measure import run
from comity.network import evidence_of_rows, network_at

NAMES = ("AUS", "CHN", "IDN", "JPN", "RUS")
KINDS = ("ally", "partner", "member", "party", "meet", "exercise", "protest")


@st.composite
def rows(draw):
    kind = draw(st.sampled_from(KINDS))
    members = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=4, unique=True))
    year = draw(st.integers(2010, 2018))
    found = {"kind": kind, "start": date(year, 3, 1), "end": date(year + 2, 3, 1)}
    if kind in ("member", "party"):
        return {**found, "members": members[:1], "frame": draw(st.sampled_from(["sco", "tac"]))}
    if kind in ("ally", "partner"):
        return {**found, "members": members[:2]}
    if kind == "protest":
        return {**found, "members": [(members[0], "subject"), (members[1], "target")]}
    return {**found, "members": members, "track": "military"}


def renamed(row, names):
    members = [names[m] if isinstance(m, str) else (names[m[0]], m[1]) for m in row["members"]]
    return {**row, "members": members}


def subject_of(value, actors):
    return value.measure, frozenset(actors), value.subject.mechanism, value.subject.layer


def by_subject(values, actors_of):
    """Return all values of each subject, in an order of their own: a ledger has several lines for a pair."""
    found = {}
    for value in values:
        found.setdefault(subject_of(value, actors_of(value)), []).append(value)
    return {
        k: sorted(v, key=lambda value: (value.missing, str(value.value))) for k, v in found.items()
    }


def built(told):
    return network_at(evidence_of_rows(told, family="made"), DAY)


@settings(max_examples=40, deadline=None)
@given(st.lists(rows(), min_size=1, max_size=12), st.permutations(NAMES))
def test_renaming_actors_moves_weights_along(told, order):
    names = dict(zip(NAMES, order, strict=True))
    one, two = built(told), built([renamed(r, names) for r in told])
    places = [two.index[names[a]] for a in one.actors]
    for name in one.names:
        first, second = one.layer(name), two.layer(name)
        np.testing.assert_allclose(first.weights, second.weights[np.ix_(places, places)])
        assert (first.known == second.known[np.ix_(places, places)]).all()


@settings(max_examples=25, deadline=None)
@given(st.lists(rows(), min_size=1, max_size=10), st.permutations(NAMES))
def test_renaming_actors_leaves_every_measure_unchanged(told, order):
    names = dict(zip(NAMES, order, strict=True))
    first = run(built(told), draws=0)
    second = run(built([renamed(r, names) for r in told]), draws=0)
    before = by_subject(first, lambda value: [names[a] for a in value.subject.actors])
    after = by_subject(second, lambda value: value.subject.actors)
    assert before.keys() == after.keys()
    for subject, values in before.items():
        for value, other in zip(values, after[subject], strict=True):
            assert other.missing == value.missing
            if isinstance(value.value, float):
                assert abs(other.value - value.value) < 1e-9
            else:
                assert other.value == value.value


@settings(max_examples=25, deadline=None)
@given(st.lists(rows(), min_size=1, max_size=10), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(told, random):
    shuffled = random.sample(told, len(told))
    one, two = built(told), built(shuffled)
    for name in one.names:
        np.testing.assert_allclose(one.layer(name).weights, two.layer(name).weights)
