"""Named evidence for one answer to a question, computed from what was known before it."""
