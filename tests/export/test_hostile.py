"""Nothing in a document breaks out of an output or runs in it, whatever its names, titles, ids and words."""

import csv
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
import yaml
from click.testing import CliRunner

from comity.cli import cli
from comity.export import Edition
from comity.export.citation import CITATION
from comity.study import open_study
from comity.tables import guarded
from comity.web.dossier import markdown
from comity.web.dossier import page as dossier_page
from comity.web.page import render_page

from .conftest import ALL, HOSTILE, hostile_document

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
FORMULA = re.compile(r"(?:^|[;\t\r\n])[=+\-@\uff1d\uff0b\uff0d\uff20]")
EDITION = Edition(
    title=HOSTILE[12], authors=HOSTILE, licence=HOSTILE[11], version=HOSTILE[3], address=HOSTILE[8]
)


@pytest.fixture
def out(hostile, tmp_path):
    hostile.export(tmp_path / "out", ALL, happenings=True, edition=EDITION)
    return tmp_path / "out"


def test_files_have_fixed_names_in_the_folder_whatever_the_ids(out, tmp_path):
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    assert all(re.fullmatch(r"[A-Za-z.]+", p.name) and p.is_file() for p in out.iterdir())


def test_no_cell_of_a_table_is_a_formula_under_any_separator(out):
    tables = sorted(out.glob("*.csv"))
    assert len(tables) == 5
    for table in tables:
        with table.open(encoding="utf-8", newline="") as stream:
            cells = [cell for row in csv.reader(stream) for cell in row]
        assert [c for c in cells if FORMULA.search(c)] == []
        assert len(cells) % len(table.read_text("utf-8").split("\n")[0].split(",")) == 0


@pytest.mark.parametrize("words", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "a\n=1", "a;=1", "＝1"])
def test_a_guarded_cell_begins_no_formula(words):
    assert not FORMULA.search(guarded(words))


def test_the_graph_is_well_formed_and_holds_only_what_it_says(out):
    root = ET.parse(out / "graph.graphml").getroot()
    tags = {element.tag.removeprefix(GRAPHML) for element in root.iter()}
    assert tags == {"graphml", "key", "graph", "node", "edge", "data"}
    nodes = root.findall(f"{GRAPHML}graph/{GRAPHML}node")
    names = {n.find(f"{GRAPHML}data[@key='n_id']").text for n in nodes}
    assert HOSTILE[3] in names
    assert {n.get("id") for n in nodes} == {f"n{i}" for i in range(len(HOSTILE) + 2)}


def keys_of(value):
    if isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from keys_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from keys_of(each)


def test_linked_data_has_no_keys_but_ours_and_no_ids_but_ours(out):
    found = json.loads((out / "claims.jsonld").read_text("utf-8"))
    context = found.pop("@context")
    literals = ("fields", "changes", "score")
    nodes = [{k: v for k, v in node.items() if k not in literals} for node in found["@graph"]]
    assert set(keys_of(nodes)) <= {*context, "en", "zh"}
    assert all(re.fullmatch(r"urn:comity:[a-z]+(:[\w.~%-]+)?", node["id"]) for node in nodes)
    pointers = {k for k, v in context.items() if isinstance(v, dict) and v.get("@type") == "@id"}
    for node in nodes:
        for name in pointers & set(node):
            ids = node[name] if isinstance(node[name], list) else [node[name]]
            assert all(id.startswith("urn:comity:") for id in ids)


def test_entities_are_one_a_line_with_plain_ids(out, lines):
    text = (out / "entities.ftm.json").read_text("utf-8")
    assert not re.search("[\x00-\x09\x0b-\x1f\u2028\u2029\u202e]", text)
    for entity in lines(out / "entities.ftm.json"):
        assert re.fullmatch(r"comity-[a-z]+-[A-Za-z0-9._-]+", entity["id"])


