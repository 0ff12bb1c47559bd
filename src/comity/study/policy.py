"""Which source is followed where several differ: a named policy, over what each says by itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from comity.errors import QueryError
from comity.study.account import Account

POLICIES: Final = ("official", "newest", "majority", "all")
KNOWN: Final = ("yes", "suspended", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The account followed under a policy, and the accounts that know otherwise."""

    value: str
    account: Account | None
    conflicts: tuple[Account, ...]


def resolve(accounts: Sequence[Account], policy: str) -> Resolved:
    """Return what holds under a policy, and who knows otherwise.

    ``official``: the body or the parties themselves, then comity's sourced facts, then data sets, then others.
    ``newest``: who spoke last. ``majority``: what most sources say; as many for as against is unknown.
    ``all``: only what nobody contradicts. A source that names the actors is always heard before one that is
    silent of them within what it covers.
    """
    if policy not in POLICIES:
        raise QueryError(f"There is no policy {policy}.", hint=f"Known: {', '.join(POLICIES)}.")
    heard = _heard(accounts)
    ordered = sorted(heard, key=_by_date if policy == "newest" else _by_rank)
    first = ordered[0] if ordered else None
    value = first.value if first else "unknown"
    if policy == "majority":
        value = _most([a.value for a in heard])
    if policy == "all" and (len({a.value for a in heard}) > 1 or any(a.against for a in heard)):
        value = "unknown"
    chosen = next((a for a in ordered if a.value == value), None)
    others = (a for a in accounts if a.value in KNOWN and a.value != value)
    split = [a for a in heard if a.against and a.value == value]
    return Resolved(value=value, account=chosen, conflicts=(*others, *split))


def _heard(accounts: Iterable[Account]) -> list[Account]:
    """Return who decides: those that know and name the actors, else the silent that know, else the rest."""
    accounts = list(accounts)
    groups = (
        [a for a in accounts if a.value in KNOWN and not a.silent],
        [a for a in accounts if a.value == "unknown" and not a.silent],
        [a for a in accounts if a.value in KNOWN],
    )
    return next((group for group in groups if group), accounts)


def _by_rank(one: Account) -> tuple[int, int, str]:
    return one.rank, KNOWN.index(one.value) if one.value in KNOWN else len(KNOWN), one.document


def _by_date(one: Account) -> tuple[timedelta, int, int, str]:
    return date.max - (one.told or date.min), *_by_rank(one)


def _most(values: Sequence[str]) -> str:
    counts = sorted(((values.count(v), v) for v in set(values)), reverse=True)
    if not counts or (len(counts) > 1 and counts[0][0] == counts[1][0]):
        return "unknown"
    return counts[0][1]
