"""Forecasts of reported events: who will do what to whom, with probabilities and the reasons.

Event tables in, values out; no study is needed. Needs ``comity[forecast]``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comity.forecast.chance import whether
    from comity.forecast.files import read_events, shifted
    from comity.forecast.fit import Settings, fit_model
    from comity.forecast.model import Model, load_model
    from comity.forecast.quadruples import read_quadruples
    from comity.forecast.questions import past_at, who
    from comity.forecast.reasons import explain
    from comity.forecast.table import EventTable, table_of
    from comity.forecast.testing import backtest

_HOME = {
    "EventTable": "table",
    "Model": "model",
    "Settings": "fit",
    "backtest": "testing",
    "explain": "reasons",
    "fit_model": "fit",
    "load_model": "model",
    "past_at": "questions",
    "read_events": "files",
    "read_quadruples": "quadruples",
    "shifted": "files",
    "table_of": "table",
    "whether": "chance",
    "who": "questions",
}
__all__ = [
    "EventTable",
    "Model",
    "Settings",
    "backtest",
    "explain",
    "fit_model",
    "load_model",
    "past_at",
    "read_events",
    "read_quadruples",
    "shifted",
    "table_of",
    "whether",
    "who",
]


def __getattr__(name: str) -> Any:
    """Load a name when it is used; a missing numpy becomes an error that says what to install."""
    if name not in _HOME:
        raise AttributeError(f"module 'comity.forecast' has no attribute {name!r}")
    try:
        module = import_module(f"comity.forecast.{_HOME[name]}")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "numpy":
            raise
        from comity.errors import MissingExtra

        raise MissingExtra("A forecast", "forecast") from error
    return getattr(module, name)
