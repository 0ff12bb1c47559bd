"""Weights from a file, and the command that reads them."""

import json

import pytest
from click.testing import CliRunner

from comity.cli.measure_composite import command
from comity.errors import ComityError, QueryError, ResourceError
from comity.measure.weights import read_weights
from comity.study import open_study


def written(tmp_path, text):
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_weights_may_be_written_with_or_without_quotes(tmp_path):
    quoted = written(tmp_path, '[weights]\n"mux.P" = 2\n"coop.count:verbal-conflict" = -1\n')
    found = read_weights(quoted)
    assert found.weights == {"mux.P": 2, "coop.count:verbal-conflict": -1}
    assert found.measures == ("mux.P", "coop.count")
    bare = written(tmp_path, "[weights]\nmux.P = 2\n[options.mux.P]\nlayers = ['alliance']\n")
    assert read_weights(bare).weights == {"mux.P": 2}
    assert read_weights(bare).options == {"mux.P": {"layers": ["alliance"]}}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("weights = [", "cannot be read"),
        ("", "has no weights"),
        ("weights = 3", "has no weights"),
        ('[weights]\n"mux.P" = 1\n[colour]\nx = 1', "unknown key colour"),
        ('options = 3\n[weights]\n"mux.P" = 1', "options that are no table"),
        ('[weights]\n"sust.lead" = 1', "taken of a sequence"),
    ],
)
def test_a_wrong_file_is_told_in_one_sentence(tmp_path, text, wrong):
    with pytest.raises(ResourceError, match=wrong):
        read_weights(written(tmp_path, text))


def test_a_measure_there_is_not_is_an_error_that_lists_those_there_are(tmp_path):
    with pytest.raises(QueryError, match="no measure mood"):
        read_weights(written(tmp_path, "[weights]\nmood = 1"))


def test_a_folder_or_bytes_are_no_weights(tmp_path):
    with pytest.raises(ResourceError, match="cannot be read"):
        read_weights(tmp_path)
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ResourceError, match="cannot be read"):
        read_weights(tmp_path / "b.toml")


@pytest.fixture
def study(tmp_path):
    path = tmp_path / "s.duckdb"
    with open_study(path, create=True) as made:
        made.add_facts()
    return str(path)


def asked(tmp_path, study, text, *more):
    path = str(written(tmp_path, text))
    return CliRunner().invoke(
        command, ["--weights", path, "--study", study, "--at", "2016", "--draws", "20", *more]
    )


def test_the_command_shows_rank_intervals_with_the_weights_and_choices(tmp_path, study):
    done = asked(tmp_path, study, '[weights]\n"mux.P" = 1\n', "--actors", "CHN,RUS,美国")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0].split() == ["subject", "ranks", "score", "interval"]
    assert " to " in done.stdout
    assert "Weights: mux.P 1.00." in done.stderr
    assert "seed 0" in done.stderr


def test_the_command_gives_json_by_published_keys(tmp_path, study):
    done = asked(tmp_path, study, '[weights]\n"mux.P" = 1\n', "--json")
    rows = json.loads(done.stdout)
    assert {"actors", "best_rank", "worst_rank", "score", "lo", "hi"} <= set(rows[0])
    assert all(row["best_rank"] <= row["worst_rank"] for row in rows)


def test_without_weights_there_is_no_composite(study):
    done = CliRunner().invoke(command, ["--study", study, "--at", "2016"])
    assert done.exit_code == 2
    assert "Missing option '--weights'" in done.output


def test_a_measure_of_labels_is_refused(tmp_path, study):
    done = asked(tmp_path, study, '[weights]\n"partner.grade" = 1\n')
    assert isinstance(done.exception, ComityError)
    assert "labels" in str(done.exception)
