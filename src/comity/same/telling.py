"""One account of an event, with all that can be compared across languages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from comity.registry import load_registry
from comity.same.names import People, content_of, frames_in, people_in, places_in, strangers_in
from comity.text.numerals import parse_numeral

# Hours as the press gives them; Chinese and English news each keep to a few words.
HOURS = (
    ("morning", r"上午|早上|凌晨|this morning|\bin the morning|breakfast"),
    ("noon", r"中午|午宴|\bat noon|\blunch"),
    ("afternoon", r"下午|this afternoon|\bin the afternoon"),
    ("evening", r"晚|this evening|\btonight|\bdinner"),
)


STAGES = (r"第一阶段|\bfirst session", r"第二阶段|\bsecond session", r"第三阶段|\bthird session")
STAY: Final = 14  # days: a period up to here is told by its days, a longer one by its month or year
COARSE: Final = frozenset({"year", "month", "quarter", "part-year", "part-month"})
MEMORY: Final = 31  # days: talk of an earlier event may have only the date of the talk
STAYS: Final = frozenset({"visit", "conference", "exercise", "operation"})  # acts that take days
# Acts that are talked of without a date in the weeks about them; who signed or founded what is said for years.
NEWS: Final = STAYS | {"meet", "call", "dialogue"}
# Whom two leaders meet together, which is another meeting than the one they hold with each other.
AUDIENCE = re.compile(
    r"[^，。；]{0,24}?(?:记者|经济界|企业|工商界|商界|青年|友好人士|友好团体)"
    r"|[^,.;]{0,60}?\b(?:reporters|the press|business (?:leaders|people)|executives|students|civil society)\b"
)
NAMED: Final = frozenset({"sign", "declare", "adopt"})  # acts on a text, which its name tells apart
OBJECT: Final = 100  # characters behind such an act that say what the text is about
NUMBER = re.compile(r"第([0-9〇零一二三四五六七八九十百]+)[轮届次]")
WELCOME = re.compile(r"\b(?:welcom|receiv|host)(?:e|es|ed|ing|s)?\b|欢迎仪式|迎接")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event claim reduced to what can be held against another.

    ``own_date`` says that the date stands in the sentence itself; else it was taken over from elsewhere
    in the document. ``undated`` says that it was taken over from another event, which is how talk of an
    earlier event gets a later date. ``guessed`` says that no date is told at all: the event lies in the weeks
    before the document came out, or after it when it was planned. ``coarse`` says that the period is a month
    or the like, in which the event has some day, and not the days it took. ``named`` says that the frame is a record of the registry and no name
    taken from the text; ``hosts`` are the sides that a visit goes to. ``stage`` is the part of a summit
    that it tells of (第二阶段, "second session"), 0 when none is named. ``welcome`` says that guests are
    received, which one text tells as a visit and another as a meeting. ``audience`` says that leaders meet
    others together (the press, business people), ``frames`` are all mechanisms that the sentence names, and
    ``content`` holds words for what a text is about.
    """

    id: str
    document: str
    issuer: str
    mode: str
    participants: frozenset[str]
    start: date | None
    end: date | None
    own_date: bool
    undated: bool
    guessed: bool
    coarse: bool
    status: str
    frame: str
    named: bool
    ordinal: int | None
    count: int | None
    hour: str
    stage: int
    welcome: bool
    audience: bool
    hosts: frozenset[str]
    frames: frozenset[str] = frozenset()
    content: frozenset[str] = frozenset()
    places: Mapping[str, str] = field(default_factory=dict)
    strangers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    people: People = field(default_factory=People)

    @property
    def days(self) -> int:
        """Return how many days the period spans; 0 when it is not closed."""
        return _span(self.start, self.end)


def _span(start: date | None, end: date | None) -> int:
    return (end - start).days + 1 if start and end else 0


