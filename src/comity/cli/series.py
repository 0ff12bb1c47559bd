"""comity series: the numbers of imported data."""

from datetime import date

import click

from comity.cli.study_options import (
    actor_ids,
    known_option,
    opened,
    shape_options,
    study_option,
    write_rows,
)

SHOWN = ("a", "b", "start", "end", "value", "unit", "source", "row")
NAMES = ("series", "unit", "source", "actors", "first", "last", "values", "missing")


@click.command("series")
@click.argument("name", required=False)
@click.argument("actors", nargs=-1)
@study_option
@click.option("--either", is_flag=True, help="The pair in both directions.")
@click.option("--every-import", is_flag=True, help="Older imports of a feed too.")
@known_option
@shape_options
def command(
    name: str | None,
    actors: tuple[str, ...],
    study_path: str,
    either: bool,
    every_import: bool,
    as_known: date | None,
    shape: str,
    output: str | None,
) -> None:
    """Show the numbers of a series for an actor or a pair; without NAME, the series there are.

    A missing value stays empty: unknown is not zero.

    Example:  comity series imports CHN USA --format csv
    """
    if len(actors) > 2:
        raise click.UsageError("A series is about one actor or a pair.")
    who = [*actor_ids(actors), None, None][:2]
    with opened(study_path, known=as_known) as study:
        rows = study.series(name, *who, either=either, every_import=every_import)
    write_rows(rows, shape, output, SHOWN if name else NAMES)
    if not rows and not name:
        click.echo("The study holds no numbers: comity import brings them in.", err=True)
    elif not rows:
        click.echo(
            f"No numbers of {name} for these; `comity series` lists what there is.", err=True
        )
