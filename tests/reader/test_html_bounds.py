"""Pages nested or tagged without end are read all the same, and quickly."""

from comity.reader.html import page_text
from comity.reader.html_bounds import DEEPEST, bounded_markup


def test_words_below_all_depth_are_read():
    page = f"<body>{'<div>' * 50_000}China and Russia met.{'</div>' * 50_000}<p>Done.</p></body>"
    text, _ = page_text(page.encode(), "deep.html")
    assert text == "China and Russia met.\n\nDone."


def test_a_tag_with_endless_attributes_loses_them():
    attributes = " ".join(f'a{i}="x"' for i in range(20_000))
    assert bounded_markup(f"<p {attributes}>Hello</p>")[0] == "<p>Hello</p>"


def test_many_unclosed_paragraphs_stay_paragraphs():
    page = "<body>" + "<p>One.\n" * (DEEPEST + 50) + "</body>"
    text, _ = page_text(page.encode(), "long.html")
    assert text.count("One.") == text.count("\n\n") + 1 == DEEPEST + 50
