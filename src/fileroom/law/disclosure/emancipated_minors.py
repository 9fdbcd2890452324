"""An emancipated minor is not among those the records law calls adult: counsel says whose the rights are, the student's
or the parents', and until then nobody is refused."""

from __future__ import annotations

from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.dual_enrolment import CONSENTS, USES_A_RIGHT
from fileroom.law.disclosure.educational_rights_holders import IS_APPOINTED
from fileroom.law.disclosure.students import THE_STUDENT
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import CLEARED_BY_COUNSEL, EMANCIPATED, IS_PARENT, IS_STUDENT, LOOKS, SEES
from fileroom.law.vocabulary import is_pupil_record

law = Chapter(__name__)

OF_THE_FILE_OR_ITS_LOG = (SEES & is_pupil_record.holds) | LOOKS

law.allows(
    "what_counsel_has_cleared",
    when=OF_THE_FILE_OR_ITS_LOG & THE_STUDENT & EMANCIPATED & CLEARED_BY_COUNSEL,
    claimed=IS_STUDENT & EMANCIPATED,
    key=Key.BOTH,
    says="The records law does not name emancipated minors: this student may see it once counsel has found that the"
    " right is theirs.",
    cites=u.EMANCIPATED_MINOR,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=(USES_A_RIGHT | CONSENTS) & EMANCIPATED,
    says="The student is emancipated: counsel says whose the rights are in this case.",
    cites=u.EMANCIPATED_MINOR,
)

law.closes(
    "counsel_has_not_found_it_theirs",
    when=SEES & (IS_PARENT | IS_APPOINTED) & EMANCIPATED & ~CLEARED_BY_COUNSEL,
    says="The student is emancipated, and counsel has not found that the right over the file is this person's.",
    cites=u.EMANCIPATED_MINOR,
)
