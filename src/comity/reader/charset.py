"""The encoding of a web page: what it declares, held against its bytes."""

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

from comity.errors import ReadError
from comity.model import Finding, Span
from comity.reader.decode import BINARY, MARKS, decode

HEAD: Final = 8_192
SAMPLE: Final = 100_000
DECLARED: Final = (
    re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE),
    re.compile(rb"""<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE),
)
TAGS: Final = re.compile(rb"<(?:script|style)\b.*?</(?:script|style)|<[^>]*>", re.S | re.IGNORECASE)
# As browsers do, a name is read as the widest encoding that goes by it.
WIDEST: Final = {
    "gb2312": ("gb18030",),
    "gbk": ("gb18030",),
    "big5": ("cp950", "big5hkscs"),
    "iso8859-1": ("cp1252",),
    "ascii": ("cp1252",),
    "shift_jis": ("cp932",),
    "euc_kr": ("cp949",),
}
CHINESE_JAPANESE_KOREAN: Final = (
    {"gb18030", "gbk", "gb2312"},
    {"big5", "cp950", "big5hkscs"},
    {"cp932", "shift_jis", "shift_jis_2004", "shift_jisx0213"},
    {"euc_jp", "euc_jis_2004", "euc_jisx0213"},
    {"cp949", "euc_kr", "johab"},
)
SEVEN_BIT: Final = ("iso2022", "hz")
LOST: Final = 200  # of so many characters one may be broken


def decode_page(data: bytes, path: str) -> tuple[str, list[Finding]]:
    """Return the text of a web page's bytes, and a finding when it is not plain UTF-8.

    The declared encoding holds unless the bytes speak against it: valid UTF-8 is UTF-8, and where the
    declared one cannot have been meant the likeliest one is taken.
    """
    if not data.strip():
        raise ReadError("The file is empty.", path=path, hint="Give a file with text.")
    if data.startswith((*BINARY, *(mark for mark, _ in MARKS))):
        return decode(data, path)
    name, label = _declared(data)
    if _is_utf8(data) and not (name.startswith(SEVEN_BIT) and data.isascii()):
        other = name not in ("", "utf-8") and not data.isascii()
        return data.decode("utf-8"), [_told(label, "utf-8", 0)] if other else []
    if not name or name == "utf-8":
        text, findings = decode(data, path)
        return text, findings
    text, encoding = _as_declared(data, name)
    return text, [_told(label, encoding, text.count("\ufffd"))]


def _declared(data: bytes) -> tuple[str, str]:
    """Return the declared encoding as Python calls it and as the page does; empty if none is known."""
    for pattern in DECLARED:
        if match := pattern.search(data, 0, HEAD):
            label = match.group(1).decode("ascii", "replace")
            try:
                return codecs.lookup(label.lower().removeprefix("x-")).name, label
            except LookupError:
                return "", label
    return "", ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _as_declared(data: bytes, name: str) -> tuple[str, str]:
    """Return the text and the encoding used: the declared one, or the likeliest if that cannot be."""
    wider = WIDEST.get(name, (name,))
    sample = TAGS.sub(b" ", data)[:SAMPLE]
    likely = [m.encoding for m in from_bytes(sample)]
    if likely and not _may_be(name, likely):
        return data.decode(likely[0], "replace"), likely[0]
    for encoding in wider:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    text = data.decode(wider[0], "replace")
    if text.count("\ufffd") * LOST > len(text) and likely:
        return data.decode(likely[0], "replace"), likely[0]
    return text, wider[0]


def _may_be(name: str, likely: list[str]) -> bool:
    """Say whether a declared encoding is among the likely ones, or of one kind with the likeliest."""
    family = next((f for f in CHINESE_JAPANESE_KOREAN if name in f), None)
    if family:
        return any(encoding in family for encoding in likely)
    return not any(likely[0] in f for f in CHINESE_JAPANESE_KOREAN)


def _told(label: str, encoding: str, lost: int) -> Finding:
    message = f"The page declares {label}: read as {encoding}" + (
        f", {lost} characters could not be read." if lost else "."
    )
    return Finding(kind="encoding", span=Span(0, 0), message=message)
