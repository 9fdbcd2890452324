"""Parents see any and all records of the child. Legal custody is not needed to see (Fam. Code 3025)."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.phrases import ADULT, IDENTIFIED, IS_PARENT, PARENTS_HOLD_THE_RIGHTS, RELATED, SEES, SOMEBODY_ELSE
from fileroom.law.vocabulary import is_pupil_record, requester, rights_terminated, student

law = Chapter(__name__)

A_PARENT = IS_PARENT & IDENTIFIED & RELATED & ~rights_terminated.holds
IN_A_PARENTS_PLACE = requester.kind.is_(Who.CAREGIVER, Who.FOSTER_CAREGIVER, Who.EDUCATIONAL_RIGHTS_HOLDER)
HOLDS_THE_RIGHTS = A_PARENT & PARENTS_HOLD_THE_RIGHTS

law.compels(
    "absolute_access",
    when=SEES & HOLDS_THE_RIGHTS & is_pupil_record.holds,
    claimed=IS_PARENT,
    says="A parent may see any and all records of the child.",
    cites=c.EC_49069_7,
    limits=(Limit.OTHER_STUDENTS_REDACTED,),
    clock="parent_inspection",
)

law.compels(
    "federal_access",
    when=SEES & HOLDS_THE_RIGHTS & is_pupil_record.holds,
    claimed=IS_PARENT,
    key=Key.FEDERAL,
    says="A school must let a parent inspect and review the education records of a child.",
    cites=c.CFR_99_10,
    limits=(Limit.OTHER_STUDENTS_REDACTED,),
)

law.obliges(
    DutyCode.INTERPRET_ON_REQUEST,
    when=SEES & HOLDS_THE_RIGHTS,
    upon=Upon.GRANT,
    says="Certificated staff explain the record when asked.",
    cites=c.EC_49069_7,
)

law.closes(
    "rights_ended",
    when=SEES & IS_PARENT & IDENTIFIED & RELATED & rights_terminated.holds,
    says="A court has ended this person's parental rights. Who holds that the order says otherwise can show it.",
    cites=c.CFR_99_4,
)

law.closes(
    "the_student_is_adult",
    when=SEES & (IS_PARENT | IN_A_PARENTS_PLACE) & ADULT & ~student.adjudged_incompetent.holds,
    says="Since the student turned 18 the rights are the student's. The student may consent in writing; a parent who"
    " claims the student as a dependent for federal tax may show that.",
    cites=c.EC_49061_A,
)

law.closes(
    "identity_or_relationship_refuted",
    when=SEES & IS_PARENT & SOMEBODY_ELSE,
    says="The papers shown do not bear out who the person is, or how they are related to the student.",
    cites=c.CFR_99_31_C,
)

law.closes(
    "identity_or_relationship_not_shown",
    when=SEES & IS_PARENT & (~IDENTIFIED | ~RELATED),
    says="It is not known yet who the person is, or how they are related to the student. A parent can show both.",
    cites=c.CFR_99_31_C,
)
