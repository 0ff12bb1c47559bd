"""What two tellings have in common and in what they differ, part by part.

Each part is one word for the case at hand, chosen from a closed list; the weights name the same words.
All parts are symmetric: the order of the two tellings does not matter.
"""

from collections.abc import Iterator
from typing import Final

from comity.same.frames import frames_alike
from comity.same.telling import MEMORY, NAMED, STAYS, Telling

# Acts that can be told one for the other. What is not here is not matched: day and sides do not tell
# one attack, statement or delivery from the next.
FAMILIES: Final = (
    ("meet", "visit", "call", "dialogue", "conference"),
    ("sign", "declare", "adopt", "join", "establish", "upgrade"),
    ("exercise", "operation"),
)
ACTS: Final = {mode: family[0] for family in FAMILIES for mode in family}
SLACK: Final = 1  # days: local dates of one happening differ by one
EDITION: Final = 7  # days: a session is told on the days before and after it
TRIP: Final = 7  # days: a visit is told by its arrival, its welcome, its talks or its end


def parts_of(a: Telling, b: Telling) -> Iterator[tuple[str, str]]:
    """Yield the parts of a comparison as (part, case); a part about which nothing is known is left out.

    Parts: act, sides, host, date, dated, frame, object, ordinal, people, strangers, offices,
    place, hour, stage, audience, count, plan. Of two tellings one of which has a loose date, people and
    place say more: two meetings of a month are seldom in one town.
    """
    loose = "-loose" if loose_end(a, b) else ""
    yield "act", _act(a, b)
    yield "sides", _sides(a, b)
    yield "date", _date(a, b)
    yield "dated", ("borrowed", "half-borrowed", "own")[a.own_date + b.own_date]
    for name, case in (
        ("host", _host(a, b)),
        ("frame", _frame(a, b)),
        ("object", _object(a, b)),
        ("ordinal", _ordinal(a, b)),
        ("people", _loosely(_people(a, b), loose)),
        ("strangers", _strangers(a, b)),
        ("offices", _offices(a, b)),
        ("place", _loosely(_place(a, b), loose)),
        ("hour", _hour(a, b)),
        ("stage", "other" if a.stage and b.stage and a.stage != b.stage else ""),
        (
            "audience",
            "one-sided" if a.mode == b.mode == "meet" and a.audience != b.audience else "",
        ),
        ("count", "other" if None not in (a.count, b.count) and a.count != b.count else ""),
        ("plan", "told-before" if ("planned" in (a.status, b.status)) else ""),
    ):
        if case:
            yield name, case


def _loosely(case: str, loose: str) -> str:
    return f"{case}{loose}" if case in ("same", "alike", "one-alike") else case


def _act(a: Telling, b: Telling) -> str:
    if a.mode == b.mode:
        return f"same-{a.mode}"
    pair = "-".join(sorted((a.mode, b.mode)))
    if pair == "conference-meet" and a.participants == b.participants and len(a.participants) > 2:
        return "conference-meet-many"
    if pair == "meet-visit" and (a.welcome or b.welcome):
        return "meet-welcome"
    return pair if pair in TOLD_FOR else "unlike"


TOLD_FOR: Final = frozenset(
    {"call-meet", "conference-meet", "dialogue-meet", "meet-visit", "conference-dialogue"}
    | {"declare-sign", "establish-upgrade", "adopt-declare"}
)


def _frame(a: Telling, b: Telling) -> str:
    case = frames_alike(a, b)
    if not case:
        apart = a.mode in NAMED and b.mode in NAMED and _days(a, b) != "same-day"
        return "unnamed" if apart else ""
    return "" if case == "one-sided" and _act(a, b) == "conference-meet-many" else case


def _object(a: Telling, b: Telling) -> str:
    """Compare what two texts of one script are about, where no name tells."""
    if a.frame or b.frame or min(len(a.content), len(b.content)) < FEW:
        return ""
    if any(map(str.isascii, a.content)) != any(map(str.isascii, b.content)):
        return ""
    share = len(a.content & b.content) / min(len(a.content), len(b.content))
    return "alike" if share >= 0.5 else "other" if share < 0.2 else ""


