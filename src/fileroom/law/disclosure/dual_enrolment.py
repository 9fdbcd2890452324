"""A minor who attends a college: read literally, all rights move; in practice each school's records follow its own
rule, and the parents keep theirs over this district's. Counsel looks, may find otherwise, and till then nobody is
refused."""

from __future__ import annotations

from fileroom.law import directory as d
from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.educational_rights_holders import IS_APPOINTED
from fileroom.law.facts import Action
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CONSENT_IS_CLAIMED, IS_PARENT, IS_STUDENT, MINOR, PASSED_EARLY, SEES
from fileroom.law.vocabulary import action, student

law = Chapter(__name__)

# A right used, or a consent given, by one of the family.
USES_A_RIGHT = action.is_(
    Action.INSPECT, Action.COPY, Action.DISCLOSE, Action.VIEW_LOG, Action.FILE_CHALLENGE, Action.ATTACH_STATEMENT,
) & (IS_PARENT | IS_APPOINTED | IS_STUDENT)  # fmt: skip
CONSENTS = d.GOES_OUT & CONSENT_IS_CLAIMED

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=(USES_A_RIGHT | CONSENTS) & MINOR & student.attends_postsecondary.holds,
    says="A minor attends a college: the parents keep the rights over this district's records; counsel looks, and may"
    " find that they have passed to the student.",
    cites=u.MINOR_AT_A_COLLEGE,
)

law.closes(
    "rights_passed_early",
    when=SEES & (IS_PARENT | IS_APPOINTED) & PASSED_EARLY,
    says="Counsel has found that the rights have passed to this student, who attends a college. The student may consent"
    " in writing.",
    cites=u.MINOR_AT_A_COLLEGE,
)
