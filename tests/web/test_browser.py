"""The page in hands: keyboard, filters, search, phone and paper. Needs Chromium; skipped without it."""

import json
import re
import shutil
import subprocess
from html import unescape

import pytest

from comity.extract import extract_claims
from comity.reader import parse_text
from comity.registry import load_registry
from comity.web.page import render_page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

JOINED = "2017年6月9日，印度和巴基斯坦正式加入上海合作组织。\n\n"
VISITS = "".join(f"{year}年8月，日本首相访问美国。中方支持对话。\n\n" for year in range(2004, 2024))
TEXTS = (JOINED + VISITS, "2019年6月，中俄两国元首举行会晤。双方反对单边制裁。\n")
HANDS = """
const $ = id => document.getElementById(id), all = q => [...document.querySelectorAll(q)];
const press = (n, key) => n.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
const type = q => { $("search").value = q; $("search").dispatchEvent(new Event("input", {bubbles: true})); return all(".claims li:not([hidden]):not(.empty)").length; };
const lines = () => [...new Set(all(".document.open article u").map(u => getComputedStyle(u)).filter(s => s.textDecorationLine !== "none").map(s => s.textDecorationStyle))].join();
const tick = kind => document.querySelector(`#kinds input[value=${kind}]`).click();
const out = {};
$("m-0-2").focus(); press($("m-0-2"), " ");
out.space = !$("card").hidden && document.activeElement === $("card");
press($("card"), "Escape"); out.back = document.activeElement.id;
out.covered = all(".document.open mark").filter(m => { m.scrollIntoView({block: "end"}); m.click(); const r = m.getBoundingClientRect(); return r.bottom > $("card").getBoundingClientRect().top + 1 && r.top > 0; }).length;
out.position = getComputedStyle($("card")).position;
press($("card"), "Escape");
tick("event"); tick("position"); out.ties = lines(); out.printed = all("#filter.active").length; tick("event"); tick("position");
out.id = type("JPN"); out.month = type("2023-08"); out.within = type("2017"); out.listed = all("#switch li:not([hidden])").length; type("单边"); out.others = all("#switch li:not([hidden])").length; out.nothing = type("no such words"); type("");
$("language").click(); out.en = document.querySelector(".claims b").textContent; $("language").click(); out.zh = document.querySelector(".claims b").textContent;
out.open = all(".document.open").length;
document.body.insertAdjacentHTML("beforeend", `<pre id="out"></pre>`); $("out").textContent = JSON.stringify(out);
"""


def run(*arguments):
    command = [CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", *arguments]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    return done.stdout.decode()


def page():
    documents = [
        parse_text(text, language="zh", issuer="CHN", issued="2024-01")[0] for text in TEXTS
    ]
    return render_page([(d, extract_claims(d)) for d in documents], labels=load_registry().label)


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    hands = page().replace("</body>", f"<script>{HANDS}</script></body>")
    (folder / "page.html").write_text(hands, encoding="utf-8")
    profile = f"--user-data-dir={folder / 'profile'}"
    dom = run(profile, "--window-size=500,844", "--dump-dom", f"file://{folder}/page.html")
    return json.loads(unescape(re.search(r'<pre id="out">({".*?)</pre>', dom, re.DOTALL).group(1)))


def test_space_opens_a_claim_and_the_card_takes_the_focus(seen):
    assert seen["space"]


def test_escape_leads_back_to_the_number_in_the_text(seen):
    assert seen["back"] == "m-0-2"


def test_no_clicked_words_end_up_below_the_card_of_a_phone(seen):
    assert (seen["position"], seen["covered"]) == ("fixed", 0)


def test_only_the_lines_of_the_kinds_that_are_on_are_drawn(seen):
    assert (seen["ties"], seen["printed"]) == ("double", 1)


def test_search_finds_ids_and_dates(seen):
    assert (seen["id"], seen["month"], seen["nothing"]) == (20, 1, 0)


def test_search_finds_what_covers_a_year(seen):
    assert seen["within"] == 4


def test_a_filter_lists_the_open_document_and_those_with_fitting_claims(seen):
    assert (seen["listed"], seen["others"]) == (1, 2)


def test_the_chinese_interface_speaks_chinese(seen):
    assert (seen["en"], seen["zh"]) == ("join", "加入")


def test_one_document_is_open_at_a_time(seen):
    assert seen["open"] == 1


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_paper_holds_every_document_and_its_words_alone(tmp_path):
    (tmp_path / "page.html").write_text(page(), encoding="utf-8")
    pdf = tmp_path / "page.pdf"
    run(
        f"--user-data-dir={tmp_path / 'profile'}",
        f"--print-to-pdf={pdf}",
        f"file://{tmp_path}/page.html",
    )
    words = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True).stdout.decode()
    assert "2019年6月，中俄两国元首举行会晤。双方反对单边制裁。" in words.replace("\n", "").replace(
        " ", ""
    )
