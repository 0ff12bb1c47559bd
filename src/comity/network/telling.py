"""Claims, numbers and rows to evidence."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final, NamedTuple

from comity.model import Claim, Coverage, Event, Observation, Period, Position, Tie
from comity.model.vocabulary import RELATIONS
from comity.network.evidence import Cover, Evidence, teller_of
from comity.network.layers import LayerRule, own_layers
from comity.network.link import ACCEPTED, UNREVIEWED, Link
from comity.network.pledges import PLANNED, Apart, Names, Pledge, Saying, plain_names, pledges_of

GIVEN: Final = (
    *("frame", "grade", "weight", "track", "ordinal"),
    *("place", "status", "dated", "topics", "named"),
)


class Told(NamedTuple):
    """A claim with what a study knows of it; every field but the first may be left out.

    ``happening`` joins claims that tell of one event. ``family`` is the issuer or data set whose error its
    sources share. ``issued`` dates a tie that the text gives no date for: it held then.
    """

    claim: Claim
    id: str = ""
    verdict: str = ""
    happening: str = ""
    family: str = ""
    issued: date | None = None
    topics: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def evidence_of(
    claims: Iterable[Claim | Told] = (),
    *,
    observations: Mapping[str, Iterable[Observation]] | None = None,
    coverage: Iterable[Cover | tuple[str, Coverage]] = (),
    layers: Sequence[LayerRule] | None = None,
    stands_for: Mapping[str, str] | None = None,
    names: Names = plain_names,
    apart: Apart = lambda a, b: False,
    version: str = "",
) -> Evidence:
    """Return evidence made of claims, numbers by family, and coverage with its family.

    ``stands_for`` leads a person or organ to the state it acts for. Rejected claims are left out, and claims
    of one happening become one link with all their sources. ``names`` and ``apart`` serve to follow promises
    (`pledges_of`).
    """
    rules = tuple(layers) if layers is not None else own_layers()
    acting = stands_for or {}
    found: dict[str, list[Link]] = {}
    positions: list[tuple[str, Position]] = []
    issued: dict[str, date] = {}
    every = [each if isinstance(each, Told) else Told(each) for each in claims]
    every = [told for told in every if told.verdict != "reject"]
    for told in every:
        id = told.id or source_of(told.claim)
        if isinstance(told.claim, Position):
            positions.append((id, told.claim))
            issued |= {id: told.issued} if told.issued else {}
        elif (link := _link(told, id, acting)) is not None:
            found.setdefault(told.happening or id, []).append(link)
    links = (_one(group) for group in found.values())
    return Evidence(
        links=tuple(placed for link in links for placed in _placed(link, rules)),
        coverage=tuple(Cover(*each) for each in coverage),
        series={f: tuple(numbers) for f, numbers in sorted((observations or {}).items())},
        positions=tuple(positions),
        issued=issued,
        pledges=_pledges(every, names, apart, acting),
        layers=rules,
        version=version,
    )


def evidence_of_rows(
    rows: Iterable[Mapping[str, Any]],
    *,
    family: str,
    coverage: Iterable[Coverage] = (),
    layers: Sequence[LayerRule] | None = None,
    version: str = "",
) -> Evidence:
    """Return evidence made of plain rows of one table; each is a tie or an event.

    Keys: ``kind`` (a relation or mode), ``members`` (actors, or pairs of actor and role), ``start``, ``end``
    (dates or None); optional ``frame``, ``grade``, ``weight``, ``track``, ``ordinal``, ``place``, ``status``,
    ``dated``, ``topics``, ``named``, ``row``.
    """
    rules = tuple(layers) if layers is not None else own_layers()
    links = [_row_link(row, number, family) for number, row in enumerate(rows, 1)]
    return Evidence(
        links=tuple(placed for link in links for placed in _placed(link, rules)),
        coverage=tuple(Cover(family, c) for c in coverage),
        layers=rules,
        version=version,
    )


def source_of(claim: Claim) -> str:
    """Return the reference of a claim: ``document#row`` for the row of a data set, else its id."""
    if claim.rule.startswith(("feed.", "facts.")):
        return f"{claim.document}:{claim.section}#{claim.span.start}"
    return claim.id


def coded_of(claim: Claim) -> str:
    """Return the kind of claim whose rate of error holds: ``event.zh``, ``row`` or ``fact``."""
    head = claim.rule.partition(".")[0]
    if head in ("feed", "facts"):
        return "row" if head == "feed" else "fact"
    return f"{claim.kind}.{head}" if head in ("zh", "en") else claim.kind


def _link(told: Told, id: str, acting: Mapping[str, str]) -> Link | None:
    claim = told.claim
    common: dict[str, Any] = {
        "layer": "",
        "sources": (id,),
        "families": (told.family or teller_of(claim),),
        "reviewed": ACCEPTED if told.verdict in ("accept", "correct") else UNREVIEWED,
        "coded": coded_of(claim),
        "topics": told.topics,
        "named": told.named,
    }
    if isinstance(claim, Tie):
        return _tie(claim, told.issued, acting, common)
    return _event(claim, acting, common) if isinstance(claim, Event) else None


def _tie(
    claim: Tie, issued: date | None, acting: Mapping[str, str], common: dict[str, Any]
) -> Link:
    period = claim.period
    if period.start is None and period.end is None and issued is not None:
        period = Period(start=issued, precision="day", resolved="document")
    source, target = (acting.get(a, a) for a in (claim.source, claim.target))
    belongs = claim.relation in ("member", "party", "host", "founder")
    role = claim.role or claim.relation
    return Link(
        kind=claim.relation,
        members=((source, role),) if belongs else ((source, role), (target, role)),
        period=period,
        frame=target if belongs else None,
        grade=claim.grade,
        lasting=True,
        dated=claim.dated,
        **common,
    )


