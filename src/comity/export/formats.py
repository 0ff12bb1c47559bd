"""The formats of exports in the order they are shown. A new one is a module and a line here."""

from typing import Final

from comity.export.citation import CITATION
from comity.export.exporter import Exporter
from comity.export.ftm import FTM
from comity.export.graphml import GRAPHML
from comity.export.jsonld import JSONLD
from comity.export.lines import JSON_LINES
from comity.export.parquet import PARQUET
from comity.export.tables import CSV

FORMATS: Final[tuple[Exporter, ...]] = (PARQUET, JSON_LINES, CSV, GRAPHML, JSONLD, FTM, CITATION)
BY_NAME: Final = {exporter.name: exporter for exporter in FORMATS}
