"""A dozen values of the Asia-Pacific example, worked out from the raw tables without comity.

Plain Python and the standard library, written apart from the measures: each function reads the rows of one
table, does what the formula on the measure's page says, and names the rows (line numbers, the header is 1).
"""

import csv
from collections import deque
from collections.abc import Iterator
from fractions import Fraction
from importlib.resources import files
from pathlib import Path

# The states that take part in the ASEAN Regional Forum (comity's facts name their sources); the EU is the 27th.
STATES = (
    *("AUS", "BGD", "BRN", "CAN", "CHN", "IDN", "IND", "JPN", "KHM", "KOR", "LAO", "LKA", "MMR"),
    *("MNG", "MYS", "NZL", "PAK", "PHL", "PNG", "PRK", "RUS", "SGP", "THA", "TLS", "USA", "VNM"),
)
ATOP = "alliance_atop_dyad_year.csv"
IGO = "igo_membership_spells.csv"
MID = "mid_cow5_dyad_dispute_year.csv"
MME = "exercises_mme7_participant_year.csv"
TRADE = "trade_cow4_dyad_year.parquet"
Lines = list[str]
Row = dict[str, str]


def lines(folder: Path, name: str) -> Iterator[tuple[int, Row]]:
    """Yield the rows of a table with their line numbers."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        yield from enumerate(csv.DictReader(file), 2)


def allies(folder: Path, year: int) -> dict[frozenset[str], int]:
    """Return the pairs of states that ATOP lists in a year, each with its line."""
    flags = ("atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul")
    return {
        frozenset((r["iso1"], r["iso2"])): n
        for n, r in lines(folder, ATOP)
        if int(r["year"]) == year
        and {r["iso1"], r["iso2"]} <= set(STATES)
        and any(r[f] == "1" for f in flags)
    }


def named(pairs: dict[frozenset[str], int], *states: str) -> Lines:
    return [
        f"{ATOP} {n}" for pair, n in sorted(pairs.items(), key=lambda p: p[1]) if set(states) & pair
    ]


def alliances(folder: Path, year: int) -> tuple[float, Lines]:
    """Return the number of allied pairs in a year."""
    pairs = allies(folder, year)
    return float(len(pairs)), [f"{ATOP} {n}" for n in sorted(pairs.values())]


def neighbours(folder: Path, year: int) -> dict[str, set[str]]:
    pairs = allies(folder, year)
    return {a: {b for b in STATES if frozenset((a, b)) in pairs and a != b} for a in STATES}


def kappa(folder: Path, year: int, a: str, b: str) -> tuple[float, Lines]:
    """Return Cohen's kappa of two alliance portfolios over all states listed, each tied to itself."""
    near = neighbours(folder, year)
    # A state that no row of the table names is unknown, not without allies: its column is left out.
    listed = {r[k] for _, r in lines(folder, ATOP) for k in ("iso1", "iso2")}
    columns = [s for s in STATES if s in listed]
    x = [int(s in near[a] | {a}) for s in columns]
    y = [int(s in near[b] | {b}) for s in columns]
    n = len(columns)
    agree = Fraction(sum(i == j for i, j in zip(x, y, strict=True)), n)
    p, q = Fraction(sum(x), n), Fraction(sum(y), n)
    chance = p * q + (1 - p) * (1 - q)
    return float((agree - chance) / (1 - chance)), named(allies(folder, year), a, b)


def betweenness(folder: Path, year: int, state: str) -> tuple[float, Lines]:
    """Return the share of shortest paths between two others that run through a state: each path counted."""
    near = neighbours(folder, year)
    total = Fraction(0)
    for s in STATES:
        for t in STATES:
            if s < t and state not in (s, t):
                paths = shortest(near, s, t)
                total += Fraction(sum(state in p for p in paths), len(paths)) if paths else 0
    n = len(STATES)
    return float(2 * total / ((n - 1) * (n - 2))), [
        f"{ATOP} {k}" for k in sorted(allies(folder, year).values())
    ]


def shortest(near: dict[str, set[str]], start: str, end: str) -> list[tuple[str, ...]]:
    """Return every shortest path between two states."""
    found: list[tuple[str, ...]] = []
    queue: deque[tuple[str, ...]] = deque([(start,)])
    depth = {start: 0}
    while queue:
        path = queue.popleft()
        if found and len(path) >= len(found[0]):
            continue
        for other in near[path[-1]]:
            if other == end:
                found.append((*path, other))
            elif depth.setdefault(other, len(path)) >= len(path) and other not in path:
                queue.append((*path, other))
    return found


def constraint(folder: Path, year: int, state: str) -> tuple[float, Lines]:
    """Return Burt's constraint in the network of alliances, every tie of weight 1."""
    near = neighbours(folder, year)

    def share(a: str, b: str) -> Fraction:
        return Fraction(1, len(near[a])) if b in near[a] else Fraction(0)

    found = sum(
        (share(state, j) + sum(share(state, q) * share(q, j) for q in near[state] - {j})) ** 2
        for j in near[state]
    )
    pairs = {p: n for p, n in allies(folder, year).items() if state in p or p <= near[state]}
    return float(found), [f"{ATOP} {n}" for n in sorted(pairs.values())]


