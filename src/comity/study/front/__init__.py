"""What a user calls on a study, by the kind of question. `Study` puts the parts together."""
