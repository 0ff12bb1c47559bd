"""comity: what governments say about security cooperation, as sourced, dated, checkable claims.

>>> import comity
>>> comity.read("In May 2016 President Obama visited Vietnam.", issuer="USA").events[0].mode
'visit'
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comity.reading import Reading, read

__all__ = ["Reading", "__version__", "read"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load the reader only when it is used: importing comity stays quick."""
    if name in ("Reading", "read"):
        from comity import reading

        return getattr(reading, name)
    raise AttributeError(f"module 'comity' has no attribute {name!r}")
