"""Where in the rows of an answer the next page begins: opaque to clients, checked when it comes back."""

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Sequence
from datetime import date

from comity.web.api.problems import ProblemError

Place = tuple[str | int | float | None, ...]
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def pack(place: Place, question: str) -> str:
    """Return a place as a cursor that fits one question only.

    >>> unpack(pack(("2016-09-03", 7), "/claims"), "/claims", (date, int))
    ('2016-09-03', 7)
    """
    text = json.dumps([_mark(question), *place], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode("utf-8")).decode("ascii").rstrip("=")


def unpack(cursor: str | None, question: str, types: Sequence[type]) -> Place | None:
    """Return the place a cursor stands for; one that was made up, or for another question, is refused.

    ``types`` are those of its parts, any of which may be None; a date is ISO text.
    """
    if cursor is None:
        return None
    try:
        raw = base64.urlsafe_b64decode(cursor.rstrip("=") + "=" * (-len(cursor.rstrip("=")) % 4))
        mark, *place = json.loads(raw)
    except (binascii.Error, ValueError, TypeError) as error:
        raise _wrong() from error
    fits = len(place) == len(types) and all(map(_is, place, types))
    if mark != _mark(question) or not fits:
        raise _wrong()
    return tuple(place)


def _is(value: object, type: type) -> bool:
    if value is None:
        return True
    if type is date:
        return isinstance(value, str) and bool(DAY.fullmatch(value)) and _is_day(value)
    if type is int:
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**62
    return isinstance(value, type)


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _mark(question: str) -> str:
    """Return a mark of the question. It guards against mistakes; values are bound, whoever made them up."""
    return hashlib.sha256(question.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _wrong() -> ProblemError:
    return ProblemError(
        422, "cursor: it does not belong to this question.", "Take `next` of the page before."
    )
