import csv
import io
import json
import re
import xml.etree.ElementTree as tree

import pytest
from tests.pictures.seen import elements, every, network, root, texts

from comity.errors import ExportError, QueryError
from comity.pictures import draw_map
from comity.pictures.look import LANGUAGES, load_words

KINDS = ("map", "maps", "matrix", "layer", "dyad", "mechanism", "series", "ranks")
HOSTILE = '</text><script>alert(1)</script>"=cmd|\x00\x1b[2J\u202e'


@pytest.fixture(scope="module", params=LANGUAGES)
def pictures(request):
    return every(request.param)


@pytest.fixture(scope="module")
def hostile():
    return every(names=lambda id, _: HOSTILE + id)


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_told_by_title_and_description(pictures, kind):
    picture = pictures[kind]
    svg = root(picture)
    named = {e.get("id"): e.text for e in svg if e.get("id")}
    told = [named[i] for i in svg.get("aria-labelledby").split()]
    assert svg.get("role") == "img"
    assert told[0] == picture.title
    assert told[1].startswith(picture.description)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_fetched(pictures, kind):
    picture = pictures[kind]
    for text in (picture.svg, picture.html()):
        links = re.findall(r"""(?:href|src|url\()\s*=?\s*["']?([^"')\s>]+)""", text)
        assert all(link.startswith("#") for link in links)
        assert "<script" not in text
        assert "@import" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_has_a_heading_for_every_column(pictures, kind):
    table = pictures[kind].table
    assert len(table) > 0
    assert all(set(row) == set(table.columns) for row in table)
    assert {f"column-{c}" for c in table.columns} <= set(load_words())


@pytest.mark.parametrize("kind", KINDS)
def test_names_cannot_leave_the_words_they_stand_in(hostile, kind):
    picture = hostile[kind]
    assert "<script" not in picture.svg + picture.html()
    tree.fromstring(picture.svg)
    assert not re.search("[\x00\x1b\u202e]", picture.svg)
    rows = list(csv.reader(io.StringIO(picture.text(".csv"))))
    assert not [cell for row in rows[1:] for cell in row if cell.startswith(("=", "+", "@"))]


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_carries_its_data_and_its_words(pictures, kind):
    spec = json.loads(pictures[kind].text(".json"))
    assert spec["description"] == pictures[kind].description
    assert spec["title"]
    assert "url" not in json.dumps(spec["config"])
    assert '"values": [' in json.dumps(spec)
    assert not re.search(r"NaN|Infinity", pictures[kind].text(".json"))


@pytest.mark.parametrize("kind", KINDS)
def test_fields_of_a_chart_are_in_its_data(pictures, kind):
    def views(spec, data):
        data = spec.get("data", {}).get("values", data)
        made = {t["as"] for t in spec.get("transform", ()) if "as" in t}
        for encoding in spec.get("encoding", {}).values():
            for each in encoding if isinstance(encoding, list) else [encoding]:
                if "field" in each and data:
                    yield each["field"] in made or each["field"] in data[0]
        for inner in (*spec.get("layer", ()), *spec.get("concat", ())):
            yield from views({"transform": spec.get("transform", ()), **inner}, data)
        if "spec" in spec:
            yield from views(spec["spec"], data)

    assert all(views(pictures[kind].vega, None))


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_is_valid_vega_lite(pictures, kind):
    altair = pytest.importorskip("altair")
    altair.Chart.from_dict(dict(pictures[kind].vega))


def test_the_ending_says_the_form(tmp_path):
    picture = draw_map(network())
    for suffix in (".svg", ".json", ".csv", ".html"):
        picture.save(tmp_path / f"map{suffix}")
    assert (tmp_path / "map.svg").read_text(encoding="utf-8").startswith("<svg ")
    with pytest.raises(ExportError, match="not written as .png"):
        picture.save(tmp_path / "map.png")
    with pytest.raises(ExportError, match="cannot be written"):
        picture.save(tmp_path / "nowhere" / "map.svg")


def test_the_same_facts_give_the_same_bytes():
    assert every()["map"].svg == every()["map"].svg


def test_two_pictures_on_one_page_keep_their_own_patterns():
    ids = [e.get("id") for p in every().values() for e in elements(p, "pattern")]
    assert len(ids) == len(set(ids))


def test_names_are_in_the_language_asked_for():
    assert "中国" in texts(draw_map(network(), language="zh"))
    assert root(draw_map(network(), language="zh")).get("lang") == "zh-Hans"


def test_every_word_is_in_both_languages():
    assert [k for k, w in load_words().items() if set(w) != {"en", "zh"}] == []


def test_words_take_the_same_values_in_both_languages():
    def values(text):
        return sorted(re.findall(r"{(\w+)}", text))

    assert [k for k, w in load_words().items() if values(w["en"]) != values(w["zh"])] == []


def test_another_language_or_width_is_one_sentence():
    with pytest.raises(QueryError, match="speaks en or zh, not fr"):
        draw_map(network(), language="fr")
    with pytest.raises(QueryError, match="10 pixels"):
        draw_map(network(), width=10)
