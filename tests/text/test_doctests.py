"""The examples in the documentation of the text layer."""

import doctest
import importlib
import pkgutil

import pytest

import comity.text

MODULES = [m.name for m in pkgutil.walk_packages(comity.text.__path__, "comity.text.")]


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
