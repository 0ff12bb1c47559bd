"""Write the reference pages that follow from the code and the resources: `make docs`.

A test compares the pages with what this writes, so that none can fall behind.
"""

import importlib
import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from inspect import cleandoc
from pathlib import Path
from typing import Any

import click

from comity.cli import COMMANDS
from comity.export import FORMATS as EXPORTERS
from comity.export import Exporter
from comity.export.fields import COLUMNS, LIST
from comity.export.jsonld import context_text
from comity.extract.events.patterns import load_pattern_rows
from comity.extract.positions.stances import stance_rows
from comity.feeds import Feed, own_feeds
from comity.feeds.read import needed
from comity.lens import Criterion, Lens, lenses
from comity.lens.lens import option_words
from comity.lens.page import toward
from comity.measure import Measure, measures
from comity.measure.define import SECTIONS
from comity.network import own_layers
from comity.reader import FORMATS
from comity.registry import Record, load_registry
from comity.registry.load import OWN_FOLDER

FOLDER = Path(__file__).parent / "reference"
EXIT_CODES = (
    ("0", "done; what `read` noticed on a page (no date, a repaired break) is talk, no failure"),
    (
        "1",
        "done, but: `read` could not read some of the files, `resources check` found problems, "
        "or a figure of `evaluate` is below `--min`",
    ),
    ("2", "could not: wrong use, nothing readable, nowhere to write; no output was touched"),
    ("130", "interrupted"),
)
NOTE = "This page is written by `make docs`."


