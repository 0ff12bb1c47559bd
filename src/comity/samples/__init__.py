"""Two sample documents, written for comity about real, public events."""
