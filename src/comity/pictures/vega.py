"""Vega-Lite specifications: data inside, described in words, colours as in the drawing."""

from typing import Any, Final

Spec = dict[str, Any]
SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v5.json"  # the name of the language; nothing is fetched


def specification(title: str, description: str, body: Spec) -> Spec:
    """Return a whole specification; ``body`` holds its views and their data."""
    return {
        "$schema": SCHEMA,
        "title": title,
        "description": description,
        **body,
        "config": {"view": {"stroke": None}, "background": "#ffffff"},
    }
