"""Who puts something into a file: the district's own people, a company that it directs; and the family its own words
and choices, whoever of it holds that right."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.challenges import MAY_CHALLENGE
from fileroom.law.disclosure.educational_rights_holders import APPOINTED
from fileroom.law.disclosure.parents import HOLDS_THE_RIGHTS
from fileroom.law.disclosure.students import ADULT_STUDENT
from fileroom.law.facts import Action, Order, RecordKind
from fileroom.law.kernel.condition import any_of
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import (
    DIRECTED_COMPANY,
    KEEPS_THE_RECORDS,
    NOT_OF_THE_SCHOOL,
    OF_THE_DISTRICT,
    SERVES_THE_STUDENT,
)
from fileroom.law.retention.destruction import A_CONSENT
from fileroom.law.vocabulary import action, orders, record

law = Chapter(__name__)

ADDS = action.is_(Action.ADD_TO_RECORD)
ADDED_BY_STATUTE = record.kind.is_(
    RecordKind.REJOINDER, RecordKind.NAME_GENDER_CHANGE, RecordKind.ACCESS_LOG, RecordKind.CONSENT_FORM,
    RecordKind.COURT_ORDER,
)  # fmt: skip
WORDS = record.kind.is_(RecordKind.REJOINDER, RecordKind.PROGRAM_AUTHORIZATION, RecordKind.CONSENT_FORM)
A_REFUSAL = record.kind.is_(RecordKind.DIRECTORY_RESTRICTION)
BY_AGREEMENT = HOLDS_THE_RIGHTS & orders.has(Order.BOTH_PARENTS_MAY_CONSENT_AGREEMENT)
ITS_OWN_WORDS = any_of(
    WORDS & MAY_CHALLENGE,
    A_CONSENT & BY_AGREEMENT,
    A_REFUSAL & (HOLDS_THE_RIGHTS | APPOINTED | ADULT_STUDENT),
)
# Of the district's own, whoever serves this student or keeps the records, for the school's own work.
AT_WORK_ON_THE_FILE = OF_THE_DISTRICT & (SERVES_THE_STUDENT | KEEPS_THE_RECORDS) & ~NOT_OF_THE_SCHOOL
# What the district answers for by a statute, or has of the family, no company writes: it does the district's work.
WHOEVER_MAY_ADD = AT_WORK_ON_THE_FILE | ITS_OWN_WORDS | (DIRECTED_COMPANY & ~ADDED_BY_STATUTE)

law.closes(
    "nobody_else",
    when=ADDS & ~WHOEVER_MAY_ADD,
    says="Those of the district who serve the student or keep the records, or a company that it directs, put things"
    " into a file, for the school's own work; whoever holds the rights puts in the family's own answer, consent or"
    " choice. A court's order, and any other paper, is handed in at the office.",
    cites=c.EC_49062,
)
