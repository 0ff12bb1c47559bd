"""Words of documents made harmless in the languages of outputs. Sources of the rules stand at each."""

import hashlib
import re
from typing import Any, Final
from urllib.parse import quote

# XML 1.0, production 2 (Char): everything else may not stand in a document, not even escaped.
NO_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SLUG: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
# Control and format characters that turn or hide text: C0 and C1, bidirectional marks, line separators.
UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
# Characters with a meaning in TeX and BibTeX, and how they are printed.
TEX: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "%": r"\%",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    '"': '{"}',
    "@": r"{@}",
}


def xml(value: Any) -> str:
    """Return a value as XML text or as an attribute in double quotes.

    >>> xml('<a b="c">\\x00')
    '&lt;a b=&quot;c&quot;&gt;\\ufffd'
    """
    text = NO_XML.sub("\ufffd", str(value))
    for sign, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"), ("\r", "#13")):
        text = text.replace(sign, f"&{name};")
    return text


def iri(kind: str, id: str) -> str:
    """Return an id as an IRI of ours: everything but plain letters is percent-encoded.

    >>> iri("actor", "@type of/ü")
    'urn:comity:actor:%40type%20of%2F%C3%BC'
    """
    return f"urn:comity:{kind}:{quote(id, safe='', errors='replace')}"


def slug(id: str) -> str:
    """Return an id that is fit for keys and file names: itself when it is plain, else a hash of it."""
    if SLUG.fullmatch(id):
        return id
    return "x-" + hashlib.sha256(id.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def line(text: Any) -> str:
    """Return text on one line, without control characters or marks that turn its direction."""
    return " ".join(UNSEEN.sub(" ", str(text or "")).split())


def tex(text: Any) -> str:
    """Return text on one line that BibTeX and TeX print as it is. Braces of a value always match: BibTeX
    counts those behind a backslash too.

    >>> tex("50% of }")
    '50\\\\% of \\\\textbraceright{}'
    """
    return "".join(TEX.get(sign, sign) for sign in line(text))
