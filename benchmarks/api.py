"""The REST interface on a study with a million claims: how long each address takes, and fifty clients at once.

    python benchmarks/api.py [STUDY|CLAIMS] [SECONDS]

Without a study one is made up (`benchmarks/study.py`). Each address is asked 20 different questions of its kind, so
that no answer is at hand, then the same again. Then fifty clients read for SECONDS (60): what they ask differs
two times in three. Times are of the whole way over the loopback interface, with everything else that this
machine does at the time; processor time of the server is told beside it.
"""

import asyncio
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from comity.study import open_study
from study import ACTORS, make

CLIENTS = 50
QUESTIONS = 20


def questions(study):
    """Return by name a function that makes up one question of its kind."""
    rng = random.Random(0)
    documents = [d["id"] for d in study.documents_page(200)]
    claims = [c["id"] for c in study.claims_page(200)]

    def pair():
        return rng.sample(ACTORS, 2)

    def year():
        return rng.randint(2000, 2023)

    def of(template, **makers):
        return lambda: template.format(**{name: make() for name, make in makers.items()})

    def dyad(rest=""):
        return lambda: "/dyads/{}/{}{}".format(
            *pair(), rest.format(year=year(), n=rng.randint(20, 200))
        )

    actor, document, claim = (
        lambda: rng.choice(ACTORS),
        lambda: rng.choice(documents),
        lambda: rng.choice(claims),
    )
    n = lambda: rng.randint(20, 500)  # noqa: E731
    return {
        "documents": of("/documents?limit={n}", n=n),
        "document": of("/documents/{d}", d=document),
        "spans": of("/documents/{d}/spans?limit={n}", d=document, n=n),
        "claims from a year": of("/claims?from={y}&limit={n}", y=year, n=n),
        "claims of one at a day": of(
            "/claims?actor={a}&at={y}-06-{m:02}", a=actor, y=year, m=lambda: rng.randint(1, 28)
        ),
        "claims by words": of("/claims?text=claim%20{n}&limit=20", n=n),
        "one claim": of("/claims/{c}", c=claim),
        "positions of an issuer": of("/positions?issuer={a}&from={y}", a=actor, y=year),
        "actors": of("/actors?limit={n}", n=n),
        "actor": of("/actors/{a}", a=actor),
        "dossier of one": of("/actors/{a}/dossier?from={y}&limit={n}", a=actor, y=year, n=n),
        "two actors": dyad(),
        "dossier of two": dyad("/dossier?limit={n}"),
        "timeline of two": dyad("/timeline?from={year}"),
        "promises": of("/promises?at={y}-{m:02}-01", y=year, m=lambda: rng.randint(1, 12)),
        "two documents": lambda: "/compare?first={}&second={}".format(*rng.sample(documents, 2)),
        "search": of("/search?q=claim%20{n}", n=n),
        "sources": of("/data/sources?limit={n}", n=n),
        "mechanisms": of("/mechanisms?limit={n}", n=n),
        "study": of("/study"),
        "measures": of("/measures"),
    }


def slow():
    """Return what is worked out when first asked for, and kept."""
    return {
        "architecture at a day": "/architecture?at=2016-09-04",
        "architecture, 24 years": "/architecture/years?first=2000&last=2023",
        "a tie": "/architecture/ties/partnership/CHN/RUS?at=2016-09-04",
    }


class Client:
    """One connection that asks and reads, one question after the other."""

    def __init__(self, port):
        self.port = port
        self.streams = None

    async def get(self, path):
        """Return the status and the size of an answer."""
        if self.streams is None:
            self.streams = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.streams
        head = f"GET /api/v1{path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n"
        writer.write(head.encode())
        await writer.drain()
        told = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        size = int(re.search(r"content-length: (\d+)", told, re.I)[1])
        await reader.readexactly(size)
        return int(told.split(" ", 2)[1]), size


def cut(times, share):
    ordered = sorted(times)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1000


