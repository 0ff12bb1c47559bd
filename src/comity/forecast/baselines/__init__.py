"""What a forecast has to beat: climatology, persistence and recurrence."""
