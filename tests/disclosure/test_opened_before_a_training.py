"""Whoever cannot wait for a training opens anyway with a reason, and another reads it on the next business day."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries, filed, last_entry
from tests.disclosure.gated import NEXT, WHY, anyway, is_shut, sets, waiting
from tests.programmes.training.steps import INFORMATION, answers


@pytest.fixture
def designee(town: make.Town) -> make.Staffed:
    return make.staffed("administrator", "administrator", None)


@pytest.fixture
def keeper(town: make.Town) -> make.Staffed:
    """The district's custodian of records."""
    helen = make.staffed("helen", "administrator", None)
    make.custodian(helen.row, None)
    return helen


@pytest.fixture
def stands(designee: make.Staffed) -> make.Staffed:
    """The gate stands from today on, and there is no grace."""
    sets(designee)
    return designee


@pytest.fixture
def rating(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana)


def test_with_a_reason_it_opens_that_day_and_that_record_and_the_custodian_owes_a_look_the_next_business_day(
    town: make.Town, stands: make.Staffed, rating: UUID
) -> None:
    other = filed(town.registrar.by, town.ana, "Sings.")
    assert anyway(town.teacher.by, rating) == rating
    last = last_entry()
    assert (last.act, last.record, last.sealed) == ("record:opened_anyway", rating, False)
    assert not is_shut(town.teacher.by, rating) and is_shut(town.teacher.by, other)
    assert is_shut(town.registrar.by, rating), "it was the teacher's reason"
    assert is_shut(town.teacher.by, rating, at=AT + NEXT)
    (owed,) = waiting(town.principal.by)
    assert owed.due == AT.date() + NEXT and "trained" in owed.says
    assert waiting(town.registrar.by) == []


def test_the_same_form_twice_is_one_reason_and_nothing_open_needs_one(
    town: make.Town, stands: make.Staffed, rating: UUID
) -> None:
    from fileroom.people.answers import FormUsed

    once = uuid4()
    for _ in range(2):
        anyway(town.teacher.by, rating, once=once)
    with pytest.raises(FormUsed):
        anyway(town.registrar.by, rating, once=once)
    answers(town.registrar.by, INFORMATION)
    anyway(town.registrar.by, rating)
    assert sum(it.act.value == "record:opened_anyway" for it in entries()) == 1
    assert len(waiting(town.principal.by)) == 1


@pytest.mark.parametrize("reason", ["", "now", " ", "x" * 401, "Her number is 536-22-1234, so it cannot wait."])
def test_no_reason_is_none_and_one_that_holds_what_the_law_keeps_out_is_none(
    reason: str, town: make.Town, stands: make.Staffed, rating: UUID
) -> None:
    before = len(entries())
    with pytest.raises(ValidationError):
        anyway(town.teacher.by, rating, reason)
    assert len(entries()) == before and is_shut(town.teacher.by, rating)


def test_the_reason_lies_under_seal_and_a_custodian_reads_it_and_whoever_gave_it_does_not(
    town: make.Town, stands: make.Staffed, rating: UUID
) -> None:
    from fileroom.disclosure.opened_anyway import read, review
    from fileroom.hosting import district_transaction
    from fileroom.people.answers import Missing, Refused

    anyway(town.teacher.by, rating)
    (owed,) = waiting(town.principal.by)
    found = read(owed.of, by=town.principal.by, at=AT + NEXT)
    assert not isinstance(found, Refused)
    assert (found.reason, found.opened_by, found.course, found.outcome) == (WHY, "Teacher Abara", INFORMATION, "")
    assert (last_entry().act, last_entry().sealed, last_entry().student) == ("opening:read", True, None)
    assert WHY not in repr(entries())
    with district_transaction():
        assert WHY.encode() not in dumped("records_sealed") + dumped("disclosure_openedanyway")
    for by in (town.registrar.by, stands.by):
        assert isinstance(read(owed.of, by=by, at=AT), Refused)
    for by in (town.teacher.by, town.mother.by):
        with pytest.raises(Missing):
            read(owed.of, by=by, at=AT)
    with pytest.raises(Missing):
        review(owed.of, "in_order", by=town.teacher.by, at=AT)


def dumped(table: str) -> bytes:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT string_agg(t::text, ' ') FROM {table} t")
        return str(cursor.fetchone()[0]).encode()


def test_a_look_is_noted_once_and_ends_the_duty(town: make.Town, stands: make.Staffed, rating: UUID) -> None:
    from fileroom.disclosure.opened_anyway import read, review
    from fileroom.people.answers import Refused

    anyway(town.teacher.by, rating)
    (owed,) = waiting(town.principal.by)
    with pytest.raises(ValidationError):
        review(owed.of, "whatever", by=town.principal.by, at=AT + NEXT)
    assert isinstance(review(owed.of, "in_order", by=town.registrar.by, at=AT + NEXT), Refused)
    for _ in range(2):
        assert review(owed.of, "in_order", by=town.principal.by, at=AT + NEXT) == owed.of
    assert waiting(town.principal.by, AT + NEXT) == []
    told = [(it.outcome, it.sealed) for it in entries() if it.act.value == "opening:reviewed"]
    assert told == [("in_order", True)]
    found = read(owed.of, by=town.principal.by, at=AT + NEXT)
    assert not isinstance(found, Refused) and found.outcome == "in_order"


