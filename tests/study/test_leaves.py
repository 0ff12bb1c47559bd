"""A study read a page at a time."""

from datetime import date

from comity.study import open_study


def ids(rows):
    return [row["id"] for row in rows]


def test_pages_of_claims_are_the_list_of_claims(study):
    whole = ids(study.claims())
    first = study.claims_page(3)
    rest = study.claims_page(100, after=(first[-1]["start"], first[-1]["seq"]))
    assert ids(first) + ids(rest) == whole
    assert study.count_claims() == len(whole)


def test_pages_take_the_filters_of_lists(study):
    chosen = {"actors": ("CHN", "RUS"), "start": date(2019, 6, 1), "end": date(2019, 6, 30)}
    assert ids(study.claims_page(100, **chosen)) == ids(study.claims(**chosen)) != []
    assert study.count_claims(**chosen) == len(study.claims(**chosen))


def test_a_page_of_a_dossier_has_the_lines_of_the_dossier(study):
    whole = study.dossier("CHN", "RUS")
    page = study.dossier_page("CHN", "RUS", part="events", limit=50)
    assert [e["said"] for e in page.entries] == [e.said for e in whole.events]
    assert study.dossier_parts("CHN", "RUS")["events"] == len(whole.events)
    assert page.next is None


def test_a_rejected_claim_is_on_no_page(study):
    claim = study.claims(kind="event")[0]
    study.judge("reject", claim["id"], author="ann")
    assert claim["id"] not in ids(study.claims_page(100))
    assert study.claim_or_none(claim["id"])["verdict"] == "reject"
    named = {a["id"]: a["claims"] for a in study.actors()}
    assert named["CHN"] == len(study.claims(actors=("CHN",)))


def test_the_version_changes_with_a_judgement_and_not_by_asking(study):
    before = study.version()
    study.claims_page(1)
    assert study.version() == before
    study.judge("accept", study.claims()[0]["id"], author="ann")
    assert study.version() != before


def test_a_study_beside_another_reads_what_the_first_wrote(study):
    beside = study.beside()
    claim = study.claims()[0]["id"]
    study.judge("reject", claim, author="ann")
    study.derived()
    assert claim not in ids(beside.claims_page(100))
    beside.close()
    assert study.claims()


def test_the_queue_leaves_out_what_its_author_judged(study):
    first = study.queue("ann", limit=1)[0]
    study.judge("accept", first.row["id"], author="ann")
    assert first.row["id"] not in [w.row["id"] for w in study.queue("ann", limit=50)]
    assert first.row["id"] in [w.row["id"] for w in study.queue("ben", limit=50)]


def test_told_twice_rests_half_on_each_telling():
    with open_study() as study:
        for day in (5, 6):
            words = f"2019年6月{day}日，国家主席习近平在莫斯科同俄罗斯总统普京举行会谈。"
            study.add(words, issuer="CHN", issued="2019-07-01", language="zh")
        assert [w.effect for w in study.queue("ann", limit=9, kind="event")] == [0.5, 0.5]


def test_a_whole_id_is_found_though_another_begins_with_it(study):
    id = study.documents()[0]["id"]
    assert study.document(id)["id"] == id
    assert study.document_or_none(id[:4]) is None


def test_promises_go_on_where_they_stopped():
    text = "2019年6月5日，双方宣布将于2019年12月前签署协定。中国承诺在2020年底前完成谈判。"
    with open_study() as study:
        study.add(text, issuer="CHN", issued="2019-06-06", language="zh")
        whole = study.promises(at=date(2021, 1, 1))
        found, place = [], None
        while True:
            page, place = study.promises_page(at=date(2021, 1, 1), limit=1, after=place)
            found += page
            if place is None or not page:
                break
        assert [p.claim["id"] for p in found] == [p.claim["id"] for p in whole]
        assert study.count_promises(at=date(2021, 1, 1)) == len(whole)
