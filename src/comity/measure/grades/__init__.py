"""Ordered labels: never numbers."""
