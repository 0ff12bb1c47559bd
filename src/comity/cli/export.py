"""comity export: a study for other tools and other people."""

import sys
from collections.abc import Callable
from datetime import date

import click

from comity.cli.filter_options import claim_filters
from comity.cli.study_options import Day, actor_ids, known_option, opened, study_option

NAMES = ("parquet", "jsonl", "csv", "graphml", "jsonld", "ftm", "citation")


@click.command("export")
@click.argument("formats", metavar="FORMAT...", nargs=-1, required=True, type=click.Choice(NAMES))
@click.option("-o", "folder", metavar="FOLDER", required=True, help="Write there.")
@study_option
@claim_filters
@known_option
@click.option("--happenings", is_flag=True, help="Count a happening once, with all its tellings.")
@click.option(
    "--with-texts",
    "texts",
    is_flag=True,
    help="With the full texts (parquet, jsonl). Mind their rights.",
)
@click.option("--title", default="", help="Title of the data set.")
@click.option(
    "--author",
    "authors",
    multiple=True,
    metavar="NAME",
    help="Its author: Family, Given (several: again).",
)
@click.option("--dated", type=Day(), metavar="DATE", help="Its day of publication.")
@click.option("--version", default="", help="Its version.")
@click.option("--licence", default="", metavar="ID", help="Its licence, such as CC-BY-4.0.")
@click.option("--address", default="", metavar="URL", help="Where it is published.")
@click.option("-q", "--quiet", is_flag=True, help="No talk on standard error.")
def command(
    formats: tuple[str, ...],
    folder: str,
    study_path: str,
    actors: tuple[str, ...],
    as_known: date | None,
    happenings: bool,
    texts: bool,
    title: str,
    authors: tuple[str, ...],
    dated: date | None,
    version: str,
    licence: str,
    address: str,
    quiet: bool,
    **chosen: object,
) -> None:
    """Write a study, or the claims that pass filters, to a folder in one or more formats.

    MANIFEST.json beside the files tells sources, licences, filters, counts and digests. The same study and
    filters give the same bytes. An earlier export in the folder is replaced if nobody changed it.

    \b
    Example:  comity export csv citation -o china-us --actor CHN --actor USA --author "Doe, Ann"
    """
    from comity.export import Edition

    edition = Edition(
        title=title, authors=authors, dated=dated, licence=licence, version=version, address=address
    )
    given = {k: v for k, v in chosen.items() if v is not None and v is not False}
    with opened(study_path) as study:
        done = study.export(
            folder,
            formats,
            actors=tuple(actor_ids(actors)),
            as_known=as_known,
            happenings=happenings,
            texts=texts,
            edition=edition,
            tell=_progress(quiet),
            **given,
        )
    if not quiet:
        size = sum(each["bytes"] for each in done.manifest["files"])
        click.echo(
            f"{folder}: {done.claims:,} claims of {len(done.manifest['sources']):,} sources in "
            f"{len(done.manifest['files'])} files, {size:,} bytes.",
            err=True,
        )


def _progress(quiet: bool) -> Callable[[str, int], None] | None:
    if quiet or not sys.stderr.isatty():
        return None
    return lambda name, done: click.echo(f"\r\x1b[K{name} {done:,}\r", nl=False, err=True)
