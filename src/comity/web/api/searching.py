"""Names that hold some words, of what the study tells of."""

from functools import lru_cache

from comity.registry import load_registry
from comity.study import Study
from comity.web.api.names import names_of
from comity.web.words import load_words

Row = dict[str, object]


@lru_cache(maxsize=1)
def _every_name() -> tuple[tuple[str, str, str], ...]:
    """Return (name in lower case, name, id) of everything that has a name, and of topics."""
    records = load_registry().records
    found = [(n.lower(), n, r.id) for r in records for n in (r.id, *r.zh, *r.en)]
    topics = load_words()["topic"]
    found += [(n.lower(), n, id) for id, zh in topics.items() for n in (id, zh)]
    return tuple(found)


def names_holding(study: Study, words: str, limit: int) -> list[Row]:
    """Return what the study tells of whose name holds the words, told of most first.

    Names the registry does not know are ids made of printed names: these are looked through as well.
    """
    low = words.lower()
    matched: dict[str, str] = {}
    for lower, name, id in _every_name():
        if low in lower:
            matched.setdefault(id, name)
    counts = {row["id"]: row["claims"] for row in study.named(list(matched), words, limit)}
    return [
        {"id": id, **names_of([id])[id], "matched": matched.get(id, id), "claims": claims}
        for id, claims in counts.items()
    ]
