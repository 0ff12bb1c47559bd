"""comity add: documents into a study."""

from contextlib import suppress
from itertools import chain

import click

from comity.cli.study_options import opened, study_option


@click.command("add")
@click.argument("files", nargs=-1, required=True)
@study_option
@click.option("--issuer", help="Who published them: a name or an id such as CHN.")
@click.option("--issued", metavar="DATE", help="When they were published: 2017-01-11 or 2017-01.")
@click.option("--lang", "language", type=click.Choice(["zh", "en"]), help="Their language.")
@click.option(
    "--input-format", help="markdown, text, html, pdf, docx or jsonl; else by the file's ending."
)
@click.option(
    "--resources",
    metavar="DIR",
    envvar="COMITY_RESOURCES",
    type=click.Path(exists=True, file_okay=False),
    help="A folder of your own names and patterns, laid over comity's.",
)
@click.option("-q", "--quiet", is_flag=True, help="No talk on standard error.")
def command(
    files: tuple[str, ...],
    study_path: str,
    issuer: str | None,
    issued: str | None,
    language: str | None,
    input_format: str | None,
    resources: str | None,
    quiet: bool,
) -> None:
    """Read FILES (or folders, or - for standard input) and add what they say to a study.

    The study is made when it is not there. Adding a document again adds nothing. An interrupted run
    keeps what it has added; run it again to go on.

    Example:  comity add documents/ --study asia.duckdb
    """
    from pathlib import Path

    from comity.cli.run import NothingRead, Run
    from comity.reader import check_given
    from comity.study.record import Added

    given = {"language": language, "issuer": issuer, "issued": issued}
    overlay = Path(resources) if resources else None
    check_given(format=input_format, resources=overlay, **given)
    run = Run(
        files=files,
        given={"format": input_format, **given},
        kinds=(),
        overlay=overlay,
        quiet=True,
        keep=False,
        bar=not quiet,
    )
    added = Added()
    with suppress(NothingRead):
        read = run.readings(run.sources())
        first = next(read)  # a study is made only when there is something to put in it
        with opened(study_path, write=True, create=True) as study:
            added = study.record(chain([first], read))
            study.derived()
    for refused in added.refused:
        click.echo(
            f"comity: {refused}: its id belongs to another text of the study; left out.", err=True
        )
    if not quiet and run.read:
        known = f", {added.known} there already" if added.known else ""
        click.echo(
            f"{study_path}: {added.documents} documents added with {added.claims} claims{known}.",
            err=True,
        )
    raise SystemExit(1 if added.refused and not run.code else run.code)