def table(head: tuple[str, ...], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Yield the lines of a Markdown table; bars and line breaks inside cells are escaped."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        cells = (str(cell or "").replace("|", "\\|").replace("\n", " ") for cell in row)
        yield f"| {' | '.join(cells)} |"


def command_page() -> Iterator[str]:
    """Yield the page of commands and their options."""
    yield from ("# Commands", "", NOTE, "")
    yield "Standard output is the answer, standard error the talk. `--debug` before the command shows the full error."
    yield ""
    yield from table(("exit code", "meaning"), EXIT_CODES)
    for name in COMMANDS:
        command = importlib.import_module(f"comity.cli.{name}").command
        yield from _command(f"comity {name}", command)
    yield from ("", "## Input formats", "")
    yield from table(
        ("format", "endings", "what", "needs"),
        (
            (f.name, " ".join(f.suffixes), f.help, f"comity[{f.needs}]" if f.needs else "")
            for f in FORMATS
        ),
    )


def _command(path: str, command: click.Command) -> Iterator[str]:
    if isinstance(command, click.Group):
        for name, inner in sorted(command.commands.items()):
            yield from _command(f"{path} {name}", inner)
        return
    arguments = [p for p in command.params if isinstance(p, click.Argument)]
    usage = " ".join([path, *(a.make_metavar(click.Context(command)) for a in arguments)])
    yield from ("", f"## {path}", "", f"`{usage}`", "")
    yield from (cleandoc(command.help or "").replace("\b\n", ""), "")
    options = [p for p in command.params if isinstance(p, click.Option) and not p.hidden]
    if options:
        yield from table(("option", "meaning"), (_option(o, command) for o in options))


def _option(option: click.Option, command: click.Command) -> tuple[str, str]:
    record = option.get_help_record(click.Context(command))
    return (f"`{record[0]}`", record[1]) if record else (f"`{option.name}`", "")


def pattern_page() -> Iterator[str]:
    """Yield the page of event, stance and tie wordings, each with an example it must match."""
    yield from ("# Wordings", "", NOTE)
    yield "How the signs are read: [the grammar](../explanation/grammar.md). The examples are our own and run as tests."
    for language, title in (("zh", "Chinese"), ("en", "English")):
        events = [r for r in load_pattern_rows(OWN_FOLDER, "events") if r["lang"] == language]
        yield from ("", f"## Events in {title}", "")
        yield from table(
            ("mode", "rule", "example"),
            ((r["mode"], f"`{r['id']}`", _example(r)) for r in sorted(events, key=_by_mode)),
        )
        yield from ("", f"## Stances in {title}", "")
        yield from table(
            ("stance", "rule", "example"),
            ((r["stance"], f"`{r['id']}`", _example(r)) for r in stance_rows(OWN_FOLDER, language)),
        )
        ties = [r for r in load_pattern_rows(OWN_FOLDER, "ties") if r["lang"] == language]
        yield from ("", f"## Ties in {title}", "")
        yield from table(
            ("relation", "rule", "example"),
            ((r["relation"], f"`{r['id']}`", _example(r)) for r in ties),
        )


def _by_mode(row: dict[str, str]) -> tuple[str, str]:
    return row["mode"], row["id"]


def _example(row: dict[str, object]) -> str:
    examples = row.get("example", ())
    assert isinstance(examples, list | tuple)
    return next((e["text"] for e in examples if e.get("expect") != "none"), "")


def registry_page() -> Iterator[str]:
    """Yield the page of mechanisms, instruments, exercise series and grades with their sources."""
    registry = load_registry()
    yield from ("# Registry", "", NOTE)
    yield "An empty source says that nobody has checked the record against a public one yet."
    for kind, title in (
        ("mechanism", "Mechanisms"),
        ("instrument", "Instruments"),
        ("exercise", "Exercise series"),
        ("grade", "Partnership grades"),
    ):
        records = sorted(registry.of_type(kind), key=lambda r: r.id)
        yield from ("", f"## {title} ({len(records)})", "")
        yield from table(("id", "English", "Chinese", "parties", "source"), map(_record, records))


def _record(record: Record) -> tuple[str, ...]:
    parties = [m.id for m in record.parties]
    shown = " ".join(parties[:8]) + (f" and {len(parties) - 8} more" if len(parties) > 8 else "")
    source = "" if record.source.startswith("none") else record.source
    return f"`{record.id}`", "; ".join(record.en[:3]), "; ".join(record.zh[:3]), shown, source


def export_page() -> Iterator[str]:
    """Yield the page of formats a study is exported to, and of the columns of their tables."""
    yield from ("# Exports", "", NOTE)
    yield "How to: [export and cite](../how-to/export-and-cite.md). Every export has a `MANIFEST.json` beside it."
    yield ""
    yield from table(("format", "files", "what", "needs"), map(_exporter, EXPORTERS))
    yield from ("", "## Columns of tables", "")
    yield "Parquet holds lists as lists and dates as dates; CSV joins lists by `;` and writes nested values as JSON;"
    yield "JSON Lines hold everything as it is. `originals` has the columns of `claims` but verdict and happening."
    for name, columns in COLUMNS.items():
        yield from ("", f"### {name}", "")
        yield from table(
            ("column", "type", "meaning"),
            (
                (f"`{c.name}`", c.type if c.type != LIST else "list", c.help)
                for c in columns.values()
            ),
        )


def _exporter(exporter: Exporter) -> tuple[str, ...]:
    needs = f"comity[{exporter.needs}]" if exporter.needs else ""
    return exporter.name, ", ".join(exporter.files), exporter.help, needs


def context_page() -> Iterator[str]:
    """Yield the JSON-LD context, as it stands in every exported file."""
    yield context_text().rstrip("\n")


def feed_page() -> Iterator[str]:
    """Yield the page of data sets that `comity import` reads: what each gives, covers and asks for."""
    yield from ("# Data sets", "", NOTE)
    yield "comity ships readers, never data: fetch a file yourself or with `--download`, and cite its makers."
    yield "How to: [import data](../how-to/import-data.md). Where a field is marked unverified, nobody has checked it"
    yield "at the source; please tell us."
    yield ""
    yield from table(
        ("feed", "data set", "gives", "licence"),
        (
            (f"[{f.id}](#{f.id})", f.title, ", ".join(gives(f)), f.licence)
            for f in own_feeds().values()
        ),
    )
    for feed in own_feeds().values():
        yield from _feed(feed)


def gives(feed: Feed) -> list[str]:
    """Return what the mappings of a feed give, each once."""
    names = (
        r.options.get("name") or r.options.get("relation") or r.options.get("mode")
        for r in feed.mappings
    )
    words = {"series": "series", "tie": "ties", "event": "events"}
    shown = (
        f"{words[r.kind]} {n}" if isinstance(n, str) and ":" not in n else words[r.kind]
        for r, n in zip(feed.mappings, names, strict=True)
    )
    return list(dict.fromkeys(shown))


def _feed(feed: Feed) -> Iterator[str]:
    yield from ("", f"## {feed.id}", "")
    yield f"{feed.title}{f', version {feed.version}' if feed.version else ''}. {feed.note}".strip()
    yield ""
    facts = [
        ("maker", feed.issuer),
        ("page", feed.homepage),
        ("address", feed.address),
        ("table in it", " or ".join(f"`{p}`" for p in feed.file)),
        ("codes of states", feed.system),
        ("licence", feed.licence),
        ("cite", feed.citation),
        ("unverified", ", ".join(feed.unverified)),
    ]
    yield from table(("", ""), ((k, v) for k, v in facts if v))
    if feed.coverage:
        yield from ("", "Covers", "")
        yield from table(
            ("property", "from", "to", "a missing row means", "note"),
            ((c.property, c.start, c.end, c.silence, c.note) for c in feed.coverage),
        )
    yield from ("", "Columns, with the names files give them", "")
    columns = feed.columns or {c: (c,) for r in feed.mappings for c in needed(r)}
    yield from table(("ours", "in the file"), ((k, " or ".join(v)) for k, v in columns.items()))


def layer_page() -> Iterator[str]:
    """Yield the page of layers: what goes in and how it becomes weights."""
    yield from ("# Layers", "", NOTE)
    yield "What they are for: [the network](../explanation/network.md). A `layers.toml` in your own resource folder is laid over these, by id."
    yield ""
    yield from table(
        ("layer", "English", "Chinese", "takes up", "projection", "half-life", "window", "source"),
        (
            (
                f"`{r.id}`",
                r.en,
                r.zh,
                ", ".join(r.properties) + (f" (track {', '.join(r.tracks)})" if r.tracks else ""),
                r.projection
                + (", directed" if r.directed else "")
                + (", against" if r.sign < 0 else ""),
                f"{r.half_life:g} days" if r.half_life else "none",
                f"{r.window:g} days" if r.window else "none",
                r.source,
            )
            for r in own_layers()
        ),
    )


def measures_page() -> Iterator[str]:
    """Yield the list of measures, each with its page."""
    yield from ("# Measures", "", NOTE)
    yield "How values come with intervals: [measures](../explanation/measures.md). *Substitute*: no accepted measure"
    yield "exists, this one is ours and transparent. comity computes a criterion; it does not adopt it."
    yield ""
    yield from table(
        ("id", "English", "Chinese", "measured on", "unit", "status"),
        (
            (f"[{m.id}](measures/{m.id}.md)", m.en, m.zh, m.takes, m.unit, m.status)
            for m in measures()
        ),
    )


def measure_page(measure: Measure) -> Iterator[str]:
    """Yield the page of one measure: the docstring of its module."""
    yield from (f"# {measure.en} ({measure.zh})", "", f"`{measure.id}`. {NOTE}", "")
    yield " ".join(measure.page.split("\n\n")[1].split())
    for name in SECTIONS:
        yield from ("", f"**{name}.** {measure.sections[name]}")


def openapi_page() -> Iterator[str]:
    """Yield the OpenAPI document of the REST interface."""
    from comity.web.api.app import openapi

    yield json.dumps(openapi(), ensure_ascii=False, indent=1, sort_keys=True)


def lenses_page() -> Iterator[str]:
    """Yield the page of lenses: each document's criteria by reference, and the measures that speak to them."""
    yield from ("# Lenses", "", NOTE)
    yield "Criteria that documents state, in our paraphrase; comity computes them and adopts none:"
    yield "[how a lens is made](../explanation/lenses.md), [how to read and add one](../how-to/add-a-lens.md)."
    yield "Spans are characters of the text after any front matter."
    for lens in lenses():
        yield from _lens(lens)


def _lens(lens: Lens) -> Iterator[str]:
    yield from ("", f"## {lens.id}", "", f"{lens.en} · {lens.zh}", "")
    yield f"{', '.join(lens.issuer)}, {lens.date}. {lens.address}"
    yield from ("", lens.note_en, "", lens.note_zh, "")
    yield from table(
        ("criterion", "paraphrase", "section, span", "measures", "not measured"),
        map(_criterion, lens.criteria),
    )


def _criterion(criterion: Criterion) -> tuple[str, ...]:
    told = "<br>".join(
        f"[{s.measure}](measures/{s.measure}.md)"
        + (f" ({option_words(s)})" if s.options else "")
        + f", {toward(s.toward)}: {s.en}"
        for s in criterion.measures
    )
    where = f"{criterion.section}, {criterion.start}–{criterion.end}"
    both = f"{criterion.en}<br>{criterion.zh}"
    unmeasured = f"{criterion.unmeasured_en}<br>{criterion.unmeasured_zh}"
    return f"`{criterion.id}`", both, where, told, unmeasured


def rest_page() -> Iterator[str]:
    """Yield the page of the REST interface: every address with its parameters, from the OpenAPI document."""
    from comity.web.api.app import openapi

    yield from ("# REST", "", NOTE)
    yield "How to start it: [look at a study in a browser](../how-to/look-in-a-browser.md). The whole description, with the"
    yield "type of every answer, is [openapi.json](openapi.json), also served at `/api/v1/openapi.json`. Every address but those"
    yield "under `/review` is for reading; HEAD works where GET does. A parameter that an address does not have is refused."
    kinds: dict[str, list[tuple[str, ...]]] = {}
    for path, each in openapi()["paths"].items():
        for method, told in each.items():
            kinds.setdefault(told["tags"][0], []).append(_address(path, method, told))
    for kind, rows in kinds.items():
        yield from ("", f"## {kind.capitalize()}", "")
        yield from table(("address", "gives", "parameters", "type", "CSV"), rows)


def _address(path: str, method: str, told: dict[str, Any]) -> tuple[str, ...]:
    names = [f"`{p['name']}`" for p in told.get("parameters", ()) if p["in"] == "query"]
    code = next(c for c in told["responses"] if c.startswith("2"))
    content = told["responses"][code]["content"]
    schema = content.get("application/json", {}).get("schema", {}).get("$ref", "")
    table = "yes" if "text/csv" in content else ""
    about = " ".join(told.get("description", "").split())
    shown = ", ".join(n for n in names if n != "`format`")
    return f"`{method.upper()} {path}`", about, shown, schema.rpartition("/")[2], table


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "cli.md": command_page,
    "wordings.md": pattern_page,
    "registry.md": registry_page,
    "exports.md": export_page,
    "context.jsonld": context_page,
    "feeds.md": feed_page,
    "layers.md": layer_page,
    "lenses.md": lenses_page,
    "measures.md": measures_page,
    "openapi.json": openapi_page,
    "rest.md": rest_page,
    **{f"measures/{m.id}.md": partial(measure_page, m) for m in measures()},
}


def page(name: str) -> str:
    """Return a reference page as it should stand in the folder."""
    return "\n".join(PAGES[name]()) + "\n"


if __name__ == "__main__":
    for name in PAGES:
        (FOLDER / name).parent.mkdir(exist_ok=True)
        (FOLDER / name).write_text(page(name), encoding="utf-8")
