"""Data sets in a study: once, whole or gone on with, and what they say yes, no and unknown to."""

import os
import signal
import subprocess
import sys
import time
from datetime import date

import pytest

from comity.errors import ReadError, StudyError
from comity.feeds.load import parse_feed
from comity.model import Period
from comity.study import ingest, open_study
from feeds.samples import write_sample
from feeds.test_feeds import OWN


@pytest.fixture
def empty(clock):
    with open_study(clock=clock) as made:
        yield made


def test_an_import_records_claims_numbers_coverage_and_a_manifest(empty, tmp_path):
    done = empty.import_feed("atop", write_sample("atop", tmp_path))
    assert (done.claims, done.observations, done.rows, done.skipped) == (2, 0, 9, 1)
    (row,) = empty.imports()
    assert (row["feed"], row["rows"], row["skipped"]) == ("atop", 9, 1)
    assert "no state has the cow code 999" in row["reasons"]
    (cover,) = empty.coverage()
    assert (cover["property"], str(cover["start"]), str(cover["end"])) == (
        "ally",
        "2016-01-01",
        "2018-12-31",
    )
    assert empty.documents()[0]["kind"] == "dataset"
    assert empty.verify() == []


def test_the_same_file_again_adds_nothing(empty, tmp_path):
    first = empty.import_feed("cow-nmc", write_sample("cow-nmc", tmp_path))
    info = empty.info()
    again = empty.import_feed("cow-nmc", write_sample("cow-nmc", tmp_path))
    assert again.known
    assert again.document == first.document
    assert again.reasons == first.reasons
    assert empty.info() == info


def test_a_specification_changed_after_the_import_is_refused(empty, tmp_path):
    file = tmp_path / "v.csv"
    file.write_text("day,guest,host,city\n2019-04-02,CHN,JPN,Tokyo\n")
    empty.import_feed(parse_feed(OWN, "my.toml"), file)
    changed = parse_feed(OWN.replace('"visit"', '"meet"'), "my.toml")
    with pytest.raises(StudyError, match="imported by another version of the feed"):
        empty.import_feed(changed, file)


def test_a_broken_file_leaves_nothing_behind(empty, tmp_path):
    path = write_sample("cow-nmc", tmp_path)
    path.write_bytes(path.read_bytes() + b"CHN,710,2001,\xff,1,1,1,1,1,1,7\n")
    with pytest.raises(ReadError, match="encoding"):
        empty.import_feed("cow-nmc", path)
    assert empty.info()["datasets"] == 0


def test_an_interrupted_import_is_gone_on_with_and_covers_nothing_before(
    empty, tmp_path, monkeypatch
):
    monkeypatch.setattr(ingest, "BATCH", 3)
    path = write_sample("cow-mid", tmp_path)

    def stop(rows):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        empty.import_feed("cow-mid", path, tell=stop)
    assert (len(empty.imports()), len(empty.coverage())) == (0, 0)
    assert empty.holds("mid-hostility", "USA", "IND", date(2001, 7, 1)).value == "unknown"
    done = empty.import_feed("cow-mid", path)
    assert (done.resumed, done.observations) == (3, 5)
    assert len({(o["series"], o["row"]) for o in empty.series("mid-hostility")}) == 2
    assert empty.holds("mid-hostility", "USA", "IND", Period.year(2001)).value == "no"


KILLED = "import sys,comity; s=comity.open(sys.argv[1]); print('go',flush=True); s.import_feed('cow-trade',sys.argv[2])"


def test_killed_at_any_moment_an_import_can_be_finished(tmp_path):
    lines = "".join(f"2,710,{y},a,b,{y},{i},1,1\n" for i in range(150) for y in range(1900, 2010))
    path = tmp_path / "trade.csv"
    head = "ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2\n"
    path.write_text(head + lines)
    study = tmp_path / "s.duckdb"
    for wait in (0.15, 0.4, 0.8):
        run = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(study), str(path)], stdout=subprocess.PIPE
        )
        assert run.stdout.readline() == b"go\n"
        time.sleep(wait)
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        run.stdout.close()
        with open_study(study, readonly=True) as seen:
            assert seen.verify() == []
    with open_study(study) as made:
        made.import_feed("cow-trade", path)
        assert made.info()["observations"] == 4 * 110 * 150


def test_a_series_gives_what_its_source_gives(empty, tmp_path):
    empty.import_feed("cow-trade", write_sample("cow-trade", tmp_path))
    (row,) = empty.series("imports", "CHN", "USA")
    assert (row["value"], row["unit"], row["row"]) == (None, "million current US dollars", 1)
    assert len(empty.series("imports", "CHN", "USA", either=True)) == 2
    assert len(empty.series("imports", "CHN", "JPN")) == 0
    assert [s["series"] for s in empty.series()] == ["imports", "smoothed-imports"]


