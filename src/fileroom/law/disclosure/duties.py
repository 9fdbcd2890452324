"""What follows on any release, whoever asked, and on a letter about a student."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import RequesterKind
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import A_FALSE_NAME, CERTIFIES, IDENTIFIED, IS_STAFF, RELEASED
from fileroom.law.vocabulary import requester

law = Chapter(__name__)

IS_SYSTEM = requester.kind.is_(RequesterKind.SYSTEM)

law.obliges(
    DutyCode.VERIFY_IDENTITY,
    when=(RELEASED | CERTIFIES) & ~IS_STAFF & ~IS_SYSTEM,
    says="Make sure, by reasonable means, who the person is before anything is shown or said.",
    cites=c.CFR_99_31_C,
    before=True,
    met=IDENTIFIED,
)

law.closes(
    "not_who_they_say",
    when=RELEASED & A_FALSE_NAME,
    says="What was shown does not bear out who the person is; nothing goes out before that is known.",
    cites=c.CFR_99_31_C,
)
