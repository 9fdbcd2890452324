"""Students: an adult holds all rights; at 16, or with grade 10 completed, a student sees what is relevant."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import (
    CLEARED_BY_COUNSEL,
    IDENTIFIED,
    IS_STUDENT,
    MINOR,
    RELATED,
    SEES,
    SOMEBODY_ELSE,
    THE_STUDENT_HOLDS_THE_RIGHTS,
)
from fileroom.law.vocabulary import completed_grade_10, is_pupil_record, student

law = Chapter(__name__)

THE_STUDENT = IS_STUDENT & IDENTIFIED & RELATED
AT_A_COLLEGE_THROUGH_COUNSEL = (
    student.attends_postsecondary.holds & CLEARED_BY_COUNSEL & ~student.adjudged_incompetent.holds
)
ADULT_STUDENT = THE_STUDENT & (THE_STUDENT_HOLDS_THE_RIGHTS | AT_A_COLLEGE_THROUGH_COUNSEL)
SIXTEEN_OR_GRADE_10 = THE_STUDENT & (student.age.at_least(FIGURES["own_access_age"].value) | completed_grade_10.holds)
law.compels(
    "adult_student",
    when=SEES & ADULT_STUDENT & is_pupil_record.holds,
    claimed=IS_STUDENT,
    says="An adult student holds all the rights and may see any and all records.",
    cites=c.EC_49061_A,
    limits=(Limit.OTHER_STUDENTS_REDACTED,),
    clock="parent_inspection",
)

law.compels(
    "sixteen_or_grade_10",
    when=SEES & SIXTEEN_OR_GRADE_10 & is_pupil_record.holds,
    claimed=IS_STUDENT,
    says="A student of 16, or with the 10th grade completed, may see the relevant records.",
    cites=c.EC_49076_1F,
    limits=(Limit.RELEVANT_RECORDS_ONLY, Limit.OTHER_STUDENTS_REDACTED),
)

law.compels(
    "federal_access_of_an_adult",
    when=SEES & ADULT_STUDENT & is_pupil_record.holds,
    claimed=IS_STUDENT,
    key=Key.FEDERAL,
    says="At 18 the federal rights pass to the student, who may inspect and review the records.",
    cites=c.CFR_99_3_STUDENT,
)

law.allows(
    "federal_room_for_minors",
    when=SEES & SIXTEEN_OR_GRADE_10 & is_pupil_record.holds,
    claimed=IS_STUDENT,
    key=Key.FEDERAL,
    says="A school may give a student rights of their own beside the parents'.",
    cites=c.CFR_99_5_B,
)

law.closes(
    "not_this_student",
    when=SEES & IS_STUDENT & SOMEBODY_ELSE,
    says="The papers shown do not bear out that the person is the student whose record it is.",
    cites=c.CFR_99_31_C,
)

law.closes(
    "not_yet_sixteen",
    when=SEES & IS_STUDENT & MINOR,
    says="A student sees the file at 16 or with the 10th grade completed; until then a parent may, and may show it.",
    cites=c.EC_49076_1F,
)
