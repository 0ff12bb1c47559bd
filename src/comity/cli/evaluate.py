"""comity evaluate: the reader against documents annotated by hand."""

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.failures import debugging, is_unexpected, told
from comity.cli.output import dump

if TYPE_CHECKING:
    from comity.evaluate import Scores


@click.command("evaluate")
@click.argument("gold", required=False, type=click.Path(exists=True, file_okay=False))
@click.option(
    "--documents",
    type=click.Path(exists=True, file_okay=False),
    help="Where the documents are; else ../../corpus/<name> beside GOLD, its parent or GOLD itself.",
)
@click.option("--errors", type=click.IntRange(min=0), metavar="N", help="List the first N errors.")
@click.option(
    "--kind",
    type=click.Choice(["event", "position", "tie"]),
    help="List errors of one kind; all of them without --errors.",
)
@click.option(
    "--min",
    "least",
    multiple=True,
    metavar="FIGURE=VALUE",
    help="Leave with 1 if a figure is lower, such as detect=0.9.",
)
@click.option(
    "--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True
)
def command(
    gold: str | None,
    documents: str | None,
    errors: int | None,
    kind: str | None,
    least: tuple[str, ...],
    shape: str,
) -> None:
    """Read the documents that GOLD annotates and print how many claims are right.

    Without GOLD the two bundled samples are read, which are annotated by hand.

    Example:  comity evaluate --errors 20
    """
    from comity.evaluate import Scores, evaluate

    wanted = dict(_least(each) for each in least)
    known = Scores().figures()
    if unknown := [name for name in wanted if name not in known]:
        raise click.BadParameter(
            f"There is no such figure: {', '.join(unknown)}. Figures: {', '.join(known)}.",
            param_hint="--min",
        )
    scores = evaluate(Path(gold) if gold else None, Path(documents) if documents else None)
    _tell_failures(scores)
    most = errors if errors is not None else len(scores.errors) if kind else 0
    listed = [e for e in scores.errors if kind in (None, e["kind"])][:most]
    figures = scores.figures()
    if shape == "json":
        click.echo(json.dumps({"figures": figures, "errors": listed}, ensure_ascii=False, indent=1))
    else:
        _show(scores, listed)
    low = [name for name, value in wanted.items() if (figures.get(name) or 0) < value]
    if low:
        click.echo(f"Below what was asked for: {', '.join(low)}.", err=True)
    nothing = scores.failures and not figures["files"]
    raise SystemExit(2 if nothing else 1 if low or scores.failures else 0)


def _tell_failures(scores: "Scores") -> None:
    for source, error in scores.failures:
        if is_unexpected(error) and debugging():
            raise error
        click.echo(f"comity: {told(error, source)}", err=True)


def _least(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    try:
        least = float(value)
    except ValueError:
        least = math.nan
    if not math.isfinite(least):
        raise click.BadParameter(f"{text} is not FIGURE=VALUE.", param_hint="--min")
    return name, least


def _show(scores: "Scores", listed: list[dict[str, object]]) -> None:
    for error in listed:
        click.echo(dump(error))
    for kind, table in scores.by_name.items():
        click.echo(f"\n{kind:14}{'gold':>6}{'found':>7}{'full':>6}{'extra':>7}")
        for name, row in sorted(table.items()):
            click.echo(f"  {name:12}{row['gold']:6}{row['found']:7}{row['full']:6}{row['extra']:7}")
    click.echo("")
    for name, value in scores.figures().items():
        click.echo(f"{name:18}{value}")
