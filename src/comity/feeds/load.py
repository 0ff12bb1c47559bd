"""Specifications of feeds: ours by id, a user's own by the path of its TOML file."""

import codecs
import hashlib
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from comity.errors import ResourceError
from comity.feeds.spec import KINDS, Cover, Feed, Rule
from comity.model.vocabulary import MODES, RELATIONS
from comity.registry.codes import SYSTEMS

LISTS: Final = ("file", "header", "unverified")
PLAIN: Final = (
    *(
        "id",
        "title",
        "issuer",
        "version",
        "address",
        "homepage",
        "licence",
        "citation",
        "delimiter",
    ),
    *("encoding", "rows", "system", "membership", "note"),
)
TABLES: Final = ("columns", "names", "beside")
COVER: Final = ("property", "from", "to", "grain", "silence", "actors", "note")
DATES: Final = ("at", "from", "to", "year", "month", "day", "format", "precision")
DATES_TO: Final = ("to_year", "to_month", "to_day")
KEYS: Final = {
    "series": {
        *(
            "name",
            "a",
            "b",
            "value",
            "unit",
            "when",
            "values",
            "where",
            "split",
            "system",
            "unless",
        ),
    },
    "tie": {
        *("relation", "from", "to", "grade", "role", "when", "where", "dated", "spells", "wide"),
        *("prefix", "split", "unknown"),
    },
    "event": {
        *("mode", "participants", "when", "where", "place", "frame", "group", "split", "roles"),
        *("track", "dated", "ordinal"),
    },
}


@lru_cache(maxsize=1)
def own_feeds() -> Mapping[str, Feed]:
    """Return comity's own feeds by id, in order."""
    folder = files("comity.resources").joinpath("feeds")
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    feeds = [parse_feed(f.read_text(encoding="utf-8"), f.name) for f in found]
    return {feed.id: feed for feed in feeds}


def load_feed(name: str | Path) -> Feed:
    """Return a feed by its id, or a user's own by the path of its specification."""
    if str(name).endswith(".toml"):
        path = Path(name)
        try:
            return parse_feed(path.read_text(encoding="utf-8"), str(path))
        except (OSError, UnicodeDecodeError) as error:
            raise ResourceError(f"cannot be read: {error}.", path=str(path)) from error
    feed = own_feeds().get(str(name))
    if feed is None:
        raise ResourceError(
            f"There is no feed {name}.",
            hint=f"Feeds: {', '.join(own_feeds())}; or give the path of a .toml file of your own.",
        )
    return feed


def parse_feed(text: str, path: str) -> Feed:
    """Return the feed a specification describes; anything unknown in it is named."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ResourceError(f"not valid TOML: {error}.", path=path) from error
    problem = _problem(raw)
    if problem:
        raise ResourceError(problem, path=path, hint="See docs/how-to/import-data.md.")
    given: dict[str, Any] = {k: raw[k] for k in PLAIN if k in raw}
    given |= {k: tuple(_listed(raw[k])) for k in LISTS if k in raw}
    given |= {k: raw[k] for k in TABLES if k in raw and k != "columns"}
    if "beside" in raw:
        given["beside"] = {**raw["beside"], "file": tuple(_listed(raw["beside"]["file"]))}
    return Feed(
        **given,
        missing=frozenset(map(str, raw.get("missing", ()))),
        columns={k: tuple(_listed(v)) for k, v in raw.get("columns", {}).items()},
        coverage=tuple(_cover(c) for c in raw.get("coverage", ())),
        mappings=tuple(_rule(kind, m) for kind in KINDS for m in raw.get(kind, ())),
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _cover(raw: Mapping[str, Any]) -> Cover:
    names = {"from": "start", "to": "end"}
    return Cover(**{names.get(k, k): str(v) for k, v in raw.items()})


def _rule(kind: str, raw: Mapping[str, Any]) -> Rule:
    where = {k: tuple(map(str, _listed_any(v))) for k, v in raw.get("where", {}).items()}
    return Rule(kind=kind, options={k: v for k, v in raw.items() if k != "where"}, where=where)


def _listed_any(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [value]


def _problem(raw: Mapping[str, Any]) -> str:
    """Return the first thing wrong with a specification, or nothing."""
    known = {*PLAIN, *LISTS, *TABLES, *KINDS, "missing", "coverage"}
    if unknown := sorted(set(raw) - known):
        return f"has the unknown key {unknown[0]}."
    if lacking := [k for k in ("id", "title") if not raw.get(k)]:
        return f"lacks {lacking[0]}."
    if not any(raw.get(k) for k in KINDS):
        return "maps nothing: it needs a [[series]], [[tie]] or [[event]]."
    if raw.get("system", "any") not in SYSTEMS:
        return f"has the unknown code system {raw['system']}; known: {', '.join(SYSTEMS)}."
    try:
        codecs.lookup(raw.get("encoding", "utf-8"))
    except LookupError:
        return f"has the unknown encoding {raw['encoding']}."
    for cover in raw.get("coverage", ()):
        if wrong := sorted(set(cover) - set(COVER)):
            return f"coverage has the unknown key {wrong[0]}."
    return next((p for k in KINDS for m in raw.get(k, ()) if (p := _rule_problem(k, m))), "")


NEEDED: Final = {
    "series": ("name", "a", "value", "when"),
    "tie": ("relation", "from", "to", "when"),
    "event": ("mode", "participants", "when"),
}


def _rule_problem(kind: str, rule: Mapping[str, Any]) -> str:
    if unknown := sorted(set(rule) - KEYS[kind]):
        return (
            f"[[{kind}]] has the unknown key {unknown[0]}; known: {', '.join(sorted(KEYS[kind]))}."
        )
    wide = bool(rule.get("wide"))
    if lacking := [k for k in NEEDED[kind] if k not in rule and not (wide and k == "to")]:
        return f"[[{kind}]] lacks {lacking[0]}."
    when = rule["when"]
    if isinstance(when, Mapping) and (wrong := sorted(set(when) - {*DATES, *DATES_TO})):
        return f"when has the unknown key {wrong[0]}."
    word, words = (rule.get("relation"), RELATIONS) if kind == "tie" else (rule.get("mode"), MODES)
    known = kind == "series" or not isinstance(word, str) or word.startswith("column:")
    if not known and word not in words:
        return f"has the unknown word {word}; known: {', '.join(words)}."
    return ""
