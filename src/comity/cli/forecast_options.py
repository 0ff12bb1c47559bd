"""What the commands of forecasts share: where events come from, at which step, and the fitted model."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import click

from comity.cli.study_options import opened, study_option

if TYPE_CHECKING:
    from comity.forecast.model import Model
    from comity.forecast.past import Past
    from comity.forecast.table import EventTable

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
FEW: Final = 1000
CAVEAT: Final = "A forecast is of what will be reported, not of what will happen."


def event_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--study``, ``--events FILE``, ``--by``, ``--grain`` and ``--at``."""
    command = click.option(
        "--at", metavar="DATE", help="Forecast from then on; by default after the last event."
    )(command)
    command = click.option(
        "--grain", type=click.Choice(["day", "month", "year"]), default="month", show_default=True,
        help="One step of time.",
    )(command)  # fmt: skip
    command = click.option(
        "--by", type=click.Choice(["root", "mode"]), default="root", show_default=True,
        help="What of a study's events is the deed.",
    )(command)  # fmt: skip
    command = click.option(
        "--events", "events_path", metavar="FILE",
        help="Take events from a table (.csv .tsv .jsonl .parquet) with subject, relation, object, time.",
    )(command)  # fmt: skip
    return study_option(command)


def model_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--model FILE``."""
    return click.option(
        "--model", "model_path", metavar="FILE",
        help="Take the model from there if the file exists, else keep the fitted one there.",
    )(command)  # fmt: skip


def events_of(given: dict[str, Any]) -> "tuple[EventTable, int]":
    """Return the events before the step of the forecast, and that step; steps count from the first event."""
    from comity.errors import QueryError
    from comity.forecast.files import read_events, shifted, step_of

    grain = given["grain"]
    if given["events_path"]:
        table = read_events(given["events_path"], grain=grain)
    else:
        from comity.study.forecasting import event_table

        with opened(given["study_path"]) as study:
            table = event_table(study, by=given["by"], grain=grain)
    last = int(table.time.max()) + 1 if len(table) else 0
    at = given["at"]
    if at and not re.fullmatch(r"\d{1,8}|\d{4}-\d\d(-\d\d)?", at):
        raise click.UsageError(
            f"{at} is no date. Write 2016-09-03, 2016-09 or the number of a step."
        )
    try:
        step = step_of(at, grain) if at else last
    except ValueError as error:
        raise click.UsageError(
            f"{at} is no date. Write 2016-09-03, 2016-09 or the number of a step."
        ) from error
    if len(at or "") == 4 and at and table.origin and not given["events_path"]:
        step = step_of(f"{at}-01-01", grain)
    known, first = shifted(table.until(step))
    if step - first > 200_000:
        raise QueryError("The forecast lies more than 200,000 steps after the first event.")
    return known, step - first


def fitted(known: "EventTable", step: int, path: str | None) -> "tuple[Model, Past]":
    """Return a model, stored or fitted on what is known, and the past at the step of the forecast."""
    from pathlib import Path

    from comity.forecast.fit import fit_model
    from comity.forecast.model import load_model
    from comity.forecast.questions import past_at

    past = past_at(known, step)
    if path and Path(path).exists():
        return load_model(path), past
    model = fit_model(known)
    learnt = int(model.about["questions"])
    if learnt < FEW:
        click.echo(
            f"Fitted on {learnt} questions only: trust the base rate more than the order.", err=True
        )
    if path:
        model.save(path)
    return model, past


def sourced(known: "EventTable", row: int) -> dict[str, Any]:
    """Return one past event with its date and source."""
    from comity.forecast.files import step_name

    s, r, o, t = known.row(row)
    told = {"subject": s, "relation": r, "object": o, "time": step_name(known, t)}
    return told | ({"source": known.sources[row]} if known.sources else {})
