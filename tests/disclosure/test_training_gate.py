"""The gate of training shuts what is sensitive, after a day and a grace that the district sets; and never what a life
or a plan hangs on."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.conftest import AT
from tests.disclosure.asking import entries, filed, last_entry, looks
from tests.disclosure.gated import NEXT, anyway, is_shut, sets
from tests.programmes.training.steps import INFORMATION, SPECIAL_EDUCATION, answers, night


@pytest.fixture
def designee(town: make.Town) -> make.Staffed:
    return make.staffed("administrator", "administrator", None)


@pytest.fixture
def stands(designee: make.Staffed) -> make.Staffed:
    """The gate stands from today on, and there is no grace."""
    sets(designee)
    return designee


@pytest.fixture
def rating(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana)


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


def test_whoever_was_current_has_their_days_of_grace_from_the_night_that_asks_for_a_new_edition(
    town: make.Town, designee: make.Staffed, rating: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from fileroom.programmes.training.courses import COURSES

    sets(designee, grace=10)
    answers(town.teacher.by, INFORMATION)
    newer = replace(COURSES[INFORMATION], version=2, oldest=2)
    monkeypatch.setattr("fileroom.programmes.training.facts.COURSES", {**COURSES, INFORMATION: newer})
    for days in (30, 31, 39):
        at = AT + timedelta(days=days)
        night(at)
        assert not is_shut(town.teacher.by, rating, at=at)
    assert is_shut(town.teacher.by, rating, at=AT + timedelta(days=40))
    ended = AT + timedelta(days=400)
    night(ended)
    assert is_shut(town.teacher.by, rating, at=ended), "no night begins it anew"


def test_so_has_whoever_was_current_and_whose_last_day_an_earlier_version_forgot_once(
    town: make.Town, designee: make.Staffed, rating: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from fileroom.hosting import district_transaction
    from fileroom.people.models import TrainedUntil
    from fileroom.programmes.training.courses import COURSES

    sets(designee, grace=10)
    answers(town.teacher.by, INFORMATION)
    newer = replace(COURSES[INFORMATION], version=2, oldest=2)
    monkeypatch.setattr("fileroom.programmes.training.facts.COURSES", {**COURSES, INFORMATION: newer})
    with district_transaction():
        TrainedUntil.objects.all().delete()
    assert is_shut(town.teacher.by, rating)
    for days in (30, 31, 39):
        night(AT + timedelta(days=days))
        assert not is_shut(town.teacher.by, rating, at=AT + timedelta(days=days))
    assert is_shut(town.teacher.by, rating, at=AT + timedelta(days=40))


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


def test_the_days_of_grace_change_though_the_day_is_past_and_no_other_day_of_the_past_is_taken(
    town: make.Town, designee: make.Staffed
) -> None:
    from fileroom.people.trained import gate, set_gate

    set_gate(uuid4(), AT.date(), 30, by=designee.by, at=AT)
    later = AT + timedelta(days=5)
    set_gate(uuid4(), AT.date(), 60, by=designee.by, at=later)
    stands = gate(by=designee.by, at=later)
    assert stands is not None and (stands.from_on, stands.grace_days) == (AT.date(), 60)
    with pytest.raises(ValidationError):
        set_gate(uuid4(), AT.date() + NEXT, 60, by=designee.by, at=later)


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


def test_an_iep_is_never_shut_to_whoever_teaches_the_student_and_is_to_who_keeps_the_records(
    town: make.Town, stands: make.Staffed
) -> None:
    record = iep(town)
    assert not is_shut(town.teacher.by, record)
    for who in (town.registrar.by, town.principal.by):
        assert is_shut(who, record)
        answers(who, SPECIAL_EDUCATION)
        assert not is_shut(who, record)


def test_a_principal_of_a_school_or_of_none_gives_a_reason_unless_somebody_gave_them_that_student(
    town: make.Town, stands: make.Staffed
) -> None:
    from fileroom.people.models import Caseload

    record, nowhere = iep(town), make.staffed("pia", "principal", None)
    assert is_shut(town.principal.by, record) and is_shut(nowhere.by, record)
    make.keep(Caseload(employee=town.principal.row, role="principal", student=town.ana, school=town.school))
    assert not is_shut(town.principal.by, record)
    assert anyway(nowhere.by, record) and not is_shut(nowhere.by, record)


@pytest.mark.parametrize(
    ("role", "of", "shut"),
    [
        ("aide", "school", True),
        ("teacher", "school", True),
        ("aide", "grade", False),
        ("aide", "student", False),
        ("counselor", "school", False),
        ("counselor", "student", False),
    ],
)
def test_a_whole_school_makes_nobody_one_who_serves_that_student_but_whose_work_is_each_of_them(
    town: make.Town, stands: make.Staffed, role: str, of: str, shut: bool
) -> None:
    """The file is open to all of these: the gate alone tells them apart."""
    from fileroom.people.models import Caseload

    make.change(town.ana, grade="4")
    record, who = iep(town), make.staffed("noor", role, town.school)
    whole = {"school": town.school, "grade": "4" if of == "grade" else ""}
    make.keep(Caseload(employee=who.row, role=role, **({"student": town.ana} if of == "student" else whole)))
    assert is_shut(who.by, record) is shut
    answers(who.by, SPECIAL_EDUCATION)
    assert not is_shut(who.by, record)


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
