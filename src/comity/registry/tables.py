"""Resource files to records: one function for each kind of file."""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from comity.registry.records import Member, Record, Term

Row = dict[str, Any]


def split(cell: str) -> tuple[str, ...]:
    """Return the parts of a cell that holds several values, in order, without repeats."""
    return tuple(dict.fromkeys(part.strip() for part in (cell or "").split(";") if part.strip()))


def csv_rows(content: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a CSV resource, the header first, each with its line; blank ones are none."""
    reader = csv.reader(io.StringIO(content))
    for row in reader:
        if row:
            yield reader.line_num, row


def _names(row: Row, language: str, *more: str) -> tuple[str, ...]:
    cells = [row.get(language, ""), *(row.get(f"{language}_{m}", "") for m in more)]
    return tuple(dict.fromkeys(name for cell in cells for name in split(cell)))


def actor(row: Row) -> Record:
    return Record(
        id=row["id"],
        type="actor",
        kind=row["kind"],
        zh=_names(row, "zh", "official", "aliases", "trad"),
        en=_names(row, "en", "official", "aliases"),
        state=row["id"],
        char=split(row["zh_char"]),
        demonyms=split(row["demonyms"]),
        start=row["from"],
        end=row["to"],
        acts=True,
        source=row["source"],
        extra={"capital_zh": row["capital_zh"], "capital_en": row["capital_en"]},
    )


def organ(row: Row) -> Record:
    return _plain("organ", row, state=row["state"])


def place(row: Row) -> Record:
    return _plain("place", row, state=row["state"])


def office(row: Row) -> Record:
    return Record(
        id=row["id"],
        type="office",
        level=row["level"],
        branch=row["branch"],
        zh=_names(row, "zh", "aliases"),
        en=_names(row, "en", "aliases"),
        source=row["source"],
    )


def group(row: Row) -> Record:
    return Record(
        id=row["id"],
        type="group",
        kind=row["kind"],
        zh=split(row["zh"]),
        en=split(row["en"]),
        parties=tuple(Member(id=m) for m in split(row["members"])),
        source=row["source"],
    )


def _plain(kind: str, row: Row, *, state: str) -> Record:
    return Record(
        id=row["id"],
        type=kind,
        kind=row["kind"],
        state=state,
        zh=_names(row, "zh", "aliases"),
        en=_names(row, "en", "aliases"),
        source=row["source"],
    )


def people(rows: list[Row]) -> Iterator[Record]:
    """Yield one record a person: the rows that share state and English name are one person's terms."""
    by_person: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        by_person.setdefault((row["state"], row["en"]), []).append(row)
    for (state, name), terms in by_person.items():
        yield Record(
            id=f"{state.lower()}-{slug(name)}",
            type="person",
            state=state,
            zh=tuple(dict.fromkeys(n for t in terms for n in _names(t, "zh", "aliases"))),
            en=tuple(dict.fromkeys(n for t in terms for n in _names(t, "en", "aliases"))),
            terms=tuple(Term(office=t["office"], start=t["from"], end=t["to"]) for t in terms),
            source=terms[0]["source"],
        )


def standing(kind: str) -> Callable[[Row], Record]:
    """Return the reader of mechanism, instrument, exercise, dispute or grade tables."""

    def read(row: Row) -> Record:
        parties = tuple(Member(id=m) for m in (row.get("members") or row.get("parties") or ()))
        dated = tuple(
            Member(id=m["id"], start=str(m.get("from", "")), end=str(m.get("to", "")))
            for m in row.get("membership", ())
        )
        known = {"id", "zh", "en", "zh_aliases", "en_aliases", "abbr", "source", "kind"}
        return Record(
            id=row["id"],
            type=kind,
            kind=str(row.get("kind") or row.get("family") or ""),
            zh=_listed(row, "zh"),
            en=_listed(row, "en"),
            start=str(row.get("founded", row.get("signed", row.get("from", "")))),
            end=str(row.get("ended", row.get("to", ""))),
            acts=bool(row.get("acts", False)),
            session=row.get("session", ""),
            quoted=bool(row.get("quoted", False)),
            track=row.get("track", ""),
            parties=parties + dated,
            source=row.get("source", ""),
            extra={k: _plain_value(v) for k, v in row.items() if k not in known},
        )

    return read


def _listed(row: Row, language: str) -> tuple[str, ...]:
    names = [row.get(language, ""), *row.get(f"{language}_aliases", ())]
    if language == "en":
        names += row.get("abbr", ())
    names += [name for name in row.get("aliases", ()) if _is_han(name) == (language == "zh")]
    return tuple(dict.fromkeys(name for name in names if name))


def _is_han(name: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in name)


def _plain_value(value: Any) -> Any:
    return str(value) if hasattr(value, "isoformat") else value


def slug(name: str) -> str:
    """Return a lower-case kebab id for a name; Chinese characters stay.

    >>> slug("Kim Jong Un")
    'kim-jong-un'
    """
    plain = unicodedata.normalize("NFKD", name)
    kept = "".join(
        c.lower() if c.isalnum() else "" if unicodedata.combining(c) else " " for c in plain
    )
    return "-".join(kept.split())
