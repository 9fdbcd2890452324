"""Whom to call, by telephone: numbers opened by the program for the day's essential list, and shown to who prints it.

The program opens each for a copy that lies sealed, and shows it to nobody: its line stands under seal. Whoever opens
the copy is asked of the law about each student, and each student's log has a line of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fileroom.disclosure import police_first
from fileroom.disclosure.facts import Asked, asked_of_each
from fileroom.disclosure.services import refuse
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Question, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import counsel
from fileroom.people.signed_in import SignedIn
from fileroom.records import queries as shelves
from fileroom.records.models import Record, Version
from fileroom.records.opening_many import Opening, open_many_logged

KIND = RecordKind.CONTACT_AND_HOUSEHOLD
NUMBERS = ("mobile", "telephone")
AT_ONCE = 500


@dataclass(frozen=True)
class Card:
    """The newest card of one person of a student; `version` tells whether it has changed."""

    record: Record
    version: Version


def cards_of(students: Sequence[UUID]) -> dict[tuple[UUID, UUID], Card]:
    """By student and contact. It opens nothing."""
    found = {}
    for at in range(0, len(students), AT_ONCE):
        for record, version in shelves.newest_of_each(students[at : at + AT_ONCE], KIND.value, of_people=True):
            if record.about:
                found[record.student_id, record.about] = Card(record, version)
    return found


def read_cards(these: Sequence[tuple[Card, Decision]], *, by: Actor, at: datetime) -> dict[UUID, str]:
    """The numbers on these cards by their versions, each opened with its line. `Decision`: why that person is called.

    Part of the open transaction.
    """
    found = {}
    for first in range(0, len(these), AT_ONCE):
        some = these[first : first + AT_ONCE]
        openings = [Opening(card.record, card.version, _read(card.record, why, by, at)) for card, why in some]
        for (card, _), contents in zip(some, open_many_logged(openings), strict=True):
            fields: Mapping[str, object] = contents.fields if contents else {}
            found[card.version.id] = ", ".join(str(fields[it]) for it in NUMBERS if fields.get(it))
    return found


def _read(record: Record, why: Decision, by: Actor, at: datetime) -> ledger.Event:
    return ledger.event(
        Act.ESSENTIALS_MADE, student=record.student_id, record=record.id, part=KIND.value, by=by, decision=why,
        sealed=True, at=at,
    )  # fmt: skip


def may_call(students: Sequence[UUID], *, of: UUID, by: SignedIn, at: datetime) -> set[UUID]:
    """Of the students of a list (`of`) those whose cards the law opens to this account: a line for each of them, a
    refusal for any other.

    Part of the open transaction.
    """
    cases, answers = asked_of_each(students, by, district_day(at)), dict[Question, Decision]()
    granted, events = [], []
    for case in cases.values():
        question = case.question(Action.INSPECT, KIND)
        if question not in answers:
            answers[question] = counsel.decide(question)
        decision = answers[question]
        if not decision.granted:
            refuse(case, decision, by, at, part=KIND.value)
            continue
        events.append(_shown(case, decision, of, by, at))
        granted.append((case, decision, events[-1].id))
    ledger.write_many(events)
    for case, decision, entry in granted:
        police_first.asked_about(case.student, decision, police_first.who_asks(by), entry, at)
    return {case.student.id for case, _, _ in granted}


def _shown(case: Asked, decision: Decision, of: UUID, by: SignedIn, at: datetime) -> ledger.Event:
    return ledger.event(
        Act.STUDENT_LISTED, student=case.student.id, record=of, part=KIND.value, by=by.acting_as(case.role(KIND)),
        purpose=case.purpose().value, decision=decision, at=at,
    )  # fmt: skip
