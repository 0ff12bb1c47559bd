"""How far long work has come: on standard error, and only when that is a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def watched(
    words: str, *, quiet: bool = False
) -> Iterator[Callable[[int, int | None], None] | None]:
    """Yield what to call with how much is done and of how much; None where nobody watches."""
    if quiet or not sys.stderr.isatty():
        yield None
        return

    def tell(done: int, whole: int | None = None) -> None:
        share = f" of {whole:,} ({done / whole:.0%})" if whole else ""
        click.echo(f"\r\x1b[K{words} {done:,}{share}", nl=False, err=True)

    try:
        yield tell
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)
