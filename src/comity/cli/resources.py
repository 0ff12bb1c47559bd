"""comity resources: check names, patterns and examples."""

from pathlib import Path

import click


@click.group("resources")
def command() -> None:
    """Look after the names and patterns that reading rests on."""


@command.command("check")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False))
def check(folder: str | None) -> None:
    """Check comity's resources, or those of your own FOLDER laid over them.

    Every record, every reference between records and every example of every pattern is tried.
    """
    from comity.extract.check import check_resources

    problems = check_resources(Path(folder) if folder else None)
    for problem in problems:
        click.echo(str(problem))
    click.echo(
        f"{len(problems)} problem(s)." if problems else "All records and examples are in order.",
        err=True,
    )
    raise SystemExit(1 if problems else 0)
