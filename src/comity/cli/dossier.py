"""comity dossier: everything a study says of one actor or between two."""

import json
from datetime import date

import click

from comity.cli.output import destination
from comity.cli.study_options import Day, actor_ids, known_option, opened, study_option


@click.command("dossier")
@click.argument("actors", nargs=-1, required=True)
@study_option
@click.option("--from", "start", type=Day(), metavar="DATE", help="Not before.")
@click.option("--to", "end", type=Day(last=True), metavar="DATE", help="Not after.")
@known_option
@click.option(
    "--format",
    "shape",
    type=click.Choice(["markdown", "html", "json"]),
    default="markdown",
    show_default=True,
    help="Shape of the answer.",
)
@click.option("-o", "output", metavar="FILE", help="Write there.")
def command(
    actors: tuple[str, ...],
    study_path: str,
    start: date | None,
    end: date | None,
    as_known: date | None,
    shape: str,
    output: str | None,
) -> None:
    """Tell everything a study says between ACTORS (or of one), with numbered sources.

    Standing relations, what happened, what was planned, what each says. Tellings of one happening stand
    together, with what they differ in. HTML adds a timeline.

    Example:  comity dossier CHN USA --from 2016 --format html -o china-us.html
    """
    from comity.registry import load_registry
    from comity.web.dossier import markdown, page

    ids = actor_ids(actors)
    with opened(study_path, known=as_known) as study:
        found = study.dossier(*ids, start=start, end=end)
    label = load_registry().label
    with destination(output) as stream:
        if shape == "json":
            stream.write(
                json.dumps(found.to_dict(), ensure_ascii=False, indent=1, default=str) + "\n"
            )
        else:
            stream.write((page if shape == "html" else markdown)(found, label))
    if not found.sources:
        click.echo(f"No claim of the study names {' and '.join(ids)} in that period.", err=True)
    elif output not in (None, "-"):
        entries = sum(len(p) for p in (found.ties, found.events, found.ahead, found.positions))
        click.echo(f"Wrote {output}: {entries} entries, {len(found.sources)} sources.", err=True)
