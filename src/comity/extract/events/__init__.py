"""Events: patterns as data, who took part, when, where and within what."""
