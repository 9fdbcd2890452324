"""The question every road in must put to the law: may this be kept, and may this person file it?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from fileroom import screening
from fileroom.collection.items import BY_HAND
from fileroom.law import Decision
from fileroom.law.criteria import capacity, interest
from fileroom.law.facts import Action, Purpose, Question, Record, RecordKind, Requester, RequesterKind
from fileroom.people import counsel
from fileroom.people.facts import RequesterFacts, StudentFacts
from fileroom.people.questions import question
from fileroom.screening import Category, Finding

# What the sieve calls a thing, and what the law calls it. A registry's field is asked about as its own ban.
KINDS = {
    Category.A_NUMBER: RecordKind.IMMIGRATION_DOCUMENT,
    Category.IMMIGRATION_DOCUMENT: RecordKind.IMMIGRATION_DOCUMENT,
    Category.IMMIGRATION_STATUS: RecordKind.CITIZENSHIP_STATUS,
    Category.PROTECTED_LIST: RecordKind.RELIGION,
    Category.SSN: RecordKind.SSN,
    Category.SSN_LAST4: RecordKind.SSN_LAST4,
}


def findings(fields: Mapping[str, Any]) -> list[Finding]:
    """What the sieve finds in named values: fields that ask for a banned thing, and values that hold one."""
    found: list[Finding] = []
    for name, value in fields.items():
        asks = screening.banned_field(name)
        found += [asks] if asks else []
        found += screening.findings_in(str(value), screening.looks_at(name))
    return found


def decide(
    item: str,
    found: Iterable[Finding],
    *,
    requester: RequesterFacts,
    student: StudentFacts,
    purpose: Purpose,
    on: date,
) -> Decision:
    """The first refusal, or the grant: asks about each finding, the item, and the filer's own right to see it."""
    collect = [
        counsel.decide(
            question(Action.COLLECT, purpose, requester=requester, student=student, record=Record(kind=kind), on=on)
        )
        for kind in [*dict.fromkeys(KINDS[finding.category] for finding in found), RecordKind(item)]
    ]
    refused = next((decision for decision in collect if not decision.granted), None)
    if refused:
        return refused
    # Nobody files into a file they may not open: the shelf is no letter box.
    sees = opens(RecordKind(item), requester=requester, student=student, purpose=purpose, on=on)
    return collect[-1] if sees.granted else sees


def decide_brought(item: str, *, on: date) -> Decision:
    """May such a record be kept where a student information system sends it, of whichever student?

    What the law asks of a filer's own right to see it does not arise: nobody reads what a system files.
    """
    asker = Requester(kind=RequesterKind.SYSTEM)
    return counsel.decide(
        Question(
            on=on, action=Action.COLLECT, purpose=Purpose.ENROLMENT, requester=asker, record=Record(RecordKind(item))
        )
    )


def acting(kind: RecordKind, *, requester: RequesterFacts, purpose: Purpose, on: date) -> RequesterFacts:
    """The filer in the office in which this is filed: of several, the first whose work needs such a record."""
    return requester.acting_in(capacity(requester.offices, purpose, kind, on=on))


def opens(
    kind: RecordKind, *, requester: RequesterFacts, student: StudentFacts, purpose: Purpose, on: date
) -> Decision:
    """May the filer see such a record of this student, for the purpose that was stated?"""
    filer = acting(kind, requester=requester, purpose=purpose, on=on)
    return counsel.decide(
        question(
            Action.INSPECT,
            purpose,
            requester=filer,
            student=student,
            record=Record(kind=kind),
            interest=interest(filer.role, purpose, kind, on=on),
            on=on,
        )
    )


def is_taken(code: str) -> bool:
    """Is it of the catalogue, and kept as it is handed in or sent? There is no "other" (5 CCR 432(b))."""
    return code in BY_HAND
