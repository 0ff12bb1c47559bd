"""comity check: a document's events against what others say."""

import click

from comity.cli.study_options import opened, shape_options, study_option, write_rows

SHOWN = ("verdict", "said", "found", "why", "sources")


@click.command("check")
@click.argument("document")
@study_option
@click.option(
    "--verdict",
    type=click.Choice(["corroborated", "date conflict", "participant conflict", "not found"]),
    help="Only events with this verdict.",
)
@shape_options
def command(
    document: str, study_path: str, verdict: str | None, shape: str, output: str | None
) -> None:
    """Hold the events of a DOCUMENT against what other issuers and data sets of the study say.

    corroborated: told by another at that time; date conflict, participant conflict: told otherwise;
    not found: nobody else tells of it, which denies nothing. Leaves with 1 if there are conflicts.

    Example:  comity check 3d21 --verdict "date conflict"
    """
    from comity.tables import Rows

    with opened(study_path) as study:
        found = study.check(document)
    rows = [c.to_dict() for c in found if verdict in (None, c.verdict)]
    write_rows(Rows.of(rows, tuple(rows[0]) if rows else SHOWN), shape, output, SHOWN)
    raise SystemExit(1 if any("conflict" in c.verdict for c in found) else 0)
