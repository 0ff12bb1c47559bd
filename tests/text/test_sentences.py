"""Sentences: where they end, and that their spans are exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.text.sentences import split_sentences


def pieces(text, language):
    return [text[start:end] for start, end in split_sentences(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "他说：“我们同意。”|双方签字。",
        "两国会谈；|随后换文！|真的吗？|没有标点",
        "（详见附件。）|正文开始。",
        "声明说：“完。”）|下一句。",
    ],
)
def test_chinese_sentences_keep_their_closing_marks(text):
    assert pieces(text.replace("|", ""), "zh") == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Lee met Gen. Park.| They agreed.",
        "Joseph R. Biden, Jr. spoke.| He left.",
        "It rose 3.5 percent.| It fell.",
        "They met in the U.S. Capitol.| They dined.",
        "See Art. 5 and No. 3.| Then stop.",
        "They met in Washington, D.C.| The talks were long.",
        "Some states, i.e. Laos, agreed.| Others did not.",
        "On Sept. 5 they met.| By Sept.| They met again.",
        "He said: “We agree.”| Then he left.",
        "Wait... they said.| Go on!| Why?| Because.",
        "A heading\n\n|A paragraph.",
    ],
)
def test_english_abbreviations_end_no_sentence(text):
    assert pieces(text.replace("|", ""), "en") == [piece.strip() for piece in text.split("|")]


def test_english_inside_a_chinese_text_is_split_too():
    text = "双方发表声明。The two sides met. They agreed."
    assert pieces(text, "zh") == ["双方发表声明。", "The two sides met.", "They agreed."]


@given(st.text(alphabet='中文。！？；”’）. AbMr\n…!?"', max_size=60), st.sampled_from(["zh", "en"]))
def test_sentences_cover_all_but_white_space(text, language):
    spans = split_sentences(text, language)
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
