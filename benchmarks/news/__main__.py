"""Where the reader stands on open news, untuned: `python benchmarks/news FOLDER`.

FOLDER holds any of plover_gsr_dev.jsonl (openeventdata/PLOVER), cn_military_dev.jsonl (the CMNIE task)
and conflibert_cameo_dev.jsonl (eventdata/ConfliBERT). The sets are news of another kind than the
documents comity is made for, and are for evaluation only: nothing of them is kept here.
"""

import json
import sys
from pathlib import Path

import dyads
import exercises
import penta

SETS = {
    "plover_gsr_dev.jsonl": dyads,
    "cn_military_dev.jsonl": exercises,
    "conflibert_cameo_dev.jsonl": penta,
}


def main(folder: Path) -> None:
    """Print one table for each set that the folder holds."""
    for name, scorer in SETS.items():
        path = folder / name
        if not path.exists():
            print(f"{name}: not in {folder}\n")
            continue
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        print(f"{name}: {scorer.__doc__.splitlines()[0]}")
        for line in scorer.report(rows):
            print(f"  {line}")
        print()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
