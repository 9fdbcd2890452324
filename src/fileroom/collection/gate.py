"""The question every road in must put to the law: may this be kept, and may this person file it?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from fileroom import law, screening
from fileroom.law import Decision
from fileroom.law.catalogue import CATALOGUE
from fileroom.law.facts import Action, Interest, Purpose, Record, RecordKind
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
        found += screening.findings_in(str(value))
    return found


def decide(
    item: str,
    found: Iterable[Finding],
    *,
    requester: RequesterFacts,
    student: StudentFacts,
    on: date,
) -> Decision:
    """The first refusal, or the grant: asks about each finding, the item, and the filer's own right to see it."""
    collect = [
        law.decide(
            question(
                Action.COLLECT, Purpose.ENROLMENT, requester=requester, student=student, record=Record(kind=kind), on=on
            )
        )
        for kind in [*dict.fromkeys(KINDS[finding.category] for finding in found), RecordKind(item)]
    ]
    refused = next((decision for decision in collect if not decision.granted), None)
    if refused:
        return refused
    # Nobody files into a file they may not open: the shelf is no letter box.
    sees = opens(RecordKind(item), requester=requester, student=student, on=on)
    return collect[-1] if sees.granted else sees


def opens(kind: RecordKind, *, requester: RequesterFacts, student: StudentFacts, on: date) -> Decision:
    """May the filer see such a record of this student?"""
    return law.decide(
        question(
            Action.INSPECT,
            Purpose.EDUCATIONAL_INTEREST,
            requester=requester,
            student=student,
            record=Record(kind=kind),
            interest=Interest.STATED_AND_FITS,
            on=on,
        )
    )


def is_item(code: str) -> bool:
    """Does the catalogue have it? There is no "other" (5 CCR 432(b))."""
    return code in CATALOGUE
