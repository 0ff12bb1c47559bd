from comity.registry import load_registry
from comity.registry.fact_check import check_facts
from comity.registry.facts import cells_of, read_facts, spell
from comity.registry.load import OWN_FOLDER

HEAD = "mechanism,member,role,from,to,dated,source,standing,note\n"
GOOD = "sco,CHN,member,2001-06-15,,signed,https://example.org/a,sourced,\n"


def problems(folder, rows, table="memberships", head=HEAD):
    (folder / "facts").mkdir(exist_ok=True)
    (folder / "facts" / f"{table}.csv").write_text(head + rows, encoding="utf-8")
    return " ".join(str(p) for p in check_facts(folder, load_registry().records))


def test_our_own_facts_are_in_order_and_agree_with_the_records():
    assert check_facts(OWN_FOLDER, load_registry().records) == []


def test_a_good_row_has_no_problem(tmp_path):
    assert problems(tmp_path, GOOD) == ""


def test_what_is_wrong_is_named_with_its_row_and_a_hint(tmp_path):
    bad = "scoo,XYZ,boss,2001-13-01,,begun,,sourced,\n"
    found = problems(tmp_path, GOOD + bad)
    for part in ("row 2", "scoo", "XYZ", "boss", "2001-13-01", "begun", "cites nothing"):
        assert part in found


def test_dates_out_of_order_and_rows_told_twice_are_found(tmp_path):
    late = GOOD.replace("2001-06-15,,", "2001-06-15,2000,")
    assert "before it begins" in problems(tmp_path, late)
    assert "says the same as row 1" in problems(tmp_path, GOOD + GOOD)


def test_a_record_whose_parties_the_facts_do_not_know_has_drifted(tmp_path):
    found = problems(tmp_path, GOOD.replace("sco,CHN", "eas,CHN"))
    assert "eas: has the party AUS, of which the facts know nothing" in found


def test_a_founding_date_of_a_record_that_no_fact_has_is_found(tmp_path):
    head = "mechanism,date,dated,members,source,standing,note\n"
    found = problems(tmp_path, "sco,1996,signed,,,unverified,\n", "foundings", head)
    assert "is founded 2001-06-15, a date no fact has" in found


def test_a_spell_is_as_coarse_as_its_coarser_end():
    found = spell("1954-09-08", "1973")
    assert (str(found.end), found.precision) == ("1973-12-31", "year")
    assert spell("2001-06-15").end is None


def test_a_row_told_as_text_gives_its_cells_back():
    for fact in read_facts("foundings"):
        assert cells_of(fact.words) == {k: v for k, v in fact.cells.items() if v}


def test_conflicting_datings_stand_side_by_side():
    told = {(f["mechanism"], f["member"], f["from"]) for f in read_facts("memberships")}
    assert {("sco", "BLR", "2024-07-04"), ("sco", "BLR", "2024-08-08")} <= told
    assert {("asean", "BRN", "1984-01-07"), ("asean", "BRN", "1984-01-08")} <= told
