"""What networks and measures are worked out from, kept while the study stays as it is."""

from datetime import date
from typing import Any

from comity.network import Evidence
from comity.web.api.problems import ProblemError
from comity.web.api.session import Session


def evidence_of(desk: Session) -> Evidence:
    """Return the study as evidence for networks."""
    return desk.keep("evidence", lambda study: study.evidence())


def network_on(desk: Session, day: date) -> Any:
    """Return the network on a day."""
    evidence = evidence_of(desk)

    def make(_: Any) -> Any:
        from comity.network.network import Network

        network = Network(plan, day)
        for name in network.names:
            network.layer(name)
        return network

    plan = desk.keep("plan", lambda _: _plan(evidence))
    return desk.keep(("network", day), make)


def _plan(evidence: Evidence) -> Any:
    from comity.network.options import Options
    from comity.network.plan import Plan

    return Plan(evidence, Options())


def years_of(desk: Session, first: int | None, last: int | None, longest: int) -> tuple[int, ...]:
    """Return the years of a span; without ends, those of which the study tells."""
    span = desk.study.years()
    end = last if last is not None else span[1]
    start = first if first is not None else max(span[0] or 0, (end or 0) - longest + 1)
    if end is None or not start:
        raise ProblemError(409, "The study has no dated claim.", "Add documents or facts.")
    if start > end:
        raise ProblemError(422, f"The span ends before it begins: {start} to {end}.")
    if end - start >= longest:
        raise ProblemError(422, f"{start} to {end} is more than {longest} years.", "Ask for fewer.")
    return tuple(range(start, end + 1))
