"""What the pictures' commands share: whose ties, which days, where the answer goes."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from comity.cli.network_options import chosen
from comity.cli.output import destination
from comity.cli.study_options import Day, opened, study_option

if TYPE_CHECKING:
    from comity.network import Evidence
    from comity.pictures import Picture

Command = Callable[..., Any]
CROWD: Final = 60  # actors: more make a map or matrix that nobody can read
OLDEST: Final = 1945  # no default span begins earlier


def picture_options(command: Command) -> Command:
    """Add ``--study``, ``--lang``, ``--width`` and ``-o``."""
    for option in (
        click.option(
            "-o",
            "output",
            required=True,
            metavar="FILE",
            help="Write there: .svg, .html (drawing and table), .csv (table) or .json (Vega-Lite); - prints SVG.",
        ),
        click.option(
            "--width", default=960, show_default=True, metavar="N", help="Width in pixels."
        ),
        click.option(
            "--lang",
            type=click.Choice(["en", "zh"]),
            default="en",
            show_default=True,
            help="Language of the picture.",
        ),
        study_option,
    ):
        command = option(command)
    return command


def span_options(command: Command) -> Command:
    """Add ``--from`` and ``--to``."""
    command = click.option("--to", "end", type=Day(last=True), metavar="DATE", help="Not after.")(
        command
    )
    return click.option("--from", "start", type=Day(), metavar="DATE", help="Not before.")(command)


def day_option(command: Command) -> Command:
    """Add ``--at``."""
    return click.option(
        "--at", type=Day(last=True), metavar="DATE", help="The day; else the last that is told."
    )(command)


@contextmanager
def evidence_of_study(path: str, known: date | None = None) -> Iterator["Evidence"]:
    """Yield a study's evidence."""
    with opened(path, known=known) as study:
        yield study.evidence()


def looks(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the drawing functions call their look."""
    return {"language": given["lang"], "width": given["width"]}


def network_choices(evidence: "Evidence", given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the choices of a network; a layer that there is not is refused."""
    from comity.errors import QueryError

    made = chosen(given)
    known = [rule.id for rule in evidence.layers]
    for layer in made.get("layers", ()):
        if layer not in known:
            raise QueryError(f"There is no layer {layer}.", hint=f"Known: {', '.join(known)}.")
    return made


def among(evidence: "Evidence", given: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the choices of a network, and a sentence for the picture where not all actors are taken."""
    from comity.pictures.look import Look

    made = network_choices(evidence, given)
    if "actors" in made:
        return made, []
    told = Counter(a for link in evidence.links if link.layer for a in link.actors)
    order = sorted(told, key=lambda a: (-told[a], a))
    kept = {**made, "actors": tuple(sorted(order[:CROWD]))}
    if len(order) <= CROWD:
        return kept, []
    say = {"count": CROWD, "all": len(order)}
    click.echo(f"{Look().say('crowd', **say)} Choose others with --actors.", err=True)
    return kept, [Look(language=given["lang"]).say("crowd", **say)]


def last_told(evidence: "Evidence") -> date:
    """Return the last day on which something began that is told, none after today."""
    today = date.today()
    begun = (x.period.start for x in evidence.links if x.layer and x.status != "planned")
    return max((day for day in begun if day and day <= today), default=today)


def years_of(
    evidence: "Evidence", start: date | None, end: date | None, actors: Sequence[str] = ()
) -> range:
    """Return the years between two days, by default from what is told first to what is told last."""
    last = end or last_told(evidence)
    days = [
        x.period.start
        for x in evidence.links
        if x.layer and x.period.start and (not actors or not set(actors).isdisjoint(x.actors))
    ]
    first = start or max(min(days, default=last), date(OLDEST, 1, 1))
    if last < first:
        raise click.UsageError(f"--to {last} lies before {first}.")
    return range(first.year, last.year + 1)


def check_output(output: str) -> str:
    """Return the ending of a picture's file before anything is computed; ``-`` is SVG."""
    from comity.pictures.picture import SUFFIXES

    suffix = ".svg" if output == "-" else Path(output).suffix.lower()
    if suffix not in SUFFIXES:
        raise click.UsageError(f"{output}: a picture is written as {', '.join(SUFFIXES)}.")
    return suffix


def write_picture(picture: "Picture", output: str) -> None:
    """Write a picture in the form that the file's ending names."""
    with destination(output) as stream:
        stream.write(picture.text(check_output(output)))
    if output != "-":
        click.echo(f"Wrote {output}: {picture.title}. {len(picture.table)} rows.", err=True)
