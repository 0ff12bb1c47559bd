"""comity dates: the dates of a text, found and resolved."""

import io
import json
import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

import click

from comity.cli.output import dump, plain

if TYPE_CHECKING:
    from comity.model import Period

WHOLE = ("start", "end", "precision", "resolved")  # these are never folded
NARROW, WIDE = 80, 10_000
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
    help="Shape of the answer.  [default: table; with --cases: jsonl]",
)
def command(
    text: str | None,
    cases: str | None,
    reference: str | None,
    language: str | None,
    shape: str | None,
) -> None:
    """Show the dates in TEXT (or in standard input): interval, precision, how it was resolved.

    Example:  comity dates "2016年3月底举行会晤，9月再次举行。"
    """
    if cases:
        rows = _cases(Path(cases), text, reference, language, shape)
    else:
        rows = _rows(_words(text), reference, language)
    if shape == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif shape == "jsonl" or cases:
        for row in rows:
            click.echo(dump(row))
    else:
        _show(rows)


def _words(text: str | None) -> str:
    """Return the text given or that of standard input, in whatever encoding it is."""
    from comity.errors import ReadError
    from comity.reader.decode import decode
    from comity.reader.limits import words_only

    if text is None:
        if sys.stdin is None:
            raise ReadError("Standard input is closed.", hint="Give TEXT.")
        data = sys.stdin.buffer.read()
        text = decode(data, "-")[0] if data.strip() else ""
    return words_only(text)


def _cases(
    path: Path,
    text: str | None,
    reference: str | None,
    language: str | None,
    shape: str | None,
) -> list[dict[str, Any]]:
    """Return what is found in each case of a file; options fill what a case does not say."""
    from comity.text.cases import read_cases, run_cases

    if text is not None:
        raise click.UsageError("Give TEXT or --cases, not both.")
    if shape == "table":
        raise click.UsageError("--cases answers in JSON: give --format jsonl or json.")
    if reference:
        _day(reference)
    return list(run_cases(read_cases(path, language or "", reference or "")))


def _day(reference: str) -> "Period":
    from comity.reader.metadata import parse_day

    period = parse_day(reference)
    if period.start is None:
        raise click.BadParameter(
            f"{reference} is not a date such as 2017-01-11.", param_hint="--reference"
        )
    return period


def _rows(text: str, reference: str | None, language: str | None) -> list[dict[str, Any]]:
    from comity.reader.metadata import language_of
    from comity.text.dates import find_dates

    period = _day(reference) if reference else None
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


def _show(rows: list[dict[str, Any]]) -> None:
    """Print a table that never cuts a value short: folded on a terminal, as wide as it is elsewhere."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for name in SHOWN:
        table.add_column(name, no_wrap=name in WHOLE, overflow="fold", min_width=len(name))
    for row in rows:
        table.add_row(*(plain(str(row[name] or "")) for name in SHOWN))
    width = max(get_terminal_size().columns, NARROW) if sys.stdout.isatty() else WIDE
    console = Console(file=io.StringIO(), highlight=False, width=width)
    console.print(table if rows else "No date found.")
    click.echo(console.file.getvalue(), nl=False)  # type: ignore[attr-defined]
