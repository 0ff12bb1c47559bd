"""comity picture: draw the architecture. One command a kind of picture."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import click

from comity.cli.network_options import network_options, who
from comity.cli.picture_options import (
    among,
    check_output,
    day_option,
    evidence_of_study,
    last_told,
    looks,
    network_choices,
    picture_options,
    span_options,
    write_picture,
    years_of,
)
from comity.cli.study_options import Day, actor_ids, known_option

if TYPE_CHECKING:
    from comity.measure import Subject

DRAWS: Final = 50


@click.group("picture")
def command() -> None:
    """Draw the architecture: SVG, a page with its table, the table alone, or Vega-Lite.

    Example:  comity picture map --at 2016-12-31 -o map.svg
    """


@command.command("map")
@click.option(
    "--at", multiple=True, type=Day(last=True), metavar="DATE", help="Day; several stand side by side."
)  # fmt: skip
@click.option("--seed", default=0, show_default=True, help="Seed of the places.")
@span_options
@network_options
@picture_options
def map_(
    at: tuple[date, ...],
    seed: int,
    start: date | None,
    end: date | None,
    as_known: date | None,
    output: str,
    study_path: str,
    **given: Any,
) -> None:
    """Draw who is tied to whom on a day. Actors stand where all years between --from and --to put them.

    Without --layer: ties between two, and events.

    Example:  comity picture map --at 2000 --at 2016 --actors CHN,USA,JPN,RUS -o map.html
    """
    check_output(output)
    from comity.network import network_at, sequence
    from comity.pictures import draw_map, place_actors

    with evidence_of_study(study_path, as_known) as evidence:
        choices, notes = among(evidence, given)
        layers = choices.get("layers")
        span = years_of(evidence, start, end)
        places = place_actors(sequence(evidence, span, **choices), layers=layers, seed=seed)
        days = at or (end or last_told(evidence),)
        networks = [network_at(evidence, day, **choices) for day in days]
        picture = draw_map(networks, layers=layers, places=places, notes=notes, **looks(given))
    write_picture(picture, output)


@command.command("matrix")
@day_option
@click.option(
    "--order", type=click.Choice(["name", "blocs"]), default="name", show_default=True, help="Of actors."
)  # fmt: skip
@click.option("--seed", default=0, show_default=True, help="Seed of the blocs.")
@network_options
@picture_options
def matrix(
    at: date | None,
    order: str,
    seed: int,
    as_known: date | None,
    output: str,
    study_path: str,
    **given: Any,
) -> None:
    """Draw every pair of one layer (--layer), or how many layers tie it. What is unknown is hatched.

    Example:  comity picture matrix --layer alliance --at 2005 --order blocs -o alliances.svg
    """
    check_output(output)
    from comity.network import network_at
    from comity.pictures import draw_matrix

    with evidence_of_study(study_path, as_known) as evidence:
        choices, notes = among(evidence, given)
        network = network_at(evidence, at or last_told(evidence), **choices)
        layers = choices.get("layers", ())
        one = layers[0] if len(layers) == 1 else None
        more = {"order": order, "seed": seed, "notes": notes, **looks(given)}
        picture = draw_matrix(network, one, layers=layers, **more)
    write_picture(picture, output)


@command.command("dyad")
@click.argument("a")
@click.argument("b")
@span_options
@network_options
@picture_options
def dyad(
    a: str,
    b: str,
    start: date | None,
    end: date | None,
    as_known: date | None,
    output: str,
    study_path: str,
    **given: Any,
) -> None:
    """Draw what ties A and B over the years, layer by layer.

    Example:  comity picture dyad CHN RUS --from 1990 -o china-russia.svg
    """
    check_output(output)
    from comity.network import sequence
    from comity.pictures import draw_dyad

    pair = tuple(actor_ids([a, b]))
    with evidence_of_study(study_path, as_known) as evidence:
        choices = {"actors": pair, **network_choices(evidence, given)}
        years = sequence(evidence, years_of(evidence, start, end, pair), **choices)
        picture = draw_dyad(years, *pair, **looks(given))
    write_picture(picture, output)


@command.command("mechanism")
@click.argument("mechanism")
@span_options
@known_option
@picture_options
def mechanism_(
    mechanism: str,
    start: date | None,
    end: date | None,
    as_known: date | None,
    output: str,
    study_path: str,
    **given: Any,
) -> None:
    """Draw the sessions of MECHANISM with their numbers, missing rounds as gaps, and its members.

    Example:  comity picture mechanism sco --from 2001 -o sco.svg
    """
    check_output(output)
    from comity.pictures import draw_mechanism

    (body,) = actor_ids([mechanism])
    with evidence_of_study(study_path, as_known) as evidence:
        picture = draw_mechanism(evidence, body, start=start, end=end, **looks(given))
    write_picture(picture, output)


def measure_options(command: Any) -> Any:
    """Add ``--measure``, ``--show``, ``--draws`` and ``--seed``."""
    for option in (
        click.option("--seed", default=0, show_default=True, help="Of everything random."),
        click.option("--draws", default=DRAWS, show_default=True, help="Draws of reading errors."),
        click.option("--show", multiple=True, metavar="A,B", help="Draw only values about one or more of these and nobody else; all are measured."),
        click.option("--measure", required=True, metavar="ID", help="The measure, such as mux.P."),
    ):  # fmt: skip
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
    as_known: date | None,
    output: str,
    study_path: str,
    **given: Any,
) -> None:
    """Draw a measure over years with its bands, what stands behind each point, and years without data.

    Example:  comity picture series --measure coop.share --show CHN,USA --from 2000 -o share.svg
    """
    check_output(output)
    from comity.measure import measure_of, run
    from comity.network import sequence
    from comity.pictures import draw_series

    measure_of(measure)
    with evidence_of_study(study_path, as_known) as evidence:
        choices, notes = among(evidence, given)
        years = sequence(evidence, years_of(evidence, start, end), **choices)
        values = run(years, [measure], draws=draws, seed=seed, keep=_kept(show))
        picture = draw_series(values, notes=notes, **looks(given))
    write_picture(picture, output)


@command.command("ranks")
@day_option
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
    as_known: date | None,
    output: str,
    study_path: str,
    **given: Any,
) -> None:
    """Draw between which ranks each can stand, given what its interval leaves open.

    Example:  comity picture ranks --measure mux.P --at 2016 -o ranks.svg
    """
    check_output(output)
    from comity.measure import measure_of, run
    from comity.network import network_at
    from comity.pictures import draw_ranks

    measure_of(measure)
    with evidence_of_study(study_path, as_known) as evidence:
        choices, notes = among(evidence, given)
        network = network_at(evidence, at or last_told(evidence), **choices)
        values = run(network, [measure], draws=draws, seed=seed, keep=_kept(show))
        picture = draw_ranks(values, least_first=least_first, notes=notes, **looks(given))
    write_picture(picture, output)


def _kept(show: tuple[str, ...]) -> "Callable[[Subject], bool] | None":
    """Return which subjects are drawn: some actors, pairs among them, or bodies; None for all."""
    wanted = set(who(show))
    if not wanted:
        return None

    def keeps(subject: "Subject") -> bool:
        among_them = bool(subject.actors) and wanted.issuperset(subject.actors)
        return subject.mechanism in wanted or among_them

    return keeps
