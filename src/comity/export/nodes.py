"""Who and what an export names: ids with their names and kinds, from the registry where it knows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from comity.registry import Registry

NAMED = ("participants", "holders", "addressees")
ONE = ("from", "to", "frame", "issuer", "speaker")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One id that claims name. ``type`` is that of the registry (actor, organ, mechanism, person…); empty
    for a name the registry does not know: its id was made from its words and is nobody's yet.
    """

    id: str
    en: str
    zh: str
    type: str = ""
    kind: str = ""
    state: str = ""

    @property
    def resolved(self) -> bool:
        return self.type != ""


def node_of(id: str, registry: Registry) -> Node:
    """Return an id with its names in both languages; an id without a record is its own name."""
    record = registry.get(id)
    if record is None:
        return Node(id=id, en=id, zh=id)
    return Node(
        id=id,
        en=record.label("en"),
        zh=record.label("zh"),
        type=record.type,
        kind=record.kind,
        state=record.state,
    )


def named_in(claim: Mapping[str, Any], *, only: Iterable[str] = (*NAMED, *ONE)) -> set[str]:
    """Return the ids a claim names in some of its fields."""
    ids: set[str] = set()
    for name in only:
        value = claim.get(name)
        ids.update([value] if isinstance(value, str) else value or ())
    ids.discard("")
    return ids
