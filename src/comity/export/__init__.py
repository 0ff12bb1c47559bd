"""Claims and results in the formats of other tools, each with a manifest of sources and licences."""
