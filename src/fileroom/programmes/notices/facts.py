"""The questions that the annual notice puts to the law: of its text, and of whom it goes to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fileroom.law import Question
from fileroom.law.checklists import CHECKLISTS
from fileroom.law.facts import Action, Notice, NoticeItem, NoticeKind, NoticeMethod, Requester, Student
from fileroom.people.facts import RequesterFacts, StudentFacts
from fileroom.people.questions import asker, subject

OF_RIGHTS = ("annual_rights", "annual_rights_by_federal_law", "annual_rights_of_2026", "annual_rights_on_the_directory")
OF_IMMIGRATION = "immigration_rights"


def of_rights() -> tuple[str, ...]:
    """Every item that the annual notice has to hold."""
    return tuple(dict.fromkeys(item for name in OF_RIGHTS for item in CHECKLISTS[name].items))


def text_of(kind: NoticeKind, items: Iterable[str], *, on: date, other_homes: bool = False) -> Question:
    """May a notice of this kind, with these items, go to everybody? Its text alone is asked about. `other_homes`: among
    those it goes to are homes whose language is not English."""
    said = Notice(
        kind=kind, items=tuple(NoticeItem(it) for it in items), method=NoticeMethod.USUAL_WRITTEN, to_everybody=True
    )
    theirs = Student(home_language_not_english=other_homes)
    return Question(on=on, action=Action.SEND_NOTICE, student=theirs, notice=said, papers=(), orders=())


def sent_to(
    who: RequesterFacts, student: StudentFacts, method: NoticeMethod, *, asked_for: bool, at_enrolment: bool, on: date
) -> Question:
    """May the annual notice go to this person about this student, in this way? Whoever it goes to is the requester."""
    said = Notice(
        kind=NoticeKind.ANNUAL_RIGHTS, items=tuple(NoticeItem(it) for it in of_rights()), method=method,
        electronic_asked_for=asked_for, at_enrolment=at_enrolment,
    )  # fmt: skip
    asked: Requester = asker(who, None)
    orders = () if who.orders is not None else None
    return Question(
        on=on, action=Action.SEND_NOTICE, requester=asked, student=subject(student), notice=said, papers=(),
        orders=orders,
    )  # fmt: skip
