"""What holds at a time, by which source: ties, memberships, foundings; yes, no or unknown."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from comity.errors import QueryError
from comity.model import Period
from comity.study.front.opened import Opened
from comity.tables import Rows

if TYPE_CHECKING:
    from comity.study.answer import Answer
    from comity.study.registers import Registers


class Holding(Opened):
    """Questions at a time. Where sources differ, a named policy says which is followed."""

    def holds(
        self,
        property: str,
        a: str,
        b: str | None,
        at: date | Period,
        *,
        grade: str = "",
        role: str = "",
        policy: str = "official",
    ) -> "Answer":
        """Return yes, no or unknown: does a relation, mode of events or series hold of a pair at a time?

        ``grade`` narrows ties to those of an obligation or grade, ``role`` to a capacity such as observer.
        ``policy`` says which source is followed where they differ on a tie (`comity.study.policy.resolve`).
        """
        from comity.study.answer import answer

        return answer(self.derived(), property, a, b, at, grade=grade, role=role, policy=policy)

    def members(self, mechanism: str, at: date, *, policy: str = "official") -> Rows:
        """Return who belonged to a mechanism on a day: role, standing, since when, claims, conflicts."""
        from comity.study.membership import members

        return members(self.derived(), mechanism, at, policy)

    def foundings(self, mechanism: str) -> Rows:
        """Return every date a mechanism can be said to begin or end with, each with its kind and source."""
        from comity.study.membership import foundings

        return foundings(self.derived(), mechanism)

    def ties(self, a: str, b: str, at: date, *, policy: str = "official") -> Rows:
        """Return which relations hold between two on a day, and which are known not to."""
        from comity.study.membership import ties

        return ties(self.derived(), a, b, at, policy)

    def last_covered(self, mechanism: str | None = None) -> date | None:
        """Return the last day that any source covers of a mechanism's members, or of any ties."""
        from comity.study.membership import last_covered

        return last_covered(self._store, mechanism)

    def compare_registers(
        self, first: str, second: str, mechanisms: Sequence[str] = ()
    ) -> "Registers":
        """Return how two sources, such as ``comity-facts`` and ``cow-igo``, agree on who belongs to what and since when.

        Ids may be shortened to an unambiguous beginning. Without ``mechanisms``: all that either tells of.
        """
        from comity.study.registers import compare_registers

        one, other = self._source_id(first), self._source_id(second)
        return compare_registers(self.derived(), one, other, mechanisms)

    def holds_facts(self) -> bool:
        """Say whether comity's own facts were added to the study (`Study.add_facts`)."""
        from comity.study.facts import OWN

        return bool(self.rows("known_documents", ids=[OWN]))

    def _source_id(self, prefix: str) -> str:
        found = [row["id"] for row in self.rows("document_by_prefix", prefix=prefix)]
        if len(found) == 1 or prefix in found:
            return str(found[0] if len(found) == 1 else prefix)
        if found:
            raise QueryError(
                f"Several sources begin with {prefix}: {', '.join(found)}.",
                hint="Name one of them.",
            )
        own = prefix == "comity-facts"
        raise QueryError(
            f"The study holds no source {prefix}.",
            hint="Add them: comity study facts." if own else f"Import it: comity import {prefix}.",
        )
