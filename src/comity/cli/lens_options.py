"""Options of the commands about lenses."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import click

from comity.cli.output import SHAPES
from comity.cli.study_options import Day, actor_ids

if TYPE_CHECKING:
    from comity.lens import Lens

READING: Final = (
    click.option("--at", type=Day(last=True), metavar="DATE", help="On that day."),
    click.option("--from", "start", type=Day(), metavar="DATE", help="Over years, from this one."),
    click.option("--to", "end", type=Day(last=True), metavar="DATE", help="To this one."),
    click.option(
        "--actors",
        multiple=True,
        metavar="A,B",
        help="Only these actors, by id or name; else all that the study names.",
    ),
    click.option("--layer", "layers", multiple=True, metavar="ID", help="Only these layers."),
    click.option(
        "--criterion", "criteria", multiple=True, metavar="ID", help="Only these criteria."
    ),
    click.option(
        "--most",
        type=click.IntRange(min=0),
        default=6,
        show_default=True,
        help="Values of a measure that a table shows in full; 0 shows all.",
    ),
    click.option(
        "--draws",
        type=click.IntRange(min=0, max=10_000),
        default=200,
        show_default=True,
        help="Draws of errors of reading for the intervals.",
    ),
    click.option(
        "--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Of draws."
    ),
    click.option(
        "--level",
        type=click.FloatRange(0, 1, min_open=True, max_open=True),
        default=0.9,
        show_default=True,
        help="Of the intervals.",
    ),
    click.option("--strict", is_flag=True, help="Only claims that a person accepted."),
    click.option(
        "--text",
        "text_file",
        metavar="FILE",
        help="The document's file; else it is looked for in the study.",
    ),
    click.option(
        "--explain",
        is_flag=True,
        help="Show of each value its formula, its inputs and the words of their claims, in Markdown.",
    ),
)


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of running a lens."""
    for option in reversed(READING):
        command = option(command)
    return command


def resources_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--resources FOLDER`` and ``--lang``."""
    command = click.option(
        "--lang",
        "language",
        type=click.Choice(["en", "zh"]),
        default="en",
        show_default=True,
        help="Language of paraphrases.",
    )(command)
    return click.option(
        "--resources",
        type=click.Path(exists=True, file_okay=False),
        envvar="COMITY_RESOURCES",
        metavar="FOLDER",
        help="Your own lenses (in lenses/), laid over comity's.",
    )(command)


def lens_shape_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--format`` with Markdown, ``--json`` and ``-o``."""
    command = click.option("-o", "output", metavar="FILE", help="Write there.")(command)
    command = click.option("--json", "shape", flag_value="json", help="Short for --format json.")(
        command
    )
    return click.option(
        "--format",
        "shape",
        type=click.Choice([*SHAPES, "markdown"]),
        default="table",
        show_default=True,
        help="Shape of the answer.",
    )(command)


def actor_list(given: Sequence[str]) -> list[str]:
    """Return the ids of actors given as ``A,B`` or one by one, each once."""
    names = [part.strip() for each in given for part in each.replace("，", ",").split(",")]
    return list(dict.fromkeys(actor_ids([name for name in names if name])))


def wanted_lens(id: str, resources: str | None, criteria: Sequence[str] = ()) -> "Lens":
    """Return a lens, with only some of its criteria if they are named. Raises QueryError for one that it has not."""
    from comity.errors import QueryError
    from comity.lens import lens_of

    lens = lens_of(id, resources)
    known = [c.id for c in lens.criteria]
    if unknown := [c for c in criteria if c not in known]:
        raise QueryError(
            f"{id} has no criterion {unknown[0]}.", hint=f"Its criteria: {', '.join(known)}."
        )
    kept = tuple(c for c in lens.criteria if not criteria or c.id in criteria)
    return replace(lens, criteria=kept)
