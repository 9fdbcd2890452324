"""Kept under a declared exception: with the form of its law, sealed where it lies, apart from every file.

The district has declared it for that form, and the declaration is in force on the day. The exception has to cover every
single finding; that the law lets such a thing be kept is asked again. Whoever decides says of which declared form the
paper is a copy: its words have shown the sieve that it is such a form, and one of a school is kept of its students.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.collection.declarations.standing import held_in_force, standing_for
from fileroom.collection.models import Declaration
from fileroom.collection.quarantine.deciding import first_refusal, known
from fileroom.collection.quarantine.gathering import KEPT, Asked, Group, Settled, gathered, noted, refused, settled
from fileroom.hosting import durable_transaction
from fileroom.law import Decision, Question
from fileroom.law.days import district_day
from fileroom.law.exceptions import EXCEPTIONS, Cover, DeclaredException
from fileroom.law.facts import Action, RequesterKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Event
from fileroom.people import counsel
from fileroom.people.answers import Refused
from fileroom.people.models import Enrolment
from fileroom.people.signed_in import SignedIn
from fileroom.records.models import Quarantined


@dataclass(frozen=True)
class Declared:
    """What a paper may be kept under: a declaration in force, for which form, until when; and the law's exception."""

    id: UUID
    form: str
    to_on: date
    exception: DeclaredException


def keep_under(
    held_id: UUID, declaration: UUID, *, by: SignedIn, at: datetime, until: datetime | None = None
) -> Settled | Refused:
    """Keep it under this declaration; `until`: none that came later.

    Raises Missing, and ValidationError where no such one is in force on this day, or it does not cover all of it.
    """
    return known(_keep(held_id, declaration, until, by, at))


@durable_transaction
def _keep(
    held_id: UUID, declaration: UUID, until: datetime | None, by: SignedIn, at: datetime
) -> Settled | Refused | None:
    on = district_day(at)
    declared = held_in_force(declaration, on)
    school = declared[0].form.school_id if declared else None
    group = gathered(held_id, Asked(until=until, at_school=school), by=by, at=at)
    if not isinstance(group, Group):
        return group
    if declared is None:
        raise ValidationError({"exception": "Choose an exception that the district has declared and that is in force."})
    row, exception = declared
    decision = kept_under(exception, group.head, on=on) if _is_used_there(row, group.head) else None
    if decision is None:
        raise ValidationError({"exception": "This exception does not cover all that was found in it."})
    group = group.answered(dict.fromkeys(group.answers, decision))
    if not group.versions:
        return refused(group, by, at)
    event = noted(Act.QUARANTINE_KEPT, group, len(group.versions), by, at)
    event = replace(event, part=exception.name, outcome=f"{event.outcome}:{row.id}")
    ledger.write_many([event, *_leaves(group, event)])
    return settled(group, [it.held.id for it in group.versions], KEPT, event.id, by, at)


def _leaves(group: Group, event: Event) -> Iterator[Event]:
    """Where several are kept in one act, a line for each: a file's log says that something of it is kept."""
    for held in [it.held for it in group.versions] if len(group.versions) > 1 else ():
        yield replace(event, id=uuid4(), student=held.student_id, record=held.id, outcome="")


def exceptions_for(head: Quarantined, *, on: date) -> list[Declared]:
    """The declarations in force under which the law would let it be kept on this day."""
    found = [(row, it) for row, it in standing_for(head.covered_by, on) if _is_used_there(row, head)]
    return [Declared(row.id, row.title, row.to_on, it) for row, it in found if _lets(it, head, on)]


def undeclared_for(head: Quarantined, *, on: date) -> list[DeclaredException]:
    """The exceptions under which the law would let it be kept, if the district declared them for its form."""
    return [EXCEPTIONS[name] for name in head.covered_by if name in EXCEPTIONS and _lets(EXCEPTIONS[name], head, on)]


def _lets(exception: DeclaredException, head: Quarantined, on: date) -> bool:
    answer = kept_under(exception, head, on=on)
    return answer is not None and answer.granted


def _is_used_there(row: Declaration, head: Quarantined) -> bool:
    """Is the declared form used where this student is or was? One of a school is not used in another."""
    school = row.form.school_id
    return school is None or Enrolment.objects.filter(student=head.student_id, school=school).exists()


def kept_under(exception: DeclaredException, head: Quarantined, *, on: date) -> Decision | None:
    """The law's answer to keeping all that was found, the first refusal; None where the exception does not cover it."""
    if exception.name not in head.covered_by or not exception.binds(on):
        return None
    categories = dict.fromkeys(it["category"] for it in head.found)
    answers = [_best(_answers(exception, category, on)) for category in categories]
    return first_refusal(answers)


def _best(answers: Iterator[Decision]) -> Decision:
    """Of an exception's fields that a thing may be, one that lets it be kept, or else the first."""
    made = list(answers)
    return next((it for it in made if it.granted), made[0])


def _answers(exception: DeclaredException, category: str, on: date) -> Iterator[Decision]:
    return (counsel.decide(_keeps(exception, it, on)) for it in exception.covers if category in it.categories)


def _keeps(exception: DeclaredException, cover: Cover, on: date) -> Question:
    """May the office that keeps the records keep such a thing, with the facts that the exception's form supplies?"""
    asker = {"kind": RequesterKind.CUSTODIAN_OF_RECORDS.value, "keeps_records": True}
    given: dict[str, Any] = {
        "on": on.isoformat(), "action": Action.RETAIN.value, "purpose": exception.purpose.value, "requester": asker,
        "record": {"kind": cover.kind.value}, "papers": [], "orders": [], "choices": [],
    }  # fmt: skip
    for path, value in cover.facts.items():
        group, _, name = path.partition(".")
        given.setdefault(group, {})[name] = value
    return Question.from_json(given)
