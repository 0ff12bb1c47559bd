"""comity measure composite: several measures as one, by the user's own weights alone."""

from datetime import date

import click

from comity.cli.study_options import (
    Day,
    actor_ids,
    known_option,
    opened,
    shape_options,
    study_option,
    write_rows,
)

SHOWN = ("subject", "ranks", "score", "interval")


@click.command("composite")
@click.option(
    "--weights",
    "path",
    required=True,
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE",
    help="Your weights, in TOML. comity has none of its own.",
)
@study_option
@click.option("--at", type=Day(last=True), required=True, metavar="DATE", help="On that day.")
@click.option("--actors", metavar="A,B", help="Among these alone, by id or name.")
@click.option(
    "--draws",
    type=click.IntRange(1, 100_000),
    default=1000,
    show_default=True,
    help="Of choices and errors.",
)
@click.option(
    "--seed", type=click.IntRange(0), default=0, show_default=True, help="Of everything random."
)
@click.option(
    "--level",
    type=click.FloatRange(0.01, 0.999),
    default=0.9,
    show_default=True,
    help="Of intervals.",
)
@known_option
@shape_options
def command(
    path: str,
    study_path: str,
    at: date,
    actors: str | None,
    draws: int,
    seed: int,
    level: float,
    as_known: date | None,
    shape: str,
    output: str | None,
) -> None:
    """Weigh several measures into one, with the ranks that other choices would give.

    FILE holds a line for each measure, such as "mux.P" = 2 below [weights]; a negative weight says that
    less of it counts for more. Ranks are intervals: over other normalisations, sums and products, weights
    moved by a quarter, and values anywhere in their intervals.

    Example:  comity measure composite --weights mine.toml --at 2016
    """
    from comity.measure import composite, run
    from comity.measure.weights import read_weights
    from comity.network import network_at
    from comity.tables import Rows

    given = read_weights(path)
    chosen = (
        tuple(actor_ids([a.strip() for a in actors.split(",") if a.strip()])) if actors else None
    )
    with opened(study_path, known=as_known) as study:
        network = network_at(study.evidence(), at, actors=chosen)
    values = run(
        network,
        list(given.measures),
        draws=min(draws, 200),
        seed=seed,
        level=level,
        options=given.options,
    )
    found = composite(values, given.weights, draws=draws, seed=seed, level=level, **given.rules)
    rows = [s.to_dict() for s in found.standings]
    if shape == "table":
        rows = [_shown(row) for row in rows]
    write_rows(Rows.of(rows, tuple(rows[0])), shape, output, SHOWN)
    click.echo(f"Weights: {', '.join(f'{k} {w:.2f}' for k, w in found.weights.items())}.", err=True)
    click.echo(f"{found.method}.", err=True)
    if found.left_out:
        names = "; ".join(f"{s} lacks {what}" for s, what in found.left_out[:5])
        more = f"; and {len(found.left_out) - 5} more" if len(found.left_out) > 5 else ""
        click.echo(f"Left out, a value being unknown: {names}{more}.", err=True)


def _shown(row: dict[str, object]) -> dict[str, object]:
    """Return a standing as a table shows it: a rank alone would say more than is known."""
    actors = row["actors"]
    named = "–".join(actors) if isinstance(actors, list) else ""
    return {
        "subject": " ".join(str(p) for p in (named, row["mechanism"]) if p) or "all",
        "ranks": f"{row['best_rank']} to {row['worst_rank']}",
        "score": f"{row['score']:.2f}",
        "interval": f"{row['lo']:.2f} to {row['hi']:.2f}",
    }
