"""Every feed on a small made-up file of the shape its data set has."""

import gzip
import zipfile
from datetime import date

import pytest

from comity.errors import ReadError, ResourceError
from comity.feeds import FeedReader, load_feed, own_feeds, read_feed
from comity.feeds.files import open_table
from comity.feeds.load import parse_feed
from comity.feeds.ontology import codes
from comity.model import Claim, Event, Tie
from comity.model.vocabulary import ROOT_OF

from .samples import TEXT, write_sample


@pytest.fixture
def read(tmp_path):
    """Return what reads a feed's sample: its values and the reader, which knows what was skipped."""

    def run(name):
        feed = load_feed(name)
        with open_table(write_sample(name, tmp_path), feed) as table:
            reader = FeedReader(feed, table, "doc")
            return list(reader.values()), reader

    return run


def numbers(values):
    return [(v.series, v.a, v.b, v.value) for v in values]


def test_every_feed_has_a_made_up_file():
    assert set(own_feeds()) == {*TEXT, "gdelt-1", "gdelt-2"}


@pytest.mark.parametrize("name", own_feeds())
def test_every_feed_reads_its_file_the_same_way_each_time(name, read):
    values, reader = read(name)
    assert values
    again, _ = read(name)
    assert values == again
    claims = [v for v in values if isinstance(v, Claim)]
    assert len({c.id for c in claims}) == len(claims)
    assert all(c.quote and c.rule == f"feed.{name}" and c.span.start > 0 for c in claims)
    assert all(c.period.start and c.period.end for c in reader.coverage())


@pytest.mark.parametrize("name", [n for n in own_feeds() if n != "table"])
def test_every_feed_cites_its_maker_and_says_what_is_unverified(name):
    feed = own_feeds()[name]
    assert feed.citation
    assert feed.licence
    assert feed.homepage.startswith("http")
    assert all(hasattr(feed, field) for field in feed.unverified)


def test_directed_duplicates_and_consecutive_years_are_one_tie_with_an_open_end(read):
    values, reader = read("atop")
    korea = next(t for t in values if t.target == "USA" or t.source == "USA")
    assert len(values) == 2
    assert {korea.source, korea.target} == {"KOR", "USA"}
    assert korea.grade == "defence; consultation"
    assert (korea.period.start, korea.period.end) == (date(2016, 1, 1), None)
    assert reader.skips.reasons == {"no state has the cow code 999": 1}


def test_a_tie_that_ended_before_the_data_did_has_an_end(read):
    thai = next(t for t in read("cow-alliances")[0] if "THA" in (t.source, t.target))
    assert (thai.grade, thai.period.end, thai.dated) == (
        "entente",
        date(1955, 12, 31),
        "first-observed",
    )


def test_memberships_of_a_wide_table_are_spells_with_roles(read):
    values = read("cow-igo")[0]
    unknown = [v for v in values if not isinstance(v, Tie)]
    said = {
        (t.source, t.target, t.role, t.period.start.year, t.period.end and t.period.end.year)
        for t in values
        if isinstance(t, Tie)
    }
    assert said == {
        ("THA", "asean", None, 1967, None),
        ("THA", "un", None, 1965, None),
        ("THA", "igo-zzz", "associate", 1966, None),
        ("USA", "un", None, 1965, 1965),
        ("USA", "un", None, 1967, None),
        ("USA", "anzus", None, 1965, 1966),
        ("USA", "anzus", "observer", 1967, None),
    }
    assert [(v.a, v.b, v.value) for v in unknown] == [("THA", "igo-zzz", None), ("USA", "un", None)]


def test_a_missing_number_is_none_and_never_zero(read):
    found = numbers(read("cow-nmc")[0])
    assert ("iron-and-steel", "CHN", None, None) in found
    assert ("military-expenditure", "CHN", None, 100.0) in found
    assert numbers(read("cow-trade")[0])[:2] == [
        ("imports", "USA", "CHN", 40.0),
        ("imports", "CHN", "USA", None),
    ]


