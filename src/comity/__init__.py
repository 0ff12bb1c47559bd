"""comity: what governments say about security cooperation, as sourced, dated, checkable claims.

>>> import comity
>>> comity.read("In May 2016 President Obama visited Vietnam.", issuer="USA").events[0].mode
'visit'
"""

TYPE_CHECKING = False  # what typing calls so; importing it would take longer than all the rest here
if TYPE_CHECKING:
    from typing import Any

    from comity.reading import Reading, read
    from comity.study import Study
    from comity.study import open_study as open

__all__ = ["Reading", "Study", "__version__", "open", "read"]
__version__ = "0.1.0"


def __getattr__(name: str) -> "Any":
    """Load the reader and the study only when they are used: importing comity stays quick."""
    if name in ("Reading", "read"):
        from comity import reading

        return getattr(reading, name)
    if name in ("Study", "open"):
        from comity import study

        return getattr(study, {"open": "open_study"}.get(name, name))
    raise AttributeError(f"module 'comity' has no attribute {name!r}")
