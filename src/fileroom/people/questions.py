"""From facts to the question the law answers. One place maps people to the law's words, for every gate."""

from __future__ import annotations

from datetime import date
from typing import Any

from fileroom.law.facts import (
    Action,
    Choice,
    Grade,
    Interest,
    Order,
    Other,
    Paper,
    Purpose,
    Question,
    Record,
    RecordKind,
    Requester,
    RequesterKind,
    Standing,
    Student,
    Subject,
    Topic,
    Training,
)
from fileroom.people.designators import DesignatorFacts, NomineeFacts
from fileroom.people.facts import RequesterFacts, StudentFacts
from fileroom.people.keepers import KeeperFacts, OverseerFacts


def question(
    action: Action,
    purpose: Purpose,
    *,
    requester: RequesterFacts,
    student: StudentFacts,
    record: Record,
    on: date,
    interest: Interest | None = None,
    papers: tuple[Paper, ...] = (),
    **rest: Any,
) -> Question:
    """The question of one act on one record of one student by one requester.

    What the family has chosen is known where the school has signed for its papers, refusals among them.
    """
    rest.setdefault("choices", chosen(student))
    return Question(
        on=on,
        action=action,
        purpose=purpose,
        requester=asker(requester, interest),
        student=subject(student),
        record=record,
        papers=papers,
        orders=None if requester.orders is None else tuple(Order(code) for code in requester.orders),
        **rest,
    )


def designation(who: DesignatorFacts, nominee: NomineeFacts, *, on: date) -> Question:
    """The question of naming a custodian of records: who names, and whom."""
    return Question(
        on=on,
        action=Action.DESIGNATE_CUSTODIAN,
        requester=Requester(kind=RequesterKind(who.kind), designated=who.designated),
        other=Other(nominee_certificated=nominee.certificated, nominee_left=nominee.left),
    )


def absence_of_employee(who: OverseerFacts, *, on: date) -> Question:
    """The question of saying whether an employee has left. No student's file is touched, so no order is either."""
    return Question(
        on=on,
        action=Action.SETTLE_ABSENCE,
        requester=Requester(kind=who.kind, keeps_records=who.designated, designated=who.designated),
        record=Record(kind=RecordKind.BUSINESS_RECORD),
        papers=(),
        orders=(),
        other=Other(of_oneself=who.oneself),
    )


def signature(who: DesignatorFacts, *, on: date) -> Question:
    """The question of signing for the law: who would sign."""
    return Question(
        on=on,
        action=Action.SIGN_LAW,
        requester=Requester(kind=RequesterKind(who.kind), designated=who.designated),
    )


def declaration(who: KeeperFacts, *, keeps_records: bool, on: date) -> Question:
    """The question of declaring, or taking back, that a form asks under a law's exception. `keeps_records`: where that
    form is used."""
    return Question(
        on=on,
        action=Action.DECLARE_EXCEPTION,
        requester=Requester(kind=who.kind, keeps_records=keeps_records),
    )


def collecting(who: RequesterFacts, student: StudentFacts, on: date) -> Question:
    """The question of the counter: does the child go home with this person?"""
    return question(
        Action.HAND_OVER_CHILD, Purpose.NONE_STATED, requester=who, student=student, record=Record(), papers=(), on=on
    )


def approval(who: DesignatorFacts, *, declared_by_oneself: bool, on: date) -> Question:
    """The question of approving what was declared: who would approve, and whether it is their own."""
    return Question(
        on=on,
        action=Action.APPROVE_EXCEPTION,
        requester=Requester(kind=RequesterKind(who.kind), designated=who.designated),
        other=Other(declared_by_oneself=declared_by_oneself),
    )


def training_owed(kind: str, subject: Subject, *, handles: bool, uses: bool, on: date) -> Question:
    """The question of whether a training is asked of somebody of this kind. `handles`: student information; `uses`:
    what identifies students with disabilities."""
    said = Training(subject, handles_student_information=handles, handles_special_education=uses)
    return Question(on=on, action=Action.TRAIN, requester=Requester(kind=RequesterKind(kind)), training=said)


def training_counts(subject: Subject, topics: tuple[Topic, ...], *, on: date) -> Question:
    """The question of whether a training counts that has covered these topics."""
    return Question(on=on, action=Action.COMPLETE_TRAINING, training=Training(subject, topics))


def chosen(student: StudentFacts, more: tuple[Choice, ...] = ()) -> tuple[Choice, ...] | None:
    """The family's choices in the law's words, with what else is known of them; None where they are not known.

    A refusal that is on file is known wherever it was made; one that nobody has entered yet is what is not.
    """
    made = {Choice(code) for code in student.choices if code in set(Choice)} | set(more)
    return tuple(sorted(made)) if student.orders_known else None


def asker(facts: RequesterFacts, interest: Interest | None) -> Requester:
    """The requester in the law's words."""
    return Requester(
        kind=RequesterKind(facts.kind),
        identity=Standing(facts.identity) if facts.identity else None,
        relationship=Standing(facts.relationship) if facts.relationship else None,
        legal_custody=facts.legal_custody,
        rights_terminated=facts.rights_terminated,
        restrained_from_records=facts.restrained_from_records,
        restrained_contact_only=facts.restrained_contact_only,
        may_not_collect=facts.may_not_collect,
        may_be_restrained=facts.may_be_restrained,
        holds_education_rights=facts.holds_education_rights,
        has_student=facts.has_student,
        keeps_records=facts.keeps_records,
        interest=interest,
    )


def subject(facts: StudentFacts) -> Student:
    """The student in the law's words."""
    return Student(
        age=facts.age,
        grade=Grade(facts.grade) if facts.grade in set(Grade) else None,
        enrolled=facts.enrolled,
        former=facts.former,
        enters_later=facts.enters_later,
        completed_grade_10=facts.completed_grade_10,
        attends_postsecondary=facts.attends_postsecondary,
        adjudged_incompetent=facts.adjudged_incompetent,
        eighteen_by_one_count=facts.eighteen_by_one_count,
        emancipated=facts.emancipated,
        graduated=facts.graduated,
        rights_passed=facts.rights_passed,
        homeless=facts.homeless,
        safe_at_home=facts.safe_at_home,
        missing_child_flag=facts.missing_child_flag,
        home_language_at_threshold=facts.home_language_at_threshold,
    )
