"""The same events told in two languages: how far two readings agree.

    python benchmarks/two_tellings.py CHINESE.md ENGLISH.md [SECTION]

Prints the F1 of events that agree in mode, participants and start date. SECTION limits the first file to
the sections whose path begins so.
"""

import sys
from collections import Counter

import comity


def events_of(path, section=""):
    reading = comity.read(path)
    rows = [
        e
        for e in reading.events
        if e.section.startswith(section) and e.document == reading.document.id
    ]
    return Counter((e.mode, e.participants, str(e.period.start)) for e in rows)


def main():
    chinese = events_of(sys.argv[1], sys.argv[3] if len(sys.argv) > 3 else "")
    english = events_of(sys.argv[2])
    both = sum((chinese & english).values())
    total = sum(chinese.values()) + sum(english.values())
    for side, rest in (("first only", chinese - english), ("second only", english - chinese)):
        for event in sorted(rest, key=str):
            print(f"{side:12}{event}")
    print(
        f"same {both}, first {sum(chinese.values())}, second {sum(english.values())}, F1 {2 * both / total:.3f}"
    )


if __name__ == "__main__":
    main()
