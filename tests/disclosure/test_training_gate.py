"""The gate of training shuts what is sensitive, after a day and a grace that the district sets, never what a life or
a plan hangs on; whoever cannot wait gives a reason, and another reads it on the next school day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries, filed, last_entry, looks
from tests.programmes.training.steps import INFORMATION, SPECIAL_EDUCATION, answers, night

TODAY, NEXT = AT.date(), timedelta(days=1)
WHY = "A fight in the yard, and the parents are here now."


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


def sets(who: make.Staffed, on: date | None = TODAY, grace: int = 0, *, at: Any = AT) -> None:
    from fileroom.people.trained import set_gate

    set_gate(uuid4(), on, grace, by=who.by, at=at)


def is_shut(by: Any, record: UUID, **how: Any) -> bool:
    from fileroom.disclosure.training_gate import Untrained

    return isinstance(looks(by, record, **how), Untrained)


def anyway(by: Any, record: UUID, reason: str = WHY, *, once: UUID | None = None, at: Any = AT) -> Any:
    from fileroom.disclosure.opened_anyway import open_anyway

    return open_anyway(once or uuid4(), record, reason, by=by, at=at)


def waiting(by: Any, at: Any = AT) -> list[Any]:
    """The looks that somebody owes."""
    from fileroom.people.owed import owed

    return [it for it in owed(by=by, at=at) if it.room == "opened_anyway"]


def test_before_the_district_has_set_a_day_nothing_is_shut(town: make.Town, rating: UUID) -> None:
    assert not is_shut(town.teacher.by, rating) and not is_shut(town.registrar.by, rating)


def test_from_its_day_on_whoever_has_no_current_training_is_shut_out_and_a_training_opens(
    town: make.Town, designee: make.Staffed, rating: UUID
) -> None:
    sets(designee, AT.date() + NEXT)
    assert not is_shut(town.teacher.by, rating)
    tomorrow = AT + NEXT
    assert is_shut(town.teacher.by, rating, at=tomorrow) and is_shut(town.teacher.by, rating, at=tomorrow, copy=True)
    last = last_entry()
    assert (last.act, last.outcome, last.student, last.record) == (
        "disclosure:put_off", "training_lacking", town.ana.id, rating,
    )  # fmt: skip
    answers(town.teacher.by, SPECIAL_EDUCATION, at=tomorrow)
    assert is_shut(town.teacher.by, rating, at=tomorrow), "another course"
    answers(town.teacher.by, INFORMATION, at=tomorrow)
    assert not is_shut(town.teacher.by, rating, at=tomorrow)


def test_a_training_that_has_ended_and_an_edition_that_counts_no_more_shut_again(
    town: make.Town, stands: make.Staffed, rating: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from fileroom.programmes.training.courses import COURSES

    until = answers(town.teacher.by, INFORMATION).until_on
    last = AT.replace(year=until.year)
    assert not is_shut(town.teacher.by, rating, at=last)
    assert is_shut(town.teacher.by, rating, at=last + NEXT)
    newer = replace(COURSES[INFORMATION], version=2, oldest=2)
    monkeypatch.setattr("fileroom.programmes.training.facts.COURSES", {**COURSES, INFORMATION: newer})
    assert not is_shut(town.teacher.by, rating), "until the night has read it"
    night()
    assert is_shut(town.teacher.by, rating)


def test_each_has_their_days_of_grace_from_their_office_or_from_the_end_of_their_training(
    town: make.Town, designee: make.Staffed, rating: UUID
) -> None:
    sets(designee, grace=10)
    new = make.staffed("nadia", "registrar", town.school)
    make.change(new.role, from_on=AT.date() - timedelta(days=9))
    assert not is_shut(new.by, rating) and is_shut(new.by, rating, at=AT + NEXT)
    until = answers(town.teacher.by, INFORMATION).until_on
    ended = AT.replace(year=until.year)
    assert not is_shut(town.teacher.by, rating, at=ended + timedelta(days=10))
    assert is_shut(town.teacher.by, rating, at=ended + timedelta(days=11))


def test_what_was_set_last_stands_and_may_be_that_nothing_is_asked(
    town: make.Town, stands: make.Staffed, rating: UUID
) -> None:
    later = AT + timedelta(minutes=1)
    sets(stands, None, at=later)
    assert not is_shut(town.teacher.by, rating, at=later)
    told = [(it.outcome, it.student) for it in entries() if it.act.value == "training:gate_set"]
    assert told == [(f"{AT.date()}:0", None), ("never", None)]


def test_the_gate_is_set_by_whoever_is_designated_alone_and_never_for_the_past(
    town: make.Town, designee: make.Staffed
) -> None:
    from fileroom.people.answers import FormUsed, Missing
    from fileroom.people.trained import gate, set_gate

    for by in (town.principal.by, town.teacher.by, town.mother.by):
        with pytest.raises(Missing):
            set_gate(uuid4(), AT.date(), 0, by=by, at=AT)
        with pytest.raises(Missing):
            gate(by=by, at=AT)
    for on, grace in ((AT.date() - NEXT, 0), (AT.date(), -1), (AT.date(), 366)):
        with pytest.raises(ValidationError):
            set_gate(uuid4(), on, grace, by=designee.by, at=AT)
    assert gate(by=designee.by, at=AT) is None
    once = uuid4()
    for _ in range(2):
        set_gate(once, AT.date(), 5, by=designee.by, at=AT)
    with pytest.raises(FormUsed):
        set_gate(once, AT.date(), 6, by=designee.by, at=AT)
    assert sum(it.act.value == "training:gate_set" for it in entries()) == 1


@pytest.mark.parametrize("item", ["health", "contact_and_household", "court_order", "legal_name", "immunization"])
def test_what_a_life_hangs_on_and_what_is_not_sensitive_is_never_shut(item: str, district: str) -> None:
    from fileroom.disclosure.training_gate import COURSE_OF

    assert item not in COURSE_OF


def test_every_item_and_course_of_the_gate_is_there_and_none_is_both_shut_and_never_shut(district: str) -> None:
    from fileroom.disclosure.training_gate import COURSE_OF, NEVER_SHUT, THEIRS_WHO_SERVE
    from fileroom.law.catalogue import CATALOGUE
    from fileroom.programmes.training.courses import COURSES

    assert set(COURSE_OF) <= set(CATALOGUE) and set(CATALOGUE) >= NEVER_SHUT
    assert set(COURSE_OF.values()) <= set(COURSES)
    assert not NEVER_SHUT & set(COURSE_OF) and set(COURSE_OF) >= THEIRS_WHO_SERVE


def test_an_iep_is_never_shut_to_whoever_teaches_the_student_and_is_to_an_office_over_the_site(
    town: make.Town, stands: make.Staffed
) -> None:
    record = iep(town)
    assert not is_shut(town.teacher.by, record)
    nurse = make.staffed("nora", "nurse", town.school)
    make.keep(caseload(nurse, town))
    assert not is_shut(nurse.by, record)
    assert is_shut(town.registrar.by, record)
    answers(town.registrar.by, SPECIAL_EDUCATION)
    assert not is_shut(town.registrar.by, record)


def caseload(who: make.Staffed, town: make.Town) -> Any:
    from fileroom.people.models import Caseload

    return Caseload(employee=who.row, student=town.ana)


def iep(town: make.Town) -> UUID:
    """A plan, filed as what it is in the catalogue."""
    from fileroom.collection.services import Collected, Document, collect
    from fileroom.law.catalogue import Others

    plan = Document("iep.txt", b"Sits in front. Has more time.\n")
    done = collect(town.ana.id, "special_education", plan, by=town.registrar.by, at=AT, others=Others("nobody"))
    assert isinstance(done, Collected), done.decision.says
    return done.record


def test_a_family_meets_no_gate_and_neither_does_a_copy_that_it_has_a_right_to(
    town: make.Town, stands: make.Staffed, rating: UUID
) -> None:
    from fileroom.disclosure.services import Inspected

    assert isinstance(looks(town.mother.by, rating), Inspected)
    page = words(browser(town.registrar.by).get(f"/records/{rating}/release/").content.decode())
    assert "a training first" not in page


def test_whom_the_law_lets_see_nothing_is_refused_by_the_law_and_not_by_the_gate(
    town: make.Town, stands: make.Staffed, rating: UUID
) -> None:
    stranger = make.staffed("sam", "teacher", town.school)
    assert not is_shut(stranger.by, rating) and last_entry().act == "disclosure:refused"


def test_with_a_reason_it_opens_that_day_and_that_record_and_the_custodian_owes_a_look_the_next_school_day(
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
