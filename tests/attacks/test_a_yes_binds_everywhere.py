"""Somebody was said to be whom an order names: every name of theirs binds; and of whom it was said that it is
somebody else is asked again where more speaks for it."""

from __future__ import annotations

from uuid import UUID

import pytest

from fileroom.disclosure.shown import Recipient
from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.attacks.test_is_it_whom_an_order_names import (
    LATER,
    another,
    asked,
    goes_round,
    reached_by,
    says,
    second_keeper,
)
from tests.attacks.test_is_it_whom_an_order_names import victor as victor
from tests.collection.orders.filing import files, terms
from tests.conftest import AT
from tests.disclosure.asking import asks, entries, outcome


def open_questions(order: UUID) -> set[str]:
    return {name for name, (answer, _) in asked(order).items() if not answer}


def compared() -> int:
    return sum(it.act == "order:compared" for it in entries())


def test_each_name_of_his_binds_contacts_employees_and_strangers(town: make.Town, victor: make.Related) -> None:
    from fileroom.collection.orders.telling_apart import say_who_it_is
    from fileroom.hosting import district_transaction
    from fileroom.people.bound import bound_people, rows_of

    another(town, "alias", "Vic", "Mendoza", mobile="5595550171")
    by_mail = make.employee("Vito", "Quill")
    make.change(by_mail, email="victor.t@mail.test")
    order = files(terms(town, victor.row.id), town.registrar.by).id
    third = another(town, "third", "Victoriano", "Quill")
    at_work = make.staffed("mendoza", "principal", town.school)
    make.change(at_work.row, given="Vic", family="Mendoza")
    make.change(third.row, given="Vito")
    assert (outcome(third.by, town.ana), outcome(at_work.by, town.ana)) == ("must", "must")
    says(order, "Vic Mendoza", "yes", town.principal.by)
    says(order, "Vito Quill", "yes", town.principal.by)
    assert outcome(third.by, town.ana) == "needs_more", "a row of the name that he has at work"
    assert outcome(at_work.by, town.ana) == "no", "an employee of the name of his other row"
    with district_transaction():
        bound = bound_people(town.ana.id, on=AT.date())[victor.row.id]
        assert (bound.is_named("Vito Quill"), bound.is_named("Vic Mendoza")) == (True, True), "at the counter"
        assert third.row.id in rows_of({victor.row.id: bound})
    assert browser(at_work.by).get(f"/orders/{order}/").status_code == 404
    goes_round()
    ids = by_row(order)
    assert {third.row.id, at_work.row.id} <= set(ids), "and each is asked about"
    for by in (town.principal.by, second_keeper()):  # it is his very name
        say_who_it_is(order, ids[third.row.id], "no", by=by, at=LATER)
    assert outcome(third.by, town.ana) == "must"
    with district_transaction():
        bound = bound_people(town.ana.id, on=AT.date())[victor.row.id]
        assert third.row.id not in rows_of({victor.row.id: bound})


