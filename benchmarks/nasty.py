"""Inputs made to hurt: how long each takes and how much memory, so that both stay bounded.

    PYTHONPATH=src python benchmarks/nasty.py [MEGABYTES] [KIND ...]

Each kind is one unit repeated to the wanted size (1 MB by default) without a full stop, a line break or
whatever else would part it, or a file that unfolds. It is read in a process of its own.
"""

import gzip
import io
import os
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

ZH = "2019年6月，国家主席习近平在比什凯克同俄罗斯总统普京举行会晤，双方强调加强反恐合作，中方反对单边制裁"
EN = "On June 5, 2019, President Xi Jinping met with President Putin in Moscow, China opposes unilateral sanctions"
UNITS = {
    "zh": ZH + "。",
    "zh-one-sentence": ZH + "，",
    "zh-no-comma": ZH.replace("，", ""),
    "zh-lines": ZH + "\n",
    "zh-character": "中",
    "zh-states": "中国",
    "zh-list": "中国、美国、",
    "zh-says": "中方表示，",
    "zh-digits": "一",
    "zh-year": "年",
    "zh-quotes": "“",
    "zh-titles": "《",
    "zh-same": "同年",
    "zh-oppose": "反对制裁、",
    "zh-headings": "# 标题\n",
    "en": EN + ". ",
    "en-one-sentence": EN + ", ",
    "en-no-comma": EN.replace(",", "") + " ",
    "en-wrapped": "the parties agreed to strengthen cooperation in the fields named\n",
    "en-states": "China ",
    "en-list": "Japan, ",
    "en-and": "China and ",
    "en-says": "China says that ",
    "en-capitals": "A",
    "en-years": "2019, ",
    "en-months": "June ",
    "en-abbreviations": "U.S. ",
    "en-initials": "a. B",
    "digits": "1234567890",
    "commas": ",",
    "brackets": "[",
    "angles": "<a ",
    "quotes": '"',
    "spaces": " ",
    "stops": ".",
    "rules": "---\n",
    "items": "- 中国\n",
    "stars": "**",
    "links": "[a](",
}
LONGEST = float(os.environ.get("LONGEST", "120"))  # seconds
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def repeated(unit: str, size: int) -> bytes:
    """Return a unit repeated to a size in bytes."""
    return (unit * (size // len(unit.encode()) + 1)).encode()


def unfolding(size: int) -> bytes:
    """Return a gzip file of one line that unfolds to a hundred times a size."""
    sink = io.BytesIO()
    with gzip.GzipFile(fileobj=sink, mode="wb", mtime=0) as stream:
        for _ in range(100):
            stream.write(b"a" * size)
    return sink.getvalue()


def word_file(body: bytes) -> bytes:
    """Return a Word file with a body."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        head = f'<w:document xmlns:w="{WORD}"><w:body>'.encode()
        archive.writestr("word/document.xml", head + body + b"</w:body></w:document>")
    return sink.getvalue()


def nested(opened: bytes, closed: bytes, size: int) -> bytes:
    """Return elements nested so deep that they reach a size."""
    depth = size // len(opened + closed)
    return opened * depth + closed * depth


FILES: dict[str, Callable[[int], tuple[str, bytes]]] = {
    "gz-one-line": lambda n: ("x.jsonl.gz", unfolding(n)),
    "gz-blank-lines": lambda n: ("x.jsonl.gz", gzip.compress(b"\n" * n * 10)),
    "jsonl-broken-lines": lambda n: ("x.jsonl", b"x\n" * (n // 2)),
    "jsonl-brackets": lambda n: ("x.jsonl", b"[" * n),
    "docx-one-paragraph": lambda n: (
        "x.docx",
        word_file(b"<w:p><w:r><w:t>" + b"a" * n * 10 + b"</w:t></w:r></w:p>"),
    ),
    "docx-paragraphs": lambda n: ("x.docx", word_file(b"<w:p/>" * (n // 2))),
    "docx-nested": lambda n: (
        "x.docx",
        word_file(nested(b"<w:p><w:r><w:t>x</w:t></w:r>", b"</w:p>", n)),
    ),
    "html-nested-lists": lambda n: ("x.html", nested(b"<ul><li>x", b"", n)),
    "html-nested-divisions": lambda n: ("x.html", nested(b"<div>x", b"</div>", n)),
    "html-paragraphs": lambda n: ("x.html", repeated("<p>中国</p>", n)),
    "html-cells": lambda n: (
        "x.html",
        b"<table>" + repeated("<tr><td>中国</td></tr>", n) + b"</table>",
    ),
    "html-attributes": lambda n: (
        "x.html",
        b"<p " + b" ".join(b"a%d=x" % i for i in range(n // 10)) + b">China</p>",
    ),
    "yaml-flow": lambda n: ("x.md", b"---\na: " + b"[" * n + b"\n---\n" + ZH.encode()),
    "yaml-keys": lambda n: ("x.md", b"---\n" + repeated("a: b\n", n) + b"---\n" + ZH.encode()),
}


def measured(path: Path) -> str:
    """Return time, peak memory and outcome of reading one file; after LONGEST seconds it is stopped."""
    command = [sys.executable, "-m", "comity", "read", "-q", str(path), "--format", "jsonl"]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=said)
        alarm = threading.Timer(LONGEST, process.kill)
        alarm.start()
        _, status, used = os.wait4(process.pid, 0)
        alarm.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - began
        out.seek(0)
        said.seek(0)
        claims, first = sum(1 for _ in out), said.read(90).decode("utf-8", "replace")
    peak = used.ru_maxrss / 1024
    how = "stopped" if process.returncode < 0 else f"left with {process.returncode}"
    return f"{seconds:7.1f} s {peak:7.0f} MB  {how:12} {claims:8} claims  {first.strip()}"


def main() -> None:
    sizes = [a for a in sys.argv[1:] if a.replace(".", "").isdigit()]
    wanted = [a for a in sys.argv[1:] if a not in sizes] or [*UNITS, *FILES]
    size = int(float(sizes[0] if sizes else 1) * 1_000_000)
    for kind in wanted:
        name, data = FILES[kind](size) if kind in FILES else ("x.md", repeated(UNITS[kind], size))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_bytes(data)
            del data
            print(f"{kind:22} {measured(path)}", flush=True)


if __name__ == "__main__":
    main()
