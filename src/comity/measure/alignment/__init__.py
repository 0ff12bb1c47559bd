"""Measures of who stands with whom."""
