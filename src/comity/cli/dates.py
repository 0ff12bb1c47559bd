"""comity dates: the dates of a text, found and resolved."""

import json
import sys
from pathlib import Path

import click

from comity.cli.output import dump

SHOWN = ("expression", "start", "end", "precision", "resolved", "anchor", "edtf")


@click.command("dates")
@click.argument("text", required=False)
@click.option(
    "--cases",
    type=click.Path(exists=True, dir_okay=False),
    help="A JSON Lines file of cases: id, text, lang, reference_date.",
)
@click.option(
    "--reference", metavar="DATE", help="The date the text is read against, such as 2017-01-11."
)
@click.option(
    "--lang", "language", type=click.Choice(["zh", "en"]), help="The language; else by script."
)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["table", "json", "jsonl"]),
    default="table",
    show_default=True,
)
def command(
    text: str | None, cases: str | None, reference: str | None, language: str | None, shape: str
) -> None:
    """Show the dates in TEXT (or in standard input): interval, precision, how it was resolved.

    Example:  comity dates "2016年3月底举行会晤，9月再次举行。"
    """
    if cases:
        _run_cases(Path(cases))
        return
    words = text if text is not None else sys.stdin.read()
    rows = _rows(words, reference, language)
    if shape == "table":
        _show(rows)
    elif shape == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            click.echo(dump(row))


def _run_cases(path: Path) -> None:
    from comity.errors import ReadError
    from comity.text.cases import run_cases

    try:
        rows = [
            json.loads(line)
            for line in path.read_text(encoding="utf-8").splitlines()
            if line.strip()
        ]
    except ValueError as error:
        raise ReadError(
            f"not JSON Lines: {error}.", path=str(path), hint="One case a line."
        ) from error
    for found in run_cases(rows):
        click.echo(dump(found))


def _rows(
    text: str, reference: str | None, language: str | None
) -> list[dict[str, str | int | None]]:
    from comity.reader.metadata import language_of, parse_day
    from comity.text.dates import find_dates

    period = parse_day(reference) if reference else None
    if reference and (period is None or period.start is None):
        raise click.BadParameter(
            f"{reference} is not a date such as 2017-01-11.", param_hint="--reference"
        )
    found = find_dates(
        text, language or (language_of(text) if language_of(text) == "zh" else "en"), period
    )
    return [
        {
            "expression": text[d.span.start : d.span.end],
            "start": d.period.start.isoformat() if d.period.start else None,
            "end": d.period.end.isoformat() if d.period.end else None,
            "precision": d.period.precision,
            "resolved": d.period.resolved,
            "anchor": text[d.anchor.start : d.anchor.end] if d.anchor else None,
            "edtf": d.edtf,
            "start_char": d.span.start,
            "end_char": d.span.end,
        }
        for d in found
    ]


def _show(rows: list[dict[str, str | int | None]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for name in SHOWN:
        table.add_column(name, no_wrap=name != "anchor")
    for row in rows:
        table.add_row(*(str(row[name] or "") for name in SHOWN))
    Console(highlight=False).print(table if rows else "No date found.")
