"""comity ties: what ties two actors on a day."""

from datetime import date

import click

from comity.cli.study_options import (
    Day,
    actor_ids,
    asked,
    known_option,
    policy_option,
    shape_options,
    study_option,
    write_rows,
)

SHOWN = ("relation", "grade", "holds", "role", "since", "dated", "sources", "conflicts")


@click.command("ties")
@click.argument("a")
@click.argument("b")
@study_option
@click.option("--at", type=Day(), metavar="DATE", help="On that day; else the last day covered.")
@policy_option
@known_option
@shape_options
def command(
    a: str,
    b: str,
    study_path: str,
    at: date | None,
    policy: str,
    facts: bool,
    as_known: date | None,
    shape: str,
    output: str | None,
) -> None:
    """Say which relations hold between A and B on a day: alliance, partnership, membership.

    Holds yes, no, suspended or unknown: no only where a source that would have told says nothing or says
    so. Each source's own answer is shown, and who contradicts the one followed.

    Example:  comity ties USA NZL --at 1987-01-01 --facts
    """
    one, two = actor_ids([a, b])
    with asked(study_path, facts=facts, known=as_known) as study:
        day = at or study.last_covered() or date.today()
        rows = study.ties(one, two, day, policy=policy)
    write_rows(rows, shape, output, SHOWN)
    told = f"policy {policy}" if rows else "nothing is told: unknown, which is not no"
    click.echo(f"{one} and {two} on {day}: {told}.", err=True)
