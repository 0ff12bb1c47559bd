"""The architecture over a span of years and on a day; measures of it."""

from typing import Literal

from pydantic import Field

from comity.web.api.models.base import Answer, Names


class Node(Answer):
    """An actor of the network."""

    id: str
    zh: str
    en: str
    type: str


class Edge(Answer):
    """One tie on the day asked for: ``a`` and ``b`` are places in ``nodes``."""

    a: int
    b: int
    weight: float


class LayerYears(Answer):
    """One layer over the years. In a layer without direction each pair stands once, a before b."""

    id: str
    zh: str
    en: str
    directed: bool
    sign: int = Field(description="-1: conduct against each other; weights are never negative")
    lasting: bool = Field(description="Ties that last, else events counted over a window")
    half_life: float = Field(description="Days after which an event counts half, 0: no decay")
    runs: list[tuple[int, int, int, int, float]] = Field(
        description="[a, b, first year, last year, weight]: a weight that does not change in these years"
    )
    absent: list[tuple[int, int, int, int]] = Field(
        description="[a, b, first year, last year] in which the pair is known to have no tie; only with known=true"
    )
    known: list[float] = Field(
        description="For each year, the share of pairs of which it is known whether they are tied"
    )


class Architecture(Answer):
    """The architecture at the end of each year of a span: all that moving along it needs, in one call.

    A pair that is neither in ``runs`` nor in ``absent`` is unknown in that year.
    """

    version: str
    years: list[int]
    nodes: list[Node]
    layers: list[LayerYears]
    no_interval: str = Field(description="Why weights have no interval")


class LayerDay(Answer):
    """One layer on a day."""

    id: str
    zh: str
    en: str
    directed: bool
    sign: int
    lasting: bool
    half_life: float
    edges: list[Edge]
    known: float


class ArchitectureDay(Answer):
    """The architecture on a day."""

    version: str
    at: str
    nodes: list[Node]
    layers: list[LayerDay]
    no_interval: str


class Behind(Answer):
    """A link or number behind the tie of two in a layer."""

    what: str
    actors: list[str]
    frame: str | None
    grade: str | None
    period: str
    number: float | None
    unit: str | None
    families: list[str]
    sources: list[str] = Field(description="Ids of claims, or data set and row")


class TieBehind(Answer):
    """The tie of two actors in one layer on a day. ``weight`` is null if it is unknown."""

    layer: str
    a: str
    b: str
    at: str
    weight: float | None
    grade: str | None
    no_interval: str
    behind: list[Behind]
    names: dict[str, Names]


class Measure(Answer):
    """A measure in short."""

    id: str
    zh: str
    en: str
    takes: Literal["network", "sequence", "evidence"]
    unit: str
    range: str
    status: Literal["accepted", "substitute"]


class Measures(Answer):
    """Every measure there is."""

    items: list[Measure]


class MeasureDetail(Answer):
    """The page of a measure."""

    measure: Measure
    about: str
    sections: dict[str, str] = Field(
        description="Formula, Source, Inputs, Unit, Range, Pitfalls, Uncertainty, Status"
    )


class Envelope(Answer):
    """How far a value moves for one cause."""

    cause: str
    lo: float
    hi: float
    parts: dict[str, float] | None = None


class Value(Answer):
    """One value of a measure with its interval, or the reason why it has none."""

    address: str = Field(description="Give it to /explain to see what the value rests on")
    actors: list[str]
    mechanism: str | None
    layer: str | None
    period: str | None
    value: float | str | None = Field(description="null is unknown; words are an ordered label")
    lo: float | None
    hi: float | None
    level: float
    no_interval: str | None
    missing: int
    method: str
    envelopes: list[Envelope]


class Series(Answer):
    """Values of a measure over years, those of one subject together, years in order."""

    measure: str
    unit: str
    version: str
    draws: int
    items: list[Value]
    next: str | None
    total: int | None
    names: dict[str, Names]


class Sentence(Answer):
    """What one claim or row says; ``quote`` is empty for numbers."""

    claim: str | None
    said: str
    quote: str
    verdict: str | None
    document: str | None
    title: str | None
    issuer: str | None
    issued: str | None
    section: str | None
    start_char: int | None
    end_char: int | None


class Input(Answer):
    """One thing a value rests on, with what its sources say."""

    what: str
    actors: list[str]
    frame: str | None
    grade: str | None
    number: float | None
    unit: str | None
    period: str | None
    families: list[str]
    reviewed: str | None
    sources: list[str] = Field(description="Ids of claims, or data set and row")
    told: list[Sentence]


class Explanation(Answer):
    """How a value came about. Lists are cut at 500, their whole lengths told beside."""

    measure: MeasureDetail
    value: Value
    inputs: list[Input]
    inputs_total: int
    claims: list[str]
    claims_total: int
    rows: list[str]
    rows_total: int
    not_in_study: list[str]
    names: dict[str, Names]


class LayerRule(Answer):
    """What a layer takes up and how, see docs/reference/layers.md."""

    id: str
    zh: str
    en: str
    source: str
    takes: list[str]
    projection: str
    directed: bool
    sign: int
    half_life: float
    window: float
