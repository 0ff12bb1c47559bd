"""Names, dates and pronouns of a text, put together and turned into tagged sentences."""
