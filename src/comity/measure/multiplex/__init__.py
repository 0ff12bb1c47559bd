"""Measures across layers."""
