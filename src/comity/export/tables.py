"""CSV tables that are safe to open in a spreadsheet, with a Frictionless table schema beside them."""

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from comity.export.exporter import Exporter, Job, Written
from comity.export.fields import COLUMNS, LIST, Field
from comity.export.folder import digest_of
from comity.export.parquet import chosen_tables
from comity.export.safe import line, slug
from comity.study.selection import packed
from comity.tables import flat, guarded

SCHEMA: Final = "datapackage.json"
PARTS: Final = {
    "participants": "participant",
    "holders": "holder",
    "addressees": "addressee",
    "from": "from",
    "to": "to",
}
KEYS: Final = {"claims": "id", "happenings": "happening", "documents": "id", "judgements": "id"}
LEADS: Final = {
    "claims": [("document", "documents", "id")],
    "parties": [("claim", "claims", "id")],
    "coverage": [("document", "documents", "id")],
    "observations": [("document", "documents", "id")],
}
TYPES: Final = {LIST: "string", "object": "string", "array": "string"}
GUARD: Final = "A cell that a spreadsheet could take for a formula begins with an apostrophe that is not part of it."


def _write(job: Job) -> list[Written]:
    written = [
        _table(job, "claims", job.claims("csv")),
        _table(job, "parties", parties(job.selection.claims())),
    ]
    for name in chosen_tables(job):
        if name in COLUMNS and name != "claims":
            written.append(_table(job, name, map(packed, job.selection.rows(name))))
    _schema(job, written)
    return [*written, Written(SCHEMA)]


def parties(claims: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield who is named by each claim in what part, one row each: what a two-mode network is made of."""
    for claim in claims:
        for name, part in PARTS.items():
            found = claim.get(name) or ()
            for actor in dict.fromkeys([found] if isinstance(found, str) else found):
                roles = sorted(r for r, ids in (claim.get("roles") or {}).items() if actor in ids)
                shown = roles if part == "participant" else []
                yield {
                    "claim": claim["id"],
                    "happening": claim["happening"],
                    "actor": actor,
                    "part": part,
                    "roles": shown,
                }


def _table(job: Job, name: str, rows: Iterable[dict[str, Any]]) -> Written:
    columns = columns_of(name)
    count = 0
    with (job.folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow([column.name for column in columns])
        for row in rows:
            writer.writerow([_cell(column, row.get(column.name)) for column in columns])
            count += 1
    return Written(f"{name}.csv", count, name)


def columns_of(table: str) -> list[Field]:
    """Return the columns of a CSV table: full texts stay in the formats made for them."""
    return [column for name, column in COLUMNS[table].items() if name != "text"]


def _cell(column: Field, value: Any) -> Any:
    if value is None or value == "":
        return ""
    if column.type in ("object", "array"):
        return guarded(json.dumps(value, ensure_ascii=False)) if value else ""
    if column.type == "boolean":
        return "true" if value else "false"
    return guarded(flat(value))


def _schema(job: Job, written: list[Written]) -> None:
    """Write the data package: every table with its columns, keys and digest, and the sources behind it."""
    edition = job.edition
    package: dict[str, Any] = {"profile": "tabular-data-package"}
    package["name"] = slug(edition.title.lower().replace(" ", "-") or "comity-export").lower()
    if edition.title:
        package["title"] = line(edition.title)
    package["description"] = GUARD
    if edition.licence:
        package["licenses"] = [{"name": line(edition.licence)}]
    if edition.authors:
        package["contributors"] = [{"title": line(a), "role": "author"} for a in edition.authors]
    sources = [{"title": line(d["title"]) or d["id"]} for d in job.selection.rows("documents")]
    if sources:
        package["sources"] = sources
    package["resources"] = [_resource(job, each) for each in written]
    text = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    (job.folder / SCHEMA).write_text(text, encoding="utf-8", newline="\n")


def _resource(job: Job, written: Written) -> dict[str, Any]:
    path = job.folder / written.name
    schema: dict[str, Any] = {
        "fields": [_described(c) for c in columns_of(written.of)],
        "missingValues": [""],
    }
    if written.of in KEYS:
        schema["primaryKey"] = KEYS[written.of]
    if written.of in LEADS:
        schema["foreignKeys"] = [
            {"fields": own, "reference": {"resource": table, "fields": theirs}}
            for own, table, theirs in LEADS[written.of]
        ]
    return {
        "name": written.of,
        "path": written.name,
        "profile": "tabular-data-resource",
        "format": "csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest_of(path)}",
        "schema": schema,
    }


def _described(column: Field) -> dict[str, str]:
    joined = " (joined by ;)" if column.type == LIST else ""
    shape = {"format": "%Y-%m-%dT%H:%M:%S"} if column.type == "datetime" else {}
    kind = TYPES.get(column.type, column.type)
    return {"name": column.name, "type": kind, **shape, "description": column.help + joined}


CSV: Final = Exporter(
    name="csv",
    files=("claims.csv", "parties.csv", "documents.csv", "…", SCHEMA),
    help="Tables for spreadsheets, R and Stata, guarded against formulas, with a Frictionless schema.",
    write=_write,
)
