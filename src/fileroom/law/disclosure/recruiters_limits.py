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
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import record

law = Chapter(__name__)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=(MILITARY | COLLEGE) & d.HOMELESS_WITHOUT_CONSENT,
    says="Ask counsel the same day: federal and state law differ about this student.",
    cites=c.EC_49073_C1,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    name="school_email",
    when=MILITARY & d.LISTED & record.fields.has(DirectoryField.EMAIL),
    says="Later defense acts speak of school e-mail addresses; counsel says before one is given.",
    cites=c.USC_503,
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
    when=(MILITARY & REFUSES_MILITARY) | (COLLEGE & REFUSES_COLLEGES),
    says="The family has refused: leave this student out, as one of whom nothing is known.",
    cites=c.USC_7908_OPT_OUT,
    silent=True,
)
