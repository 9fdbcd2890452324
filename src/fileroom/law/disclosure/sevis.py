"""Questions of the student-visa program about F-1 students of a certified school. About no one else."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Purpose, StudentVisa
from fileroom.law.facts import RecordKind as Kind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.phrases import IDENTIFIED, SEES
from fileroom.law.vocabulary import purpose, record, requester, student

law = Chapter(__name__)

ON_THE_FIXED_LIST = record.kind.is_(
    Kind.LEGAL_NAME, Kind.BIRTH_DATE, Kind.PLACE_OF_BIRTH, Kind.BIRTH_COUNTRY, Kind.CITIZENSHIP_STATUS,
    Kind.IMMIGRATION_DOCUMENT, Kind.ADDRESS, Kind.STUDENT_ADDRESS, Kind.ENROLMENT_STATUS, Kind.ENTRY_AND_LEAVING_DATES,
    Kind.SUBJECTS_TAKEN, Kind.GRADUATION_DATE,
)  # fmt: skip
OFFICER_ASKS = SEES & requester.kind.is_(Who.SEVP_OFFICER) & purpose.is_(Purpose.SEVIS)
OF_AN_F_1_STUDENT = student.visa.is_(StudentVisa.F_1)
ANSWERED = OFFICER_ASKS & IDENTIFIED & OF_AN_F_1_STUDENT & ON_THE_FIXED_LIST

law.compels(
    "f_1_students_of_this_school",
    when=ANSWERED,
    claimed=OFFICER_ASKS,
    key=Key.BOTH,
    says="Of its own F-1 students a certified school answers the visa program, with the listed data and no more.",
    cites=c.CFR_214_3,
    limits=(Limit.FIXED_LIST_ONLY,),
    clock="sevis_one_student",
)

law.obliges(
    DutyCode.DOCUMENT_ENCOUNTER,
    when=SEES & requester.kind.is_(Who.SEVP_OFFICER),
    says="The designated official alone answers, in writing where asked; note who asked and for whom.",
    cites=c.CFR_214_3,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=SEES & requester.kind.is_(Who.SEVP_OFFICER) & ~OF_AN_F_1_STUDENT,
    upon=Upon.NO_GRANT,
    says="Call district counsel: of other students nothing is said.",
    cites=c.EC_234_7_B,
)

law.closes(
    "of_no_other_student",
    when=SEES & requester.kind.is_(Who.SEVP_OFFICER) & ~(ANSWERED),
    says="The visa program is answered about F-1 students of a certified school, on the listed points. Nothing else.",
    cites=c.USC_1372,
)
