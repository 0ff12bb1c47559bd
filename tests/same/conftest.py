from itertools import count

import pytest

from comity.same import telling_of

NUMBER = count()
MET = "国家主席习近平同美国总统拜登举行会晤"


def tell(quote=MET, **changed):
    """A made-up telling of a meeting, with some of its fields changed."""
    said = {
        "id": f"c{next(NUMBER):06}",
        "document": f"d{next(NUMBER)}",
        "issuer": "CHN",
        "mode": "meet",
        "participants": ["CHN", "USA"],
        "start": "2022-11-14",
        "end": "2022-11-14",
        "resolved": "explicit",
        "quote": quote,
        "start_char": 0,
        "end_char": len(quote),
        "fields": {},
        "count": 1,
    }
    return telling_of({**said, **changed})


@pytest.fixture
def telling():
    return tell
