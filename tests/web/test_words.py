"""The page's words: every vocabulary has its Chinese, every finding can be told in both languages."""

import re
import tomllib
from importlib.resources import files

import pytest

from comity.model import Finding, Span, vocabulary
from comity.reader import parse_text
from comity.web.show import when, who
from comity.web.words import load_words, say, tell, ui

CHINESE = re.compile("[一-鿿]")
VOCABULARIES = {
    "mode": vocabulary.MODES,
    "root": tuple(vocabulary.MODES_BY_ROOT),
    "stance": vocabulary.STANCES,
    "relation": vocabulary.RELATIONS,
    "status": vocabulary.STATUSES,
    "track": vocabulary.TRACKS,
    "precision": vocabulary.PRECISIONS,
    "resolved": vocabulary.RESOLUTIONS,
}
BROKEN = "# 标题\n\n- 目录\n\n## 一、发展\n\n#### 叙利阿问题\n\n发生了重要深刻变化。“不配对。\n"


@pytest.mark.parametrize("group", sorted(VOCABULARIES))
def test_every_word_of_a_vocabulary_has_its_chinese(group):
    without = [w for w in VOCABULARIES[group] if not CHINESE.search(say(group, w)[0])]
    assert not without, f"add these to [{group}] in web/assets/words.toml: {without}"


def test_every_topic_has_its_chinese():
    table = tomllib.loads(files("comity.resources").joinpath("topics.toml").read_text("utf-8"))
    without = [t["id"] for t in table["topic"] if not CHINESE.search(say("topic", t["id"])[0])]
    assert not without, f"add these to [topic] in web/assets/words.toml: {without}"


def test_every_kind_of_finding_has_its_chinese():
    listed = re.search(r"is one of: (.*?)\. ``span``", Finding.__doc__, re.DOTALL).group(1)
    kinds = {k.strip().split()[0] for k in re.sub(r"\([^)]*\)", "", listed).split(",")}
    without = kinds - set(load_words()["findings"])
    assert not without, f"add these to [findings] in web/assets/words.toml: {without}"


def test_what_the_reader_finds_is_told_in_chinese():
    found = parse_text(BROKEN, language="zh")[0].findings
    told = [tell(f)[0].split("：", 1)[1] for f in found]
    assert len(told) >= 5
    assert [m for m in told if re.search(r"[a-z]{3,} [a-z]{2,}", m)] == []


def test_an_unknown_message_is_told_as_it_is():
    finding = Finding(kind="encoding", span=Span(0, 0), message="Something new.")
    assert tell(finding) == ("编码：Something new.", "encoding: Something new.")


def test_the_interface_speaks_both_languages():
    assert all(len(pair) == 2 and all(pair) for pair in load_words()["ui"].values())
    assert ui("line", 3) == ("第3行", "Line 3")


@pytest.mark.parametrize(
    ("start", "end", "precision", "zh", "en"),
    [
        ("2019-06-20", "2019-06-20", "day", "2019年6月20日", "20 June 2019"),
        ("2019-06-01", "2019-06-30", "month", "2019年6月", "June 2019"),
        ("2019-01-01", "2019-12-31", "year", "2019年", "2019"),
        ("2023-07-01", "2023-08-31", "range", "2023年7月–2023年8月", "July 2023 – August 2023"),
        ("2011-01-01", None, "year", "2011年起", "since 2011"),
        (None, "2021-12-31", "open", "至2021年12月31日", "until 31 December 2021"),
        (None, None, "none", "", ""),
    ],
)
def test_periods_read_as_people_write_them(start, end, precision, zh, en):
    row = {"start": start, "end": end, "precision": precision}
    assert (when(row, "zh"), when(row, "en")) == (zh, en)


def test_a_partnership_has_no_direction():
    row = {"kind": "tie", "relation": "partner", "from": "CHN", "to": "RUS"}
    assert who(row, lambda i, _: i)[1] == "CHN – RUS"
    assert who(row | {"relation": "member"}, lambda i, _: i)[1] == "CHN → RUS"
