"""The file formats comity reads: one row each, with what it needs and one line of help."""

from collections.abc import Callable
from dataclasses import dataclass

from comity.errors import MissingExtra, ReadError
from comity.model import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: file endings, whether its text is marked up, how bytes become text and findings (None:
    decoding), and whether that needs the whole file."""

    name: str
    suffixes: tuple[str, ...]
    help: str
    marked: bool = False
    whole: bool = False
    needs: str = ""
    to_text: Callable[[bytes, str], tuple[str, list[Finding]]] | None = None


def html_text(data: bytes, path: str) -> tuple[str, list[Finding]]:
    """Return the body text of a web page and what was left out of it."""
    from comity.reader.html import page_text

    return page_text(data, path)


def pdf_text(data: bytes, path: str) -> tuple[str, list[Finding]]:
    """Return the text layer of a PDF, pages parted by a blank line."""
    try:
        import pypdfium2
    except ImportError as error:
        raise MissingExtra("Reading PDF", "pdf") from error
    try:
        document = pypdfium2.PdfDocument(data)
        pages = [page.get_textpage().get_text_range() for page in document]
    except pypdfium2.PdfiumError as error:
        hint = "Remove its password, or repair it."
        raise ReadError(f"The PDF cannot be opened: {error}.", path=path, hint=hint) from error
    text = "\n\n".join(p.replace("\r\n", "\n").strip() for p in pages)
    if not text.strip():
        hint = "It is a scan: run character recognition first."
        raise ReadError("The PDF has no text layer.", path=path, hint=hint)
    return text, []


def docx_text(data: bytes, path: str) -> tuple[str, list[Finding]]:
    """Return the paragraphs of a Word file, headings marked as in Markdown."""
    from comity.reader import word

    return word.docx_text(data, path)


FORMATS: tuple[Format, ...] = (
    Format(
        name="markdown",
        suffixes=(".md", ".markdown"),
        marked=True,
        help="Markdown, with YAML front matter",
    ),
    Format(name="text", suffixes=(".txt", ".text", ""), help="plain text, any encoding"),
    Format(
        name="html",
        suffixes=(".html", ".htm", ".xhtml"),
        marked=True,
        needs="html",
        to_text=html_text,
        help="web page: its body text in the declared encoding",
    ),
    Format(
        name="pdf",
        whole=True,
        suffixes=(".pdf",),
        needs="pdf",
        to_text=pdf_text,
        help="PDF with a text layer",
    ),
    Format(
        name="docx",
        whole=True,
        suffixes=(".docx",),
        marked=True,
        to_text=docx_text,
        help="Word document",
    ),
    Format(
        name="jsonl",
        suffixes=(".jsonl", ".jsonl.gz", ".ndjson"),
        help="one document a line: id title language issuer date text",
    ),
)
BY_NAME = {f.name: f for f in FORMATS}


def format_of(path: str) -> Format | None:
    """Return the format of a file by its ending, or None."""
    lower = path.lower()
    endings = ((s, f) for f in FORMATS for s in f.suffixes if s and lower.endswith(s))
    return max(endings, key=lambda pair: len(pair[0]), default=(None, None))[1]