FEW: Final = 4  # words, or pairs of characters, from which two objects can be compared


def _sides(a: Telling, b: Telling) -> str:
    few = min(len(a.participants), len(b.participants))
    if few < 2 and a.participants == b.participants:
        if "conference" in (a.mode, b.mode):
            return "alone"
        # One side founds and signs many things; only an exercise, or a name, tells one from the next.
        exercises = a.mode in STAYS and b.mode in STAYS
        return "equal" if exercises or (a.frame and b.frame) else "apart"
    if few < 2:  # "the president attended the summit": the others go without saying
        return "unlisted" if a.frame and b.frame else "apart"
    if a.participants == b.participants:
        return "equal"
    shared = len(a.participants & b.participants)
    if shared == few:
        hosts = {a.hosts, b.hosts} if a.mode == b.mode == "visit" else ()
        return "tour" if len(hosts) == 2 and frozenset() not in hosts else "within"
    return "overlap" if shared >= 2 else "apart"


def _date(a: Telling, b: Telling) -> str:
    """Compare periods; a stay of days is told by any of them, a call or signing only by its own."""
    stays = a.mode in STAYS and b.mode in STAYS
    return f"stay-{_days(a, b)}" if stays else _days(a, b)


def _days(a: Telling, b: Telling) -> str:
    gap = gap_of(a, b)
    short, long = sorted((a.days, b.days))
    if gap is None:
        return "unknown"
    if a.guessed or b.guessed:
        return "not-told" if gap == 0 and not a.guessed & b.guessed and _bound(a, b) else "unknown"
    if gap > SLACK or (gap and (a.coarse or b.coarse)):  # two years do not touch at New Year
        return _far(a, b, gap)
    if long <= 1:
        if gap == 0:
            return "same-day"
        if a.issuer != b.issuer:
            return "next-day-abroad"
        told = a.own_date and b.own_date and "planned" not in (a.status, b.status)
        return "next-day" if told else "next-day-taken"
    if gap == 1:
        return "adjacent"
    if a.coarse or b.coarse:
        return "same-month" if short == long else "within-month"
    if short == long:
        return "same-stay"
    wide = a if a.days == long else b
    return "within-story" if wide.undated else "within-stay"


def _far(a: Telling, b: Telling, gap: int) -> str:
    """Name the case of periods that do not touch."""
    if gap <= EDITION and _one_session(a, b):
        return "edition"
    if gap <= TRIP and _one_trip(a, b):
        return "trip"
    return _mentioned(a, b, gap) or "apart"


def _one_session(a: Telling, b: Telling) -> bool:
    """Say whether both tell of a session of one number, or of one mechanism in one place."""
    number = _ordinal(a, b)
    here = (
        frames_alike(a, b) == "same" and _place(a, b) == "same" and a.mode == b.mode == "conference"
    )
    return number == "same" or (here and not number)


def _one_trip(a: Telling, b: Telling) -> bool:
    """Say whether two tellings of a visit, days apart, are of the same travellers to the same hosts."""
    if not (a.mode == b.mode == "visit" and a.hosts and a.hosts == b.hosts):
        return False
    return a.participants == b.participants and _bound(a, b)


def _mentioned(a: Telling, b: Telling, gap: int) -> str:
    """Say whether one telling may talk of the other event, past or coming, without saying when it is."""
    late, early = (a, b) if a.start and b.end and a.start > b.end else (b, a)
    if late.undated and gap <= (EDITION if a.mode == b.mode == "call" else MEMORY) and _bound(a, b):
        return "later-mention"
    return "mentioned-before" if early.undated and gap <= EDITION and _bound(a, b) else ""


def _bound(a: Telling, b: Telling) -> bool:
    """Say whether people, offices, place or frame speak for one happening and none against it."""
    cases = {_people(a, b), _offices(a, b), _place(a, b), frames_alike(a, b)}
    return bool(cases & {"alike", "one-alike", "same", "in-words"}) and "other" not in cases


