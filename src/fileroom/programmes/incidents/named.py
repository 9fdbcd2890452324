"""By which lists and counts each stands among those an incident touches; and a list that was wrong is taken back.

Of the law nobody is spared whom it has the district tell: whom no list names any more, nor a count, is no such person.
Whoever was told already stays there, and was told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from itertools import islice
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet, TextField, Value
from django.db.models.expressions import CombinedExpression
from django.db.models.fields.json import JSONField

from fileroom.hosting import durable_transaction
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.endings import begin_anew, finished, none_to_take_out, notices_of, over
from fileroom.programmes.incidents.handling import note, taken_up
from fileroom.programmes.incidents.turns import WAITS, State, Turn
from fileroom.programmes.models import Incident, IncidentList, IncidentNotice, IncidentPerson

AT_ONCE = 2000
LIST_WAS_WRONG = "list_was_wrong"
Named = Mapping[str, UUID]  # by which of its columns: student_id, employee_id or contact_id


class WrongAs(StrEnum):
    """Why a list is taken back."""

    CORRECTED = "corrected"  # whoever holds it says who was touched in truth
    ANOTHER_FILE = "another_file"  # it was not the list of these people
    ANOTHER_INCIDENT = "another_incident"


def put(row: Incident, people: Iterable[Named], entry: UUID, *, by: SignedIn, role: str, at: datetime) -> int:
    """Put these on the list of the incident, as this entry names them; how many they are. Who stands there by another
    is named by both; whom a list had named that was wrong is worked out anew. Part of the open transaction."""
    waits, number = iter(people), 0
    while some := list(islice(waits, AT_ONCE)):
        number += len(some)
        rows = [IncidentPerson(incident=row, entry=entry, named=[str(entry)], **it) for it in some]
        IncidentPerson.objects.bulk_create(rows, ignore_conflicts=True)
        these = _these(row, some)
        these.exclude(named__contains=[str(entry)]).update(
            named=CombinedExpression(F("named"), "||", Value([str(entry)], JSONField()))
        )
        again = notices_of(row).filter(person__in=these, state=State.SPARED, over_as=LIST_WAS_WRONG)
        begin_anew(row, list(again), by=by, role=role, at=at)
    return number


def _these(row: Incident, some: Iterable[Named]) -> QuerySet[IncidentPerson]:
    by_column: dict[str, list[UUID]] = {}
    for it in some:
        for column, whose in it.items():
            by_column.setdefault(f"{column}__in", []).append(whose)
    theirs = Q(pk__in=[])
    for column, ids in by_column.items():
        theirs |= Q(**{column: ids})
    return IncidentPerson.objects.filter(theirs, incident=row)


def unread(row: Incident) -> QuerySet[IncidentList]:
    """The lists with rows of nobody here that nobody has opened and read. What is taken back nobody has to read."""
    return IncidentList.objects.filter(incident=row, lost__gt=0, opened_at=None, wrong="")


@durable_transaction
def list_was_wrong(incident_id: UUID, list_id: UUID, why: WrongAs, *, by: SignedIn, at: datetime) -> int:
    """Take a list back: whom it alone names, and nobody has told, is touched by this incident no more; how many.

    Each has a line. Raises Missing, and ValidationError (no list of this incident, or it is taken back already).
    """
    row, who = taken_up(incident_id, by, at, designee=True)
    wrong = IncidentList.objects.filter(pk=list_id, incident=row, wrong="").first()
    if wrong is None:
        raise ValidationError("Choose a list of this incident that is not taken back yet.")
    entry = note(Act.INCIDENT_NOTED, row, by, who.role, at, part="list", outcome=why.value)
    number = _taken_off(row, str(wrong.entry), by, who.role, at)
    wrong.wrong, wrong.wrong_by, wrong.wrong_entry = why.value, by.account.id, entry
    wrong.save(update_fields=["wrong", "wrong_by", "wrong_entry"])
    finished(row, by, entry, at)
    return number


def _taken_off(row: Incident, named_by: str, by: SignedIn, role: str, at: datetime) -> int:
    """Of a family of which one was told, the others are let go; of one untold no row is left."""
    theirs = IncidentPerson.objects.filter(incident=row, named=[named_by])
    none_to_take_out(notices_of(row).filter(person__in=theirs))
    told = set(theirs.filter(incidentnotice__state=State.TOLD).values_list("pk", flat=True))
    over(
        row, list(notices_of(row).filter(person__in=told, state__in=WAITS)), Turn.SPARE, LIST_WAS_WRONG, by, role, at
    )  # fmt: skip
    gone = theirs.exclude(pk__in=told)
    actor, purpose = by.acting_as(role), by.purpose.value
    ledger.write_many([
        ledger.event(
            Act.INCIDENT_SPARED, student=student, record=row.id, part=str(id_), outcome=LIST_WAS_WRONG, by=actor,
            purpose=purpose, sealed=True, at=at,
        )
        for id_, student in gone.values_list("pk", "student")
    ])  # fmt: skip
    IncidentNotice.objects.filter(person__in=gone.values("pk")).delete()
    number, _ = gone.delete()
    others = IncidentPerson.objects.filter(incident=row, named__contains=[named_by]).exclude(pk__in=told)
    others.update(named=CombinedExpression(F("named"), "-", Value(named_by, TextField())))
    return number
