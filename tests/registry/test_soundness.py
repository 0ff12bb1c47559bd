"""The check of a user's folder: what nothing reads is named, one fault hides no other."""

import pytest

from comity.errors import ResourceError
from comity.extract import load_extractor
from comity.extract.check import check_resources

GOOD = '[[mechanism]]\nid = "tea-forum"\nzh = "茶路论坛"\nsource = "own"\n'
PATTERN = """
[[pattern]]
id = "zh.meet.tea"
lang = "zh"
mode = "meet"
match = "{parties}..<举行茶叙>"
"""
EXAMPLES = """
  [[pattern.example]]
  text = "2019年6月，习近平同普京举行茶叙。"
  expect = { mode = "meet", participants = ["CHN", "RUS"] }
  [[pattern.example]]
  text = "人们常举行茶叙。"
  expect = "none"
"""


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def problems(folder, name="", content=""):
    if name:
        write(folder, name, content)
    return [str(p) for p in check_resources(folder)]


def test_a_sound_folder_has_no_problem(tmp_path):
    write(tmp_path, "mechanisms/tea.toml", GOOD)
    write(tmp_path, "README.md", "notes")
    assert problems(tmp_path, "patterns/events/tea.toml", PATTERN + EXAMPLES) == []


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("mechanism/a.toml", GOOD, ["mechanism/a.toml", "never read", "mechanisms?"]),
        ("names.csv", "id\n", ["names.csv", "never read"]),
        ("patterns/a.toml", PATTERN, ["patterns/a.toml", "patterns/events/*.toml"]),
        ("patterns/positions/fr.toml", "", ["fr.toml", "never read"]),
        ("mechanisms/a.csv", "id\n", ["a.csv", "never read"]),
        ("words/zh.toml", "", ["words/zh.toml", "cannot be overlaid"]),
        ("mechanisms/a.toml", GOOD.replace("mechanism", "mechanisms"), ["a.toml", "[[mechanism]]"]),
        ("patterns/events/a.toml", '[[patterns]]\nid = "x"\n', ["a.toml", "[[pattern]]"]),
        ("mechanisms/a.toml", GOOD + 'session = "party"\n', ["tea-forum", "'party'", "conference"]),
        ("mechanisms/a.toml", GOOD + 'zh_aliases = "某论坛"\n', ["tea-forum", "zh_aliases", "list"]),
        ("mechanisms/a.toml", GOOD + 'members = "CHN"\n', ["tea-forum", "members", "list"]),
        ("mechanisms/a.toml", GOOD + "en = 5\n", ["tea-forum", "en must be text"]),
        ("mechanisms/a.toml", GOOD + 'zh_alias = ["某"]\n', ["zh_alias ", "mean zh_aliases?"]),
        ("mechanisms/a.toml", GOOD + 'zh_aliases = ["东盟地区论坛"]\n', ["tea-forum", "东盟地区论坛", "arf"]),
        ("mechanisms/a.toml", "[[mechanism]\n", ["a.toml", "not valid TOML"]),
        ("mechanisms/a.toml", GOOD.encode("gb18030"), ["a.toml", "UTF-8"]),
        ("patterns/events/a.toml", PATTERN + "mim = 2\n" + EXAMPLES, ["zh.meet.tea", "mean min?"]),
        ("patterns/events/a.toml", PATTERN + 'min = "two"\n', ["zh.meet.tea", "whole number"]),
        ("patterns/events/a.toml", PATTERN.replace('"meet"', '"teatime"'), ["zh.meet.tea", "'teatime'"]),
        ("patterns/events/a.toml", PATTERN.replace('mode = "meet"', ""), ["zh.meet.tea", "mode"]),
        ("patterns/events/a.toml", PATTERN.replace('"zh"', '"fr"'), ["zh.meet.tea", "'fr'"]),
        ("patterns/events/a.toml", PATTERN.replace("{parties}", "{parties"), ["zh.meet.tea", "closed"]),
        ("patterns/events/a.toml", PATTERN + '[[pattern.example]]\ntext = "茶。"\n', ["zh.meet.tea", "expect"]),
        ("organs.csv", "id,state,kind,source,zh\nx,CHN\n", ["organs.csv", "line 2", "5"]),
        ("organs.csv", "id,state,kind,zh\nx,CHN,other,某\n", ["organs.csv", "column source"]),
    ],
)  # fmt: skip
def test_each_fault_is_named_with_file_and_mend(tmp_path, name, content, words):
    write(tmp_path, "mechanisms/other.toml", GOOD.replace("tea", "tee").replace("茶", "花"))
    found = problems(tmp_path, name, content)
    assert any(all(w in line for w in words) for line in found), found


def test_an_empty_folder_is_a_problem(tmp_path):
    (tmp_path / "mechanisms").mkdir()
    assert "holds nothing" in problems(tmp_path)[0]


def test_one_bad_file_hides_no_other(tmp_path):
    write(tmp_path, "mechanisms/a.toml", "[[mechanism]\n")
    write(tmp_path, "patterns/events/b.toml", PATTERN)
    found = problems(tmp_path, "mechanisms/c.toml", GOOD.replace('source = "own"', ""))
    assert [any(n in line for line in found) for n in ("a.toml", "b.toml", "c.toml")] == [True] * 3


def test_a_record_that_replaces_ours_may_keep_its_names(tmp_path):
    content = '[[mechanism]]\nid = "arf"\nzh = "东盟地区论坛"\nsource = "own"\n'
    assert problems(tmp_path, "mechanisms/arf.toml", content) == []


def test_a_byte_order_mark_is_no_fault(tmp_path):
    table = "id,state,kind,zh,source\ntea-office,CHN,government,茶叙办公室,own\n"
    assert problems(tmp_path, "organs.csv", table.encode("utf-8-sig")) == []
    assert problems(tmp_path, "mechanisms/a.toml", GOOD.encode("utf-8-sig")) == []


def test_reading_refuses_a_folder_of_the_wrong_shape(tmp_path):
    write(tmp_path, "patterns/events/a.toml", PATTERN.replace('"meet"', '"teatime"'))
    with pytest.raises(ResourceError, match="teatime"):
        load_extractor(tmp_path)
