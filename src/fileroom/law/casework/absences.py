"""Who says what became of somebody whom a roster no longer names: whether they have left, or are still here.

No text speaks of rosters. Until somebody says so a student stays enrolled, and an employee employed: so it is the
office that answers for the file, or for who may open it, that says it, and nobody of themselves.
"""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.relationships import KEEPS_THE_FILE
from fileroom.law.disclosure.educational_interest import FITS
from fileroom.law.facts import Action, RecordKind
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import A_DISTRICTS_RECORD, IS_STAFF
from fileroom.law.vocabulary import action, other, record, requester

law = Chapter(__name__)

SETTLES = action.is_(Action.SETTLE_ABSENCE)
OF_A_STUDENT = record.kind.is_(RecordKind.ENROLMENT_STATUS)
BY_THE_OFFICE_OF_THE_FILE = OF_A_STUDENT & KEEPS_THE_FILE
# `designated`: for the records where the absent employee works, by the district's own table (offices.toml).
BY_THE_OFFICE_OF_THE_SITE = A_DISTRICTS_RECORD & IS_STAFF & requester.keeps_records.holds & requester.designated.holds

law.allows(
    "of_a_student_the_office_that_keeps_the_file",
    when=SETTLES & BY_THE_OFFICE_OF_THE_FILE & FITS,
    claimed=BY_THE_OFFICE_OF_THE_FILE,
    says="An official who keeps this student's file says whether a student whom a roster no longer names has left.",
    cites=c.EC_49063_B,
)

law.allows(
    "of_an_employee_the_office_that_keeps_the_records",
    when=SETTLES & BY_THE_OFFICE_OF_THE_SITE & ~other.of_oneself.holds,
    claimed=BY_THE_OFFICE_OF_THE_SITE,
    says="An official who keeps the records where an employee works says whether one whom a roster no longer names has"
    " left, so that only those still serving open a file.",
    cites=c.CFR_99_31_A1,
)

law.closes(
    "nobody_of_themselves",
    when=SETTLES & A_DISTRICTS_RECORD & other.of_oneself.holds,
    says="Nobody says of themselves that they are still employed: another official says it.",
    cites=c.R_433,
)

law.closes(
    "nobody_else",
    when=SETTLES,
    says="What became of somebody whom a roster no longer names is said by the office that keeps the file, or the"
    " records where they work. Ask the custodian of records.",
    cites=c.R_433,
)