def loose_end(a: Telling, b: Telling) -> str:
    """Return the id of the telling whose date is too loose to tell one happening from the next.

    That is one dated by month or year beside one dated by days, or one that has only the date on which
    it was talked about. Nothing when neither is.
    """
    gap = gap_of(a, b)
    if gap is None or a.guessed & b.guessed:
        return ""
    if a.guessed or b.guessed:
        return a.id if a.guessed else b.id
    if gap > SLACK and _days(a, b) in ("edition", "trip"):
        return ""  # two days of one occasion, each told as it is
    if gap > SLACK:
        late, early = (a, b) if a.start and b.end and a.start > b.end else (b, a)
        return late.id if late.undated or not early.undated else early.id
    if a.coarse != b.coarse:
        return a.id if a.coarse else b.id
    wide = a if a.days > b.days else b
    return wide.id if _days(a, b) == "within-story" else ""


def gap_of(a: Telling, b: Telling) -> int | None:
    """Return how many days lie between two periods, 0 when they touch, None when one is not closed."""
    if not (a.start and a.end and b.start and b.end):
        return None
    return max((a.start - b.end).days, (b.start - a.end).days, 0)


def _host(a: Telling, b: Telling) -> str:
    if not (a.mode == b.mode == "visit" and a.hosts and b.hosts):
        return ""
    return "same" if a.hosts & b.hosts else "other"


def _ordinal(a: Telling, b: Telling) -> str:
    if a.ordinal is None or b.ordinal is None or "other" in frames_alike(a, b):
        return ""
    return "same" if a.ordinal == b.ordinal else "other"


def _actors(a: Telling, b: Telling) -> frozenset[str]:
    """Return the sides for which it matters who acts: not who attends a conference, nor who greets a visitor."""
    if "conference" in (a.mode, b.mode):
        return frozenset()
    both = a.participants & b.participants
    return both - a.hosts - b.hosts if a.mode == b.mode == "visit" else both


def _people(a: Telling, b: Telling) -> str:
    """Compare named people where both tellings name some for a side."""
    alike = 0
    for state in _actors(a, b) & a.people.names.keys() & b.people.names.keys():
        if not a.people.names[state] & b.people.names[state]:
            return "other"
        alike += 1
    return ("", "one-alike", "alike")[min(alike, 2)]


def _strangers(a: Telling, b: Telling) -> str:
    """Compare names that the registry does not know: with each other in one script, or with a known one."""
    cases = set()
    for state in sorted(_actors(a, b)):
        first, second = a.strangers.get(state), b.strangers.get(state)
        if first and second:
            cases.add(_names_alike(first, second))
        elif (first and state in b.people.names) or (second and state in a.people.names):
            cases.add("beside-known")
    return next((c for c in ("other", "beside-known", "alike") if c in cases), "")


def _names_alike(first: frozenset[str], second: frozenset[str]) -> str:
    if any(map(str.isascii, first)) != any(map(str.isascii, second)):
        return ""
    share = len(first & second) / min(len(first), len(second))
    return "alike" if share >= 0.5 else "other" if share < 0.2 else ""


def _offices(a: Telling, b: Telling) -> str:
    """Compare offices of the sides for which not both name people."""
    cases = set()
    for state in sorted(_actors(a, b)):
        if state in a.people.names and state in b.people.names:
            continue
        first, second = a.people.offices_of(state), b.people.offices_of(state)
        if first and second:
            cases.add("same" if first & second else "other")
    return "other" if "other" in cases else next(iter(cases), "")


def _place(a: Telling, b: Telling) -> str:
    if not (a.places and b.places):
        return ""
    if a.places.keys() & b.places.keys():
        return "same"
    if a.mode in STAYS and b.mode in STAYS:
        return ""  # who travels names the place of departure too
    return "" if set(a.places.values()) & set(b.places.values()) else "other-country"


def _hour(a: Telling, b: Telling) -> str:
    """Compare hours of one issuer's tellings: those of two issuers are of different clocks."""
    stays = a.mode in STAYS or b.mode in STAYS or a.days > 1 or b.days > 1
    if stays or a.start != b.start or a.issuer != b.issuer or not (a.hour and b.hour):
        return ""
    return "same" if a.hour == b.hour else "other"
