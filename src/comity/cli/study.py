"""comity study: look after the file of a study."""

import click

from comity.cli.study_options import opened, study_option


@click.group("study")
def command() -> None:
    """Look after a study: what it holds, whether it is whole, its views built anew."""


@command.command("info")
@study_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def info(study_path: str, as_json: bool) -> None:
    """Say what a study holds, in counts.

    Example:  comity study info --study asia.duckdb
    """
    import json

    with opened(study_path) as study:
        found = study.info()
    if as_json:
        click.echo(json.dumps(found, default=str))
        return
    for name, value in found.items():
        click.echo(f"{name.replace('_', ' '):16}{value if value is not None else ''}")


@command.command("facts")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False))
@study_option
def facts(folder: str | None, study_path: str) -> None:
    """Add comity's own facts to a study, or those of a resources FOLDER of yours (facts/*.csv).

    Who belongs to what, partnerships, alliances, foundings: each with its kind of date and its source.
    Adding them again adds nothing.

    Example:  comity study facts --study asia.duckdb
    """
    from pathlib import Path

    from comity.registry.facts import standings
    from comity.registry.load import OWN_FOLDER

    with opened(study_path, write=True, create=True) as study:
        added = study.add_facts(folder)
        study.derived()
    known = "; they were there already" if added.known else ""
    rows = ", ".join(f"{n} {word}" for word, n in standings(Path(folder or OWN_FOLDER)).items())
    click.echo(f"{study_path}: {added.claims} facts added{known}. Rows: {rows}.", err=True)


@command.command("rebuild")
@study_option
def rebuild(study_path: str) -> None:
    """Build everything that follows from claims and judgements anew; both stay as they are."""
    with opened(study_path, write=True) as study:
        study.rebuild()
    click.echo(f"{study_path}: built anew.", err=True)


@command.command("verify")
@study_option
def verify(study_path: str) -> None:
    """Check that every id is the hash of its claim and every quote stands in its document.

    Leaves with 1 and names what is wrong.
    """
    with opened(study_path) as study:
        found = study.verify()
    for problem in found:
        click.echo(problem)
    click.echo(f"{len(found)} problem(s)." if found else "The study is whole.", err=True)
    raise SystemExit(1 if found else 0)


@command.command("restore")
@click.argument("folder", type=click.Path(exists=True, file_okay=False))
@study_option
def restore(folder: str, study_path: str) -> None:
    """Record what an export in Parquet or JSON Lines holds: a study again, or several in one.

    Claims, judgements and the times they were recorded come back as they were; documents without
    their texts unless exported with --with-texts. What is there already adds nothing.

    Example:  comity study restore exported/ --study again.duckdb
    """
    from pathlib import Path

    from comity.study.restore import check_export

    check_export(Path(folder))  # before a file is made
    with opened(study_path, write=True, create=True) as study:
        done = study.restore(folder)
        study.derived()
    for refused in done.refused:
        click.echo(f"comity: {refused}: its id belongs to another text; left out.", err=True)
    click.echo(
        f"{study_path}: {done.documents:,} sources, {done.claims:,} claims, {done.judgements:,} judgements, "
        f"{done.observations:,} numbers restored.",
        err=True,
    )
    raise SystemExit(1 if done.refused else 0)
