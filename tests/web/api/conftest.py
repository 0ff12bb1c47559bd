"""A study small enough to know by heart, and clients of it."""

from datetime import datetime
from importlib.resources import files

import pytest
from fastapi.testclient import TestClient

from comity.study import open_study
from comity.web.api import create_app

HERE = "http://127.0.0.1:8000"
ROOT = "/api/v1"
TOKEN = "secret-of-this-start"
HOSTILE = """# <script>alert(1)</script>

2019年6月5日，国家主席习近平在莫斯科同俄罗斯总统普京举行会谈。“=HYPERLINK("x")”<img src=x onerror=alert(1)>

## 二、合作

双方将于2019年12月前签署协定。2019年6月，中俄两国元首宣布建立新时代全面战略协作伙伴关系。"""
TALE = """On 6 June 2019, President Putin met President Xi Jinping in Moscow.

Russia supports the SCO. On 14 June 2019, Prime Minister Morrison spoke by phone with President Widodo of Indonesia."""


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """Return the path of a study with samples, facts, and a page that would be markup if anybody let it."""
    path = tmp_path_factory.mktemp("api") / "study.duckdb"
    with open_study(path, clock=lambda: datetime(2020, 1, 1)) as study:
        for sample in sorted(files("comity.samples").iterdir(), key=lambda f: f.name):
            if sample.name.endswith(".md"):
                study.add(sample.read_text(encoding="utf-8"))
        study.add(HOSTILE, issuer="CHN", issued="2019-06-06", language="zh")
        study.add(TALE, issuer="RUS", issued="2019-06-15", language="en")
        study.add_facts()
        study.derived()
    return path


@pytest.fixture(scope="session")
def app(made):
    return create_app(made, seconds=120)


@pytest.fixture(scope="session")
def client(app):
    with TestClient(app, base_url=HERE, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def get(client):
    """Return the JSON of an address, which must answer."""

    def ask(path, **asked):
        answer = client.get(ROOT + path, params=asked)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return ask


@pytest.fixture
def reviewed(tmp_path):
    """Return a client that may judge, on a study of its own."""
    path = tmp_path / "reviewed.duckdb"
    with open_study(path) as study:
        study.add(HOSTILE, issuer="CHN", issued="2019-06-06", language="zh")
        study.add(TALE, issuer="RUS", issued="2019-06-15", language="en")
    app = create_app(path, review=True, token=TOKEN)
    headers = {"x-comity-token": TOKEN, "origin": HERE}
    with TestClient(app, base_url=HERE, headers=headers, raise_server_exceptions=False) as client:
        yield client
