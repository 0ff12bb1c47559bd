"""Export, then import, is identity."""

import json
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.errors import StudyError
from comity.model import Document, Event, OffsetMap, Period, Position, Span, Tie
from comity.model.vocabulary import MODES, RELATIONS, STANCES
from comity.study import open_study

from .conftest import TALKS


def state(study):
    """All that a study holds, texts and places of files apart."""
    documents = [
        {k: v for k, v in study.rows("document_by_id", id=d["id"])[0].items() if k != "location"}
        for d in study.documents()
    ]
    claims = [{**c, "seq": 0} for c in study.rows("claims_after", after=0, step=1000)]
    return documents, claims, study.claims().to_dicts(), study.judgements().to_dicts()


@pytest.mark.parametrize("format", ["parquet", "jsonl"])
def test_a_study_restored_is_the_study_exported(study, tmp_path, format):
    study.export(tmp_path / "out", [format])
    with open_study() as again:
        done = again.restore(tmp_path / "out")
        assert state(again) == state(study)
        assert (done.documents, done.judgements) == (2, 5)
        assert again.verify() == []
        then = date(2019, 1, 1)
        assert again.as_known(then).info()["claims"] == 0


def test_restoring_again_adds_nothing_and_the_documents_are_known(study, tmp_path):
    study.export(tmp_path / "out", ["parquet"])
    with open_study() as again:
        again.restore(tmp_path / "out")
        before = state(again)
        done = again.restore(tmp_path / "out")
        added = again.add(TALKS, issuer="CHN", issued="2019-06-06", language="zh")
        assert (done.documents, done.claims, done.judgements) == (0, 0, 0)
        assert (added.documents, added.known) == (0, 1)
        assert state(again) == before


def test_two_parts_of_a_study_become_one_again(study, tmp_path):
    for issuer in ("CHN", "RUS"):
        study.export(tmp_path / issuer, ["jsonl"], issuer=issuer)
    with open_study() as again:
        for issuer in ("CHN", "RUS"):
            again.restore(tmp_path / issuer)
        assert {c["id"] for c in again.claims()} == {c["id"] for c in study.claims()}


def test_what_a_data_set_tells_comes_back_with_its_coverage(tmp_path):
    with open_study() as made, open_study() as again:
        load_dataset(made)
        made.export(tmp_path / "out", ["jsonl", "parquet"])
        (tmp_path / "out" / "claims.parquet").unlink()
        with pytest.raises(StudyError, match=r"claims\.parquet cannot be read"):
            again.restore(tmp_path / "out")
        made.export(tmp_path / "lines", ["jsonl"])
        assert again.restore(tmp_path / "lines").observations == 2
        for question in ("export_observations", "coverage", "imports"):
            with made.selection() as a, again.selection() as b:
                name = question.removeprefix("export_")
                assert list(a.rows(name)) == list(b.rows(name)) != []


def load_dataset(study):
    store, at = study.derived(), "2020-01-01T00:00:00"
    document = {"id": "cow", "kind": "dataset", "digest": "d", "recorded": at}
    store.run("insert_documents", rows=json.dumps([document]))
    tables = {
        "coverage": {"property": "milex", "actors": [], "start": "1816-01-01", "end": "2014-12-31"},
        "observation": {"series": "milex", "a": "CHN", "start": "2014-01-01", "end": "2014-12-31"},
        "import": {"feed": "cow", "file": "a.csv", "digest": "d", "rows": 2, "skipped": 0},
    }
    for table, row in tables.items():
        values = [1.5, None] if table == "observation" else [None]
        rows = [{**row, "document": "cow", "recorded": at, "value": v} for v in values]
        shape = {r["name"]: r["type"] for r in store.rows("columns_of", table=table)}
        shape = {k: [v[:-2]] if v.endswith("[]") else v for k, v in shape.items() if k in rows[0]}
        store.run(f"restore_{table}", rows=json.dumps(rows), shape=json.dumps([shape]))


def test_a_folder_of_real_documents_comes_back_whole(shared, tmp_path):
    with open_study() as made, open_study() as again:
        made.add(shared / "corpus" / "zh")
        made.export(tmp_path / "out", ["parquet"], texts=True)
        again.restore(tmp_path / "out")
        assert state(again) == state(made)
        assert again.verify() == []


