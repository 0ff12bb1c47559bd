"""Requests made up from the OpenAPI document: none is a fault of the server, none is answered otherwise than told."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from comity.study import open_study
from comity.web.api import create_app
from comity.web.api.app import openapi
from comity.web.api.guard import LOCAL
from web.api.conftest import HOSTILE, TALE, TOKEN

HOST = "testserver"
HEADERS = {"x-comity-token": TOKEN, "origin": f"http://{HOST}"}
# Which parameters contradict each other (a period that ends before it begins) no schema can tell.
UNTOLD = [positive_data_acceptance]
OPERATIONS = [(path, method) for path, each in openapi()["paths"].items() for method in each]


@pytest.fixture(scope="session")
def described(tmp_path_factory):
    """Return the document of an app on a small study that may be judged: requests write what they like."""
    path = tmp_path_factory.mktemp("schema") / "study.duckdb"
    with open_study(path) as study:
        study.add(HOSTILE, issuer="CHN", issued="2019-06-06", language="zh")
        study.add(TALE, issuer="RUS", issued="2019-06-15", language="en")
    app = create_app(path, review=True, token=TOKEN, seconds=60, hosts=LOCAL | {HOST})

    async def served(scope, receive, send):
        """Serve without an end: schemathesis ends an app after each test, and the study is closed then."""
        if scope["type"] == "lifespan":
            raise RuntimeError("no beginning and no end")
        await app(scope, receive, send)

    yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", served)
    app.state.office.close()


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_no_request_is_a_fault_of_the_server(described, path, method):
    operation = described[path][method]

    @given(case=operation.as_strategy())
    @settings(
        max_examples=10,
        phases=[Phase.explicit, Phase.generate],
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    def ask(case):
        case.call_and_validate(headers=HEADERS, excluded_checks=UNTOLD)

    ask()
