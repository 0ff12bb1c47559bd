"""The architecture over years."""

from datetime import date

import numpy as np
from tests.network.made import event, made, row

from comity.network import network_at, sequence

TOLD = made(
    row("ally", "USA", "JPN", start="1960-06-23", end="1962-03-01"),
    row("member", "CHN", frame="sco", start="1961-06-15"),
    row("member", "RUS", frame="sco", start="1961-06-15"),
    event("exercise", "CHN", "RUS", "KAZ", day="1961-08-01", track="military"),
    event("protest", ("CHN", "subject"), ("JPN", "target"), day="1960-12-31"),
    covers=[("ally", "1959-01-01", "1962-12-31")],
)
YEARS = range(1958, 1966)


def test_a_year_of_a_sequence_is_the_network_on_its_last_day():
    found = sequence(TOLD, YEARS)
    for place, year in enumerate(YEARS):
        network = network_at(TOLD, date(year, 12, 31))
        for name in network.names:
            np.testing.assert_allclose(
                found.weights[name][place], network.layer(name).weights, rtol=1e-6
            )
            assert (found.known[name][place] == network.layer(name).known).all()


def test_a_sequence_gives_its_years_as_networks():
    assert [n.day.year for n in sequence(TOLD, YEARS)] == list(YEARS)
