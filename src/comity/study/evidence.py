"""A study as evidence for networks: its claims as they stand, its numbers and its coverage, as plain values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from comity.model import Claim, Coverage, Observation, Period
from comity.network.evidence import Cover, Evidence
from comity.network.layers import LayerRule, own_layers
from comity.network.pledges import Apart
from comity.network.telling import Told, evidence_of
from comity.study.columns import to_claim
from comity.study.filters import Filter
from comity.study.naming import AIMED, Naming
from comity.study.promises import names_of

if TYPE_CHECKING:
    from comity.network.views import Neighbour
    from comity.study.front.asking import Asking

Row = Mapping[str, Any]
STANDS_FOR: Final = ("organ", "office", "person")


def evidence(
    study: "Asking",
    *,
    layers: Sequence[LayerRule] | None = None,
    series: Iterable[str] | None = None,
    **chosen: Any,
) -> Evidence:
    """Return the claims that pass filters, with numbers and coverage, as evidence for networks.

    ``series`` are read besides those of the layers. Organs and people count as the state they act for.
    """
    rules = tuple(layers) if layers is not None else own_layers()
    families = {r["document"]: str(r["feed"]) for r in study.imports()}
    issued = {r["id"]: r["issued"] for r in study.documents()}
    rows = study.rows("claims", **Filter(**chosen).values())
    seqs = [row["seq"] for row in rows] if chosen else None
    near = study.derived().rows("surroundings", kinds=list(AIMED), seqs=seqs)
    around = {r["id"]: r for r in near}
    wanted = {name for rule in rules for name in rule.series} | set(series or ())
    return evidence_of(
        [_told(row, issued, around) for row in rows],
        observations=_numbers(study, wanted, families),
        coverage=list(_coverage(study, families)),
        layers=rules,
        stands_for=_states(rows),
        names=names_of,
        apart=_apart(study),
        version=f"study {study.derived().value('state')}",
    )


BELONGING: Final = ("member", "party", "host", "founder")


def belongings_at(study: "Asking", mechanism: str, at: date) -> "tuple[Neighbour, ...]":
    """Return the bodies that share members with one on a day, from the ties of belonging alone."""
    from comity.network import neighbours, network_at

    layers = [rule for rule in own_layers() if rule.id == "membership"]
    told = [evidence(study, layers=layers, kind="tie", relation=r) for r in BELONGING]
    joined = told[0]
    for other in told[1:]:
        joined = replace(joined, links=(*joined.links, *other.links))
    return neighbours(network_at(joined, at), mechanism)


def _told(row: Row, issued: Mapping[str, date | None], around: Mapping[str, Row]) -> Told:
    claim: Claim = to_claim(row)
    # A row of a data set is referred to as such; a claim read from a text by its id.
    rule = claim.rule.partition(".")[0]
    read, about, near = rule not in ("feed", "facts"), Naming.load(), around.get(row["id"])
    return Told(
        claim,
        topics=about.topics(claim) if read else (),
        named=about.others(claim, near["before"], near["after"]) if read and near else (),
        id="" if rule == "feed" else row["id"],
        verdict=row["verdict"] or "",
        happening=row["happening"] if row["happening"] != row["id"] else "",
        issued=issued.get(claim.document),
    )


def _apart(study: "Asking") -> Apart:
    """Return a test whether somebody holds two claims to be of different happenings."""
    parted = {frozenset((row["one"], row["other"])) for row in study.derived().rows("parted")}
    return lambda a, b: frozenset((a.happening, b.happening)) in parted


def _states(rows: Iterable[Row]) -> dict[str, str]:
    """Return the state of each organ, office and person that the claims name."""
    from comity.registry import load_registry

    registry = load_registry()
    named = {a for r in rows for a in (*(r["participants"] or ()), r["from"], r["to"]) if a}
    records = ((a, registry.get(a)) for a in sorted(named))
    return {a: r.state for a, r in records if r and r.type in STANDS_FOR and r.state}


def _numbers(
    study: "Asking", wanted: set[str], families: Mapping[str, str]
) -> dict[str, list[Observation]]:
    found: dict[str, list[Observation]] = {}
    held = {str(r["series"]) for r in study.series()}
    for name in sorted(wanted & held):
        for row in study.series(name):
            family = families.get(row["source"], row["source"])
            found.setdefault(family, []).append(_observation(row))
    return found


def _observation(row: Row) -> Observation:
    period = Period(start=row["start"], end=row["end"], precision="range", resolved="explicit")
    return Observation(
        series=row["series"],
        a=row["a"],
        b=row["b"],
        period=period,
        value=row["value"],
        unit=row["unit"] or "",
        row=row["row"] or 0,
    )


def _coverage(study: "Asking", families: Mapping[str, str]) -> Iterator[Cover]:
    for row in study.coverage():
        document = str(row["document"])
        facts = document.startswith(("comity-facts", "facts-"))
        yield Cover(
            families.get(document, "facts" if facts else document),
            Coverage(
                property=row["property"],
                actors=tuple(row["actors"] or ()),
                period=Period(start=row["start"], end=row["end"], precision="range"),
                note=row["note"] or "",
                silence=row["silence"] or "no",
            ),
        )
