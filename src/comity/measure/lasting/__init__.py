"""Measures of what lasts and of what goes together."""
