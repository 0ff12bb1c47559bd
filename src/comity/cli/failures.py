"""An error as one sentence that names what it happened to."""

from errno import EBADF

import click


def told(error: Exception, source: str = "") -> str:
    """Return an error as a sentence for the terminal, led by the file it concerns when it names none."""
    from comity.errors import ComityError
    from comity.tables import printable

    if isinstance(error, ComityError):
        words = str(error)
        named = bool(getattr(error, "path", "")) or not source
    elif isinstance(error, OSError) and error.errno == EBADF and not error.filename:
        words, named = "Standard output is closed. Write to a file with -o.", True
    elif isinstance(error, OSError):
        words = f"{error.strerror or error}."
        source, named = str(error.filename or source), not (error.filename or source)
    else:
        words = f"unexpected {_name(error)}. Run with --debug for details."
        named = not source
    return printable(words if named else f"{source}: {words}")


def _name(error: Exception) -> str:
    words = str(error)
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def is_unexpected(error: Exception) -> bool:
    """Say whether an error is a fault of comity's rather than of what it was given."""
    from comity.errors import ComityError

    return not isinstance(error, ComityError | OSError)


def debugging() -> bool:
    """Say whether the command line was called with --debug."""
    context = click.get_current_context(silent=True)
    return bool(context and context.find_root().params.get("debug"))
