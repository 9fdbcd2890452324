"""Who works here and bears the name that an order names takes it in, and is told nothing more; whoever brought it gets
their receipt all the same, and nothing that is done about the order is done by whom it names."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.orders.filing import PAPER, files, terms
from tests.conftest import AT
from tests.disclosure.asking import entries

RECEIPT = "casework.orders_received.receipt_to_submitter"
WHETHER = "disclosure.restraining_orders.restrained_party"
ACTS: tuple[tuple[str, dict[str, str]], ...] = (
    ("look/", {"part": "order_review_last", "came_of_it": "will_renew"}),
    ("counsel/", {}),
    ("counsel/", {"holds": "yes"}),
    ("others/", {}),
    ("withdraw/", {}),
    ("confirm/", {"has_called": "yes"}),
)


def owed(rule: str) -> set[tuple[str, object, object]]:
    """Whose this duty is: office, school, employee."""
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        return {(it.office, it.school, it.employee) for it in Duty.objects.filter(rule=rule, done_at=None)}


def paper() -> SimpleUploadedFile:
    return SimpleUploadedFile("order.txt", PAPER)


def test_a_clerk_of_the_same_name_hands_over_the_receipt_and_opens_no_page_of_the_order(town: make.Town) -> None:
    names = make.contact("Registrar", "Abara")
    make.relationship(town.ana, names)
    desk = browser(town.registrar.by)
    sent = form(
        kind="may_not_collect", restrained=str(names.id), from_on=AT.date().isoformat(), pages="2", language="en"
    )
    answer = desk.post(f"/students/{town.ana.id}/orders/", sent | {"file": paper()})
    page = answer.content.decode()
    assert answer.status_code == 200 and "It is in force" in words(page)
    assert "Abara" not in page.partition("<main")[2], "it names nobody"
    (there,) = {it.split('"')[0] for it in page.split('href="') if it.startswith("/receipts/")}
    assert desk.get(there).headers["Content-Type"] == "application/pdf"
    assert owed(RECEIPT) == set(), "it is handed over"


def test_where_no_receipt_was_made_its_custodians_owe_it(town: make.Town) -> None:
    make.change(town.principal.row, family="Quill")
    files(terms(town, make.contact("Registrar", "Abara").id), town.registrar.by)
    assert owed(RECEIPT) == {("custodian", town.school.id, None)}


def test_where_the_custodian_is_whom_it_may_name_the_superintendents_office_is_asked(town: make.Town) -> None:
    files(terms(town, make.contact("Principal", "Abara").id), town.principal.by)
    both = {("custodian", town.school.id, None), ("superintendent", None, None)}
    assert owed(WHETHER) == owed(RECEIPT) == both
    designee = browser(make.staffed("designee", "administrator", None).by)
    assert "designate another" in words(designee.get("/").content.decode())


@pytest.mark.parametrize("term", ["may_not_collect", "rights_terminated"])
def test_whom_an_order_names_does_nothing_about_it(town: make.Town, term: str) -> None:
    from fileroom.law.order_terms import READINGS, OrderTerm

    kind = READINGS[OrderTerm(term)].order
    order = files(terms(town, make.contact("Principal", "Abara").id, kind=kind, term=term), town.registrar.by).id
    keeper = make.staffed("keeper", "administrator", None)
    make.custodian(keeper.row, None)
    proposal = form(rests_on="court", signed="yes", ends="yes")
    proposed = browser(keeper.by).post(f"/orders/{order}/lift/", proposal | {"file": paper()})
    assert proposed.status_code == 302
    desk, before = browser(town.principal.by), len(entries())
    for address, sent in ACTS:
        assert desk.post(f"/orders/{order}/{address}", form(**sent)).status_code == 404, address
    assert desk.post(f"/orders/{order}/lift/", proposal | {"file": paper()}).status_code == 404
    (whether,) = asked(order)
    assert desk.post(f"/orders/{order}/named/", form(who=str(whether), answer="no")).status_code == 404
    done = {(it.act.value, it.sealed) for it in entries()[before:]}
    assert done == {("order:lift_refused", True)}, "each is turned away, under seal"


def asked(order: UUID) -> list[UUID]:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import OrderNamesake

    with district_transaction():
        return list(OrderNamesake.objects.filter(order=order).values_list("id", flat=True))
