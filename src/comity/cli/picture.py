"""comity picture: draw the architecture. One command a kind of picture."""

from datetime import date
from typing import Any

import click

from comity.cli.picture_options import (
    among,
    check_output,
    evidence_of_study,
    last_told,
    network_options,
    picture_options,
    span_options,
    split,
    write_picture,
    years_of,
)
from comity.cli.study_options import Day, actor_ids

DRAWS = 50


@click.group("picture")
def command() -> None:
    """Draw the architecture: SVG, a page with its table, the table alone, or Vega-Lite.

    Example:  comity picture map --at 2016-12-31 -o map.svg
    """


@command.command("map")
@click.option(
    "--at",
    multiple=True,
    type=Day(last=True),
    metavar="DATE",
    help="Day; several give small multiples.",
)
@click.option(
    "--layer", "layers", multiple=True, help="Layers to draw; else ties between two and events."
)
@click.option("--seed", default=0, show_default=True, help="Seed of the places.")
@span_options
@network_options
@picture_options
def map_(
    at: tuple[date, ...],
    layers: tuple[str, ...],
    seed: int,
    start: date | None,
    end: date | None,
    actors: tuple[str, ...],
    strict: bool,
    output: str,
    study_path: str,
    **look: Any,
) -> None:
    """Draw who is tied to whom on a day. Actors stand where all years between --from and --to put them.

    Example:  comity picture map --at 2000 --at 2016 --actors CHN,USA,JPN,RUS -o map.html
    """
    check_output(output)
    from comity.network import network_at, sequence
    from comity.pictures import draw_map, place_actors

    with evidence_of_study(study_path) as evidence:
        ids, notes = among(evidence, actors, look["lang"])
        chosen = split(layers) or None
        span = years_of(evidence, start, end)
        places = place_actors(
            sequence(evidence, span, actors=ids, strict=strict), layers=chosen, seed=seed
        )
        days = at or (end or last_told(evidence),)
        networks = [network_at(evidence, day, actors=ids, strict=strict) for day in days]
        picture = draw_map(networks, layers=chosen, places=places, notes=notes, **_look(look))
    write_picture(picture, output)


@command.command("matrix")
@click.option(
    "--at", type=Day(last=True), metavar="DATE", help="The day; else the last that is told."
)
@click.option("--layer", "layers", multiple=True, help="One layer; several, or none, are counted.")
@click.option("--order", type=click.Choice(["name", "blocs"]), default="name", show_default=True)
@click.option("--seed", default=0, show_default=True, help="Seed of the blocs.")
@network_options
@picture_options
def matrix(
    at: date | None,
    layers: tuple[str, ...],
    order: str,
    seed: int,
    actors: tuple[str, ...],
    strict: bool,
    output: str,
    study_path: str,
    **look: Any,
) -> None:
    """Draw every pair of one layer, or how many layers tie it. What is unknown is hatched.

    Example:  comity picture matrix --layer alliance --at 2005 --order blocs -o alliances.svg
    """
    check_output(output)
    from comity.network import network_at
    from comity.pictures import draw_matrix

    with evidence_of_study(study_path) as evidence:
        ids, notes = among(evidence, actors, look["lang"])
        network = network_at(evidence, at or last_told(evidence), actors=ids, strict=strict)
        chosen = split(layers)
        one = chosen[0] if len(chosen) == 1 else None
        picture = draw_matrix(
            network, one, layers=chosen, order=order, seed=seed, notes=notes, **_look(look)
        )
    write_picture(picture, output)


@command.command("dyad")
@click.argument("a")
@click.argument("b")
@click.option("--layer", "layers", multiple=True, help="Only these layers.")
@click.option("--strict", is_flag=True, help="Only what a person accepted, and rows of data sets.")
@span_options
@picture_options
def dyad(
    a: str,
    b: str,
    layers: tuple[str, ...],
    strict: bool,
    start: date | None,
    end: date | None,
    output: str,
    study_path: str,
    **look: Any,
) -> None:
    """Draw what ties A and B over the years, layer by layer.

    Example:  comity picture dyad CHN RUS --from 1990 -o china-russia.svg
    """
    check_output(output)
    from comity.network import sequence
    from comity.pictures import draw_dyad

    one, two = actor_ids([a, b])
    with evidence_of_study(study_path) as evidence:
        years = years_of(evidence, start, end, (one, two))
        cut = sequence(evidence, years, actors=(one, two), strict=strict)
        picture = draw_dyad(cut, one, two, layers=split(layers) or None, **_look(look))
    write_picture(picture, output)