def _event(claim: Event, acting: Mapping[str, str], common: dict[str, Any]) -> Link:
    roles: dict[str, list[str]] = {}
    for role, actors in claim.roles.items():
        for actor in actors:
            roles.setdefault(acting.get(actor, actor), []).append(role)
    members = dict.fromkeys(
        (acting.get(actor, actor), role)
        for actor in claim.participants
        for role in roles.get(acting.get(actor, actor), ["participant"])
    )
    return Link(
        kind=claim.mode,
        members=tuple(members),
        period=claim.period,
        weight=float(claim.count or 1),
        frame=claim.frame,
        ordinal=claim.ordinal,
        place=claim.place,
        track=claim.track,
        status=claim.status,
        dated=claim.dated,
        **common,
    )


def _one(group: list[Link]) -> Link:
    """Return the claims of one happening as one link: the first tells it, all are its sources.

    Who tells that it took place goes before who tells that it was to.
    """
    first = next((g for g in group if g.status not in PLANNED), group[0])
    if len(group) == 1:
        return first
    reviewed = ACCEPTED if any(g.reviewed == ACCEPTED for g in group) else UNREVIEWED
    return replace(
        first,
        members=tuple(dict.fromkeys(m for g in group for m in g.members)),
        frame=next((g.frame for g in group if g.frame), None),
        ordinal=next((g.ordinal for g in group if g.ordinal), None),
        sources=tuple(dict.fromkeys(s for g in group for s in g.sources)),
        families=tuple(dict.fromkeys(f for g in group for f in g.families)),
        reviewed=reviewed,
        topics=tuple(dict.fromkeys(t for g in group for t in g.topics)),
        named=tuple(dict.fromkeys(a for g in group for a in g.named)),
    )


def _placed(link: Link, rules: Sequence[LayerRule]) -> list[Link]:
    """Return the link once for each layer that takes it up, or as it is where none does."""
    ids = [rule.id for rule in rules if rule.takes(link.kind, link.track)]
    return [replace(link, layer=id) for id in ids] or [link]


def _row_link(row: Mapping[str, Any], number: int, family: str) -> Link:
    kind = str(row["kind"])
    members = tuple(
        (m, kind) if isinstance(m, str) else (str(m[0]), str(m[1])) for m in row["members"]
    )
    given = {k: row[k] for k in GIVEN if k in row}
    return Link(
        layer="",
        kind=kind,
        members=members,
        period=Period(
            start=row.get("start"), end=row.get("end"), precision="day", resolved="explicit"
        ),
        sources=(f"{family}#{row.get('row', number)}",),
        families=(family,),
        coded="row",
        lasting=kind in RELATIONS,
        **given,
    )


def _pledges(
    every: Sequence[Told], names: Names, apart: Apart, acting: Mapping[str, str]
) -> tuple[Pledge, ...]:
    """Return the promises among claims; claims that promise nothing are only looked at when one does."""
    if not any(_dated_plan(told.claim) for told in every):
        return ()
    sayings = (s for told in every if (s := saying_of(told)) is not None)
    return pledges_of(
        sayings,
        heard=_hearing(every),
        names=names,
        apart=apart,
        acts_for=lambda a: acting.get(a, a),
    )


def _dated_plan(claim: Claim) -> bool:
    if isinstance(claim, Position):
        return claim.stance in ("commit", "propose") and claim.deadline is not None
    return isinstance(claim, Event) and claim.status in PLANNED


def saying_of(told: Told) -> Saying | None:
    """Return a claim as the following of promises needs it; None for ties and for what promises nothing."""
    claim, id = told.claim, told.id or source_of(told.claim)
    common: dict[str, Any] = {
        "id": id,
        "kind": claim.kind,
        "issued": told.issued,
        "happening": told.happening or id,
        "family": told.family or teller_of(claim),
    }
    if isinstance(claim, Event):
        start, end = claim.period.start, claim.period.end
        return Saying(
            actors=claim.participants,
            mode=claim.mode,
            frame=claim.frame,
            ordinal=claim.ordinal,
            status=claim.status,
            start=start,
            end=end,
            due=(end or start) if claim.status in PLANNED else None,
            words=claim.quote,
            track=claim.track,
            **common,
        )
    if isinstance(claim, Position) and _dated_plan(claim):
        due = date.fromisoformat(claim.deadline or "")
        words = f"{claim.quote} {claim.target}"
        return Saying(actors=claim.holders, due=due, words=words, track=claim.track, **common)
    return None


def _hearing(every: Iterable[Told]) -> Callable[[tuple[str, ...]], Sequence[date]]:
    """Return a look-up of the days on which any text was issued by some actors or named them."""
    days: dict[str, set[date]] = {}
    for told in every:
        if told.issued is not None and coded_of(told.claim) not in ("row", "fact"):
            for actor in (told.claim.issuer, *_named_in(told.claim)):
                days.setdefault(actor, set()).add(told.issued)
    return lambda actors: sorted(set().union(*(days.get(a, ()) for a in actors)))


def _named_in(claim: Claim) -> tuple[str, ...]:
    if isinstance(claim, Event):
        return claim.participants
    if isinstance(claim, Position):
        return (*claim.holders, *claim.addressees)
    return (claim.source, claim.target) if isinstance(claim, Tie) else ()
