"""A parent whom an order keeps from collecting the child, and from no record, reads nowhere that there is one."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, same_page, words
from tests.conftest import AT
from tests.disclosure.asking import filed

PAGES = ("/family/", "/family/{student}/", "/family/{student}/looked/")


def files(town: make.Town, father: make.Related, term: str, days: str) -> UUID:
    """An order of this sentence against the father, with its paper; the record of the paper."""
    from fileroom.collection.orders.services import file_order
    from fileroom.collection.orders.terms import Terms
    from fileroom.collection.services import Document
    from fileroom.hosting import district_transaction
    from fileroom.law.order_terms import READINGS, OrderTerm
    from fileroom.records.models import Record

    terms = Terms(
        READINGS[OrderTerm(term)].order, father.row.id, None, (town.ana.id,), AT.date(), term=term, collects_on=days,
    )  # fmt: skip
    file_order(terms, Document("order.txt", b"Superior Court.\n"), by=town.principal.by, at=AT)
    with district_transaction():
        return Record.objects.get(item="court_order").id


A_TIME = re.compile(r"\d{1,2}(?::\d\d)?\s[ap]\.m\.|\bnoon\b|\bmidnight\b")  # of the moment, in pages that are one


@pytest.mark.parametrize(("term", "days"), [("may_not_collect", ""), ("collects_on_days", "1")])
def test_no_page_of_his_is_another_for_the_order_or_for_who_asked_at_the_counter(
    town: make.Town, term: str, days: str
) -> None:
    """Ana's father is bound, Ben's is not; the counter is asked of both."""
    fathers = {it: make.related(f"father{it.legal_given}", it) for it in (town.ana, town.ben)}
    order, seen = files(town, fathers[town.ana], term, days), []
    desk = browser(town.registrar.by)
    for child, father in fathers.items():
        filed(town.registrar.by, child)
        for code in (f"contact-{father.row.id}", "somebody"):
            assert desk.post(f"/students/{child.id}/collecting/", form(asker=code)).status_code == 200
        pages = browser(father.by)
        found = [words(pages.get(it.format(student=child.id)).content.decode()) for it in PAGES]
        for name in (father.row.given, child.legal_given, child.legal_family):
            found = [it.replace(name, "NAME") for it in found]
        seen.append([A_TIME.sub("WHEN", it) for it in found])
    assert seen[0] == seen[1]
    his = browser(fathers[town.ana].by)
    for page in ("", "document/"):
        there = same_page(his, f"/family/records/{order}/{page}")
        assert there == same_page(his, f"/family/records/{uuid4()}/{page}"), page
