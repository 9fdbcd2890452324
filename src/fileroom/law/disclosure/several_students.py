"""A record about several students: each family sees the part on its own child; what is of one piece, it looks at."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.directory import GOES_OUT
from fileroom.law.disclosure.court_process import PROCESS
from fileroom.law.disclosure.emergencies import CALLED_ONE
from fileroom.law.facts import Action, Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import A_THREAT, FAMILY, SEES
from fileroom.law.vocabulary import FOSTERING, about_this_student, action, can_be_separated, purpose, record, requester

law = Chapter(__name__)

OF_SEVERAL = record.involves_other_students.holds
ONE_PIECE = OF_SEVERAL & ~can_be_separated.holds
A_FAMILY = requester.kind.is_(*FAMILY, Who.CAREGIVER, *FOSTERING)  # and who stands in its place
OF_THIS_STUDENT_ALONE = requester.kind.is_(
    Who.OTHER_SCHOOL, Who.PRIVATE_SCHOOL, Who.COLLEGE, Who.PRIVATE_COLLEGE, Who.CHILD_WELFARE_WORKER,
    Who.TRIBAL_CASEWORKER, Who.COUNTY_PLACING_AGENCY, Who.PROBATION_OFFICER, Who.MINORS_COUNSEL, Who.CONTRACTOR,
    Who.FINANCIAL_AID_BODY,
)  # fmt: skip
OF_THE_OTHERS_TOO = PROCESS | (CALLED_ONE & A_THREAT) | purpose.is_(Purpose.CHILD_WELFARE_INVESTIGATION)
PRIVATE_PEOPLE = requester.kind.is_(
    Who.PRIVATE_PROFESSIONAL, Who.ATTORNEY, Who.NONPROFIT, Who.FOR_PROFIT, Who.PUBLIC, Who.MEDIA, Who.EMPLOYER, Who.PTA,
    Who.STEPPARENT, Who.RELATIVE,
)  # fmt: skip

law.forbids(
    "not_about_this_student",
    when=SEES & A_FAMILY & OF_SEVERAL & ~about_this_student.holds,
    says="This is a record of other students, in which this one only appears: only their families see it.",
    cites=c.CFR_99_12,
)

law.forbids(
    "no_copy_of_what_cannot_be_taken_apart",
    when=action.is_(Action.COPY) & A_FAMILY & ONE_PIECE,
    says="Other students cannot be taken out of it, so no copy is made. Come and look at it, or be told what it says.",
    cites=c.CFR_99_12,
)

law.forbids(
    "not_to_private_people",
    when=GOES_OUT & PRIVATE_PEOPLE & ONE_PIECE & ~PROCESS,
    says="Other students cannot be taken out of it, and one family's consent does not speak for theirs.",
    cites=c.CFR_99_12,
)

law.forbids(
    "no_copy_to_those_outside",
    when=action.is_(Action.COPY, Action.DISCLOSE) & OF_THIS_STUDENT_ALONE & ONE_PIECE & ~OF_THE_OTHERS_TOO,
    says="Other students cannot be taken out of it. Write down what it says of this student alone, and give that.",
    cites=c.CFR_99_12,
)

law.obliges(
    DutyCode.REDACT_OTHER_STUDENTS,
    when=GOES_OUT & OF_SEVERAL & ~Shown(ONE_PIECE),
    upon=Upon.GRANT,
    says="Hide what concerns other students; a person sees only the part about this one.",
    cites=c.CFR_99_12,
    limits=(Limit.OTHER_STUDENTS_REDACTED,),
)

law.obliges(
    DutyCode.REDACT_OTHER_STUDENTS,
    name="view_only",
    when=((SEES & A_FAMILY) | (action.is_(Action.INSPECT) & OF_THIS_STUDENT_ALONE)) & ONE_PIECE,
    upon=Upon.GRANT,
    says="Let them look at it, or tell them what it says of this student and of nobody else; no copy.",
    cites=c.CFR_99_12,
    limits=(Limit.VIEW_ONLY,),
)
