"""The examples in docstrings hold."""

import doctest
import importlib

import pytest

MODULES = (
    "measure.address",
    "measure.balance.search",
    "measure.blocs.louvain",
    "measure.conduct.answers",
    "measure.conduct.events",
    "measure.conduct.scales",
    "measure.define",
    "measure.equality.gini",
    "measure.institutions.central",
    "measure.institutions.density",
    "measure.institutions.gaps",
    "measure.institutions.membership",
    "measure.institutions.sessions",
    "measure.institutions.vitality",
    "measure.given",
    "measure.lasting.coupling",
    "measure.lasting.survival",
    "measure.multiplex.bridges",
    "measure.multiplex.participation",
    "measure.uncertainty.coding",
    "measure.uncertainty.intervals",
    "measure.uncertainty.ranks",
    "measure.values",
    "network.layers",
    "network.network",
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name):
    assert doctest.testmod(importlib.import_module(f"comity.{name}")).failed == 0