def test_a_citation_is_plain_data_with_balanced_entries(out):
    found = yaml.safe_load((out / "CITATION.cff").read_text("utf-8"))
    assert found["title"] == " ".join(HOSTILE[12].split())
    assert len(found["references"]) == len(HOSTILE)
    assert set(found) <= {*("cff-version", "message", "type", "title", "abstract", "authors")} | {
        *("version", "references", "date-released", "license", "url")
    }
    entries = (out / "references.bib").read_text("utf-8").split("\n\n")
    assert len(entries) == len(HOSTILE) + 1
    for entry in entries:
        assert entry.startswith("@misc{comity-")
        assert entry.count("{") == entry.count("}")
        assert all(
            re.fullmatch(r"@misc\{[\w.-]+,|  [a-z]+ = .*,|\}|", x) for x in entry.split("\n")
        )
        assert "\\input" not in entry
    assert CITATION.files == ("CITATION.cff", "references.bib")


def test_a_hostile_study_comes_back_whole(hostile, out):
    with open_study() as again:
        again.restore(out)
        assert again.verify() == []
        assert again.claims().to_dicts() == hostile.claims().to_dicts()


class Tags(HTMLParser):
    """Collects the elements and attributes of a page, with the text of its scripts."""

    def __init__(self):
        super().__init__()
        self.found = []
        self.raw = ""

    def handle_starttag(self, tag, attrs):
        self.raw = tag if tag in ("script", "style") else ""
        self.found.append((tag, dict(attrs)))


def elements(page):
    parser = Tags()
    parser.feed(page)
    return parser.found


def test_the_page_of_a_hostile_document_has_the_elements_of_a_harmless_one():
    harmless = render_page([hostile_document("plain words", 0)])
    kinds = {tag for tag, _ in elements(harmless)}
    for words in HOSTILE:
        found = elements(render_page([hostile_document(words, 0)]))
        assert {tag for tag, _ in found} <= kinds | {"p", "br"}
        assert [t for t, _ in found].count("script") == [t for t, _ in elements(harmless)].count(
            "script"
        )
        assert [a for _, a in found if any(name.startswith("on") for name in a)] == []
        assert all(
            a["href"].startswith("#") or a["href"] == "data:," for _, a in found if "href" in a
        )


@pytest.mark.parametrize("words", HOSTILE)
def test_a_dossier_of_a_hostile_document_is_plain(words):
    with open_study() as made:
        made.record([hostile_document(words, 0)])
        dossier = made.dossier("CHN")
    found = elements(dossier_page(dossier))
    assert not {"script", "img", "iframe", "object"} & {tag for tag, _ in found}
    assert [a for _, a in found if any(name.startswith("on") for name in a)] == []
    assert not re.search(r"(?<!\\)<(script|img)", markdown(dossier))


def read_csv(tmp_path, words):
    path = tmp_path / "a.jsonl"
    text = f"{words} \n2019年6月5日，国家主席习近平在{words}莫斯科同俄罗斯总统普京举行会谈。"
    row = {"text": text, "title": words, "issuer": words, "id": words, "date": "2019-06-06"}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return CliRunner().invoke(cli, ["read", str(path), "--format", "csv", "-q"])


@pytest.mark.parametrize("words", HOSTILE)
def test_claims_read_from_a_hostile_document_make_a_harmless_table(tmp_path, words):
    rows = list(csv.reader(read_csv(tmp_path, words).stdout.splitlines(keepends=True)))
    assert [c for row in rows for c in row if FORMULA.search(c)] == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.jsonl"]


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["list", "documents"], ["list", "judgements"], ["show", ""], ["dossier", "CHN"]],
)
def test_what_a_terminal_is_shown_holds_no_escape_sequence(tmp_path, arguments):
    path = tmp_path / "s.duckdb"
    with open_study(path) as made:
        made.record([hostile_document(HOSTILE[5], 0)])
        claim = made.claims()[0]["id"]
        made.judge("accept", claim, author="ann", reason=HOSTILE[5])
    arguments = [claim if each == "" else each for each in arguments]
    shown = CliRunner().invoke(cli, [*arguments, "--study", str(path)]).stdout
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)
    assert "esc" in shown
