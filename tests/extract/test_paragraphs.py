"""Several paragraphs: whose voice a new one opens, where a list or a bulletin's next item begins."""

import io

from comity.extract import extract_claims
from comity.reader import load_documents


def claims_of(text):
    page = f'---\nlanguage: zh\nissuer: CHN\ndate: "2023-12-08"\n---\n\n{text}\n'
    return [c for d in load_documents(io.BytesIO(page.encode())) for c in extract_claims(d)]


def positions(text):
    return {(c.stance, c.holders) for c in claims_of(text) if c.to_dict()["kind"] == "position"}


def test_what_both_sides_will_do_is_theirs_even_after_a_speaker():
    text = (
        "12月7日，国务院总理李强同欧洲理事会主席米歇尔举行会谈。\n\n"
        "米歇尔表示，欧盟愿同中方深化合作。\n\n双方将深化经贸合作，反对“脱钩断链”。"
    )
    assert {("commit", ("CHN", "eu")), ("oppose", ("CHN", "eu"))} <= positions(text)


def test_a_duty_of_both_sides_at_the_head_of_a_paragraph_stays_the_speakers():
    text = (
        "12月7日，国务院总理李强同欧洲理事会主席米歇尔举行会谈。\n\n"
        "李强表示，中欧是伙伴。\n\n双方要深化经贸合作。"
    )
    assert positions(text) == {("call", ("CHN",))}


def test_a_list_announced_with_a_colon_goes_on_in_the_next_paragraph():
    text = "李强表示，各方应坚持合作：\n\n一是深化经贸合作，激发区域增长活力。"
    assert positions(text) == {("call", ("CHN",))}


def test_a_plain_headline_is_not_the_start_of_the_next_item():
    text = (
        "12月7日，国务院总理李强同欧洲理事会主席米歇尔举行会谈，就中欧合作交换意见。\n"
        "叙利亚谴责美军空袭\n叙利亚外交部7日宣布重开驻突尼斯使馆，两国外交往来随之恢复。"
    )
    assert not any(stance == "oppose" for stance, _ in positions(text))


def test_a_line_broken_off_by_the_page_still_goes_on():
    text = (
        "12月7日，国务院总理李强同欧洲理事会主席米歇尔举行会谈，中方愿同欧方共建互信、包容的\n\n"
        "伙伴关系，深化经贸合作。"
    )
    assert any("的\n\n伙伴关系" in c.quote for c in claims_of(text))


def test_what_a_new_paragraph_narrates_is_not_in_the_words_of_the_last_speaker():
    text = (
        "12月4日，巴基斯坦总理卡卡尔表示，巴方愿同中方深化合作。\n\n"
        "12月7日，国务院总理李强同欧洲理事会主席米歇尔举行会谈。"
    )
    met = [c for c in claims_of(text) if c.to_dict().get("mode") == "meet"]
    assert [c.speaker for c in met] == [""]


def promises_in_english(text):
    page = f'---\nlanguage: en\nissuer: AUS\ndate: "2023-12-08"\n---\n\n{text}\n'
    read = [c for d in load_documents(io.BytesIO(page.encode())) for c in extract_claims(d)]
    return [c.quote for c in read if c.to_dict()["kind"] == "position"]


def test_items_under_we_will_are_promises_if_they_name_an_act():
    items = "- Expanding patrols in the Pacific\n- A new wharf for the island fleet"
    text = f"Australia will support its neighbours, including by:\n\n{items}"
    assert promises_in_english(text)[1:] == ["Expanding patrols in the Pacific"]


def test_items_under_what_is_only_told_are_no_promises():
    text = "Last year was a busy one:\n\n- Building roads across the islands"
    assert promises_in_english(text) == []


def test_title_introduces_a_leader_whom_the_text_calls_by_name_alone():
    page = (
        '---\ntitle: "习近平同哥伦比亚总统佩特罗举行会谈"\nlanguage: zh\nissuer: CHN\n---\n'
        "国家主席习近平10月25日在北京同来华进行国事访问的佩特罗总统举行会谈。\n"
    )
    claims = [c for d in load_documents(io.BytesIO(page.encode())) for c in extract_claims(d)]
    assert [c.participants for c in claims] == [("CHN", "COL")]


def test_all_who_issue_a_text_together_are_its_we():
    page = (
        "---\nlanguage: en\nissuer: Pacific Islands Forum and United States\ndate: 2023-05-22\n---\n"
        "We reaffirm our shared vision for a resilient Pacific region.\n"
    )
    claims = [c for d in load_documents(io.BytesIO(page.encode())) for c in extract_claims(d)]
    assert [(c.stance, c.holders) for c in claims] == [("reaffirm", ("USA", "pif"))]
