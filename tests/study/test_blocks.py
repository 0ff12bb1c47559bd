"""Event tables read in blocks: the same claims, counts and coverage as row by row, and resumable."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.feeds import blocks as feed_blocks
from comity.feeds import load_feed
from comity.study import blocks, open_study
from comity.study.ingest import import_file

NOW = datetime(2026, 1, 1)
FEED = load_feed("gdelt-1")
AT = {name: place for place, name in enumerate(FEED.header)}


def line(number, day="20160903", actor="CHN", other="USA", code="040", place="Hangzhou, China"):
    row = [""] * len(FEED.header)
    cells = {"GLOBALEVENTID": str(number), "SQLDATE": day, "EventCode": code}
    cells |= {"Actor1CountryCode": actor, "Actor2CountryCode": other, "ActionGeo_FullName": place}
    for name, cell in cells.items():
        row[AT[name]] = cell
    return "\t".join(row)


NASTY = [
    line(1),
    line(2, day=""),
    line(3, code="99"),
    line(4, actor="", other=""),
    line(5, actor="XXX"),
    line(6, actor="CHN", other="CHN"),
    "",
    line(7, place='  "quoted" \\ back　'),
    line(8, place=""),
    line(9)[:40],
    line(10) + "\tone more",
    line(11, day="201609"),
    line(12, day="2016"),
    line(13, actor="DDR", day="19800101"),
    line(14, actor="DDR", day="20000101"),
    line(15, place="null\0byte; Zürich 苏黎世 🙂"),
    line(16, day="20161399"),
    "   ",
    line(17, code="043", other=" USA "),
]


def imported(path, **more):
    with open_study(clock=lambda: NOW) as study:
        done = import_file(study._store, more.pop("feed", FEED), path, NOW, **more)
        store = study._store
        claims = store.connection.execute("select * from claim order by seq").fetchall()
        covers = store.connection.execute("select * from coverage").fetchall()
        return done, claims, covers


def both(path, **more):
    return imported(path, **more), imported(path, by_row=True, **more)


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(feed_blocks, "BLOCK", 700)


def write(path, lines, end="\n"):
    path.write_bytes(end.join(lines).encode())
    return path


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blocks_give_what_rows_give(tmp_path, small, end):
    path = write(tmp_path / "a.export.csv", NASTY, end)
    by_block, by_row = both(path)
    assert by_block == by_row
    assert by_block[0].rows == 18
    assert by_block[0].claims == 12


def test_a_header_and_a_zip_are_read_alike(tmp_path, small):
    import zipfile

    path = tmp_path / "a.export.CSV.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.export.CSV", "\n".join(["\t".join(FEED.header), *NASTY]))
    by_block, by_row = both(path)
    assert by_block == by_row


def test_control_characters_are_read_row_by_row_and_lose_nothing(tmp_path, small):
    lines = [line(n) for n in range(20)] + [line(20, place="a\x1fb")]
    by_block, by_row = both(write(tmp_path / "a.export.csv", lines))
    assert by_block[1] == by_row[1]
    assert by_block[0].rows == 21


def test_a_feed_with_names_and_labels_is_read_alike(tmp_path, small):
    feed = load_feed("icews")
    head = ["Event ID", "Event Date", "Source Name", "Source Country", "CAMEO Code"]
    head += ["Target Name", "Target Country", "City"]
    rows = [
        ["1", "2016-09-03", "Xi Jinping", "China", "040", "Obama", "United States", "Hangzhou"],
        ["2", "2016-09-03", "Rebels", "", "190", "", "Vietnam", ""],
        ["3", "1960-01-01", "", "Vietnam", "040", "", "Germany", "Bonn"],
        ["4", "1961-01-01", "", "Vietnam", "040", "", "Russian Federation", "Bonn"],
        ["5", "2016-09-03", "", "", "040", "", "", "Bonn"],
    ]
    path = write(tmp_path / "events.tab", ["\t".join(r) for r in [head, *rows]])
    by_block, by_row = both(path, feed=feed)
    assert by_block == by_row


def test_an_interrupted_import_goes_on_where_it_stopped(tmp_path, small):
    path = write(tmp_path / "a.export.csv", [line(n) for n in range(40)])
    whole = imported(path)

    class Stop(Exception):
        pass

    def stop(rows):
        if rows > 12:
            raise Stop

    with open_study(clock=lambda: NOW) as study:
        with pytest.raises(Stop):
            import_file(study._store, FEED, path, NOW, tell=stop)
        there = study.info()["claims"]
        assert 0 < there < 40
        done = import_file(study._store, FEED, path, NOW)
        assert done.resumed == there
        assert done.claims == 40 - there
        claims = study._store.connection.execute("select * from claim order by seq").fetchall()
        assert claims == whole[1]
        assert study.verify() == []


def test_a_claim_that_is_not_its_hash_stops_the_import(tmp_path, monkeypatch):
    path = write(tmp_path / "a.export.csv", [line(1)])
    monkeypatch.setattr(blocks, "_json", lambda value: "wrong")
    with pytest.raises(Exception, match="what its id was made of"):
        imported(path)


CELL = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\t\r\n\0"), max_size=6
)


@settings(max_examples=40, deadline=None)
@given(
    rows=st.lists(
        st.builds(
            line,
            st.integers(0, 99),
            day=st.sampled_from(["20160903", "19500101", "1950", "", "20169999", " 20160903 "]),
            actor=st.one_of(st.sampled_from(["CHN", "DEU", "", "XXX"]), CELL),
            code=st.sampled_from(["040", "0411", "19", "", "x"]),
            place=CELL,
        ),
        min_size=1,
        max_size=8,
    )
)
def test_any_cells_mean_the_same_in_blocks(tmp_path_factory, rows):
    path = write(tmp_path_factory.mktemp("rows") / "a.export.csv", rows)
    by_block, by_row = both(path)
    assert by_block == by_row
