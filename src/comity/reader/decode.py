"""Bytes to text: UTF-8 first, then detection; what was assumed is said."""

import re
from typing import Final

from charset_normalizer import from_bytes

from comity.errors import ReadError
from comity.model import Finding, Span
from comity.reader.wide import wide_encoding

MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
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
    if _many_nulls(data) and (encoding := wide_encoding(data)):
        return data.decode(encoding, "replace"), [_told(encoding, 0)]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        return _guess(data, path)


def _many_nulls(data: bytes) -> bool:
    return data.count(b"\x00") > len(data) // 50


def _strict(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        hint = "Save it as UTF-8."
        raise ReadError(
            f"The file says it is {encoding}, but is not: {error.reason}.", path=path, hint=hint
        ) from error


def _guess(data: bytes, path: str) -> tuple[str, list[Finding]]:
    if _many_nulls(data):
        raise ReadError("The file is binary, not text.", path=path, hint="Give a text file.")
    encoding = wide_encoding(data) or _east_asian(data) or _detected(data)
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    if lost > len(text) // 10:
        raise ReadError(
            "The file is in no encoding known here: most of it cannot be read.",
            path=path,
            hint="Save it as UTF-8.",
        )
    return text, [_told(encoding, lost)]


def _told(encoding: str, lost: int) -> Finding:
    message = f"Not UTF-8: read as {encoding}" + (
        f", {lost} characters could not be read." if lost else "."
    )
    return Finding(kind="encoding", span=Span(0, 0), message=message)


# What Chinese files are written in beside UTF-8. A stray byte or two does not speak against it.
CHINESE: Final = ("gb18030", "big5")
COMMON: Final = re.compile("[的一是在国和有中与会]")


def _east_asian(data: bytes) -> str:
    """Return the Chinese encoding that reads nearly all of the bytes as common Chinese, if one does."""
    sample = _sample(data)
    for encoding in CHINESE:
        text = sample.decode(encoding, errors="replace")
        han = sum("\u4e00" <= c <= "\u9fff" for c in text)
        few_lost = text.count("\ufffd") <= max(3, len(text) // 500)
        if few_lost and han > 20 and len(COMMON.findall(text)) > han // 50:
            return encoding
    return ""


def _detected(data: bytes) -> str:
    best = from_bytes(_sample(data)).best()
    return best.encoding if best else "utf-8"


def _sample(data: bytes) -> bytes:
    """Return a stretch from the line with the first byte outside ASCII, cut at a line's end."""
    first = next(iter(re.finditer(rb"[\x80-\xff]", data)), None)
    start = data.rfind(b"\n", 0, first.start()) + 1 if first else 0
    stretch = data[start : start + SAMPLE]
    if len(stretch) < SAMPLE:
        return stretch
    return stretch[: stretch.rfind(b"\n") + 1] or stretch[: stretch.rfind(b" ") + 1] or stretch
