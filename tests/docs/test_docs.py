"""The documentation keeps up with the code."""

import re
import sys
from pathlib import Path

import pytest

from comity.cli import COMMANDS
from comity.feeds import own_feeds
from comity.measure import measures
from comity.model import Finding
from comity.model.vocabulary import (
    MODES,
    PRECISIONS,
    RELATIONS,
    RESOLUTIONS,
    STANCES,
    STATUSES,
    TRACKS,
)
from comity.reader import FORMATS

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "docs"))
import generate  # noqa: E402

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def page(name):
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_every_word_of_the_vocabulary_is_explained():
    text = page("reference/claims.md")
    words = (*MODES, *STANCES, *RELATIONS, *STATUSES, *TRACKS, *PRECISIONS, *RESOLUTIONS)
    assert [w for w in words if not re.search(rf"\b{w}\b", text)] == []


def test_every_command_and_format_is_documented():
    text = page("reference/cli.md")
    assert [c for c in COMMANDS if f"## comity {c}" not in text] == []
    assert [f.name for f in FORMATS if f"| {f.name} |" not in text] == []


def test_every_feed_is_documented():
    text = page("reference/feeds.md")
    assert [f for f in own_feeds() if f"\n## {f}\n" not in text] == []


def test_every_measure_is_documented():
    text = page("reference/measures.md")
    assert [m.id for m in measures() if f"[{m.id}]" not in text] == []


def test_no_page_of_a_measure_outlives_it():
    pages = {p.stem for p in (ROOT / "docs/reference/measures").glob("*.md")}
    assert pages == {m.id for m in measures()}


@pytest.mark.parametrize("name", generate.PAGES)
def test_generated_pages_are_up_to_date(name):
    assert page(f"reference/{name}") == generate.page(name), "run make docs"


def test_every_kind_of_finding_is_documented():
    described = Finding.__doc__.split("one of:")[1].split("``span``")[0]
    kinds = re.findall(
        r"[a-z]+(?:-[a-z]+)+|\b(?:rejoined|subtitle|encoding)\b",
        re.sub(r"\(.*?\)", "", described),
    )
    text = page("explanation/page-repair.md")
    code = "".join(p.read_text("utf-8") for p in (ROOT / "src/comity/reader").glob("*.py"))
    assert len(kinds) > 15
    assert [k for k in kinds if not re.search(rf"^\|.*\b{k}\b.* \|", text, re.M)] == []
    assert [k for k in kinds if f'"{k}"' not in code] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(path):
    targets = re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8"))
    assert [t for t in targets if "://" not in t and not (path.parent / t).exists()] == []
