from itertools import combinations

import numpy as np
import pytest

from comity.pictures.style import DASHES, FAINT, INK, PAPER, SOFT, TONES, style_sheet

# Machado, Oliveira and Fernandes 2009, full deficiency, on linear RGB.
BLIND = {
    "protan": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "deutan": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
}


def linear(colour):
    parts = np.array([int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one, two):
    lights = sorted(float(linear(c) @ [0.2126, 0.7152, 0.0722]) + 0.05 for c in (one, two))
    return lights[1] / lights[0]


@pytest.mark.parametrize("mode", [0, 1])
def test_words_and_lines_stand_out_from_their_paper(mode):
    for colour in (INK, SOFT, *TONES):
        assert contrast(colour[mode], PAPER[mode]) >= 4.5


@pytest.mark.parametrize("mode", [0, 1])
@pytest.mark.parametrize("kind", BLIND)
def test_layers_that_share_a_map_differ_for_the_colour_blind_or_in_their_dashes(mode, kind):
    seen = [np.clip(BLIND[kind] @ linear(t[mode]), 0, 1) ** (1 / 2.4) for t in TONES]
    for one, two in combinations(range(5), 2):
        apart = float(np.linalg.norm(seen[one] - seen[two]))
        assert apart > 0.12 or DASHES[one] != DASHES[two]


def test_no_two_line_styles_are_alike():
    assert len(set(DASHES)) == len(DASHES) > len(TONES)


def test_dark_is_for_screens_only():
    assert "@media screen and (prefers-color-scheme:dark)" in style_sheet()
    assert FAINT.dark in style_sheet().split("@media")[1]
