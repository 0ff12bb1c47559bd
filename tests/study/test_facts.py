"""Our own facts in a study: the acceptance cases about memberships, foundings and alliances."""

import json
from datetime import date, datetime

import pytest

from comity.errors import QueryError, StudyError
from comity.model import Period, Span, Tie
from comity.study import open_study
from comity.study.policy import POLICIES
from comity.study.record import claim_row, insert_claims, insert_documents

NOW = datetime(2026, 1, 1)


@pytest.fixture(scope="module")
def facts():
    with open_study(clock=lambda: NOW) as made:
        made.add_facts()
        yield made


@pytest.fixture
def fresh():
    with open_study(clock=lambda: NOW) as made:
        made.add_facts()
        yield made


def day(text):
    return date.fromisoformat(text)


def who(study, mechanism, at, *, role=None, **chosen):
    rows = study.members(mechanism, day(at), **chosen)
    return {
        r["actor"] for r in rows if r["standing"] == "yes" and (role is None or r["role"] == role)
    }


def data_set(study, id, rows, covers=()):
    """Record a data set of ties, each (relation, from, to, start, end, role, grade), and its coverage."""
    document = {"id": id, "kind": "dataset", "title": id, "issuer": id, "digest": id}
    store, when = study._store, NOW.isoformat()
    ties = [
        Tie(
            relation=relation,
            source=a,
            target=b,
            period=Period(start=date(start, 1, 1), end=end and date(end, 12, 31), precision="year"),
            role=role,
            grade=grade,
            dated="first-observed",
            document=id,
            issuer=id,
            section="",
            span=Span(n, n),
            quote=f"row {n}",
            rule=f"feed.{id}",
        )
        for n, (relation, a, b, start, end, role, grade) in enumerate(rows, 1)
    ]
    covered = [
        {
            "document": id,
            "property": property,
            "actors": list(actors),
            "start": start,
            "end": end,
            "silence": "no",
            "recorded": when,
        }
        for property, actors, start, end in covers
    ]
    with store.transaction():
        insert_documents(store, [{**document, "recorded": when}])
        insert_claims(store, [claim_row(t, NOW) for t in ties])
        store.run("insert_coverage", rows=json.dumps(covered))


def cow_igo(study):
    rows = [("member", actor, "anzus", 1952, None, "full", None) for actor in ("USA", "AUS", "NZL")]
    rows += [("member", "CHN", "cica", 2006, None, "full", None)]
    rows += [("member", "CHN", "sco", 1996, None, "full", None)]
    data_set(study, "cow-igo", rows, [("member", (), "1945-01-01", "2014-12-31")])


def alliances(study):
    atop = [("ally", "THA", "USA", 1954, None, None, "defence; non-aggression; consultation")]
    cow = [("ally", "THA", "USA", 1954, 1977, None, "entente")]
    pairs = ("THA", "USA", "NZL", "JPN")
    data_set(study, "atop", atop, [("ally", pairs, "1946-01-01", "2018-12-31")])
    data_set(study, "cow-alliances", cow, [("ally", pairs, "1946-01-01", "2012-12-31")])


def test_adding_the_facts_again_adds_nothing(fresh):
    before = fresh.info()
    assert fresh.add_facts().known == 1
    assert fresh.info() == before
    assert fresh.verify() == []


def test_facts_come_as_a_data_set_with_a_licence(facts):
    found = facts.document("comity-facts")
    assert (found["kind"], found["licence"]) == ("dataset", "Apache-2.0")
    assert all(c["rule"].startswith("facts.") and c["dated"] for c in found["claims"])


def test_case_4_the_sco_has_six_members_on_one_day_and_eight_on_the_next(facts):
    six = {"CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB"}
    assert who(facts, "sco", "2017-06-08", role="member") == six
    assert {"IND", "PAK"} <= who(facts, "sco", "2017-06-08", role="observer")
    assert who(facts, "sco", "2017-06-09", role="member") == six | {"IND", "PAK"}
    assert not {"IND", "PAK"} & who(facts, "sco", "2017-06-09", role="observer")