def test_a_newer_file_of_a_feed_takes_the_place_of_the_older_in_series(empty, clock, tmp_path):
    path = write_sample("cow-nmc", tmp_path)
    empty.import_feed("cow-nmc", path)
    clock.set(2021, 1, 1)
    path.write_text(path.read_text().replace("2000,100,", "2000,111,"))
    second = empty.import_feed("cow-nmc", path)
    assert len(second.also) == 1
    assert [r["value"] for r in empty.series("military-expenditure", "CHN")] == [111.0]
    both = empty.series("military-expenditure", "CHN", every_import=True)
    assert sorted(r["value"] for r in both) == [100.0, 111.0]


# three answers


@pytest.fixture
def allied(empty, tmp_path):
    empty.import_feed("atop", write_sample("atop", tmp_path))
    empty.import_feed("cow-alliances", write_sample("cow-alliances", tmp_path))
    return empty


@pytest.mark.parametrize(
    ("a", "b", "at", "value"),
    [
        ("USA", "KOR", date(2017, 7, 1), "yes"),
        ("KOR", "USA", date(2017, 7, 1), "yes"),
        ("USA", "KOR", date(2019, 1, 1), "unknown"),  # past the end of what the source covers
        ("USA", "KOR", date(2010, 1, 1), "unknown"),
        ("USA", "PRK", date(2017, 7, 1), "no"),
        ("USA", "FJI", date(2017, 7, 1), "unknown"),  # a part of the data: not about Fiji
        ("USA", "THA", Period.year(1954), "yes"),
        ("USA", "THA", date(1955, 7, 1), "unknown"),  # a fact of the year says nothing of its days
        ("USA", "THA", date(1956, 7, 1), "no"),
    ],
)
def test_silence_means_no_only_inside_coverage(allied, a, b, at, value):
    assert allied.holds("ally", a, b, at).value == value


def test_a_grade_asks_about_one_obligation(allied):
    at = date(2017, 7, 1)
    assert allied.holds("ally", "USA", "KOR", at, grade="defence").value == "yes"
    assert allied.holds("ally", "USA", "KOR", at, grade="neutrality").value == "no"


def test_sources_that_differ_are_both_shown(allied, tmp_path):
    text = "relation,from,to,start,end,grade\nally,USA,PRK,2016-01-01,2018-12-31,x\n"
    (tmp_path / "t.csv").write_text(text)
    allied.import_feed("table", tmp_path / "t.csv")
    found = allied.holds("ally", "USA", "PRK", date(2017, 7, 1))
    assert (found.value, found.conflict, sorted(found.sources.values())) == (
        "yes",
        True,
        ["no", "unknown", "yes"],
    )
    assert len(found.claims) == 1


def test_a_missing_value_is_unknown_and_an_observer_no_member(empty, tmp_path):
    empty.import_feed("cow-igo", write_sample("cow-igo", tmp_path))
    year = Period.year
    assert empty.holds("member", "USA", "un", year(1965)).value == "yes"
    assert empty.holds("member", "USA", "un", year(1966)).value == "unknown"
    assert empty.holds("member", "USA", "asean", year(1967)).value == "no"
    assert empty.holds("member", "USA", "anzus", year(1967)).value == "no"
    assert empty.holds("member", "USA", "anzus", year(1967), role="observer").value == "yes"
    assert empty.holds("member", "USA", "arf", year(1967)).value == "unknown"


def test_machine_coded_silence_says_nothing_and_deaths_do(empty, tmp_path):
    empty.import_feed("ucdp-ged", write_sample("ucdp-ged", tmp_path))
    assert empty.holds("attack", "IND", "PAK", date(1999, 5, 3)).value == "yes"
    assert empty.holds("attack", "IND", "PAK", date(1999, 5, 4)).value == "unknown"
    assert empty.holds("ASSAULT", "IND", "PAK", date(1999, 5, 3)).value == "yes"


def test_events_are_counted_by_pair_and_month(empty, tmp_path):
    empty.import_feed("mme-exercises", write_sample("mme-exercises", tmp_path))
    assert empty.dyad_months().to_dicts() == [
        {"a": "JPN", "b": "USA", "month": date(2005, 8, 1), "root": "COOPERATE", "events": 1}
    ]
    assert len(empty.dyad_months(mode="meet")) == 0


def test_a_rejected_event_is_not_counted(empty, tmp_path):
    empty.import_feed("mme-exercises", write_sample("mme-exercises", tmp_path))
    claim = empty.claims(actors=["JPN"])[0]["id"]
    empty.judge("reject", claim, author="ann")
    assert len(empty.dyad_months()) == 0
