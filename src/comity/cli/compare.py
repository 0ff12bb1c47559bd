"""comity compare: two documents side by side."""

import click

from comity.cli.study_options import opened, shape_options, study_option, write_rows

SHOWN = ("where", "kind", "first", "second", "differs")


@click.command("compare")
@click.argument("first")
@click.argument("second")
@study_option
@click.option(
    "--kind", type=click.Choice(["event", "position", "tie"]), help="Only claims of this kind."
)
@click.option("--differing", is_flag=True, help="Only what both tell and tell differently.")
@shape_options
def command(
    first: str,
    second: str,
    study_path: str,
    kind: str | None,
    differing: bool,
    shape: str,
    output: str | None,
) -> None:
    """Hold two documents of a study side by side, in whatever languages they are.

    Events both tell and what they differ in, positions and ties that one has and the other lacks. What a
    document does not mention it does not deny.

    Example:  comity compare 418b 0322 --differing
    """
    from comity.tables import Rows

    with opened(study_path) as study:
        found = study.compare(first, second)
    rows = [r for r in found.to_rows() if kind in (None, r["kind"])]
    rows = [r for r in rows if r["differs"]] if differing else rows
    if shape == "table":
        click.echo(f"first:  {found.first['title']} ({found.first['issuer']})", err=True)
        click.echo(f"second: {found.second['title']} ({found.second['issuer']})", err=True)
    write_rows(Rows.of(rows, tuple(rows[0]) if rows else SHOWN), shape, output, SHOWN)
