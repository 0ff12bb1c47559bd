"""comity forecast: who will do what to whom, with probabilities and the reasons."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from comity.cli.forecast_options import (
    CAVEAT,
    event_options,
    events_of,
    fitted,
    model_option,
    sourced,
)
from comity.cli.output import destination, dump
from comity.cli.sections import Section, view_options, write_document, write_sections
from comity.cli.study_options import shape_options, write_rows

if TYPE_CHECKING:
    from comity.forecast.testing import Backtest


@click.group("forecast")
def command() -> None:
    """Forecast reported events: who next, whether, how many, and why.

    Example:  comity forecast who CHN CONSULT --study my.duckdb
    """
    from importlib.util import find_spec

    from comity.errors import MissingExtra

    if find_spec("numpy") is None:
        raise MissingExtra("A forecast", "forecast")


@command.command("who")
@click.argument("actor")
@click.argument("deed")
@click.option("--to-it", "inverse", is_flag=True, help="Who does it to the actor?")
@click.option(
    "--top", type=click.IntRange(1, 300), default=10, show_default=True, help="How many answers."
)
@event_options
@model_option
@shape_options
def who(actor: str, deed: str, inverse: bool, top: int, model_path: str | None, shape: str, output: str | None, **given: Any) -> None:  # fmt: skip
    """Rank whom ACTOR does DEED to next, with the base rate of each beside it.

    Example:  comity forecast who CHN CONSULT --events events.csv --grain day
    """
    from comity.forecast.files import step_name
    from comity.forecast.questions import who as ranked
    from comity.tables import Rows

    known, step = events_of(given)
    model, past = fitted(known, step, model_path)
    found = [asdict(c) for c in ranked(model, past, actor, deed, inverse=inverse, top=top)]
    rows = [{k: round(v, 6) if isinstance(v, float) else v for k, v in r.items()} for r in found]
    for row in rows:
        row["last"] = None if row["last"] is None else step_name(known, int(row["last"]))
    write_rows(Rows.of(rows), shape, output)
    click.echo(CAVEAT, err=True)


@command.command("whether")
@click.argument("actor")
@click.argument("deed")
@click.argument("other")
@click.option(
    "--within",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    metavar="N",
    help="In so many steps.",
)
@event_options
@view_options
def whether(actor: str, deed: str, other: str, within: int, shape: str, output: str | None, **given: Any) -> None:  # fmt: skip
    """Say how likely ACTOR does DEED to OTHER within N steps, beside base rate and persistence.

    Example:  comity forecast whether CHN CONSULT USA --within 3 --events events.csv
    """
    from comity.forecast.chance import whether as chance

    known, step = events_of(given)
    found = chance(known, actor, deed, other, time=step, within=within)
    told = asdict(found) | {
        "contributions": [{"evidence": n, "log_odds": v} for n, v in found.contributions],
        "events": [sourced(known, i) for i in found.events],
        "caveat": CAVEAT,
    }
    if shape not in ("table", "markdown"):
        write_document(told, output)
        return
    lines = [
        f"Probability {found.probability:.1%}; base rate {found.base_rate:.1%} of {found.cases:,} earlier cases; "
        f"persistence says {found.persistence:.0%}.",
        "An onset: not known in as many steps before." if found.onset else "",
        CAVEAT,
    ]
    parts = [
        r | {"log_odds": f"{r['log_odds']:+.3f}"} for r in told["contributions"] if r["log_odds"]
    ]
    sections = [
        Section(heading=f"{actor} {deed} {other} within {within}", lines=[x for x in lines if x]),
        Section(heading=f"Contributions to the log-odds, {found.log_odds:+.3f}", rows=parts, columns=("evidence", "log_odds")),
        Section(heading="Newest events behind it", rows=told["events"], columns=("time", "subject", "relation", "object", "source")),
    ]  # fmt: skip
    write_sections(sections, shape, output)


@command.command("count")
@click.argument("actor")
@click.argument("other")
@click.option("--deed", help="Only this deed.")
@event_options
@view_options
def count(
    actor: str, other: str, deed: str | None, shape: str, output: str | None, **given: Any
) -> None:
    """Say how many events of two actors the next step has: a distribution beside two plain forecasts.

    Example:  comity forecast count CHN USA --grain month --events events.csv
    """
    from comity.forecast.dyads import dyad_counts

    known, step = events_of(given)
    found, scores = dyad_counts(known, actor, other, step, deed)
    told = {
        "mean": round(found.mean, 4),
        "low": found.low,
        "high": found.high,
        "climatology": round(found.climatology, 4),
        "persistence": found.persistence,
        "half_life": found.half_life,
        "chances": [round(float(c), 6) for c in found.chances],
        "crps": scores,
        "caveat": CAVEAT,
    }
    if shape not in ("table", "markdown"):
        write_document(told, output)
        return
    lines = [
        f"Mean {found.mean:.2f}, 80 % within {found.low} to {found.high}; "
        f"climatology {found.climatology:.2f}, persistence {found.persistence:g}.",
        f"CRPS over the last steps, all pairs: {dump(scores)}.",
        CAVEAT,
    ]
    rows = [{"events": k, "probability": f"{c:.3f}"} for k, c in enumerate(found.chances[:15])]
    write_sections(
        [Section(heading=f"{actor} and {other}, next step", lines=lines), Section(rows=rows, columns=("events", "probability"))],
        shape, output,
    )  # fmt: skip


@command.command("explain")
@click.argument("actor")
@click.argument("deed")
@click.argument("other")
@click.option("--to-it", "inverse", is_flag=True, help="Who does it to the actor?")
@click.option(
    "--picture", metavar="FILE", help="Draw it there too: .svg, .html, .json (Vega-Lite) or .csv."
)
@event_options
@model_option
@view_options
def explain(actor: str, deed: str, other: str, inverse: bool, picture: str | None, model_path: str | None, shape: str, output: str | None, **given: Any) -> None:  # fmt: skip
    """Say why OTHER is as likely as it is to be whom ACTOR does DEED to next.

    The contributions sum to the log-odds; each has the newest events behind it.

    Example:  comity forecast explain CHN CONSULT USA --events events.csv
    """
    from comity.errors import QueryError
    from comity.forecast.questions import directed
    from comity.forecast.reasons import explain as why

    known, step = events_of(given)
    model, past = fitted(known, step, model_path)
    s, r = known.actor(actor), directed(known, deed, inverse=inverse)
    found = why(model, past, s, r, known.actor(other))
    if found is None:
        raise QueryError(f"{other} is not among the candidates: nothing known speaks for it.")
    told = found.to_dict()
    for part in told["contributions"]:
        part["events"] = [sourced(known, i) for i in part["events"]]
    if picture:
        from comity.pictures import draw_contributions

        draw_contributions(told, title=f"{actor} {deed} {other}").save(picture)
    if shape not in ("table", "markdown"):
        write_document({**told, "caveat": CAVEAT}, output)
        return
    write_sections(_why(told, f"{actor} {deed} {other}"), shape, output)


def _why(told: dict[str, Any], heading: str) -> list[Section]:
    moved = [f"without {c['without']}: {c['probability']:.1%}" for c in told["change"]]
    lines = [
        f"Probability {told['probability']:.1%}; base rate {told['base_rate']:.2%} of {told['base_of']}.",
        f"Log-odds {told['log_odds']:+.4f} = {told['start']:+.4f} without evidence of its own, and the sum below.",
        f"What would change it most: {'; '.join(moved)}.",
        CAVEAT,
    ]
    rows = [
        {
            "log_odds": f"{c['log_odds']:+.4f}",
            "evidence": c["gloss"],
            "newest": ", ".join(f"{e['time']} ({e.get('source', '')})" for e in c["events"][:2]),
        }
        for c in told["contributions"]
    ]
    return [
        Section(heading=heading, lines=lines),
        Section(rows=rows, columns=("log_odds", "evidence", "newest")),
    ]


@command.command("backtest")
@click.option(
    "--train", required=True, metavar="FILE", help="Quadruples: subject, relation, object, time."
)
@click.option("--known", multiple=True, metavar="FILE", help="Further quadruples that are known.")
@click.option("--on", required=True, metavar="FILE", help="Quadruples to forecast, all later.")
@click.option(
    "--multi-step", is_flag=True, help="Nothing after what is known becomes known on the way."
)
@click.option(
    "--picture", metavar="FILE", help="Draw it there too: .svg, .html, .json (Vega-Lite) or .csv."
)
@view_options
def backtest(train: str, known: tuple[str, ...], on: str, multi_step: bool, picture: str | None, shape: str, output: str | None) -> None:  # fmt: skip
    """Fit on what is known, forecast what came after, and report by a stated protocol.

    Names stand in entity2id.txt and relation2id.txt beside the first file.

    Example:  comity forecast backtest --train train.txt --known valid.txt --on test.txt --json
    """
    from comity.forecast.history import join
    from comity.forecast.quadruples import read_quadruples
    from comity.forecast.testing import backtest as run

    *before, after = read_quadruples([train, *known, on])
    told = before[0]
    for table in before[1:]:
        told = join(told, table)
    found = run(told, after, multi_step=multi_step)
    if picture:
        from comity.pictures import draw_reliability

        draw_reliability(found.report["first_answer"]["calibrated"]["table"]).save(picture)
    if shape in ("table", "markdown"):
        write_sections(_report(found), shape, output)
    elif shape == "json":
        write_document(found.report, output)
    else:
        with destination(output) as stream:
            stream.write(dump(found.report) + "\n")


def _report(found: "Backtest") -> list[Section]:
    report = found.report
    names = (
        "all",
        "first_half",
        "second_half",
        "known_triples",
        "new_triples",
        "new_pairs",
        "recurrence",
    )
    rows = [{"part": n.replace("_", " "), **report[n]} for n in names]
    first = report["first_answer"]
    lines = [
        "; ".join(f"{k}: {v}" for k, v in report["protocol"].items()),
        f"data: known {report['data']['known'][:16]}, on {report['data']['on'][:16]}; "
        f"candidates hold {report['candidates_hold']} % of the answers",
        *(
            f"first answer, {n}: calibration error {first[n]['calibration_error']}, worst bin "
            f"{first[n]['worst_bin']}, skill against climatology {first[n]['skill_against_climatology']}"
            for n in ("stated", "calibrated")
        ),
        CAVEAT,
    ]
    return [
        Section(heading="Backtest", lines=lines),
        Section(rows=rows, columns=("part", "queries", "mrr", "h1", "h3", "h10")),
    ]
