"""The log asked for as a record is the log still: it has the same readers. With the interim record it goes to the next
public school of the state, and a copy stays; what is kept under seal is no part of it."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.access_log import KEEPER
from fileroom.law.disclosure.audits_and_evaluations import IS_AUDITING
from fileroom.law.disclosure.court_process import PROCESS
from fileroom.law.disclosure.sealed_log import READS
from fileroom.law.disclosure.transfers import A_SCHOOL_OF_THE_STATE, TO_THE_NEXT_SCHOOL
from fileroom.law.facts import RecordKind
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.condition import any_of
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import (
    ADULT,
    CLEARED_BY_COUNSEL,
    FOR_COUNSEL_TO_SAY,
    IS_FAMILY,
    IS_PARENT,
    IS_STUDENT,
    LOOKS,
    RELEASED,
    THE_STUDENT_HOLDS_THE_RIGHTS,
)
from fileroom.law.vocabulary import completed_grade_10, record, student

law = Chapter(__name__)

AS_A_RECORD = RELEASED & ~LOOKS & ~READS & record.kind.is_(RecordKind.ACCESS_LOG)
# A student who sees a file on another ground than age or grade 10 reads no log by it (5 CCR 432).
READS_IT_IN_PERSON = any_of(
    THE_STUDENT_HOLDS_THE_RIGHTS,
    FOR_COUNSEL_TO_SAY,
    student.age.at_least(FIGURES["own_access_age"].value),
    completed_grade_10.holds,
)
OF_ITS_READERS = (IS_FAMILY & ~IS_STUDENT) | (IS_STUDENT & READS_IT_IN_PERSON)
LOG_GOES_ALONG = TO_THE_NEXT_SCHOOL & A_SCHOOL_OF_THE_STATE
OF_AN_ADULT = IS_PARENT & ADULT & ~student.adjudged_incompetent.holds

law.forbids(
    "by_another_name",
    when=AS_A_RECORD & ~OF_ITS_READERS & ~KEEPER & ~IS_AUDITING & ~PROCESS & ~LOG_GOES_ALONG,
    says="The log is for the parents, the adult student and the custodian of records, whatever it is called.",
    cites=c.EC_49064,
)

law.forbids(
    "parents_of_adults",
    when=AS_A_RECORD & OF_AN_ADULT & ~CLEARED_BY_COUNSEL,
    says="The law does not say that the parent of an adult dependent reads the log; counsel decides.",
    cites=c.EC_49064,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=AS_A_RECORD & OF_AN_ADULT,
    says="Counsel decides whether the parent of an adult dependent reads the log.",
    cites=c.EC_49064,
)
