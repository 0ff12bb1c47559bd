"""Intervals, draws of errors, choices and chance."""

import numpy as np
import pytest
from tests.network.made import DAY, event, made, row

from comity.errors import ResourceError
from comity.measure import Subject, Value, run
from comity.measure.uncertainty.choices import leave_one_family_out, multiverse
from comity.measure.uncertainty.coding import Coding, Rate, read_rates
from comity.measure.uncertainty.intervals import band, bootstrap, rate_interval, share_interval
from comity.measure.uncertainty.null import against_chance, rewired, traded
from comity.measure.uncertainty.ranks import rank_intervals
from comity.network import network_at

RATES = {"row": Rate(kind="row", right=70, read=100, told=100)}
MEETINGS = made(*(event("meet", "CHN", "RUS", day="2016-12-31") for _ in range(200)))


def total(evidence, draw=None):
    network = network_at(evidence, DAY)
    network = network if draw is None else network.drawn(draw)
    return network.layer("diplomacy").weights.sum() / 2


def test_a_share_of_nothing_and_of_all_reaches_the_end():
    lo, hi = share_interval([0, 10], [10, 10])
    assert (lo[0], hi[1]) == (0, 1)


def test_a_share_without_trials_can_be_anything():
    assert [float(x) for x in share_interval(0, 0)] == [0, 1]


def test_a_count_of_ten_has_its_textbook_interval():
    # Garwood's interval of a Poisson count of 10 at 95 %: 4.795 to 18.39.
    lo, hi = rate_interval(10, 1, 0.95)
    assert (round(float(lo), 3), round(float(hi), 2)) == (4.795, 18.39)


def test_a_band_is_the_quantiles_of_what_is_known():
    draws = np.array([[1.0, np.nan], [2.0, np.nan], [3.0, np.nan], [np.nan, np.nan]])
    lo, hi = band(draws, 0.5)
    assert (lo[0], hi[0]) == (1.5, 2.5)
    assert np.isnan(lo[1])


def test_a_bootstrap_of_a_constant_does_not_move():
    rng = np.random.default_rng(1)
    lo, hi = bootstrap(np.ones((20, 1)), lambda rows: rows.mean(0), rng)
    assert (lo[0], hi[0]) == (1, 1)


def test_equal_values_share_their_ranks():
    lo, hi = rank_intervals(np.array([[1.0, 1.0], [1.0, 1.0]]))
    assert (lo.tolist(), hi.tolist()) == ([1, 1], [2, 2])


def test_the_same_seed_draws_the_same_errors():
    plan = network_at(MEETINGS, DAY).plan
    one, two = (Coding(plan, RATES).draw(np.random.default_rng(5)) for _ in range(2))
    assert (one.times == two.times).all()


def test_draws_are_centred_on_the_truth_behind_what_was_read():
    # Precision 0.7 and recall 0.7: what is read wrongly and what is missed weigh each other out.
    coding = Coding(network_at(MEETINGS, DAY).plan, RATES)
    found = [total(MEETINGS, coding.draw(np.random.default_rng([3, d]))) for d in range(300)]
    assert np.mean(found) == pytest.approx(200, rel=0.05)


def test_rows_of_data_sets_have_no_error_unless_rates_are_given():
    assert not Coding(network_at(MEETINGS, DAY).plan).moves
    value = run(network_at(MEETINGS, DAY), ["mux.overlap"])[0]
    assert "no rate of error is published" in value.no_interval


def test_missed_ties_fall_on_untied_pairs():
    names = ("AUS", "CHN", "IDN", "JPN", "RUS", "USA")
    told = made(*(row("ally", "USA", a) for a in names[:5]))
    coding = Coding(network_at(told, DAY).plan, {"row": Rate(kind="row", right=9, read=9, told=30)})
    ends = coding.draw(np.random.default_rng(2)).added["alliance"]
    assert len(ends[0])
    assert (names.index("USA") != ends[1]).all()


def test_an_accepted_claim_is_right():
    from dataclasses import replace

    sure = tuple(replace(x, reviewed="accepted") for x in MEETINGS.links)
    plan = network_at(replace(MEETINGS, links=sure), DAY).plan
    assert (Coding(plan, RATES).draw(np.random.default_rng(0)).times > 0).all()


def test_a_draw_gives_a_value_its_interval():
    value = run(network_at(MEETINGS, DAY), ["mux.overlap"], rates=RATES, draws=20)[0]
    assert (value.lo, value.hi) == (1, 1)
    assert [e.cause for e in value.envelopes] == ["coding"]


def number(value):
    return Value(
        measure="m", subject=Subject(), value=value, unit="u", no_interval="it is made for a test"
    )


def test_a_multiverse_holds_the_value_of_every_choice():
    values = multiverse(lambda scale, k: [number(float(scale * k))], {"scale": [1, 2], "k": [3, 5]})
    envelope = values[0].envelopes[0]
    assert (values[0].value, values[0].lo, values[0].hi) == (3, 3, 10)
    assert dict(envelope.parts)["scale 2, k 5"] == 10


def test_leaving_out_a_source_shows_what_hangs_on_it():
    one = made(row("ally", "USA", "JPN"), family="one")
    told = one.joined(made(row("ally", "USA", "JPN"), row("ally", "USA", "KOR"), family="two"))

    def ties(evidence):
        actors = ("JPN", "KOR", "USA")
        network = network_at(evidence, DAY, actors=actors)
        return [number(float(network.layer("alliance").ties.sum()))]

    value = leave_one_family_out(told, ties)[0]
    assert (value.value, value.lo, value.hi) == (4, 2, 4)


def random_network(seed=0, n=12):
    rng = np.random.default_rng(seed)
    upper = np.triu(rng.random((n, n)) < 0.3, 1).astype(float)
    return upper + upper.T


def test_rewiring_keeps_every_degree_and_moves_ties():
    network = random_network()
    other = rewired(network, np.random.default_rng(1))
    assert (other.sum(0) == network.sum(0)).all()
    assert (other == other.T).all()
    assert (other != network).any()


def test_trading_keeps_sizes_of_bodies_and_numbers_of_memberships():
    held = (np.random.default_rng(0).random((8, 12)) < 0.4).astype(float)
    other = traded(held, np.random.default_rng(1))
    assert (other.sum(0) == held.sum(0)).all()
    assert (other.sum(1) == held.sum(1)).all()
    assert (other != held).any()


def test_a_random_network_is_no_more_clustered_than_chance():
    def triangles(network):
        return float(np.trace(network @ network @ network)) / 6

    null = against_chance(random_network(3), triangles, seed=1, draws=100)
    assert null.lo <= null.value <= null.hi


def test_rates_that_cannot_be_are_refused():
    with pytest.raises(ResourceError, match="more than"):
        Rate(kind="event.zh", right=5, read=4, told=9)


def test_rates_of_a_users_folder_are_laid_over_ours(tmp_path):
    text = '[[rate]]\nkind = "row"\nsource = "own"\nright = 9\nread = 10\ntold = 10\n'
    (tmp_path / "coding.toml").write_text(text, encoding="utf-8")
    assert read_rates(tmp_path)["row"].right == 9
    assert "event.zh" in read_rates(tmp_path)
