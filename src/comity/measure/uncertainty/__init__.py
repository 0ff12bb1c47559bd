"""How far a value can be trusted: errors of reading, silent sources, choices, and chance structure."""
