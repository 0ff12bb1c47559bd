"""Lenses: criteria quoted from documents, and what the measures that speak to them give."""

from typing import Literal

from pydantic import Field

from comity.web.api.models.architecture import Value
from comity.web.api.models.base import Answer, Names

Options = Field(description="Options of the measure, in words")


class Lens(Answer):
    """The criteria of one document in short."""

    id: str
    zh: str
    en: str
    issuer: list[str]
    date: str
    language: str
    address: str
    criteria: int
    measures: int


class Lenses(Answer):
    """Every lens, by date of its document. comity computes criteria; it adopts none."""

    notice_zh: str
    notice_en: str
    items: list[Lens]
    names: dict[str, Names]


class Speaking(Answer):
    """A measure that speaks to a criterion."""

    measure: str
    options: str = Options
    of_layer: str | None
    toward: Literal["higher", "lower", "none"]
    reading_zh: str
    reading_en: str


class Criterion(Answer):
    """One criterion: our paraphrase and where the document states it."""

    criterion: str
    zh: str
    en: str
    section: str
    start: int
    end: int
    sha256: str
    unmeasured_zh: str
    unmeasured_en: str
    measures: list[Speaking]


class LensDetail(Answer):
    """A lens with its criteria."""

    lens: Lens
    notice_zh: str
    notice_en: str
    note_zh: str
    note_en: str
    criteria: list[Criterion]
    names: dict[str, Names]


class SpeakingRead(Speaking):
    """A measure that speaks to a criterion with its values, or the reason why it gives none."""

    reason: str | None
    values: list[Value]
    values_total: int


class CriterionRead(Answer):
    """A criterion with its sentence, if the study has the document, and what its measures give."""

    criterion: str
    quote: str | None
    quote_status: str
    measures: list[SpeakingRead]


class LensReading(Answer):
    """A lens held against the study on a day or over years. Nothing is added up."""

    lens: str
    period: str
    draws: int
    version: str
    criteria: list[CriterionRead]
    names: dict[str, Names]