def test_case_5_new_zealand_is_suspended_from_anzus_and_not_out(fresh):
    cow_igo(fresh)
    rows = {r["actor"]: r for r in fresh.members("anzus", day("1987-06-01"))}
    assert rows["NZL"]["standing"] == "suspended"
    assert rows["NZL"]["conflicts"] == ["cow-igo: yes full since at least 1952 (first-observed)"]
    assert rows["AUS"]["standing"] == rows["USA"]["standing"] == "yes"


def test_case_5_the_alliance_itself_is_suspended_between_two_of_the_three(fresh):
    alliances(fresh)
    answer = fresh.holds("ally", "USA", "NZL", day("1987-06-01"))
    assert (answer.value, answer.truth, answer.since) == ("suspended", None, "1986-08-11")
    assert {a.document for a in answer.conflicts} == {"atop", "cow-alliances"}
    assert fresh.holds("ally", "AUS", "NZL", day("1987-06-01")).value == "yes"


def test_case_6_the_east_asia_summit_grows_from_sixteen_to_eighteen(facts):
    before = who(facts, "eas", "2005-12-14")
    assert len(before) == len(who(facts, "eas", "2011-11-18")) == 16
    assert who(facts, "eas", "2011-11-19") == before | {"USA", "RUS"}


def test_case_7_cica_has_four_founding_dates_each_of_its_kind(facts):
    found = [(r["date"], r["dated"], r["members"]) for r in facts.foundings("cica")]
    assert found == [
        ("1992-10-05", "proposed", None),
        ("1999-09-14", "signed", 15),
        ("2002-06-04", "first-meeting", 16),
        ("2006", "first-observed", None),
    ]


def test_case_7_a_data_set_tells_its_own_first_year(fresh):
    cow_igo(fresh)
    seen = [r for r in fresh.foundings("cica") if r["document"] == "cow-igo"]
    assert [(r["date"], r["dated"]) for r in seen] == [("2006", "first-observed")]


def test_case_8_two_data_sets_on_one_alliance_are_both_shown(fresh):
    alliances(fresh)
    answer = fresh.holds("ally", "USA", "THA", day("1990-06-01"))
    assert answer.sources == {"atop": "yes", "cow-alliances": "no", "comity-facts": "yes"}
    assert [a.document for a in answer.conflicts] == ["cow-alliances"]
    assert fresh.holds("ally", "USA", "THA", day("1990-06-01"), grade="entente").value == "no"


def test_case_10_past_its_coverage_a_source_says_unknown(fresh):
    alliances(fresh)
    answer = fresh.holds("ally", "JPN", "NZL", day("2019-06-01"))
    assert (answer.value, answer.truth) == ("unknown", None)
    assert fresh.holds("ally", "JPN", "NZL", day("2000-06-01")).truth is False
    assert fresh.holds("ally", "THA", "USA", day("2019-06-01")).sources["atop"] == "unknown"


def test_silence_is_no_only_where_a_list_is_complete(facts):
    assert facts.holds("member", "JPN", "sco", day("2010-01-01")).value == "no"
    assert facts.holds("member", "JPN", "sco", day("2040-01-01")).value == "unknown"
    assert facts.holds("member", "JPN", "aiib", day("2020-01-01")).value == "unknown"
    assert facts.holds("member", "FRA", "eu", day("2010-01-01")).value == "unknown"


def test_an_observer_is_no_member_and_the_answer_says_what_he_is(facts):
    answer = facts.holds("member", "IND", "sco", day("2017-06-08"))
    assert (answer.value, answer.role) == ("no", "observer")
    assert facts.holds("member", "IND", "sco", day("2017-06-08"), role="observer").value == "yes"


