"""Whom one clerk picks as protected is held against whom the order binds before it spares them anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.attacks.test_is_it_whom_an_order_names import card_of, goes_round, says, second_keeper
from tests.collection.orders.filing import PAPER, files, terms
from tests.collection.orders.of_a_list import orders
from tests.collection.orders.test_an_order_is_lifted import confirms, proposes
from tests.conftest import AT
from tests.disclosure.asking import outcome
from tests.factories import TODAY
from tests.people.test_owing import page

if TYPE_CHECKING:
    from fileroom.collection.orders.services import OrderFiled
    from fileroom.collection.orders.terms import Terms

SAYS_WHOM = "casework.ruling_out.another_rules_out"
SAY_WHOM = "Whom does a court’s order protect? Two people say so"
MOBILE, MAIL = "(559) 555-0171", "g.quiroga@mail.test"


def reached_by(town: make.Town, who: make.Related, **card: str) -> None:
    from fileroom.collection.services import collect

    done = collect(town.ana.id, "contact_and_household", card, by=town.registrar.by, at=AT, about=who.row.id)
    assert hasattr(done, "record")


def another(town: make.Town, name: str, given: str, family: str, **card: str) -> make.Related:
    """Another parent of Ana's, reached like this."""
    it = make.related(name, town.ana)
    assert it.relation is not None
    make.change(it.row, given=given, family=family, search_name=f"{given} {family}".casefold())
    make.custody(it.relation)
    reached_by(town, it, **card)
    return it


@pytest.fixture
def guillermo(town: make.Town) -> make.Related:
    return another(town, "guillermo", "Guillermo", "Quiroga", email=MAIL, mobile=MOBILE, telephone="559-555-0100")


@pytest.fixture
def memo(town: make.Town, guillermo: make.Related) -> make.Related:
    """His second row, by the name that he goes by."""
    it = another(town, "memo", "Memo", "Quill", mobile="+1 559 555 0171")
    make.change(it.by.account, sign_in_name=MAIL)
    return it


def say_whom_it_protects(order: UUID, contact: UUID, *, by: Any, at: Any) -> None:
    from fileroom.collection.orders.protecting import say_whom_it_protects as say

    say(order, contact, by=by, at=at)


def picked(town: make.Town, whom: make.Related, who: make.Related) -> Terms:
    return replace(terms(town, whom.row.id), protected=who.row.id)


def protected() -> list[Any]:
    return [it.protected_id for it in orders()]


def asked_about() -> list[UUID | None]:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import OrderNamesake

    with district_transaction():
        return list(OrderNamesake.objects.filter(answer="").values_list("contact", flat=True))


def test_his_own_second_row_is_spared_nothing_and_is_asked_about(
    town: make.Town, guillermo: make.Related, memo: make.Related
) -> None:
    assert outcome(memo.by, town.ana) == "must"
    order = files(picked(town, guillermo, memo), town.registrar.by).id
    assert (protected(), asked_about()) == ([None], [memo.row.id])
    assert outcome(memo.by, town.ana) != "must"
    seen = words(browser(town.principal.by).get(f"/orders/{order}/").content.decode())
    assert "two who keep the order say here whom else" in seen


def test_the_clerks_page_says_that_somebody_will_say_it_and_names_nobody(
    town: make.Town, guillermo: make.Related, memo: make.Related
) -> None:
    desk = browser(town.registrar.by)
    whole: dict[str, object] = {
        "kind": "records_order_6323_5", "restrained": str(guillermo.row.id), "protected": str(memo.row.id),
        "brought_by": "protected", "from_on": "2026-09-01", "language": "en", "pages": "2",
        "file": SimpleUploadedFile("order.txt", PAPER),
    }  # fmt: skip
    answer = desk.post(f"/students/{town.ana.id}/orders/", form(**whole))
    assert answer.status_code == 302 and protected() == [None]
    seen = words(desk.get(answer["Location"]).content.decode())
    assert "two who keep the order say here whom else" in seen and "Memo" not in seen


def test_nor_does_it_take_the_custody_that_the_mother_has(
    town: make.Town, guillermo: make.Related, memo: make.Related
) -> None:
    from fileroom.law.facts import Order

    said = replace(picked(town, guillermo, memo), kind=Order.SOLE_LEGAL_CUSTODY_OTHER_PARENT)
    files(said, town.registrar.by)
    assert protected() == [None] and outcome(town.mother.by, town.ana) == "must"


@pytest.mark.parametrize("card", [{"telephone": "(559) 555-0100"}, {"email": MAIL}])
def test_whoever_lives_with_him_is_protected_as_the_clerk_says(
    town: make.Town, guillermo: make.Related, card: dict[str, str]
) -> None:
    hers = another(town, "hers", "Rosa", "Ibarra", **card)
    files(picked(town, guillermo, hers), town.registrar.by)
    assert (protected(), asked_about()) == ([hers.row.id], [])


def test_of_his_given_name_and_his_home_it_is_asked_and_takes_no_custody(
    town: make.Town, guillermo: make.Related
) -> None:
    from fileroom.law.facts import Order

    again = another(town, "again", "Guillermo", "Ibarra", telephone="(559) 555-0100")
    said = replace(picked(town, guillermo, again), kind=Order.SOLE_LEGAL_CUSTODY_OTHER_PARENT)
    files(said, town.registrar.by)
    assert (protected(), asked_about()) == ([None], [again.row.id])
    assert outcome(town.mother.by, town.ana) == "must"


def test_what_was_filed_is_looked_at_no_second_time(town: make.Town, guillermo: make.Related) -> None:
    from fileroom.collection.orders.nightly import look_round
    from tests.disclosure.asking import entries

    files(picked(town, guillermo, town.mother), town.registrar.by)
    before = len([it for it in entries() if it.act == "order:compared"])
    look_round(at=AT)
    assert len([it for it in entries() if it.act == "order:compared"]) == before > 0


