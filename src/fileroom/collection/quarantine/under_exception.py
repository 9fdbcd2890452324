"""Kept under a declared exception: with the form of its law, sealed where it lies, apart from every file.

The exception has to cover every single finding; that the law lets such a thing be kept is asked again on the day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.collection.quarantine.deciding import known
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
from fileroom.people.signed_in import SignedIn
from fileroom.records.models import Quarantined


def keep_under(
    held_id: UUID, exception: str, *, by: SignedIn, at: datetime, until: datetime | None = None
) -> Settled | Refused:
    """Keep it under this exception; `until`: none that came later.

    Raises Missing, and ValidationError where it does not cover all of it.
    """
    if exception not in EXCEPTIONS:
        raise ValidationError({"exception": "Choose the exception that covers it."})
    return known(_keep(held_id, EXCEPTIONS[exception], Asked(until=until), by, at))


@durable_transaction
def _keep(
    held_id: UUID, exception: DeclaredException, asked: Asked, by: SignedIn, at: datetime
) -> Settled | Refused | None:
    group, on = gathered(held_id, asked, by=by, at=at), district_day(at)
    if not isinstance(group, Group):
        return group
    decision = kept_under(exception, group.head, on=on)
    if decision is None:
        raise ValidationError({"exception": "This exception does not cover all that was found in it."})
    group = group.answered(dict.fromkeys(group.answers, decision))
    if not group.versions:
        return refused(group, by, at)
    event = replace(noted(Act.QUARANTINE_KEPT, group, len(group.versions), by, at), part=exception.name)
    ledger.write_many([event, *_leaves(group, event)])
    return settled(group, [it.held.id for it in group.versions], KEPT, event.id, by, at)


def _leaves(group: Group, event: Event) -> Iterator[Event]:
    """Where several are kept in one act, a line for each: a file's log says that something of it is kept."""
    for held in [it.held for it in group.versions] if len(group.versions) > 1 else ():
        yield replace(event, id=uuid4(), student=held.student_id, record=held.id, outcome="")


def exceptions_for(head: Quarantined, *, on: date) -> list[DeclaredException]:
    """Those under which the law would let it be kept on this day."""
    named = (EXCEPTIONS[name] for name in head.covered_by if name in EXCEPTIONS)
    return [it for it in named if (answer := kept_under(it, head, on=on)) is not None and answer.granted]


def kept_under(exception: DeclaredException, head: Quarantined, *, on: date) -> Decision | None:
    """The law's answer to keeping all that was found, the first refusal; None where the exception does not cover it."""
    if exception.name not in head.covered_by or not exception.binds(on):
        return None
    categories = dict.fromkeys(it["category"] for it in head.found)
    answers = [_best(_answers(exception, category, on)) for category in categories]
    return next((it for it in answers if not it.granted), answers[0])


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
