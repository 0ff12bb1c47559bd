"""The address of a value leads back to it, whatever it is about."""

import pytest
from tests.network.made import DAY, event, made, row

from comity.errors import QueryError
from comity.measure import Subject, Value, measures, parse_address, run
from comity.measure.given import choices_of, option_value, options_of
from comity.network import network_at, sequence

TOLD = made(
    row("ally", "USA", "JPN"),
    row("partner", "CHN", "RUS", grade="strategic partnership"),
    row("member", "CHN", frame="sco"),
    row("member", "RUS", frame="sco"),
    row("party", "CHN", frame="tac"),
    row("party", "JPN", frame="tac"),
    event("exercise", "USA", "JPN", day="2014-09-04", track="military", frame="rimpac"),
    event("protest", ("CHN", "subject"), ("USA", "recipient"), day="2014-10-01"),
    event("protest", ("CHN", "subject"), ("JPN", "recipient"), day="2014-10-01"),
    event("meet", "CHN", "RUS", day="2016-03-04", ordinal=2, frame="sco"),
    event("meet", "CHN", "RUS", day="2015-03-04", ordinal=1, frame="sco"),
    covers=[("ally", "1990-01-01", "2018-12-31")],
)


def value(**parts):
    return Value(
        measure="mux.overlap", subject=Subject(**parts), value=1.0, unit="", no_interval="none"
    )


@pytest.mark.parametrize(
    ("parts", "address"),
    [
        ({"actors": ("CHN", "RUS"), "period": "2016-12-31"}, "mux.overlap:CHN-RUS@2016"),
        ({"actors": ("CHN",), "period": "2016-09-04"}, "mux.overlap:CHN@2016-09-04"),
        ({"actors": ("asean-plus3", "CHN")}, "mux.overlap:asean-plus3+CHN"),
        ({"mechanism": "Cobra Gold, 2004"}, "mux.overlap:Cobra%20Gold%2C%202004"),
        ({"actors": ("CHN",), "layer": "alliance"}, "mux.overlap:CHN/alliance"),
        ({"period": "2016-12-31"}, "mux.overlap:@2016"),
    ],
)
def test_an_address_is_one_word(parts, address):
    made_ = value(**parts)
    assert made_.address == address
    assert str(parse_address(address)) == address


def test_no_two_values_of_a_run_share_an_address():
    years = sequence(TOLD, range(2014, 2017))
    values = run(years, draws=0)
    assert len({v.measure for v in values}) > len(measures()) / 2
    assert len({v.address for v in values}) == len(values)
    assert not [v.address for v in values if " " in v.address or v.address.count(":") != 1]


def test_choices_stand_in_the_address_and_are_read_from_it():
    network = network_at(TOLD, DAY, layers=("alliance", "military"), strict=True)
    (first, *_) = run(network, ["mux.overlap"], draws=10, level=0.5)
    assert first.address.endswith("@2016,layers=alliance+military,strict,draws=10,level=0.5")
    chosen, given, own, years = choices_of(parse_address(first.address))
    assert chosen == {"layers": ("alliance", "military"), "strict": True}
    assert (given, own, years) == ({"draws": 10, "level": 0.5}, {}, None)


def test_options_of_a_measure_begin_with_a_dot():
    options = {"mux.overlap": {"layers": ("alliance", "military")}}
    (first, *_) = run(network_at(TOLD, DAY), ["mux.overlap"], draws=0, options=options)
    assert ",.layers=alliance+military" in first.address
    assert choices_of(parse_address(first.address))[2] == {"layers": ("alliance", "military")}


def test_a_measure_over_years_keeps_its_years():
    (first, *_) = run(sequence(TOLD, range(2014, 2017)), ["recip"], draws=0) or [None]
    assert first is None or "years=2014-2016" in first.address


@pytest.mark.parametrize(
    "text", ["", "CHN", "mux.overlap", "mux.overlap:CHN RUS@2016", ":@", "a:b:c"]
)
def test_what_is_no_address_is_refused(text):
    with pytest.raises(QueryError, match="no address"):
        parse_address(text)


@pytest.mark.parametrize(
    "text", ["mux.overlap:CHN-RUS@2016,draws=many", "mux.overlap:CHN@2016,colour=red"]
)
def test_an_unknown_choice_is_refused(text):
    with pytest.raises(QueryError, match="no choice"):
        choices_of(parse_address(text))


def test_options_are_read_by_what_the_function_takes():
    assert options_of(["coop.count.months=6", "align.kappa.binary=no", "bloc.Q.gamma=1.5"]) == {
        "coop.count": {"months": 6},
        "align.kappa": {"binary": False},
        "bloc.Q": {"gamma": 1.5},
    }


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("months=6", "no option"),
        ("coop.count.colour=6", "no option colour"),
        ("coop.count.months=six", "cannot be six"),
        ("nothing.months=6", "no measure nothing"),
        ("inst.scope.fields=a", "cannot be given as a word"),
        ("align.kappa.binary=perhaps", "cannot be perhaps"),
    ],
)
def test_a_wrong_option_is_a_sentence(word, said):
    with pytest.raises(QueryError, match=said):
        options_of([word])


def test_every_option_of_every_measure_has_a_usual_value():
    assert [(m.id, n) for m in measures() for n in m.options if n == "self"] == []
    assert option_value(measures()[0], "layers", "alliance+military") == ("alliance", "military")
