"""An office that was given to the wrong person is taken back the same day, and opens nothing to them from then on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from fileroom.people.answers import Missing, Refused
from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry
from tests.factories import TODAY
from tests.people.test_offices import designates, holders

if TYPE_CHECKING:
    from uuid import UUID

    from fileroom.people.signed_in import SignedIn


@pytest.fixture
def head(town: make.Town) -> make.Staffed:
    return make.staffed("head", "administrator", None)


@pytest.fixture
def wrong(town: make.Town, head: make.Staffed) -> make.Staffed:
    """The one of two Marias who was not meant."""
    return make.staffed("maria", "aide", make.school("Mesa Middle"))


def gives(by: SignedIn, who: make.Staffed, school: UUID | None) -> UUID:
    from fileroom.people.services import Done

    done = designates(by, who.row.id, school)
    assert isinstance(done, Done)
    return done.id


def takes_back(by: SignedIn, office: UUID, *, days: int = 0) -> Any:
    from fileroom.people.mistaken import take_back_office

    return take_back_office(office, by=by, at=AT + timedelta(days=days))


def vacancies(by: SignedIn, of: UUID) -> list[Any]:
    from fileroom.people.owed import owed

    return [it for it in owed(by=by, at=AT) if it.room == "custodians" and it.of == of]


def test_whoever_was_meant_by_nobody_opens_no_order_from_that_moment_and_another_is_named_today(
    town: make.Town, head: make.Staffed, wrong: make.Staffed
) -> None:
    from fileroom.people.services import Done

    order = make.order(town.ana, make.contact("Victor", "Torres"))
    given = gives(head.by, wrong, town.school.id)
    pages = browser(wrong.by)
    assert pages.get(f"/orders/{order.id}/").status_code == 200
    done = takes_back(head.by, given)
    assert isinstance(done, Done)
    noted = next(it for it in entries() if it.id == done.entry)
    assert (noted.act, noted.outcome, noted.record) == ("custodian:vacant", "by_mistake", given)
    assert pages.get(f"/orders/{order.id}/").status_code == 404
    assert holders() == ["", "", ""] and len(vacancies(head.by, town.school.id)) == 1
    assert takes_back(head.by, given) == done, "once more is the same"
    right = make.employee("Maria", "Paz")
    assert isinstance(designates(head.by, right.id, town.school.id), Done)
    assert "Maria Paz" in holders() and vacancies(head.by, town.school.id) == []
    with pytest.raises(Missing):
        takes_back(head.by, uuid4())


def test_what_was_signed_there_today_is_signed_anew(town: make.Town, head: make.Staffed, wrong: make.Staffed) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import School

    def signed_on() -> Any:
        with district_transaction():
            return School.objects.get(pk=town.school.id).orders_entered_on

    given = gives(head.by, wrong, town.school.id)
    make.change(town.school, orders_entered_on=TODAY)
    takes_back(head.by, given)
    assert signed_on() is None and last_entry().act == "orders:sign_withdrawn"
    again = gives(head.by, wrong, town.school.id)
    make.change(town.school, orders_entered_on=TODAY - timedelta(days=1))
    takes_back(head.by, again)
    assert signed_on() == TODAY - timedelta(days=1), "what an earlier custodian signed stands"


def test_what_was_given_on_another_day_is_handed_over_and_not_taken_back(
    town: make.Town, head: make.Staffed, wrong: make.Staffed
) -> None:
    given = gives(head.by, wrong, town.school.id)
    with pytest.raises(Missing):
        takes_back(head.by, given, days=1)
    assert "Maria Abara" in holders()


def test_nobody_else_takes_an_office_back(town: make.Town, head: make.Staffed, wrong: make.Staffed) -> None:
    given = gives(head.by, wrong, town.school.id)
    for by in (wrong.by, town.principal.by, town.mother.by):
        assert isinstance(takes_back(by, given), Refused)
        assert last_entry().act == "custodian:refused"
    assert "Maria Abara" in holders()


def test_who_held_an_office_by_mistake_may_leave_and_whose_place_it_took_may_come_back(
    town: make.Town, head: make.Staffed, wrong: make.Staffed
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.leaving import give_back, note_left

    before = make.custodian(town.registrar.row, None)
    with district_transaction():
        ended = note_left([town.registrar.row.id], last_on=TODAY - timedelta(days=9))
    takes_back(head.by, gives(head.by, wrong, None))
    with district_transaction():
        note_left([wrong.row.id], last_on=TODAY - timedelta(days=9))
        give_back([it for it in ended if it.id == before.id])
        before.refresh_from_db()
    assert before.to_on is None


def test_a_row_ends_before_it_begins_by_mistake_alone(town: make.Town) -> None:
    from django.db import IntegrityError

    row = make.custodian(town.registrar.row, None, since=TODAY)
    for wrong in ({"to_on": TODAY - timedelta(days=1)}, {"mistaken_entry": uuid4()}):
        with pytest.raises(IntegrityError):
            make.change(row, **wrong)
        row.to_on, row.mistaken_entry = None, None
