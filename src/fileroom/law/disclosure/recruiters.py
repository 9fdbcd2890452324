"""Military recruiters, and colleges that recruit: on request the name, address and telephone number of each high-school
student whose family has not refused in writing. Nothing else."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import directory as d
from fileroom.law.codes import Limit
from fileroom.law.facts import Choice, Grade, Purpose, RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import CLEARED_BY_COUNSEL, CONSENTED, IDENTIFIED, SEES
from fileroom.law.vocabulary import THE_THREE, choices, purpose, record, requester, student

law = Chapter(__name__)

ASKS_FOR_THE_THREE = (d.LISTED & record.fields.has(*THE_THREE)) | record.kind.is_(
    RecordKind.LEGAL_NAME, RecordKind.ADDRESS, RecordKind.TELEPHONE
)
RECRUITS = SEES & purpose.is_(Purpose.RECRUITMENT, Purpose.DIRECTORY)
MILITARY = RECRUITS & requester.kind.is_(Who.MILITARY_RECRUITER)
COLLEGE = (RECRUITS & requester.kind.is_(Who.COLLEGE_RECRUITER)) | (SEES & d.A_COLLEGE_RECRUITS)
IN_HIGH_SCHOOL = ~student.former.holds & student.grade.is_(
    Grade.NINTH, Grade.TENTH, Grade.ELEVENTH, Grade.TWELFTH, Grade.UNGRADED_SECONDARY
)
# A refusal of all directory release covers these three fields too (ED answers of 2002).
REFUSES_MILITARY = d.REFUSED | choices.has(Choice.MILITARY_REFUSED, Choice.MILITARY_REFUSED_BY_ADULT_STUDENT)
REFUSES_COLLEGES = d.REFUSED | choices.has(Choice.COLLEGE_RECRUITER_REFUSED)

law.compels(
    "military_recruiters",
    when=MILITARY & IDENTIFIED & ASKS_FOR_THE_THREE & IN_HIGH_SCHOOL & ~REFUSES_MILITARY,
    claimed=MILITARY,
    key=Key.BOTH,
    says="Military recruiters get name, address and telephone number of each high-school student who has not refused.",
    cites=c.USC_7908,
    limits=(Limit.THREE_FIELDS_ONLY,),
    clock="recruiter_answer",
)

law.compels(
    "college_recruiters",
    when=COLLEGE & IDENTIFIED & ASKS_FOR_THE_THREE & IN_HIGH_SCHOOL & ~REFUSES_COLLEGES,
    claimed=COLLEGE,
    key=Key.BOTH,
    says="Colleges that recruit get name, address and telephone of each high-school student who has not refused.",
    cites=c.USC_7908,
    limits=(Limit.THREE_FIELDS_ONLY,),
)

law.forbids(
    "homeless_students_wait_for_counsel",
    when=(MILITARY | COLLEGE) & d.HOMELESS_WITHOUT_CONSENT & ~CONSENTED & ~CLEARED_BY_COUNSEL,
    says="Federal law says each student, state law asks consent for this one: counsel says; till then, leave out.",
    cites=c.EC_49073_C1,
    silent=True,
)
