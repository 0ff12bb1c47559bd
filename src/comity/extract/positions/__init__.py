"""Positions: stance words, whose voice it is, in both languages."""
