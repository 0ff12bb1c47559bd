"""comity registry: what sources say of who belongs to what, side by side."""

import click

from comity.cli.study_options import actor_ids, opened, shape_options, study_option, write_rows

SHOWN = ("mechanism", "actor", "verdict", "first", "second", "ends")


@click.group()
def command() -> None:
    """Look at what sources say of who belongs to what."""


@command.command("compare")
@click.argument("mechanisms", nargs=-1, metavar="[MECHANISM]...")
@study_option
@click.option(
    "--first",
    default="comity-facts",
    show_default=True,
    metavar="SOURCE",
    help="A data set or document, by its id or the beginning of it.",
)
@click.option(
    "--second",
    default="cow-igo",
    show_default=True,
    metavar="SOURCE",
    help="The one to hold beside.",
)
@click.option("--rows", is_flag=True, help="Each membership, not only counts.")
@click.option("--all", "every", is_flag=True, help="Also mechanisms that only one source tells of.")
@shape_options
def compare(
    mechanisms: tuple[str, ...],
    study_path: str,
    first: str,
    second: str,
    rows: bool,
    every: bool,
    shape: str,
    output: str | None,
) -> None:
    """Hold two sources on memberships side by side: who agrees, who differs, what only one has.

    Of all mechanisms both tell of: counts, by the year a membership began. Of a MECHANISM, or with --rows:
    each membership. What lies outside the years a source covers is "not covered", never a difference;
    "consistent" is a date first seen by a source that did not look every year.

    Example:  comity registry compare --study asia.duckdb --first comity-facts --second cow-igo
    """
    from comity.tables import Rows

    bodies = actor_ids(mechanisms)
    with opened(study_path) as study:
        found = study.compare_registers(first, second, bodies)
    counts = found.summary(shared=not every)
    if rows or bodies:
        shown = {row["mechanism"] for row in counts}
        told = [r for r in found.to_rows() if bodies or r["mechanism"] in shown]
        write_rows(Rows.of(told, () if told else SHOWN), shape, output, SHOWN)
    else:
        write_rows(Rows.of(counts), shape, output)
    for line in _said(found.first, found.second, counts[-1] if counts else {}):
        click.echo(line, err=True)


def _said(first: str, second: str, total: dict[str, int]) -> list[str]:
    if not total:
        return [f"{first} and {second} tell of no mechanism in common."]
    return [
        f"first: {first}, second: {second}",
        f"{total['compared']} memberships compared: {total['same']} begin in the same year, {total['consistent']} "
        f"are consistent with it, {total['different']} differ; {total['role']} in another capacity; "
        f"{total['only_first']} only in the first, {total['only_second']} only in the second, "
        f"{total['not_covered']} outside what the other covers.",
    ]
