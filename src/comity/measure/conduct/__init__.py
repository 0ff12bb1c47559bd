"""Measures of conduct: what actors do with and against each other."""
