"""The question every road in must put to the law: may this be kept, and may this person file it?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from fileroom import screening
from fileroom.collection import rulings
from fileroom.collection.items import BY_HAND
from fileroom.law import Decision
from fileroom.law.criteria import capacity, interest
from fileroom.law.facts import (
    Action,
    District,
    Paper,
    Purpose,
    Question,
    Record,
    RecordKind,
    Requester,
    RequesterKind,
    SocialMedia,
)
from fileroom.people import counsel
from fileroom.people.facts import RequesterFacts, StudentFacts
from fileroom.people.questions import question
from fileroom.screening import Category, Finding

# What the sieve calls a thing, and what the law calls it. A registry's field is asked about as its own ban.
KINDS = {
    **{Category(category): kind for category, kind in rulings.KINDS.items()},
    Category.PROTECTED_LIST: RecordKind.RELIGION,
}


@dataclass(frozen=True)
class Under:
    """A program of the district on students' social media, as it stands; `designated`: this filer is named to gather.

    Whoever keeps the program (programmes.social_media) gathers these; no road but that one can show them. `days_gone`:
    for how many days the student has been at no school here, by which its last day may have passed.
    """

    program: SocialMedia
    designated: bool
    contract: tuple[Paper, ...] = ()
    days_gone: int | None = None

    def told(self, of: Question) -> Question:
        """The question with what is known of the program."""
        return replace(
            of,
            requester=replace(of.requester, designated=self.designated),
            student=replace(of.student, days_since_left_lea=self.days_gone),
            district=District(social_media=self.program),
            papers=self.contract,
        )


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
    under: Under | None = None,
) -> Decision:
    """The first refusal, or the grant: asks about each finding, the item, and the filer's own right to see it.

    `under`: the program under which it is gathered; None: nobody has shown one, and the law knows of none.
    """
    asked = [
        question(Action.COLLECT, purpose, requester=requester, student=student, record=Record(kind=kind), on=on)
        for kind in [*dict.fromkeys(KINDS[finding.category] for finding in found), RecordKind(item)]
    ]
    collect = [counsel.decide(under.told(it) if under else it) for it in asked]
    refused = next((decision for decision in collect if not decision.granted), None)
    if refused:
        return refused
    # Nobody files into a file they may not open: the shelf is no letter box.
    sees = opens(RecordKind(item), requester=requester, student=student, purpose=purpose, on=on)
    return collect[-1] if sees.granted else sees


def adds(
    item: str,
    fields: Mapping[str, Any],
    *,
    requester: RequesterFacts,
    student: StudentFacts,
    purpose: Purpose,
    on: date,
) -> Decision:
    """May this report be added to the file: by this filer, while the student is here, dated and signed by its maker?"""
    kind, signed = RecordKind(item), all(fields.get(it) for it in ("observed_on", "signed_by"))
    record = Record(kind=kind, dated_and_signed=signed)
    filer = acting(kind, requester=requester, purpose=purpose, on=on)
    return counsel.decide(
        question(Action.ADD_TO_RECORD, purpose, requester=filer, student=student, record=record, on=on)
    )


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
