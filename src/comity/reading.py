"""The result of reading: documents, their claims, and ways to look at them and pass them on."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from comity.errors import MissingExtra, ReadError
from comity.extract import extract_claims
from comity.model import Claim, Document, Event, Position, Tie
from comity.reader import load_documents, parse_text
from comity.tables import as_pandas, as_polars

PREVIEW = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """Documents with the claims they make, in the order of the text."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]

    @property
    def document(self) -> Document:
        """Return the first document."""
        return self.documents[0]

    @property
    def events(self) -> tuple[Event, ...]:
        return tuple(c for c in self.claims if isinstance(c, Event))

    @property
    def positions(self) -> tuple[Position, ...]:
        return tuple(c for c in self.claims if isinstance(c, Position))

    @property
    def ties(self) -> tuple[Tie, ...]:
        return tuple(c for c in self.claims if isinstance(c, Tie))

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the claims as plain dictionaries, as ``--format jsonl`` prints them."""
        return [claim.to_dict() for claim in self.claims]

    def to_arrow(self) -> Any:
        """Return the claims as a pyarrow Table, one row a claim. Needs ``comity[arrow]``."""
        return claims_table(self.claims)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def to_pandas(self) -> Any:
        """Return the claims as a pandas DataFrame; needs pandas and ``comity[arrow]``."""
        return as_pandas(self.to_arrow())

    def to_polars(self) -> Any:
        """Return the claims as a polars DataFrame; needs polars and ``comity[arrow]``."""
        return as_polars(self.to_arrow())

    def __repr__(self) -> str:
        parts = f"{len(self.events)} events, {len(self.positions)} positions, {len(self.ties)} ties"
        return f"<Reading of {len(self.documents)} document(s): {parts}>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{c.kind}</td><td>{escape(summary(c))}</td><td>{escape(c.quote)}</td></tr>"
            for c in self.claims[:PREVIEW]
        )
        more = f"<p>{len(self.claims) - PREVIEW} more</p>" if len(self.claims) > PREVIEW else ""
        head = "<tr><th>kind</th><th>claim</th><th>words</th></tr>"
        return f"<p>{escape(repr(self))}</p><table>{head}{rows}</table>{more}"


def read(
    source: str | Path,
    *,
    format: str | None = None,
    language: str | None = None,
    issuer: str | None = None,
    issued: str | date | None = None,
    resources: str | Path | None = None,
) -> Reading:
    """Read a file, a folder or a text in hand.

    A string with a line break or without a file of its name is taken as the text itself.
    ``resources`` names a folder of your own names and patterns, laid over comity's.

    >>> reading = read("2019年6月，国家主席习近平在比什凯克同俄罗斯总统普京举行会晤。", issuer="CHN")
    >>> reading.events[0].participants
    ('CHN', 'RUS')
    """
    found = tuple(
        iter_readings(
            source,
            format=format,
            language=language,
            issuer=issuer,
            issued=issued,
            resources=resources,
        )
    )
    return Reading(tuple(d for d, _ in found), tuple(c for _, claims in found for c in claims))


def iter_readings(
    source: str | Path,
    *,
    format: str | None = None,
    language: str | None = None,
    issuer: str | None = None,
    issued: str | date | None = None,
    resources: str | Path | None = None,
) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    """Yield each document with its claims, one at a time: for more than fits in memory."""
    documents: Iterator[Document] | Sequence[Document]
    _require_source(source)
    overlay = Path(resources) if resources else None
    issued = issued.isoformat()[:10] if isinstance(issued, date) else issued
    if isinstance(source, Path) or _is_path(source):
        documents = load_documents(
            source,
            format=format,
            language=language,
            issuer=issuer,
            issued=issued,
            resources=overlay,
        )
    else:
        documents = parse_text(
            source,
            format=format or "markdown",
            language=language,
            issuer=issuer,
            issued=issued,
            resources=overlay,
        )
    for document in documents:
        yield document, claims_of(document, resources=overlay)


def _require_source(source: object) -> None:
    """Refuse what is neither a path nor a text, and the empty string: Python takes it for this folder."""
    if not isinstance(source, str | Path):
        kind = type(source).__name__
        raise ReadError(f"A {kind} is no document.", hint="Give a path or a text.")
    if source == "":
        raise ReadError("There is no text.", hint='Give a path or a text; "." is this folder.')


def _is_path(source: str) -> bool:
    if source == "-":
        return True
    if not source.strip() or "\n" in source or len(source) > 1024:
        return False
    try:
        exists = Path(source).exists()
    except (OSError, ValueError):
        return False
    return exists or (
        Path(source).suffix != "" and " " not in source and len(source) < 256 and source.isascii()
    )


def claims_of(
    document: Document, extractor: str = "grammar", *, resources: Path | None = None
) -> tuple[Claim, ...]:
    """Return the claims an extractor finds; one whose quote is not at its span is refused.

    Other extractors are found by the entry point group ``comity.extractors``.
    """
    if extractor == "grammar":
        claims = extract_claims(document, resources)
    else:
        found = {e.name: e for e in entry_points(group="comity.extractors")}
        if extractor not in found:
            raise ReadError(
                f"There is no extractor {extractor}.", hint=f"Known: {', '.join(sorted(found))}."
            )
        claims = tuple(found[extractor].load()(document))
    for claim in claims:
        if document.quote(claim.span) != claim.quote:
            raise ReadError(
                f"A claim of {extractor} quotes words that are not at its span.",
                path=document.source,
            )
    return claims


def summary(claim: Claim) -> str:
    """Return a claim in one line of ids; an event that is no settled fact says so (planned, denied)."""
    if isinstance(claim, Event):
        frame = f" [{claim.frame}]" if claim.frame else ""
        act = claim.mode if claim.status == "occurred" else f"{claim.mode} ({claim.status})"
        return f"{act} {', '.join(claim.participants)} {claim.period}{frame}".strip()
    if isinstance(claim, Position):
        return f"{', '.join(claim.holders)} {claim.stance}: {claim.target}"
    if isinstance(claim, Tie):
        return f"{claim.source} {claim.relation} {claim.target}{f' ({claim.grade})' if claim.grade else ''}"
    return claim.kind


COLUMNS = [
    "kind",
    "id",
    "mode",
    "root",
    "participants",
    "start",
    "end",
    "precision",
    "resolved",
    "place",
    "frame",
    "ordinal",
    "count",
    "status",
    "track",
    "holders",
    "stance",
    "target",
    "topics",
    "addressees",
    "deadline",
    "relation",
    "from",
    "to",
    "grade",
    "speaker",
    "issuer",
    "document",
    "section",
    "start_char",
    "end_char",
    "quote",
    "rule",
    "fields",
]


def flat_row(claim: Claim) -> dict[str, str | int | None]:
    """Return a claim as one row of scalars with every column of `COLUMNS`; lists are joined by ``;``."""
    row = claim.to_dict()
    out: dict[str, str | int | None] = {}
    for name in COLUMNS:
        value = row.get(name)
        if isinstance(value, list):
            value = ";".join(map(str, value))
        elif isinstance(value, dict):
            value = ";".join(f"{k}={v}" for k, v in value.items())
        out[name] = value
    return out


def claims_table(claims: Sequence[Claim]) -> Any:
    """Return claims as a pyarrow Table of the columns in `COLUMNS`."""
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtra("Arrow output", "arrow") from error
    whole = {"ordinal", "count", "start_char", "end_char"}
    schema = pyarrow.schema(
        [(n, pyarrow.int64() if n in whole else pyarrow.string()) for n in COLUMNS]
    )
    return pyarrow.Table.from_pylist([flat_row(c) for c in claims], schema=schema)


def parquet_bytes(claims: Sequence[Claim]) -> bytes:
    """Return claims as the bytes of a Parquet file."""
    table = claims_table(claims)
    import pyarrow.parquet

    sink = io.BytesIO()
    pyarrow.parquet.write_table(table, sink)
    return sink.getvalue()
