"""Look-up of things by id, name, language and date."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from comity.registry.load import load_records
from comity.registry.records import Record


class Registry:
    """Everything that has a name, by id and by name. Immutable after construction.

    >>> registry = load_registry()
    >>> registry.label("CHN", "zh")
    '中国'
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self.records = tuple(records)
        self._by_id: dict[str, list[Record]] = defaultdict(list)
        self._by_name: dict[str, list[Record]] | None = None
        for record in self.records:
            self._by_id[record.id].append(record)

    def get(self, id: str, type: str = "") -> Record | None:
        """Return the record of an id, of one type when given, or None."""
        return next((r for r in self._by_id.get(id, ()) if not type or r.type == type), None)

    def label(self, id: str, language: str = "en") -> str:
        """Return the display name of an id; an unknown id is its own name."""
        record = self.get(id)
        return record.label(language) if record else id

    def of_type(self, *types: str) -> tuple[Record, ...]:
        """Return the records of some types in their fixed order."""
        return tuple(record for record in self.records if record.type in types)

    def lookup(self, name: str, *, language: str = "", day: str = "") -> tuple[Record, ...]:
        """Return every record that a name can mean, in one language and on one ISO day when given."""
        if self._by_name is None:
            self._by_name = defaultdict(list)
            for record in self.records:
                for each in dict.fromkeys((*record.zh, *record.en, *record.demonyms, *record.char)):
                    self._by_name[each].append(record)
        found = self._by_name.get(name, [])
        return tuple(r for r in found if _speaks(r, name, language) and _exists(r, day))

    def holders(self, state: str, office: str, day: str) -> tuple[Record, ...]:
        """Return who held an office of a state or body on an ISO day, as far as known."""
        return tuple(
            person
            for person in self.of_type("person")
            if person.state == state
            and any(t.office == office and t.covers(day) for t in person.terms)
        )


def _speaks(record: Record, name: str, language: str) -> bool:
    if not language:
        return True
    return name in (
        (*record.zh, *record.char) if language == "zh" else (*record.en, *record.demonyms)
    )


def _exists(record: Record, day: str) -> bool:
    """A dated record counts only within its dates; a mechanism's founding does not hide its name."""
    if not day or record.type not in {"actor", "person"}:
        return True
    if record.type == "person":
        return not record.terms or any(term.covers(day) for term in record.terms)
    return (not record.start or record.start <= day) and (not record.end or day <= record.end)


@lru_cache(maxsize=4)
def load_registry(overlay: Path | None = None) -> Registry:
    """Return the registry of comity's own resources, overlaid by a user's folder when given."""
    return Registry(load_records(overlay))
