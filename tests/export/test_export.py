"""What every export keeps: the same bytes, a true manifest, nothing half written."""

import hashlib
import json
import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from comity.cli.export import NAMES
from comity.errors import ExportError, QueryError, StudyError
from comity.export import FORMATS
from comity.study import open_study

from .conftest import ALL, EDITION, TALKS


def contents(folder):
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}


def test_the_command_knows_every_format():
    assert tuple(ALL) == NAMES
    assert all(f.help and f.files for f in FORMATS)


def test_the_same_study_gives_the_same_bytes_also_when_rebuilt_and_restored(study, tmp_path):
    for name in ("a", "b"):
        study.export(tmp_path / name, ALL, happenings=True, edition=EDITION)
        study.rebuild()
    with open_study() as again:
        again.restore(tmp_path / "a")
        again.export(tmp_path / "c", ALL, happenings=True, edition=EDITION)
    assert contents(tmp_path / "a") == contents(tmp_path / "b") == contents(tmp_path / "c")


def test_the_manifest_tells_size_digest_and_rows_of_each_file(study, tmp_path, lines):
    found = study.export(tmp_path / "out", ALL, edition=EDITION).manifest
    assert json.loads((tmp_path / "out" / "MANIFEST.json").read_text("utf-8")) == found
    files = contents(tmp_path / "out")
    assert {f["path"] for f in found["files"]} == {*files} - {"MANIFEST.json"}
    for each in found["files"]:
        data = files[each["path"]]
        assert (each["bytes"], each["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    rows = {f["path"]: f.get("rows") for f in found["files"]}
    assert (
        rows["claims.jsonl"] == len(lines(tmp_path / "out" / "claims.jsonl")) == len(study.claims())
    )


def test_the_manifest_tells_sources_filters_and_day_but_no_time_of_making(study, tmp_path):
    found = study.export(
        tmp_path / "out", ["csv"], actors=["CHN"], start=date(2019, 1, 1), as_known=date(2022, 1, 1)
    ).manifest
    assert found["filters"] == {"actors": ["CHN"], "start": "2019-01-01"}
    assert (found["as_known"], found["unit"]) == ("2022-01-01", "claim")
    assert [s["issuer"] for s in found["sources"]] == ["CHN", "RUS"] or len(found["sources"]) == 2
    assert "edition" in found
    assert not {"made", "time"} & set(found)


def test_an_export_as_known_earlier_lacks_what_came_later(study, clock, tmp_path):
    study.judge(
        "reject", study.claims(mode="call")[0]["id"], author="ann", recorded=datetime(2021, 1, 1)
    )
    then = study.export(tmp_path / "then", ["jsonl"], as_known=date(2020, 6, 1))
    now = study.export(tmp_path / "now", ["jsonl"])
    assert then.claims == now.claims + 1


def test_filters_choose_claims_and_their_documents(study, tmp_path, lines):
    study.export(tmp_path / "out", ["jsonl"], mode="call")
    assert [c["mode"] for c in lines(tmp_path / "out" / "claims.jsonl")] == ["call"]
    assert [d["issuer"] for d in lines(tmp_path / "out" / "documents.jsonl")] == ["RUS"]
    with pytest.raises(QueryError, match="no mode teatime"):
        study.export(tmp_path / "out2", ["jsonl"], mode="teatime")
    assert not (tmp_path / "out2").exists()


def test_texts_and_folders_of_this_machine_stay_here(study, tmp_path, lines):
    path = tmp_path / "home of ann" / "talks.md"
    path.parent.mkdir()
    path.write_text(TALKS + "\n\n2019年7月，中越两国外长通电话。", encoding="utf-8")
    study.add(path, issuer="CHN", issued="2019-07-30")
    study.export(tmp_path / "out", ALL, edition=EDITION)
    assert not any(b"home of ann" in data for data in contents(tmp_path / "out").values())
    assert {d["text"] for d in lines(tmp_path / "out" / "documents.jsonl")} == {None}
    study.export(tmp_path / "texts", ["jsonl"], texts=True)
    assert TALKS in {d["text"] for d in lines(tmp_path / "texts" / "documents.jsonl")}


def test_an_unchanged_export_is_replaced_and_anything_else_refused(study, tmp_path):
    out = tmp_path / "out"
    study.export(out, ["csv", "jsonl"])
    study.export(out, ["jsonl"])
    assert not (out / "claims.csv").exists()
    (out / "claims.jsonl").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="changed since"):
        study.export(out, ["jsonl"])
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "my.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match=r"holds my\.txt"):
        study.export(tmp_path / "notes", ["jsonl"])
    assert (tmp_path / "notes" / "my.txt").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("formats", "says"), [([], "No format"), (["tea"], "no format tea"), (["citation"], "authors")]
)
def test_what_cannot_be_exported_leaves_nothing(study, tmp_path, formats, says):
    with pytest.raises(ExportError, match=says):
        study.export(tmp_path / "out", formats)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(study, tmp_path):
    (tmp_path / "file").touch()
    for target in (tmp_path / "file", tmp_path / "file" / "out", tmp_path / "no" / "out"):
        with pytest.raises(ExportError):
            study.export(target, ["csv"])
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_write_permission_is_told(study, tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError, match="Permission denied"):
        study.export(tmp_path / "out", ["csv"])


FULL = """
import resource, sys
from comity.errors import ComityError
from comity.study import open_study
with open_study() as study:
    study.restore(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), int(sys.argv[4])))
    try:
        study.export(sys.argv[2], [sys.argv[3]])
    except ComityError as error:
        print(error)
"""


@pytest.mark.parametrize("format", ["parquet", "jsonl", "csv", "graphml", "jsonld", "ftm"])
def test_a_disk_that_fills_up_leaves_no_half_export(study, tmp_path, format):
    """A limit on the size of files stands for the full disk: writing fails in the middle."""
    study.export(tmp_path / "whole", ["jsonl"])
    full = subprocess.run(
        [sys.executable, "-c", FULL, tmp_path / "whole", tmp_path / "out", format, "1000"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "out cannot be written" in full.stdout, full.stderr
    assert sorted(p.name for p in Path(tmp_path).iterdir()) == ["whole"]


def test_the_command_writes_what_the_method_writes(study, tmp_path):
    from click.testing import CliRunner

    from comity.cli import cli

    path = tmp_path / "s.duckdb"
    study.export(tmp_path / "a", ["jsonl"])
    made = CliRunner().invoke(cli, ["study", "restore", str(tmp_path / "a"), "--study", str(path)])
    assert (made.exit_code, made.stdout) == (0, "")
    asked = ["--study", str(path), "--kind", "event", "--happenings", "-o", str(tmp_path / "b")]
    done = CliRunner().invoke(cli, ["export", "csv", "jsonl", *asked])
    assert (done.exit_code, done.stdout) == (0, "")
    assert "claims of 2 sources" in done.stderr
    study.export(tmp_path / "c", ["csv", "jsonl"], kind="event", happenings=True)
    assert contents(tmp_path / "b") == contents(tmp_path / "c")


def test_restoring_what_is_no_export_makes_no_study(study, tmp_path):
    from click.testing import CliRunner

    from comity.cli import cli

    study.export(tmp_path / "a", ["csv"])
    asked = ["study", "restore", str(tmp_path / "a"), "--study", str(tmp_path / "s.duckdb")]
    assert isinstance(CliRunner().invoke(cli, asked).exception, StudyError)
    assert not (tmp_path / "s.duckdb").exists()
