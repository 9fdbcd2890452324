"""An office of custodian changes hands by the district's own word, once a day, and to who holds a credential."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from time import sleep
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import psycopg
import pytest

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry
from tests.factories import TODAY, change

if TYPE_CHECKING:
    from fileroom.people.answers import Refused
    from fileroom.people.services import Done, OwnWord
    from fileroom.people.signed_in import SignedIn


def designates(by: SignedIn, who: UUID, school: UUID | None, *, days: int = 0) -> Done | Refused | OwnWord:
    from fileroom.people.services import designate_custodian

    return designate_custodian(who, school_id=school, by=by, at=AT + timedelta(days=days))


def holders(days: int = 0) -> list[str]:
    """Holders of the offices, the district's first."""
    from fileroom.hosting import district_transaction
    from fileroom.people import queries

    with district_transaction():
        return [it.holder for it in queries.offices(on=TODAY + timedelta(days=days))]


def test_the_district_gives_the_office_of_a_school_and_the_one_before_hands_over(town: make.Town) -> None:
    from fileroom.people.services import Done

    head, new = make.staffed("head", "administrator", None), make.employee("Helen", "Park")
    done = designates(head.by, new.id, town.school.id)
    assert isinstance(done, Done)
    noted = last_entry()
    assert (noted.id, noted.act) == (done.entry, "custodian:designated")
    assert (noted.record, noted.part) == (done.id, str(town.school.id)), "whose office, and of which school"
    assert holders(-1) == ["", "Principal Abara"]
    assert holders() == ["", "Helen Park"]


def test_giving_the_districts_own_office_leaves_the_schools_offices_alone(town: make.Town) -> None:
    head, new = make.staffed("head", "administrator", None), make.employee("Helen", "Park")
    designates(head.by, new.id, None)
    assert last_entry().part == "district"
    assert holders() == ["Helen Park", "Principal Abara"]


def test_an_office_of_no_school_of_this_district_is_missing_and_nothing_is_noted(town: make.Town) -> None:
    from fileroom.people.answers import Missing

    head, new = make.staffed("head", "administrator", None), make.employee("Helen", "Park")
    with pytest.raises(Missing):
        designates(head.by, new.id, uuid4())
    assert entries() == []


def test_nobody_leaves_between_the_question_and_the_office(town: make.Town, owner: psycopg.Connection[Any]) -> None:
    """Who is just being noted as gone is waited for."""
    from fileroom.hosting import serving
    from fileroom.people.answers import Refused

    def elsewhere() -> Done | Refused | OwnWord:
        from django.db import connections

        with serving("alder_creek"):
            try:
                return designates(head.by, new.id, town.school.id)
            finally:
                connections.close_all()

    head, new = make.staffed("head", "administrator", None), make.employee("Helen", "Park")
    with ThreadPoolExecutor(1) as hands:
        with owner.transaction():
            owner.execute("UPDATE people_employee SET left_on = %s WHERE id = %s", [TODAY - timedelta(days=1), new.id])
            giving = hands.submit(elsewhere)
            sleep(0.5)
            assert not giving.done()
        assert isinstance(giving.result(), Refused)


def test_an_office_whose_holder_has_left_is_vacant_whatever_its_own_days_say(town: make.Town) -> None:
    """An office that was to begin later ends on the day it begins (people.leaving): on that day nobody holds it."""
    from fileroom.hosting import district_transaction
    from fileroom.people import queries
    from fileroom.people.leaving import note_left

    gone = make.employee("Helen", "Park")
    make.custodian(gone, None, since=TODAY)
    with district_transaction():
        note_left([gone.id, town.principal.row.id], last_on=TODAY - timedelta(days=1))
    make.change(town.principal.row, left_on=TODAY - timedelta(days=1))
    assert holders() == ["", ""]
    with district_transaction():
        assert queries.heading(town.ana.id, on=TODAY).custodian == ""


def test_who_has_left_is_given_no_office_and_the_last_day_is_worked_to_its_end(town: make.Town) -> None:
    from fileroom.people.answers import Refused
    from fileroom.people.services import Done

    head, gone = make.staffed("head", "administrator", None), make.employee("Helen", "Park")
    change(gone, left_on=TODAY - timedelta(days=1))
    refused = designates(head.by, gone.id, town.school.id)
    assert isinstance(refused, Refused)
    assert "has left the district" in refused.decision.says
    assert (last_entry().id, last_entry().act, last_entry().outcome) == (refused.entry, "custodian:refused", "no")
    assert holders() == ["", "Principal Abara"]
    change(gone, left_on=TODAY)
    assert isinstance(designates(head.by, gone.id, town.school.id), Done)


def test_an_office_changes_hands_once_a_day(town: make.Town) -> None:
    from django.core.exceptions import ValidationError

    head = make.staffed("head", "administrator", None)
    designates(head.by, make.employee("Helen", "Park").id, town.school.id)
    with pytest.raises(ValidationError):
        designates(head.by, make.employee("Luis", "Bautista").id, town.school.id)
    assert holders() == ["", "Helen Park"]


