"""Fields of security: matrix, evenness, order, by hand."""

import math

import numpy as np
import pytest
from tests.measure.told import position, with_positions
from tests.network.made import DAY, event, made

from comity.errors import QueryError, ResourceError
from comity.measure import run
from comity.measure.fields.easy import sign_test
from comity.measure.fields.evenness import entropy
from comity.measure.fields.parting import check_fields, own_parting, parse_fields, read_fields
from comity.network import network_at

CYBER, DRILL = {"topics": ("cyber",)}, {"track": "military"}
TWO = parse_fields("""
field = [
  { id = "hard", kind = "traditional", tracks = ["military"] },
  { id = "easy", kind = "non-traditional", topics = ["cyber"] },
]
""")
ACTS = made(
    event("dialogue", "CHN", "RUS", day="2016-03-01", **CYBER),
    event("exercise", "CHN", "RUS", day="2016-09-01", **DRILL),
    event("meet", "CHN", "USA", day="2016-10-01"),
)


def values(evidence, id, day=DAY, **options):
    found = run(network_at(evidence, day), [id], draws=0, options={id: options})
    return {(v.subject.actors, v.subject.layer): v for v in found}


def test_the_matrix_counts_events_and_positions_by_field():
    told = with_positions(ACTS, (position(["CHN"], ["cyber"]), "2016-05-01"))
    found = values(told, "field.cover", parting=TWO)
    assert found[("CHN",), "easy"].value == 2
    assert found[("CHN",), "hard"].value == 1
    assert found[("RUS",), "easy"].value == 1
    assert found[("CHN",), "easy"].missing == 1  # the meeting, of which no field is told
    assert found[("CHN",), "easy"].method.startswith("non-traditional")


def test_a_field_nobody_tells_of_is_unknown_not_nought():
    assert values(ACTS, "field.cover", parting=TWO)[("USA",), "hard"].value is None


def test_positions_may_be_left_out():
    told = with_positions(ACTS, (position(["CHN"], ["cyber"]), "2016-05-01"))
    found = values(told, "field.cover", parting=TWO, positions=False)
    assert found[("CHN",), "easy"].value == 1


def test_acts_of_other_months_are_not_counted():
    assert values(ACTS, "field.cover", parting=TWO, months=6)[("CHN",), "easy"].value is None


def test_two_fields_alike_are_wholly_even():
    value = values(ACTS, "field.even", parting=TWO)[("CHN",), ""]
    assert value.value == pytest.approx(1)
    assert value.lo <= 1 <= value.hi
    assert value.method.startswith("hard 1, easy 1")  # never without its row


def test_one_field_alone_is_not_even_and_one_act_says_little():
    one = made(event("exercise", "CHN", "RUS", day="2016-09-01", **DRILL))
    value = values(one, "field.even", parting=TWO)[("CHN",), ""]
    assert value.value == 0
    assert value.hi > 0.3


def test_shannon_by_hand():
    three = ACTS.joined(made(event("exercise", "CHN", "RUS", day="2016-11-01", **DRILL)))
    value = values(three, "field.shannon", parting=TWO)[("CHN",), ""]
    expected = -(2 / 3 * math.log(2 / 3) + 1 / 3 * math.log(1 / 3))
    assert value.value == pytest.approx(expected)
    even = values(three, "field.even", parting=TWO)[("CHN",), ""]
    assert even.value == pytest.approx(expected / math.log(2))


def test_nothing_told_has_no_evenness():
    assert np.isnan(entropy(np.zeros((1, 3)))[0])
    assert values(ACTS, "field.even", parting=TWO)[("USA",), ""].value is None


def test_kinds_choose_the_fields():
    found = values(ACTS, "field.cover")
    assert {layer for _, layer in found} == set(own_parting().ids)
    with pytest.raises(QueryError, match="no kind of field soft"):
        values(ACTS, "field.even", kinds=("soft",))


def test_the_order_is_by_the_first_day_in_each_field():
    value = values(ACTS, "order.first", parting=TWO)[("CHN", "RUS"), ""]
    assert value.value == "easy 2016-03-01 < hard 2016-09-01"
    assert (value.lo, value.hi) == (None, None)


def test_deeds_leave_talks_out():
    value = values(ACTS, "order.first", parting=TWO, deeds=True)[("CHN", "RUS"), ""]
    assert value.value == "hard 2016-09-01"


def test_a_pair_is_of_those_who_began_with_the_easy_field():
    reverse = made(
        event("exercise", "JPN", "USA", day="2015-03-01", **DRILL),
        event("dialogue", "JPN", "USA", day="2015-09-01", **CYBER),
    )
    assert easy(ACTS).value == 1
    assert easy(reverse).value == 0
    both = easy(ACTS.joined(reverse))
    assert both.value == 0.5
    assert "1 pairs non-traditional first, 1 traditional first" in both.method


def easy(evidence):
    (value,) = values(evidence, "order.easy", parting=TWO).values()
    return value


def test_without_both_kinds_there_is_no_order():
    value = easy(made(event("exercise", "JPN", "USA", day="2015-03-01", **DRILL)))
    assert (value.value, value.missing) == (None, 1)


@pytest.mark.parametrize(("plus", "minus", "p"), [(3, 0, 1 / 8), (2, 1, 1 / 2), (0, 2, 1.0)])
def test_the_sign_test_by_hand(plus, minus, p):
    assert sign_test(plus, minus) == pytest.approx(p)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("field = [", "not valid TOML"),
        ('[[field]]\nid = "a"\nkind = "soft"', "needs an id and a kind"),
        ('[[field]]\nid = "a"\nkind = "other"\ncolour = "red"', "unknown key colour"),
        ('[[field]]\nid = "a"\nkind = "other"\ntracks = ["air"]', "unknown track air"),
        (
            '[[field]]\nid = "a"\nkind = "other"\ntopics = ["x"]\n'
            '[[field]]\nid = "b"\nkind = "other"\ntopics = ["x"]',
            "the topic x a second time, it stands in a",
        ),
    ],
)
def test_a_wrong_list_of_fields_is_told_in_one_sentence(text, wrong):
    with pytest.raises(ResourceError, match=wrong):
        parse_fields(text)


@pytest.mark.parametrize(
    "text",
    [
        "field = 3",
        "field = [3]",
        '[field]\nid = "a"',
        '[[field]]\nid = "a"\nkind = "other"\ntopics = "x"',
    ],
)
def test_a_list_of_another_shape_is_told_in_one_sentence(text):
    with pytest.raises(ResourceError):
        parse_fields(text)


def test_bytes_that_are_no_text_name_their_file(tmp_path):
    (tmp_path / "fields.toml").write_bytes(b"\xff\xfe[")
    with pytest.raises(ResourceError, match="cannot be read"):
        read_fields(tmp_path)


def test_a_folder_lays_its_fields_over_ours(tmp_path):
    (tmp_path / "fields.toml").write_text('[[field]]\nid = "cyber"\nkind = "traditional"\n')
    parting = read_fields(tmp_path)
    assert "cyber" in parting.of_kind("traditional")
    assert len(parting.fields) == len(own_parting().fields)
    assert read_fields(tmp_path / "none") == own_parting()


def test_a_topic_there_is_not_is_a_problem(tmp_path):
    text = '[[field]]\nid = "sea"\nkind = "other"\ntopics = ["whales"]\n'
    (tmp_path / "fields.toml").write_text(text)
    problems = check_fields(["cyber"], tmp_path)
    assert any("whales" in str(p) for p in problems)
