"""Word files to text: the paragraphs of the main part, each with its own words once."""

import io
import lzma
import re
import zipfile
import zlib
from typing import Final
from xml.etree import ElementTree

from comity.errors import ReadError
from comity.model import Finding

LARGEST_PART: Final = 50_000_000  # bytes unpacked
MAIN: Final = "word/document.xml"
WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What older programs show in place of a drawing, whose words stand in it already; how a paragraph was.
SKIPPED: Final = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    f"{WORD}pPrChange",
)
BREAKS: Final = (f"{WORD}br", f"{WORD}tab", f"{WORD}cr")
LEVEL: Final = re.compile(r"[Hh]eading\s*([1-9])|^([1-9])$")
BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    LookupError,
    ElementTree.ParseError,
    RuntimeError,
    ValueError,
    EOFError,
    OSError,
)


def docx_text(data: bytes, path: str) -> tuple[str, list[Finding]]:
    """Return the paragraphs of a Word file, headings marked as in Markdown."""
    try:
        lines = _lines(data, path)
    except BROKEN as error:
        raise ReadError(
            f"The file is not a Word document: {error}.", path=path, hint="Save it again as .docx."
        ) from error
    if not lines:
        raise ReadError("The Word file holds no text.", path=path, hint="Check the file.")
    return "\n\n".join(lines), []


def _lines(data: bytes, path: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if archive.getinfo(MAIN).file_size > LARGEST_PART:
            size = f"{LARGEST_PART // 1_000_000} MB"
            raise ReadError(
                f"The Word file unpacks to more than {size}.", path=path, hint="Split it."
            )
        main = archive.read(MAIN)
    paragraphs = Paragraphs()
    parser = ElementTree.XMLParser(target=paragraphs)
    parser.feed(main)
    parser.close()
    return paragraphs.lines()


class Paragraphs:
    """Takes the elements of a Word file as they come and keeps the words of its paragraphs.

    A paragraph inside another (a text box) is one of its own; its words are not also the outer one's.
    Nothing is kept of the tree, so that neither depth nor number of elements costs memory.
    """

    def __init__(self) -> None:
        self.found: list[list[str]] = []  # each begins with the sign of a heading, or ""
        self.open: list[list[str]] = []
        self.skipped = 0
        self.in_text = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self.skipped or tag in SKIPPED:
            self.skipped += 1
        elif tag == f"{WORD}p":
            self.open.append([""])
            self.found.append(self.open[-1])
        elif self.open and tag == f"{WORD}pStyle":
            self.open[-1][0] = _mark(attributes.get(f"{WORD}val", ""))
        elif self.open and tag in BREAKS:
            self.open[-1].append(" ")
        self.in_text = not self.skipped and tag == f"{WORD}t"

    def data(self, words: str) -> None:
        if self.in_text and self.open:
            self.open[-1].append(words)

    def end(self, tag: str) -> None:
        self.in_text = False
        if self.skipped:
            self.skipped -= 1
        elif tag == f"{WORD}p" and self.open.pop() is self.found[-1] and len(self.found[-1]) == 1:
            self.found.pop()

    def lines(self) -> list[str]:
        lines = (("".join(words), mark) for mark, *words in self.found)
        return [mark + words for words, mark in lines if words.strip()]


def _mark(style: str) -> str:
    """Return the sign of a heading, by the name of its style."""
    level = LEVEL.search(style)
    return "#" * int(level.group(1) or level.group(2)) + " " if level else ""
