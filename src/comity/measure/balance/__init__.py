"""Measures of balance between friends and foes."""
