from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.same import ACTS, load_weights, parts_of, propose, score_pair

from .conftest import tell

NEXT = {"start": "2022-11-15", "end": "2022-11-15"}
NOVEMBER = {"start": "2022-11-01", "end": "2022-11-30", "precision": "month"}
LATER = {"start": None, "end": None, "told": "2022-12-01"}
VISIT = {
    "mode": "visit",
    "quote": "国家主席习近平对美国进行国事访问",
    "roles": {"host": ["USA"]},
    "fields": {"participants": [[0, 7], [8, 10]]},
}
ROUND = {"quote": "双方举行第九轮总理年度会晤", "fields": {"mode": [2, 13]}}
ENGLISH = "President Joseph R. Biden, Jr. met with President Xi Jinping"


def signed(what):
    return {"mode": "sign", "quote": f"双方签署{what}", "fields": {"mode": [2, 4]}}


def meeting(act, behind):
    return {"quote": f"习近平同拜登{act}{behind}", "fields": {"mode": [6, 8]}}


tellings = st.builds(
    lambda mode, sides, day, length, frame, ordinal, issuer: tell(
        mode=mode,
        participants=sorted(sides),
        start=day.isoformat(),
        end=(day + timedelta(days=length)).isoformat(),
        frame=frame,
        ordinal=ordinal,
        issuer=issuer,
    ),
    st.sampled_from(sorted(ACTS)),
    st.sets(st.sampled_from(["CHN", "USA", "RUS", "JPN"]), max_size=4),
    st.dates(date(2020, 1, 1), date(2020, 2, 1)),
    st.sampled_from([0, 0, 2, 30]),
    st.sampled_from([None, "g20-summit", "apec", "中美联合声明"]),
    st.sampled_from([None, 3, 4]),
    st.sampled_from(["CHN", "USA"]),
)


@given(tellings, tellings)
def test_a_score_does_not_depend_on_the_order_of_the_tellings(a, b):
    assert score_pair(a, b) == score_pair(b, a)


@given(tellings)
def test_a_telling_is_the_same_as_itself(a):
    assert score_pair(a, a).verdict == "same"


@given(tellings, tellings)
def test_every_case_has_a_weight_and_words(a, b):
    assert {f"{n}.{c}" for n, c in parts_of(a, b)} <= load_weights().words.keys()


@given(st.lists(tellings, min_size=2, max_size=6), st.randoms())
def test_proposals_do_not_depend_on_the_order_of_the_pairs(found, random):
    by_id = {t.id: t for t in found}
    ids = sorted(by_id)
    scored = {(a, b): score_pair(by_id[a], by_id[b]) for a in ids for b in ids if a < b}
    mixed = list(scored.items())
    random.shuffle(mixed)
    assert propose(scored, by_id) == propose(dict(mixed), by_id)


def test_two_languages_tell_of_one_meeting(telling):
    assert score_pair(telling(), telling(ENGLISH, issuer="USA")).verdict == "same"


@pytest.mark.parametrize(
    "other",
    [
        {"mode": "call"},
        {"start": "2022-11-16", "end": "2022-11-16"},
        {"quote": "外交部长王毅同美国国务卿布林肯举行会晤"},
        {"participants": ["CHN", "JPN"]},
    ],
    ids=["a call", "two days later", "the ministers", "another pair"],
)
def test_what_looks_alike_is_kept_apart(telling, other):
    assert score_pair(telling(), telling(**other)).verdict != "same"


def test_a_later_edition_is_another_conference(telling):
    first, second = (
        telling(mode="conference", frame="apec", start=f"202{n}-11-16", end=f"202{n}-11-17")
        for n in (2, 3)
    )
    assert score_pair(first, second).verdict == "different"


def test_a_score_tells_its_parts_in_words(telling):
    told = score_pair(telling(), telling(ENGLISH, issuer="USA")).explain()
    assert "people: the same people on both sides" in told
    assert "sides: the same sides" in told


@pytest.mark.parametrize(
    ("part", "case", "first", "second"),
    [
        ("hour", "other", {"quote": "上午，双方会谈"}, {"quote": "晚，双方会谈"}),
        ("place", "same", {"place": "巴厘岛"}, {"place": "Bali"}),
        ("frame", "kin", {"frame": "brics"}, {"frame": "brics-summit"}),
        (
            "host",
            "other",
            {"mode": "visit", "roles": {"host": ["CHN"]}},
            {"mode": "visit", "roles": {"host": ["USA"]}},
        ),
        ("date", "next-day-abroad", {}, {**NEXT, "issuer": "USA"}),
        ("date", "next-day", {}, NEXT),
        ("date", "within-month", {}, {"start": "2022-11-01", "end": "2022-11-30"}),
        (
            "date",
            "within-month",
            {},
            {"start": "2022-11-11", "end": "2022-11-20", "precision": "part-month"},
        ),
        ("place", "same-loose", {"place": "巴厘岛"}, {"place": "Bali", **NOVEMBER}),
        ("date", "not-told", {"place": "巴厘岛"}, {"place": "Bali", **LATER}),
        ("date", "unknown", {}, {**LATER, "quote": "双方会晤", "participants": ["CHN", "USA"]}),
        ("date", "stay-trip", VISIT, {**VISIT, "start": "2022-11-17", "end": "2022-11-17"}),
        ("ordinal", "same", ROUND, ROUND),
        ("frame", "in-words", {"frame": "quad"}, {"quote": "四方安全对话领导人会晤"}),
        ("object", "other", signed("共建铁路合作规划纲要"), signed("农产品进口检疫议定书")),
        ("audience", "one-sided", meeting("会见", "记者"), meeting("会见", "，并交换意见")),
        (
            "frame",
            "same",
            {"frame": "中俄关于合作的联合声明"},
            {"frame": "中国和俄罗斯关于合作的联合声明"},
        ),
    ],
)
def test_a_part_is_told_by_its_case(telling, part, case, first, second):
    assert dict(parts_of(telling(**first), telling(**second)))[part] == case
