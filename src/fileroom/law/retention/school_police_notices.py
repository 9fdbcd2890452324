"""Notices between police and school: limits like those of a juvenile court's notice; counsel confirms the last day."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import CLEARED_BY_COUNSEL, DESTROYS, KEEPS_THE_RECORDS, RETAINS
from fileroom.law.retention.hard_last_days import OF_THE_COURT_NO_LONGER
from fileroom.law.vocabulary import record

law = Chapter(__name__)

POLICE_NOTICE = record.kind.is_(RecordKind.SCHOOL_POLICE_NOTICE)
KEEPS_THE_NOTICE = RETAINS & KEEPS_THE_RECORDS & POLICE_NOTICE

law.allows(
    "destroyed_through_counsel",
    when=DESTROYS & POLICE_NOTICE & OF_THE_COURT_NO_LONGER & CLEARED_BY_COUNSEL,
    claimed=POLICE_NOTICE,
    says="A notice between police and school has limits like those of a juvenile court's; counsel says whether its last"
    " day is the same.",
    cites=c.WIC_828_1,
)

law.allows(
    "kept_until_then",
    when=KEEPS_THE_NOTICE & ~OF_THE_COURT_NO_LONGER,
    claimed=POLICE_NOTICE,
    says="A notice between police and school is kept apart until the student has graduated, has been released by the"
    " court or is 18.",
    cites=c.WIC_828_1,
)

law.allows(
    "kept_longer_through_counsel",
    when=KEEPS_THE_NOTICE & OF_THE_COURT_NO_LONGER & CLEARED_BY_COUNSEL,
    claimed=POLICE_NOTICE & Shown(OF_THE_COURT_NO_LONGER),
    says="Once the student has graduated, has been released by the court or is 18, a notice between police and school"
    " is kept only if counsel says that its last day is another.",
    cites=c.WIC_828_1,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=(DESTROYS | RETAINS) & POLICE_NOTICE & OF_THE_COURT_NO_LONGER,
    upon=Upon.NO_GRANT,
    says="Ask district counsel whether this notice has the same last day as a juvenile court's.",
    cites=c.WIC_828_1,
)
