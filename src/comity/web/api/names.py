"""Names of ids in both languages, from the registry and the words of the interface."""

from collections.abc import Iterable
from functools import lru_cache

from comity.registry import load_registry
from comity.web.words import load_words


def names_of(ids: Iterable[str | None]) -> dict[str, dict[str, str]]:
    """Return the names of ids, each once, in order of first mention."""
    return {id: dict(_name(id)) for id in dict.fromkeys(ids) if id}


@lru_cache(maxsize=20_000)
def _name(id: str) -> tuple[tuple[str, str], ...]:
    record = load_registry().get(id)
    if record:
        found = {"zh": record.label("zh"), "en": record.label("en"), "type": record.type}
    elif id in load_words()["topic"]:
        found = {"zh": load_words()["topic"][id], "en": id.replace("-", " "), "type": "topic"}
    else:
        found = {"zh": id, "en": id, "type": "unknown"}
    return tuple(found.items())


def type_of(id: str) -> str:
    """Return what an id names, such as actor or mechanism."""
    return dict(_name(id))["type"]
