"""Who settles whether a contact is who the family says: the office that keeps the file, and nobody else.

Federal law asks for reasonable methods and names no person. Ed. Code 49063(b) makes the district publish which
position keeps each kind of record; this book takes those positions, by the district's own table (offices.toml).
"""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.educational_interest import FITS
from fileroom.law.facts import Action, Interest
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import IS_STAFF, SERVES_THE_STUDENT
from fileroom.law.vocabulary import action, requester

law = Chapter(__name__)

VERIFIES = action.is_(Action.VERIFY_RELATIONSHIP)
KEEPS_THE_FILE = IS_STAFF & SERVES_THE_STUDENT & requester.keeps_records.holds

law.allows(
    "the_office_that_keeps_the_file",
    when=VERIFIES & KEEPS_THE_FILE & FITS,
    claimed=KEEPS_THE_FILE,
    says="An official who keeps this student's file settles, by the papers seen, who is related to the student.",
    cites=c.EC_49063_B,
)

law.obliges(
    DutyCode.LIMIT_TO_FORM,
    when=VERIFIES,
    upon=Upon.GRANT,
    says="Note how it was verified and on which day, never the paper.",
    cites=c.CFR_99_31_C,
)

law.obliges(
    DutyCode.STATE_INTEREST,
    when=VERIFIES & IS_STAFF & requester.interest.is_(Interest.NOT_STATED),
    says="Say what for before the file is changed.",
    cites=c.EC_49076_1A,
)

law.closes(
    "nobody_but_the_office",
    when=VERIFIES,
    says="Who is related to a student is settled by the office that keeps the student's file. Ask the custodian of"
    " records.",
    cites=c.CFR_99_31_C,
)
