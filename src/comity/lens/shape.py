"""Whether the records of a lens file have the right shape, told with file, record and what to do."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from comity.errors import ResourceError
from comity.lens.lens import LANGUAGES, TOWARD
from comity.model import Period

Row = Mapping[str, Any]
# Tells what is wrong with a value, or nothing.
Check = Callable[[Any], str]
SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
HASH: Final = re.compile(r"[0-9a-f]{64}")
CHINESE: Final = re.compile("[\u3400-\u9fff]")
LATIN: Final = re.compile("[A-Za-z]")


def text(value: Any) -> str:
    return "" if isinstance(value, str) and value.strip() else "is no text, or an empty one"


def texts(value: Any) -> str:
    good = isinstance(value, list) and value and not any(text(each) for each in value)
    return "" if good else 'is no list of texts such as ["USA", "JPN"]'


def english(value: Any) -> str:
    return text(value) or ("" if LATIN.search(value) else "holds no English")


def chinese(value: Any) -> str:
    return text(value) or ("" if CHINESE.search(value) else "holds no Chinese")


def slug(value: Any) -> str:
    good = isinstance(value, str) and SLUG.fullmatch(value)
    return "" if good else "is no id in small letters, digits and hyphens"


def digest(value: Any) -> str:
    good = isinstance(value, str) and HASH.fullmatch(value)
    return "" if good else "is no SHA-256: 64 digits of 0-9 and a-f"


def offset(value: Any) -> str:
    good = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return "" if good else "is no whole number from 0 on"


def day(value: Any) -> str:
    try:
        Period.parse(str(value))
    except ValueError:
        return 'is no date: write "2016", "2016-09" or 2016-09-12'
    return "" if isinstance(value, str | date) else "is no date"


def table(value: Any) -> str:
    return "" if isinstance(value, dict) else "is no table: write options = { name = value }"


def tables(value: Any) -> str:
    good = isinstance(value, list) and all(isinstance(each, dict) for each in value)
    return "" if good else "is no array of tables: write it in double brackets"


def one_of(known: tuple[str, ...]) -> Check:
    def check(value: Any) -> str:
        return "" if value in known else f"is {value!r}, which is none of {', '.join(known)}"

    return check


LENS: Final[Mapping[str, Check]] = {
    "id": slug,
    "en": english,
    "zh": chinese,
    "issuer": texts,
    "date": day,
    "language": one_of(LANGUAGES),
    "address": text,
    "text_sha256": digest,
    "criterion": tables,
}
LENS_MORE: Final[Mapping[str, Check]] = {"note_en": english, "note_zh": chinese}
CRITERION: Final[Mapping[str, Check]] = {
    "id": slug,
    "en": english,
    "zh": chinese,
    "section": text,
    "start": offset,
    "end": offset,
    "sha256": digest,
}
CRITERION_MORE: Final[Mapping[str, Check]] = {
    "unmeasured_en": english,
    "unmeasured_zh": chinese,
    "measure": tables,
}
SPEAKING: Final[Mapping[str, Check]] = {
    "id": text,
    "toward": one_of(TOWARD),
    "en": english,
    "zh": chinese,
}
SPEAKING_MORE: Final[Mapping[str, Check]] = {"options": table, "layer": text}
PAIRS: Final = (("note_en", "note_zh"), ("unmeasured_en", "unmeasured_zh"))


def problems_of_row(row: Row, path: str, number: int) -> Iterator[ResourceError]:
    """Yield what is wrong with the shape of one lens, its criteria and their measures."""
    name = str(row.get("id") or f"lens {number}")
    yield from _problems(row, LENS, LENS_MORE, path, name)
    seen: set[Any] = set()
    for place, criterion in enumerate(_tables(row, "criterion"), 1):
        record = f"{name}/{criterion.get('id') or f'criterion {place}'}"
        yield from _problems(criterion, CRITERION, CRITERION_MORE, path, record)
        yield from _criterion_problems(criterion, path, record)
        if str(criterion.get("id")) in seen:
            yield _problem(path, record, "stands twice in the lens.", "Give it another id.")
        seen.add(str(criterion.get("id")))
        for speaking in _tables(criterion, "measure"):
            where = f"{record}/{speaking.get('id', 'measure')}"
            yield from _problems(speaking, SPEAKING, SPEAKING_MORE, path, where)
    if not _tables(row, "criterion"):
        yield _problem(path, name, "has no criterion.", "Write [[lens.criterion]].")


def _criterion_problems(row: Row, path: str, record: str) -> Iterator[ResourceError]:
    start, end = row.get("start"), row.get("end")
    if not offset(start) and not offset(end) and end <= start:  # type: ignore[operator]
        yield _problem(
            path, record, f"ends at {end}, not after its start {start}.", "Offsets count from 0."
        )
    if not row.get("measure") and not row.get("unmeasured_en") and not row.get("unmeasured_zh"):
        yield _problem(
            path,
            record,
            "has no measure and no reason why.",
            "Give [[lens.criterion.measure]], or unmeasured_en and unmeasured_zh.",
        )


def _problems(
    row: Row, wanted: Mapping[str, Check], more: Mapping[str, Check], path: str, record: str
) -> Iterator[ResourceError]:
    known = {**wanted, **more}
    for key in wanted:
        if key not in row:
            yield _problem(path, record, f"lacks {key}.", f"It needs {', '.join(wanted)}.")
    for key, value in row.items():
        if key not in known:
            yield _problem(
                path, record, f"the key {key} is never read.", f"Known: {', '.join(known)}."
            )
        elif wrong := known[key](value):
            yield _problem(path, record, f"{key} {wrong}.", "")
    for one, two in PAIRS:
        if (one in row) != (two in row):
            given, lacking = (one, two) if one in row else (two, one)
            yield _problem(
                path, record, f"has {given} and no {lacking}.", "Say it in both languages."
            )


def _tables(row: Row, key: str) -> list[Row]:
    value = row.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _problem(path: str, record: str, problem: str, hint: str) -> ResourceError:
    return ResourceError(problem, path=path, record=record, hint=hint)
