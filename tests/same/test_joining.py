from dataclasses import replace

from comity.same import Score, propose


def scores(**pairs):
    return {
        tuple(names.split("_")): Score(likely, "same" if likely > 0.6 else "different", ())
        for names, likely in pairs.items()
    }


def test_what_was_held_apart_is_not_joined_by_way_of_a_third(telling):
    by_id = {i: telling(id=i) for i in "abc"}
    scored = scores(a_b=0.9, b_c=0.8)
    assert [p.verdict for p in propose(scored, by_id)] == ["same", "same"]
    assert [p.verdict for p in propose(scored, by_id, apart=[("a", "c")])] == ["same", "unsure"]


def test_two_that_plainly_differ_are_not_joined_by_way_of_a_third(telling):
    by_id = {i: telling(id=i) for i in "abc"}
    found = propose(scores(a_b=0.9, b_c=0.8, a_c=0.1), by_id)
    assert [(p.claim, p.other, p.verdict) for p in found] == [
        ("a", "b", "same"),
        ("b", "c", "unsure"),
    ]


def test_what_is_joined_already_is_not_proposed_again(telling):
    by_id = {i: telling(id=i) for i in "abc"}
    assert propose(scores(a_b=0.9, b_c=0.8), by_id, joined=[("a", "b"), ("b", "c")]) == []


def test_a_month_that_fits_two_happenings_is_left_to_a_person(telling):
    by_id = {
        "a": telling(id="a", start="2022-11-03", end="2022-11-03"),
        "b": telling(id="b", start="2022-11-20", end="2022-11-20"),
        "m": telling(id="m", start="2022-11-01", end="2022-11-30"),
    }
    assert {p.verdict for p in propose(scores(a_m=0.9, b_m=0.85), by_id)} == {"unsure"}
    clear = propose(scores(a_m=0.99, b_m=0.7), by_id)
    assert [(p.claim, p.verdict) for p in clear] == [("a", "same"), ("b", "unsure")]


def test_one_misread_telling_does_not_tear_many_apart(telling):
    by_id = {i: telling(id=i) for i in "abcd"}
    scored = scores(a_b=0.95, c_d=0.95, a_c=0.9, a_d=0.9, b_c=0.9, b_d=0.1)
    assert [p.verdict for p in propose(scored, by_id)] == ["same", "same", "same"]


def test_what_fits_two_happenings_does_not_make_them_one(telling):
    by_id = {
        "a": telling(id="a", start="2023-03-20", end="2023-03-20"),
        "b": telling(id="b", start="2023-03-21", end="2023-03-21"),
        "m": telling(id="m", start="2023-03-01", end="2023-03-31"),
    }
    found = propose(scores(a_m=0.99, b_m=0.7, a_b=0.3), by_id)
    assert [(p.claim, p.other, p.verdict) for p in found] == [
        ("a", "m", "same"),
        ("b", "m", "unsure"),
    ]


def test_a_telling_without_a_day_of_its_own_is_no_rival(telling):
    by_id = {
        "a": telling(id="a", start="2022-11-14", end="2022-11-14"),
        "m": telling(id="m", start="2022-11-01", end="2022-11-30"),
        "u": telling(id="u", start="2022-11-19", end="2022-11-19", resolved="inherited"),
    }
    by_id["u"] = replace(by_id["u"], undated=True)
    found = propose(scores(a_m=0.9, m_u=0.9), by_id)
    assert ("a", "m", "same") in [(p.claim, p.other, p.verdict) for p in found]
