"""A company's page counts the students who have left and of whom it still holds something, and lists those whose files
the reader works with; each of them has the reading in their log."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.vendors.test_contracts import TODAY, office
from tests.programmes.vendors.test_demands import answers, letter, signs, token_in

__all__ = ["office"]
HOUR = timedelta(hours=1)


@pytest.fixture
def company(office: make.Staffed) -> UUID:
    from fileroom.programmes.vendors.contracts import enter_operator

    return enter_operator(uuid4(), "Quizly", "Quizzes", "scores", by=office.by, at=AT).id


def listed(by: make.Staffed, company: UUID) -> list[Any]:
    from fileroom.programmes.vendors.still_there import listed

    return [(it.id, it.why.value) for it in listed(company, by=by.by, at=AT)]


def asks(town: make.Town, by: make.Staffed, *, at: datetime = AT) -> None:
    """Ana's mother asks the company to delete."""
    from fileroom.programmes.vendors.deletions import Request, Taken, ask
    from fileroom.programmes.vendors.facts import Asking

    said = Request(town.ana.id, Asking(town.mother.row.id, True, True, False), "QUIZLY", TODAY, "en")
    assert isinstance(ask(uuid4(), said, by=by.by, at=at), Taken)


def test_who_has_left_is_counted_and_listed_with_a_line_in_their_log(
    town: make.Town, office: make.Staffed, company: UUID
) -> None:
    from fileroom.people.answers import Missing

    desk = browser(office.by)
    assert "None that is known here" in desk.get(f"/vendors/{company}/").content.decode()
    make.change(town.spell, left_on=TODAY - timedelta(days=70), left_by="office")
    asks(town, office)
    assert "1 of whom it still holds something" in desk.get(f"/vendors/{company}/").content.decode()
    assert listed(office, company) == [(town.ana.id, "asked")]
    entry = entries()[-1]
    assert (entry.act.value, entry.student, entry.record) == ("student:listed", town.ana.id, company)
    assert "The family wants it deleted there" in desk.get(f"/vendors/{company}/left/").content.decode()
    with pytest.raises(Missing):
        listed(town.registrar, company)


def test_who_goes_on_to_another_school_of_the_district_has_not_left(
    town: make.Town, office: make.Staffed, company: UUID
) -> None:
    make.change(town.spell, left_on=TODAY - timedelta(days=70), left_by="office")
    asks(town, office)
    make.enrolment(town.ana, make.school("Mesa Middle"), since=TODAY + timedelta(days=9))
    assert listed(office, company) == []


def test_a_demand_about_everybody_that_is_answered_ends_what_was_known_and_not_what_comes_after(
    town: make.Town, office: make.Staffed, company: UUID
) -> None:
    make.change(town.spell, left_on=TODAY - timedelta(days=70), left_by="office")
    asks(town, office)
    assert listed(office, company) == [(town.ana.id, "asked")]
    made = signs(office, company, whole=True)
    said = "".join(letter(made.id, office).split())
    assert "allthatyouholdofeverystudent" in said
    answers(token_in(said), "deleted", at=AT + HOUR)
    assert listed(office, company) == []
    asks(town, office, at=AT + 2 * HOUR)
    assert listed(office, company) == [(town.ana.id, "asked")], "it has something of hers again"


def test_a_demand_about_some_data_that_is_answered_ends_nothing_of_whom_it_does_not_name(
    town: make.Town, office: make.Staffed, company: UUID
) -> None:
    make.change(town.spell, left_on=TODAY - timedelta(days=70), left_by="office")
    asks(town, office)
    answers(
        token_in(letter(signs(office, company, what="The test results of 2024").id, office)), "deleted", at=AT + HOUR
    )
    assert listed(office, company) == [(town.ana.id, "asked")]
    assert "1 of whom it still holds something" in browser(office.by).get(f"/vendors/{company}/").content.decode()


def test_what_is_about_everybody_leaves_out_nobody(office: make.Staffed, company: UUID) -> None:
    with pytest.raises(ValidationError):
        signs(office, company, whole=True, spares=True)
    desk = browser(office.by)
    sent = form(ground="no_longer_needed", what="Scores", whole="on")
    page = desk.post(f"/vendors/{company}/demand/", sent)
    assert b"And all else that it holds of every student." in desk.get(page["Location"]).content


def test_what_was_given_after_the_day_of_a_destruction_was_not_destroyed_by_it(
    town: make.Town, office: make.Staffed, company: UUID
) -> None:
    make.change(town.spell, left_on=TODAY - timedelta(days=70), left_by="office")
    given(town, at=AT - timedelta(days=2))
    token = token_in(letter(signs(office, company, whole=True).id, office))
    answers(token, "deleted", days=-3, at=AT + HOUR)
    assert listed(office, company) == [(town.ana.id, "given")]


def test_what_was_given_before_the_day_of_a_destruction_is_gone(
    town: make.Town, office: make.Staffed, company: UUID
) -> None:
    make.change(town.spell, left_on=TODAY - timedelta(days=70), left_by="office")
    given(town, at=AT - timedelta(days=4))
    assert listed(office, company) == [(town.ana.id, "given")]
    token = token_in(letter(signs(office, company, whole=True).id, office))
    answers(token, "deleted", days=-3, at=AT + HOUR)
    assert listed(office, company) == []


def given(town: make.Town, *, at: datetime) -> None:
    """The office gave the company a copy of a record."""
    from fileroom.disclosure import parties
    from fileroom.disclosure.shown import Recipient
    from fileroom.hosting import district_transaction
    from fileroom.ledger import services as ledger
    from fileroom.ledger.services import Act

    with district_transaction():
        by = town.registrar.by.acting_as("registrar")
        entry = ledger.write(
            ledger.event(Act.RECORD_RELEASED, student=town.ana.id, record=uuid4(), part="grades", by=by, at=at)
        )
        parties.keep(entry, Recipient("", organisation="Quizly"), "vendor", None)


def test_whom_an_order_keeps_from_the_student_is_not_told_of_them(
    town: make.Town, office: make.Staffed, company: UUID
) -> None:
    make.change(town.spell, left_on=TODAY - timedelta(days=70), left_by="office")
    asks(town, office)
    row = make.employee("Bo", "Quill")
    make.assignment(row, "administrator", None)
    bound = make.Staffed(row, office.role, make.signed_in(make.account("bo", employee=row)))
    make.order(town.ana, make.contact("Bo", "Quill"))
    assert listed(bound, company) == []
    assert "None that is known here" in browser(bound.by).get(f"/vendors/{company}/").content.decode()
