"""comity review: one claim at a time, one key each."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

import click

from comity.cli.sitting import Sitting, flat, in_place
from comity.cli.study_options import actor_ids, author_option, opened, study_option

if TYPE_CHECKING:
    from comity.study import Study


@click.command("review")
@study_option
@author_option
@click.option("--source", "document", metavar="ID", help="Only claims of this document.")
@click.option("--kind", type=click.Choice(["event", "position", "tie"]), help="Only this kind.")
@click.option("--actor", help="Only claims that name this actor.")
@click.option(
    "--first",
    type=click.Choice(["read", "doubtful"]),
    default="read",
    show_default=True,
    help="In the order read, or first those likely misread that much rests on.",
)
@click.option("--pairs", is_flag=True, help="Pairs of events that matching left unsure, instead.")
@click.option("--agreement", nargs=2, metavar="A B", help="Print how far two reviewers agree.")
def command(
    study_path: str,
    author: str,
    document: str | None,
    kind: str | None,
    actor: str | None,
    first: str,
    pairs: bool,
    agreement: tuple[str, str] | None,
) -> None:
    """Judge claims one at a time: accept, reject, fix, skip or undo, one key each.

    Every decision is kept at once; stop at any time and go on later. Each reviewer sees every claim, so
    that two can be compared: --agreement ann ben prints Cohen's kappa.

    With --pairs: two tellings side by side, and whether they are of one happening. A pair that somebody
    decided, or that other decisions settle, does not come again.

    Example:  comity review --source 3d21 --author ann
    """
    if agreement:
        with opened(study_path) as study:
            _agree(study, *agreement)
        return
    if not author:
        raise click.UsageError("Give --author NAME, so that the decisions are signed.")
    who = actor_ids([actor])[0] if actor else None
    if pairs:
        from comity.cli.review_pairs import review_pairs

        if kind not in (None, "event"):
            raise click.UsageError("Pairs are of events: leave --kind out.")
        with opened(study_path, write=True) as study:
            review_pairs(study, author, document, who)
        return
    chosen = {"document": document, "kind": kind, "actor": who}
    with opened(study_path, write=True) as study:
        (Doubtful if first == "doubtful" else Review)(study, author, chosen).run()


class Review(Sitting[dict[str, Any]]):
    """Claims in the order they were read."""

    keys: ClassVar[str] = "a accept   r reject   f fix   s skip   u undo   ? fields   q quit"

    def __init__(self, study: "Study", author: str, chosen: dict[str, Any]) -> None:
        super().__init__(study, author)
        self.chosen = chosen

    def next(self) -> dict[str, Any] | None:
        found = self.study.pending(self.author, limit=len(self.skipped) + 1, **self.chosen)
        return next((c for c in found if c["id"] not in self.skipped), None)

    def show(self, item: dict[str, Any]) -> None:
        """Print a claim in one line over its words in their place."""
        from comity.study.describe import summary

        around = self.study.rows(
            "around", id=item["document"], first=item["start_char"], last=item["end_char"]
        )[0]
        judged, pending = self.study.progress(self.author, **self.chosen)
        click.echo(
            f"\n[{judged + 1}/{judged + pending}] {flat(item['title'])} ({flat(item['published_by'])})"
        )
        click.echo(f"{item['kind']} {item['id']}: {click.style(flat(summary(item)), bold=True)}")
        before, words, after = in_place(around["before"], item["quote"], around["after"])
        click.echo(f"  …{before}{click.style(words, reverse=True)}{after}…")

    def progress(self) -> str:
        judged, pending = self.study.progress(self.author, **self.chosen)
        return f"{judged} judged, {pending} to go."

    def actions(self) -> dict[str, Callable[[dict[str, Any]], Any]]:
        return {
            "a": self.accept,
            "r": self.reject,
            "f": self.fix,
            "s": lambda claim: self.skipped.add(claim["id"]),
            "?": _fields,
        }

    def accept(self, claim: dict[str, Any]) -> None:
        self.made.append(self.study.judge("accept", claim["id"], author=self.author))

    def reject(self, claim: dict[str, Any]) -> None:
        reason = click.prompt("why (may be empty)", default="", show_default=False)
        self.made.append(self.study.judge("reject", claim["id"], author=self.author, reason=reason))

    def fix(self, claim: dict[str, Any]) -> None:
        """Ask for field=value until an empty line, then record them as one correction."""
        from comity.errors import StudyError

        _fields(claim)
        changes: dict[str, Any] = {}
        while line := click.prompt("field=value (empty: done)", default="", show_default=False):
            name, _, value = line.partition("=")
            changes[name.strip()] = _value(name.strip(), value.strip())
        if not changes:
            return
        try:
            self.made.append(
                self.study.judge("correct", claim["id"], author=self.author, changes=changes)
            )
        except StudyError as error:
            click.echo(str(error), err=True)


class Doubtful(Review):
    """Claims likely misread that much rests on first, each with what makes it so."""

    def next(self) -> dict[str, Any] | None:
        found = self.study.queue(self.author, limit=len(self.skipped) + 1, **self.chosen)
        waiting = next((w for w in found if w.row["id"] not in self.skipped), None)
        if waiting is None:
            return None
        return {**waiting.row, "doubt": waiting}

    def show(self, item: dict[str, Any]) -> None:
        """Print a claim as ever, then how likely it is misread and how much rests on it."""
        super().show(item)
        doubt = item["doubt"]
        why = f": {'; '.join(doubt.why)}" if doubt.why else ""
        click.echo(
            f"  misread with {doubt.uncertainty:.0%}{why}; {doubt.effect:.0%} of the evidence of its kind"
        )


def _fields(claim: dict[str, Any]) -> None:
    from comity.study.columns import CONTENT

    for name in CONTENT[claim["kind"]]:
        value = claim[name]
        shown = ", ".join(value) if isinstance(value, list) else value
        click.echo(f"  {name} = {'' if shown is None else flat(str(shown))}")


def _value(name: str, text: str) -> Any:
    """Return what was typed as the field's kind of value: a list of ids, a number, words or nothing."""
    from comity.study.columns import JSONS, LISTS

    if name in LISTS:
        return [part.strip() for part in text.replace(",", " ").split()]
    if name in ("ordinal", "count"):
        return int(text) if text.isdigit() else None
    if name in JSONS:
        return json.loads(text or "{}")
    return text or None


def _agree(study: "Study", first: str, second: str) -> None:
    found = study.agreement(first, second)
    if found.kappa is None:
        click.echo(f"{found.claims} claims judged by both: kappa is undefined.")
    else:
        click.echo(
            f"{found.claims} claims judged by both: agreement {found.observed:.2f}, by chance {found.expected:.2f}, "
            f"kappa {found.kappa:.2f} (95 % {found.low:.2f} to {found.high:.2f})"
        )
    for claim, one, other in found.disagree:
        click.echo(f"  {claim}  {first}: {one}, {second}: {other}")
