"""Measures that are sourced checklists: each item yes, no or unknown."""