def break_line(folder, name, change):
    """Change a file and the manifest with it, as somebody who means it would."""
    import hashlib

    path, manifest = folder / name, folder / "MANIFEST.json"
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    path.write_text(change(path.read_text("utf-8")), encoding="utf-8")
    after = hashlib.sha256(path.read_bytes()).hexdigest()
    manifest.write_text(manifest.read_text("utf-8").replace(before, after), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("claims.jsonl", "Morrison", "Somebody", "Claim .* does not hold"),
        ("judgements.jsonl", '"ann"', '"eve"', "Judgement .* does not hold"),
    ],
)
def test_claims_and_judgements_that_were_altered_are_refused(study, tmp_path, name, old, new, says):
    study.export(tmp_path / "out", ["jsonl"])
    break_line(tmp_path / "out", name, lambda text: text.replace(old, new))
    with open_study() as again:
        with pytest.raises(StudyError, match=says):
            again.restore(tmp_path / "out")
        assert again.info()["documents"] == 0


def test_what_is_no_export_or_was_changed_is_told(study, tmp_path):
    study.export(tmp_path / "csv", ["csv"])
    study.export(tmp_path / "out", ["jsonl"])
    (tmp_path / "empty").mkdir()
    with (tmp_path / "out" / "claims.jsonl").open("a") as stream:
        stream.write("{}\n")
    newer = tmp_path / "newer"
    study.export(newer, ["jsonl"])
    manifest = (newer / "MANIFEST.json").read_text("utf-8")
    (newer / "MANIFEST.json").write_text(
        manifest.replace('"export_format": 1', '"export_format": 2')
    )
    for folder, says in (
        ("csv", "no claims in Parquet or JSON Lines"),
        ("out", "not the file that was exported"),
        ("empty", "holds no export"),
        ("newer", "another format"),
    ):
        with open_study() as again, pytest.raises(StudyError, match=says):
            again.restore(tmp_path / folder)


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
IDS = st.one_of(st.sampled_from(["CHN", "USA", "asean"]), WORDS)
MANY = st.lists(IDS, max_size=3, unique=True).map(tuple)
DAYS = st.dates(date(1000, 1, 1), date(2100, 12, 31))
PERIODS = st.tuples(st.none() | DAYS, st.none() | DAYS).map(
    lambda ends: Period(start=ends[0], end=ends[1], precision="range", resolved="explicit")
)
SPANS = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda pair: Span(*pair))
SHARED = {
    "document": st.just("d"),
    "issuer": st.just("CHN"),
    "section": st.just("") | WORDS,
    "span": SPANS,
    "quote": WORDS,
    "rule": WORDS,
    "fields": st.dictionaries(
        WORDS, st.lists(SPANS, min_size=1, max_size=2).map(tuple), max_size=2
    ),
    "speaker": st.just("") | WORDS,
}
MAYBE = st.none() | WORDS
CLAIMS = st.one_of(
    st.builds(
        Event,
        mode=st.sampled_from(MODES),
        participants=MANY,
        roles=st.dictionaries(WORDS, MANY, max_size=2),
        period=PERIODS,
        place=MAYBE,
        frame=MAYBE,
        ordinal=st.none() | st.integers(1, 99),
        count=st.none() | st.integers(1, 99),
        dated=MAYBE,
        **SHARED,
    ),
    st.builds(
        Position,
        holders=MANY,
        stance=st.sampled_from(STANCES),
        target=WORDS,
        topics=MANY,
        addressees=MANY,
        deadline=st.none() | DAYS.map(date.isoformat),
        **SHARED,
    ),
    st.builds(
        Tie,
        relation=st.sampled_from(RELATIONS),
        source=IDS,
        target=IDS,
        grade=MAYBE,
        period=PERIODS,
        role=MAYBE,
        **SHARED,
    ),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(claims=st.lists(CLAIMS, max_size=6), format=st.sampled_from(["parquet", "jsonl"]))
def test_any_claims_come_back_with_their_ids(tmp_path_factory, claims, format):
    folder = tmp_path_factory.mktemp("any") / "out"
    document = Document(id="d", text="x", clean="x", offsets=OffsetMap(), language="en")
    with open_study(clock=lambda: datetime(2020, 1, 1)) as made, open_study() as again:
        made.record([(document, claims)])
        made.export(folder, [format])
        again.restore(folder)
        assert state(again) == state(made)
        assert {c["id"] for c in again.claims()} == {c.id for c in claims}
