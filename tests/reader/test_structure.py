"""Page repair: what was broken is joined, what is suspect is only told."""

import comity.reader as reader

PAGE = """# 示例白皮书

中华人民共和国国务院新闻办公室

(2018年3月)

## 目录

- 一、总体形势
- 二、政策主张

## 一、总体形势

地区形势总体稳定，各国合作不断深化，经贸往来日益密切，安全对话机制更加丰富，人文交流也在稳

步扩大，民众从中受益。

**第一，坚持对话。**各方应保持克制。

（一）中泰关系。两国关系良好。

叙利阿局势引发关注。

各方都应维护地区稳定发挥更大作用。各方应为维护地区稳定发挥更大作用。格局发生重大深刻变化，针对经贸合作和安全合作良性互动、齐头并进，各方都有责任。两国开展的人员、医疗培训进展顺利。

(下转第三版)

# 第二篇文章

这里是另一篇报道的正文，内容与前文无关，字数足够多，可以看作正文。

(据新华社北京3月5日电 记者某某)
"""


def kinds(document):
    return [f.kind for f in document.findings]


def test_a_page_with_two_articles_is_two_documents():
    first, second = reader.parse_text(PAGE)
    assert (first.title, second.title) == ("示例白皮书", "第二篇文章")
    assert first.article.end <= second.article.start


def test_defects_are_found_and_nothing_else():
    first, second = reader.parse_text(PAGE)
    assert sorted(kinds(first)) == [
        "contents-list",
        "jump-line",
        "missing-section",
        "rejoined",
        "run-in-heading",
        "run-in-heading",
        "suspect-name",
        "suspect-wording",
        "suspect-wording",
        "suspect-wording",
        "suspect-wording",
    ]
    assert sorted(kinds(second)) == ["second-article", "source-line"]


def test_a_jump_line_makes_the_document_incomplete():
    first, _ = reader.parse_text(PAGE)
    assert not first.complete
    assert first.missing == ("二、政策主张",)


def test_dates_and_issuer_come_from_the_page():
    first, second = reader.parse_text(PAGE)
    assert (str(first.issued), first.issuer) == ("2018-03-01/2018-03-31", "CHN")
    assert str(second.issued) == "2018-03-05"


def test_the_text_is_never_altered_and_the_map_holds():
    for document in reader.parse_text(PAGE):
        assert document.text == PAGE
        assert all(
            document.clean[i] == PAGE[document.offsets.offset(i)]
            for i in range(len(document.clean))
        )


def test_the_joined_word_reads_whole():
    first, _ = reader.parse_text(PAGE)
    assert "稳步扩大" in first.clean


def test_sections_have_paths():
    first, _ = reader.parse_text(PAGE)
    assert {"一", "一/第一", "一/（一）"} <= {b.section for b in first.blocks}


def test_the_white_paper_page_shows_its_known_defects(shared):
    path = shared / "corpus" / "zh" / "2017-asia-pacific-security-white-paper-page1.md"
    first, second = reader.load_documents(path)
    found = kinds(first) + kinds(second)
    assert found.count("rejoined") == 5
    assert found.count("run-in-heading") == 12
    for kind in (
        "contents-list",
        "duplicate-heading",
        "second-article",
        "subtitle",
        "skipped-level",
        "source-line",
        "jump-line",
        "suspect-name",
        "suspect-character",
    ):
        assert found.count(kind) == 1, kind
    assert first.missing[0].startswith("四、")
