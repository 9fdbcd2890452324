"""Whom an order of a list protects is true once a second person agrees; what nobody said, two say on its page."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.orders.filing import files, terms
from tests.collection.orders.of_a_list import agree, bring, orders, row
from tests.conftest import AT
from tests.disclosure.asking import entries, outcome

MOTHER = "Mother Torres"


def protected() -> list[Any]:
    return [it.protected_id for it in orders()]


def codes(report: Any) -> list[str]:
    return [it.code for it in report.tally.remarks]


@pytest.mark.parametrize("by_id", [True, False])
def test_it_is_so_once_a_second_person_agrees_and_not_before(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path, by_id: bool
) -> None:
    mother = town.mother.row
    report = bring(tmp_path, row(town.ana, protects=str(mother.id) if by_id else MOTHER))
    assert "protected_not_known" not in codes(report)
    assert protected() == [None], "one person's list spares nobody"
    from fileroom.collection.orders.agreeing import waiting

    assert [it.protecting for it in waiting(by=keeper.by, at=AT)] == [1]
    assert agree(keeper.by) == 1
    assert protected() == [mother.id]
    assert outcome(town.mother.by, town.ana) == "must" and outcome(father.by, town.ana) == "no"


@pytest.mark.parametrize("said", ["Rosa Nobody", "Victor Torres", "Torres", "7"])
def test_a_row_that_names_nobody_or_whom_it_binds_is_taken_all_the_same_and_spares_nobody(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path, said: str
) -> None:
    report = bring(tmp_path, row(town.ana, protects=said))
    assert report.tally.kept == 1 and "protected_not_known" in codes(report)
    agree(keeper.by)
    assert protected() == [None] and outcome(father.by, town.ana) == "no"


def test_nor_does_one_of_whom_there_is_a_name_alone(town: make.Town, keeper: make.Staffed, tmp_path: Path) -> None:
    stranger = make.related("stranger", town.ana)
    make.change(stranger.row, given="V.", family="Torres", search_name="v. torres")
    bring(tmp_path, row(town.ana, name="Torres, Victor", protects="Victor Torres"))
    assert [it.protected_id for it in orders()] == [None]


def test_a_list_without_the_column_is_what_it_was(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    bring(tmp_path, row(town.ana))
    agree(keeper.by)
    assert protected() == [None] and outcome(father.by, town.ana) == "no"


def test_of_two_children_of_one_order_whose_rows_name_two_it_protects_nobody_by_name(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    ben = make.student("Ben")
    make.enrolment(ben, town.school)
    aunt = make.related("aunt", ben)
    make.relationship(ben, father.row)
    case = {"case": "23-1", "contact": str(father.row.id)}
    bring(tmp_path, row(town.ana, protects=MOTHER, **case), row(ben, protects=str(aunt.row.id), **case))
    agree(keeper.by, 2)
    assert protected() == [None]


def says(order: UUID, contact: UUID, by: Any) -> Any:
    from fileroom.collection.orders.protecting import say_whom_it_protects

    return say_whom_it_protects(order, contact, by=by, at=AT)


def unsaid(town: make.Town, father: make.Related) -> UUID:
    """An order at the counter of which nobody said whom it protects."""
    from dataclasses import replace

    return files(replace(terms(town, father.row.id), protected=None), town.registrar.by).id


def said() -> list[tuple[str, tuple[str, ...], bool]]:
    return [(it.outcome, it.rules, it.sealed) for it in entries() if it.act.value == "order:protection_said"]


def test_on_its_page_two_who_keep_it_say_whom_it_protects(
    town: make.Town, father: make.Related, keeper: make.Staffed
) -> None:
    order, mother = unsaid(town, father), town.mother.row.id
    for _ in range(2):
        says(order, mother, town.principal.by)
    assert protected() == [None], "one word changes nothing, however often it is said"
    says(order, mother, keeper.by)
    assert protected() == [mother]
    looked, ruled = "casework.orders_reviewed.who_works_with_the_student_looks", "casework.ruling_out.another_rules_out"
    assert said() == [("first", (looked,), True), ("confirmed", (ruled,), True)]
    with pytest.raises(ValidationError, match="already"):
        says(order, mother, keeper.by)


def test_two_who_name_two_have_named_nobody(town: make.Town, father: make.Related, keeper: make.Staffed) -> None:
    order, aunt = unsaid(town, father), make.related("aunt", town.ana)
    says(order, town.mother.row.id, town.principal.by)
    says(order, aunt.row.id, keeper.by)
    assert protected() == [None]
    says(order, aunt.row.id, town.principal.by)
    assert protected() == [aunt.row.id]


def test_whom_it_restrains_or_may_and_a_stranger_are_not_named(
    town: make.Town, father: make.Related, keeper: make.Staffed
) -> None:
    from fileroom.people.answers import Missing

    twin = make.related("twin", town.ana)
    make.change(twin.row, given="V.", family="Torres", search_name="v. torres")
    order, stranger = unsaid(town, father), make.contact("Pat", "Quill")
    for contact, why in ((father.row.id, "restrains"), (twin.row.id, "restrains"), (stranger.id, "Choose")):
        with pytest.raises(ValidationError, match=why):
            says(order, contact, town.principal.by)
    for other in (town.teacher.by, make.staffed("far", "registrar", make.school("Mesa Middle")).by):
        with pytest.raises(Missing):
            says(order, town.mother.row.id, other)
    assert said() == []


def test_the_page_offers_it_to_who_keeps_the_order(town: make.Town, father: make.Related, keeper: make.Staffed) -> None:
    order, mother = unsaid(town, father), town.mother.row.id
    desk, address = browser(town.principal.by), f"/orders/{order}/"
    page = desk.get(address).content.decode()
    assert "Whom does it protect?" in words(page) and str(mother) in page and str(father.row.id) not in page
    assert desk.post(f"{address}protects/", form(protects="")).status_code == 422
    assert desk.post(f"{address}protects/", form(protects=str(mother))).status_code == 302
    assert "You have named" in words(desk.get(address).content.decode())
    second = browser(keeper.by)
    assert "Somebody who keeps the order has named" in words(second.get(address).content.decode())
    second.post(f"{address}protects/", form(protects=str(mother)))
    after = words(second.get(address).content.decode())
    assert "Whom does it protect?" not in after and protected() == [mother]


def mails(who: Any, address: str) -> None:
    """What one signs in with."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account

    with district_transaction():
        Account.objects.filter(contact=who.row).update(sign_in_name=address)


def test_whom_the_look_finds_may_be_restrained_is_asked_about_and_spared_nothing(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    """His second row, under another name with the same mailbox, named in the column."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import OrderNamesake

    second = make.related("second", town.ana)
    make.change(second.row, given="Rosa", family="Quill", search_name="rosa quill")
    for who, address in ((father, "v.torres@example.org"), (second, "V.Torres@example.org ")):
        mails(who, address)
    report = bring(tmp_path, row(town.ana, contact=str(father.row.id), protects=str(second.row.id)))
    assert "protected_not_known" not in codes(report)
    agree(keeper.by)
    assert protected() == [None]
    with district_transaction():
        asked = OrderNamesake.objects.values_list("contact", "answer")
        assert list(asked) == [(second.row.id, "")]


def test_where_a_card_cannot_be_opened_nobody_is_spared_by_the_list(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.orders.namesakes import Look

    bring(tmp_path, row(town.ana, protects=MOTHER))
    monkeypatch.setattr(Look, "look", lambda self, here: self.failed.append(OSError("damaged")))
    assert agree(keeper.by) == 1
    assert protected() == [None], "who they are is not known whole: two say it on its page"
