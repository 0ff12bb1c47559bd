"""What the tests share: where development material lies, when it is there at all."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of development texts beside the checkout, or skip the test."""
    beside = Path(__file__).resolve().parents[2] / "shared"
    folder = Path(os.environ.get("COMITY_SHARED", beside))
    if not (folder / "corpus").is_dir():
        pytest.skip("the development texts (folder shared beside the checkout) are absent")
    return folder