def test_where_a_card_cannot_be_opened_two_say_it(
    town: make.Town, guillermo: make.Related, owner: psycopg.Connection
) -> None:
    card_of(owner, another(town, "aunt", "Marta", "Ruiz", mobile="(559) 555-0188"))(b"\x00" * 64)
    order = files(picked(town, guillermo, town.mother), town.registrar.by).id
    assert (protected(), asked_about()) == ([None], [])
    assert owed(order) == [("custodian", TODAY)], "somebody says it, though nobody is asked about"
    for by in (town.principal.by, second_keeper()):
        say_whom_it_protects(order, town.mother.row.id, by=by, at=AT)
    assert (protected(), owed(order)) == ([town.mother.row.id], [])


def owed(order: UUID) -> list[tuple[str, date | None]]:
    """By whom, and until when, it is to be said whom the order protects."""
    from fileroom.duties.queries import about

    return [(it.office, it.due) for it in about("orders", [order], at=AT) if it.rule == SAYS_WHOM]


def test_that_a_pick_is_withheld_is_owed_until_two_have_said_whom_it_protects_whatever_is_said_of_her(
    town: make.Town, guillermo: make.Related
) -> None:
    """She writes the family's old mobile telephone."""
    hers, second = another(town, "hers", "Rosa", "Ibarra", mobile=MOBILE), second_keeper()
    order = files(picked(town, guillermo, hers), town.registrar.by).id
    assert (protected(), owed(order)) == ([None], [("custodian", TODAY)])
    assert SAY_WHOM in [it["title"] for it in page(town.principal.by).rows]
    for by in (town.principal.by, second):
        says(order, "Rosa Ibarra", "no", by)
    assert owed(order) == [("custodian", TODAY)]
    say_whom_it_protects(order, hers.row.id, by=second, at=AT)
    assert owed(order) == [("custodian", TODAY)]
    say_whom_it_protects(order, hers.row.id, by=town.principal.by, at=AT)
    assert (protected(), owed(order)) == ([hers.row.id], [])


def test_it_is_owed_no_more_where_whom_the_clerk_picked_is_himself(
    town: make.Town, guillermo: make.Related, memo: make.Related
) -> None:
    order = files(picked(town, guillermo, memo), town.registrar.by).id
    assert owed(order) == [("custodian", TODAY)]
    says(order, "Memo Quill", "yes", town.principal.by)
    assert owed(order) == []


def test_where_that_yes_was_a_mistake_it_is_owed_again(town: make.Town, guillermo: make.Related) -> None:
    hers, second = another(town, "hers", "Rosa", "Ibarra", mobile=MOBILE), second_keeper()
    another(town, "again", "Guillermo", "Ibarra", telephone="(559) 555-0100")
    order = files(picked(town, guillermo, hers), town.registrar.by).id
    for whom, answer, by in (
        ("Rosa Ibarra", "yes", town.principal.by), ("Guillermo Ibarra", "no", second), ("Rosa Ibarra", "no", second),
    ):  # fmt: skip
        says(order, whom, answer, by)
        assert owed(order) == [], "it is about another, or one alone takes it back"
    says(order, "Rosa Ibarra", "no", town.principal.by)
    assert owed(order) == [("custodian", TODAY)]
    for by in (second, town.principal.by):
        say_whom_it_protects(order, hers.row.id, by=by, at=AT)
    assert (protected(), owed(order)) == ([hers.row.id], [])


def test_nor_is_it_once_the_order_is_lifted(town: make.Town, guillermo: make.Related, memo: make.Related) -> None:
    order = files(picked(town, guillermo, memo), town.registrar.by).id
    office = make.staffed("office", "administrator", None)
    make.custodian(office.row, None)
    proposes(order, town.principal)
    confirms(order, office)
    assert owed(order) == []


def test_of_an_order_of_which_nobody_picks_whom_it_protects_it_is_not_owed(
    town: make.Town, guillermo: make.Related
) -> None:
    order = files(replace(terms(town, guillermo.row.id), protected=None), town.registrar.by).id
    assert (protected(), owed(order)) == ([None], [])


def test_the_same_form_pressed_again_answers_as_it_did(
    town: make.Town, guillermo: make.Related, memo: make.Related
) -> None:
    from fileroom.people.answers import FormUsed

    once, said = uuid4(), picked(town, guillermo, memo)
    first, second = (presses(said, once, town) for _ in range(2))
    assert first == second and len(orders()) == 1
    with pytest.raises(FormUsed):
        presses(replace(said, protected=town.mother.row.id), once, town)


def test_so_it_does_where_a_card_cannot_be_opened(
    town: make.Town, guillermo: make.Related, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.people.answers import FormUsed

    def damaged(*_: Any) -> Any:
        raise OSError("damaged")

    once, said = uuid4(), picked(town, guillermo, town.mother)
    with monkeypatch.context() as it:
        it.setattr("fileroom.collection.orders.namesakes.open_many_logged", damaged)
        first, second = (presses(said, once, town) for _ in range(2))
    goes_round(at=AT)  # it reads the card
    third = presses(said, once, town)
    assert first == second == third and (len(orders()), protected()) == (1, [None])
    with pytest.raises(FormUsed):
        presses(replace(said, safe_tonight="yes"), once, town)


def presses(said: Terms, once: UUID, town: make.Town) -> OrderFiled:
    from fileroom.collection.orders.services import OrderFiled, file_order
    from fileroom.collection.services import Document

    done = file_order(said, Document("order.txt", PAPER), by=town.registrar.by, at=AT, once=once)
    assert isinstance(done, OrderFiled)
    return done
