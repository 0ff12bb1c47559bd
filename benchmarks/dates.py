"""How fast dates are read, beside other date libraries.

    python benchmarks/dates.py [FILE ...]

Times comity's reader on generated running text, about one dated sentence in three, and on the files
given; and dateparser (English) and jionlp (Chinese) on the same sentences one by one, when installed.
Whole documents are what comity reads; "by sentence" is the like-for-like line the ratios rest on.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from comity.model import Period
from comity.text.dates import find_dates
from comity.text.sentences import split_sentences

sys.path.append(".bench-peers")
INSTALL = "python -m pip install --target .bench-peers dateparser jionlp"
REFERENCE = Period.day(2020, 7, 1)
PEER_SENTENCES = 60

DATED = {
    "zh": (
        "{y}年{m}月，两国国防部工作会晤在河内举行，双方就海上安全交换意见。",
        "{m}月底至{n}月初，编队访问三个港口。",
        "{y}年以来，双方在人道主义救援方面的合作稳步推进。",
        "{y}年{m}月{d}日至{e}日，外长级磋商在万象举行。",
    ),
    "en": (
        "In {M} {y} the two defence ministries held their working talks in Hanoi on maritime safety.",
        "From late {M} to early {N} the flotilla called at three ports of the region.",
        "Since {y} cooperation between the parties on humanitarian relief has grown steadily.",
        "The foreign ministers met in Vientiane from {d} to {e} {M} {y} for consultations.",
    ),
}
PLAIN = {
    "zh": (
        "各方愿在相互尊重的基础上继续推进地区对话与合作。",
        "双方重申尊重彼此主权和领土完整，反对以武力相威胁。",
        "有关国家应通过谈判协商妥善处理分歧，维护航行自由。",
    ),
    "en": (
        "All parties stand ready to go on with dialogue and cooperation in the region.",
        "Both sides reaffirmed their respect for sovereignty and the second principle they may invoke.",
        "The states concerned should settle their differences by talks and keep the sea lanes open.",
    ),
}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def written(language: str, count: int) -> list[str]:
    """Return generated sentences, always the same ones."""
    rng = random.Random(7)
    sentences = []
    for _ in range(count):
        month, day = rng.randint(1, 11), rng.randint(1, 20)
        template = rng.choice(DATED[language] if rng.random() < 1 / 3 else PLAIN[language])
        words = {"y": rng.randint(1990, 2019), "m": month, "n": month + 1, "d": day, "e": day + 3}
        sentences.append(template.format(**words, M=MONTHS[month - 1], N=MONTHS[month]))
    return sentences


def fastest(work: Callable[[], object], rounds: int = 3) -> float:
    """Return the seconds of the fastest round."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def peers(language: str) -> Iterator[tuple[str, Callable[[str], object]]]:
    try:
        if language == "en":
            from dateparser.search import search_dates

            yield "dateparser", lambda s: search_dates(s, languages=["en"])
        else:
            import jionlp

            yield "jionlp", lambda s: jionlp.ner.extract_time(s, time_base=time.time())
    except ImportError:
        print(f"  (to compare with other libraries: {INSTALL})")


def show(name: str, language: str, text: str, sentences: list[str]) -> None:
    seconds = fastest(lambda: find_dates(text, language, REFERENCE))
    rate, size = len(sentences) / seconds, len(text.encode()) / 1e6 / seconds
    print(f"{name} ({language}): {rate:,.0f} sentences/s, {size:.1f} MB/s, whole document")
    few = sentences[:PEER_SENTENCES]
    ours = fastest(lambda: [find_dates(s, language, REFERENCE) for s in few])
    print(f"  {'comity':12}{len(few) / ours:12,.0f} sentences/s by sentence")
    for peer, work in peers(language):
        theirs = fastest(lambda work=work: [work(s) for s in few], 1)
        print(
            f"  {peer:12}{len(few) / theirs:12,.0f} sentences/s, {theirs / ours:.0f} times slower"
        )


def main() -> None:
    for language, glue in (("zh", ""), ("en", " ")):
        sentences = written(language, 20_000)
        show("generated", language, glue.join(sentences), sentences)
    for name in sys.argv[1:]:
        text = Path(name).read_text(encoding="utf-8")
        language = "zh" if sum("一" <= c <= "鿿" for c in text) > len(text) / 10 else "en"
        sentences = [text[a:b] for a, b in split_sentences(text, language)]
        show(name, language, text, sentences)


if __name__ == "__main__":
    main()
