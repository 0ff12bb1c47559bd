"""A citation: CITATION.cff for the data set and BibTeX for it and every source, with licences."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml

import comity
from comity.errors import ExportError
from comity.export.exporter import Edition, Exporter, Job, Written
from comity.export.safe import line, slug, tex
from comity.study.selection import packed

if TYPE_CHECKING:
    from comity.study import Study

# Licences by SPDX identifier, which CITATION.cff asks for; others are told in the abstract.
SPDX: Final = frozenset(
    {
        *("CC0-1.0", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0"),
        *("CC-BY-ND-4.0", "ODbL-1.0", "ODC-By-1.0", "PDDL-1.0", "MIT", "Apache-2.0"),
    }
)
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
Row = Mapping[str, Any]


def citation_of(study: "Study", edition: Edition, **chosen: Any) -> tuple[str, str]:
    """Return CITATION.cff and BibTeX for a study, or for the claims that pass filters, with every source.

    Raises ExportError without authors.
    """
    from comity.registry import load_registry

    with study.selection(**chosen) as selection:
        job = Job(selection=selection, folder=Path(), registry=load_registry(), edition=edition)
        text, entries, _ = _texts(job)
    return text, "\n".join(entries)


def _texts(job: Job) -> tuple[str, list[str], list[dict[str, Any]]]:
    """Return CITATION.cff, the entries of BibTeX, and the sources they cite."""
    if not job.edition.authors:
        raise ExportError("A citation needs authors.", hint='Give --author "Family, Given".')
    sources = [packed(row) for row in job.selection.rows("documents")]
    text = yaml.safe_dump(cff(job, sources), allow_unicode=True, sort_keys=False, width=100)
    entries = [_own(job.edition, title_of(job, sources)), *(_entry(row, job) for row in sources)]
    return text, entries, sources


def _write(job: Job) -> list[Written]:
    text, entries, sources = _texts(job)
    (job.folder / "CITATION.cff").write_text(text, encoding="utf-8", newline="\n")
    (job.folder / "references.bib").write_text("\n".join(entries), encoding="utf-8", newline="\n")
    return [
        Written("CITATION.cff", len(sources), "sources"),
        Written("references.bib", len(entries), "entries"),
    ]


def title_of(job: Job, sources: list[dict[str, Any]]) -> str:
    """Return the given title, else one that says what is in it."""
    texts = sum(row["kind"] == "text" for row in sources)
    sets = len(sources) - texts
    said = f"Claims of {texts} documents" + (f" and {sets} data sets" if sets else "")
    return line(job.edition.title) or said


def cff(job: Job, sources: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the content of CITATION.cff (Citation File Format 1.2.0), sources as references."""
    edition, licence = job.edition, line(job.edition.licence)
    other = f" Licence: {licence}." if licence and licence not in SPDX else ""
    filters = ", ".join(f"{k} {v}" for k, v in job.selection.filters.items())
    chosen = f" Filters: {line(filters)}." if filters else ""
    made = f"{job.selection.count()} claims, each with its words, made with comity {comity.__version__}."
    return _filled(
        {
            "cff-version": "1.2.0",
            "message": "If you use these data, please cite them and the sources they rest on.",
            "type": "dataset",
            "title": title_of(job, sources),
            "abstract": made + chosen + other,
            "authors": [_person(author) for author in edition.authors],
            "version": line(edition.version),
            "date-released": edition.dated,
            "license": licence if licence in SPDX else None,
            "url": edition.address if edition.address.startswith("https://") else None,
            "references": [_reference(row, job) for row in sources],
        }
    )


def _filled(row: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in row.items() if v not in (None, "", [])}


def _person(author: str) -> dict[str, str]:
    family, _, given = line(author).partition(",")
    if given.strip():
        return {"family-names": family.strip(), "given-names": given.strip()}
    return {"name": line(author)}


def _reference(row: Row, job: Job) -> dict[str, Any]:
    notes = (row["citation"], f"Licence: {row['licence']}" if row["licence"] else "")
    address = row["location"] or ""
    return _filled(
        {
            "type": "data" if row["kind"] == "dataset" else "generic",
            "title": line(row["title"]) or row["id"],
            "authors": [{"name": _issuer(row, job)}],
            "year": int(row["issued_end"][:4]) if row["issued_end"] else None,
            "date-published": row["issued_end"] if row["issued_precision"] == "day" else None,
            "languages": [row["language"]] if row["language"] in ("zh", "en") else None,
            "url": line(address) if address.startswith(("https://", "http://")) else None,
            "notes": " ".join(line(note) for note in notes if note),
        }
    )


def _issuer(row: Row, job: Job) -> str:
    issuer = row["issuer"] or ""
    return line(job.registry.label(issuer, "en")) if issuer else "Issuer unknown"


def _own(edition: Edition, title: str) -> str:
    authors = " and ".join(_named(author) for author in edition.authors)
    day = edition.dated.isoformat() if edition.dated else ""
    rest = {
        "version": tex(edition.version),
        "howpublished": "Data set",
        "note": tex(f"Made with comity {comity.__version__}. {edition.licence}"),
        "url": _url(edition.address),
    }
    return _bib("comity-study", {"author": authors, "title": _braced(title), **_day(day), **rest})


def _named(author: str) -> str:
    """Return an author for BibTeX: one name without a comma is kept whole."""
    family, _, given = line(author).partition(",")
    return f"{tex(family)}, {tex(given.strip())}" if given.strip() else _braced(author)


def _entry(row: Row, job: Job) -> str:
    day = row["issued_end"] or ""
    exact = {"day": 10, "month": 7}.get(row["issued_precision"], 4)
    notes = (row["citation"], f"Licence: {row['licence']}" if row["licence"] else "")
    values = {
        "author": _braced(_issuer(row, job)),
        "title": _braced(line(row["title"]) or row["id"]),
        **_day(day[:exact]),
        "howpublished": "Data set" if row["kind"] == "dataset" else "",
        "language": {"zh": "chinese", "en": "english"}.get(row["language"], ""),
        "note": tex(" ".join(note for note in notes if note)),
        "url": _url(row["location"] or ""),
    }
    return _bib(f"comity-{slug(row['id'])}", values)


def _braced(text: str) -> str:
    return f"{{{tex(text)}}}"


def _url(address: str) -> str:
    """Return a web address for BibTeX; signs that could end the value are percent-encoded."""
    address = line(address).replace(" ", "%20")
    if not address.startswith(("https://", "http://")):
        return ""
    for sign in '{}\\"':
        address = address.replace(sign, f"%{ord(sign):02X}")
    return address


def _day(day: str) -> dict[str, str]:
    return {
        "year": day[:4],
        "month": MONTHS[int(day[5:7]) - 1] if len(day) > 4 else "",
        "day": day[8:10],
    }


def _bib(key: str, values: Mapping[str, str]) -> str:
    lines = "".join(_assigned(name, value) for name, value in values.items() if value)
    return f"@misc{{{key},\n{lines}}}\n"


def _assigned(name: str, value: str) -> str:
    return f"  {name} = {value},\n" if name == "month" else f"  {name} = {{{value}}},\n"


CITATION: Final = Exporter(
    name="citation",
    files=("CITATION.cff", "references.bib"),
    help="CITATION.cff and BibTeX for the data set and every source, with licences.",
    write=_write,
)
