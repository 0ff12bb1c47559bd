"""Measures of which fields of security are covered, by whom, and in what order."""
