"""A lens held against a network: the measures of all its criteria, computed together where they can be."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from comity.errors import ComityError, ResourceError
from comity.lens.fit import problems_of_fit
from comity.lens.lens import Lens, Speaking
from comity.lens.load import lens_of
from comity.lens.quote import find_quotes
from comity.lens.reading import CriterionReading, LensReading, MeasureReading
from comity.measure import measure_of, run
from comity.measure.running import Target
from comity.measure.uncertainty.coding import Rates
from comity.measure.value import Value
from comity.network.network import Network
from comity.network.years import Sequence as Years

OVER_YEARS: Final = "it is measured over years: give a first and a last one"
ON_A_DAY: Final = "it is measured on a network, not on evidence alone: give a day or years"
Tell = Callable[[int, int], None]
NOBODY: Final = "nothing of the kind is told in the evidence"


def run_lens(
    lens: str | Lens,
    target: Target,
    *,
    draws: int = 200,
    seed: int = 0,
    level: float = 0.9,
    text: str | None = None,
    rates: Rates | None = None,
    tell: Tell | None = None,
) -> LensReading:
    """Return what the measures of a lens give on a network, a sequence of years or evidence, by criterion.

    ``text`` is the document's: then each criterion shows its own sentence, verified by hash. A measure that the target cannot
    give says so in its place. ``tell`` is called with how many measures are done, and of how many. Nothing is added up over measures or criteria. Raises ResourceError for a lens
    that names an unknown measure or option.
    """
    chosen = lens_of(lens) if isinstance(lens, str) else lens
    for problem in problems_of_fit(chosen):
        raise problem
    wanted = {_key(s): s for c in chosen.criteria for s in c.measures}
    common = {"draws": draws, "seed": seed, "level": level, "rates": rates, "lens": chosen.id}
    read = _read(wanted, target, common, tell)
    quotes = find_quotes(chosen, text) if text else {}
    return LensReading(
        lens=chosen,
        criteria=tuple(
            CriterionReading(
                criterion=c,
                quote=quotes.get(c.id),
                readings=tuple(_reading(s, read[_key(s)]) for s in c.measures),
            )
            for c in chosen.criteria
        ),
        quoted=bool(text),
        settings={"period": _period(target), "draws": draws, "seed": seed, "level": level},
    )


Found = tuple[Value, ...] | str


def _period(target: Target) -> str:
    if isinstance(target, Network):
        return str(target.day)
    return f"{target.years[0]}..{target.years[-1]}" if isinstance(target, Years) else ""


def _key(speaking: Speaking) -> tuple[str, str]:
    return speaking.measure, repr(sorted(speaking.options.items()))


def _reading(speaking: Speaking, found: Found) -> MeasureReading:
    if isinstance(found, str):
        return MeasureReading(speaking=speaking, reason=found)
    values = tuple(v for v in found if speaking.takes(v.subject.layer))
    return MeasureReading(speaking=speaking, values=values, reason="" if values else NOBODY)


def _read(
    wanted: Mapping[Any, Speaking],
    target: Target,
    common: Mapping[str, Any],
    tell: Tell | None = None,
) -> dict[Any, Found]:
    """Return the values of each measure, or the reason why there are none, by key."""
    found: dict[Any, Found] = {}
    for key, speaking in wanted.items():
        if reason := _unfit(speaking.measure, target):
            found[key] = reason
    for batch in _batches({k: s for k, s in wanted.items() if k not in found}):
        if tell:
            tell(len(found), len(wanted))
        found |= _batch(batch, target, common)
    return found


def _unfit(measure: str, target: Target) -> str:
    takes = measure_of(measure).takes
    if takes == "sequence" and not isinstance(target, Years):
        return OVER_YEARS
    return ON_A_DAY if takes == "network" and not isinstance(target, Network | Years) else ""


def _batches(wanted: Mapping[Any, Speaking]) -> Iterable[dict[Any, Speaking]]:
    """Yield measures in lots in which each id stands once, for `run` takes one set of options an id."""
    rest = dict(wanted)
    while rest:
        lot: dict[str, Any] = {}
        for key, speaking in rest.items():
            lot.setdefault(speaking.measure, key)
        yield {key: rest.pop(key) for key in lot.values()}


def _batch(
    batch: Mapping[Any, Speaking], target: Target, common: Mapping[str, Any]
) -> dict[Any, Found]:
    """Return the values of a lot; if one measure fails, each is run alone, so that it stops no other."""
    try:
        values = _run(list(batch.values()), target, common)
    except ComityError as error:
        if isinstance(error, ResourceError) or len(batch) == 1:
            return {key: str(error) for key in batch}
        alone = (_batch({key: speaking}, target, common) for key, speaking in batch.items())
        return {key: found for each in alone for key, found in each.items()}
    by_id: dict[str, list[Value]] = {s.measure: [] for s in batch.values()}
    for value in values:
        by_id[value.measure].append(value)
    return {key: tuple(by_id[s.measure]) for key, s in batch.items()}


def _run(
    speaking: Sequence[Speaking], target: Target, common: Mapping[str, Any]
) -> tuple[Value, ...]:
    options = {s.measure: dict(s.options) for s in speaking}
    return run(target, list(options), options=options, **common)
