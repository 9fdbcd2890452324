"""What was gathered from social media is corrected at the student's wish, whatever the age; a parent may ask it too.
Where a vendor gathered it, its copy goes."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.casework.corrections import AMENDS
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.parents import HOLDS_THE_RIGHTS
from fileroom.law.disclosure.students import THE_STUDENT
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import DESTROYS, IS_PARENT, IS_STUDENT
from fileroom.law.retention.hard_last_days import SOCIAL_MEDIA

law = Chapter(__name__)

CORRECTS = AMENDS & SOCIAL_MEDIA

law.compels(
    "corrected_at_the_students_wish",
    when=CORRECTS & THE_STUDENT,
    claimed=CORRECTS & IS_STUDENT,
    says="Whatever the age, a student may correct what was gathered about them from social media.",
    cites=c.EC_49073_6_C2,
)

law.allows(
    "corrected_at_a_parents_wish",
    when=CORRECTS & HOLDS_THE_RIGHTS,
    claimed=CORRECTS & IS_PARENT,
    says="A parent may ask that what was gathered about the child from social media be corrected.",
    cites=c.EC_49073_6_C3,
)

law.obliges(
    DutyCode.NOTIFY_VENDOR,
    when=(CORRECTS | (DESTROYS & SOCIAL_MEDIA)) & (THE_STUDENT | HOLDS_THE_RIGHTS),
    upon=Upon.GRANT,
    says="If a vendor gathered it, have it destroy its copy too: of what is deleted, and of what stood there before it"
    " was corrected. Have it say on which day it did.",
    cites=u.A_VENDORS_COPY,
)
