"""Other students in one record, and those who are no family: a ground for one student opens nothing of the others."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import directory as d
from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure import accreditors, contractors, lawsuits, research, state_reporting
from fileroom.law.disclosure.audits_and_evaluations import AUDIT
from fileroom.law.disclosure.court_process import PROCESS
from fileroom.law.disclosure.emergencies import IN_DANGER
from fileroom.law.disclosure.school_police import KEEPS_IT_SAFE
from fileroom.law.disclosure.several_students import FAMILY_OR_IN_ITS_PLACE, LEAVES_IT_OUT, ONE_PIECE
from fileroom.law.facts import Action
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import any_of
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.parties import SENDS
from fileroom.law.phrases import CLEARED_BY_COUNSEL, CONSENT_IS_CLAIMED, NOT_OF_THE_SCHOOL, SEES, SERVES_THE_STUDENT
from fileroom.law.programmes.vendors_at_work import AT_WORK_UNDER_CONTRACT
from fileroom.law.vocabulary import action, is_pupil_record, requester

law = Chapter(__name__)

IS_OF_THE_HOUSE = requester.kind.is_(*d.OF_THE_HOUSE)
DIRECTED = (requester.kind.is_(Who.VENDOR) & AT_WORK_UNDER_CONTRACT) | KEEPS_IT_SAFE
OUTSIDE = ~FAMILY_OR_IN_ITS_PLACE & ~IS_OF_THE_HOUSE & ~DIRECTED
PRIVATE_PEOPLE = OUTSIDE & requester.kind.is_(
    Who.PRIVATE_PROFESSIONAL, Who.ATTORNEY, Who.NONPROFIT, Who.FOR_PROFIT, Who.PUBLIC, Who.MEDIA, Who.EMPLOYER, Who.PTA,
    Who.STEPPARENT, Who.RELATIVE,
)  # fmt: skip
REACHES_THE_OTHERS = PROCESS | IN_DANGER
OF_NO_ONE_STUDENT = SEES & any_of(
    AUDIT, state_reporting.REPORTED, state_reporting.TO_AN_AUTHORITY, accreditors.ACCREDITS,
    research.FOR_THE_DISTRICT, lawsuits.BETWEEN_THEM,
)  # fmt: skip
# What the directory lists of one student holds no other (Ed. Code 49061(b), (c)).
OF_PUPILS = ONE_PIECE & is_pupil_record.holds & ~d.IS_DIRECTORY
TAKEN_ALONG = any_of(action.is_(Action.COPY, Action.DISCLOSE) & OUTSIDE, SENDS & ~LEAVES_IT_OUT, d.PUBLISHES)
ONLY_LOOKED_AT = action.is_(Action.INSPECT) & OUTSIDE & ~contractors.WORKS_BY_AGREEMENT
ON_THE_WORD_OF_ONE_FAMILY = (d.GOES_OUT & PRIVATE_PEOPLE) | (
    SEES & IS_OF_THE_HOUSE & CONSENT_IS_CLAIMED & (~SERVES_THE_STUDENT | NOT_OF_THE_SCHOOL)
)
FOR_COUNSEL = OF_PUPILS & ~REACHES_THE_OTHERS & (OF_NO_ONE_STUDENT | ONLY_LOOKED_AT)

law.forbids(
    "one_familys_consent",
    when=ON_THE_WORD_OF_ONE_FAMILY & ONE_PIECE & ~REACHES_THE_OTHERS & ~OF_NO_ONE_STUDENT,
    says="Other students cannot be taken out of it, and one family's consent does not speak for theirs.",
    cites=c.CFR_99_12,
)

law.forbids(
    "no_copy_to_those_outside",
    when=TAKEN_ALONG & OF_PUPILS & ~REACHES_THE_OTHERS & ~OF_NO_ONE_STUDENT,
    says="Other students cannot be taken out of it. Write down what it says of this student alone, and give that.",
    cites=c.CFR_99_12,
)

law.forbids(
    "until_counsel_has_looked",
    when=FOR_COUNSEL & ~CLEARED_BY_COUNSEL,
    says="Other students cannot be taken out of it: counsel says first whether this ground reaches them too.",
    cites=u.SEVERAL_STUDENTS_AND_NO_FAMILY,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=FOR_COUNSEL,
    upon=Upon.NO_GRANT,
    says="Ask counsel whether this ground reaches the other students in it. What it says of this one may be told.",
    cites=u.SEVERAL_STUDENTS_AND_NO_FAMILY,
)