def test_a_treaty_signed_and_not_yet_in_force_is_not_yet_an_alliance(facts):
    answer = facts.holds("ally", "USA", "KOR", day("1954-01-01"))
    assert answer.value == "no"
    assert [r["dated"] for a in answer.conflicts for r in a.against] == ["signed"]
    assert facts.holds("ally", "USA", "KOR", day("1954-11-17")).since == "1954-11-17"


def test_two_pages_on_one_accession_stand_side_by_side(facts):
    at = day("2024-07-20")
    answer = facts.holds("member", "BLR", "sco", at)
    assert (answer.value, answer.since) == ("yes", "2024-07-04")
    assert [str(r["start"]) for a in answer.conflicts for r in a.against] == ["2024-08-08"]
    assert facts.holds("member", "BLR", "sco", at, policy="all").value == "unknown"


def test_a_date_known_to_the_year_leaves_the_days_of_that_year_open(facts):
    assert facts.holds("member", "SYC", "iora", day("1999-03-15")).value == "unknown"
    assert facts.holds("member", "SYC", "iora", day("2001-01-01")).value == "yes"


def test_where_sources_differ_the_policy_decides(fresh):
    cow_igo(fresh)
    at = day("1990-06-01")
    found = {p: fresh.holds("member", "NZL", "anzus", at, policy=p).value for p in POLICIES}
    assert found.pop("official") == "suspended"
    assert found["all"] == found["majority"] == "unknown"


def test_an_undated_tie_of_a_text_holds_from_the_day_it_was_told(fresh):
    text = {"id": "t", "kind": "text", "issuer": "NPL", "digest": "t", "issued_end": "2030-02-01"}
    tie = Tie(
        relation="member",
        source="NPL",
        target="lmc",
        document="t",
        issuer="NPL",
        section="",
        span=Span(0, 0),
        quote="",
        rule="x",
    )
    with fresh._store.transaction():
        insert_documents(fresh._store, [{**text, "recorded": NOW.isoformat()}])
        insert_claims(fresh._store, [claim_row(tie, NOW)])
    assert fresh.holds("member", "NPL", "lmc", day("2029-01-01")).value == "unknown"
    assert fresh.holds("member", "NPL", "lmc", day("2030-02-01")).value == "yes"


def test_ties_of_two_name_what_holds_and_leave_out_what_nobody_tells(facts):
    found = {
        (r["relation"], r["grade"]): r["holds"] for r in facts.ties("CHN", "RUS", day("2012-01-01"))
    }
    assert found == {("partner", "全面战略协作伙伴关系"): "yes"}
    assert len(facts.ties("CHN", "JPN", day("2012-01-01"))) == 0


def test_a_withdrawal_is_an_event_of_its_own(facts):
    events = facts.claims(kind="event", actors=["UZB"], frame="csto")
    assert {(e["mode"], e["dated"]) for e in events} == {
        ("withdraw", "announced"),
        ("withdraw", "withdrawn"),
    }


def test_an_unknown_policy_is_refused(facts):
    with pytest.raises(QueryError, match="no policy best.*official"):
        facts.members("sco", day("2020-01-01"), policy="best")


def test_facts_of_your_own_are_a_data_set_beside_ours(fresh, tmp_path):
    folder = tmp_path / "mine" / "facts"
    folder.mkdir(parents=True)
    head = "mechanism,member,role,from,to,dated,source,standing,note\n"
    row = "sco,JPN,observer,2020-01-01,,announced,https://example.org/a,sourced,Made up\n"
    (folder / "memberships.csv").write_text(head + row)
    assert fresh.add_facts(tmp_path / "mine").claims == 1
    assert "JPN" in who(fresh, "sco", "2021-01-01", role="observer")
    (folder / "memberships.csv").write_text(head + row.replace("2020", "2019"))
    with pytest.raises(StudyError, match="other facts as facts-mine"):
        fresh.add_facts(tmp_path / "mine")


def test_the_same_facts_make_the_same_claims(facts, fresh):
    assert [c["id"] for c in facts.claims()] == [c["id"] for c in fresh.claims()]


