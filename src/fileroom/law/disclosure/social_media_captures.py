"""What was gathered from a student's social media is open to that student, at any age; a list by it is for safety."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.disclosure.registries import COMPILES
from fileroom.law.disclosure.students import THE_STUDENT
from fileroom.law.facts import Purpose, RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import IS_CUSTODIAN, IS_STUDENT, SEES
from fileroom.law.vocabulary import purpose, record, requester

law = Chapter(__name__)

CAPTURES = record.kind.is_(RecordKind.SOCIAL_MEDIA_INFORMATION)
GATHERED = SEES & CAPTURES
# The statute lets a district gather and keep it for safety alone, and sets its last day: whom it is of, those list who
# run the program, or see to that day.
RUNS_THE_PROGRAM = IS_CUSTODIAN | (requester.kind.is_(Who.ADMINISTRATOR) & requester.designated.holds)
FOR_THE_PROGRAM = purpose.is_(Purpose.SCHOOL_SAFETY, Purpose.HEALTH_OR_SAFETY_EMERGENCY, Purpose.RETENTION_SCHEDULE)
LISTED_FOR_THE_PROGRAM = RUNS_THE_PROGRAM & FOR_THE_PROGRAM

law.compels(
    "the_students_own",
    when=GATHERED & THE_STUDENT,
    claimed=GATHERED & IS_STUDENT,
    says="Whatever the age, a student sees what was gathered, and may ask that it be corrected or deleted.",
    cites=c.EC_49073_6_C2,
)

law.allows(
    "federal_room_for_minors",
    when=GATHERED & THE_STUDENT,
    claimed=GATHERED & IS_STUDENT,
    key=Key.FEDERAL,
    says="A school may give a student rights of their own beside the parents'.",
    cites=c.CFR_99_5_B,
)

law.closes(
    "no_list_for_anything_but_the_program",
    when=COMPILES & CAPTURES & ~LISTED_FOR_THE_PROGRAM,
    says="What was gathered from social media is for safety alone. The custodian of records, or whom the Superintendent"
    " has designated, lists whom it is of, for safety or to destroy it in time, and nobody else.",
    cites=c.EC_49073_6,
)
