"""Measures of how disputes are handled: by talks, by third parties, by courts, by arms."""