@pytest.fixture(scope="module")
def panels(shared):
    with open_study(clock=lambda: NOW) as made:
        made.add_facts()
        for feed, file in (
            ("cow-igo", "igo_membership_spells.csv"),
            ("atop", "alliance_atop_dyad_year.csv"),
            ("cow-alliances", "alliance_cow_dyad_year.csv"),
        ):
            made.import_feed(feed, shared / "data" / "panels" / file)
        yield made


def by_feed(told):
    return {document.rpartition("-")[0]: value for document, value in told.sources.items()}


def test_case_5_on_the_real_tables(panels):
    told = by_feed(panels.holds("member", "NZL", "anzus", day("1987-06-01")))
    assert (told["comity"], told["cow-igo"]) == ("suspended", "yes")
    told = by_feed(panels.holds("ally", "USA", "NZL", day("1987-06-01")))
    assert told == {"comity": "suspended", "atop": "no", "cow-alliances": "no"}


def test_case_8_on_the_real_tables(panels):
    told = by_feed(panels.holds("ally", "USA", "THA", day("1990-06-01")))
    assert told == {"comity": "yes", "atop": "yes", "cow-alliances": "no"}
    entente = panels.holds("ally", "USA", "THA", day("1970-06-01"), grade="entente")
    assert by_feed(entente)["cow-alliances"] == "yes"


def test_case_10_on_the_real_tables(panels):
    told = by_feed(panels.holds("ally", "USA", "THA", day("2019-06-01")))
    assert told["atop"] == told["cow-alliances"] == "unknown"
    assert panels.holds("ally", "IND", "JPN", day("2019-06-01")).value == "unknown"


def test_the_founding_of_the_sco_is_two_dates_of_two_kinds(panels):
    found = {(r["date"], r["dated"]) for r in panels.foundings("sco")}
    assert {("1996", "first-observed"), ("2001-06-15", "signed")} <= found


def test_what_a_source_marks_as_missing_is_unknown(tmp_path):
    table = "ccode,year,state,syear,asean,un\n2,1965,USA,x,0,1\n2,1966,USA,x,0,-9\n"
    (tmp_path / "state_year_formatv3.csv").write_text(
        table + "2,1967,USA,x,0,1\n800,1966,THI,x,1,1\n"
    )
    with open_study(clock=lambda: NOW) as made:
        made.import_feed("cow-igo", tmp_path / "state_year_formatv3.csv")
        found = {r["actor"]: r["standing"] for r in made.members("un", day("1966-06-01"))}
        assert found.get("USA", "unknown") == "unknown"
        assert made.holds("member", "USA", "asean", day("1966-06-01")).value == "no"


def compared(study, *bodies):
    found = study.compare_registers("comity-facts", "cow-igo", bodies)
    return found, {(h.mechanism, h.actor, h.verdict) for h in found.held}


def test_case_11_years_agree_or_differ_and_silence_after_coverage_is_no_difference(fresh):
    cow_igo(fresh)
    found, held = compared(fresh)
    assert ("cica", "CHN", "different") in held
    assert ("sco", "CHN", "different") in held
    assert ("anzus", "AUS", "same") in held
    assert ("anzus", "NZL", "role") in held, "suspended in one, full in the other"
    assert ("sco", "IND", "not covered") in held, "a member from 2017, and COW ends in 2014"
    assert ("sco", "UZB", "only first") in held
    sums = {r["mechanism"]: r for r in found.summary()}
    assert (sums["all"]["compared"], sums["all"]["same"], sums["all"]["different"]) == (5, 3, 2)
    assert sums["sco"]["second_covers"] == "1945 to 2014"


def test_case_11_a_year_first_seen_by_who_did_not_look_before_is_consistent(fresh):
    rows = [("member", "FRA", "seato", 1956, 1977, "full", None)]
    data_set(fresh, "cow-igo", rows, [("member", (), "1965-01-01", "2014-12-31")])
    assert ("seato", "FRA", "consistent") in compared(fresh)[1]


