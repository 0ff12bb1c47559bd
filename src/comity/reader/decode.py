"""Bytes to text: UTF-8 first, then detection; what was assumed is said."""

from charset_normalizer import from_bytes

from comity.errors import ReadError
from comity.model import Finding, Span

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
SAMPLE = 200_000
BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
)


def decode(data: bytes, path: str) -> tuple[str, list[Finding]]:
    """Return the text of some bytes and a finding when its encoding had to be guessed.

    Raises ReadError for empty and for binary data.
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise ReadError("The file is empty.", path=path, hint="Give a file with text.")
    if data.startswith(BINARY):
        raise ReadError(
            "The file is binary, not text.", path=path, hint="Name its format with --input-format."
        )
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, path), []
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        return _guess(data, path)


def _strict(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        hint = "Save it as UTF-8."
        raise ReadError(
            f"The file says it is {encoding}, but is not: {error.reason}.", path=path, hint=hint
        ) from error


def _guess(data: bytes, path: str) -> tuple[str, list[Finding]]:
    if data.count(b"\x00") > len(data) // 50:
        raise ReadError("The file is binary, not text.", path=path, hint="Give a text file.")
    best = from_bytes(data[:SAMPLE]).best()
    encoding = best.encoding if best else "utf-8"
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    message = f"Not UTF-8: read as {encoding}" + (
        f", {lost} characters could not be read." if lost else "."
    )
    return text, [Finding(kind="encoding", span=Span(0, 0), message=message)]
