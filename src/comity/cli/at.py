"""comity at: the architecture on a day in one screen."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from comity.cli.network_options import chosen, network_options
from comity.cli.sections import Section, view_options, write_document, write_sections
from comity.cli.study_options import Day, opened, study_option, write_rows

if TYPE_CHECKING:
    from comity.network import Change, Difference, LayerCount, Overview
    from comity.study.architecture import Architecture

WITH_SOURCES = ("gained", "lost", "regraded")
SHOWN = 3  # sources named beside a change; JSON has all


@click.command("at")
@click.argument("day", type=Day(last=True), metavar="DATE")
@study_option
@network_options
@click.option(
    "--compare",
    type=Day(last=True),
    metavar="DATE",
    help="What came, went and changed its grade between then and DATE.",
)
@click.option(
    "--top", type=click.IntRange(min=0), default=5, show_default=True, metavar="N",
    help="How many pairs, bodies and changes of a kind are shown.",
)  # fmt: skip
@view_options
def command(
    day: date,
    study_path: str,
    compare: date | None,
    top: int,
    as_known: date | None,
    shape: str,
    output: str | None,
    **given: Any,
) -> None:
    """Show the architecture on DATE in one screen: layers, the most tied pairs, the largest bodies, what is unknown.

    A year or month stands for its last day. A pair is untied where a source would have told, unknown
    everywhere else. Sources that end before the day are named.

    Example:  comity at 2016 --actors CHN,USA,日本 --compare 2005
    """
    with opened(study_path, known=as_known) as study:
        found = study.at(day, compare=compare, most=top, **chosen(given))
    if shape == "json":
        write_document(found.to_dict(), output)
    elif shape in ("table", "markdown"):
        write_sections(_sections(found, top), shape, output)
    else:
        write_rows(found.to_rows(), shape, output)


def _sections(found: "Architecture", top: int) -> Iterator[Section]:
    view = found.overview
    yield Section(heading=f"The architecture on {view.day}", lines=list(_head(view)))
    yield Section(
        heading="Layers: pairs tied, known to be untied, unknown",
        rows=[_layer(c) for c in view.layers],
        columns=("layer", "tied", "untied", "unknown", "told_by", "heaviest"),
    )
    if view.dyads:
        yield Section(heading="Pairs in most layers", rows=list(_dyads(view)), columns=DYADS)
    if view.mechanisms:
        yield Section(heading="Largest bodies", rows=list(_bodies(view)), columns=BODIES)
    yield Section(heading=f"Coverage that ends before {view.day}", lines=list(_ended(view)))
    if found.difference is not None:
        yield from _changes(found.difference, top)


DYADS = ("pair", "layers", "grade", "sources")
BODIES = ("body", "layer", "members", "others", "unknown", "who")
CHANGES = ("layer", "what", "pair", "grade", "claims", "sources")


def _head(view: "Overview") -> Iterator[str]:
    yield (
        f"{len(view.actors)} actors, {view.tied} of them tied; {view.bodies} bodies with members; "
        f"{view.claims} claims and rows behind the ties."
    )
    if view.choices:
        words = (f"{k} {', '.join(map(str, v)) if isinstance(v, list) else v}" for k, v in view.choices.items())  # fmt: skip
        yield f"Choices: {'; '.join(words)}."
    yield "This is what the study's sources tell; comity asserts none of it."


def _layer(count: "LayerCount") -> dict[str, Any]:
    heaviest = (f"{d.a}{'→' if count.directed else '–'}{d.b} {d.weight:.3g}" for d in count.dyads[:2])  # fmt: skip
    share = f" ({count.unknown / count.pairs:.0%})" if count.pairs else ""
    return {
        "layer": count.layer,
        "tied": count.tied,
        "untied": count.untied,
        "unknown": f"{count.unknown}{share}",
        "told_by": ", ".join(count.families) or "nobody",
        "heaviest": ", ".join(heaviest) or ("all alike" if count.tied else ""),
    }


def _dyads(view: "Overview") -> Iterator[dict[str, Any]]:
    for d in view.dyads:
        yield {
            "pair": f"{d.a}–{d.b}",
            "layers": f"{len(d.layers)}: {', '.join(d.layers)}",
            "grade": d.grade,
            "sources": d.sources,
        }


def _bodies(view: "Overview") -> Iterator[dict[str, Any]]:
    for b in view.mechanisms:
        more = f" and {len(b.members) - 12} more" if len(b.members) > 12 else ""
        yield {
            "body": b.mechanism,
            "layer": b.layer,
            "members": len(b.members),
            "others": len(b.lesser),
            "unknown": b.unknown,
            "who": " ".join(b.members[:12]) + more,
        }


def _ended(view: "Overview") -> Iterator[str]:
    """Yield a line for each layer whose sources end before the day, and one for those nobody tells of."""
    for c in view.layers:
        ends = [
            f"{e.family} ({e.property}) ends {e.last}" for e in view.ended if e.layer == c.layer
        ]
        if ends:
            yield f"{c.layer}: {'; '.join(ends)}: after that a pair is unknown unless another source tells."
    if not view.ended:
        yield f"No source that covers a layer ends before {view.day}."
    if bare := [c.layer for c in view.layers if c.unknown and not c.untied]:
        yield f"Nobody's silence means no on that day of: {', '.join(bare)}. What is not told there is unknown."


def _changes(difference: "Difference", top: int) -> Iterator[Section]:
    from comity.network.changes import WORDS

    days = f"{difference.first.day} to {difference.second.day}"
    counts = [
        {"layer": name, **{w: found.get(w, 0) for w in WORDS}}
        for name, found in difference.by_layer().items()
    ]
    yield Section(
        heading=f"Changes from {days}",
        lines=[] if counts else ["None."],
        rows=counts,
        columns=("layer", *WORDS),
    )
    rows = [_change(c) for c in _first(difference, top)]
    if rows:
        heading = f"Came, went, changed grade (the first {top} of a layer and kind)"
        yield Section(heading=heading, rows=rows, columns=CHANGES)


def _first(difference: "Difference", top: int) -> Iterator["Change"]:
    seen: dict[tuple[str, str], int] = {}
    for change in difference.changes:
        key = (change.layer, change.what)
        if change.what in WITH_SOURCES and seen.get(key, 0) < top:
            seen[key] = seen.get(key, 0) + 1
            yield change


def _change(change: "Change") -> dict[str, Any]:
    sources = change.sources
    more = f" and {len(sources) - SHOWN} more" if len(sources) > SHOWN else ""
    before, after = change.grades
    return {
        "layer": change.layer,
        "what": change.what,
        "pair": f"{change.a}–{change.b}",
        "grade": f"{before} → {after}" if before != after else after,
        "claims": len(sources),
        "sources": ", ".join(sources[:SHOWN]) + more,
    }
