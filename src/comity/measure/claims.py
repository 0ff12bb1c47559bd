"""Claims that are no ties or events of a network, as inputs of a value: what they say and who tells it."""

from comity.measure.checklists.answers import Answer
from comity.model import Period, Position
from comity.network.evidence import teller_of
from comity.network.link import Link
from comity.network.pledges import Saying


def position_link(id: str, position: Position) -> Link:
    """Return a position as an entry of no layer."""
    return Link(
        layer="",
        kind=position.stance,
        members=tuple((a, "holder") for a in position.holders),
        sources=(id,),
        families=(teller_of(position),),
        track=position.track,
        topics=position.topics,
    )


def saying_link(saying: Saying) -> Link:
    """Return a promise, or a claim that answers one, as an entry of no layer."""
    period = Period(start=saying.start, end=saying.end or saying.due, precision="range")
    return Link(
        layer="",
        kind=saying.mode or "promise",
        members=tuple((a, "participant") for a in saying.actors),
        period=period,
        frame=saying.frame,
        sources=(saying.id,),
        families=(saying.family,) if saying.family else (),
        track=saying.track,
        status=saying.status or "proposed",
    )


def answer_link(answer: Answer) -> Link:
    """Return an answer of a checklist as an entry of no layer."""
    return Link(
        layer="",
        kind="answer",
        members=((answer.subject, "subject"),),
        frame=answer.item,
        grade="yes" if answer.yes else "no",
        sources=(answer.reference,),
        families=(answer.source or "comity",),
    )
