"""The page: nothing of a document becomes markup, nothing is fetched, all can be read without a script."""

import re
import time
from html import unescape

from comity.extract import extract_claims
from comity.extract.check import sample_document
from comity.model import Document, OffsetMap
from comity.reader import parse_text
from comity.web.page import as_script, render_page

TEXT = '2019年6月，习近平主席同普京总统举行会晤</script><img src=x onerror="alert(1)">。\n双方同意加强合作 & 互信。😀'
MARKDOWN = "# 安全合作\n\n## 一、会晤\n\n2019年6月，**习近平主席**同普京总统举行会晤。\n"
PLANNED = "2019年6月，中俄两国元首举行会晤。2030年6月，中俄两国元首将举行会晤。\n"
SEGMENT = re.compile(r'<(?:span|mark) data-at="(\d+)"[^>]*>(.*?)</(?:span|mark)>', re.DOTALL)


def page_of(text, **options):
    document = sample_document(text, "zh")
    claims = extract_claims(document)
    return document, claims, render_page([(document, claims)], **options)


def article_of(page):
    return re.search(r"<article.*?</article>", page, re.DOTALL).group()


def segments(page):
    tags = re.compile(r"<[^>]+>")
    return [(int(at), unescape(tags.sub("", inside))) for at, inside in SEGMENT.findall(page)]


def test_document_text_never_becomes_markup():
    _, _, page = page_of(TEXT)
    assert "<img" not in page
    assert page.count("</script>") == 2


def test_nothing_is_fetched():
    _, _, page = page_of(TEXT)
    assert not re.search(r"(?:src|href)\s*=\s*[\"']?(?:https?:)?//", page)
    assert "default-src 'none'" in page


def test_every_claim_is_on_the_page():
    _, claims, page = page_of(TEXT)
    assert claims
    assert all(c.id in page for c in claims)


def test_every_claim_has_a_number_in_the_text_that_leads_to_its_line():
    _, claims, page = page_of(PLANNED)
    article = article_of(page)
    for i in range(len(claims)):
        assert f'id="m-0-{i}" href="#c-0-{i}"' in article
        assert f'<li id="c-0-{i}"' in page


def test_segments_tell_where_their_words_stand():
    document, _, page = page_of(TEXT)
    found = segments(page)
    assert found
    assert all(document.text[at : at + len(words)] == words for at, words in found)


def test_the_words_are_the_printed_ones_in_order():
    document, _, page = page_of("2019年6月，中俄两国元首举行会晤。\n双方同意加强合作。\n")
    words = "".join(words for _, words in segments(page))
    assert words == document.text


def test_numbers_of_claims_are_drawn_not_written():
    _, _, page = page_of("中俄两国元首举行会晤。双方同意加强合作。")
    text = re.search(r"<p id=.*</p>", article_of(page), re.DOTALL).group()
    assert 'class="n"' in text
    assert not re.search(r"\d", re.sub(r"<[^>]+>", "", text))


def test_headings_show_no_signs_of_markdown():
    document = parse_text(MARKDOWN)[0]
    article = article_of(render_page([(document, extract_claims(document))]))
    words = re.sub(r"<[^>]+>", "", article)
    assert "#" not in words
    assert "**" not in words
    assert re.search(r"<h2 id=\"l-0-3\"><span[^>]*>一、会晤", article)


def test_the_title_stands_once():
    document = parse_text(MARKDOWN)[0]
    assert article_of(render_page([(document, ())])).count("安全合作") == 1


def test_a_status_is_shown_unless_it_occurred():
    _, _, page = page_of(PLANNED, language="en")
    assert page.count('data-en="planned"') == 1
    assert 'data-en="occurred"' not in page


def test_overlapping_kinds_have_a_line_each():
    _, claims, page = page_of("2017年6月9日，印度和巴基斯坦正式加入上海合作组织。")
    assert {c.kind for c in claims} == {"event", "tie"}
    assert '<u class="event"><u class="tie">' in page


def test_each_document_of_a_page_is_readable_without_a_script():
    documents = [sample_document(f"{word}方支持对话。", "zh") for word in ("中", "俄")]
    page = render_page([(d, extract_claims(d)) for d in documents])
    assert page.count("<article") == 2
    assert 'href="#doc-1"' in page
    assert " hidden" not in re.search(r"<main>.*</main>", page, re.DOTALL).group()


def test_findings_lead_to_the_paragraph_they_are_about():
    document = parse_text("# 标题\n\n叙利阿问题\n", language="zh")[0]
    page = render_page([(document, ())])
    assert 'href="#l-0-3"' in page
    assert 'id="l-0-3"' in page


def test_script_data_cannot_end_its_element():
    assert "</" not in as_script({"a": "</script>"})


def test_many_claims_render():
    _, claims, page = page_of("2019年6月，中俄两国元首举行会谈。中方愿同俄方扩大合作。\n" * 700)
    assert len(claims) > 600
    assert page.count("data-claims") >= len(claims) // 2


def test_a_page_is_written_in_proportion_to_its_lines():
    text = ("中国和美国。" * 10 + "\n") * 20_000
    document = Document(id="a", text=text, clean=text, offsets=OffsetMap(), language="zh")
    start = time.process_time()
    assert 'id="l-0-20000"' in render_page([(document, ())])
    assert time.process_time() - start < 2
