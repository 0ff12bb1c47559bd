"""The fields of security, and which are traditional, read from ``fields.toml``."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from comity.errors import QueryError, ResourceError
from comity.model.vocabulary import TRACKS

KINDS: Final = ("traditional", "non-traditional", "other")
KEYS: Final = ("id", "en", "zh", "kind", "source", "topics", "tracks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: its names, its kind, and the topics and tracks that belong to it."""

    id: str
    kind: str
    en: str = ""
    zh: str = ""
    source: str = ""
    topics: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parting:
    """The fields in their order. Look up the fields of something by its topics, or by its track."""

    fields: tuple[Field, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(f.id for f in self.fields)

    def of_kind(self, kind: str) -> frozenset[str]:
        """Return the ids of the fields of a kind; an unknown kind is an error."""
        if kind not in KINDS:
            raise QueryError(
                f"There is no kind of field {kind}.", hint=f"Known: {', '.join(KINDS)}."
            )
        return frozenset(f.id for f in self.fields if f.kind == kind)

    def of(self, topics: Iterable[str], track: str = "other") -> tuple[str, ...]:
        """Return the fields of some topics; without any field among them, those of the track.

        >>> own_parting().of(["cyber", "ai"]), own_parting().of([], "military")
        (('cyber', 'economy'), ('defence',))
        """
        told = set(topics)
        found = tuple(f.id for f in self.fields if told & set(f.topics))
        return found or tuple(f.id for f in self.fields if track in f.tracks)


@lru_cache(maxsize=1)
def own_parting() -> Parting:
    """Return comity's own fields."""
    return parse_fields(files("comity.resources").joinpath("fields.toml").read_text("utf-8"))


def read_fields(folder: str | Path) -> Parting:
    """Return comity's fields with those of a resource folder laid over them, by id."""
    path = Path(folder) / "fields.toml"
    if not path.is_file():
        return own_parting()
    given = {f.id: f for f in _fields(text_of(path), str(path))}
    kept = [given.pop(f.id, f) for f in own_parting().fields]
    return _sound((*kept, *given.values()), str(path))


def parse_fields(text: str, path: str = "fields.toml") -> Parting:
    """Return the fields of a file; the first thing wrong with it is an error."""
    return _sound(_fields(text, path), path)


def check_fields(topics: Iterable[str], folder: Path | None = None) -> list[ResourceError]:
    """Return what is wrong with comity's fields, or with those of a user's folder laid over them.

    ``topics`` are those that there are.
    """
    path = "fields.toml" if folder is None else str(folder / "fields.toml")
    try:
        parting = own_parting() if folder is None else read_fields(folder)
    except ResourceError as error:
        return [error]
    known = set(topics)
    return [
        ResourceError(
            f"names the topic {topic}, which there is not.",
            path=path,
            record=field.id,
            hint="Use a topic of topics.toml.",
        )
        for field in parting.fields
        for topic in field.topics
        if topic not in known
    ]


def text_of(path: Path) -> str:
    """Return the text of a resource file; other bytes than UTF-8 are an error that names it."""
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        wrong = f"cannot be read: {error}."
        raise ResourceError(wrong, path=str(path), hint="Save it as UTF-8.") from error


def _fields(text: str, path: str) -> tuple[Field, ...]:
    try:
        rows = tomllib.loads(text).get("field", [])
    except tomllib.TOMLDecodeError as error:
        raise ResourceError(f"not valid TOML: {error}.", path=path) from error
    if not isinstance(rows, list):
        raise ResourceError("has no list of fields.", path=path, hint="Write [[field]].")
    return tuple(_field(row, path) for row in rows)


def _field(row: Mapping[str, Any], path: str) -> Field:
    record = str(row.get("id", "")) if isinstance(row, Mapping) else ""
    if not record and not isinstance(row, Mapping):
        raise ResourceError("has a field that is no table.", path=path, hint="Write [[field]].")
    if unknown := sorted(set(row) - set(KEYS)):
        raise ResourceError(f"has the unknown key {unknown[0]}.", path=path, record=record)
    if not record or row.get("kind") not in KINDS:
        hint = f"Kinds: {', '.join(KINDS)}."
        raise ResourceError("needs an id and a kind.", path=path, record=record, hint=hint)
    for key, value in row.items():
        each = value if key in ("topics", "tracks") else [value]
        if not isinstance(each, list) or not all(isinstance(v, str) for v in each):
            raise ResourceError(f"has a {key} of the wrong kind.", path=path, record=record)
    lists = {k: tuple(row.get(k, ())) for k in ("topics", "tracks")}
    if wrong := sorted(set(lists["tracks"]) - set(TRACKS)):
        raise ResourceError(f"has the unknown track {wrong[0]}.", path=path, record=record)
    return Field(**{**row, **lists})


def _sound(fields: Sequence[Field], path: str) -> Parting:
    seen: dict[str, str] = {}
    for field in fields:
        topics = (f"the topic {t}" for t in field.topics)
        tracks = (f"the track {t}" for t in field.tracks)
        for word in (f"the field {field.id}", *topics, *tracks):
            if word in seen:
                wrong = f"has {word} a second time, it stands in {seen[word]}."
                raise ResourceError(wrong, path=path, record=field.id, hint="Let it stand once.")
            seen[word] = field.id
    return Parting(tuple(fields))
