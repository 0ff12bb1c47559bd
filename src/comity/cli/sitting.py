"""A sitting of a reviewer: one thing at a time, one key each, every decision kept at once."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

import click

if TYPE_CHECKING:
    from comity.study import Study

T = TypeVar("T")


class Sitting(Generic[T]):
    """Shows what is to be judged until none is left or the reviewer quits; undo takes back the last decision.

    A kind of sitting says what comes next, how it is shown, and which key does what.
    """

    keys: ClassVar[str]

    def __init__(self, study: "Study", author: str) -> None:
        self.study = study
        self.author = author
        self.made: list[str] = []
        self.skipped: set[str] = set()

    def run(self) -> None:
        """Go on until nothing is left or the reviewer quits, then say how far it has come."""
        while (item := self.next()) is not None:
            self.show(item)
            click.echo(self.keys)
            if not self.decide(item):
                break
        click.echo(self.progress(), err=True)

    def next(self) -> T | None:
        raise NotImplementedError

    def show(self, item: T) -> None:
        raise NotImplementedError

    def progress(self) -> str:
        raise NotImplementedError

    def actions(self) -> dict[str, Callable[[T], Any]]:
        """Return what each key does, but for undo and quit."""
        raise NotImplementedError

    def decide(self, item: T) -> bool:
        """Take one key; False ends the sitting."""
        key = _key()
        if key in ("q", "\x03", "\x04", ""):
            return False
        action = self.actions().get(key)
        if action:
            action(item)
        elif key == "u":
            self.undo()
        return True

    def undo(self) -> None:
        """Take back the last decision of this sitting."""
        if not self.made:
            click.echo("Nothing of this sitting to undo.", err=True)
            return
        self.study.judge("withdraw", author=self.author, withdraws=self.made.pop())


def _key() -> str:
    try:
        return click.getchar().lower()
    except OSError as error:
        raise click.UsageError(
            "Reviewing takes keys from a terminal, and there is none."
        ) from error


def in_place(before: str | None, quote: str, after: str | None) -> tuple[str, str, str]:
    """Return a quote and the words around it, each in one line, with the spaces where they meet."""
    first, last = before or "", after or ""
    return (
        flat(first) + " " * first[-1:].isspace(),
        flat(quote),
        " " * last[:1].isspace() + flat(last),
    )


def flat(words: str | None) -> str:
    """Return words in one line that a terminal can show."""
    from comity.tables import printable

    return printable(" ".join((words or "").split()))
