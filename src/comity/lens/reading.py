"""What a lens shows: by criterion the values with their intervals, and what cannot be measured."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from comity.lens.lens import Criterion, Lens, Speaking, option_words
from comity.lens.quote import Quote
from comity.measure.value import Value

NOTICE: Final = {
    "en": "comity computes the criteria that this document states; it does not adopt them.",
    "zh": "comity 只计算该文件自己提出的标准，并不采纳这些标准。",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureReading:
    """A measure that speaks to a criterion: its values, or ``reason`` why it gives none."""

    speaking: Speaking
    values: tuple[Value, ...] = ()
    reason: str = ""

    def to_dict(self) -> dict[str, Any]:
        values = [v.to_dict() for v in self.values]
        return {**self.speaking.to_dict(), "reason": self.reason or None, "values": values}


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionReading:
    """A criterion with the words of the document, where its text was given, and the measures that speak to it."""

    criterion: Criterion
    quote: Quote | None = None
    readings: tuple[MeasureReading, ...] = ()

    def words(self, language: str = "en") -> str:
        """Return the sentence itself in quotation marks where it is at hand, else our paraphrase."""
        return f"“{self.quote.text}”" if self.quote else self.criterion.said(language)

    def to_dict(self) -> dict[str, Any]:
        readings = [r.to_dict() for r in self.readings]
        quote = self.quote.text if self.quote else None
        return {**self.criterion.to_dict(), "quote": quote, "measures": readings}


@dataclass(frozen=True, slots=True, kw_only=True)
class LensReading:
    """One lens on one network, sequence of years or evidence. There is no score of the whole.

    ``quoted`` says whether a text was given to look the sentences up in. ``settings`` are what it was run with.
    """

    lens: Lens
    criteria: tuple[CriterionReading, ...]
    quoted: bool = False
    settings: Mapping[str, Any] = field(default_factory=dict)

    def __getitem__(self, id: str) -> CriterionReading:
        """Return the reading of one criterion; an unknown id raises KeyError."""
        for each in self.criteria:
            if each.criterion.id == id:
                return each
        raise KeyError(id)

    @property
    def values(self) -> tuple[Value, ...]:
        """Return all values; each leads to its claims by `comity.measure.explain`."""
        return tuple(v for c in self.criteria for r in c.readings for v in r.values)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield one flat row for each value; for each measure or criterion without value, one that says why.

        ``value`` is a number, ``label`` the word of a measure of ordered labels, ``options`` are in words.
        """
        for each in self.criteria:
            head = {"lens": self.lens.id, **each.criterion.to_dict(), **self._quoted(each)}
            if not each.readings:
                yield {**head, **NO_MEASURE, **NO_VALUE}
            for reading in each.readings:
                about = {**head, **reading.speaking.to_dict()}
                about["options"] = option_words(reading.speaking)
                if not reading.values:
                    yield {**about, **NO_VALUE, "no_interval": reading.reason}
                for value in reading.values:
                    yield {**about, **_typed(value.to_dict()), "lens": self.lens.id}

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain values, led by the notice."""
        return {
            "notice": NOTICE["en"],
            "lens": self.lens.to_dict(),
            "settings": dict(self.settings),
            "criteria": [{**c.to_dict(), **self._quoted(c)} for c in self.criteria],
        }

    def _quoted(self, each: CriterionReading) -> dict[str, Any]:
        return quoted_as(each.quote, given=self.quoted)

    def __repr__(self) -> str:
        counted = f"{len(self.criteria)} criteria, {len(self.values)} values"
        return f"<{self.lens.id}: {counted}>"

    def _repr_html_(self) -> str:
        from comity.lens.shown import html

        return html(self)


NO_MEASURE: Final = dict.fromkeys(
    ("measure", "options", "of_layer", "toward", "reading_en", "reading_zh")
)
NO_VALUE: Final = {
    **dict.fromkeys(
        ("address", "actors", "mechanism", "layer", "period", "value", "label", "lo", "hi", "level")
    ),
    **dict.fromkeys(
        ("no_interval", "unit", "n_claims", "n_sources", "missing", "method", "data_version")
    ),
    **dict.fromkeys(("envelopes", "inputs")),
}


def _typed(row: dict[str, Any]) -> dict[str, Any]:
    """Return the row of a value with its label, if it is one, apart from numbers."""
    found: dict[str, Any] = {}
    for name, each in row.items():
        found[name] = each
        if name == "value":
            word = isinstance(each, str)
            found |= {"value": None if word else each, "label": each if word else None}
    return found


def quoted_as(quote: Quote | None, *, given: bool) -> dict[str, Any]:
    """Return the words of a criterion and whether they were verified, as columns of a row."""
    if quote is None:
        return {
            "quote": None,
            "quote_status": "not in the text given" if given else "no text given",
        }
    status = "verified at other offsets" if quote.moved else "verified"
    return {"quote": quote.text, "quote_status": status}
