"""What changed between two days, tie by tie, each with the links behind it on either day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

import numpy as np

from comity.errors import QueryError
from comity.model import Observation
from comity.network.link import Link
from comity.network.network import Floats, Layer, Network

WORDS: Final = (
    "gained",
    "lost",
    "stronger",
    "weaker",
    "regraded",
    "became-unknown",
    "became-known",
)
TOLERANCE: Final = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of a pair in a layer, or of an actor in a body (then ``b`` is the body).

    ``what`` is one of `WORDS`. ``before`` and ``after`` are weights, ``grades`` the labels then and now.
    """

    layer: str
    what: str
    a: str
    b: str
    before: float
    after: float
    grades: tuple[str, str] = ("", "")
    find: Callable[[], tuple[Any, ...]] = field(default=tuple, repr=False, compare=False)

    @property
    def behind(self) -> tuple[Any, ...]:
        """Return the links and numbers of both days, looked up when they are asked for."""
        return tuple(dict.fromkeys(self.find()))

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the claim ids and rows of both days, each once."""
        told: dict[str, None] = {}
        for each in self.behind:
            told |= dict.fromkeys(each.sources) if isinstance(each, Link) else {_row(each): None}
        return tuple(told)

    def to_dict(self) -> dict[str, Any]:
        """Return the change as plain values, with the sources of its links."""
        names = ("layer", "what", "a", "b", "before", "after", "grades")
        return {**{n: getattr(self, n) for n in names}, "sources": list(self.sources)}


def _row(number: Observation) -> str:
    return f"{number.series}#{number.row}"


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes between two networks, in order of layer, word and actors."""

    first: Network
    second: Network
    changes: tuple[Change, ...]

    def of(self, what: str) -> tuple[Change, ...]:
        """Return the changes of one kind."""
        return tuple(c for c in self.changes if c.what == what)

    def by_layer(self) -> dict[str, dict[str, int]]:
        """Return how many changes of each kind each layer saw; a kind it did not see is left out."""
        found: dict[str, dict[str, int]] = {}
        for change in self.changes:
            counts = found.setdefault(change.layer, {})
            counts[change.what] = counts.get(change.what, 0) + 1
        return found

    def by_mechanism(self) -> dict[str, tuple[Change, ...]]:
        """Return the changes of membership by body."""
        bodies = set(self.first.mechanisms)
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            if change.b in bodies:
                found.setdefault(change.b, []).append(change)
        return {body: tuple(found[body]) for body in sorted(found)}


def compare(first: Network, second: Network) -> Difference:
    """Return what changed from the first network to the second; both must have the same actors and layers."""
    if first.actors != second.actors or first.names != second.names:
        raise QueryError(
            "Networks of different actors or layers cannot be compared.",
            hint="Build both from the same evidence with the same actors.",
        )
    found: list[Change] = []
    for name in first.names:
        one, two = first.layer(name), second.layer(name)
        found += _pairs(one, two)
        found += _members(one, two)
    order = {word: place for place, word in enumerate(WORDS)}
    layers = {name: place for place, name in enumerate(first.names)}
    found.sort(key=lambda c: (layers[c.layer], order[c.what], c.a, c.b))
    return Difference(first, second, tuple(found))


def _pairs(one: Layer, two: Layer) -> Iterator[Change]:
    first, second = _alike(one, two)
    changed = (np.abs(first - second) > TOLERANCE) | (one.known != two.known)
    # Only a tie between two bears a grade: shared bodies have none.
    graded = one.rule.projection == "pair"
    tied = one.ties & two.ties if graded else np.zeros_like(changed)
    for i, j in np.argwhere(changed | tied):
        a, b = one.actors[i], one.actors[j]
        if not one.rule.directed and i >= j:
            continue
        before, after = float(one.weights[i, j]), float(two.weights[i, j])
        sure = bool(one.known[i, j]), bool(two.known[i, j])
        what, grades = _word(float(first[i, j]), float(second[i, j]), *sure), ("", "")
        if tied[i, j]:
            grades = _grades(one.behind(a, b), two.behind(a, b))
            if grades[0] != grades[1] and what == "":
                what = "regraded"
        if what:
            yield Change(
                layer=one.name,
                what=what,
                a=a,
                b=b,
                before=before,
                after=after,
                grades=grades,
                find=partial(_pair_behind, one, two, a, b),
            )


def _alike(one: Layer, two: Layer) -> tuple[Floats, Floats]:
    """Return the weights of both days as far as they can be compared.

    Shared bodies are counted over the memberships that are known on both days: where the list of a body ends, two
    do not share less.
    """
    then, now = one.membership, two.membership
    if then is None or now is None:
        return one.weights, two.weights
    both = then.known & now.known
    held = (then.held * both, now.held * both)
    return held[0].T @ held[0], held[1].T @ held[1]


def _grades(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[str, str]:
    """Return the grades told on both days by the sources that tell on both: one that ends changes none."""
    told = [{f for x in links for f in x.families} for links in (before, after)]
    both = told[0] & told[1]
    kept = [tuple(x for x in links if both & set(x.families)) for links in (before, after)]
    return grades_of(kept[0]), grades_of(kept[1])


def _word(before: float, after: float, known: bool, now_known: bool) -> str:
    """Return what happened to a pair; a tie that is gone without anybody covering it became unknown."""
    if known != now_known:
        return (
            "became-known" if now_known and not after else "gained" if after else "became-unknown"
        )
    if abs(before - after) <= TOLERANCE:
        return ""
    if not before or not after:
        return "gained" if after else "lost"
    return "stronger" if after > before else "weaker"


def _members(one: Layer, two: Layer) -> Iterator[Change]:
    then, now = one.membership, two.membership
    if then is None or now is None:
        return
    for m, i in np.argwhere((then.held != now.held) | (then.known != now.known)):
        before, after = float(then.held[m, i]), float(now.held[m, i])
        what = _word(before, after, bool(then.known[m, i]), bool(now.known[m, i]))
        body, actor = then.mechanisms[m], then.actors[i]
        yield Change(
            layer=one.name,
            what=what,
            a=actor,
            b=body,
            before=before,
            after=after,
            find=partial(_member_behind, one, two, body, actor),
        )


def _pair_behind(one: Layer, two: Layer, a: str, b: str) -> tuple[Any, ...]:
    return (*one.behind(a, b), *two.behind(a, b))


def _member_behind(one: Layer, two: Layer, body: str, actor: str) -> tuple[Any, ...]:
    return (*one.belonging(body, actor), *two.belonging(body, actor))


def grades_of(behind: tuple[Any, ...]) -> str:
    """Return the grades that links bear, verbatim, each once."""
    found = [x.grade for x in behind if isinstance(x, Link) and x.grade]
    return "; ".join(dict.fromkeys(sorted(found)))
