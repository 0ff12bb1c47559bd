"""Measures of a study: on a day, over years, or of one value by its address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from comity.errors import QueryError
from comity.measure import Subject, Value, Values, measure_of, parse_address, run
from comity.measure.address import period_word, subject_word
from comity.measure.given import choices_of
from comity.network import Evidence, Network
from comity.network import Sequence as Years
from comity.study.architecture import network_of, years_of

When = date | tuple[int | None, int | None]
Target = Network | Years | Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be measured: ids (none: all that can be), about whom, with which options and choices."""

    ids: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    chosen: Mapping[str, Any] = field(default_factory=dict)


def measured(evidence: Evidence, asked: Asked, when: When, given: Mapping[str, Any]) -> Values:
    """Return the values asked for; without ids those that cannot be taken are left out with their reason."""
    for id in (*asked.ids, *asked.options):
        if measure_of(id).takes == "sequence" and isinstance(when, date):
            raise QueryError(
                f"{id} is measured over years, not on a day.", hint="Give the first and last year."
            )
    target = _target(evidence, when, asked.chosen)
    left_out: dict[str, str] = {}
    values = run(
        target,
        asked.ids or None,
        options=asked.options,
        keep=_about(asked),
        left_out=None if asked.ids else left_out,
        **given,
    )
    return Values(values, left_out)


def _target(evidence: Evidence, when: When, chosen: Mapping[str, Any]) -> Target:
    if isinstance(when, date):
        return network_of(evidence, when, chosen)
    start, end = when
    if start is None or end is None:
        raise QueryError(
            "A measure is taken on a day or over years.",
            hint="Give the day, or first and last year.",
        )
    return years_of(evidence, start, end, chosen)


def _about(asked: Asked) -> Callable[[Subject], bool] | None:
    """Return what says of which subjects values are wanted.

    A measure that is taken of all evidence knows nothing of the actors chosen: its values are sifted.
    """
    within = set(asked.chosen.get("actors") or ())
    about = set(asked.about)
    if not within and not about:
        return None

    def keep(subject: Subject) -> bool:
        named = {*subject.actors, subject.mechanism}
        return about <= named and (not within or within >= set(subject.actors))

    return keep


def value_of(evidence: Evidence, text: str) -> Value:
    """Return the value of an address, measured again with the choices that stand in it."""
    address = parse_address(text)
    measure = measure_of(address.measure)
    chosen, given, own, years = choices_of(address)
    subject, _, nth = address.subject.partition("~")
    target: Target = evidence
    if measure.takes == "sequence":
        if years is None:
            raise QueryError(f"{address} lacks its years.", hint="Add ,years=1990-2018 to it.")
        target = years_of(evidence, *years, chosen)
    elif measure.takes == "network":
        if address.day is None:
            raise QueryError(f"{address} names no day.", hint="Add @2016 or @2016-09-04 to it.")
        target = network_of(evidence, address.day, chosen)

    def keep(each: Subject) -> bool:
        period = address.period in ("", period_word(each.period))
        return period and subject_word(each) == subject

    values = run(target, [measure.id], options={measure.id: own}, keep=keep, **given)
    found = [v for v in values if str(v.nth) == (nth or "1")]
    if not found:
        raise QueryError(
            f"{measure.id} has no value at {address}.",
            hint=_near(run(target, [measure.id], options={measure.id: own}, draws=0)),
        )
    return found[0]


def _near(values: tuple[Value, ...]) -> str:
    """Return a hint with some addresses that there are."""
    there = [v.address for v in values if v.value is not None][:3]
    return f"There are {len(values)}, such as {', '.join(there)}." if there else "All are unknown."
