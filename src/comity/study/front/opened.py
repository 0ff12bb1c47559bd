"""What every part of the front of a study stands on: its store, its clock, its views up to date."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final, Self

from comity.errors import QueryError
from comity.study.derive import build, ensure_derived
from comity.study.storage import Store

Clock = Callable[[], datetime]
FOREVER: Final = datetime(9999, 12, 31)


class Opened:
    """An open study. Use as a context manager, or close it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._seen: Store | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._store.close()

    @property
    def path(self) -> str:
        return self._store.path

    def as_known(self, day: date | datetime) -> Self:
        """Return the study as it was known at the end of a day: nothing recorded later is there."""
        at = (
            day if isinstance(day, datetime) else datetime(day.year, day.month, day.day, 23, 59, 59)
        )
        store = self._store.known(at)
        build(store)
        return type(self)(store, self._clock)

    def beside(self) -> Self:
        """Return the same study on a connection of its own: for reading in another thread. Close it after use."""
        other = type(self)(self.derived().aside(), self._clock)
        other._seen = other._store  # its views are up to date: who writes sees to that
        return other

    def interrupt(self) -> None:
        """Stop the question that another thread is asking on this connection."""
        self._store.interrupt()

    def rows(self, question: str, **values: Any) -> list[dict[str, Any]]:
        """Return the rows of a question of ``study/sql`` about the claims as they stand."""
        return self.derived().rows(question, **values)

    def derived(self) -> Store:
        """Return the store with its derived tables up to date."""
        store = self._store
        if not store.readonly:
            ensure_derived(store)
            return store
        if self._seen is None:
            fresh = store.value("derived_state") == store.value("state")
            self._seen = store if fresh else store.known(FOREVER)
            if not fresh:
                build(self._seen)
        return self._seen

    def _document_id(self, prefix: str) -> str:
        found = self.rows("document_by_prefix", prefix=prefix)
        if len(found) != 1:
            problem = "There is no document" if not found else "Several documents begin with"
            raise QueryError(f"{problem} {prefix}.", hint="`comity list documents` shows the ids.")
        return str(found[0]["id"])
