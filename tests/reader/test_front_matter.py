"""Front matter: plain words, bounded; what is none stays text."""

import time

import pytest

from comity.reader import parse_text

PAGE = "2019年6月，国家主席习近平在比什凯克同俄罗斯总统普京举行会晤。\n"


def opened(front):
    (document,) = parse_text(f"---\n{front}\n---\n{PAGE}")
    return document, [f.kind for f in document.findings]


@pytest.mark.parametrize(
    "front",
    [
        "date: 2019-02-30",
        "date: 2019-01-01T25:00:00",
        "date: 2019-12-31T23:59:59-24:00",
        "title: !!int abc",
        "title: !!timestamp abc",
        'title: !!binary "%"',
        "title: " + "9" * 5000,
        "title: 0x_",
        "title: 190:20:30",
        "title: !!set {a, b}",
        "title: !!python/object/apply:os.system [x]",
        "title: !foo x",
        "<<: 5\ntitle: x",
    ],
)
def test_values_are_words_whatever_they_look_like(front):
    document, found = opened(front)
    assert document.text == PAGE
    assert "front-matter" not in found


def test_numbers_and_dates_keep_their_words():
    metadata = opened("date: 2019-01-01\nid: 007\ntitle: ~\nurl: 1.10")[0].metadata
    assert metadata == {"date": "2019-01-01", "id": "007", "title": "", "url": "1.10"}


@pytest.mark.parametrize(
    "front",
    [
        "title: x\nb: &b [x, x]\nc: [*b, *b]",
        "title: x\nb: {<<: [*a, *a]}",
        "title: x\na: " + "[" * 5_000,
        "title: x\na: " + "[" * 40 + "]" * 40,
        'title: "x"\nb: He said: no',
    ],
)
def test_what_is_no_plain_yaml_is_read_line_by_line_and_told(front):
    document, found = opened(front)
    assert (document.text, document.title) == (PAGE, "x")
    assert "front-matter" in found


@pytest.mark.parametrize("front", ["title: " + "x" * 100_000, "note: they met"])
def test_what_is_left_aside_is_told(front):
    document, found = opened(front)
    assert document.text == PAGE
    assert "front-matter" in found


@pytest.mark.parametrize(
    "front",
    [
        "On 5 June they met: [and agreed",
        "On 5 June they met: and agreed",
        "note: they met\nand [agreed",
        "- [x",
        "# A heading",
        "双方商定，明年再次会晤。",
    ],
)
def test_what_is_no_metadata_stays_text(front):
    document, _ = opened(front)
    assert document.metadata == {}
    assert front in document.text
    assert document.text.endswith(PAGE)


def test_a_colon_too_many_spoils_no_metadata():
    document, found = opened('title: He said: "no"\nissuer: CHN # who')
    assert document.metadata["title"] == 'He said: "no"'
    assert document.text == PAGE
    assert "front-matter" in found


def test_a_bomb_ends_at_once():
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for name, before in zip("bcdefghij", "abcdefghi", strict=True):
        lines.append(f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]")
    began = time.perf_counter()
    opened("\n".join(lines))
    assert time.perf_counter() - began < 1
