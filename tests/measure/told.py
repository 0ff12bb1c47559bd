"""Made-up promises, positions and numbers for tests of measures."""

from dataclasses import replace
from datetime import date

from comity.model import Coverage, Observation, Period, Position, Span
from comity.network.evidence import Cover
from comity.network.pledges import Pledge, Saying


def promise(id, actors, due, *, made="2015-01-01", told=(), heard=(), **more):
    """Return a promise of an act due on a day; ``told`` are days on which it is told to have been."""
    day, issued = date.fromisoformat(due), date.fromisoformat(made)
    plan = {"kind": "event", "mode": "sign", "status": "planned", "start": day, "end": day}
    said = Saying(id=id, actors=actors, due=day, issued=issued, **{**plan, **more})
    acts = tuple(
        replace(
            said,
            id=f"{id}-{t}",
            status="occurred",
            start=date.fromisoformat(t),
            end=date.fromisoformat(t),
            issued=date.fromisoformat(t),
        )
        for t in told
    )
    days = tuple(date.fromisoformat(h) for h in heard)
    return Pledge(said=said, actors=actors, told=acts, heard=days)


def position(holders, topics=(), *, stance="support", addressees=(), track="other"):
    """Return a position of some holders."""
    return Position(
        document="made",
        issuer="CHN",
        section="",
        span=Span(0, 0),
        quote="",
        rule="en.made",
        holders=tuple(holders),
        stance=stance,
        target="made",
        topics=tuple(topics),
        addressees=tuple(addressees),
        track=track,
    )


def with_positions(evidence, *each):
    """Return evidence with positions, each with the day of its document."""
    told = tuple((f"p{n}", p) for n, (p, _) in enumerate(each))
    issued = {f"p{n}": date.fromisoformat(day) for n, (_, day) in enumerate(each)}
    return replace(evidence, positions=told, issued=issued)


def numbers(evidence, series, *rows, family="made"):
    """Return evidence with numbers of years: (a, b, year, value)."""
    each = tuple(
        Observation(series=series, a=a, b=b, period=Period.year(year), value=value, row=n)
        for n, (a, b, year, value) in enumerate(rows, 1)
    )
    held = {**evidence.series, family: (*evidence.series.get(family, ()), *each)}
    return replace(evidence, series=held)


def covered(evidence, property, start, end, family="made"):
    """Return evidence in which the silence of a family about a property means no."""
    period = Period(start=date.fromisoformat(start), end=date.fromisoformat(end), precision="range")
    cover = Cover(family, Coverage(property=property, period=period))
    return replace(evidence, coverage=(*evidence.coverage, cover))


def read(evidence, *named, coded="event.en"):
    """Return evidence whose links were read from texts, naming so many states besides."""
    told = [*named, *[()] * (len(evidence.links) - len(named))]
    links = (replace(x, coded=coded, named=n) for x, n in zip(evidence.links, told, strict=True))
    return replace(evidence, links=tuple(links))
