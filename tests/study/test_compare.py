from comity.study import open_study

ZH = "2022年11月14日，国家主席习近平在巴厘岛同美国总统拜登举行会晤。中方支持乌克兰和平谈判。"
EN = "On November 15, 2022, President Biden met with President Xi Jinping in Bali. The United States condemned the war in Ukraine."


def test_one_meeting_told_in_two_languages_is_paired_and_its_dates_compared():
    with open_study() as study:
        study.add(ZH, issuer="CHN", issued="2022-11-15", language="zh")
        study.add(EN, issuer="USA", issued="2022-11-15", language="en")
        first, second = (d["id"] for d in study.documents())
        found = study.compare(first[:8], second[:8])
    paired = [(a["mode"], d) for a, b, d in found.both if a["kind"] == "event"]
    assert len(paired) == 1
    assert paired[0][0] == "meet"
    assert "dates" in paired[0][1][0]


def test_what_one_document_lacks_is_listed_for_the_other():
    with open_study() as study:
        study.add(ZH, issuer="CHN", issued="2022-11-15", language="zh")
        study.add("中方反对脱钩。", issuer="CHN", issued="2022-11-16", language="zh")
        ids = [d["id"] for d in study.documents()]
        rows = study.compare(*ids).to_rows()
    assert {r["where"] for r in rows} == {"first", "second"}
