"""What waits in quarantine and is something else than it was taken for: who may file it, and when counsel looks first.

No text speaks of it: how this book reads that is for counsel to confirm (law/unsettled.py). Where its own words name a
thing that is never taken in, it is that thing until district counsel has looked; where the words about it speak of
another, its custodian says so. That they have looked at it first is asked where it is filed.
"""

from __future__ import annotations

from fileroom.law import unsettled as u
from fileroom.law.classes import NEVER_TAKEN_IN
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.sealed_log import KEEPS_THEM
from fileroom.law.facts import Action
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import CLEARED_BY_COUNSEL, IS_CUSTODIAN
from fileroom.law.vocabulary import action, record

law = Chapter(__name__)

FILES_IT = action.is_(Action.FILE_AS_SOMETHING_ELSE)
TAKEN_FOR_SUCH = FILES_IT & NEVER_TAKEN_IN
FOR_SURE = TAKEN_FOR_SUCH & ~record.in_doubt.holds

law.allows(
    "what_is_in_doubt",
    when=TAKEN_FOR_SUCH & record.in_doubt.holds & KEEPS_THEM,
    claimed=IS_CUSTODIAN,
    says="Where the words about a thing speak of another than it was taken for, the custodian of records, of the"
    " district or of the student's school, may say what it is, and file it.",
    cites=u.HELD_FOR_NOTHING,
)

law.allows(
    "through_counsel",
    when=FOR_SURE & KEEPS_THEM & CLEARED_BY_COUNSEL,
    claimed=IS_CUSTODIAN,
    says="What its own words name as a thing that is never taken in is filed as something else once district counsel"
    " has looked and agrees.",
    cites=u.HELD_FOR_NOTHING,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=FOR_SURE & KEEPS_THEM,
    upon=Upon.NO_GRANT,
    says="Its own words name it: ask district counsel whether it is something else. Until then it stays where it is.",
    cites=u.HELD_FOR_NOTHING,
)

law.closes(
    "not_against_counsel",
    when=FOR_SURE & KEEPS_THEM,
    says="Its own words name it, and district counsel does not agree that it is something else: it goes into no file.",
    cites=u.HELD_FOR_NOTHING,
)

law.closes(
    "nobody_else",
    when=FILES_IT & ~KEEPS_THEM,
    says="That what waits in quarantine is something else is said by the custodian of records of the district, or of"
    " the student's school, alone.",
    cites=u.HELD_FOR_NOTHING,
)

law.obliges(
    DutyCode.KEEP_UNDER_SEAL,
    when=FILES_IT,
    says="What was decided about a thing in quarantine is kept under seal, as the look at it is.",
    cites=u.HELD_FOR_NOTHING,
    seals=True,
)
