"""Measures of how evenly parts are shared out."""
