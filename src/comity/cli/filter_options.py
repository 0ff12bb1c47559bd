"""The filters of claims as options: the same for lists and exports."""

from collections.abc import Callable
from typing import Any, Final

import click

from comity.cli.study_options import Day
from comity.model.vocabulary import MODES, RELATIONS, STANCES

KINDS: Final = ("event", "position", "tie")
OPTIONS: Final = (
    click.option("--actor", "actors", multiple=True, help="Named in it (several: all of them)."),
    click.option("--kind", type=click.Choice(KINDS), help="Only this kind."),
    click.option("--mode", type=click.Choice(MODES), help="Only events of this mode."),
    click.option("--stance", type=click.Choice(STANCES), help="Only positions of this stance."),
    click.option("--relation", type=click.Choice(RELATIONS), help="Only ties of this relation."),
    click.option("--frame", metavar="ID", help="Within this mechanism or instrument."),
    click.option("--topic", metavar="ID", help="On this topic."),
    click.option("--source", "document", metavar="ID", help="Of this document or data set."),
    click.option("--issuer", metavar="ID", help="Of documents of this issuer."),
    click.option("--text", metavar="WORDS", help="Whose quote holds these words."),
    click.option("--from", "start", type=Day(), metavar="DATE", help="Not over before."),
    click.option("--to", "end", type=Day(last=True), metavar="DATE", help="Begun by then."),
    click.option("--at", type=Day(), metavar="DATE", help="Holding on that day."),
    click.option("--reviewed", is_flag=True, help="Only what a reviewer accepted or corrected."),
    click.option("--limit", type=int, metavar="N", help="The first N."),
)


def claim_filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of `comity.study.filters.Filter`, under its names but ``document`` for ``--source``."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command