def test_case_11_what_only_the_second_has_counts_where_the_first_claims_to_be_complete(fresh):
    rows = [("member", "JPN", body, 2010, None, "full", None) for body in ("sco", "aiib")]
    data_set(fresh, "cow-igo", rows, [("member", (), "1965-01-01", "2014-12-31")])
    held = compared(fresh)[1]
    assert ("sco", "JPN", "only second") in held
    assert ("aiib", "JPN", "not covered") in held


def test_ends_that_differ_are_told(fresh):
    rows = [("member", a, "seato", 1954, 1977, "full", None) for a in ("PAK", "AUS")]
    data_set(fresh, "cow-igo", rows, [("member", (), "1950-01-01", "2014-12-31")])
    ends = {h.actor: h.ends for h in compared(fresh, "seato")[0].held if h.second}
    assert ends == {"PAK": "1973-12-31 / 1977-12-31", "AUS": ""}


def test_a_source_that_is_not_there_is_named_with_the_command_that_brings_it(fresh):
    with pytest.raises(QueryError, match="no source cow-igo.*comity import cow-igo"):
        compared(fresh)


def test_the_command_compares_registers(fresh, tmp_path):
    from click.testing import CliRunner

    from comity.cli.registry import command

    path = str(tmp_path / "s.duckdb")
    with open_study(path, clock=lambda: NOW) as study:
        study.add_facts()
        cow_igo(study)
    run = CliRunner().invoke(command, ["compare", "--study", path, "--json"])
    assert json.loads(run.stdout)[-1]["compared"] == 5
    assert "5 memberships compared: 3 begin in the same year" in run.stderr
    run = CliRunner().invoke(command, ["compare", "sco", "--study", path, "--json"])
    assert {r["mechanism"] for r in json.loads(run.stdout)} == {"sco"}


HELD = {"suspended": "suspended", "participation_frozen": "frozen", "observer": "observer"}


def test_case_11_on_the_table_of_facts_as_it_was_handed_over(shared):
    """77 of 107 start years match; of the 30 others 27 differ, and three are artefacts: a suspension, a freeze
    after the data end, and a year between two looks."""
    import csv

    table = shared / "data" / "facts" / "memberships.csv"
    ours, theirs = [], {}
    for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines()):
        said, actor, body = row["cow_igo_v3_start"], row["member_iso3"], row["mechanism"]
        if said == "match" or said.startswith("COW "):
            role, year = HELD.get(row["role"], "full"), int(row["from"][:4])
            end = int(row["to"][:4]) if row["to"] else None
            ours.append(("member", actor, body, year, end, role, None))
            lesser = "observer" if role == "observer" else "full"
            seen = year if said == "match" else int(said[4:8])
            theirs[body, actor] = ("member", actor, body, seen, None, lesser, None)
    assert len(ours) == 107
    with open_study(clock=lambda: NOW) as study:
        data_set(study, "handed-over", ours, [("member", (), "1945-01-01", "2025-12-31")])
        data_set(study, "cow-igo", theirs.values(), [("member", (), "1966-01-01", "2014-12-31")])
        total = study.compare_registers("handed-over", "cow-igo").summary()[-1]
    counts = [total[k] for k in ("same", "different", "consistent", "role", "not_covered")]
    assert counts == [77, 27, 1, 1, 1]


def test_case_11_on_the_real_table(panels, shared):
    import csv

    found = panels.compare_registers("comity-facts", "cow-igo")
    total = found.summary()[-1]
    assert (total["compared"], total["same"], total["different"]) == (88, 67, 20)
    years = {(h.mechanism, h.actor): h.second.years for h in found.held if h.second}
    table = (shared / "data/facts/memberships.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    told = {
        (r["mechanism"], r["member_iso3"]): int(r["cow_igo_v3_start"][4:8])
        for r in rows
        if r["cow_igo_v3_start"].startswith("COW ")
    }
    seen = {key: year for key, year in told.items() if year <= 2005}
    assert len(seen) > 10
    assert all(year in years[key] for key, year in seen.items())
