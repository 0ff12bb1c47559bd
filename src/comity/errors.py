"""What can go wrong, as one small tree.

    ComityError
    ├── ResourceError   a resource record is missing, malformed or contradicts another
    ├── ReadError       a file cannot be turned into a document
    ├── ResolveError    a name or date cannot be resolved the way the caller asked
    ├── StudyError      a study cannot be opened or written
    ├── ExportError     an export cannot be written as asked
    ├── QueryError      a question cannot be answered as asked
    └── MissingExtra    an optional library is not installed

Every error carries fields, so that a program can act on it, and prints one sentence and a hint,
so that a person can.
"""


class ComityError(Exception):
    """Base of all errors that a user can act on."""

    def __init__(self, problem: str, *, hint: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.problem} {self.hint}".strip()


class ResourceError(ComityError):
    """A resource record is missing, malformed or contradicts another."""

    def __init__(self, problem: str, *, path: str = "", record: str = "", hint: str = "") -> None:
        super().__init__(problem, hint=hint)
        self.path = path
        self.record = record

    def __str__(self) -> str:
        where = ": ".join(part for part in (self.path, self.record) if part)
        return f"{where}: {super().__str__()}" if where else super().__str__()


class ReadError(ComityError):
    """A file cannot be turned into a document."""

    def __init__(self, problem: str, *, path: str = "", hint: str = "") -> None:
        super().__init__(problem, hint=hint)
        self.path = path

    def __str__(self) -> str:
        return f"{self.path}: {super().__str__()}" if self.path else super().__str__()


class ResolveError(ComityError):
    """A name or date cannot be resolved the way the caller asked."""


class StudyError(ComityError):
    """A study cannot be opened or written."""


class ExportError(ComityError):
    """An export cannot be written as asked."""


class QueryError(ComityError):
    """A question cannot be answered as asked."""


class MissingExtra(ComityError):
    """An optional library is not installed."""

    def __init__(self, feature: str, extra: str = "", *, package: str = "") -> None:
        wanted = package or f"'comity[{extra}]'"
        super().__init__(
            f"{feature} needs an optional library.", hint=f"Install it: pip install {wanted}."
        )
        self.extra = extra
