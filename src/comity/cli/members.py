"""comity members: who belongs to a mechanism on a day."""

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

SHOWN = ("actor", "role", "standing", "since", "dated", "conflicts")
DATES = ("date", "dated", "members", "document", "standing", "note", "source")


@click.command("members")
@click.argument("mechanism")
@study_option
@click.option("--at", type=Day(), metavar="DATE", help="On that day; else the last day covered.")
@click.option("--founded", is_flag=True, help="Show when it began, in every sense, instead.")
@policy_option
@known_option
@shape_options
def command(
    mechanism: str,
    study_path: str,
    at: date | None,
    founded: bool,
    policy: str,
    facts: bool,
    as_known: date | None,
    shape: str,
    output: str | None,
) -> None:
    """Say who belongs to MECHANISM on a day: in which capacity, since when, and who says otherwise.

    A standing is yes, suspended or unknown; it is no where the source followed says no and another yes.
    Where nothing is said and no source claims to be complete, nobody is listed.

    Example:  comity members sco --at 2017-06-08 --facts
    """
    (body,) = actor_ids([mechanism])
    with asked(study_path, facts=facts, known=as_known) as study:
        if founded:
            write_rows(study.foundings(body), shape, output, DATES)
            return
        day = at or study.last_covered(body) or date.today()
        rows = study.members(body, day, policy=policy)
        own = facts or study.holds_facts()
    write_rows(rows, shape, output, SHOWN)
    if not own:
        click.echo(
            "comity's own facts are not in this study: add them with `comity study facts`, or ask --facts.",
            err=True,
        )
    click.echo(f"{body} on {day}: {len(rows)} named, policy {policy}.", err=True)
