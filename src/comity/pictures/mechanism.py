"""Mechanism strip: its sessions with their numbers, missing rounds as gaps, members joining and leaving."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from comity.network.evidence import Evidence
from comity.network.views import Session
from comity.pictures.look import Look, Names
from comity.pictures.mechanism_facts import Spell, Standing, rounds, standing_of
from comity.pictures.mechanism_table import COLUMNS, rows_of, vega_of
from comity.pictures.picture import Picture
from comity.pictures.scales import year_steps
from comity.pictures.sheet import DOTS, HATCH, MARGIN, Key, Part, box, compose
from comity.pictures.svg import clip, element, hint, room, words
from comity.pictures.telling import origin
from comity.tables import Rows

ROW: Final = 17


BAND: Final = 62  # pixels of the sessions


LINE: Final = 42  # where they stand in it


Scale = Callable[[date], float]


def draw_mechanism(
    evidence: Evidence,
    mechanism: str,
    *,
    start: date | None = None,
    end: date | None = None,
    most: int = 40,
    language: str = "en",
    width: int = 960,
    names: Names | None = None,
) -> Picture:
    """Return the strip of a mechanism between two days, by default all that is told.

    A session told as the eighth says that seven were before it: those nobody tells of are drawn between their
    neighbours, without a date. At most ``most`` members are drawn, the first to join; the table has all.
    Raises QueryError for a mechanism nobody tells of.
    """
    look = Look(language=language, width=width, names=names)
    standing = standing_of(evidence, mechanism, start, end)
    view = standing.view
    sessions = [s for s in view.sessions if not s.missing]
    name = look.name(mechanism)
    told = look.say(
        "mechanism-told",
        name=name,
        sessions=len(sessions),
        missing=len(view.missing_rounds),
        members=len(standing.members),
        start=standing.start,
        end=standing.end,
    )
    rows = rows_of(standing, look)
    links = [*view.members, *(x for s in sessions for x in s.links)]
    families = tuple(sorted({f for link in links for f in link.families}))
    return Picture(
        title=look.say("mechanism", name=name),
        description=told,
        language=language,
        svg=compose(
            look,
            title=look.say("mechanism", name=name),
            subtitle=look.say("mechanism-sub", start=standing.start, end=standing.end),
            description=told,
            drawing=_drawn(standing, look, most),
            keys=_keys(standing, look),
            notes=_notes(standing, most, look),
            sources=origin(look, families, evidence.version),
        ),
        vega=vega_of(rows, look.say("mechanism", name=name), told, look),
        table=Rows.of(rows, COLUMNS),
    )


def _notes(standing: Standing, most: int, look: Look) -> list[str]:
    view = standing.view
    undated = sum(1 for s in view.sessions if not s.missing and not _dated(s))
    left = len(standing.members) - most
    return [
        look.say("mechanism-missing") if view.missing_rounds else "",
        look.say("mechanism-undated", count=undated) if undated else "",
        look.say("mechanism-more", count=left) if left > 0 else "",
        look.say("mechanism-none") if not standing.members else "",
    ]


def _dated(session: Session) -> bool:
    return bool(session.period and (session.period.start or session.period.end))


def _middle(session: Session) -> date:
    start = session.period.start or session.period.end
    end = session.period.end or session.period.start
    return date.fromordinal((start.toordinal() + end.toordinal()) // 2)


def _drawn(standing: Standing, look: Look, most: int) -> Part:
    inner = float(look.width - 2 * MARGIN)
    members = standing.members[:most]
    called = {a: look.name(a) for a in members}
    widest = max((room(n, 11) for n in called.values()), default=0)
    side = min(widest, 170, inner * 0.32) + 8 if members else 10.0
    gaps = rounds(standing.view.sessions)
    if gaps and gaps[0][0] is None:
        side = max(side, 60.0)  # rounds before the first that is told have no beginning
    begin, span = standing.start.toordinal(), max((standing.end - standing.start).days, 1)

    def x(day: date) -> float:
        share = (min(max(day, standing.start), standing.end).toordinal() - begin) / span
        return side + share * (inner - side - 10)

    height = BAND + ROW * len(members) + 6
    marks = [*_axis(standing, x, height, inner), *_rounds(standing, x, inner)]
    for k, actor in enumerate(members):
        y = BAND + ROW * k + 8.0
        shown = clip(called[actor], side - 8, 11)
        marks.append(words(side - 6, y + 4, shown, "small", text_anchor="end"))
        own = [s for s in standing.spells if s.actor == actor]
        marks += [_spell(s, x, y, called[actor], look) for s in own]
    return Part(marks, height + 16)


def _axis(standing: Standing, x: Scale, height: float, inner: float) -> list[str]:
    first, last = standing.start.year, standing.end.year
    marks = []
    for year in year_steps(first, last, max(2, int((inner - x(standing.start)) / 46))):
        day = date(year, 1, 1)
        if not standing.start <= day <= standing.end and first != last:
            continue
        at = x(day)
        marks.append(element("line", x1=at, x2=at, y1=20, y2=height, cls="grid"))
        marks.append(words(at, height + 13, year, "small soft", text_anchor="middle"))
    ends = {"x1": x(standing.start), "x2": x(standing.end)}
    return [*marks, element("line", **ends, y1=LINE, y2=LINE, cls="axis")]


def _rounds(standing: Standing, x: Scale, inner: float) -> list[str]:
    """Return the sessions and, between them, the missing rounds; numbers where there is room."""
    dated = [s for s in standing.view.sessions if not s.missing and _dated(s)]
    told = [s for s in dated if standing.start <= _middle(s) <= standing.end]
    named: list[tuple[float, str]] = []
    marks = []
    for before, after, gone in rounds(standing.view.sessions):
        left = x(_middle(before)) if before and _dated(before) else 0.0
        right = x(_middle(after)) if after and _dated(after) else inner
        left, right = min(left, right) + 7, max(left, right) - 7
        label = str(gone[0]) if len(gone) == 1 else f"{gone[0]}–{gone[-1]}"
        wide = max(right - left, 4.0)
        common = {"x": (left + right - wide) / 2, "y": LINE - 7, "width": wide, "height": 14}
        style = {"fill": HATCH, "cls": "dim", "stroke_dasharray": "3 2", "rx": 3}
        marks.append(element("rect", hint(label), **common, **style))
        named.append(((left + right) / 2, f"({label})"))
    for session in sorted(told, key=lambda s: (bool(s.number), _middle(s))):
        marks.append(_session(session, x))
        if session.number:
            named.append((x(_middle(session)), str(session.number)))
    return [*marks, *_numbers(named, inner)]


def _session(session: Session, x: Scale) -> str:
    period = session.period
    left, right = x(period.start or period.end), x(period.end or period.start)
    left, right = min(left, (left + right) / 2 - 4.5), max(right, (left + right) / 2 + 4.5)
    common = {"x": left, "y": LINE - 4.5, "width": right - left, "height": 9, "rx": 4.5}
    title = hint(" ".join(p for p in (str(session.number or ""), str(period)) if p))
    return element("rect", title, **common, cls="ink rim" if session.number else "open")


def _numbers(named: Sequence[tuple[float, str]], inner: float) -> list[str]:
    """Return numbers above the line in two rows; where both are taken the table has to do."""
    free = [-1.0, -1.0]
    marks = []
    for at, told in sorted(named):
        wide = room(told, 11)
        middle = min(max(at, wide / 2), inner - wide / 2)
        row = next((r for r in (0, 1) if middle - wide / 2 > free[r] + 3), None)
        if row is not None:
            free[row] = middle + wide / 2
            marks.append(
                words(middle, LINE - 12 - 13 * row, told, "small halo", text_anchor="middle")
            )
    return marks


def _spell(spell: Spell, x: Scale, y: float, name: str, look: Look) -> str:
    left, right = x(spell.start), x(spell.end)
    high = 3 if spell.state == "lesser" else 10
    told = f"{name}: {look.say('state-' + spell.state)}, {spell.start} – {spell.end}"
    common = {"x": left, "y": y - high / 2, "width": max(right - left, 2.0), "height": high}
    fills = {"unknown": {"fill": HATCH}, "resting": {"fill": DOTS, "cls": "dim"}}
    return element("rect", hint(told), **common, **fills.get(spell.state, {"cls": "f0"}))


def _keys(standing: Standing, look: Look) -> list[Key]:
    sessions = standing.view.sessions
    round_ = {"y": 1.5, "width": 9, "height": 9, "rx": 4.5, "x": 8.5}
    keys = []
    if any(s.number and not s.missing for s in sessions):
        keys.append(Key(element("rect", **round_, cls="ink"), look.say("key-numbered")))
    if any(not s.number for s in sessions):
        keys.append(Key(element("rect", **round_, cls="open"), look.say("key-plain")))
    if standing.view.missing_rounds:
        sign = element(
            "rect", width=26, height=12, rx=3, fill=HATCH, cls="dim", stroke_dasharray="3 2"
        )
        keys.append(Key(sign, look.say("key-missing")))
    signs = {
        "held": element("rect", y=1, width=26, height=10, cls="f0"),
        "lesser": element("rect", y=4.5, width=26, height=3, cls="f0"),
        "resting": element("rect", y=1, width=26, height=10, fill=DOTS, cls="dim"),
        "unknown": box(HATCH),
    }
    states = {s.state for s in standing.spells}
    keys += [Key(sign, look.say(f"state-{n}")) for n, sign in signs.items() if n in states]
    return keys
