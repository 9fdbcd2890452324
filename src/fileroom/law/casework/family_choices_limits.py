"""What a family cannot close by asking: the record to the other parent, to itself, or to those the law names."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.family_choices import A_CHOICE, RESTRICTS
from fileroom.law.codes import DutyCode
from fileroom.law.directory import IS_DIRECTORY
from fileroom.law.disclosure.homeless_students import ALONE_AT_14
from fileroom.law.disclosure.names_and_gender import TELLS_OF_IT
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import ADULT, CLEARED_BY_COUNSEL, FOR_COUNSEL_TO_SAY, IS_PARENT, IS_STUDENT, MINOR
from fileroom.law.vocabulary import restrained

law = Chapter(__name__)

OF_GENDER = RESTRICTS & TELLS_OF_IT & (IS_PARENT | IS_STUDENT)
# Ed. Code 49073(c) speaks of a homeless pupil "accorded parental rights", and does not say who that is.
CHOICE_OF_THEIR_OWN = RESTRICTS & IS_STUDENT & MINOR & (FOR_COUNSEL_TO_SAY | (ALONE_AT_14 & IS_DIRECTORY))

law.allows(
    "what_counsel_has_cleared",
    when=(OF_GENDER | CHOICE_OF_THEIR_OWN) & CLEARED_BY_COUNSEL & ~restrained.holds,
    claimed=OF_GENDER | CHOICE_OF_THEIR_OWN,
    says="Counsel has looked at what this family asks, and cleared it.",
    cites=c.EC_220_5,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=OF_GENDER | CHOICE_OF_THEIR_OWN,
    says="Ask counsel the same day. Tell nobody of it meanwhile, and take nothing out of the record.",
    cites=c.EC_220_5,
)

law.closes(
    "restrained_party",
    when=RESTRICTS & restrained.holds,
    says="A court order bars this person from the child's records, and so from what is said or shown of them.",
    cites=c.FC_6323_5,
    silent=True,
)

law.closes(
    "a_students_own_wish",
    when=RESTRICTS & IS_STUDENT & MINOR,
    says="Until 18 the choice is the parents': a student may see the record, but not close it to a parent. Talk to the"
    " counselor.",
    cites=c.EC_49076_1F,
)

law.closes(
    "parents_of_adults",
    when=RESTRICTS & IS_PARENT & ADULT & A_CHOICE,
    says="The choice is with whoever holds the rights today: the student, since turning 18.",
    cites=c.EC_49061_A,
)

law.closes(
    "parents_without_the_rights",
    when=RESTRICTS & IS_PARENT & A_CHOICE,
    says="The choice is with whoever holds the rights over this student's records today.",
    cites=c.EC_49061_A,
)

law.closes(
    "against_the_other_parent",
    when=RESTRICTS & IS_PARENT,
    says="The record is closed to the other parent by a court's order alone, which may be handed in at any time. What"
    " is wrong in it may be challenged.",
    cites=c.FC_3025,
)

law.closes(
    "nobody_else",
    when=RESTRICTS,
    says="The family that holds the rights may ask this. Ask the custodian of records.",
    cites=c.EC_49061_A,
)
