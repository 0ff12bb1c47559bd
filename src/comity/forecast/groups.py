"""What actors share by their names: a country in brackets, a role before it.

ICEWS writes ``Police (Nigeria)``: the role Police, the country Nigeria. A bare name that stands in brackets elsewhere
is that country itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from comity.forecast.table import Ints

BRACKETED: Final = re.compile(r"(.*?)[ _]*\(([^()]+)\)$")


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """Country and role of each actor, by number; 0 is none."""

    country: Ints
    role: Ints
    countries: tuple[str, ...]
    roles: tuple[str, ...]


def groups_of(names: Sequence[str]) -> Groups:
    """Return what names say of country and role.

    >>> found = groups_of(["Police (Nigeria)", "Nigeria", "NATO"])
    >>> [found.countries[c] for c in found.country], [found.roles[r] for r in found.role]
    (['Nigeria', 'Nigeria', ''], ['Police', 'country', ''])
    """
    parts = [BRACKETED.match(n) for n in names]
    lands = {p[2].strip() for p in parts if p}
    country = [
        p[2].strip() if p else (n if n in lands else "") for n, p in zip(names, parts, strict=True)
    ]
    role = [
        p[1].strip() if p else ("country" if n in lands else "")
        for n, p in zip(names, parts, strict=True)
    ]
    c, countries = _numbered(country)
    r, roles = _numbered(role)
    return Groups(c, r, countries, roles)


def _numbered(words: Sequence[str]) -> tuple[Ints, tuple[str, ...]]:
    known = ("", *sorted(set(words) - {""}))
    place = {w: i for i, w in enumerate(known)}
    return np.array([place[w] for w in words], np.int64), known
