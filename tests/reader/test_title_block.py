"""Issuer and date come from the title block, a source line or a dateline, never from a sentence."""

import pytest

from comity.reader import parse_text

BODY = "双方就地区形势交换意见，同意加强合作。"


@pytest.mark.parametrize(
    ("text", "issuer", "issued"),
    [
        ("# 例行记者会\n\n外交部网站 2024年11月21日\n\n中方拒绝同美国国防部长举行会晤。", "", "2024-11-21"),
        (f"# 答记者问\n\n俄罗斯外交部对此表示关切。\n\n{BODY}", "", ""),
        ("# 短讯\n\n王毅在新加坡会见外宾", "", ""),
        ("# 王毅会见日本外相\n\n习近平主席同普京总统通电话。", "", ""),
        (f"# 白皮书\n\n中国政府\n\n二〇一九年七月\n\n{BODY}", "CHN", "2019-07-01/2019-07-31"),
        (f"# 消息\n\n日本防卫省 2024年6月14日发布\n\n{BODY}", "JPN", "2024-06-14"),
        (f"俄罗斯外交部网站 2024-06-14\n\n{BODY}", "RUS", "2024-06-14"),
        (f"新华社北京2024年3月5日电 {BODY}", "CHN", "2024-03-05"),
        ("# News\n\nTreaty signed on 5 May 2010.\n\nOn 12 June the leaders met.", "", ""),
        ("# Treaty signed on 5 May 2010\n\nThe leaders met again.", "", ""),
        ("# Talks\n\nMinistry of Foreign Affairs of Singapore, 14 June 2024\n\nThey met in May.", "SGP", "2024-06-14"),
        ("# Talks\n\nSource: Ministry of Defence, Republic of Korea\n\n5 May 2024\n\nThey met.", "KOR", "2024-05-05"),
        ("# Japan and India hold talks\n\nWashington, D.C.\n\nJune 14, 2024\n\nThey met today.", "", "2024-06-14"),
        ("# Joint Statement\n\nSINGAPORE, 14 June 2024\n\nThe ministers met today.", "", "2024-06-14"),
        ("BEIJING, March 5, 2024 (Xinhua) -- Guests were received.", "CHN", "2024-03-05"),
        ("# Day\n\nTASS reported on 5 May 2024 that ships of Russia sailed.", "", ""),
    ],
)  # fmt: skip
def test_who_issued_and_when(text, issuer, issued):
    (document,) = parse_text(text)
    assert (document.issuer, str(document.issued)) == (issuer, issued)
    assert ("no-issuer" in {f.kind for f in document.findings}) is not bool(issuer)
