"""Answers of several parts: a heading, lines and tables, for a terminal or as Markdown."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import IO, Any

import click

from comity.cli.output import ENDINGS, destination, show_table

# What is read as a page besides what is read by machines; Parquet holds one table only.
VIEWS = (*(shape for shape in ENDINGS if shape != "parquet"), "markdown")
SIGNS = "\\`*_[]<>#|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of an answer: a heading, lines of text, and a table of rows under some columns."""

    heading: str = ""
    lines: Sequence[str] = ()
    rows: Sequence[dict[str, Any]] = ()
    columns: Sequence[str] = ()


def view_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--format`` with Markdown, ``--json`` and ``-o``."""
    command = click.option("-o", "output", metavar="FILE", help="Write there.")(command)
    command = click.option("--json", "shape", flag_value="json", help="Short for --format json.")(
        command
    )
    return click.option(
        "--format",
        "shape",
        type=click.Choice(VIEWS),
        default="table",
        show_default=True,
        help="Shape of the answer.",
    )(command)


def write_sections(sections: Iterable[Section], shape: str, output: str | None) -> None:
    """Write the parts of an answer as plain text or as Markdown."""
    draw = _markdown if shape == "markdown" else _plain
    with destination(output) as stream:
        stream.write("\n".join(draw(section, stream) for section in sections))


def write_document(value: Any, output: str | None) -> None:
    """Write plain values as one JSON document."""
    with destination(output) as stream:
        stream.write(json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n")


def _plain(section: Section, stream: IO[str]) -> str:
    from comity.tables import Rows, printable

    head = [section.heading] if section.heading else []
    text = "".join(f"{printable(line)}\n" for line in (*head, *section.lines))
    if not section.rows:
        return text
    return text + show_table(Rows.of(section.rows, section.columns), section.columns, stream)


def _markdown(section: Section, stream: IO[str]) -> str:
    head = [f"## {escaped(section.heading)}", ""] if section.heading else []
    lines = [f"{escaped(line)}  " for line in section.lines]
    gap = [""] if lines and section.rows else []
    rows = table_lines(section.rows, section.columns) if section.rows else []
    return "".join(f"{line}\n" for line in (*head, *lines, *gap, *rows))


def table_lines(rows: Iterable[dict[str, Any]], columns: Sequence[str]) -> list[str]:
    """Return rows as the lines of a Markdown table."""
    from comity.tables import shown

    lines = [f"| {' | '.join(c.replace('_', ' ') for c in columns)} |", f"|{'---|' * len(columns)}"]
    for row in rows:
        cells = (escaped(" ".join(shown(row.get(c)).split())) for c in columns)
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def escaped(words: str) -> str:
    """Return words that Markdown shows as they are."""
    from comity.tables import printable

    for sign in SIGNS:
        words = words.replace(sign, "\\" + sign)
    return printable(words)
