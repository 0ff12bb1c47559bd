"""comity review --pairs: pairs that matching left to people, both sentences side by side."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

import click

from comity.cli.sitting import Sitting, flat, in_place

if TYPE_CHECKING:
    from comity.same import Proposal
    from comity.study import Study
    from comity.study.pairs import Pairs


ALSO = 3  # tellings that a side is joined with already, shown beneath it


class PairReview(Sitting["Proposal"]):
    """Pairs of claims, the likeliest first; a decision that settles other pairs takes them away too."""

    keys: ClassVar[str] = (
        "one happening?   y same   n different   s skip   u undo   ? score   q quit"
    )

    def __init__(self, study: "Study", author: str, pairs: "Pairs") -> None:
        super().__init__(study, author)
        self.pairs = pairs

    def next(self) -> "Proposal | None":
        waiting = self.pairs.pending(self.study.derived())
        return next((p for p in waiting if p.claim + p.other not in self.skipped), None)

    def show(self, item: "Proposal") -> None:
        """Print both claims in two columns: who tells it, what it says, the words in their place."""
        from rich.console import Console
        from rich.table import Table

        waiting = len(self.pairs.pending(self.study.derived()))
        number = len(self.pairs.proposals) - waiting + 1
        click.echo(
            f"\n[{number}/{len(self.pairs.proposals)}] likelihood {item.score.likelihood:.2f}; {item.why}"
        )
        table = Table(box=None, padding=(0, 2, 0, 0), show_header=False, expand=True)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(ratio=1, overflow="fold")
        for row in zip(self._told(item.claim), self._told(item.other), strict=True):
            table.add_row(*row)
        Console(highlight=False).print(table)

    def _told(self, claim: str) -> list[Any]:
        """Return the lines of one column."""
        from rich.text import Text

        from comity.study.describe import summary

        told = self.pairs.tellings[claim]
        source = self.study.rows("document_by_id", id=told["document"])[0]
        at = {"id": told["document"], "first": told["start_char"], "last": told["end_char"]}
        around = self.study.rows("around", **at)[0]
        before, words, after = in_place(around["before"], told["quote"], around["after"])
        quoted = Text.assemble(f"…{before}", (words, "reverse"), f"{after}…")
        by = ", ".join(str(x) for x in (source["issuer"], source["issued_end"]) if x)
        happening = self.study.claim(claim)["happening"]
        also = self.study.rows("told_also", claim=claim, happening=happening)[:ALSO]
        others = "\n".join(f"told also: {flat(summary(row))} ({row['issuer']})" for row in also)
        head = Text(f"{flat(source['title']) or source['id']} ({by})")
        return [
            head,
            Text(f"{claim}"),
            Text(flat(summary(told)), style="bold"),
            quoted,
            Text(others),
        ]

    def actions(self) -> dict[str, Callable[["Proposal"], Any]]:
        return {
            "y": lambda pair: self._judge("same", pair),
            "n": lambda pair: self._judge("different", pair),
            "s": lambda pair: self.skipped.add(pair.claim + pair.other),
            "?": lambda pair: click.echo(pair.score.explain()),
        }

    def _judge(self, verdict: str, pair: "Proposal") -> None:
        made = self.study.judge(verdict, pair.claim, other=pair.other, author=self.author)
        self.made.append(made)

    def progress(self) -> str:
        waiting = len(self.pairs.pending(self.study.derived()))
        return f"{len(self.made)} decided in this sitting, {waiting} to go."


def review_pairs(study: "Study", author: str, document: str | None, actor: str | None) -> None:
    """Find the pairs that wait for a person, and go through them."""
    from comity.cli.progress import watched

    with watched("pairs compared") as progress:
        pairs = study.unsure_pairs(document=document, actor=actor, progress=progress)
    if pairs.joinable:
        click.echo(f"{pairs.joinable} joins are clear and not made yet: comity match.", err=True)
    PairReview(study, author, pairs).run()
