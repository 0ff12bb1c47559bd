"""What somebody holds apart stays apart, whichever way two accounts are compared."""

from collections.abc import Callable, Mapping
from typing import Any

from comity.study.storage import Store

Row = Mapping[str, Any]


def kept_apart(store: Store) -> Callable[[Row, Row], bool]:
    """Return a test whether two claims tell of happenings that are held to be different."""
    parted = {frozenset((row["one"], row["other"])) for row in store.rows("parted")}
    return lambda a, b: frozenset((a["happening"], b["happening"])) in parted
