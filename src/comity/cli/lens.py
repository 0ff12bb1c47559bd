"""comity lens: the criteria that documents state, held against a study."""

import json
from datetime import date
from typing import TYPE_CHECKING

import click

from comity.cli.lens_options import (
    actor_list,
    lens_shape_options,
    reading_options,
    resources_option,
    wanted_lens,
)
from comity.cli.output import destination
from comity.cli.progress import watched
from comity.cli.study_options import known_option, opened, shape_options, study_option, write_rows

if TYPE_CHECKING:
    from comity.lens import LensReading

SHOWN = ("id", "issuer", "date", "criteria", "measures", "title")


@click.group("lens")
def command() -> None:
    """Hold the criteria that documents state against a study.

    A lens is a document's own criteria, by reference, with the measures that speak to each. comity computes
    them; it does not adopt them.
    """


@command.command("list")
@resources_option
@shape_options
def list_lenses(resources: str | None, language: str, shape: str, output: str | None) -> None:
    """List the lenses: of which document, by whom, how many criteria.

    Example:  comity lens list
    """
    from comity.lens import lenses
    from comity.tables import Rows

    rows = [
        {
            **lens.to_dict(),
            "criteria": len(lens.criteria),
            "measures": len(lens.measures),
            "title": lens.title(language),
        }
        for lens in lenses(resources)
    ]
    write_rows(Rows.of(rows), shape, output, SHOWN)


@command.command("show")
@click.argument("lens")
@click.option(
    "--text",
    "text_file",
    type=click.Path(),
    metavar="FILE",
    help="The document's file: each criterion then shows its own sentence, verified by hash.",
)
@resources_option
@lens_shape_options
def show(
    lens: str,
    text_file: str | None,
    resources: str | None,
    language: str,
    shape: str,
    output: str | None,
) -> None:
    """Show the criteria of a LENS: where the document states each, what speaks to it, what cannot be measured.

    Example:  comity lens show quad-2022-tokyo
    """
    from comity.lens.page import page, page_rows
    from comity.tables import Rows

    known = wanted_lens(lens, resources)
    text = _text_of(text_file, known.language) if text_file else None
    if shape in ("table", "markdown"):
        with destination(output) as stream:
            stream.write(page(known, language, text))
        return
    write_rows(Rows.of(list(page_rows(known, text))), shape, output)


@command.command("span")
@click.argument("file", type=click.Path())
@click.argument("first")
@click.argument("last")
def span(file: str, first: str, last: str) -> None:
    """Print where in FILE the words from FIRST to LAST stand, and their hash, as a lens file needs them.

    Example:  comity lens span statement.md "All states should" "of each other."
    """
    from comity.lens.quote import digest_of, span_of

    text = _text_of(file)
    start, end = span_of(text, first, last)
    click.echo(f"start = {start}")
    click.echo(f"end = {end}")
    click.echo(f'sha256 = "{digest_of(text[start:end])}"')
    click.echo(f'text_sha256 = "{digest_of(text)}"  # of the whole text, once for the lens')


@command.command("run")
@click.argument("lens")
@click.argument("study", required=False)
@study_option
@reading_options
@known_option
@resources_option
@lens_shape_options
def run(
    lens: str,
    study: str | None,
    study_path: str,
    at: date | None,
    start: date | None,
    end: date | None,
    actors: tuple[str, ...],
    layers: tuple[str, ...],
    criteria: tuple[str, ...],
    most: int,
    draws: int,
    seed: int,
    level: float,
    strict: bool,
    text_file: str | None,
    explain: bool,
    as_known: date | None,
    resources: str | None,
    language: str,
    shape: str,
    output: str | None,
) -> None:
    """Compute what speaks to each criterion of a LENS, on a study's network of a day or over years.

    Each value has its interval, or the reason why it has none, and the number of claims and sources behind
    it. Where the study holds the document, or --text gives it, its own sentence is shown. A table shows of many values the
    lowest, middle and highest; other formats give all. There is no score of a lens.

    Example:  comity lens run cn-2017-white-paper --at 2016-12-31 --actors CHN,USA,RUS
    """
    if explain and shape not in ("table", "markdown"):
        raise click.UsageError(
            "--explain writes Markdown; the inputs stand in other formats anyway."
        )
    known = wanted_lens(lens, resources, criteria)
    text = _text_of(text_file, known.language) if text_file else None
    with opened(study or study_path, known=as_known) as held, watched("Measures:") as tell:
        reading = held.lens(
            known,
            at=at,
            start=start,
            end=end,
            actors=actor_list(actors),
            layers=layers,
            draws=draws,
            seed=seed,
            level=level,
            strict=strict,
            text=text,
            resources=resources,
            tell=tell,
        )
        words = _words(held, reading) if explain else {}
    if explain:
        _write_explained(reading, words, language, most, output)
    else:
        _write(reading, language, most, shape, output)
    if text_file and not any(c.quote for c in reading.criteria):
        click.echo(f"No sentence of the lens stands in {text_file}: another version?", err=True)


def _text_of(path: str, language: str | None = None) -> str:
    """Return the text of a file, after any front matter."""
    from comity.reader import load_documents

    return next(iter(load_documents(path, language=language))).text


def _words(study: object, reading: "LensReading") -> dict[str, str]:
    from comity.measure.value import references
    from comity.study.lens import words_of

    return words_of(study, (id for v in reading.values for id in references(v.inputs)))  # type: ignore[arg-type]


def _write_explained(
    reading: "LensReading", words: dict[str, str], language: str, most: int, output: str | None
) -> None:
    from comity.lens.shown import explained

    with destination(output) as stream:
        stream.write("\n".join(explained(reading, words.get, language, most)) + "\n")


def _write(
    reading: "LensReading", language: str, most: int, shape: str, output: str | None
) -> None:
    from comity.lens.shown import COLUMNS, led, lines, markdown
    from comity.tables import Rows

    if shape == "table":
        click.echo(led(reading, language), err=output not in (None, "-"))
        rows = Rows.of(list(lines(reading, language, most, short=True)), COLUMNS[language])
        write_rows(rows, shape, output)
    elif shape in ("markdown", "json"):
        body = json.dumps(reading.to_dict(), ensure_ascii=False, indent=1, default=str) + "\n"
        with destination(output) as stream:
            stream.write(body if shape == "json" else markdown(reading, language, most))
    else:
        click.echo(led(reading, language), err=True)
        write_rows(Rows.of(list(reading.rows())), shape, output)
