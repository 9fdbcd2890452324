"""How the notice to each person ends: told, or let go; and how it begins anew, where the law asks what it did not ask.

Each ending has its line, of its student where it has one. The duty to tell them is done with the last of them, and
never where nobody was told.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.ledger.services import Act
from fileroom.people.answers import Refused
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.duties import (
    BY_THE_DISTRICT,
    EVERYBODY,
    ROOM,
    answers,
    finish,
    nobody_can_be_told,
    somebody_waits,
)
from fileroom.programmes.incidents.handling import note, taken_up
from fileroom.programmes.incidents.known import known_of
from fileroom.programmes.incidents.turns import WAITS, State, Turn, Why, after
from fileroom.programmes.models import Incident, IncidentList, IncidentNotice, IncidentPerson

NOT_OWED = "not_owed"


def notices_of(row: Incident) -> QuerySet[IncidentNotice]:
    """The notices of an incident, each with whom it is about."""
    return IncidentNotice.objects.filter(person__incident=row).select_related("person")


def unplanned(row: Incident) -> QuerySet[IncidentPerson]:
    """Of whom nobody has worked out yet, or has to anew, how they are told."""
    left = Q(incidentnotice=None) | Q(incidentnotice__state=State.TO_WRITE)
    return IncidentPerson.objects.filter(left, incident=row).distinct().order_by("id")


def waits_for_police(row: Incident, part: str, by: SignedIn, role: str, at: datetime) -> Refused | None:
    """While police ask to wait with the notice, nobody is told. Part of the open transaction."""
    said = answers(known_of(row), row.noticed_at, at=at)
    if not said.police_ask:
        return None
    told = note(Act.INCIDENT_REFUSED, row, by, role, at, part=part, decision=said.breach, outcome="police_ask_to_wait")
    return Refused(said.breach, told)


@durable_transaction
def spare_row(incident_id: UUID, notice_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """A row of a list is nobody of this district, as somebody has found. Raises Missing and ValidationError."""
    row, who = taken_up(incident_id, by, at, designee=True)
    found = notices_of(row).filter(pk=notice_id, state=State.NOT_FOUND).first()
    if found is None:
        raise ValidationError("This row is settled already.")
    was_read([found])
    return over(row, [found], Turn.SPARE, "not_ours", by, who.role, at)


def was_read(these: Iterable[IncidentNotice]) -> None:
    """Nobody ends what nobody has read. Raises ValidationError where one of these is a row of a list not opened. Part
    of the open transaction."""
    lists = {it.person.list for it in these if it.state == State.NOT_FOUND and it.person.list}
    if IncidentList.objects.filter(pk__in=lists, opened_at=None).exists():
        raise ValidationError("Open first what the rows say: nobody has read them.")


def none_to_take_out(these: QuerySet[IncidentNotice]) -> None:
    """Of a letter that lies printed nothing ends before somebody has said whether it had gone. Raises ValidationError.
    Part of the open transaction."""
    if these.filter(state=State.TO_TAKE_OUT).exists():
        raise ValidationError("Say first of each letter that was to be taken out whether it had gone.")


@durable_transaction
def spare_all(incident_id: UUID, *, by: SignedIn, at: datetime) -> int:
    """Nobody of these is told by the district, where the law asks it of no district: no statute, or the company does.

    Should the law ask it later, they are asked about again. Raises Missing, and ValidationError (the law asks it, or
    will once police allow it, or still asks for facts; or rows of a list lie unread).
    """
    row, who = taken_up(incident_id, by, at, designee=True)
    said = answers(known_of(row), row.noticed_at, at=at)
    if not said.by_no_district:
        raise ValidationError(f"Not as things stand: {said.breach.says}")
    none_to_take_out(notices_of(row))
    for person in unplanned(row).filter(incidentnotice=None):
        IncidentNotice(person=person, state=State.TO_WRITE).save(force_insert=True)
    these = list(notices_of(row).filter(state__in=WAITS))
    was_read(these)
    over(row, these, Turn.SPARE, NOT_OWED, by, who.role, at)
    return len(these)


def told_by_substitute(row: Incident, whose: str, *, by: SignedIn, role: str, entry: UUID, at: datetime) -> None:
    """Whoever the substitute notice stands for was told by it, as its sending (`entry`) shows: everybody who waits, or
    those who could not be written to for want of an address, or of a right one, or of anybody known. A row that is
    nobody here waits on.

    Part of the open transaction, which has the incident alone.
    """
    theirs = Q(state=State.BY_HAND, why__in=[Why.ADDRESS, Why.CAME_BACK, Why.NOBODY])
    if whose == EVERYBODY:
        theirs = Q(state__in=[State.BY_HAND, State.WRITTEN])
        fresh = [IncidentNotice(person=it, state=State.TO_WRITE) for it in unplanned(row).filter(incidentnotice=None)]
        for kept in [*fresh, *notices_of(row).filter(state=State.TO_WRITE)]:
            kept.state, kept.why = after(State.TO_WRITE, Turn.BAR), Why.SUBSTITUTE
            kept.save()
    over(row, list(notices_of(row).filter(theirs)), Turn.TELL, "substitute", by, role, at, shown_by=entry)


def ask_again(row: Incident, *, by: SignedIn, role: str, at: datetime) -> int:
    """The law has the district tell them after all: whoever was let go because it did not is worked out anew.

    Part of the open transaction, which has the incident alone.
    """
    these = list(notices_of(row).filter(state=State.SPARED, over_as=NOT_OWED))
    if these:
        begin_anew(row, these, by=by, role=role, at=at)
    return len(these)


def begin_anew(row: Incident, these: Iterable[IncidentNotice], *, by: SignedIn, role: str, at: datetime) -> UUID:
    """Those who were let go are worked out anew, each with a line of its own; the last one's entry. Part of the open
    transaction, which has the incident alone."""
    entry = row.reported_entry
    for it in these:
        somebody = it.person.student_id or it.person.employee_id or it.person.contact_id
        it.state = after(State(it.state), Turn.ASK_AGAIN if somebody else Turn.LOOK_AGAIN)
        it.why, it.letters, it.print = "" if somebody else it.why, [], None
        it.over_at, it.over_by, it.over_entry, it.over_as = None, None, None, ""
        entry = note(
            Act.INCIDENT_NOTED, row, by, role, at, student=it.person.student_id, part=str(it.id), outcome="asked_again"
        )
        it.save()
    return entry


def over(
    row: Incident, these: Iterable[IncidentNotice], turn: Turn, outcome: str, by: SignedIn, role: str, at: datetime,
    *, shown_by: UUID | None = None,
) -> UUID:  # fmt: skip
    """Each with a line of its own, of its student where it has one; the notice is done with the last of them, as that
    line shows, or the entry `shown_by` of what told them all."""
    act, entry = Act.INCIDENT_TOLD if turn is Turn.TELL else Act.INCIDENT_SPARED, None
    for it in these:
        it.state = after(State(it.state), turn)
        entry = note(act, row, by, role, at, student=it.person.student_id, part=str(it.id), outcome=outcome)
        it.over_at, it.over_by, it.over_entry, it.over_as = at, by.account.id, entry, outcome
        it.save(update_fields=["state", "over_at", "over_by", "over_entry", "over_as"])
    if shows := shown_by or entry:
        finished(row, by, shows, at)
    return entry or row.reported_entry


def finished(row: Incident, by: SignedIn, entry: UUID, at: datetime) -> None:
    """The notice is done once nobody is left and somebody was told, whoever was the last and however that one ended.
    Where nobody could be it is let go, and never done. Part of the open transaction."""
    if not somebody_waits(row) and notices_of(row).filter(state=State.TOLD).exists():
        finish(row.id, (BY_THE_DISTRICT,), by=by, entry=entry, at=at)
    elif nobody_can_be_told(row):
        duties.let_go(ROOM, row.id, Over(by.account.id, entry, at), rule=BY_THE_DISTRICT)
