"""Who may read the list of who has looked: parents, the adult student, the student of 16, the custodian, and those who
audit the system."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.disclosure.audits_and_evaluations import IS_AUDITING, ITSELF_OR_NAMED
from fileroom.law.disclosure.parents import HOLDS_THE_RIGHTS
from fileroom.law.disclosure.students import ADULT_STUDENT, SIXTEEN_OR_GRADE_10
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import (
    IDENTIFIED,
    IS_CUSTODIAN,
    IS_PARENT,
    IS_STAFF,
    IS_STUDENT,
    LOOKS,
    NOT_OF_THE_SCHOOL,
    SERVES_THE_STUDENT,
)
from fileroom.law.vocabulary import requester

law = Chapter(__name__)

KEEPER_CLAIMED = IS_CUSTODIAN | (IS_STAFF & requester.designated.holds)
KEEPER = KEEPER_CLAIMED & IDENTIFIED & SERVES_THE_STUDENT & ~NOT_OF_THE_SCHOOL
AUDITS = IS_AUDITING & ITSELF_OR_NAMED

law.compels(
    "parents",
    when=LOOKS & HOLDS_THE_RIGHTS,
    claimed=IS_PARENT,
    says="A parent may read who has asked for and received the child's records, and why.",
    cites=c.EC_49064,
    clock="parent_inspection",
)

law.compels(
    "students",
    when=LOOKS & (ADULT_STUDENT | SIXTEEN_OR_GRADE_10),
    claimed=IS_STUDENT,
    says="An adult student, or one of 16 or with the 10th grade completed, may read the log.",
    cites=c.R_432_LOG,
)

law.compels(
    "custodian_or_designee",
    when=LOOKS & KEEPER,
    claimed=KEEPER_CLAIMED,
    says="The custodian of records, or a designee, may read the log.",
    cites=c.EC_49064,
)

law.compels(
    "auditors_of_the_system",
    when=LOOKS & AUDITS & IDENTIFIED,
    claimed=IS_AUDITING,
    says="Federal audit officials and education authorities read the log to audit the system.",
    cites=c.EC_49064,
)

law.allows(
    "federal_readers",
    when=LOOKS & (HOLDS_THE_RIGHTS | ADULT_STUDENT | SIXTEEN_OR_GRADE_10 | KEEPER | (AUDITS & IDENTIFIED)),
    claimed=IS_PARENT | IS_STUDENT | KEEPER_CLAIMED | IS_AUDITING,
    key=Key.FEDERAL,
    says="The parent or student, the custodian and those who audit may inspect the record of disclosures.",
    cites=c.CFR_99_32_C,
)

law.closes(
    "others",
    when=LOOKS,
    says="The log is for the parents, the adult student and the custodian of records. Teachers do not read it.",
    cites=c.EC_49064,
)
