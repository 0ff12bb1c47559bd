from datetime import datetime

import pytest

from comity.study import open_study

TALKS = """2019年6月5日，国家主席习近平在莫斯科同俄罗斯总统普京举行会谈。双方愿加强战略协作。

2019年6月，中俄两国元首宣布建立新时代全面战略协作伙伴关系。"""
CALL = """On 14 June 2019, Prime Minister Morrison spoke by phone with President Widodo of Indonesia.
Australia supports ASEAN centrality."""


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self):
        self.now = datetime(2020, 1, 1)

    def __call__(self):
        return self.now

    def set(self, *when):
        self.now = datetime(*when)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def study(clock):
    with open_study(clock=clock) as made:
        made.add(TALKS, issuer="CHN", issued="2019-06-06", language="zh")
        made.add(CALL, issuer="AUS", issued="2019-06-14", language="en")
        yield made
