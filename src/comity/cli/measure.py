"""comity measure: what measures there are, their pages, and their values on a study."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from comity.cli.measure_composite import command as composite
from comity.cli.network_options import chosen, network_options, who
from comity.cli.sections import Section, view_options, write_sections
from comity.cli.study_options import Day, opened, study_option, write_rows

if TYPE_CHECKING:
    from comity.measure import Values
    from comity.measure.define import Measure

LISTED = ("id", "en", "zh", "unit", "range", "status", "takes")
SHOWN = ("value_of", "value", "interval", "unit", "claims", "sources", "missing")


@click.group("measure")
def command() -> None:
    """Measure the architecture: the list of measures, the page of each, and values with their intervals."""


command.add_command(composite)


@command.command("list")
@view_options
def list_(shape: str, output: str | None) -> None:
    """List the measures: id, title, unit, range, status, and what each is taken of.

    Accepted: the literature has it. Substitute: it has none for this, and the measure is ours.

    Example:  comity measure list --format csv
    """
    from comity.measure import measures
    from comity.tables import Rows

    found = [{name: row[name] for name in LISTED} for row in (m.to_dict() for m in measures())]
    if shape == "markdown":
        write_sections([Section(rows=found, columns=LISTED)], shape, output)
    else:
        if shape == "table":  # when a value is unknown stands on the measure's page
            found = [{**row, "range": row["range"].partition(". Unknown")[0]} for row in found]
        write_rows(Rows.of(found), shape, output, LISTED)


@command.command("show")
@click.argument("id")
@view_options
def show(id: str, shape: str, output: str | None) -> None:
    """Show the page of a measure: formula, source, inputs, range, pitfalls, and its options.

    Example:  comity measure show mux.overlap
    """
    from comity.measure import measure_of
    from comity.tables import Rows

    measure = measure_of(id)
    if shape in ("table", "markdown"):
        write_sections(_page(measure), shape, output)
        return
    given = {name.lower(): text for name, text in measure.sections.items()}
    row = {**measure.to_dict(), **given, "options": measure.options}
    write_rows(Rows.of([row]), shape, output)


def _page(measure: "Measure") -> Iterator[Section]:
    about = " ".join(measure.page.split("\n\n")[1].split())
    head = f"{measure.id}: {measure.en} ({measure.zh})"
    sections = (f"{name}: {text}" for name, text in measure.sections.items())
    yield Section(heading=head, lines=[about, *sections, f"Taken of: {measure.takes}."])
    rows = [{"option": n, "usual": "" if v is None else v} for n, v in measure.options.items()]
    if rows:
        yield Section(
            heading=f"Options (--option {measure.id}.NAME=VALUE)",
            rows=rows,
            columns=("option", "usual"),
        )


@command.command("run")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@study_option
@click.option("--at", type=Day(last=True), metavar="DATE", help="On that day.")
@click.option(
    "--from", "start", type=int, metavar="YEAR", help="At the end of each year from then."
)
@click.option("--to", "end", type=int, metavar="YEAR", help="At the end of each year to then.")
@network_options
@click.option("--about", multiple=True, metavar="A,B", help="Only values about all of these.")
@click.option("--draws", type=int, default=200, show_default=True, help="Draws of reading errors.")
@click.option("--seed", type=int, default=0, show_default=True, help="Of everything random.")
@click.option("--level", type=float, default=0.9, show_default=True, help="Of intervals.")
@click.option("--option", "options", multiple=True, metavar="ID.NAME=VALUE", help="Of a measure.")
@click.option(
    "--limit", type=click.IntRange(min=0), default=20, show_default=True, metavar="N",
    help="Of a measure, the N greatest values as table or Markdown; 0 for all.",
)  # fmt: skip
@view_options
def run(
    ids: tuple[str, ...],
    study_path: str,
    at: date | None,
    start: int | None,
    end: int | None,
    as_known: date | None,
    about: tuple[str, ...],
    draws: int,
    seed: int,
    level: float,
    options: tuple[str, ...],
    limit: int,
    shape: str,
    output: str | None,
    **given: Any,
) -> None:
    """Measure a study on a day or at the end of each year; without ID, all that can be measured.

    Every value has its interval or the reason why it has none, and an address that `comity explain` takes.

    Example:  comity measure run mux.overlap mux.P --at 2016 --actors CHN,USA,JPN
    """
    from comity.cli.progress import watched
    from comity.measure.given import options_of

    _check_times(at, start, end)
    with opened(study_path, known=as_known) as study, watched("Measuring") as tell:
        values = study.measure(
            *ids,
            at=at,
            start=start,
            end=end,
            about=who(about),
            options=options_of(options),
            draws=draws,
            seed=seed,
            level=level,
            tell=tell,
            **chosen(given),
        )
    _write(values, limit, shape, output)
    for id, reason in values.left_out.items():
        click.echo(f"{id} left out: {reason}", err=True)


def _check_times(at: date | None, start: int | None, end: int | None) -> None:
    if at is not None and (start is not None or end is not None):
        raise click.UsageError("Give --at DATE, or --from and --to, not both.")
    if at is None and (start is None or end is None):
        raise click.UsageError("Give --at DATE, or --from YEAR and --to YEAR.")


def _write(values: "Values", limit: int, shape: str, output: str | None) -> None:
    if shape not in ("table", "markdown"):
        write_rows(values.to_rows(), shape, output)
        return
    kept = values.top(limit) if limit else values
    rows = [{**row, "value_of": _short(row["address"])} for row in kept.shown()]
    write_sections([Section(rows=rows, columns=SHOWN)], shape, output)
    if len(kept) < len(values):
        click.echo(
            f"{len(kept)} of {len(values)} values, the greatest of each measure; --limit 0 or "
            "--format csv gives all.",
            err=True,
        )
    if rows:
        click.echo(f"What stands behind one: comity explain {rows[0]['address']}", err=True)
    else:
        click.echo("No value: the study holds nothing of this kind then.", err=True)


def _short(address: str) -> str:
    """Return an address without its choices: they are the same for all values of a run."""
    return address.partition(",")[0]


command.add_command(composite)