def by_row(order: UUID) -> dict[UUID, UUID]:
    """The id of the question, by the row of whom is asked."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import OrderNamesake

    with district_transaction():
        rows = OrderNamesake.objects.filter(order=order)
        return {of: it.id for it in rows if (of := it.contact_id or it.employee_id)}


def test_what_comes_later_is_found_and_a_no_is_asked_again_where_more_speaks_for_it(
    town: make.Town, victor: make.Related
) -> None:
    another(town, "lupe", "Lupe", "Salas", email="v.new@mail.test")
    hector = another(town, "hector", "Hector", "Rios", telephone="559-555-0100")
    twin = another(town, "twin", "V.", "Torres")
    for given, nobodys in (("Gil", {"email": "none@none.test"}), ("Ivo", {"mobile": "559 000 0000"})):
        another(town, given.lower(), given, "Paz", **nobodys)
    reached_by(town, victor, email="none@none.test", mobile="5590000000")
    order = files(terms(town, victor.row.id), town.registrar.by).id
    assert set(asked(order)) == {"V. Torres"}, "what offices write where there is none is nobody's"
    says(order, "V. Torres", "no", town.principal.by)
    make.change(victor.by.account, sign_in_name="v.new@mail.test")
    make.change(hector.row, given="Victor")
    reached_by(town, twin, email="victort@mail.test")
    assert outcome(twin.by, town.ana) == "must"
    goes_round()
    assert open_questions(order) == {"Lupe Salas", "Victor Rios", "V. Torres"}
    assert outcome(twin.by, town.ana) == "needs_more"
    says(order, "V. Torres", "no", town.principal.by, at=LATER)
    opened = compared()
    make.change(make.employee("Otto", "Vogel"), email="v.new@mail.test")
    goes_round()
    assert "Otto Vogel" in open_questions(order) and compared() == opened, "no card is opened for staff"


@pytest.mark.parametrize("why", ["signs_in", "one_given_name", "nobody_verified"])
def test_another_row_with_his_mailbox_is_in_doubt_until_it_is_said(
    town: make.Town, victor: make.Related, why: str
) -> None:
    partner = another(town, "partner", "Lupe", "Salas", email="victort@mail.test")
    assert partner.relation
    if why == "signs_in":
        make.change(partner.by.account, sign_in_name="v.ictort@mail.test")
    elif why == "one_given_name":
        make.change(partner.row, given="Victor")
    else:
        make.change(partner.relation, standing="claimed", verified_on=None)
    order = files(terms(town, victor.row.id), town.registrar.by).id
    name = "Victor Salas" if why == "one_given_name" else "Lupe Salas"
    assert in_doubt(town, partner)
    says(order, name, "no", town.principal.by)
    assert in_doubt(town, partner) is (why != "nobody_verified"), "a card alone takes one no, a mailbox of theirs two"
    says(order, name, "no", second_keeper())
    assert not in_doubt(town, partner)


def in_doubt(town: make.Town, who: make.Related) -> bool:
    from fileroom.hosting import district_transaction
    from fileroom.people.facts import contact_facts, student_facts

    with district_transaction():
        student = student_facts(town.ana.id, AT.date())
        assert student
        return contact_facts(who.row.id, student, "verified", AT.date()).may_be_restrained


def mailed(town: make.Town, who: make.Related) -> tuple[str, bool]:
    """The address by which this parent is reached, and whether it is whom an order bars who has it too."""
    from fileroom.disclosure.linked import ForOne
    from fileroom.disclosure.reaching import reach
    from fileroom.hosting import durable_transaction
    from fileroom.people.facts import contact_facts, student_facts

    decision = asks(town.mother.by, town.ana).decision

    @durable_transaction
    def asked_for() -> tuple[str, bool]:
        student = student_facts(town.ana.id, AT.date())
        assert student
        facts, to = contact_facts(who.row.id, student, "verified", AT.date()), Recipient("", on_file=who.row.id)
        of = ForOne(student, facts, to, decision, AT.date())
        found = reach(of, by=town.registrar.by.acting_as("registrar"), at=AT)
        return found.address, found.shared

    return asked_for()


def test_a_verified_parent_of_another_name_who_shares_his_mailbox_is_asked_about_and_keeps_the_file(
    town: make.Town, victor: make.Related
) -> None:
    """What is mailed to that mailbox is withheld: he may read it too."""
    partner = another(town, "partner", "Lupe", "Salas", email="victort@mail.test")
    order = files(terms(town, victor.row.id), town.registrar.by).id
    assert outcome(partner.by, town.ana) == "must"
    assert open_questions(order) == {"Lupe Salas"}
    assert mailed(town, partner) == ("victort@mail.test", True)
    says(order, "Lupe Salas", "no", town.principal.by)
    assert mailed(town, partner) == ("victort@mail.test", True), "somebody else, and still his mailbox"


def test_who_keeps_another_childs_order_sees_and_answers_for_no_contact_of_this_one(
    town: make.Town, victor: make.Related
) -> None:
    from fileroom.people.answers import Missing

    mesa = make.school("Mesa Middle")
    eli = make.student("Eli", "Torres")
    make.enrolment(eli, mesa)
    other = make.staffed("other", "principal", mesa)
    make.custodian(other.row, mesa)
    office = make.staffed("office", "registrar", None)
    twin = make.related("twin", eli)
    make.change(twin.row, given="V.")
    order = files(terms(town, victor.row.id, town.ana.id, eli.id), office.by).id
    assert "V. Torres" not in words(browser(town.principal.by).get(f"/orders/{order}/").content.decode())
    assert "V. Torres" in words(browser(other.by).get(f"/orders/{order}/").content.decode())
    with pytest.raises(Missing):
        says(order, "V. Torres", "no", town.principal.by)
    assert owed_at(order) == {mesa.id}
    says(order, "V. Torres", "yes", other.by)


def owed_at(order: UUID) -> set[UUID | None]:
    from fileroom.duties.queries import about

    rule = "disclosure.restraining_orders.restrained_party"
    return {it.school for it in about("orders", [order], at=AT) if it.rule == rule}


def test_the_same_answer_again_is_the_first_ones_and_one_order_keeps_no_other_waiting(
    town: make.Town, victor: make.Related, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.orders.namesakes import Look

    another(town, "twin", "V.", "Torres")
    first, second = (files(terms(town, victor.row.id), town.registrar.by, at=at).id for at in (AT, LATER))
    keeper = make.staffed("keeper", "administrator", None)
    make.custodian(keeper.row, None)
    said = says(first, "V. Torres", "yes", town.principal.by)
    assert says(first, "V. Torres", "yes", keeper.by).entries == said.entries[:1]
    says(first, "V. Torres", "no", keeper.by)
    another(town, "alias", "Vic", "Mendoza", mobile="5595550171")
    looks = Look.look

    def fails(self: Look, here: object) -> None:
        if self.order.id == first:
            raise ValueError("cannot be looked at")
        looks(self, here)  # type: ignore[arg-type]

    monkeypatch.setattr(Look, "look", fails)
    with pytest.raises(ExceptionGroup):
        goes_round()
    assert "Vic Mendoza" in asked(second) and "Vic Mendoza" not in asked(first)
