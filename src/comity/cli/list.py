"""comity list: what a study holds, filtered."""

from datetime import date

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
from comity.model.vocabulary import MODES, RELATIONS, STANCES

SHOWN = {
    "claims": ("id", "kind", "said", "issuer", "quote"),
    "documents": ("id", "issued", "issuer", "language", "claims", "title"),
    "judgements": ("id", "verdict", "claim", "other", "author", "recorded", "withdrawn", "reason"),
    "imports": ("document", "feed", "file", "rows", "skipped", "recorded"),
    "coverage": ("document", "property", "start", "end", "note"),
}


@click.command("list")
@click.argument("what", type=click.Choice(list(SHOWN)), default="claims")
@study_option
@click.option("--actor", "actors", multiple=True, help="Named in it (several: all of them).")
@click.option("--kind", type=click.Choice(["event", "position", "tie"]), help="Only this kind.")
@click.option("--mode", type=click.Choice(MODES), help="Only events of this mode.")
@click.option("--stance", type=click.Choice(STANCES), help="Only positions of this stance.")
@click.option("--relation", type=click.Choice(RELATIONS), help="Only ties of this relation.")
@click.option("--frame", metavar="ID", help="Within this mechanism or instrument.")
@click.option("--topic", metavar="ID", help="On this topic.")
@click.option("--source", "document", metavar="ID", help="Of this document or data set.")
@click.option("--issuer", metavar="ID", help="Of documents of this issuer.")
@click.option("--text", metavar="WORDS", help="Whose quote holds these words.")
@click.option("--from", "start", type=Day(), metavar="DATE", help="Not over before.")
@click.option("--to", "end", type=Day(last=True), metavar="DATE", help="Begun by then.")
@click.option("--at", type=Day(), metavar="DATE", help="Holding on that day.")
@known_option
@click.option("--reviewed", is_flag=True, help="Only what a reviewer accepted or corrected.")
@click.option("--limit", type=int, metavar="N", help="The first N.")
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
    """List claims (or documents, judgements, imports, coverage) of a study.

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