def test_what_the_custodian_opened_the_districts_custodian_looks_at(
    town: make.Town, stands: make.Staffed, rating: UUID, keeper: make.Staffed
) -> None:
    from fileroom.disclosure.opened_anyway import Anyway, read

    anyway(town.principal.by, rating)
    assert waiting(town.principal.by) == []
    (owed,) = waiting(keeper.by)
    assert isinstance(read(owed.of, by=keeper.by, at=AT), Anyway)


def test_a_break_of_the_schools_puts_no_look_off(town: make.Town, stands: make.Staffed, rating: UUID) -> None:
    from fileroom.people.models import Break, Closure

    closed = Closure(on=AT.date() + 90 * NEXT, reason="Holiday")
    make.keep(closed, Break(kind="spring", from_on=AT.date() + NEXT, to_on=AT.date() + 20 * NEXT))
    anyway(town.teacher.by, rating)
    (owed,) = waiting(town.principal.by)
    assert owed.due == AT.date() + NEXT


def test_where_whoever_opened_it_is_the_only_custodian_a_designee_looks(
    town: make.Town, stands: make.Staffed, rating: UUID, keeper: make.Staffed
) -> None:
    from fileroom.disclosure.opened_anyway import Anyway, read, review
    from fileroom.people.answers import Missing, Refused

    only(keeper)
    anyway(keeper.by, rating)
    (owed,) = waiting(stands.by)
    with pytest.raises(Missing):
        read(owed.of, by=keeper.by, at=AT)
    assert isinstance(read(owed.of, by=town.registrar.by, at=AT), Refused)
    assert isinstance(read(owed.of, by=stands.by, at=AT), Anyway)
    assert review(owed.of, "in_order", by=stands.by, at=AT) == owed.of and waiting(stands.by) == []


def test_while_another_custodian_holds_the_office_no_designee_looks(
    town: make.Town, stands: make.Staffed, rating: UUID, keeper: make.Staffed
) -> None:
    from fileroom.disclosure.opened_anyway import read
    from fileroom.people.answers import Refused

    anyway(town.principal.by, rating)
    (owed,) = waiting(keeper.by)
    assert waiting(stands.by) == [] and isinstance(read(owed.of, by=stands.by, at=AT), Refused)


def test_a_parent_who_tries_the_page_of_a_look_is_noted_of_the_child(
    town: make.Town, stands: make.Staffed, rating: UUID
) -> None:
    anyway(town.teacher.by, rating)
    (owed,) = waiting(town.principal.by)
    assert browser(town.mother.by).get(f"/opened-anyway/{owed.of}/").status_code == 404
    assert town.ana.id in {it.student for it in entries()[-2:]}
    before = len(entries())
    assert browser(town.teacher.by).get(f"/opened-anyway/{owed.of}/").status_code == 404
    assert [(it.act.value, it.student) for it in entries()[before:]] == [("door:refused", None)]


def only(keeper: make.Staffed) -> None:
    """Nobody else is custodian of records anywhere."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Custodian

    with district_transaction():
        Custodian.objects.exclude(employee=keeper.row).delete()


def test_the_pages_say_what_is_lacking_with_the_course_and_open_anyway(
    town: make.Town, designee: make.Staffed, rating: UUID
) -> None:
    from datetime import UTC, datetime

    from fileroom.programmes.training.courses import COURSES

    now = datetime.now(UTC)
    at_desk = browser(designee.by)
    assert "Not set" in words(at_desk.get("/training/gate/").content.decode())
    said = form(from_on=str(now.astimezone().date() + NEXT), grace_days="0")
    assert at_desk.post("/training/gate/", said).status_code == 302
    assert at_desk.post("/training/gate/", form(from_on="2020-01-01", grace_days="0")).status_code == 422
    assert at_desk.post("/training/gate/", form(never="yes")).status_code == 302
    sets(designee, now.date() + NEXT, at=now)
    make.change(newest_gate(), from_on=now.date() - NEXT)
    teacher = browser(town.teacher.by)
    shut = teacher.get(f"/records/{rating}/")
    page = words(shut.content.decode())
    assert shut.status_code == 403 and "Yours to see" in page and COURSES[INFORMATION].title in page
    assert f"/training/{COURSES[INFORMATION].id}/" in shut.content.decode() and "Helps others." not in page
    assert teacher.post(f"/records/{rating}/anyway/", form(reason="")).status_code == 422
    assert teacher.post(f"/records/{rating}/anyway/", form(reason=WHY)).status_code == 302
    assert "Helps others." in words(teacher.get(f"/records/{rating}/").content.decode())


def newest_gate() -> Any:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import TrainingGate

    with district_transaction():
        return TrainingGate.objects.order_by("-set_at")[0]
