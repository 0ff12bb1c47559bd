"""Measures of whether security is had together or at the cost of others."""
