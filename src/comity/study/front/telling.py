"""What is made of a study for readers: dossiers, promises, comparisons, checks."""

from datetime import date
from typing import TYPE_CHECKING

from comity.study.front.opened import Opened

if TYPE_CHECKING:
    from comity.study.check import Checked
    from comity.study.compare import Comparison
    from comity.study.dossier import Dossier
    from comity.study.promises import Promise


class Telling(Opened):
    """Accounts compiled from the claims as they stand, each line with its sources."""

    def dossier(
        self, *actors: str, start: date | None = None, end: date | None = None
    ) -> "Dossier":
        """Return everything that names all the actors in a period, in order, with numbered sources."""
        from comity.study.dossier import compile_dossier

        return compile_dossier(self.derived(), actors, start, end)

    def promises(self, actor: str | None = None, *, at: date) -> list["Promise"]:
        """Return dated commitments and plans, by when due, with what was told of them by a day."""
        from comity.study.promises import follow_promises

        return follow_promises(self.derived(), actor, at)

    def compare(self, first: str, second: str) -> "Comparison":
        """Return what two documents say, paired; ids may be shortened to an unambiguous beginning."""
        from comity.study.compare import compare_documents

        ids = [self._document_id(each) for each in (first, second)]
        return compare_documents(self.derived(), *ids)

    def check(self, document: str) -> list["Checked"]:
        """Hold a document's events against what other issuers and data sets of the study say."""
        from comity.study.check import check_document

        return check_document(self.derived(), self._document_id(document))
