"""The lenses that ship: from several issuers, by the same rules, true to the texts they refer to."""

import os
from difflib import SequenceMatcher
from pathlib import Path
from statistics import median

import pytest

from comity.lens import find_quotes, lenses
from comity.lens.quote import digest_of
from comity.reader import load_documents

# The documents are not ours to ship: COMITY_CORPUS names a folder that holds them.
CORPUS = Path(os.environ.get("COMITY_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
FILES = {
    "cn-2017-white-paper": "zh/2017-asia-pacific-security-white-paper-page1.md",
    "us-2022-indo-pacific": "en/2022-02-11-us-indo-pacific-strategy-factsheet.md",
    "asean-us-2022-vision": "en/2022-05-13-asean-us-vision.md",
    "quad-2022-tokyo": "en/2022-05-24-quad-tokyo.md",
    "camp-david-2023": "en/2023-08-18-camp-david.md",
    "us-vietnam-2023": "en/2023-09-11-us-vietnam-csp.md",
    "sco-2024-astana": "zh/2024-07-05-cctv-xi-sco-astana.md",
}
# Names and stock terms are longer than chance; a sentence taken over is longer still.
COPIED = {"zh": 9, "en": 40}


def text_of(lens):
    path = CORPUS / FILES[lens.id]
    if not path.is_file():
        pytest.skip(f"{path} is not there: set COMITY_CORPUS to a folder with the documents")
    return next(iter(load_documents(path))).text


def copied(words, span, language):
    match = SequenceMatcher(None, span, words, autojunk=False).find_longest_match()
    return span[match.a : match.a + match.size] if match.size >= COPIED[language] else ""


@pytest.mark.parametrize("lens", lenses(), ids=lambda x: x.id)
def test_every_span_is_the_one_whose_hash_is_stored(lens):
    text = text_of(lens)
    assert digest_of(text) == lens.text_sha256
    quotes = find_quotes(lens, text)
    assert [c.id for c in lens.criteria if c.id not in quotes] == []
    assert not any(q.moved for q in quotes.values())


@pytest.mark.parametrize("lens", lenses(), ids=lambda x: x.id)
def test_no_paraphrase_repeats_the_document(lens):
    text = text_of(lens)
    for c in lens.criteria:
        span = text[c.start : c.end]
        assert copied(c.zh, span, "zh") == ""
        assert copied(c.en, span, "en") == ""


def test_every_span_begins_and_ends_with_words():
    for lens in lenses():
        text = text_of(lens)
        for c in lens.criteria:
            assert text[c.start : c.end] == text[c.start : c.end].strip(), (lens.id, c.id)


def test_lenses_of_several_issuers_ship():
    assert set(FILES) == {lens.id for lens in lenses()}
    assert len({lens.issuer for lens in lenses()}) == len(FILES)


def test_the_white_paper_has_all_its_criteria():
    (lens,) = (each for each in lenses() if each.id == "cn-2017-white-paper")
    ids = [c.id for c in lens.criteria]
    groups = {"track": 6, "common": 2, "comprehensive": 2, "cooperative": 2, "sustainable": 2}
    for name, least in {**groups, "architecture": 4, "press": 5}.items():
        assert sum(id.startswith(f"{name}-") for id in ids) >= least, name


def test_criteria_are_of_like_care_and_length():
    """No issuer's criteria are told at twice another's length, nor with half as many measures or limits."""
    for of in (
        lambda c: len(c.zh),
        lambda c: len(c.en),
        lambda c: len(c.measures),
        lambda c: len(c.unmeasured_en),
    ):
        typical = [median(of(c) for c in lens.criteria) for lens in lenses()]
        assert max(typical) <= 2 * min(typical), typical


def test_a_measure_is_read_in_the_same_words_in_every_lens():
    """The same measure with the same options and direction may be told otherwise only where it is not to be judged."""
    said = {}
    for lens in lenses():
        for c in lens.criteria:
            for s in c.measures:
                if s.toward != "none" and not s.options:
                    said.setdefault((s.measure, s.toward), set()).add((s.en, s.zh))
    assert {k: v for k, v in said.items() if len(v) > 1} == {}


def test_every_criterion_says_what_cannot_be_measured():
    assert [c.id for x in lenses() for c in x.criteria if not c.unmeasured_en] == []


def test_nothing_says_better_or_worse():
    for lens in lenses():
        for c in lens.criteria:
            for s in c.measures:
                assert not {"better", "worse", "good", "bad"} & set(s.en.lower().split()), s.en
