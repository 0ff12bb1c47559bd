"""What a study holds: counts, sources, imports, coverage."""

from pydantic import Field

from comity.web.api.models.architecture import LayerRule
from comity.web.api.models.base import Answer, PageOf


class Words(Answer):
    """A word of a closed vocabulary in both languages."""

    id: str
    zh: str
    en: str


class StudyInfo(Answer):
    """The study that is served."""

    version: str = Field(description="Changes with every claim, document or judgement")
    comity: str
    review: bool = Field(description="Whether claims can be judged here")
    counts: dict[str, int]
    first_issued: str | None
    last_issued: str | None
    last_recorded: str | None
    first_year: int | None = Field(description="The first year of any dated claim")
    last_year: int | None
    layers: list[LayerRule]
    words: dict[str, list[Words]] = Field(
        description="Modes, stances, relations and the other vocabularies, in both languages"
    )
    exports: list[str]


class DataSource(Answer):
    """A document or data set with its rights."""

    id: str
    kind: str
    title: str | None
    issuer: str | None
    issued: str | None
    licence: str | None
    citation: str | None
    claims: int
    observations: int


class DataSourcePage(PageOf[DataSource]):
    """Data sets first, then documents."""


class Import(Answer):
    """The manifest of one import: which file it was, and what became of its rows."""

    document: str
    feed: str
    address: str | None
    file: str | None
    bytes: int | None
    digest: str
    rows: int
    skipped: int
    reasons: dict[str, int]
    recorded: str


class ImportPage(PageOf[Import]):
    """Imports in the order made."""


class Coverage(Answer):
    """What a source would have told. Outside it the answer is unknown."""

    document: str
    property: str
    actors: list[str] = Field(description="Empty: all")
    start: str | None
    end: str | None
    silence: str = Field(description="What a missing row means inside it: no, or unknown")
    note: str | None


class CoveragePage(PageOf[Coverage]):
    """Coverage by source, property and start."""


class SeriesHeld(Answer):
    """A series of numbers that the study holds."""

    series: str
    unit: str | None
    source: str
    actors: int
    first: str
    last: str
    values: int
    missing: int


class SeriesPage(PageOf[SeriesHeld]):
    """Series by name and source."""
