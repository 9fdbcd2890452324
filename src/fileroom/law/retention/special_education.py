"""Special-education records: the parents are told when they are no longer needed, and may ask that they go."""

from __future__ import annotations

from fileroom.law import unsettled as u
from fileroom.law.casework.challenges import IS_OF_THE_FAMILY, MAY_CHALLENGE
from fileroom.law.codes import DutyCode
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import CLEARED_BY_COUNSEL, DESTROYS
from fileroom.law.vocabulary import record

law = Chapter(__name__)

OF_SPECIAL_EDUCATION = record.kind.is_(RecordKind.SPECIAL_EDUCATION, RecordKind.IEP_OR_504_PLAN)
ASKED_BY_THE_FAMILY = DESTROYS & OF_SPECIAL_EDUCATION & MAY_CHALLENGE

law.compels(
    "at_the_parents_request",
    when=ASKED_BY_THE_FAMILY & record.no_longer_needed.holds & CLEARED_BY_COUNSEL,
    claimed=DESTROYS & OF_SPECIAL_EDUCATION & IS_OF_THE_FAMILY,
    says="Special-education records no longer needed are destroyed when the parents ask; counsel first sees whether the"
    " state's own years are over.",
    cites=u.SPECIAL_EDUCATION_RECORDS,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=DESTROYS & OF_SPECIAL_EDUCATION & IS_OF_THE_FAMILY,
    upon=Upon.NO_GRANT,
    says="A family asks that special-education records go: district counsel says whether the state's own years are"
    " over.",
    cites=u.SPECIAL_EDUCATION_RECORDS,
)

law.obliges(
    DutyCode.NOTIFY_PARENT_BEFORE,
    when=DESTROYS & OF_SPECIAL_EDUCATION & ~Shown(ASKED_BY_THE_FAMILY),
    says="Tell the parents, or the adult student, before special-education records go: they may want copies. Name,"
    " address, telephone, grades, attendance, classes, grade level and year completed may stay for ever.",
    cites=u.SPECIAL_EDUCATION_RECORDS,
)
