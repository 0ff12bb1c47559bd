"""Options of measures and networks given as words, at a terminal or in an address."""

import re
from collections.abc import Callable, Iterable, Mapping
from inspect import signature
from typing import Any, Final

from comity.errors import QueryError
from comity.measure.address import Address, unescaped
from comity.measure.catalogue import measure_of
from comity.measure.define import Measure

YES: Final = ("", "true", "yes", "on")
NO: Final = ("false", "no", "off")
TARGETS: Final = 1  # the first parameter of a measure's function is what it is taken of


def options_of(words: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return options by measure from words such as ``coop.count.months=6``.

    >>> options_of(["coop.count.months=6", "mux.overlap.layers=alliance,military"])
    {'coop.count': {'months': 6}, 'mux.overlap': {'layers': ('alliance', 'military')}}
    """
    found: dict[str, dict[str, Any]] = {}
    for word in words:
        name, is_, text = word.partition("=")
        id, dot, option = name.rpartition(".")
        if not (is_ and dot and id):
            raise QueryError(
                f"{word} is no option of a measure.", hint="Write coop.count.months=6."
            )
        found.setdefault(id, {})[option] = option_value(measure_of(id), option, text)
    return found


def option_value(measure: Measure, name: str, text: str) -> Any:
    """Return an option of a measure given as a word, by what its function takes."""
    takes = dict(list(signature(measure.compute).parameters.items())[TARGETS:])
    if name not in takes:
        known = ", ".join(takes) or "none"
        raise QueryError(f"{measure.id} has no option {name}.", hint=f"Known: {known}.")
    kind = str(takes[name].annotation).removeprefix("<class '").removeprefix("collections.abc.")
    for sign, read in READERS.items():
        if re.match(sign, kind):
            try:
                return read(text)
            except ValueError as error:
                raise QueryError(
                    f"{measure.id}.{name} cannot be {text}.", hint=f"It is {WORDS[sign]}."
                ) from error
    raise QueryError(f"{measure.id}.{name} cannot be given as a word.", hint="Give it in Python.")


def _flag(text: str) -> bool:
    if text.lower() not in (*YES, *NO):
        raise ValueError
    return text.lower() in YES


def _list(text: str) -> tuple[str, ...]:
    return tuple(unescaped(each) for each in re.split(r"[,+]", text) if each)


# By the annotation of a parameter, the first that fits: how a word is read.
READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    r"Sequence\[str\]|tuple\[str": _list,
    "bool": _flag,
    "int": int,
    "float": float,
    "str": unescaped,
}
WORDS: Final[Mapping[str, str]] = {
    r"Sequence\[str\]|tuple\[str": "a list by commas",
    "bool": "yes or no",
    "int": "a whole number",
    "float": "a number",
    "str": "a word",
}
NETWORK: Final[Mapping[str, Callable[[str], Any]]] = {
    **dict.fromkeys(("actors", "layers", "sources"), _list),
    **dict.fromkeys(("strict", "planned"), _flag),
    **dict.fromkeys(("window", "half_life"), float),
    **dict.fromkeys(("policy", "edges"), unescaped),
}
RUN: Final[Mapping[str, Callable[[str], Any]]] = {"draws": int, "seed": int, "level": float}


def choices_of(
    address: Address,
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any], tuple[int, int] | None]:
    """Return the choices of an address: of the network, of the run, of the measure, and its years."""
    network: dict[str, Any] = {}
    run: dict[str, Any] = {}
    own: dict[str, Any] = {}
    years = None
    for name, text in address.choices.items():
        try:
            if name.startswith("."):
                own[name[1:]] = option_value(measure_of(address.measure), name[1:], text)
            elif name == "years":
                first, _, last = text.partition("-")
                years = (int(first), int(last))
            elif name in NETWORK:
                network[name] = NETWORK[name](text)
            else:
                run[name] = RUN[name](text)
        except (KeyError, ValueError) as error:
            raise QueryError(f"{name}={text} is no choice of an address.") from error
    return network, run, own, years
