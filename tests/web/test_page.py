"""The page: nothing of a document becomes markup, nothing is fetched."""

import re
from html import unescape

from comity.extract import extract_claims
from comity.extract.check import sample_document
from comity.web.page import as_script, render_page

TEXT = '2019年6月，习近平主席同普京总统举行会晤</script><img src=x onerror="alert(1)">。\n双方同意加强合作 & 互信。😀'


def page_of(text):
    document = sample_document(text, "zh")
    claims = extract_claims(document)
    return document, claims, render_page([(document, claims)])


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


def test_cutting_into_segments_keeps_the_words():
    document, _, page = page_of(TEXT)
    article = re.search(r"<article.*?</article>", page, re.DOTALL).group()
    words = unescape(re.sub(r"<[^>]+>", "", article.replace("</p>\n<p>", "\n").replace("</p>", "")))
    assert words == document.text


def test_script_data_cannot_end_its_element():
    assert "</" not in as_script({"a": "</script>"})


def test_many_claims_render():
    _, claims, page = page_of("2019年6月，中俄两国元首举行会谈。中方愿同俄方扩大合作。\n" * 700)
    assert len(claims) > 600
    assert page.count("data-claims") >= len(claims) // 2
