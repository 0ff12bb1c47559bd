"""Files to documents: formats, page repair, metadata, and what was noticed on the way."""

from comity.reader.formats import FORMATS, Format
from comity.reader.given import check_given
from comity.reader.load import files_of, load_documents, parse_text, plain_text

__all__ = [
    "FORMATS",
    "Format",
    "check_given",
    "files_of",
    "load_documents",
    "parse_text",
    "plain_text",
]
