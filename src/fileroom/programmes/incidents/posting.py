"""Letters are put together in prints, and posted: those of one print, and no other.

Whether a letter may still go is decided again, of each, when its print is opened, once more before it goes, and when it
is said to be posted. One that may not, each with a line of its own, is from then on handed over by a person; where it
lies printed already, somebody first takes it out (incidents.taking_out).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Count, F, Q

from fileroom.hosting import durable_transaction
from fileroom.ledger.services import Act
from fileroom.letters import Letterhead
from fileroom.people.answers import Refused
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.endings import notices_of, over
from fileroom.programmes.incidents.handling import may_know, note, taken_up
from fileroom.programmes.incidents.printing import together
from fileroom.programmes.incidents.runs import Run, not_now, run_of
from fileroom.programmes.incidents.since_written import Addresses, why_not
from fileroom.programmes.incidents.telling import addresses_of, files_of
from fileroom.programmes.incidents.turns import POSTED, State, Turn, after
from fileroom.programmes.models import Incident, IncidentNotice, IncidentPrint
from fileroom.records import issuing
from fileroom.records.models import Letter

AT_ONCE = 500
NOT_OPENED = "Nobody has opened these letters to print them."
NOT_ASKED = "Ask once more before they go, and take out what may not."


@dataclass(frozen=True)
class Printed:
    """One print that was not posted yet, as far as whoever asks may know of it: of how many people; `opened`: each of
    these letters was opened to print; `asked`: since then it was asked of each once more whether it may go."""

    id: UUID
    number: int
    made_at: datetime
    people: int
    opened: bool
    asked: bool


@dataclass(frozen=True)
class Asked:
    """How many letters of a print are to be taken out; of how many other opened prints it is still to be asked."""

    stopped: int
    left: int


@dataclass(frozen=True)
class Posted:
    """What came of saying that a print was posted: how many are told by it, and how many were not to go after all;
    how many other prints were asked about and are not posted yet."""

    told: int
    stopped: int
    left: int


def prints_of(row: Incident, *, by: SignedIn, at: datetime) -> tuple[Printed, ...]:
    """The prints of which letters wait to be posted, the first made first, each with those of whom whoever asks may
    know. Part of the open transaction."""
    theirs = may_know(row, by, at, person="incidentnotice__person__")
    waits = Q(incidentnotice__state=State.WRITTEN) & theirs
    opened = waits & Q(incidentnotice__opened_at__isnull=False)
    asked = opened & Q(incidentnotice__asked_at__gte=F("incidentnotice__opened_at"))
    rows = IncidentPrint.objects.filter(incident=row, posted_at=None).annotate(
        people=Count("incidentnotice", waits),
        opened=Count("incidentnotice", opened),
        asked=Count("incidentnotice", asked),
    )
    return tuple(
        Printed(it.id, it.number, it.made_at, it.people, it.opened == it.people, it.asked == it.people)
        for it in rows.filter(people__gt=0).order_by("made_at", "number")
    )


def _is_asked(of: IncidentNotice) -> bool:
    return of.opened_at is not None and of.asked_at is not None and of.asked_at >= of.opened_at


@durable_transaction
def print_all(incident_id: UUID, *, head: Letterhead, by: SignedIn, at: datetime) -> int | Refused:
    """Put all letters that no print has together, some hundreds in each print; how many prints. Raises Missing, and
    ValidationError where none waits."""
    row, who = taken_up(incident_id, by, at, designee=True)
    unprinted = notices_of(row).filter(may_know(row, by, at), state=State.WRITTEN, print=None)
    fresh = list(unprinted.order_by("person__student__search_name", "id").values_list("pk", flat=True))
    if not fresh:
        raise ValidationError("No letter waits to be printed.")
    if refused := not_now(run_of(row, who.role, head=head, by=by, at=at), "print", text=False):
        return refused
    before = IncidentPrint.objects.filter(incident=row).count()
    for number, first in enumerate(range(0, len(fresh), AT_ONCE), start=1):
        made = IncidentPrint(incident=row, number=before + number, made_at=at, made_by=by.account.id)
        made.entry = note(Act.INCIDENT_NOTED, row, by, who.role, at, part="print")
        made.save(force_insert=True)
        IncidentNotice.objects.filter(pk__in=fresh[first : first + AT_ONCE]).update(
            print=made, opened_at=None, asked_at=None
        )
    return len(range(0, len(fresh), AT_ONCE))


def letters(
    incident_id: UUID, print_id: UUID, *, head: Letterhead, by: SignedIn, at: datetime
) -> bytes | Refused | None:
    """The letters of a print as one PDF, those that may still go; each opened leaves its line. None: none may any more.

    Raises Missing, and ValidationError (no print of this incident, or it is posted).
    """
    students = _students(incident_id, print_id, by, at)
    return _letters(incident_id, print_id, addresses_of(students, by, at), head, by, at)


@durable_transaction
def _students(incident_id: UUID, print_id: UUID, by: SignedIn, at: datetime) -> list[UUID]:
    row, _ = taken_up(incident_id, by, at, designee=True)
    return files_of([it.person for it in _waiting(_print(row, print_id), by, at)])


def _print(row: Incident, print_id: UUID) -> IncidentPrint:
    found = IncidentPrint.objects.filter(pk=print_id, incident=row, posted_at=None).first()
    if found is None:
        raise ValidationError("These letters are posted already. Look at the page again.")
    return found


def _opened(of: IncidentPrint, run: Run) -> list[IncidentNotice] | Refused:
    """Its letters of whom whoever asks may know, each opened by somebody; refused while police ask to wait."""
    these = _waiting(of, run.by, run.at)
    if any(it.opened_at is None for it in these):
        raise ValidationError(NOT_OPENED)
    return not_now(run, "posted", text=False) or these


def _waiting(of: IncidentPrint, by: SignedIn, at: datetime) -> list[IncidentNotice]:
    """Its letters about those of whom whoever asks may know. Another sees to the rest."""
    these = of.incidentnotice_set.filter(may_know(of.incident, by, at), state=State.WRITTEN)
    these = these.select_related("person__employee", "print")
    return list(these.order_by("person__student__search_name", "id"))


@durable_transaction
def _letters(
    incident_id: UUID, print_id: UUID, addresses: Addresses, head: Letterhead, by: SignedIn, at: datetime
) -> bytes | Refused | None:
    row, who = taken_up(incident_id, by, at, designee=True)
    of, run = _print(row, print_id), run_of(row, who.role, head=head, by=by, at=at)
    if refused := not_now(run, "print", text=False):
        return refused
    go, _ = _barred(_waiting(of, by, at), addresses, run)
    ids = [UUID(it) for one in go for it in one.letters]
    there = {it.id: it for it in Letter.objects.filter(pk__in=ids)}
    if not there:
        return None
    _each(go, opened_at=at)
    return together(
        issuing.open_again(there[it], by=by, role=who.role, sealed=there[it].student_id is None, at=at) for it in ids
    )


def ask_once_more(
    incident_id: UUID, print_id: UUID, *, head: Letterhead, by: SignedIn, at: datetime
) -> Asked | Refused:  # fmt: skip
    """Before the letters of a print go: which of them may not any more, and are to be taken out of it.

    Refused while police ask to wait. Raises Missing and ValidationError.
    """
    students = _students(incident_id, print_id, by, at)
    return _ask_once_more(incident_id, print_id, addresses_of(students, by, at), head, by, at)


@durable_transaction
def _ask_once_more(
    incident_id: UUID, print_id: UUID, addresses: Addresses, head: Letterhead, by: SignedIn, at: datetime
) -> Asked | Refused:
    row, who = taken_up(incident_id, by, at, designee=True)
    run = run_of(row, who.role, head=head, by=by, at=at)
    these = _opened(_print(row, print_id), run)
    if isinstance(these, Refused):
        return these
    go, stopped = _barred(these, addresses, run)
    _each(go, asked_at=at)
    return Asked(stopped, sum(it.opened and not it.asked for it in prints_of(row, by=by, at=at)))


def posted(incident_id: UUID, print_id: UUID, *, head: Letterhead, by: SignedIn, at: datetime) -> Posted | Refused:
    """Somebody says that the letters of a print were posted. Those of no other print are told by it.

    Refused while police ask to wait. Raises Missing and ValidationError.
    """
    students = _students(incident_id, print_id, by, at)
    return _posted(incident_id, print_id, addresses_of(students, by, at), head, by, at)


@durable_transaction
def _posted(
    incident_id: UUID, print_id: UUID, addresses: Addresses, head: Letterhead, by: SignedIn, at: datetime
) -> Posted | Refused:
    row, who = taken_up(incident_id, by, at, designee=True)
    of, run = _print(row, print_id), run_of(row, who.role, head=head, by=by, at=at)
    these = _opened(of, run)
    if isinstance(these, Refused):
        return these
    if not all(_is_asked(it) for it in these):
        raise ValidationError(NOT_ASKED)
    go, stopped = _barred(these, addresses, run)
    over(row, go, Turn.TELL, POSTED, by, who.role, at)
    # What is left is about a child of whom they may not know: another sees to it.
    if not of.incidentnotice_set.filter(state=State.WRITTEN).exists():
        of.posted_at = at
        of.save(update_fields=["posted_at"])
    return Posted(len(go), stopped, sum(it.asked for it in prints_of(row, by=by, at=at)))


def _each(notices: Sequence[IncidentNotice], **at: datetime) -> None:
    IncidentNotice.objects.filter(pk__in=[it.id for it in notices]).update(**at)


def _barred(notices: list[IncidentNotice], addresses: Addresses, run: Run) -> tuple[list[IncidentNotice], int]:
    """Of letters that are written, those that may still go, by everything that was asked when they were written; the
    others are from now on handed over by a person, or lie printed and are to be taken out first. Part of the open
    transaction, which has the incident alone."""
    go: list[IncidentNotice] = []
    whys = why_not(notices, addresses, run)
    for it in notices:
        if (why := whys[it.id]) is None:
            go.append(it)
            continue
        of = it.person.student_id
        printed = it.print is not None and it.opened_at is not None
        it.state, it.why = after(State(it.state), Turn.STOP if printed else Turn.BAR), why
        it.save(update_fields=["state", "why"])
        note(Act.INCIDENT_NOTED, run.row, run.by, run.role, run.at, student=of, part="barred", outcome=why.value)
    return go, len(notices) - len(go)
