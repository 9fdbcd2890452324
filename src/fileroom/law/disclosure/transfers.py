"""The record follows the student to the next school, and no debt holds it back."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.disclosure.parents import HOLDS_THE_RIGHTS
from fileroom.law.disclosure.students import ADULT_STUDENT
from fileroom.law.facts import RecordClass, RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.decision import Duty
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.parties import FOLLOWS_THE_STUDENT, FOR_ENROLMENT, IS_SCHOOL, SENDS
from fileroom.law.phrases import IDENTIFIED, IS_PARENT, IS_STUDENT
from fileroom.law.vocabulary import out_of_state, record, record_class, requester

law = Chapter(__name__)

TO_THE_NEXT_SCHOOL = SENDS & IS_SCHOOL & IDENTIFIED & FOLLOWS_THE_STUDENT
A_SCHOOL_OF_THE_STATE = requester.kind.is_(Who.OTHER_SCHOOL) & ~out_of_state.holds
ELSEWHERE = requester.kind.is_(Who.PRIVATE_SCHOOL) | (requester.kind.is_(Who.OTHER_SCHOOL) & out_of_state.holds)
CLASSED_PERMANENT = record_class.is_(RecordClass.PERMANENT)
WHOLE_FILE = record.kind.is_(RecordKind.CUMULATIVE_FILE)
SENT = Duty("transfer_record", c.R_438.text, "Bring it up to date, send a copy, keep the permanent record for ever.")

law.compels(
    "permanent_record",
    when=TO_THE_NEXT_SCHOOL & CLASSED_PERMANENT & (A_SCHOOL_OF_THE_STATE | (ELSEWHERE & ~WHOLE_FILE)),
    claimed=IS_SCHOOL,
    says="The permanent record, or a copy, goes to the school the student enters, public or private.",
    cites=c.EC_49068_B,
    duties=(SENT,),
    clock="transfer_to_school",
)

law.compels(
    "permanent_part_of_the_file",
    when=TO_THE_NEXT_SCHOOL & WHOLE_FILE & ELSEWHERE,
    claimed=IS_SCHOOL,
    says="Of the whole file the permanent record must go; what is interim or permitted may be sent beside it.",
    cites=c.EC_49068_B,
    limits=(Limit.PERMANENT_RECORD_ONLY,),
    duties=(SENT,),
    clock="transfer_to_school",
)

law.compels(
    "interim_record",
    when=TO_THE_NEXT_SCHOOL & record_class.is_(RecordClass.INTERIM) & A_SCHOOL_OF_THE_STATE,
    claimed=IS_SCHOOL,
    says="The entire interim record goes to a California public school.",
    cites=c.R_438,
    duties=(SENT,),
)

law.allows(
    "any_other_record",
    when=TO_THE_NEXT_SCHOOL,
    claimed=IS_SCHOOL,
    says="This part of the file may be sent to the school the student enters; the law does not command it.",
    cites=c.R_438,
)

law.allows(
    "at_the_familys_wish",
    when=SENDS & FOLLOWS_THE_STUDENT & (HOLDS_THE_RIGHTS | ADULT_STUDENT),
    claimed=IS_PARENT | IS_STUDENT,
    key=Key.BOTH,
    says="A family may ask that the file go to the next school; that school's own request starts the clock.",
    cites=c.CFR_99_34,
)

law.obliges(
    DutyCode.DO_NOT_WITHHOLD_FOR_FEES,
    when=SENDS & FOR_ENROLMENT,
    upon=Upon.GRANT,
    says="Neither a charge nor an unreturned book holds a transfer back.",
    cites=c.R_438_C,
)
