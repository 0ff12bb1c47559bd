"""Pages: the words and what they became."""
