"""Who and what there is: look-up by name, language, context and date."""

from comity.registry.records import Record
from comity.registry.registry import Registry, load_registry

__all__ = ["Record", "Registry", "load_registry"]
