"""comity explain: a value led back to its formula, inputs, sentences and rows."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from comity.cli.network_options import who
from comity.cli.sections import Section, view_options, write_document, write_sections
from comity.cli.study_options import Day, known_option, opened, study_option, write_rows

if TYPE_CHECKING:
    from comity.measure import Value
    from comity.study import Study
    from comity.study.explanation import Explanation

SENTENCES = ("claim", "said", "words", "document")


@click.command("explain")
@click.argument("value", metavar="ADDRESS|MEASURE")
@study_option
@click.option(
    "--actors", multiple=True, metavar="A,B", help="Whom the value of a MEASURE is about."
)
@click.option("--mechanism", metavar="ID", help="Which body or instrument it is about.")
@click.option(
    "--layer", metavar="LAYER", help="Of which layer; of a measure of several, over it alone."
)
@click.option("--at", type=Day(last=True), metavar="DATE", help="On which day.")
@click.option("--from", "start", type=int, metavar="YEAR", help="Over years, from then.")
@click.option("--to", "end", type=int, metavar="YEAR", help="Over years, to then.")
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=40,
    show_default=True,
    metavar="N",
    help="Sentences and rows shown as table or Markdown; 0 for all.",
)
@known_option
@view_options
def command(
    value: str,
    study_path: str,
    limit: int,
    as_known: date | None,
    shape: str,
    output: str | None,
    **about: Any,
) -> None:
    """Lead a value back to its formula, its inputs, and the sentences and rows behind them.

    ADDRESS is what `comity measure run` prints beside each value; or name a MEASURE and whom it is about.

    \b
    Example:  comity explain mux.overlap:CHN-RUS@2016
              comity explain mux.overlap --actors China,俄罗斯 --at 2016
    """
    with opened(study_path, known=as_known) as study:
        found = study.explain(value if ":" in value else _one(study, value, about))
    if shape == "json":
        write_document(found.to_dict(), output)
    elif shape in ("table", "markdown"):
        write_sections(_sections(found, limit), shape, output)
    else:
        write_rows(found.sentences, shape, output)


def _one(study: "Study", id: str, about: dict[str, Any]) -> "Value":
    """Return the one value of a measure that fits; several or none are refused with what there is."""
    from comity.errors import QueryError
    from comity.measure import measure_of

    at, start, end, layer = (about[k] for k in ("at", "start", "end", "layer"))
    options = {}
    takes = measure_of(id).options
    if layer and "layer" in takes:
        options["layer"] = layer
    elif layer and "layers" in takes:
        options["layers"] = (layer,)
    if at is None and (start is None or end is None):
        raise click.UsageError("Give --at DATE, or --from YEAR and --to YEAR, or an address.")
    named = [*who(about["actors"]), *([about["mechanism"]] if about["mechanism"] else [])]
    values = study.measure(
        id, at=at, start=start, end=end, about=named, options={id: options} if options else {}
    )
    fits = [v for v in values if not layer or options or v.subject.layer == layer]
    exact = [v for v in fits if {*v.subject.actors, v.subject.mechanism} - {""} == set(named)]
    if len(exact or fits) == 1:
        return (exact or fits)[0]
    some = ", ".join(v.address for v in fits[:3])
    raise QueryError(
        f"{len(fits)} values of {id} fit." if fits else f"No value of {id} fits.",
        hint=f"Name one, such as {some}." if fits else f"`comity measure run {id}` lists them.",
    )


def _sections(found: "Explanation", limit: int) -> Iterator[Section]:
    yield Section(heading=found.value.address, lines=list(_account(found)))
    inputs = found.account["inputs"]
    if inputs:
        rows = [_input(each) for each in (inputs[:limit] if limit else inputs)]
        heading = f"Inputs ({_shown(len(rows), len(inputs))})"
        yield Section(heading=heading, rows=rows, columns=("input", "period", "told_by", "sources"))
    sentences = found.sentences.to_dicts()
    rows = [_sentence(row) for row in (sentences[:limit] if limit else sentences)]
    heading = f"Sentences and rows ({_shown(len(rows), len(sentences))})"
    nothing = [] if rows else ["None: nothing in the study bears on it."]
    yield Section(heading=heading, lines=nothing, rows=rows, columns=SENTENCES)
    if found.untold:
        yield Section(lines=[f"Not in the study: {', '.join(found.untold[:10])}."])


def _shown(count: int, whole: int) -> str:
    return str(whole) if count == whole else f"{count} of {whole}; --limit 0 for all"


def _account(found: "Explanation") -> Iterator[str]:
    from comity.measure.values import interval, number

    account, value = found.account, found.value
    measure = account["measure"]
    yield f"{measure['en']} ({measure['zh']}): {number(value.value)} {value.unit}"
    yield f"Interval: {interval(value)}"
    for each in account["envelopes"]:
        yield f"  {each['cause']}: {number(each['lo'])} to {number(each['hi'])}"
    yield f"About: {value.subject}"
    yield f"Formula: {measure['formula']}"
    yield f"Source: {measure['source']}"
    yield f"Method: {value.method or 'as the formula says'}"
    if value.choices:
        yield f"Choices: {', '.join(f'{k} {v}'.strip() for k, v in value.choices)}"
    yield f"Unknown inputs: {value.missing}"
    yield f"Pitfalls: {measure['pitfalls']}"
    yield f"Data: {value.data_version or 'no version'}"


def _input(each: dict[str, Any]) -> dict[str, Any]:
    if "number" in each:
        amount = "missing" if each["number"] is None else f"{each['number']:g} {each['unit']}"
        what, families = f"{each['what']} {'–'.join(each['actors'])}: {amount}", ""
    else:
        parts = (each["what"], ", ".join(each["actors"]), each.get("frame"), each.get("grade"))
        what, families = " ".join(p for p in parts if p), ", ".join(each.get("families", ()))
    period = each.get("period", "")
    return {"input": what, "period": period, "told_by": families, "sources": len(each["sources"])}


def _sentence(row: dict[str, Any]) -> dict[str, Any]:
    start, end = row["start_char"], row["end_char"]
    of_table = "#" in row["source"] or end in (None, start)
    place = f"row {start}" if of_table else f"characters {start} to {end}"
    issued = f", {row['issued']}" if row["issued"] else ""
    document = f"{row['title'] or row['document'] or ''} ({row['issuer'] or 'issuer unknown'}{issued}), {place}"
    return {
        "claim": row["claim"] or row["source"],
        "said": row["said"],
        "words": f"“{row['quote']}”" if row["quote"] else "",
        "document": document,
    }
