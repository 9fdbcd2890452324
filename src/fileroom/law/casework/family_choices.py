"""A family asks that something be not said or shown (the act `restrict`): what it may ask for, and gets."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.directory import IS_DIRECTORY
from fileroom.law.disclosure.board_minutes import PERSONAL
from fileroom.law.disclosure.educational_rights_holders import APPOINTED, IS_APPOINTED
from fileroom.law.disclosure.parents import HOLDS_THE_RIGHTS
from fileroom.law.disclosure.students import ADULT_STUDENT
from fileroom.law.facts import Action, Purpose, RecordKind
from fileroom.law.kernel.condition import Shown, any_of
from fileroom.law.kernel.decision import Duty
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import ADULT, IS_PARENT, IS_STUDENT
from fileroom.law.vocabulary import action, other, purpose, record, restrained

law = Chapter(__name__)

RESTRICTS = action.is_(Action.RESTRICT)
HOLDER = (HOLDS_THE_RIGHTS | ADULT_STUDENT | APPOINTED) & ~restrained.holds
CLAIMS_TO_HOLD = IS_PARENT | (IS_STUDENT & ADULT) | IS_APPOINTED
TO_RECRUITERS = purpose.is_(Purpose.RECRUITMENT)
GRADE_AVERAGES = purpose.is_(Purpose.FINANCIAL_AID) & record.kind.is_(
    RecordKind.GRADES, RecordKind.MARKS_AND_CREDITS, RecordKind.TRANSCRIPT
)
TO_A_REGISTRY = record.kind.is_(RecordKind.IMMUNIZATION)
IN_MINUTES = other.in_board_minutes.holds & PERSONAL
CHOICE_BY_STATUTE = any_of(IS_DIRECTORY, TO_RECRUITERS, GRADE_AVERAGES, TO_A_REGISTRY)
A_CHOICE = CHOICE_BY_STATUTE | IN_MINUTES
HONOR = (Duty(DutyCode.HONOR_OPT_OUT, c.EC_49073_B.text, "Note the choice today; it holds until it is withdrawn."),)

law.compels(
    "directory_information",
    when=RESTRICTS & IS_DIRECTORY & HOLDER,
    claimed=CLAIMS_TO_HOLD,
    says="A family that says no has refused: directory information about the student is not released.",
    cites=c.EC_49073_B,
    duties=HONOR,
)

law.compels(
    "recruiters",
    when=RESTRICTS & TO_RECRUITERS & HOLDER,
    claimed=CLAIMS_TO_HOLD & Shown(TO_RECRUITERS),
    says="The parent, or the student of 18, may refuse military and college recruiters.",
    cites=c.USC_7908,
    duties=HONOR,
)

law.compels(
    "grade_averages",
    when=RESTRICTS & GRADE_AVERAGES & HOLDER,
    claimed=CLAIMS_TO_HOLD,
    says="The parent, or the student of 18, may refuse that grade averages go to the Student Aid Commission.",
    cites=c.EC_69432_9,
    duties=HONOR,
)

law.compels(
    "immunization_registry",
    when=RESTRICTS & TO_A_REGISTRY & HOLDER,
    claimed=CLAIMS_TO_HOLD,
    says="The family may refuse that immunizations are shared with the registry.",
    cites=c.HSC_120440,
    duties=HONOR,
)

law.compels(
    "minutes_of_the_board",
    when=RESTRICTS & IN_MINUTES & HOLDER,
    claimed=CLAIMS_TO_HOLD,
    says="Asked in writing, the clerk leaves the family's personal information out of the board's minutes.",
    cites=c.EC_49073_2,
)
