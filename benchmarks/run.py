"""Side by side: how fast the reader is, over what floor, and beside other date libraries.

Run with `make bench` or `python benchmarks/run.py [FILE or FOLDER ...]`. Without files it reads the
bundled samples, repeated. Peers (dateparser, jionlp) are installed in an environment of their own with
`python -m pip install --target .bench-peers dateparser jionlp`, and are left out when absent.
"""

import resource
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path

from comity.extract import load_extractor
from comity.model import Period
from comity.reader import load_documents, parse_text
from comity.registry.lexicon import load_lexicon
from comity.text.dates import find_dates
from comity.text.sentences import split_sentences

sys.path.append(".bench-peers")


def documents_of(arguments):
    if arguments:
        return [d for name in arguments for d in load_documents(Path(name))]
    samples = [
        f.read_text(encoding="utf-8")
        for f in files("comity.samples").iterdir()
        if f.name.endswith(".md")
    ]
    return [d for text in samples * 20 for d in parse_text(text)]


def timed(work, items, rounds=3):
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        for item in items:
            work(item)
        best = min(best, time.perf_counter() - start)
    return best


def sentences_of(documents):
    return [
        d.clean[b.span.start + s.start : b.span.start + s.end]
        for d in documents
        for b in d.blocks
        for s in split_sentences(d.clean[b.span.start : b.span.end], d.language)
    ]


def peers(language):
    try:
        if language == "en":
            from dateparser.search import search_dates

            yield "dateparser", lambda s: search_dates(s, languages=["en"])
        else:
            import jionlp

            yield "jionlp", lambda s: jionlp.ner.extract_time(s, time_base=time.time())
    except ImportError:
        print("  (no peer installed: see the head of benchmarks/run.py)")


def bench(documents, language):
    sentences = sentences_of(documents)
    size = sum(len(d.clean.encode()) for d in documents) / 1e6
    extractor, lexicon = load_extractor(), load_lexicon()
    reference = Period.day(2020, 1, 1)
    whole = timed(extractor.read, documents)
    floor = timed(lambda d: lexicon.find(d.clean), documents)
    dates = timed(lambda d: find_dates(d.clean, language, d.issued), documents)
    print(f"{language}: {len(documents)} documents, {len(sentences)} sentences, {size:.2f} MB")
    for name, seconds in (("text to claims", whole), ("dictionary pass", floor), ("dates", dates)):
        print(f"  {name:16}{len(sentences) / seconds:10,.0f} sentences/s{size / seconds:8.2f} MB/s")
    print(f"  reader over its dictionary floor: {whole / floor:.1f} x")
    some = sentences[:60]
    ours = timed(lambda s: find_dates(s, language, reference), some, 1)
    for name, work in peers(language):
        print(
            f"  dates, beside {name}: {timed(work, some, 1) / ours:.0f} x faster, sentence by sentence"
        )


def cold(arguments, what):
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    print(f"  {what:16}{(time.perf_counter() - start) * 1000:8.0f} ms")


def main():
    documents = documents_of(sys.argv[1:])
    for language in ("zh", "en"):
        if chosen := [d for d in documents if d.language == language]:
            bench(chosen, language)
    print("cold processes")
    cold(["-c", "import comity"], "import comity")
    cold(["-m", "comity", "--help"], "comity --help")
    page = sys.argv[1] if len(sys.argv) > 1 and Path(sys.argv[1]).is_file() else None
    sample = files("comity.samples").joinpath("zh-security-cooperation-2019.md")
    cold(["-m", "comity", "read", "-q", "--format", "jsonl", page or str(sample)], "read one page")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process: {peak:.0f} MB")


if __name__ == "__main__":
    main()
