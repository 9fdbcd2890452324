"""All answers right and a course is completed, once a day; its certificate is the holder's and the designee's."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.letters.test_letters import text_of
from tests.programmes.at_once import at_once
from tests.programmes.training.steps import CYBERSECURITY, ENFORCEMENT, HEAD, INFORMATION, answers, night, own


@pytest.fixture
def designee(town: make.Town) -> make.Staffed:
    return make.staffed("administrator", "administrator", None)


def completed_entries() -> list[tuple[str, str, str, tuple[str, ...]]]:
    told = [it for it in entries() if it.act.value == "training:completed"]
    return [(it.part, it.outcome, it.actor.role, it.rules) for it in told]


def test_with_one_wrong_answer_nothing_is_kept_and_which_is_told(town: make.Town) -> None:
    from fileroom.programmes.training.services import NotYet

    night()
    before = len(entries())
    done = answers(town.teacher.by, INFORMATION, 2)
    assert isinstance(done, NotYet) and done.right == (True, False, True, True, True)
    assert own(town.teacher.by)[INFORMATION].state == "open"
    assert len(entries()) == before


def test_with_all_right_it_counts_for_a_year_and_the_entry_has_the_laws_word(town: make.Town) -> None:
    done = answers(town.teacher.by, INFORMATION)
    assert done.until_on == AT.date().replace(year=2027)
    assert completed_entries() == [
        (
            "student_information/1",
            "here:2026-10-19",
            "teacher",
            ("programmes.training_content.in_student_information",),
        )
    ]
    mine = own(town.teacher.by)[INFORMATION]
    assert (mine.state, mine.completion) == ("current", done.completion)


def test_of_a_course_without_a_checklist_no_rule_speaks(town: make.Town) -> None:
    answers(town.teacher.by, ENFORCEMENT)
    assert completed_entries() == [("enforcement/2", "here:2026-10-19", "teacher", ())]


def test_twice_a_day_is_once_and_another_day_is_another(town: make.Town) -> None:
    first, second = answers(town.teacher.by, INFORMATION), answers(town.teacher.by, INFORMATION)
    assert first == second and len(completed_entries()) == 1
    third = answers(town.teacher.by, INFORMATION, at=AT + timedelta(days=1))
    assert third.completion != first.completion and len(completed_entries()) == 2


def test_the_district_sets_for_how_many_months(town: make.Town) -> None:
    assert answers(town.teacher.by, INFORMATION, months=24).until_on == AT.date().replace(year=2028)


def test_a_day_that_was_given_stands_when_the_district_sets_another(town: make.Town) -> None:
    answers(town.teacher.by, INFORMATION, months=24)
    answers(town.teacher.by, INFORMATION, at=AT + timedelta(days=1), months=6)
    assert own(town.teacher.by)[INFORMATION].until_on == AT.date().replace(year=2028)


def test_an_id_of_another_act_is_none_of_this(town: make.Town) -> None:
    from fileroom.people.answers import FormUsed
    from fileroom.programmes.training.courses import COURSES, Rhythm
    from fileroom.programmes.training.services import complete

    done = answers(town.teacher.by, INFORMATION)
    course = COURSES[CYBERSECURITY]
    given = [it.right for it in course.questions]
    with pytest.raises(FormUsed):
        complete(done.completion, course.id, given, rhythm=Rhythm(), by=town.teacher.by, at=AT)


def test_a_question_without_an_answer_and_a_course_that_there_is_not(town: make.Town) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.training.courses import COURSES, Rhythm
    from fileroom.programmes.training.services import complete

    with pytest.raises(ValidationError):
        complete(uuid4(), COURSES[INFORMATION].id, [1, 1], rhythm=Rhythm(), by=town.teacher.by, at=AT)
    with pytest.raises(Missing):
        complete(uuid4(), uuid4(), [1], rhythm=Rhythm(), by=town.teacher.by, at=AT)
    with pytest.raises(Missing):
        complete(uuid4(), COURSES[INFORMATION].id, [1] * 5, rhythm=Rhythm(), by=town.mother.by, at=AT)


def test_a_certificate_says_who_what_and_until_when_and_is_made_once_in_each_language(town: make.Town) -> None:
    from fileroom.programmes.training.services import certificates, certify, open_certificate

    by, done = town.teacher.by, answers(town.teacher.by, INFORMATION)
    made = certify(done.completion, language="es", head=HEAD, by=by, at=AT)
    assert certify(done.completion, language="es", head=HEAD, by=by, at=AT) == made
    assert certify(done.completion, language="en", head=HEAD, by=by, at=AT) != made
    assert {it.language for it in certificates(done.completion, by=by, at=AT)} == {"es", "en"}
    said = text_of(open_certificate(made, by=by, at=AT))
    assert "Teacher Abara" in said and "19 de octubre de 2027" in said and "Información delicada" in said
    with pytest.raises(ValidationError):
        certify(done.completion, language="fr", head=HEAD, by=by, at=AT)


def test_a_certificate_is_the_holders_and_the_designees_and_to_a_colleague_there_is_none(
    town: make.Town, designee: make.Staffed
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.training.services import certify, completed, open_certificate

    done = answers(town.teacher.by, INFORMATION)
    letter = certify(done.completion, language="en", head=HEAD, by=town.teacher.by, at=AT)
    assert open_certificate(letter, by=designee.by, at=AT).startswith(b"%PDF")
    for by in (town.registrar.by, town.principal.by, town.mother.by):
        with pytest.raises(Missing):
            open_certificate(letter, by=by, at=AT)
        with pytest.raises(Missing):
            certify(done.completion, language="en", head=HEAD, by=by, at=AT)
        with pytest.raises(Missing):
            completed(done.completion, by=by, at=AT)
    with pytest.raises(Missing):
        open_certificate(uuid4(), by=designee.by, at=AT)


def test_the_same_form_sent_again_on_another_day_is_the_same_act(town: make.Town) -> None:
    from fileroom.programmes.training.courses import COURSES, Rhythm
    from fileroom.programmes.training.services import complete

    course, once = COURSES[CYBERSECURITY], uuid4()
    given = [it.right for it in course.questions]
    first, again = (
        complete(once, course.id, given, rhythm=Rhythm(), by=town.teacher.by, at=at)
        for at in (AT, AT + timedelta(days=1))
    )
    assert first == again and len(completed_entries()) == 1


def test_presses_at_the_same_moment_make_one_certificate(town: make.Town) -> None:
    from fileroom.programmes.training.services import certificates, certify

    done = answers(town.teacher.by, CYBERSECURITY)
    made = at_once(lambda: certify(done.completion, language="es", head=HEAD, by=town.teacher.by, at=AT), times=4)
    assert len(set(made)) == 1
    assert [it.id for it in certificates(done.completion, by=town.teacher.by, at=AT)] == made[:1]
