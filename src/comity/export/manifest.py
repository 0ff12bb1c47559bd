"""The manifest beside every export: what it was made from, by which filters, and the digest of each file."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

import comity
from comity.export.exporter import Edition, Job, Written
from comity.export.folder import digest_of
from comity.study.restore import EXPORT_FORMAT, MANIFEST
from comity.study.selection import packed


def write_manifest(
    job: Job, written: Sequence[Written], formats: Sequence[str], as_known: date | None
) -> dict[str, Any]:
    """Write MANIFEST.json and return its content. No clock is read: the same export has the same manifest."""
    sources = [_source(row) for row in job.selection.rows("documents")]
    imports = [packed(row) for row in job.selection.rows("imports")]
    manifest = {
        "export_format": EXPORT_FORMAT,
        "comity": comity.__version__,
        "study_format": job.selection.format,
        "formats": list(formats),
        "edition": edition_row(job.edition),
        "filters": job.selection.filters,
        "as_known": as_known.isoformat() if as_known else None,
        "unit": "happening" if job.happenings else "claim",
        "texts": job.texts,
        "counts": {
            "claims": job.selection.count(),
            "documents": sum(s["kind"] == "text" for s in sources),
            "datasets": sum(s["kind"] == "dataset" for s in sources),
        },
        "licences": _licences(sources),
        "sources": sources,
        "imports": imports,
        "files": [_file(job, each) for each in written],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1, default=str) + "\n"
    (job.folder / MANIFEST).write_text(text, encoding="utf-8", newline="\n")
    return manifest


def edition_row(edition: Edition) -> dict[str, Any]:
    """Return what the maker said about the export, what was not said left out."""
    rows = {
        "title": edition.title,
        "authors": list(edition.authors),
        "dated": edition.dated.isoformat() if edition.dated else None,
        "version": edition.version,
        "licence": edition.licence,
        "address": edition.address,
    }
    return {k: v for k, v in rows.items() if v}


def _source(row: dict[str, Any]) -> dict[str, Any]:
    names = ("id", "kind", "title", "issuer", "language", "licence", "citation", "location")
    issued = [row[k].isoformat() if row[k] else None for k in ("issued_start", "issued_end")]
    return {
        **{name: row[name] for name in names},
        "issued": issued[0] if issued[0] == issued[1] else issued,
        "digest": f"sha256:{row['digest']}",
        "reader": row["reader"],
        "claims": row["claims"],
    }


def _licences(sources: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Return how many sources stand under each licence; most documents state none."""
    found = Counter(s["licence"] or "not stated" for s in sources)
    return dict(sorted(found.items()))


def _file(job: Job, written: Written) -> dict[str, Any]:
    path = job.folder / written.name
    row: dict[str, Any] = {"path": written.name, "bytes": path.stat().st_size}
    row["sha256"] = digest_of(path)
    if written.rows is not None:
        row |= {"rows": written.rows, "of": written.of}
    return row