@pytest.mark.parametrize("of_the_district", [False, True])
def test_of_two_who_give_one_office_at_one_moment_one_is_told_that_it_is_given(
    town: make.Town, owner: psycopg.Connection[Any], of_the_district: bool
) -> None:
    from django.core.exceptions import ValidationError
    from django.db import connections

    from fileroom.hosting import serving
    from fileroom.people.services import Done

    head, office = make.staffed("head", "administrator", None), None if of_the_district else town.school.id
    nominees = [make.employee(given, "Park") for given in ("Helen", "Luis")]

    def given(who: UUID) -> object:
        with serving("alder_creek"):
            try:
                return designates(head.by, who, office)
            except ValidationError as error:
                return error
            finally:
                connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        with owner.transaction():
            owner.execute("LOCK TABLE people_custodian IN SHARE MODE")  # both have looked before either writes
            two = [pool.submit(given, it.id) for it in nominees]
            until_two_wait(owner)
        answers = [it.result() for it in two]
    assert sorted(type(it).__name__ for it in answers) == sorted([Done.__name__, ValidationError.__name__])
    assert [it.act.value for it in entries()] == ["custodian:designated"]
    assert len([it for it in holders() if it.endswith("Park")]) == 1


def test_an_office_has_one_holder_at_a_time_whoever_writes_the_row(town: make.Town) -> None:
    from django.db import IntegrityError

    make.custodian(town.registrar.row, None, since=TODAY)
    for school in (town.school, None):
        with pytest.raises(IntegrityError):
            make.custodian(town.teacher.row, school, since=TODAY + timedelta(days=9))


def until_two_wait(owner: psycopg.Connection[Any]) -> None:
    """Until two sessions wait for the lock."""
    for _ in range(100):
        found = owner.execute("SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'relation'").fetchone()
        if found == (2,):
            return
        sleep(0.05)
    raise AssertionError("nobody waits")


def test_an_employee_without_a_credential_is_no_custodian(town: make.Town) -> None:
    from fileroom.people.answers import Refused

    head = make.staffed("head", "administrator", None)
    refused = designates(head.by, make.employee("Noor", "Aziz", certificated=False).id, town.school.id)
    assert isinstance(refused, Refused)
    assert "431" in refused.decision.because[0].citation
    assert holders() == ["", "Principal Abara"]


def test_a_credential_that_the_designee_has_seen_is_kept_with_its_line_and_asked_once(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Employee
    from fileroom.people.services import Done, designate_custodian

    head, clerk = make.staffed("head", "administrator", None), make.employee("Noor", "Aziz", certificated=False)

    def given(by: SignedIn, days: int, *, seen: bool) -> Done | Refused | OwnWord:
        at = AT + timedelta(days=days)
        return designate_custodian(clerk.id, school_id=town.school.id, certificated=seen, by=by, at=at)

    given(town.registrar.by, 0, seen=True)
    with district_transaction():
        assert not Employee.objects.get(pk=clerk.id).certificated, "the word of somebody else keeps nothing"
    assert isinstance(given(head.by, 0, seen=True), Done)
    assert [it.act.value for it in entries()][-2:] == ["employee:certificated", "custodian:designated"]
    assert isinstance(given(head.by, 1, seen=False), Done)
    assert [it.act.value for it in entries()].count("employee:certificated") == 1


def test_nobody_vouches_for_their_own_credential_and_another_designee_may(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Employee
    from fileroom.people.services import Done, OwnWord, designate_custodian

    head = make.staffed("head", "administrator", None)
    change(head.row, certificated=False)

    def given(by: SignedIn) -> Any:
        return designate_custodian(head.row.id, school_id=None, certificated=True, by=by, at=AT)

    alone = given(head.by)
    assert isinstance(alone, OwnWord) and "fileroom account begin" in alone.says
    assert (last_entry().id, last_entry().act, last_entry().outcome) == (alone.entry, "custodian:refused", "own_word")
    other = make.staffed("other", "administrator", None)
    asked = given(head.by)
    assert isinstance(asked, OwnWord) and "fileroom account begin" not in asked.says
    with district_transaction():
        assert not Employee.objects.get(pk=head.row.id).certificated
    assert holders() == ["", "Principal Abara"]
    assert isinstance(given(other.by), Done)
    assert holders() == ["Head Abara", "Principal Abara"]


def test_who_is_known_to_hold_a_credential_may_take_the_office_themselves(town: make.Town) -> None:
    from fileroom.people.services import Done

    head = make.staffed("head", "administrator", None)
    assert isinstance(designates(head.by, head.row.id, None), Done)


def test_only_the_districts_own_office_designates(town: make.Town) -> None:
    from fileroom.people.answers import Refused

    new = make.employee("Helen", "Park")
    left = make.staffed("left", "administrator", None)
    change(left.row, left_on=TODAY - timedelta(days=1))
    at_school = make.staffed("local", "administrator", town.school)
    for by in (town.principal.by, town.registrar.by, town.mother.by, at_school.by, left.by):
        refused = designates(by, new.id, town.school.id)
        assert isinstance(refused, Refused), by.account.sign_in_name
        assert refused.decision.because[0].rule == "casework.custodians.not_the_superintendent_or_designee"
        assert last_entry().act == "custodian:refused"
    assert holders() == ["", "Principal Abara"]


def test_the_districts_custodian_designates_on_the_days_of_the_office(town: make.Town) -> None:
    from fileroom.people.answers import Refused
    from fileroom.people.services import Done

    head, new = make.staffed("head", "aide", None), make.employee("Helen", "Park")
    office = make.custodian(head.row, None)
    assert isinstance(designates(head.by, new.id, town.school.id), Done)
    assert last_entry().actor.role == "custodian"
    change(office, to_on=TODAY)
    assert isinstance(designates(head.by, new.id, town.school.id, days=1), Refused)


def test_an_employee_nobody_knows_is_missing(town: make.Town) -> None:
    from fileroom.people.answers import Missing

    head = make.staffed("head", "administrator", None)
    with pytest.raises(Missing):
        designates(head.by, uuid4(), town.school.id)
