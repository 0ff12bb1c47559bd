"""The evidence by name: what each number says of an answer o to the question "whom does s r next?"."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Evidence:
    """One number about an answer. ``family`` is the kind of thing it rests on, ``gloss`` says it in words."""

    id: str
    family: str
    gloss: str


def _family(family: str, **glosses: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(id, family, gloss) for id, gloss in glosses.items())


EVIDENCE: Final = (
    *_family(
        "recurrence",
        again_2="same deed to the same other, half-life 2 steps",
        again_10="same deed to the same other, half-life 10 steps",
        again_45="same deed to the same other, half-life 45 steps",
        again_ever="times the same deed was done to the same other",
        again_share="share of the other among all to whom the deed was done, half-life 45 steps",
        again_new="nearness of the last same deed to the same other",
    ),
    *_family(
        "pair",
        pair_3="any event of the two, half-life 3 steps",
        pair_20="any event of the two, half-life 20 steps",
        pair_ever="events of the two ever",
        pair_share="share of the other among all events of the actor, half-life 20 steps",
        pair_new="nearness of the last event of the two",
        back="the same deed in the other direction, half-life 20 steps",
    ),
    *_family(
        "rules",
        rule_sum="deeds of the two after which this deed tends to follow, summed",
        rule_max="the one deed of the two after which this deed follows most",
    ),
    *_family(
        "priors",
        object_3="the other as object of this deed, half-life 3 steps",
        object_30="the other as object of this deed, half-life 30 steps",
        object_ever="the other as object of this deed ever",
        busy_2="the other in any event, half-life 2 steps",
        busy_20="the other in any event, half-life 20 steps",
        busy_ever="the other in any event ever",
    ),
    *_family(
        "walk",
        walk_any="reached over a third actor by any two deeds",
        walk_end="reached over a third actor who did this deed to the other",
        walk_start="reached over a third actor to whom this deed was done",
    ),
    *_family(
        "groups",
        land_same="both of one country",
        land_deed="the same deed to others of that country, half-life 45 steps",
        land_mine="events of the actor with that country, half-life 45 steps",
        land_other="events of the actor's country with the other, half-life 45 steps",
        land_pair="events of the two countries, half-life 45 steps",
        role_mine="events of the actor with that role, half-life 45 steps",
        role_pair="events of the two roles, half-life 45 steps",
        role_deed="this deed to that role, half-life 45 steps",
        role_other="events of the actor's role with the other, half-life 45 steps",
    ),
)
NAMES: Final = tuple(e.id for e in EVIDENCE)
PLACE: Final = {name: i for i, name in enumerate(NAMES)}
