"""Built pages: what is kept for ever, what is asked anew, and what is no page."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from comity.web.api import built


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "explorer/assets").mkdir(parents=True)
    (tmp_path / "explorer/index.html").write_text("<!doctype html><title>pages</title>")
    (tmp_path / "explorer/assets/index-D4f8Kx2a.js").write_text("1")
    (tmp_path / "explorer/notes.py").write_text("secret")
    (tmp_path / "outside.txt").write_text("secret")
    (tmp_path / "explorer/linked.txt").symlink_to(tmp_path / "outside.txt")
    return tmp_path / "explorer"


@pytest.fixture
def pages(folder):
    app = FastAPI()
    built.install(app, folder)
    return TestClient(app, base_url="http://127.0.0.1")


@pytest.mark.parametrize(
    "path", ["/", "/actors/CHN", "/measures/mux.overlap", "/index.html", "/claims/a.b.c"]
)
def test_every_address_of_a_page_is_the_page(pages, path):
    answer = pages.get(path)
    assert "<title>pages</title>" in answer.text
    assert answer.headers["cache-control"] == "no-cache"


def test_a_file_with_a_hash_in_its_name_is_kept_for_ever(pages):
    answer = pages.get("/assets/index-D4f8Kx2a.js")
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["/assets/none.js", "/linked.txt", "/outside.txt", "/api/v1/none"])
def test_what_is_not_among_the_pages_is_nothing(pages, path):
    assert pages.get(path).status_code == 404


def test_no_other_file_of_the_folder_is_handed_out(pages):
    assert "secret" not in pages.get("/notes.py").text


def test_pages_built_later_are_found(tmp_path):
    app = FastAPI()
    built.install(app, tmp_path)
    client = TestClient(app, base_url="http://127.0.0.1")
    assert "make explorer" in client.get("/").text
    (tmp_path / "index.html").write_text("now")
    assert client.get("/").text == "now"
