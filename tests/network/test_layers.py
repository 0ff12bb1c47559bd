"""The rules of layers."""

import pytest

from comity.errors import ResourceError
from comity.network import check_layers, own_layers, read_layers
from comity.network.layers import parse_layers

LAYER = '[[layer]]\nid = "x"\nsource = "s"\n'


def test_the_layers_of_the_design_are_there():
    ids = [rule.id for rule in own_layers()]
    assert ids == [
        *("membership", "alliance", "partnership", "instruments"),
        *("military", "diplomacy", "economy", "disputes"),
    ]


def test_own_layers_are_in_order():
    assert check_layers() == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('projection = "cliques"\nmodes = ["meet"]', "unknown projection"),
        ('projection = "clique"\nmodes = ["greet"]', "unknown mode"),
        ('projection = "clique"', "takes up nothing"),
        ('projection = "pair"\nmodes = ["meet"]', "cannot hold events"),
        ('projection = "clique"\nrelations = ["ally"]', "cannot hold ties"),
        ('projection = "roles"\nmodes = ["accuse"]', "names none"),
        ('projection = "clique"\nmodes = ["meet"]\nsign = 2', "sign other than"),
        ('projection = "clique"\nmode = ["meet"]', "unknown key mode"),
        ('modes = ["meet"]', "lacks projection"),
    ],
)
def test_what_is_wrong_with_a_layer_is_named(text, problem):
    with pytest.raises(ResourceError, match=problem):
        parse_layers(LAYER + text, "layers.toml")


def test_a_layer_of_a_users_folder_takes_the_place_of_ours(tmp_path):
    text = '[[layer]]\nid = "diplomacy"\nprojection = "clique"\nmodes = ["visit"]\nsource = "own"\n'
    (tmp_path / "layers.toml").write_text(text, encoding="utf-8")
    rules = {rule.id: rule for rule in read_layers(tmp_path)}
    assert rules["diplomacy"].modes == ("visit",)
    assert len(rules) == len(own_layers())


def test_rules_of_layers_need_no_numpy():
    import subprocess
    import sys

    code = "import sys, comity.network.layers; print('numpy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


@pytest.mark.parametrize("name", ["network:network_at", "measure:run"])
def test_without_numpy_the_extra_is_named(name):
    import subprocess
    import sys

    package, what = name.split(":")
    code = (
        "import sys; sys.modules['numpy'] = None\n"
        f"try:\n    from comity.{package} import {what}\n"
        "except Exception as error:\n    print(type(error).__name__, error)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("MissingExtra")
    assert "comity[analysis]" in run.stdout
