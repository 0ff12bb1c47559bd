"""Measures of division into blocs."""
