"""The commands of forecasts, as a user types them."""

import json

import pytest
from tests.forecast.made import drawn

from comity.cli import main


@pytest.fixture
def events(tmp_path):
    table = drawn(24)
    rows = [
        ",".join(map(str, (*table.row(i)[:3], f"2016-{1 + t // 28:02}-{1 + t % 28:02}")))
        for i, t in enumerate(table.time)
    ]
    path = tmp_path / "events.csv"
    path.write_text("\n".join(["subject,relation,object,time", *rows]) + "\n", encoding="utf-8")
    return str(path)


def run(capsys, *args):
    with pytest.raises(SystemExit) as stop:
        main(["forecast", *args])
    return stop.value.code, *capsys.readouterr()


def test_who_is_ranked_with_base_rates(capsys, events):
    code, out, err = run(
        capsys, "who", "actor 01", "deed 1", "--events", events, "--grain", "day", "--json"
    )
    rows = json.loads(out)
    assert code == 0
    assert [r["rank"] for r in rows] == list(range(1, len(rows) + 1))
    assert "will be reported" in err


def test_an_explanation_sums_and_names_its_rows(capsys, events):
    code, out, _ = run(
        capsys,
        "explain",
        "actor 01",
        "deed 1",
        "actor 02",
        "--events",
        events,
        "--grain",
        "day",
        "--json",
    )
    told = json.loads(out)
    assert code == 0
    total = told["start"] + sum(c["log_odds"] for c in told["contributions"])
    assert total == pytest.approx(told["log_odds"], abs=1e-6)
    behind = [e for c in told["contributions"] for e in c["events"]]
    assert behind[0]["source"].startswith("events.csv#")
    assert behind[0]["time"].startswith("2016-01-")


def test_whether_and_count_answer(capsys, events):
    code, out, _ = run(
        capsys,
        "whether",
        "actor 01",
        "deed 1",
        "actor 02",
        "--events",
        events,
        "--grain",
        "day",
        "--json",
    )
    assert code == 0
    assert 0 < json.loads(out)["probability"] < 1
    code, out, _ = run(
        capsys, "count", "actor 01", "actor 02", "--events", events, "--grain", "day", "--json"
    )
    assert code == 0
    assert sum(json.loads(out)["chances"]) == pytest.approx(1, abs=1e-3)


def test_a_backtest_prints_its_protocol(capsys, tmp_path):
    table = drawn(30)
    parts = {"train": table.time < 20, "valid": table.time >= 20}
    for name, chosen in parts.items():
        part = table.take(chosen)
        lines = [
            f"{s}\t{r}\t{o}\t{t}"
            for s, r, o, t in zip(part.subject, part.relation, part.object, part.time, strict=True)
        ]
        (tmp_path / name).write_text("\n".join(lines) + "\n")
    files = ("--train", str(tmp_path / "train"), "--on", str(tmp_path / "valid"))
    code, out, _ = run(capsys, "backtest", *files, "--json")
    assert code == 0
    report = json.loads(out)
    assert report["protocol"]["ties"] == "average"
    assert report["all"]["queries"] == 2 * int(parts["valid"].sum())
    code, _, err = run(capsys, "backtest", "--train", files[3], "--on", files[1])
    assert code == 2
    assert "came after" in err


@pytest.mark.parametrize("at", ["2016-13", "never", "9" * 30, "2016-02-31"])
def test_a_date_that_is_none_is_refused(capsys, events, at):
    code, _, err = run(capsys, "who", "actor 01", "deed 1", "--events", events, "--at", at)
    assert code == 2
    assert "is no date" in err


def test_a_table_without_time_names_the_row(capsys, tmp_path):
    (tmp_path / "bad.csv").write_text("subject,relation,object,time\nA,meet,B,\n")
    code, _, err = run(capsys, "who", "A", "meet", "--events", str(tmp_path / "bad.csv"))
    assert code == 2
    assert "row 1 is no event" in err
