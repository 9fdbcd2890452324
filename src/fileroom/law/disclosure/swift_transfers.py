"""Transfers that may not wait: foster students in two business days, special-education records in five."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.placing_agencies import PLACING_AGENCY
from fileroom.law.disclosure.transfers import A_SCHOOL_OF_THE_STATE, SENT
from fileroom.law.facts import RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.parties import FOLLOWS_THE_STUDENT, FOR_THE_CHILDS_SCHOOLING, SENDS, TRAVELS
from fileroom.law.phrases import IDENTIFIED
from fileroom.law.vocabulary import record, requester, student

law = Chapter(__name__)

NEXT_SCHOOL = requester.kind.is_(Who.OTHER_SCHOOL)
# The agency that moves a child asks for the child's schooling, and the school it names is the next one.
FOR_THE_MOVE = FOLLOWS_THE_STUDENT | (PLACING_AGENCY & FOR_THE_CHILDS_SCHOOLING & TRAVELS)
FOSTER = SENDS & student.foster.holds & IDENTIFIED & FOR_THE_MOVE
WITH_EXCEPTIONAL_NEEDS = record.kind.is_(
    RecordKind.SPECIAL_EDUCATION, RecordKind.IEP_OR_504_PLAN, RecordKind.CUMULATIVE_FILE, RecordKind.INTERIM_RECORD
)

law.compels(
    "foster_students",
    when=FOSTER & (NEXT_SCHOOL | PLACING_AGENCY),
    claimed=NEXT_SCHOOL | PLACING_AGENCY,
    says="A foster student is transferred out, and the complete record delivered, within two business days.",
    cites=c.EC_49069_5,
    duties=(SENT,),
    clock="foster_transfer",
)

law.compels(
    "foster_liaisons",
    when=FOSTER & NEXT_SCHOOL,
    claimed=NEXT_SCHOOL,
    says="The last school's foster liaison sends all records within two business days of the new school's request.",
    cites=c.EC_48853_5_C,
    duties=(SENT,),
    clock="foster_liaison_send",
)

law.obliges(
    DutyCode.COMPILE_COMPLETE_RECORD,
    when=FOSTER & (NEXT_SCHOOL | PLACING_AGENCY),
    upon=Upon.GRANT,
    says="Send the complete record: days of enrolment or seat time, full and partial credits, classes, grades as of the"
    " day the student left, immunizations, 504 plan or IEP. No grade is lowered for the move.",
    cites=c.EC_49069_5,
)

law.allows(
    "federal_next_placement",
    when=FOSTER & PLACING_AGENCY,
    claimed=PLACING_AGENCY,
    key=Key.FEDERAL,
    says="Federal law lets the record go to the school of the next placement, which the agency names.",
    cites=c.CFR_99_31_A2,
)

law.compels(
    "special_education_records",
    when=SENDS
    & A_SCHOOL_OF_THE_STATE
    & IDENTIFIED
    & FOLLOWS_THE_STUDENT
    & student.disability.holds
    & WITH_EXCEPTIONAL_NEEDS,
    claimed=NEXT_SCHOOL,
    says="Special-education records go to the new district within five working days.",
    cites=c.R_3024,
    duties=(SENT,),
    clock="special_education_transfer",
)