async def asked(client, paths):
    times = []
    for path in paths:
        start = time.perf_counter()
        status, _ = await client.get(path)
        times.append(time.perf_counter() - start)
        if status != 200:
            print(f"{status} {path}")
    return times


async def one_by_one(port, kinds, busy):
    client = Client(port)
    print(f"{'':26}{'first time, ms':>24}{'again, ms':>18}{'processor, ms':>16}")
    print(f"{'':26}{'p50':>12}{'p99':>12}{'p50':>9}{'p99':>9}{'a question':>16}")
    for name, ask in kinds.items():
        paths = [ask() for _ in range(QUESTIONS)]
        await client.get(paths[0])
        before = busy()
        first = await asked(client, paths[1:])
        used = (busy() - before) / len(first) * 1000
        again = await asked(client, paths[1:])
        figures = cut(first, 0.5), cut(first, 0.99), cut(again, 0.5), cut(again, 0.99)
        print("{:26}{:12.0f}{:12.0f}{:9.1f}{:9.1f}{:16.0f}".format(name, *figures, used))


async def worked_out(port, kinds):
    client = Client(port)
    for name, path in kinds.items():
        start = time.perf_counter()
        while (await client.get(path))[0] == 503:
            await asyncio.sleep(2)
        first = time.perf_counter() - start
        again = await asked(client, [path] * QUESTIONS)
        print(
            f"{name:26}{first:10.1f} s the first time, then p50 {cut(again, 0.5):.1f}, p99 {cut(again, 0.99):.1f} ms"
        )


async def crowd(port, kinds, seconds):
    """Let fifty clients read at once: two questions in three are new, one was asked before."""
    rng = random.Random(1)
    seen = [ask() for ask in kinds.values()]
    makers = list(kinds.values())
    times, wrong = [], {}
    ends = time.perf_counter() + seconds

    async def read():
        client = Client(port)
        while time.perf_counter() < ends:
            path = rng.choice(seen) if rng.random() < 1 / 3 else rng.choice(makers)()
            start = time.perf_counter()
            status, _ = await client.get(path)
            times.append(time.perf_counter() - start)
            if status != 200:
                wrong[status] = wrong.get(status, 0) + 1
            seen[rng.randrange(len(seen))] = path

    await asyncio.gather(*(read() for _ in range(CLIENTS)))
    rate = len(times) / seconds
    print(
        f"{CLIENTS} clients for {seconds:.0f} s: {len(times):,} answers, {rate:.0f} a second, "
        f"p50 {cut(times, 0.5):.0f} ms, p99 {cut(times, 0.99):.0f} ms, errors {wrong or 0}"
    )


def processor(pid):
    """Return a function that tells the processor time a process has used, in seconds."""

    def used():
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / 100

    return used if Path(f"/proc/{pid}/stat").exists() else time.process_time


def run(path, seconds):
    with open_study(path, readonly=True) as study:
        kinds = questions(study)
        print(f"{study.info()['claims']:,} claims")
    command = [
        sys.executable,
        "-m",
        "comity",
        "serve",
        "--study",
        str(path),
        "--port",
        "0",
        "--no-open",
    ]
    start = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            port = int(re.search(r":(\d+)/", server.stdout.readline())[1])
            asyncio.run(asked(Client(port), ["/study"]))
            print(f"first answer {time.perf_counter() - start:.1f} s after the command")
            asyncio.run(one_by_one(port, kinds, processor(server.pid)))
            asyncio.run(crowd(port, kinds, seconds))
            asyncio.run(worked_out(port, slow()))
        finally:
            server.terminate()


def main():
    given = sys.argv[1] if len(sys.argv) > 1 else "1000000"
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 60.0
    if not given.isdigit():
        run(Path(given), seconds)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.duckdb"
        make(path, int(given))
        with open_study(path) as study:
            study.derived()
        run(path, seconds)


if __name__ == "__main__":
    main()
