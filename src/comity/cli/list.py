"""comity list: what a study holds, filtered."""

from datetime import date

import click

from comity.cli.filter_options import claim_filters
from comity.cli.study_options import (
    actor_ids,
    known_option,
    opened,
    shape_options,
    study_option,
    write_rows,
)

SHOWN = {
    "claims": ("id", "kind", "said", "issuer", "quote"),
    "documents": ("id", "issued", "issuer", "language", "claims", "title"),
    "judgements": ("id", "verdict", "claim", "other", "author", "recorded", "withdrawn", "reason"),
    "imports": ("document", "feed", "file", "rows", "skipped", "recorded"),
    "coverage": ("document", "property", "start", "end", "note"),
    "actors": ("id", "claims", "first", "last"),
    "mechanisms": ("id", "sessions", "memberships", "first", "last"),
}


@click.command("list")
@click.argument("what", type=click.Choice(list(SHOWN)), default="claims")
@study_option
@claim_filters
@known_option
@shape_options
def command(
    what: str,
    study_path: str,
    actors: tuple[str, ...],
    as_known: date | None,
    shape: str,
    output: str | None,
    **chosen: object,
) -> None:
    """List claims (or documents, judgements, imports, coverage, actors, mechanisms) of a study.

    Example:  comity list --actor CHN --actor USA --kind event --from 2016
    """
    from comity.study.describe import with_summary
    from comity.tables import Rows

    with opened(study_path, known=as_known) as study:
        if what == "claims":
            chosen = {k: v for k, v in chosen.items() if v is not None}
            rows = study.claims(actors=actor_ids(actors), **chosen)
            if shape == "table":
                rows = Rows.of([with_summary(r) for r in rows])
        else:
            rows = getattr(study, what)()
    write_rows(rows, shape, output, SHOWN[what])
