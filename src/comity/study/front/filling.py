"""What goes into a study: documents, claims, data sets, facts, exports."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.study.front.opened import Opened
from comity.study.record import Added, Read, add_readings

if TYPE_CHECKING:
    from comity.feeds import Feed
    from comity.study.ingest import Imported
    from comity.study.restore import Restored


class Filling(Opened):
    """Adding to a study. What is there already adds nothing."""

    def add(
        self,
        source: str | Path,
        *,
        resources: str | Path | None = None,
        recorded: datetime | None = None,
        **given: Any,
    ) -> Added:
        """Read a file, folder or text and record its documents and claims; adding again adds nothing.

        ``given``: format, language, issuer, issued, as for `comity.read`.
        """
        from comity.reading import iter_readings

        return self.record(iter_readings(source, resources=resources, **given), recorded=recorded)

    def record(self, read: Iterable[Read], *, recorded: datetime | None = None) -> Added:
        """Record documents with claims from any extractor."""
        return add_readings(self._store, read, recorded or self._clock())

    def import_feed(
        self,
        feed: "str | Path | Feed",
        path: str | Path,
        *,
        address: str = "",
        recorded: datetime | None = None,
        tell: Callable[[int], None] | None = None,
    ) -> "Imported":
        """Record a data set's file by a feed's id, specification or path; again adds nothing.

        ``tell`` is called with the number of rows read so far.
        """
        from comity.feeds import Feed, load_feed
        from comity.study.ingest import import_file

        known = feed if isinstance(feed, Feed) else load_feed(feed)
        when = recorded or self._clock()
        return import_file(self._store, known, Path(path), when, address, tell)

    def add_facts(
        self, folder: str | Path | None = None, *, recorded: datetime | None = None
    ) -> Added:
        """Record comity's own facts, or those of a resource folder of yours, as a data set; again adds nothing.

        Of your folder, the data set is called ``facts-`` and the folder's name.
        """
        from comity.study.facts import add_facts

        return add_facts(self._store, Path(folder) if folder else None, recorded or self._clock())

    def restore(self, folder: str | Path) -> "Restored":
        """Record what an export in Parquet or JSON Lines holds; again adds nothing."""
        from comity.study.restore import restore

        return restore(self._store, Path(folder))
