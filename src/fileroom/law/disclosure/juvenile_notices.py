"""Notices of the juvenile court and of school police: a stamped file apart, for the principal and those who work with
the student."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.phrases import CLEARED_BY_COUNSEL, IDENTIFIED, IS_STAFF, PARENT_OR_STUDENT, SEES
from fileroom.law.retention.hard_last_days import OF_THE_COURT_NO_LONGER
from fileroom.law.vocabulary import record, requester

law = Chapter(__name__)

NOTICE = SEES & record.kind.is_(RecordKind.JUVENILE_COURT_NOTICE, RecordKind.SCHOOL_POLICE_NOTICE)
THE_PRINCIPAL = requester.kind.is_(Who.ADMINISTRATOR) & IDENTIFIED & requester.has_student.holds
THE_COUNSELOR = requester.kind.is_(Who.COUNSELOR) & IDENTIFIED & requester.has_student.holds
NAMED_BY_THE_PRINCIPAL = IS_STAFF & IDENTIFIED & requester.designated.holds & requester.has_student.holds

law.compels(
    "supervising_counselors",
    when=NOTICE & ~OF_THE_COURT_NO_LONGER & THE_COUNSELOR,
    claimed=NOTICE & requester.kind.is_(Who.COUNSELOR),
    key=Key.BOTH,
    says="The counselors who supervise the student are told.",
    cites=c.WIC_827_B,
)

law.allows(
    "the_principal_and_whom_the_principal_names",
    when=NOTICE & ~OF_THE_COURT_NO_LONGER & (THE_PRINCIPAL | NAMED_BY_THE_PRINCIPAL),
    claimed=NOTICE & IS_STAFF,
    key=Key.BOTH,
    says="The principal has the notice, and tells those teachers and administrators who need it for this student.",
    cites=c.WIC_827_B,
)

law.allows(
    "families_through_counsel",
    when=NOTICE & PARENT_OR_STUDENT & IDENTIFIED & CLEARED_BY_COUNSEL,
    claimed=NOTICE & PARENT_OR_STUDENT,
    key=Key.BOTH,
    says="The notice is no pupil record; the family may be shown of it what counsel says.",
    cites=c.WIC_827_B,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=NOTICE & PARENT_OR_STUDENT,
    says="Ask counsel the same day what the family may be shown; whether it was destroyed is answered in"
    f" {FIGURES['juvenile_notice_answer'].within}.",
    cites=c.WIC_827_D,
)

law.obliges(
    DutyCode.NO_REDISCLOSURE_NOTICE,
    when=NOTICE,
    upon=Upon.GRANT,
    says="It is received in confidence: to pass it on is a crime.",
    cites=c.WIC_827_B,
)

law.closes(
    "past_its_last_day",
    when=NOTICE & OF_THE_COURT_NO_LONGER,
    says="At graduation, at 18, or when the court lets go, the notice is destroyed, and nobody works by it.",
    cites=c.WIC_827_D,
)

law.closes(
    "others",
    when=NOTICE,
    says="This is kept apart for the principal and those whom the principal names. Ask the principal.",
    cites=c.WIC_827_B,
)
