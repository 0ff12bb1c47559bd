"""The examples in the documentation of feeds and codes."""

import doctest
import importlib

import pytest

MODULES = [
    "comity.feeds.dates",
    "comity.feeds.ontology",
    "comity.feeds.row",
    "comity.registry.codes",
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name):
    found = doctest.testmod(importlib.import_module(name))
    assert (found.failed, found.attempted > 0) == (0, True)
