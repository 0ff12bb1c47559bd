"""Hold the dated meetings of a document against a table of a leader's engagements.

    python benchmarks/crosscheck.py DOCUMENT TABLE EXPECTED

TABLE has the columns date, country, leader, text (one engagement a row, China's leaders); EXPECTED the
columns seed_date, parties_iso3, event_type, date_in_china_vitae_data, verdict: what a person found. Prints
a line for each expected row and how many are reproduced.
"""

import csv
import sys
import tempfile
from pathlib import Path

from comity.study import open_study

FEED = """
id = "leader-engagements"
title = "Engagements of Chinese leaders"
issuer = "leader-engagements"
licence = "unclear: for development only"

[names]
"North Korea" = "PRK"

[[event]]
mode = "meet"
always = ["CHN"]
participants = ["country"]
when = "date"
words = ["leader", "text"]
"""
MODES = {"state_visit": "visit", "leaders_meeting": "meet", "dialogue_round": "dialogue"}


def checked(document, table):
    with tempfile.TemporaryDirectory() as folder, open_study() as study:
        feed = Path(folder) / "leader-engagements.toml"
        feed.write_text(FEED, encoding="utf-8")
        study.add(Path(document))
        imported = study.import_feed(feed, Path(table))
        print(
            f"{imported.claims} engagements imported, {imported.skipped} skipped {imported.reasons}"
        )
        texts = [d["id"] for d in study.documents() if d["kind"] == "text"]
        return [c for text in texts for c in study.check(text)]


def reproduced(row, found):
    """Return the checked claim that a row of the table is about, and whether verdict and date agree."""
    wanted = set(row["parties_iso3"].split())
    month = row["seed_date"][:7]
    for check in found:
        claim = check.claim
        same = set(claim["participants"]) == wanted and claim["mode"] == MODES[row["event_type"]]
        if not same or not (claim["start"] or "").startswith(month) or not about(row, claim):
            continue
        day = row["date_in_china_vitae_data"].split("/")[0]
        verdict = row["verdict"].replace("_", " ").replace("not in data", "not found")
        days = {e["start"] for e in check.evidence}
        return check, verdict == check.verdict and (not day or day in days)
    return None, False


def about(row, claim):
    """Of two claims alike the row's words tell which is meant: they stand in the document as quoted."""
    words = [w for w in row["seed_text_zh"].replace("……", "，").split("，") if len(w) > 3]
    return any(w in claim["quote"] or claim["quote"] in w for w in words)


def main():
    document, table, expected = sys.argv[1:4]
    found = checked(document, table)
    with Path(expected).open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    right = 0
    for row in rows:
        check, ok = reproduced(row, found)
        right += ok
        days = ", ".join(sorted({e["start"] for e in check.evidence})) if check else ""
        print(
            f"{'right' if ok else 'WRONG'}  {row['seed_date']:12} {row['event_type']:16} expected {row['verdict']:13} "
            f"{row['date_in_china_vitae_data']:23} found {check.verdict if check else 'no claim'} {days}"
        )
    print(f"{right} of {len(rows)} rows reproduced")
    return 0 if right == len(rows) else 1


if __name__ == "__main__":
    sys.exit(main())
