"""What the commands about a study share: its file, who acts, actors by name, days, shapes of answers."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from comity.cli.output import SHAPES, destination, show_table

if TYPE_CHECKING:
    from comity.study import Study
    from comity.tables import Rows

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def study_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--study PATH``, by default comity.duckdb here or $COMITY_STUDY."""
    return click.option(
        "--study",
        "study_path",
        default="comity.duckdb",
        show_default=True,
        envvar="COMITY_STUDY",
        metavar="PATH",
        help="The study's file.",
    )(command)


def shape_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--format``, ``--json`` and ``-o``."""
    command = click.option("-o", "output", metavar="FILE", help="Write there.")(command)
    command = click.option("--json", "shape", flag_value="json", help="Short for --format json.")(
        command
    )
    return click.option(
        "--format",
        "shape",
        type=click.Choice(SHAPES),
        default="table",
        show_default=True,
        help="Shape of the answer.",
    )(command)


def known_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--as-known DATE``."""
    return click.option(
        "--as-known",
        type=Day(),
        metavar="DATE",
        help="As the study was known at the end of that day.",
    )(command)


def author_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--author NAME``, by default $COMITY_AUTHOR or the user's name on this machine."""
    return click.option(
        "--author",
        envvar="COMITY_AUTHOR",
        default=lambda: os.environ.get("USER", ""),
        help="Who judges.",
    )(command)


class Day(click.ParamType[date]):
    """A day such as 2016-09-03; a year or month stands for its first or, for ends, its last day."""

    name = "date"

    def __init__(self, *, last: bool = False) -> None:
        self.last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from comity.model import Period

        if isinstance(value, date):
            return value
        try:
            period = Period.parse(str(value))
            day = period.end if self.last else period.start
            assert day is not None
            return day
        except ValueError:
            self.fail(f"{value} is no date. Write 2016-09-03, 2016-09 or 2016.", param, ctx)


@contextmanager
def opened(
    path: str, *, write: bool = False, create: bool = False, known: date | None = None
) -> Iterator["Study"]:
    """Open the study of a command, for reading unless ``write``."""
    from comity.study import open_study

    with open_study(path, readonly=not write, create=create) as study:
        yield study.as_known(known) if known else study


def actor_ids(names: Sequence[str]) -> list[str]:
    """Return the ids of actors given by id or name in either language; an unknown one is refused."""
    from comity.errors import ResolveError
    from comity.registry import load_registry

    registry = load_registry()
    found = []
    for name in names:
        for each in (name, name.upper(), name.lower()):
            if registry.get(each):
                found.append(each)
                break
        else:
            records = registry.lookup(name) or registry.lookup(name.title())
            if not records:
                raise ResolveError(
                    f"No actor is called {name}.",
                    hint="Give an id such as CHN or asean, or a name.",
                )
            found.append(records[0].state or records[0].id)
    return found


def write_rows(
    rows: "Rows", shape: str, path: str | None, columns: Sequence[str] | None = None
) -> None:
    """Write rows in a shape; a table shows only ``columns`` when given."""
    if shape == "parquet":
        _write_parquet(rows, path)
        return
    with destination(path) as stream:
        if shape == "table":
            stream.write(show_table(rows, columns or rows.columns, stream))
        elif shape == "csv":
            stream.write(rows.to_csv())
        else:
            stream.write(rows.to_json(lines=shape == "jsonl"))


def _write_parquet(rows: "Rows", path: str | None) -> None:
    from pathlib import Path

    if path is None or path == "-":
        raise click.UsageError("Parquet is binary: give a file with -o FILE.")
    import pyarrow.parquet

    pyarrow.parquet.write_table(rows.to_arrow(), Path(path))


def policy_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--policy NAME`` and ``--facts``."""
    from comity.study.policy import POLICIES

    command = click.option(
        "--facts", is_flag=True, help="Ask comity's own facts alone; no study is needed."
    )(command)
    return click.option(
        "--policy",
        type=click.Choice(POLICIES),
        default="official",
        show_default=True,
        help="Which source is followed where they differ.",
    )(command)


@contextmanager
def asked(path: str, *, facts: bool, known: date | None = None) -> Iterator["Study"]:
    """Open the study of a question, or one in memory that holds comity's own facts alone."""
    from comity.study import open_study

    if not facts:
        with opened(path, known=known) as study:
            yield study
        return
    with open_study() as study:
        study.add_facts()
        yield study
