"""Where recruiters' right ends, and what the school owes on such a request."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import directory as d
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.recruiters import (
    ASKS_FOR_THE_THREE,
    COLLEGE,
    IN_HIGH_SCHOOL,
    MILITARY,
    REFUSES_COLLEGES,
    REFUSES_MILITARY,
)
from fileroom.law.facts import DirectoryField
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import CLEARED_BY_COUNSEL, IDENTIFIED
from fileroom.law.vocabulary import record

law = Chapter(__name__)

BY_EMAIL = MILITARY & d.LISTED & record.fields.has(DirectoryField.EMAIL)
REFUSES_RECRUITERS = (MILITARY & REFUSES_MILITARY) | (COLLEGE & REFUSES_COLLEGES)

law.allows(
    "school_email_through_counsel",
    when=BY_EMAIL & IDENTIFIED & IN_HIGH_SCHOOL & ~REFUSES_MILITARY & CLEARED_BY_COUNSEL,
    claimed=BY_EMAIL,
    key=Key.BOTH,
    says="Later defense acts ask for school e-mail addresses too: one may be given once counsel has said so.",
    cites=c.USC_503,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=(MILITARY | COLLEGE) & d.HOMELESS_WITHOUT_CONSENT,
    says="Ask counsel the same day: federal and state law differ about this student.",
    cites=c.EC_49073_C1,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    name="school_email",
    when=BY_EMAIL,
    says="Later defense acts speak of school e-mail addresses; counsel says before one is given.",
    cites=c.USC_503,
)

law.obliges(
    DutyCode.HONOR_OPT_OUT,
    when=REFUSES_RECRUITERS,
    says="The refusal of recruiters holds until it is withdrawn in writing.",
    cites=c.USC_7908_OPT_OUT,
)

law.closes(
    "three_fields_and_no_other",
    when=(MILITARY | COLLEGE) & ~ASKS_FOR_THE_THREE,
    says="Recruiters get name, address and telephone number, nothing else. For more, the family consents in writing.",
    cites=c.USC_7908,
)

law.closes(
    "high_school_students_only",
    when=(MILITARY | COLLEGE) & ~IN_HIGH_SCHOOL,
    says="Recruiters are given high-school students alone.",
    cites=c.USC_7908,
)

law.closes(
    "refused",
    when=REFUSES_RECRUITERS,
    says="The family has refused: leave this student out, as one of whom nothing is known.",
    cites=c.USC_7908_OPT_OUT,
    silent=True,
)
