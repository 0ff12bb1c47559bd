"""EDTF level 1, the notation of dates."""

import pytest

from comity.model import Period
from comity.text.dates import find_dates


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("2016年", "2016"),
        ("2016年9月", "2016-09"),
        ("2016年9月4日", "2016-09-04"),
        ("2016年3月至5月", "2016-03/2016-05"),
        ("2003年至2007年", "2003/2007"),
        ("2016年9月底", "2016-09-21~/2016-09-30~"),
        ("2015年以来", "2015/.."),
        ("2020年前", "../2019"),
        ("2015年9月3日以来", "2015-09-03/.."),
        ("上世纪90年代", "199X"),
        ("19世纪", "18XX"),
        ("2016年第二季度", "2016-04/2016-06"),
        ("2月30日", ""),
    ],
)
def test_notation(text, notation):
    (mention,) = find_dates(text, "zh", Period.day(2017, 1, 11))
    assert mention.edtf == notation