def shared_bodies(folder: Path, year: int, a: str, b: str) -> tuple[float, Lines]:
    """Return in how many organisations two states were full or associate members at the end of a year."""
    member: dict[str, dict[str, int]] = {a: {}, b: {}}
    for n, r in lines(folder, IGO):
        on = int(r["from_year"]) <= year <= int(r["last_year"])
        if r["iso3"] in member and r["status"] in ("full", "associate") and on:
            member[r["iso3"]][r["igo"]] = n
    both = sorted(member[a].keys() & member[b].keys())
    return float(len(both)), [f"{IGO} {member[s][igo]}" for igo in both for s in (a, b)]


def disputes(folder: Path, year: int) -> tuple[float, Lines]:
    """Return how many pairs had a militarised dispute in a year."""
    found = {
        frozenset((r["iso1"], r["iso2"])): n
        for n, r in lines(folder, MID)
        if int(r["year"]) == year
        and {r["iso1"], r["iso2"]} <= set(STATES)
        and float(r["hostlev"]) > 0
    }
    return float(len(found)), [f"{MID} {n}" for n in sorted(found.values())]


def exercises(folder: Path, year: int, a: str, b: str) -> tuple[float, Lines]:
    """Return how many exercises that began in a year had two states among the participants."""
    seen: dict[str, dict[str, int]] = {}
    for n, r in lines(folder, MME):
        if r["s.year"] == str(year) and r["iso3"] in (a, b):
            seen.setdefault(r["MMEID"], {}).setdefault(r["iso3"], n)
    both = [rows for rows in seen.values() if len(rows) == 2]
    return float(len(both)), [f"{MME} {n}" for rows in both for n in rows.values()]


def imports(folder: Path, year: int, a: str, b: str) -> tuple[float, Lines]:
    """Return what a imported from b in a year, in million current dollars."""
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(folder / TRADE).to_pylist()
    for n, r in enumerate(table, 1):
        if r["year"] == year and (r["iso1"], r["iso2"]) in ((a, b), (b, a)):
            return float(r["flow1"] if r["iso1"] == a else r["flow2"]), [f"{TRADE} {n}"]
    return float("nan"), []


def balance(folder: Path, year: int) -> tuple[float, Lines]:
    """Return 1 - 2 f / m of alliances (+) and disputes (-), a pair with both being negative.

    Every cut of every connected part is tried, so it is the least number of frustrated ties there can be.
    """
    signs = dict.fromkeys(allies(folder, year), 1)
    told = {
        frozenset((r["iso1"], r["iso2"])): n
        for n, r in lines(folder, MID)
        if int(r["year"]) == year
    }
    signs |= dict.fromkeys((p for p in told if p <= set(STATES)), -1)
    frustrated = sum(least(part, signs) for part in parts(signs))
    rows = [f"{ATOP} {n}" for n in allies(folder, year).values()]
    rows += [f"{MID} {told[p]}" for p in signs if p in told]
    return 1 - 2 * frustrated / len(signs), rows


def parts(signs: dict[frozenset[str], int]) -> list[list[str]]:
    """Return the connected parts without the states that hang on one tie: those can always be satisfied."""
    ties = set(signs)
    while True:
        degree = {s: sum(s in t for t in ties) for s in STATES}
        kept = {t for t in ties if all(degree[s] > 1 for s in t)}
        if kept == ties:
            break
        ties = kept
    found: list[list[str]] = []
    left = {s for t in ties for s in t}
    while left:
        part, queue = set(), [min(left)]
        while queue:
            s = queue.pop()
            if s not in part:
                part.add(s)
                queue += [o for t in ties if s in t for o in t if o != s]
        found.append(sorted(part))
        left -= part
    return found


def least(part: list[str], signs: dict[frozenset[str], int]) -> int:
    """Return the least number of frustrated ties over all cuts of a part.

    Cuts are tried in the order of a Gray code: each differs from the last by one state that changes camp.
    """
    place = {s: k for k, s in enumerate(part)}
    near: list[list[tuple[int, int]]] = [[] for _ in part]
    bad = 0
    for tie, sign in signs.items():
        if tie <= set(part):
            a, b = (place[s] for s in tie)
            near[a].append((b, sign))
            near[b].append((a, sign))
            bad += sign < 0
    camp, fewest = [1] * len(part), bad
    for turn in range(1, 2 ** (len(part) - 1)):
        moved = (turn & -turn).bit_length() - 1
        bad += sum(sign * camp[moved] * camp[other] for other, sign in near[moved])
        camp[moved] = -camp[moved]
        fewest = min(fewest, bad)
    return fewest


def members(body: str, year: int) -> tuple[float, Lines]:
    """Return how many of the states took part in a body at the end of a year, by comity's own facts."""
    rows = [
        n
        for n, r in facts("memberships.csv")
        if r["mechanism"] == body
        and r["member"] in STATES
        and r["from"][:4] <= str(year)
        and (not r["to"] or r["to"][:4] > str(year))
    ]
    return float(len(rows)), [f"facts/memberships.csv {n}" for n in rows]


def grade(a: str, b: str, year: int) -> tuple[str, Lines]:
    """Return the grade of a partnership that was in force at the end of a year, by comity's own facts."""
    for n, r in facts("partnerships.csv"):
        begun = r["from"][:4] <= str(year) and (not r["to"] or r["to"][:4] > str(year))
        if {r["a"], r["b"]} == {a, b} and begun:
            return r["grade_zh"], [f"facts/partnerships.csv {n}"]
    return "", []


def facts(name: str) -> Iterator[tuple[int, Row]]:
    """Yield the rows of a table of comity's facts with their line numbers."""
    text = files("comity.resources").joinpath("facts", name).read_text(encoding="utf-8")
    yield from enumerate(csv.DictReader(text.splitlines()), 2)
