import json
from datetime import date, datetime

import pytest

from comity.export import FORMATS, Edition
from comity.model import Document, Event, OffsetMap, Period, Position, Span, Tie
from comity.study import open_study

ALL = [exporter.name for exporter in FORMATS]
LOCAL_DAY = {"start": "2019-06-04", "end": "2019-06-04"}
EDITION = Edition(title="Talks", authors=("Doe, Ann", "Some Body"), dated=date(2021, 2, 3))
TALKS = """2019年6月5日，国家主席习近平在莫斯科同俄罗斯总统普京举行会谈。双方愿加强战略协作。

2019年6月，中俄两国元首宣布建立新时代全面战略协作伙伴关系。"""
TOLD_AGAIN = """On 5 June 2019, President Xi met President Putin in Moscow. Russia opposes blocs.
On 14 June 2019, Prime Minister Morrison spoke by phone with President Widodo of Indonesia."""
# What a document, a name or an extractor's id may hold to break out of an output or to run in it.
HOSTILE = (
    '=HYPERLINK("http://x.test?"&A1,"click")',
    "+cmd|' /C calc'!A0",
    "ok;=1+1\n-2+3",
    "]]></data></node><script>alert(1)</script><!--",
    '"><img src=x onerror=alert(1)>',
    "nul\x00bell\x07esc\x1b]0;title\x07\ufffe",
    "@type",
    "@id",
    "http://evil.test/#@context",
    "../../../etc/passwd",
    "..\\..\\windows\\system32",
    "} @string{x = 1} \\input{/etc/passwd} {",
    'title"\n- !!python/object/apply:os.system [id]\n: &a *a',
    "turned \u202e txt.exe\u2066",
    "line\u2028separator\u2029s",
    "'; drop table claim; --",
    "x" * 5000,
)


def hostile_document(words, number):
    """A document all of whose names, titles and ids are hostile, with a claim of each kind."""
    document = Document(
        id=f"{words[:200]}#{number}",
        text=words,
        clean=words,
        offsets=OffsetMap(),
        language="en",
        title=words,
        issuer=words,
        issued=Period.day(2020, 1, 2),
        source=words,
    )
    said = {
        "document": document.id,
        "issuer": words,
        "section": words,
        "span": Span(0, len(words)),
        "quote": words,
        "rule": words,
        "fields": {words: (Span(0, 1),), "@id": (Span(0, 1), Span(1, 2))},
        "speaker": words,
    }
    event = Event(
        mode="meet",
        participants=(words, "CHN"),
        roles={words: (words,), "@id": ("CHN",)},
        period=Period.day(2020, 1, 1),
        place=words,
        frame=words,
        **said,
    )
    position = Position(
        holders=(words,), stance="call", target=words, topics=(words,), addressees=(words,), **said
    )
    tie = Tie(relation="member", source=words, target="asean", grade=words, role=words, **said)
    return document, [event, position, tie]


@pytest.fixture
def clock():
    return lambda: datetime(2020, 1, 1)


@pytest.fixture
def study(clock):
    """Two documents that tell of one meeting, with a judgement of every kind."""
    with open_study(clock=clock) as made:
        made.add(TALKS, issuer="CHN", issued="2019-06-06", language="zh")
        made.add(TOLD_AGAIN, issuer="RUS", issued="2019-06-07", language="en")
        zh, en = (made.claims(kind="event", mode="meet", issuer=i)[0]["id"] for i in ("CHN", "RUS"))
        made.judge("same", zh, other=en, author="ann", score={"date": 1.5})
        made.judge("correct", en, author="ann", changes=LOCAL_DAY, reason="local day")
        call = made.claims(mode="call")[0]["id"]
        taken = made.judge("accept", call, author="ben")
        made.judge("withdraw", withdraws=taken, author="ben")
        made.judge("reject", made.claims(kind="position")[0]["id"], author="ben")
        yield made


@pytest.fixture
def hostile(clock):
    with open_study(clock=clock) as made:
        made.record(hostile_document(words, n) for n, words in enumerate(HOSTILE))
        first = made.claims(kind="event")[0]["id"]
        for words in HOSTILE:
            made.judge("accept", first, author=words.strip() or "x", reason=words)
        yield made


@pytest.fixture
def lines():
    """Read a file of JSON lines."""
    return lambda path: [json.loads(each) for each in path.read_text("utf-8").split("\n") if each]