def telling_of(row: Mapping[str, Any]) -> Telling:
    """Return the telling of a claim as published (`Claim.to_dict`).

    People and offices are those of the words that name the participants, or of the whole quote when these
    name none. Words that stand outside the quote name the sides but seldom who acts for them.
    """
    quote = " ".join(str(row["quote"]).split())
    frame = row.get("frame") or ""
    start, end = _days(row)
    guessed = not (row.get("start") or row.get("end"))
    people = people_in(_participants(row), start)
    return Telling(
        id=row["id"],
        document=row["document"],
        issuer=row.get("issuer") or "",
        mode=row["mode"],
        participants=frozenset(row.get("participants") or ()),
        start=start,
        end=end,
        own_date=_own_date(row),
        undated=guessed or (row.get("resolved") == "inherited" and not _own_date(row)),
        guessed=guessed,
        coarse=row.get("precision") in COARSE or _span(start, end) > STAY,
        status=row.get("status") or "occurred",
        frame=frame,
        named=load_registry().get(frame) is not None,
        ordinal=row.get("ordinal") or _number(row),
        count=row.get("count"),
        hour=next((name for name, sign in HOURS if re.search(sign, quote)), ""),
        stage=next((i for i, sign in enumerate(STAGES, 1) if re.search(sign, quote)), 0),
        welcome=bool(WELCOME.search(quote)),
        audience=_audience(row),
        hosts=frozenset((row.get("roles") or {}).get("host") or ()),
        frames=frames_in(quote),
        content=_object(row) if row["mode"] in NAMED else frozenset(),
        places=places_in(row.get("place") or quote),
        strangers=strangers_in(_participants(row)),
        people=people if people.known else people_in([quote], start, whole=True),
    )


def _days(row: Mapping[str, Any]) -> tuple[date | None, date | None]:
    """Return the first and last day; of an event without date the weeks before, or after, it was told."""
    start, end, told = (_day(row.get(name)) for name in ("start", "end", "told"))
    if (
        row.get("precision") == "open" and row["mode"] in STAYS
    ):  # an exercise told on its first day: 4日开始
        return start, end or start
    if start or end or not told or row["mode"] not in NEWS:
        return start, end
    weeks = timedelta(days=MEMORY)
    return (told, told + weeks) if row.get("status") == "planned" else (told - weeks, told)


def _number(row: Mapping[str, Any]) -> int | None:
    """Return the number that stands in the act itself: 举行第九轮总理年度会晤."""
    first, quote = row["start_char"], row["quote"]
    found = (NUMBER.search(quote[a - first : b - first]) for a, b in _within(row, "mode"))
    return next((parse_numeral(hit.group(1)) for hit in found if hit), None)


def _object(row: Mapping[str, Any]) -> frozenset[str]:
    """Return what the words behind the act are about, as far as the clause may go."""
    ends = [last - row["start_char"] for _, last in _within(row, "mode")]
    return content_of(row["quote"][max(ends) :][:OBJECT]) if ends else frozenset()


def _audience(row: Mapping[str, Any]) -> bool:
    """Say whether the words behind the act name people who are met together."""
    behind = (last - row["start_char"] for _, last in _within(row, "mode"))
    return any(AUDIENCE.match(row["quote"], at) for at in behind)


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _own_date(row: Mapping[str, Any]) -> bool:
    """Say whether a date stands within the claim's words; rows of data sets have none but their own."""
    told = (row.get("fields") or {}).get("start")
    return not told or any(True for _ in _within(row, "start"))


def _participants(row: Mapping[str, Any]) -> list[str]:
    """Return the words that name the sides, with the title and name behind a state."""
    first, quote = row["start_char"], row["quote"]
    words = []
    for a, b in _within(row, "participants"):
        behind = BEHIND.match(quote, b - first)
        words.append(quote[a - first : behind.end() if behind else b - first])
    return words


# Chinese sets title and name after the state; what follows them is the act or another clause.
BEHIND = re.compile(
    r"(?:(?!举行|会谈|会见|会晤|通电|进行|共同|来访|来华|访问)[\u3400-\u9fff·]){1,24}"
)


def _within(row: Mapping[str, Any], name: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of a field that lie within the claim's words."""
    spans = (row.get("fields") or {}).get(name) or []
    for first, last in [spans] if spans and isinstance(spans[0], int) else spans:
        if row["start_char"] <= first and last <= row["end_char"]:
            yield first, last
