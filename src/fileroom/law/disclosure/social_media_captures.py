"""What was gathered from a student's social media is open to that student, at any age."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.disclosure.students import THE_STUDENT
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import IS_STUDENT, SEES
from fileroom.law.vocabulary import record

law = Chapter(__name__)

GATHERED = SEES & record.kind.is_(RecordKind.SOCIAL_MEDIA_INFORMATION)

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
