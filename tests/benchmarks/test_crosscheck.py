"""A document's dated meetings against a table made by others: on the development texts, all rows."""

import sys
from pathlib import Path

from comity.study import open_study

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
import crosscheck


def test_the_cross_check_made_by_hand_is_reproduced(shared, monkeypatch, capsys):
    page = "2017-asia-pacific-security-white-paper-page1.md"
    table = shared / "data" / "panels" / "china_leader_engagements_2003_2018.csv"
    expected = shared / "data" / "facts" / "seed_claims_crosscheck.csv"
    files = [str(shared / "corpus" / "zh" / page), str(table), str(expected)]
    monkeypatch.setattr(sys, "argv", ["crosscheck", *files])
    assert crosscheck.main() == 0
    assert "8 of 8 rows reproduced" in capsys.readouterr().out


def test_a_table_about_one_country_names_it_in_every_row_and_quotes_its_text(tmp_path):
    (tmp_path / "feed.toml").write_text(crosscheck.FEED, encoding="utf-8")
    table = tmp_path / "table.csv"
    table.write_text("date,country,leader,text\n2016-04-01,United States,Xi,met the President\n")
    with open_study() as study:
        study.import_feed(tmp_path / "feed.toml", table)
        (claim,) = study.claims()
    assert claim["participants"] == ["CHN", "USA"]
    assert "met the President" in claim["quote"]