def test_several_states_in_a_cell_have_a_number_each(read):
    found = numbers(read("ucdp-acd")[0])
    assert ("armed-conflict-interstate", "USA", "IRQ", 2.0) in found
    assert ("armed-conflict-interstate", "GBR", "IRQ", 2.0) in found
    assert ("armed-conflict-internal", "MMR", "7", 1.0) in found


def test_an_event_is_as_exact_as_its_source_says_and_keeps_unknown_names(read):
    first, second = (v for v in read("ucdp-ged")[0] if isinstance(v, Event))
    assert (first.participants, str(first.period)) == (("IND", "PAK"), "1999-05-03")
    assert second.participants == ("MMR", "hill-and-valley-army")
    assert (second.period.precision, second.period.end) == ("month", date(1999, 6, 30))


def test_the_rows_of_an_exercise_are_one_event(read):
    fern, other = read("mme-exercises")[0]
    assert fern.participants == ("USA", "JPN")
    assert fern.frame == "tidal-fern"
    assert (fern.period.start, fern.period.end) == (date(2005, 8, 3), date(2005, 8, 31))
    assert (other.period.precision, other.frame, other.place) == ("year", None, None)


def test_a_number_given_to_exercises_years_apart_is_two_events(tmp_path):
    path = write_sample("mme-exercises", tmp_path)
    text = path.read_text(encoding="utf-8")
    again = "m1,-9,,369,Ukraine,1995,Ukraine,1995,7,xx,1995,7,xx\n"
    path.write_text(text + again, encoding="utf-8")
    feed = load_feed("mme-exercises")
    with open_table(path, feed) as table:
        events = list(FeedReader(feed, table, "d").values())
    assert [e.participants for e in events] == [("USA", "JPN"), ("KOR",), ("UKR",)]
    assert [str(e.period.start) for e in events] == ["2005-08-03", "2006-01-01", "1995-07-01"]


@pytest.mark.parametrize("name", ["gdelt-1", "gdelt-2"])
def test_gdelt_rows_without_header_are_events_by_code(name, read):
    values, reader = read(name)
    assert [(e.mode, e.participants) for e in values] == [
        ("call", ("CHN", "USA")),
        ("accuse", ("cameo-eur",)),
    ]
    assert values[0].roles == {"actor": ("CHN",), "recipient": ("USA",)}
    assert reader.skips.reasons == {"names no actor": 1}


def test_icews_and_polecat_give_countries_else_names(read):
    visit, protest = read("icews")[0]
    assert (visit.mode, visit.participants) == ("visit", ("RUS", "CHN"))
    assert protest.participants == ("farm-union", "IND")
    accuse = read("polecat")[0][1]
    assert accuse.roles == {"actor": ("USA", "JPN"), "recipient": ("PRK",)}


def test_votes_are_numbers_and_absence_is_none(read):
    assert [v.value for v in read("unga-votes")[0]] == [1.0, None, -1.0]


def test_agreements_are_signed_and_joined(read):
    sign, join = read("desta")[0]
    assert (sign.mode, sign.participants, sign.frame) == ("sign", ("AFG", "IND"), "desta-1")
    assert (join.mode, join.participants, join.dated) == ("join", ("NPL",), "acceded")


@pytest.mark.parametrize(("ontology", "code"), codes())
def test_event_codes_lead_to_modes(ontology, code):
    assert codes()[ontology, code] in ROOT_OF


def test_modes_agree_with_the_ontology_tables(shared):
    import csv

    from comity.feeds.ontology import mode_of

    known = {*ROOT_OF.values()}
    with (shared / "data/ontology/cameo.csv").open() as stream:
        rows = [r for r in csv.DictReader(stream) if r["plover_category"] in known]
    wrong = {
        r["code"]: (r["plover_category"], mode_of("cameo", r["code"]))
        for r in rows
        if ROOT_OF.get(mode_of("cameo", r["code"]) or "") != r["plover_category"]
    }
    assert len(rows) > 200
    assert wrong == {}


