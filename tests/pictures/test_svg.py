import doctest
import importlib

import pytest

from comity.pictures.svg import clean, clip, element, room, wrap


@pytest.mark.parametrize("name", ["svg", "scales", "series", "series_marks", "matrix"])
def test_examples_in_the_documentation_hold(name):
    module = importlib.import_module(f"comity.pictures.{name}")
    failed, tried = doctest.testmod(module)
    assert (failed, tried > 0) == (0, True)


def test_words_cannot_leave_their_element():
    assert clean('</text><script a="1">') == "&lt;/text&gt;&lt;script a=&quot;1&quot;&gt;"


def test_characters_that_xml_forbids_are_replaced():
    assert clean("a\x00\x1b\ud800\uffff\u202eb") == "a" + "\ufffd" * 5 + "b"


def test_lines_are_no_wider_than_asked():
    text = (
        "Memorandum of understanding 关于建立两军信任措施机制的谅解备忘录，另见附件。 " + "x" * 80
    )
    lines = wrap(text, 120, 11)
    assert max(room(line, 11) for line in lines) <= 120 + 11
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_no_line_begins_with_a_full_stop():
    assert not any(line[0] in "，。" for line in wrap("中国，美国。" * 20, 60, 12))


def test_what_is_cut_says_so():
    assert clip("Papua New Guinea", 60).endswith("…")


def test_whole_numbers_have_no_fraction():
    assert element("rect", x=2.0, y=-0.01) == '<rect x="2" y="0"/>'
