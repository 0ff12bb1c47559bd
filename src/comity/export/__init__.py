"""A study for other tools and other people: tables, graphs, linked data, a citation, each with its sources."""

from comity.export.exporter import Edition, Exporter
from comity.export.formats import FORMATS
from comity.export.run import Exported, export_study

__all__ = ["FORMATS", "Edition", "Exported", "Exporter", "export_study"]
