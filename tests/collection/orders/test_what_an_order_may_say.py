"""Each sentence of the form files an order that is kept with it, read as the law reads it, and sent to counsel."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from fileroom.law.order_terms import READINGS, OrderTerm
from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.orders.filing import PAPER, files, terms
from tests.conftest import AT

NEW = (
    "no_contact", "peaceful_contact", "supervised_contact", "may_not_collect", "collects_on_days", "juvenile_court",
    "address_kept_from", "something_else",
)  # fmt: skip


def said(town: make.Town, father: make.Related, term: str, **more: Any) -> Any:
    days = {"collects_on": "135"} if term == "collects_on_days" else {}
    return terms(town, father.row.id, kind=READINGS[OrderTerm(term)].order, term=term, **days | more)


@pytest.mark.parametrize("term", NEW)
def test_counsel_reads_it_the_same_day_and_its_page_says_what_it_does(
    town: make.Town, father: make.Related, keeper: make.Staffed, term: str
) -> None:
    from fileroom.collection.orders.duties import COUNSEL, RECEIPT
    from fileroom.duties import queries
    from fileroom.hosting import district_transaction

    done = files(said(town, father, term), town.principal.by)
    with district_transaction():
        owed = queries.about("orders", [done.id], at=AT)
    assert {COUNSEL, RECEIPT} <= {it.rule for it in owed}
    assert {it.due for it in owed if it.rule == COUNSEL} == {AT.date()}
    page = words(browser(town.principal.by).get(f"/orders/{done.id}/").content.decode())
    assert "What it does here" in page
    assert "the principal is called" in page
    assert ("Monday, Wednesday, Friday" in page) is (term == "collects_on_days")


def test_the_counter_sees_beforehand_who_would_collect_the_child(town: make.Town, father: make.Related) -> None:
    from fileroom.collection.orders.preview import Sees, preview

    seen = preview(said(town, father, "may_not_collect"), by=town.registrar.by, at=AT)
    assert {(it.name, it.sees, it.principal_called) for it in seen} == {
        ("Victor Torres", Sees.AS_BEFORE, True),
        (f"{town.mother.row.given} {town.mother.row.family}", Sees.AS_BEFORE, False),
    }


@pytest.mark.parametrize(
    ("term", "more", "field"),
    [
        ("may_not_collect", {"restrained": None}, "restrained"),
        ("collects_on_days", {"collects_on": ""}, "collects_on"),
        ("no_contact", {"collects_on": "1"}, "collects_on"),
    ],
)
def test_a_sentence_that_says_too_little_is_told_so(
    town: make.Town, father: make.Related, term: str, more: dict[str, Any], field: str
) -> None:
    from dataclasses import replace

    with pytest.raises(ValidationError) as told:
        files(replace(said(town, father, term), **more), town.principal.by)
    assert field in told.value.message_dict


def test_what_no_sentence_says_is_filed_though_it_names_nobody(town: make.Town, father: make.Related) -> None:
    from dataclasses import replace

    done = files(replace(said(town, father, "something_else"), restrained=None), town.principal.by)
    assert len(done.entries) == 1


def test_the_form_files_it_with_its_days_once(town: make.Town, father: make.Related) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder

    sent = form(
        kind="collects_on_days", restrained=str(father.row.id), from_on=AT.date().isoformat(), pages="2", language="en",
    ) | {"collects_on": ["5", "1"]}  # fmt: skip
    desk = browser(town.registrar.by)
    for _ in range(2):
        paper = SimpleUploadedFile("order.txt", PAPER)
        assert desk.post(f"/students/{town.ana.id}/orders/", sent | {"file": paper}).status_code == 302
    with district_transaction():
        kept = CourtOrder.objects.values_list("kind", "term", "collects_on")
        assert list(kept) == [("custody_order_silent", "collects_on_days", "15")]


def test_the_counter_reads_each_sentence_in_both_languages(town: make.Town, father: make.Related) -> None:
    from fileroom.web.order_sentences import EVERY, SPANISH

    assert set(SPANISH) == {term for term, _ in EVERY} == set(OrderTerm)
    page = browser(town.registrar.by).get(f"/students/{town.ana.id}/orders/").content.decode()
    for term, says in EVERY:
        assert says in page and f'lang="es">{SPANISH[term]}<' in page, term


def test_whom_an_order_keeps_from_an_address_sees_nothing_by_which_the_child_is_found(
    town: make.Town, father: make.Related
) -> None:
    from tests.disclosure.asking import asks

    done = files(said(town, father, "address_kept_from"), town.principal.by)
    answer = asks(father.by, town.ana)
    assert answer.decision.granted and "address_and_schedule_withheld" in answer.decision.limits
    page = words(browser(town.principal.by).get(f"/orders/{done.id}/").content.decode())
    assert "One person may not learn where the child, or whom it protects, lives" in page
