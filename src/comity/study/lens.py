"""A lens on a study: its claims as a network on a day or over years, and the document's own sentences if the study has it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from comity.errors import QueryError
from comity.model import Period

if TYPE_CHECKING:
    from comity.lens import Lens, LensReading
    from comity.lens.running import Tell
    from comity.network import Network
    from comity.network import Sequence as Years
    from comity.study.study import Study

# Numbers that measures of the catalogue take besides those of the layers.
SERIES: Final = ("population",)


def read_lens(
    study: "Study",
    lens: "str | Lens",
    *,
    at: date | None = None,
    start: date | None = None,
    end: date | None = None,
    actors: Sequence[str] = (),
    layers: Sequence[str] = (),
    draws: int = 200,
    seed: int = 0,
    level: float = 0.9,
    text: str | None = None,
    resources: str | None = None,
    strict: bool = False,
    tell: "Tell | None" = None,
    **chosen: Any,
) -> "LensReading":
    """Return what a lens shows on a study: on a day, or over the years of two days.

    ``text`` is the document's, else it is looked for among the study's documents. ``resources`` is a folder of lenses, layers and
    rates of one's own. ``strict``: only what a person accepted. ``tell`` is called with how many measures are done. ``chosen``
    are filters of claims.
    """
    from comity.lens import lens_of, run_lens
    from comity.measure.uncertainty.coding import read_rates
    from comity.network import own_layers, read_layers

    known = lens_of(lens, resources) if isinstance(lens, str) else lens
    rules = read_layers(resources) if resources else own_layers()
    _known_layers(layers, [rule.id for rule in rules])
    evidence = study.evidence(layers=rules, series=SERIES, **chosen)
    options = {"actors": tuple(actors) or None, "layers": tuple(layers) or None, "strict": strict}
    return run_lens(
        known,
        _target(evidence, at, start, end, options),
        draws=draws,
        seed=seed,
        level=level,
        text=text or text_of(study, known),
        rates=read_rates(resources) if resources else None,
        tell=tell,
    )


def text_of(study: "Study", lens: "Lens") -> str | None:
    """Return the text of a lens' document if the study has it: of its language and date, and with its words."""
    from comity.lens import best_text

    day = Period.parse(lens.date)
    texts = study.rows("texts_dated", language=lens.language, start=day.start, end=day.end)
    return best_text(lens, (row["text"] for row in texts))


def words_of(study: "Study", ids: Iterable[str]) -> dict[str, str]:
    """Return the words of claims by their ids."""
    rows = study.rows("claims_by_id", ids=sorted(set(ids)))
    return {row["id"]: row["quote"] for row in rows if row["quote"]}


def _known_layers(given: Sequence[str], known: Sequence[str]) -> None:
    """Refuse a layer that there is not."""
    if unknown := [layer for layer in given if layer not in known]:
        raise QueryError(f"There is no layer {unknown[0]}.", hint=f"Known: {', '.join(known)}.")


def _target(
    evidence: Any, at: date | None, start: date | None, end: date | None, options: dict[str, Any]
) -> "Network | Years":
    from comity.network import network_at, sequence

    if at is not None and (start or end):
        raise QueryError("A lens is read on a day or over years, not both.", hint="Give one.")
    if at is not None:
        return network_at(evidence, at, **options)
    if start is None or end is None:
        raise QueryError(
            "A lens is read on a day or over years.", hint="Give a day, or a first and a last year."
        )
    if start > end:
        raise QueryError(f"The period ends before it begins: {start} to {end}.")
    return sequence(evidence, range(start.year, end.year + 1), **options)
