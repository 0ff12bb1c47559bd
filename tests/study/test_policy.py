from datetime import date

import pytest

from comity.study.account import Account
from comity.study.policy import resolve


def said(document, value, *, rank=2, told=None):
    claims = ({"id": "c"},)
    return Account(document=document, value=value, rank=rank, told=told, claims=claims)


def test_official_follows_the_lowest_rank_and_shows_the_rest():
    found = resolve([said("data", "yes"), said("body", "no", rank=0)], "official")
    assert (found.value, found.conflicts[0].document) == ("no", "data")


def test_newest_follows_who_spoke_last():
    old, new = said("a", "yes", told=date(2010, 1, 1)), said("b", "no", told=date(2020, 1, 1))
    assert resolve([old, new], "newest").value == "no"


def test_majority_counts_sources_and_a_draw_is_unknown():
    three = [said("a", "yes"), said("b", "no"), said("c", "no")]
    assert resolve(three, "majority").value == "no"
    assert resolve(three[:2], "majority").value == "unknown"


def test_all_takes_only_what_nobody_contradicts():
    assert resolve([said("a", "yes"), said("b", "yes")], "all").value == "yes"
    found = resolve([said("a", "yes"), said("b", "no")], "all")
    assert (found.value, len(found.conflicts)) == ("unknown", 2)


def test_a_source_that_names_the_actors_is_heard_before_a_silent_one():
    silent = Account(document="a", value="no", rank=0)
    found = resolve([silent, said("b", "yes", rank=4)], "official")
    assert (found.value, found.conflicts) == ("yes", (silent,))


@pytest.mark.parametrize("policy", ["official", "newest", "majority", "all"])
def test_the_order_of_accounts_does_not_matter(policy):
    three = [said("a", "yes", rank=1), said("b", "no"), said("c", "no", rank=3)]
    assert resolve(three, policy).value == resolve(three[::-1], policy).value
    assert resolve([], policy).value == "unknown"
