"""An office that nobody holds is found by the round, owed once, and over with the designation; so is an unsigned
school."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.collection.orders.signing import noted_as_before
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry
from tests.factories import TODAY

if TYPE_CHECKING:
    from fileroom.duties.queries import Listed
    from fileroom.people.signed_in import SignedIn

NOBODY = UUID(int=0)


def goes_round(days: int = 0) -> None:
    from fileroom.people.vacancies import look_round

    look_round(at=AT + timedelta(days=days))


def owed(by: SignedIn, room: str, days: int = 0) -> list[Listed]:
    from fileroom.people.owed import owed

    return [it for it in owed(by=by, at=AT + timedelta(days=days)) if it.room == room]


def vacant(by: SignedIn, days: int = 0) -> set[UUID]:
    return {it.of for it in owed(by, "custodians", days)}


def test_a_vacant_office_is_noted_once_and_owed_by_the_superintendents_designee(town: make.Town) -> None:
    head = make.staffed("head", "administrator", None)
    goes_round()
    noted = [it for it in entries() if it.act == "custodian:vacant"]
    assert [(it.part, it.actor.role, it.actor.account) for it in noted] == [("district", "system", None)]
    assert vacant(head.by) == {NOBODY}
    goes_round(days=1)
    assert [it.act.value for it in entries()].count("custodian:vacant") == 1
    assert vacant(town.principal.by) == set(), "it is not the school's to designate"


def test_the_duty_says_the_laws_sentence(town: make.Town) -> None:
    head = make.staffed("head", "administrator", None)
    goes_round()
    (it,) = owed(head.by, "custodians")
    assert it.says.startswith("The Superintendent or designee names") and it.citation == "5 CCR 431"


def test_a_designation_ends_the_duty_in_its_own_transaction(town: make.Town) -> None:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction
    from fileroom.people.services import Done, designate_custodian

    head, new = make.staffed("head", "administrator", None), make.employee("Helen", "Park")
    goes_round()
    done = designate_custodian(new.id, school_id=None, by=head.by, at=AT)
    assert isinstance(done, Done)
    assert vacant(head.by) == set()
    with district_transaction():
        (row,) = Duty.objects.filter(room="custodians")
    assert (row.evidence, row.done_by, row.moot) == (done.entry, head.by.account.id, False)


def test_a_refused_designation_leaves_the_duty_open(town: make.Town) -> None:
    from fileroom.people.answers import Refused
    from fileroom.people.services import designate_custodian

    head = make.staffed("head", "administrator", None)
    goes_round()
    clerk = make.employee("Noor", "Aziz", certificated=False)
    assert isinstance(designate_custodian(clerk.id, school_id=None, by=head.by, at=AT), Refused)
    assert vacant(head.by) == {NOBODY}


def test_whoever_leaves_makes_the_office_vacant_and_the_round_finds_it(town: make.Town) -> None:
    head = make.staffed("head", "administrator", None)
    goes_round()
    assert town.school.id not in vacant(head.by)
    make.change(town.principal.row, left_on=TODAY)
    goes_round(days=1)
    assert town.school.id in vacant(head.by, days=1)


def test_an_acting_custodians_last_day_makes_the_office_vacant(town: make.Town) -> None:
    from fileroom.people.services import Done, designate_custodian

    head, new = make.staffed("head", "administrator", None), make.employee("Helen", "Park")
    given = designate_custodian(new.id, school_id=None, acting=True, to_on=TODAY + timedelta(days=2), by=head.by, at=AT)
    assert isinstance(given, Done)
    goes_round(days=2)
    assert vacant(head.by, days=2) == set()
    goes_round(days=3)
    assert vacant(head.by, days=3) == {NOBODY}


@pytest.mark.parametrize(("acting", "days"), [(True, -1), (False, 2)])
def test_a_last_day_is_an_acting_custodians_and_does_not_lie_behind(town: make.Town, acting: bool, days: int) -> None:
    from fileroom.people.services import designate_custodian

    head, new = make.staffed("head", "administrator", None), make.employee("Helen", "Park")
    with pytest.raises(ValidationError):
        designate_custodian(
            new.id, school_id=None, acting=acting, to_on=TODAY + timedelta(days=days), by=head.by, at=AT
        )
    assert entries() == []


def test_an_office_that_is_held_again_without_a_designation_is_owed_no_longer(town: make.Town) -> None:
    """A mended roster gives an employee back what a bad one took (people.leaving)."""
    head = make.staffed("head", "administrator", None)
    make.change(town.principal.row, left_on=TODAY - timedelta(days=1))
    goes_round()
    make.change(town.principal.row, left_on=None)
    goes_round()
    assert last_entry().act == "custodian:held_again"
    assert vacant(head.by) == {NOBODY}


def test_the_same_form_sent_twice_gives_the_office_once(town: make.Town) -> None:
    from uuid import uuid4

    from fileroom.people.answers import FormUsed
    from fileroom.people.services import designate_custodian

    head, new = make.staffed("head", "administrator", None), make.employee("Helen", "Park")
    form = uuid4()
    first, again = (designate_custodian(new.id, school_id=None, by=head.by, at=AT, once=form) for _ in range(2))
    assert first == again
    assert [it.act.value for it in entries()] == ["custodian:designated"]
    with pytest.raises(FormUsed):
        designate_custodian(town.principal.row.id, school_id=None, by=head.by, at=AT, once=form)


def test_an_unsigned_school_is_owed_by_its_own_custodian(town: make.Town) -> None:
    make.change(town.school, orders_entered_on=None)
    goes_round()
    goes_round()
    (it,) = owed(town.principal.by, "orders_drawers")
    assert (it.of, it.office) == (town.school.id, "custodian")
    assert [event.act.value for event in entries()].count("orders:not_signed_for") == 1
    assert owed(town.registrar.by, "orders_drawers") == []


def test_where_two_things_of_a_drawer_are_put_off_both_are_owed_anew(town: make.Town) -> None:
    """A signature was taken back while its refusals were to be counted."""
    from fileroom.duties.models import Duty
    from fileroom.duties.services import Over
    from fileroom.hosting import durable_transaction
    from fileroom.people import vacancies

    @durable_transaction
    def does(act: Callable[[], None]) -> list[str]:
        act()
        these = Duty.objects.filter(room="orders_drawers", done_at=None)
        assert not Duty.objects.filter(room="orders_drawers", moot=False).exclude(done_at=None).exists(), "none is done"
        return sorted(these.values_list("part", flat=True))

    there, over = town.school.id, Over(None, town.ana.id, AT)
    noted_as_before(town.school, "orders:0/restrictions:0/cards:0")
    goes_round()
    assert does(lambda: vacancies.owe_signature(there, town.ana.id, AT)) == ["", "refusals"]
    assert does(lambda: vacancies.put_off_signature(there, over)) == ["waits/", "waits/refusals"]
    assert does(lambda: vacancies.owe_signature_again(there, AT)) == ["", "refusals"]


def test_the_round_counts_last_days_anew(town: make.Town) -> None:
    """A closure that is entered afterwards moves a day that a clock of business days has counted."""
    from fileroom.duties.services import Owed, owe
    from fileroom.hosting import district_transaction
    from fileroom.law import default_calendar
    from fileroom.people.models import Closure

    with district_transaction():
        rule = "casework.orders_received.counsel_review"
        asked = Owed(rule, "orders", town.ana.id, AT, "principal", town.school.id, clock="parent_inspection")
        owe([asked], calendar=default_calendar(), caused_by=town.ana.id)
    (before,) = owed(town.principal.by, "orders")
    assert before.due
    make.keep(Closure(on=before.due, reason="Smoke"))
    goes_round()
    (after,) = owed(town.principal.by, "orders")
    assert after.due and after.due > before.due


def test_the_rounds_of_one_district_do_not_stop_at_anothers_trouble(
    town: make.Town, owner: object, caplog: pytest.LogCaptureFixture
) -> None:
    from threading import Event

    from fileroom.people.tasks import run_rounds

    stopped = Event()
    stopped.set()
    owner.execute("ALTER TABLE duties_duty RENAME TO away")  # type: ignore[attr-defined]
    try:
        run_rounds(stopped)
    finally:
        owner.execute("ALTER TABLE away RENAME TO duties_duty")  # type: ignore[attr-defined]
    assert "The look at offices, calendars and moves of alder_creek was not done: ProgrammingError at " in caplog.text
    assert "The round of mesa_verde" not in caplog.text
