"""A minor who attends a college: read literally, all rights move; in practice each school's records follow its own
rule. Counsel says which; until then the parent keeps the rights, and nobody is refused."""

from __future__ import annotations

from fileroom.law import directory as d
from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CONSENT_IS_CLAIMED, IS_PARENT, IS_STUDENT, MINOR
from fileroom.law.vocabulary import action, student

law = Chapter(__name__)

# A right used, or a consent given, by one of the family.
USES_A_RIGHT = action.is_(
    Action.INSPECT, Action.COPY, Action.DISCLOSE, Action.VIEW_LOG, Action.FILE_CHALLENGE, Action.ATTACH_STATEMENT,
) & (IS_PARENT | IS_STUDENT)  # fmt: skip
CONSENTS = d.GOES_OUT & CONSENT_IS_CLAIMED

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=(USES_A_RIGHT | CONSENTS) & MINOR & student.attends_postsecondary.holds,
    says="A minor attends a college: counsel says whose the rights are in this case.",
    cites=u.MINOR_AT_A_COLLEGE,
)
