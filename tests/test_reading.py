"""Reading as a Python user does it."""

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import comity
from comity.errors import ReadError
from comity.reading import COLUMNS, summary

TEXT = "2019年6月，国家主席习近平在比什凯克同俄罗斯总统普京举行会晤。中方愿同俄方加强合作。"


def test_a_text_in_hand_is_read():
    reading = comity.read(TEXT, issuer="CHN")
    assert [e.mode for e in reading.events] == ["meet"]
    assert [p.stance for p in reading.positions] == ["commit"]


def test_a_missing_file_is_a_clear_error():
    with pytest.raises(ReadError, match="No such file"):
        comity.read("no-such-page.md")


def test_arrow_has_one_row_a_claim():
    reading = comity.read(TEXT, issuer="CHN")
    table = reading.to_arrow()
    assert table.column_names == list(COLUMNS)
    assert table.num_rows == len(reading.claims)


def test_html_escapes_the_document():
    reading = comity.read("<b>2019年6月</b>，习近平主席同普京总统举行会晤<script>。", issuer="CHN")
    assert "<script>" not in reading._repr_html_()


@pytest.mark.parametrize("sample", ["zh-security-cooperation-2019", "en-security-cooperation-2023"])
def test_every_filled_field_has_words_that_justify_it(sample):
    from importlib.resources import files

    text = files("comity.samples").joinpath(f"{sample}.md").read_text(encoding="utf-8")
    reading = comity.read(text)
    assert len(reading.events) > 10
    for claim in reading.claims:
        row = claim.to_dict()
        assert reading.document.quote(claim.span) == claim.quote
        for name in (
            "mode",
            "participants",
            "start",
            "place",
            "frame",
            "ordinal",
            "holders",
            "stance",
        ):
            if row.get(name):
                assert claim.fields[name], (name, row)
                assert all(0 <= s < e <= len(reading.document.text) for s, e in claim.fields[name])


def test_two_processes_and_hash_seeds_give_the_same_bytes(tmp_path):
    code = (
        f"import comity; print([c.to_dict() for c in comity.read({TEXT!r}, issuer='CHN').claims])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PATH": "", "XDG_CACHE_HOME": str(tmp_path)},
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(outputs) == 1


def test_reading_twice_gives_the_same_ids():
    first, second = (comity.read(TEXT, issuer="CHN") for _ in range(2))
    assert [c.id for c in first.claims] == [c.id for c in second.claims]


PIECES = st.sampled_from(
    [
        "中方",
        "美国总统拜登",
        "同",
        "举行会谈",
        "，",
        "。",
        "“",
        "”",
        "《",
        "》",
        "2016年9月",
        "7月和8月",
        "分别访华",
        "第八轮",
        "应",
        "愿",
        "两国",
        "我",
        "\n\n",
        "**",
        "# ",
        "The two sides ",
        "met ",
        "agreed to ",
        "President Biden ",
        "in May 2021",
        ", ",
        ". ",
        "will ",
        "\x00",
        "\u200b",
        "（一）",
        "下转第六版",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=30).map("".join))
def test_no_text_crashes_the_reader(text):
    try:
        reading = comity.read(text + "\n", issuer="CHN", issued="2020-01-01")
    except ReadError:
        return
    for claim in reading.claims:
        assert reading.documents[0].text[claim.span.start : claim.span.end] == claim.quote


def test_a_planned_event_says_so_in_its_summary():
    reading = comity.read("中俄将于2030年5月在北京举行会谈。", issuer="CHN", issued="2029-01-01")
    assert summary(reading.events[0]).startswith("meet (planned) CHN, RUS")
    assert "meet (planned)" in reading._repr_html_()
