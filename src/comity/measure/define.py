"""A measure: its function, and its page, which is the docstring of its module."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from inspect import cleandoc, signature
from typing import Any, Final

SECTIONS: Final = (
    "Formula",
    "Source",
    "Inputs",
    "Unit",
    "Range",
    "Pitfalls",
    "Uncertainty",
    "Status",
)
STATUSES: Final = ("accepted", "substitute")
TARGETS: Final = ("network", "sequence", "evidence")
HEAD: Final = re.compile(rf"^({'|'.join(SECTIONS)}): ", re.M)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure. ``compute`` takes its target (``takes``) and options by name, and returns Scores.

    The other texts stand in ``page``, the module's docstring: a title, then the sections of `SECTIONS`.
    ``draws`` says that its value follows from links, so that draws of coding errors move it; ``most_draws`` is
    how many of them it takes at most, for a measure that is slow to compute.
    """

    id: str
    zh: str
    takes: str
    compute: Callable[..., Any]
    page: str
    draws: bool = True
    most_draws: int | None = None
    sections: dict[str, str] = field(default_factory=dict)

    @property
    def en(self) -> str:
        return self.page.split("\n", 1)[0].rstrip(".")

    @property
    def unit(self) -> str:
        return self.sections.get("Unit", "").rstrip(".")

    @property
    def formula(self) -> str:
        return self.sections.get("Formula", "")

    @property
    def source(self) -> str:
        return self.sections.get("Source", "")

    @property
    def range(self) -> str:
        return self.sections.get("Range", "")

    @property
    def pitfalls(self) -> str:
        return self.sections.get("Pitfalls", "")

    @property
    def status(self) -> str:
        """Return accepted or substitute: has the literature a measure for this, or is it ours?"""
        return re.split(r"\W", self.sections.get("Status", ""), maxsplit=1)[0].lower()

    @property
    def options(self) -> dict[str, Any]:
        """Return the options of its function with what they usually are."""
        takes = list(signature(self.compute).parameters.items())[1:]
        return {name: each.default for name, each in takes}

    def to_dict(self) -> dict[str, Any]:
        """Return what is to be known of the measure, as plain values."""
        names = ("id", "en", "zh", "takes", "unit", "range", "status", "formula", "source")
        return {**{n: getattr(self, n) for n in names}, "pitfalls": self.pitfalls}


def define(
    id: str,
    compute: Callable[..., Any],
    *,
    page: str | None,
    zh: str,
    takes: str = "network",
    draws: bool = True,
    most_draws: int | None = None,
) -> Measure:
    """Return a measure whose page is its module's docstring: ``page=__doc__``."""
    text = cleandoc(page or "")
    return Measure(
        id=id,
        zh=zh,
        takes=takes,
        compute=compute,
        page=text,
        draws=draws,
        most_draws=most_draws,
        sections=sections_of(text),
    )


def sections_of(page: str) -> dict[str, str]:
    """Return the sections of a page: each begins a line with its name and a colon.

    >>> sections_of("Title.\\n\\nUnit: layers.\\nRange: 0 to\\n  the number of layers.")
    {'Unit': 'layers.', 'Range': '0 to the number of layers.'}
    """
    parts = HEAD.split(page)[1:]
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return {name: " ".join(text.split()) for name, text in pairs}
