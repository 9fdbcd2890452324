"""What follows on any release, whoever asked."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import RequesterKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import IDENTIFIED, IS_PARENT, IS_STAFF, IS_STUDENT, PARENTS_HOLD_THE_RIGHTS, RELEASED, SEES
from fileroom.law.vocabulary import record, requester, student

law = Chapter(__name__)

IS_SYSTEM = requester.kind.is_(RequesterKind.SYSTEM)
BY_STATUTE_NOT_LISTED = IS_STAFF | IS_STUDENT | IS_SYSTEM | (IS_PARENT & PARENTS_HOLD_THE_RIGHTS)

law.obliges(
    DutyCode.VERIFY_IDENTITY,
    when=RELEASED & ~IS_STAFF & ~IS_SYSTEM,
    says="Make sure, by reasonable means, who the person is before anything is shown or said.",
    cites=c.CFR_99_31_C,
    before=True,
    met=IDENTIFIED,
)

law.obliges(
    DutyCode.REDACT_OTHER_STUDENTS,
    when=SEES & record.involves_other_students.holds,
    upon=Upon.GRANT,
    says="Hide what concerns other students; a person sees only the part about this one.",
    cites=c.CFR_99_12,
    limits=(Limit.OTHER_STUDENTS_REDACTED,),
)

law.obliges(
    DutyCode.LOG_REQUEST,
    when=RELEASED & ~BY_STATUTE_NOT_LISTED,
    says="List the request and the interest, granted or refused.",
    cites=c.EC_49064,
)

law.obliges(
    DutyCode.LOG_RELEASE,
    when=RELEASED & ~BY_STATUTE_NOT_LISTED,
    upon=Upon.GRANT,
    says="List who received what, and the interest.",
    cites=c.EC_49064,
)

law.obliges(
    DutyCode.ALERT_POLICE_FIRST,
    when=RELEASED & student.missing_child_flag.holds,
    says="Alert the police agency that reported the child missing before anything is shown. Do not tell the requester.",
    cites=c.EC_49068_6,
    before=True,
)
