"""What a resource file may hold: its tables, their keys, and what each key takes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import Any, Final

from comity.model.vocabulary import LANGUAGES, MODES, RELATIONS, STANCES, STATUSES, TRACKS

# Tells what is wrong with a value, or nothing.
Check = Callable[[Any], str]
DERIVED_MODES: Final = ("session", "by-title")


def text(value: Any) -> str:
    return "" if isinstance(value, str) and value.strip() else 'must be text: "…"'


def texts(value: Any) -> str:
    good = isinstance(value, list) and not any(text(each) for each in value)
    return "" if good else 'must be a list of texts: ["…", "…"]'


def text_or_texts(value: Any) -> str:
    return text(value) and texts(value) and 'must be a text or a list of texts: ["…", "…"]'


def flag(value: Any) -> str:
    return "" if isinstance(value, bool) else "must be true or false"


def whole(value: Any) -> str:
    good = isinstance(value, int) and not isinstance(value, bool)
    return "" if good else "must be a whole number, without quotes"


def day(value: Any) -> str:
    good = isinstance(value, str | int | date) and not isinstance(value, bool)
    return "" if good else 'must be a date: "2016", "2016-09" or 2016-09-12'


def one_of(*known: str) -> Check:
    """Return the check that a value is one of some words."""

    def check(value: Any) -> str:
        return "" if value in known else f"is {value!r}, which is none of {', '.join(known)}"

    return check


def expressions(value: Any) -> str:
    """Texts that are also regular expressions."""
    if wrong := texts(value):
        return wrong
    for each in value:
        try:
            re.compile(each)
        except re.error as error:
            return f"holds {each!r}, which is no regular expression: {error}"
    return ""


def memberships(value: Any) -> str:
    good = isinstance(value, list) and all(
        isinstance(m, dict) and not text(m.get("id")) and m.keys() <= {"id", "from", "to"}
        for m in value
    )
    return "" if good else "must be tables with id, from and to: [[mechanism.membership]]"


def examples(value: Any) -> str:
    """Examples are sentences with what is read in them."""
    if not isinstance(value, list) or not all(isinstance(e, dict) for e in value):
        return "must be tables with text and expect: [[pattern.example]]"
    for each in value:
        if wrong := text(each.get("text")):
            return f"lacks text or has a wrong one: text {wrong}"
        if "expect" not in each:
            return f'lacks expect for “{each["text"]}”: write expect = "none" or {{ … }}'
        if each["expect"] != "none" and not isinstance(each["expect"], dict):
            return f'expects {each["expect"]!r} of “{each["text"]}”: write "none" or {{ … }}'
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """One kind of resource file. ``table`` is its array of tables; empty for CSV."""

    where: str
    table: str = ""
    required: Mapping[str, Check] = field(default_factory=dict)
    optional: Mapping[str, Check] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[str, ...]:
        return (*self.required, *self.optional)

    def holds(self, relative: PurePath) -> bool:
        """Say whether a file of a resource folder is of this kind."""
        return relative.match(self.where) and (
            len(relative.parts) == len(PurePath(self.where).parts) or self.table in NESTED
        )


def _spreadsheet(where: str, required: str, optional: str = "") -> Schema:
    """Return the kind of a CSV file; its cells are checked once they are records."""
    return Schema(
        where=where,
        required=dict.fromkeys(required.split(), _cell),
        optional=dict.fromkeys(optional.split(), _cell),
    )


def _cell(value: Any) -> str:
    return ""


NAMES: Final[Mapping[str, Check]] = {
    **dict.fromkeys(("zh", "en", "kind", "family", "layer", "source"), text),
    **dict.fromkeys(("zh_aliases", "en_aliases", "aliases", "abbr"), texts),
    **dict.fromkeys(("members", "parties"), texts),
    **dict.fromkeys(("founded", "signed", "ended", "from", "to"), day),
    **dict.fromkeys(("acts", "quoted"), flag),
    "session": one_of(*MODES),
    "track": one_of(*TRACKS),
    "membership": memberships,
}
NESTED: Final = frozenset({"mechanism", "instrument", "exercise", "dispute"})
RECORDS: Final = tuple(
    Schema(where=where, table=table, required={"id": text}, optional=NAMES)
    for where, table in (
        ("mechanisms/*.toml", "mechanism"),
        ("instruments/*.toml", "instrument"),
        ("exercises/*.toml", "exercise"),
        ("disputes/*.toml", "dispute"),
        ("grades.toml", "grade"),
    )
)
TABLES: Final = (
    _spreadsheet(
        "actors.csv",
        "id kind zh_char demonyms capital_zh capital_en from to source",
        "zh zh_official zh_aliases zh_trad en en_official en_aliases",
    ),
    _spreadsheet("organs.csv", "id state kind source", "zh zh_aliases en en_aliases"),
    _spreadsheet("places.csv", "id state kind source", "zh zh_aliases en en_aliases"),
    _spreadsheet("groups.csv", "id kind zh en members source"),
    _spreadsheet("offices.csv", "id level branch source", "zh zh_aliases en en_aliases"),
    _spreadsheet(
        "officeholders/*.csv", "state office en from to source", "zh zh_aliases en_aliases"
    ),
)
FACTS: Final = (
    _spreadsheet("facts/foundings.csv", "mechanism date dated members source standing note"),
    _spreadsheet(
        "facts/memberships.csv", "mechanism member role from to dated source standing note"
    ),
    _spreadsheet(
        "facts/suspensions.csv", "mechanism member by from to dated role source standing note"
    ),
    _spreadsheet("facts/withdrawals.csv", "mechanism member date dated source standing note"),
    _spreadsheet(
        "facts/partnerships.csv", "a b grade_zh grade_en from to dated source standing note"
    ),
    _spreadsheet("facts/alliances.csv", "treaty kind signed in_force ended source standing note"),
    _spreadsheet("facts/coverage.csv", "property subject from to note"),
)
PATTERN: Final[Mapping[str, Check]] = {
    "id": text,
    "lang": one_of(*LANGUAGES),
    "match": text_or_texts,
}
STANCE: Final[Mapping[str, Check]] = {"id": text, "stance": one_of(*STANCES), "rank": whole}
STANCE_MORE: Final[Mapping[str, Check]] = {
    "not": texts,
    **dict.fromkeys(("weak", "inner", "speech"), flag),
    "example": examples,
}
PATTERNS: Final = (
    Schema(
        where="patterns/events/*.toml",
        table="pattern",
        required={**PATTERN, "mode": one_of(*MODES, *DERIVED_MODES)},
        optional={
            "who": one_of(
                "both",
                "subject",
                "named",
                "travel",
                "body",
                "session",
                "issuer",
                "initiators",
                "strike",
            ),
            "each": text,
            "status": one_of(*STATUSES),
            "rank": whole,
            "min": whole,
            "modal": flag,
            "firm": flag,
            "when": one_of("issue", "stated", "bare"),
            "cues": texts,
            "example": examples,
        },
    ),
    Schema(
        where="patterns/ties/*.toml",
        table="pattern",
        required={**PATTERN, "relation": one_of(*RELATIONS), "cues": texts},
        optional={"example": examples},
    ),
    Schema(
        where="patterns/positions/zh.toml",
        table="stance",
        required={**STANCE, "words": texts},
        optional=STANCE_MORE,
    ),
    Schema(
        where="patterns/positions/en.toml",
        table="stance",
        required={**STANCE, "verbs": expressions},
        optional=STANCE_MORE,
    ),
    Schema(
        where="topics.toml",
        table="topic",
        required={"id": text},
        optional={"track": one_of(*TRACKS), "zh": texts, "en": texts},
    ),
)
LAYERS: Final = Schema(
    where="layers.toml",
    table="layer",
    required={"id": text, "projection": text, "source": text},
    optional={
        **dict.fromkeys(("zh", "en", "transform"), text),
        **dict.fromkeys(("relations", "modes", "tracks", "series", "mutual", "from", "to"), texts),
        **dict.fromkeys(("sign", "half_life", "window"), whole),
        "directed": flag,
    },
)
RATES: Final = Schema(
    where="coding.toml",
    table="rate",
    required={
        "kind": text,
        "source": text,
        **dict.fromkeys(("right", "told", "read"), whole),
    },
    optional={"note": text},
)
# What a lens must hold is told by `comity.lens.check`, which knows the measures; here only what nothing reads.
LENSES: Final = Schema(
    where="lenses/*.toml",
    table="lens",
    optional=dict.fromkeys(
        [
            "id",
            "en",
            "zh",
            "issuer",
            "date",
            "language",
            "address",
            "text_sha256",
            "note_en",
            "note_zh",
            "criterion",
        ],
        _cell,
    ),
)
FIELDS: Final = Schema(
    where="fields.toml",
    table="field",
    required={"id": text, "kind": text, "source": text},
    optional={"en": text, "zh": text, "topics": texts, "tracks": texts},
)
ITEMS: Final = Schema(
    where="checklists.toml",
    table="item",
    required={"id": text, "checklist": text, "source": text},
    optional=dict.fromkeys(("en", "zh", "stage", "told"), text),
)
ANSWERS: Final = _spreadsheet(
    "checklists.csv", "checklist subject item answer from to source standing note"
)
MEASURED: Final = (LAYERS, RATES, FIELDS, ITEMS, ANSWERS, LENSES)
SCHEMAS: Final = (*RECORDS, *TABLES, *FACTS, *PATTERNS, *MEASURED)


def schema_of(relative: PurePath) -> Schema | None:
    """Return the kind of a resource file by its place in the folder; None if nothing reads it."""
    return next((s for s in SCHEMAS if s.holds(relative)), None)
