"""A homeless, unaccompanied student of 14 sees what is relevant."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.disclosure.students import THE_STUDENT
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import IS_STUDENT, SEES
from fileroom.law.vocabulary import is_pupil_record, student

law = Chapter(__name__)

ALONE_AT_14 = (
    student.homeless.holds & student.unaccompanied.holds & student.age.at_least(FIGURES["homeless_access_age"].value)
)
HOMELESS_ALONE = THE_STUDENT & ALONE_AT_14

law.compels(
    "homeless_and_unaccompanied",
    when=SEES & HOMELESS_ALONE & is_pupil_record.holds,
    claimed=IS_STUDENT & student.homeless.holds & student.unaccompanied.holds,
    says="A homeless, unaccompanied student of 14 or over may see the relevant records.",
    cites=c.EC_49076_1L,
    limits=(Limit.RELEVANT_RECORDS_ONLY, Limit.OTHER_STUDENTS_REDACTED),
)

law.allows(
    "federal_room_for_minors",
    when=SEES & HOMELESS_ALONE & is_pupil_record.holds,
    claimed=IS_STUDENT,
    key=Key.FEDERAL,
    says="A school may give a student rights of their own beside the parents'.",
    cites=c.CFR_99_5_B,
)
