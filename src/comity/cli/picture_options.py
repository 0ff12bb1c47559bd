"""What the pictures' commands share: whose ties, which days, where the answer goes."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from comity.cli.output import destination
from comity.cli.study_options import Day, actor_ids, opened, study_option

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


def network_options(command: Command) -> Command:
    """Add ``--actors`` and ``--strict``."""
    command = click.option(
        "--strict", is_flag=True, help="Only what a person accepted, and rows of data sets."
    )(command)
    return click.option(
        "--actors",
        multiple=True,
        metavar="ID,ID…",
        help="Only these actors; else the 60 that most is told of.",
    )(command)


def span_options(command: Command) -> Command:
    """Add ``--from`` and ``--to``."""
    command = click.option("--to", "end", type=Day(last=True), metavar="DATE", help="Not after.")(
        command
    )
    return click.option("--from", "start", type=Day(), metavar="DATE", help="Not before.")(command)


@contextmanager
def evidence_of_study(path: str) -> Iterator["Evidence"]:
    """Yield a study's evidence."""
    with opened(path) as study:
        yield study.evidence()


def split(names: Sequence[str]) -> list[str]:
    """Return what options with commas name, each once."""
    return list(dict.fromkeys(n.strip() for each in names for n in each.split(",") if n.strip()))


def among(
    evidence: "Evidence", names: Sequence[str], lang: str
) -> tuple[tuple[str, ...], list[str]]:
    """Return the actors of a network, and a sentence that says so where not all are taken."""
    from comity.pictures.look import Look

    if names:
        return tuple(actor_ids(split(names))), []
    told = Counter(a for link in evidence.links if link.layer for a in link.actors)
    order = sorted(told, key=lambda a: (-told[a], a))
    if len(order) <= CROWD:
        return tuple(sorted(order)), []
    words = Look(language=lang).say("crowd", count=CROWD, all=len(order))
    click.echo(
        f"Of {len(order)} actors the {CROWD} that most is told of. Choose others with --actors.",
        err=True,
    )
    return tuple(sorted(order[:CROWD])), [words]


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