@command.command("mechanism")
@click.argument("mechanism")
@span_options
@picture_options
def mechanism_(
    mechanism: str,
    start: date | None,
    end: date | None,
    output: str,
    study_path: str,
    **look: Any,
) -> None:
    """Draw the sessions of MECHANISM with their numbers, missing rounds as gaps, and its members.

    Example:  comity picture mechanism sco --from 2001 -o sco.svg
    """
    check_output(output)
    from comity.pictures import draw_mechanism

    (body,) = actor_ids([mechanism])
    with evidence_of_study(study_path) as evidence:
        picture = draw_mechanism(evidence, body, start=start, end=end, **_look(look))
    write_picture(picture, output)


def measure_options(command: Any) -> Any:
    """Add ``--measure``, ``--show``, ``--draws`` and ``--seed``."""
    for option in (
        click.option("--seed", default=0, show_default=True, help="Seed of the draws."),
        click.option(
            "--draws", default=DRAWS, show_default=True, help="Draws of errors of reading."
        ),
        click.option(
            "--show",
            multiple=True,
            metavar="ID,ID…",
            help="Draw the values of these; all are measured.",
        ),
        click.option("--measure", required=True, metavar="ID", help="The measure, such as mux.P."),
    ):
        command = option(command)
    return command


@command.command("series")
@measure_options
@span_options
@network_options
@picture_options
def series(
    measure: str,
    show: tuple[str, ...],
    draws: int,
    seed: int,
    start: date | None,
    end: date | None,
    actors: tuple[str, ...],
    strict: bool,
    output: str,
    study_path: str,
    **look: Any,
) -> None:
    """Draw a measure over years with its bands, what stands behind each point, and years without data.

    Example:  comity picture series --measure coop.share --show CHN,USA --from 2000 -o share.svg
    """
    check_output(output)
    from comity.measure import measure_of, run
    from comity.network import sequence
    from comity.pictures import draw_series

    measure_of(measure)
    with evidence_of_study(study_path) as evidence:
        ids, notes = among(evidence, actors, look["lang"])
        years = sequence(evidence, years_of(evidence, start, end), actors=ids, strict=strict)
        values = _shown(run(years, [measure], draws=draws, seed=seed), show)
        picture = draw_series(values, notes=notes, **_look(look))
    write_picture(picture, output)


@command.command("ranks")
@click.option(
    "--at", type=Day(last=True), metavar="DATE", help="The day; else the last that is told."
)
@click.option("--least-first", is_flag=True, help="Rank 1 is the least value.")
@measure_options
@network_options
@picture_options
def ranks(
    at: date | None,
    least_first: bool,
    measure: str,
    show: tuple[str, ...],
    draws: int,
    seed: int,
    actors: tuple[str, ...],
    strict: bool,
    output: str,
    study_path: str,
    **look: Any,
) -> None:
    """Draw between which ranks each can stand, given what its interval leaves open.

    Example:  comity picture ranks --measure mux.P --at 2016 -o ranks.svg
    """
    check_output(output)
    from comity.measure import measure_of, run
    from comity.network import network_at
    from comity.pictures import draw_ranks

    measure_of(measure)
    with evidence_of_study(study_path) as evidence:
        ids, notes = among(evidence, actors, look["lang"])
        network = network_at(evidence, at or last_told(evidence), actors=ids, strict=strict)
        values = _shown(run(network, [measure], draws=draws, seed=seed), show)
        picture = draw_ranks(values, least_first=least_first, notes=notes, **_look(look))
    write_picture(picture, output)


def _look(look: dict[str, Any]) -> dict[str, Any]:
    return {"language": look["lang"], "width": look["width"]}


def _shown(values: Any, show: tuple[str, ...]) -> list[Any]:
    """Return the values of some actors, pairs among them, or bodies."""
    if not show:
        return list(values)
    wanted = set(actor_ids(split(show)))
    return [
        v
        for v in values
        if v.subject.mechanism in wanted
        or (v.subject.actors and wanted.issuperset(v.subject.actors))
    ]
