"""Dates of a document: found in Chinese or English, resolved through the text."""

from collections.abc import Sequence

from comity.model import Period
from comity.text.dates.anchor import Resolver
from comity.text.dates.edtf import edtf_of
from comity.text.dates.layout import Layout
from comity.text.dates.mention import DateMention
from comity.text.dates.zh import find_chinese
from comity.text.halves import HALVES

__all__ = ["DateMention", "edtf_of", "find_dates"]


def find_dates(
    text: str, language: str, reference: Period | None = None, breaks: Sequence[int] = ()
) -> tuple[DateMention, ...]:
    """Return the dates of a whole document in order, each with the days it stands for.

    A month or day without its year takes it from an earlier date of the text, or from ``reference``,
    the date of publication; so give the whole document (or article) at once. ``breaks`` are the
    offsets at which paragraphs begin, where these are known better than from line ends.

    >>> found = find_dates("两国2014年5月会谈，同年11月签约。", "zh")
    >>> [(str(date.period), date.period.resolved) for date in found]
    [('2014-05-01/2014-05-31', 'explicit'), ('2014-11-01/2014-11-30', 'relative')]
    """
    text = HALVES.sub("\ufffd", text)
    if language == "zh":
        expressions = list(find_chinese(text))
    else:
        from comity.text.dates.en import find_english

        expressions = list(find_english(text))
    if not expressions:
        return ()
    layout = Layout(text, "zh" if language == "zh" else "en", breaks)
    return tuple(Resolver(layout, reference).resolve(expressions))
