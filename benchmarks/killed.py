"""Kill a process that adds documents, many times at random moments, and look at what is left.

    python benchmarks/killed.py [TIMES] [SEED]

Each round a child adds documents and says after every commit how many claims are safe; it is killed with
SIGKILL at a random moment. Then the study must open, be whole, and hold every claim that was said to be
safe; at the end the interrupted study, gone on with, must hold the same claims as one made undisturbed.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from comity.study import open_study

CHILD = """
import sys
from comity.study import open_study
from comity.reading import iter_readings
with open_study(sys.argv[1]) as study:
    print("open", flush=True)
    for number in range(int(sys.argv[2])):
        text = (f"2019年{1 + number % 12}月{1 + number % 28}日，国家主席习近平同俄罗斯总统普京举行会谈。"
                f"双方签署第{number}号合作文件。中方愿同俄方深化合作。")
        study.record(iter_readings(text, issuer="CHN", issued="2020-01-01", language="zh"))
        print(study.info()["claims"], flush=True)
"""
DOCUMENTS = 60


def start(path):
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path), str(DOCUMENTS)], stdout=subprocess.PIPE, text=True
    )


def killed(path, rng):
    """Kill a child within its first second of writing; return the claims it said were safe."""
    child = start(path)
    child.stdout.readline()
    time.sleep(rng.uniform(0, 0.6))
    child.send_signal(signal.SIGKILL)
    lines = child.communicate()[0].split()
    return int(lines[-1]) if lines else 0


def main(times=200, seed=1):
    rng = random.Random(seed)
    lost = unreadable = finished = 0
    with tempfile.TemporaryDirectory() as folder:
        undisturbed = Path(folder) / "whole.duckdb"
        start(undisturbed).communicate()
        with open_study(undisturbed, readonly=True) as study:
            whole = {c["id"] for c in study.claims()}
        path = Path(folder) / "killed.duckdb"
        for _ in range(times):
            if finished:
                os.remove(path)
                finished = 0
            safe = killed(path, rng)
            try:
                with open_study(path) as study:
                    claims = {c["id"] for c in study.claims()}
                    bad = study.verify()
            except Exception as error:  # noqa: BLE001 - what is left may fail in any way
                print(f"unreadable: {error}")
                unreadable += 1
                continue
            lost += max(0, safe - len(claims)) + len(claims - whole) + len(bad)
            finished = claims == whole
        start(path).communicate()
        with open_study(path, readonly=True) as study:
            same = {c["id"] for c in study.claims()} == whole
    print(
        f"killed {times} times: {times - unreadable} studies readable, {lost} committed claims lost"
    )
    print(f"gone on with, the same claims as an undisturbed run: {same}")
    return 0 if same and not lost and not unreadable else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
