"""The front of a study: what a user does with it, each in one call."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.study.derive import build
from comity.study.filters import Filter
from comity.study.front.filling import Filling
from comity.study.front.holding import Holding
from comity.study.front.judging import Judging
from comity.study.front.leafing import Leafing
from comity.study.front.measuring import Measuring
from comity.study.front.opened import Clock
from comity.study.front.telling import Telling
from comity.study.opening import open_store

if TYPE_CHECKING:
    from comity.export import Exported
    from comity.lens import Lens, LensReading
    from comity.network.views import MechanismView, Neighbour
    from comity.study.selection import Selection


def open_study(
    path: str | Path | None = None,
    *,
    readonly: bool = False,
    create: bool = True,
    clock: Clock | None = None,
) -> "Study":
    """Open a study file, making it when it is new; without a path, a study in memory.

    ``clock`` tells when a claim or judgement is recorded (UTC); give one of your own for a study that
    must come out the same on every run.

    >>> study = open_study()
    >>> len(study.documents())
    0
    """
    return Study(open_store(path, readonly=readonly, create=create), clock or _utc)


def _utc() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


class Study(Filling, Judging, Holding, Telling, Measuring, Leafing):
    """Documents, claims, judgements and coverage in one file.

    Each part stands in a module of ``study/front``: what goes in (`Filling`), what is there (`Asking`), what
    is decided of it (`Judging`), what holds at a time (`Holding`), what is told of it (`Telling`), the
    architecture it makes (`Measuring`), all of it a page at a time (`Leafing`). They only hand on to the
    modules that do the work.
    """

    # handing it on

    def lens(self, lens: "str | Lens", **asked: Any) -> "LensReading":
        """Return what a document's criteria come to on the study, ``at`` a day or from ``start`` to ``end``.

        ``actors``, ``layers``, ``draws``, ``seed``, ``level`` and filters of claims: see `comity.study.lens`.
        """
        from comity.study.lens import read_lens

        return read_lens(self, lens, **asked)

    def body_view(self, id: str) -> "MechanismView":
        """Return a mechanism's or instrument's members and sessions, missing rounds among them."""
        from comity.network import mechanism_view

        return mechanism_view(self.evidence(frame=id), id)

    def neighbours(self, mechanism: str, at: date) -> "tuple[Neighbour, ...]":
        """Return the bodies that share members with one on a day, those with most first."""
        from comity.study.evidence import belongings_at

        return belongings_at(self, mechanism, at)

    def selection(self, **chosen: Any) -> "Selection":
        """Return the claims that pass filters with all they rest on, for exporters; close it after use."""
        from comity.study.selection import Selection

        return Selection(self.derived(), Filter(**chosen))

    def export(self, folder: str | Path, formats: Sequence[str], **chosen: Any) -> "Exported":
        """Write the study, or the claims that pass filters, to a folder: see `comity.export.export_study`."""
        from comity.export import export_study

        return export_study(self, folder, formats, **chosen)

    # keeping it in order

    def rebuild(self) -> None:
        """Build everything that follows from claims and judgements anew."""
        with self._store.transaction():
            build(self._store)

    def verify(self) -> list[str]:
        """Return what is wrong: ids that are no hash of their claim, quotes not at their span, stale views."""
        from comity.study.verify import problems

        return problems(self.derived())
