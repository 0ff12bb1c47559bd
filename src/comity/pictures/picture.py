"""A picture: drawing, chart specification and table of the same facts."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from comity.errors import ExportError
from comity.pictures.page import page
from comity.tables import Rows

SUFFIXES: Final = (".svg", ".json", ".csv", ".html")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture, three times: ``svg`` to look at, ``vega`` to work on, ``table`` to read.

    ``svg`` needs nothing from outside; ``vega`` is a Vega-Lite specification with its data in it. What the
    drawing leaves out for want of room stands in ``table``. ``description`` tells the picture in words.
    """

    title: str
    description: str
    language: str
    svg: str = field(repr=False)
    vega: dict[str, Any] = field(repr=False)
    table: Rows = field(repr=False)

    def html(self) -> str:
        """Return drawing and table as one page without any outside reference or script."""
        return page(self.title, self.description, self.svg, self.table, self.language)

    def text(self, suffix: str) -> str:
        """Return the picture as ``.svg``, ``.json`` (Vega-Lite), ``.csv`` (the table) or ``.html``."""
        if suffix == ".svg":
            return self.svg + "\n"
        if suffix == ".json":
            return json.dumps(self.vega, ensure_ascii=False, indent=1) + "\n"
        if suffix == ".csv":
            return self.table.to_csv()
        if suffix == ".html":
            return self.html()
        raise ExportError(
            f"A picture is not written as {suffix or 'a file without an ending'}.",
            hint=f"Known endings: {', '.join(SUFFIXES)}.",
        )

    def save(self, path: str | Path) -> None:
        """Write the picture; the ending of the name says in which form. Raises ExportError for others."""
        target = Path(path)
        told = self.text(target.suffix.lower())
        try:
            target.write_text(told, encoding="utf-8", newline="")
        except OSError as error:
            raise ExportError(f"{target} cannot be written: {error.strerror}.") from error

    def _repr_svg_(self) -> str:
        return self.svg
