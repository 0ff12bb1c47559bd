"""Killed while it adds documents, a study stays readable and loses nothing that was committed."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
import killed


def test_a_study_survives_being_killed_at_random_moments(capsys):
    assert killed.main(times=4, seed=7) == 0
    assert "4 studies readable, 0 committed claims lost" in capsys.readouterr().out