# files


def test_plain_gzip_and_zip_give_the_same_values(tmp_path):
    feed = load_feed("cow-nmc")
    plain = write_sample("cow-nmc", tmp_path)
    packed = tmp_path / "a.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("NMCv7/readme.txt", "read me")
        archive.writestr("NMCv7/NMC-70-abridged.csv", plain.read_text())
    first = list(read_feed(feed, plain))
    assert first == list(read_feed(feed, packed)) == list(read_feed(feed, tmp_path / "a.zip"))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.csv", b"one,two\n1,2\n", "missing ccode, milex, year, .*found one, two"),
        ("a.csv", b"", "found none"),
        ("a.csv", b"ccode,year,milex\n2,2000,\xff\n", "not in the encoding"),
        (
            "a.gz",
            gzip.compress(b"ccode,year,milex\n2,2000,1\n" * 99, mtime=0)[:60],
            "cut short or damaged",
        ),
        ("a.zip", b"PK\x03\x04 and no more", "cut short or damaged"),
    ],
)
def test_a_file_that_is_not_the_feeds_is_told_in_a_sentence(tmp_path, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ReadError, match=says):
        list(read_feed(load_feed("cow-nmc"), path))


def test_an_archive_without_the_table_says_what_it_holds(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("one.pdf", "x")
    with pytest.raises(ReadError, match="holds one.pdf"):
        list(read_feed(load_feed("cow-nmc"), tmp_path / "a.zip"))


def test_a_gdelt_file_of_the_other_version_is_refused(tmp_path):
    with pytest.raises(ReadError, match="61 columns where gdelt-1 has 58"):
        list(read_feed(load_feed("gdelt-1"), write_sample("gdelt-2", tmp_path)))


# feeds of one's own

OWN = """
id = "my-visits"
title = "Visits coded by hand"
issuer = "Our team"
licence = "CC BY 4.0"

[[event]]
mode = "visit"
participants = ["guest", "host"]
when = "day"
place = "city"
"""


def test_ten_lines_make_a_feed(tmp_path):
    (tmp_path / "my.toml").write_text(OWN)
    (tmp_path / "v.csv").write_text("day,guest,host,city\n2019-04-02,中国,Japan,Tokyo\n")
    (event,) = read_feed(load_feed(tmp_path / "my.toml"), tmp_path / "v.csv")
    assert (event.mode, event.participants, event.place) == ("visit", ("CHN", "JPN"), "Tokyo")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('mode = "visit"', 'mode = "teatime"', "unknown word teatime"),
        ('when = "day"', "", "lacks when"),
        ("place =", "plaze =", "unknown key plaze"),
        ("[[event]]", "[[happening]]", "unknown key happening"),
        ('id = "my-visits"', "", "lacks id"),
        ('title = "', "title = ", "not valid TOML"),
        ("issuer =", 'system = "un"\nissuer =', "unknown code system un"),
        ("issuer =", 'encoding = "klingon"\nissuer =', "unknown encoding klingon"),
    ],
)
def test_a_wrong_specification_is_told_in_a_sentence(old, new, says):
    with pytest.raises(ResourceError, match=says):
        parse_feed(OWN.replace(old, new), "my.toml")


def test_ties_of_a_table_of_ones_own_keep_their_dates(tmp_path):
    text = "relation,from,to,start,end,grade\npartner,CHN,Russia,2011-06-16,,full\nmember,IND,sco,2017-06-09,,\n"
    (tmp_path / "t.csv").write_text(text)
    partner, member = read_feed(load_feed("table"), tmp_path / "t.csv")
    assert isinstance(partner, Tie)
    assert (partner.source, partner.target, partner.grade) == ("CHN", "RUS", "full")
    assert (member.target, member.period.start, member.period.end) == (
        "sco",
        date(2017, 6, 9),
        None,
    )
