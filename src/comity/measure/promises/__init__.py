"""Measures of promises: what was kept, moved, is open or overdue."""
