"""A study: one file of documents, claims, judgements and coverage, and the answers it gives."""

from comity.study.study import Study, open_study

__all__ = ["Study", "open_study"]
