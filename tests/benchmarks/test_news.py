"""The benchmark on open news runs on rows of its shape; the rows here are our own."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "benchmarks" / "news"))
import dyads  # noqa: E402
import exercises  # noqa: E402
import penta  # noqa: E402
from scores import Count, f1, interval  # noqa: E402

ENGLISH = "On 3 June 2019 the President of France met with the Chancellor of Germany in Paris."
CHINESE = "2019年4月底，中俄海军在青岛举行“海上联合—2019”军事演习。"


def test_directed_pairs_of_talks_go_both_ways():
    row = {"text": ENGLISH, "date": "2019-06-04", "expected": [], "group": "a", "plover": "CONSULT"}
    found = {p for claim in dyads.read(row) for p in dyads.pairs_of(claim)}
    assert found == {("FRA", "DEU"), ("DEU", "FRA")}
    assert dyads.wanted_pairs({"expected": [{"source": "FRAGOV", "target": "DEU"}]}) == {
        ("FRA", "DEU")
    }


def test_reports_print_a_line_for_each_figure():
    gold = [{"source": "FRA", "target": "DEU", "code": "CONSULT"}]
    row = {
        "text": ENGLISH,
        "date": "2019-06-04",
        "expected": gold,
        "group": "a",
        "plover": "CONSULT",
    }
    assert "R 1.000" in next(dyads.report([row]))
    event = {"type": "Manoeuvre", "arguments": [{"role": "Date", "span": [0, 8]}]}
    lines = list(exercises.report([{"text": CHINESE, "event": event, "group": "a"}]))
    assert "F1 1.000" in lines[0]
    assert "F1 1.000" in lines[1]
    assert "1/1" in next(penta.report([{"text": ENGLISH, "penta": 1, "group": "a"}]))


def test_the_interval_holds_the_score_and_is_the_same_each_time():
    counts = [Count(str(i), i % 2, 1, 1) for i in range(40)]
    low, high = interval(counts)
    assert low <= f1(counts)[2] <= high
    assert interval(counts) == (low, high)
