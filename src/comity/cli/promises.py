"""comity promises: what was promised, and what later documents say of it."""

from datetime import UTC, date, datetime

import click

from comity.cli.study_options import (
    Day,
    actor_ids,
    known_option,
    opened,
    shape_options,
    study_option,
    write_rows,
)

SHOWN = ("outcome", "due", "made", "said", "why", "evidence")


@click.command("promises")
@click.argument("actor", required=False)
@study_option
@click.option(
    "--at",
    type=Day(last=True),
    metavar="DATE",
    help="Judged on that day from what was told by then; else today.",
)
@click.option(
    "--outcome",
    type=click.Choice(["kept", "moved", "open", "no news"]),
    help="Only promises with this outcome.",
)
@known_option
@shape_options
def command(
    actor: str | None,
    study_path: str,
    at: date | None,
    outcome: str | None,
    as_known: date | None,
    shape: str,
    output: str | None,
) -> None:
    """List dated commitments and scheduled events (of an ACTOR) and what later documents say of them.

    kept: told in time; moved: told with another date; open: not yet due, or not told of since; no news:
    nothing later of these actors is in the study. Silence is never "broken".

    Example:  comity promises CHN --at 2018-01-01
    """
    from comity.tables import Rows

    with opened(study_path, known=as_known) as study:
        found = study.promises(
            actor_ids([actor])[0] if actor else None, at=at or datetime.now(UTC).date()
        )
    kept = [p.to_dict() for p in found if outcome in (None, p.outcome)]
    write_rows(Rows.of(kept, tuple(kept[0]) if kept else SHOWN), shape, output, SHOWN)
