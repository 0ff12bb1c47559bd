"""The scorer: agreement, pairing, figures."""

import itertools
import json
import random
import subprocess
import sys

from comity.evaluate import evaluate
from comity.evaluate.pairing import assign
from comity.evaluate.report import Scores, add_file


def event(first, last, **more):
    base = {
        "kind": "event",
        "mode": "meet",
        "participants": ["CHN", "USA"],
        "start": "2016-09-01",
        "end": "2016-09-30",
    }
    return {**base, "start_char": first, "end_char": last, "quote": "x", "rule": "r", **more}


def score(golds, found):
    scores = Scores()
    add_file(scores, "d", golds, (0, 10**9), found, frozenset())
    return scores.figures()


def test_the_same_claims_score_one():
    rows = [event(0, 20), event(30, 50, mode="sign")]
    assert score(rows, rows)["full"] == 1.0


def test_a_wrong_date_is_found_but_not_full():
    figures = score([event(0, 20)], [event(0, 20, start="2017-09-01")])
    assert (figures["detect"], figures["full"]) == (1.0, 0.0)


def test_an_optional_fact_frees_a_claim():
    assert (
        score([event(0, 20), event(30, 50, optional=True)], [event(0, 20), event(30, 50)])["full"]
        == 1.0
    )


def test_a_broken_row_counts_as_found_and_wrong():
    assert score([event(0, 20)], [event(0, 20), {"kind": "event"}])["detect_precision"] == 0.5


def test_assignment_is_the_best_of_all():
    rng = random.Random(7)
    for _ in range(50):
        rows, columns = rng.randint(1, 4), rng.randint(1, 4)
        table = [[rng.random() for _ in range(columns)] for _ in range(rows)]
        best = max(
            sum(table[i][j] for i, j in enumerate(p) if j < columns)
            for p in itertools.permutations(range(max(rows, columns)), rows)
        )
        assert abs(sum(table[i][j] for i, j in assign(table)) - best) < 1e-9


def test_figures_agree_with_the_reference_scorer(shared, tmp_path):
    gold = shared / "gold" / "zh"
    from comity.reader import load_documents
    from comity.reading import claims_of

    for path in gold.glob("*.jsonl"):
        source = shared / "corpus" / "zh" / f"{path.stem}.md"
        rows = [
            json.dumps(c.to_dict(), ensure_ascii=False)
            for d in load_documents(source)
            for c in claims_of(d)
        ]
        (tmp_path / path.name).write_text("\n".join(rows), encoding="utf-8")
    tool = shared / "tools" / "score_reading.py"
    done = subprocess.run(
        [sys.executable, str(tool), str(gold), str(tmp_path), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    reference = json.loads(done.stdout.splitlines()[-1])
    figures = evaluate(gold).figures()
    for name in (
        "detect",
        "mode",
        "who",
        "when",
        "full",
        "full_macro",
        "position",
        "position_found",
        "tie",
    ):
        assert figures[name] == reference[name], name


def test_the_bundled_samples_are_annotated_and_read():
    from importlib.resources import files

    from comity.reader import load_documents

    samples = files("comity.samples")
    for path in (samples / "gold").iterdir():
        stem = path.name.removesuffix(".jsonl")
        (document,) = load_documents(str(samples / f"{stem}.md"))
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            assert document.text[row["start_char"] : row["end_char"]] == row["quote"]
    figures = evaluate().figures()
    assert (figures["files"], figures["unread"]) == (2, 0)
    assert figures["full"] > 0.8
