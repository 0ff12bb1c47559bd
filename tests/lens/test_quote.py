"""Sentences found by reference and verified by hash."""

from dataclasses import replace

import pytest
from tests.lens.lens_files import SPAN, START, TEXT, overlay

from comity.lens import best_text, find_quotes, lens_of


@pytest.fixture
def lens(tmp_path):
    return lens_of("made-2016", overlay(tmp_path))


def test_a_sentence_stands_at_its_offsets(lens):
    quote = find_quotes(lens, TEXT)["dialogue"]
    assert (quote.text, quote.start, quote.moved) == (SPAN, START, False)


def test_a_copy_with_a_preface_is_searched(lens):
    quote = find_quotes(lens, "标题\n" + TEXT)["dialogue"]
    assert (quote.text, quote.start, quote.moved) == (SPAN, START + 3, True)


def test_other_words_do_not_verify(lens):
    assert find_quotes(lens, TEXT.replace("平等", "友好")) == {}
    assert find_quotes(lens, "") == {}
    assert find_quotes(lens, "\ud800" + "x" * 20) == {}


def test_an_english_sentence_is_found_where_a_word_begins(lens):
    from comity.lens.quote import digest_of

    words = "Leaders met often."
    (one,) = lens.criteria
    english = replace(
        lens, criteria=(replace(one, start=0, end=len(words), sha256=digest_of(words)),)
    )
    assert find_quotes(english, f"* {words} And so on.")["dialogue"].start == 2


def test_two_criteria_may_stand_in_one_sentence(lens):
    (one,) = lens.criteria
    twin = replace(lens, criteria=(one, replace(one, id="again")))
    assert set(find_quotes(twin, "x " + TEXT)) == {"dialogue", "again"}


def test_the_text_that_holds_most_is_taken(lens):
    assert best_text(lens, ["nothing", TEXT, "x" + TEXT]) == TEXT
    assert best_text(lens, ["nothing"]) is None
    assert best_text(lens, []) is None
