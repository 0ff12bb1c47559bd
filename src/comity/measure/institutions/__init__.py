"""Measures of bodies: whether they meet, what they cover, how they overlap."""
