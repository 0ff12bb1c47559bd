import json
import subprocess
import sys


def run(*args):
    command = [sys.executable, "-m", "comity", *args]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_members_are_named_from_the_bundled_facts_without_a_study():
    done = run("members", "SCO", "--at", "2017-06-08", "--facts", "--json")
    rows = {r["actor"]: r for r in json.loads(done.stdout)}
    assert (rows["CHN"]["role"], rows["IND"]["role"]) == ("member", "observer")
    assert "policy official" in done.stderr


def test_the_dates_of_a_mechanism_are_shown_with_their_kind():
    done = run("members", "亚信", "--founded", "--facts", "--format", "csv")
    assert [line.split(",")[1] for line in done.stdout.splitlines()[1:]] == [
        "proposed",
        "signed",
        "first-meeting",
        "first-observed",
    ]


def test_ties_say_what_holds_and_unknown_is_not_no():
    done = run("ties", "USA", "New Zealand", "--at", "1987-01-01", "--facts", "--json")
    assert [r["holds"] for r in json.loads(done.stdout)] == ["suspended"]
    done = run("ties", "CHN", "JPN", "--at", "2010", "--facts")
    assert "unknown, which is not no" in done.stderr


def test_facts_go_into_a_study_once(tmp_path):
    path = str(tmp_path / "s.duckdb")
    assert "facts added. Rows:" in run("study", "facts", "--study", path).stderr
    assert "there already" in run("study", "facts", "--study", path).stderr
    done = run("members", "eas", "--study", path, "--json")
    assert len(json.loads(done.stdout)) == 18


def test_an_unknown_mechanism_or_policy_is_a_sentence():
    assert run("members", "no-such-body", "--facts").returncode == 2
    assert run("ties", "CHN", "RUS", "--facts", "--policy", "best").returncode == 2
