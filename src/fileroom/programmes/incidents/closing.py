"""An incident is closed by a person, and stays open while something blocks it. What does, is worked out, never typed.

No law says when an incident may be closed: the policy's word is that nobody goes untold and nothing unread.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Count, Q

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.law.facts import Acquisition
from fileroom.ledger.services import Act
from fileroom.people.owed import OF_THE_DISTRICT
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.duties import ROOM, Answers, answers
from fileroom.programmes.incidents.endings import unplanned
from fileroom.programmes.incidents.handling import note, taken_up
from fileroom.programmes.incidents.known import HOLDS_FILES, OTHERS_LIST, System, known_of
from fileroom.programmes.incidents.named import unread as unread_lists
from fileroom.programmes.incidents.services import NOTE
from fileroom.programmes.incidents.turns import WAITS, State
from fileroom.programmes.models import Incident, IncidentList, IncidentNotice, IncidentScope
from fileroom.records import noting

LESSONS, EXERCISES = "incident_lessons", "exercises"  # of an exercise; the room of the duty to hold one


@dataclass(frozen=True)
class Counted:
    """How an incident stands, in numbers. `asked`: what the law still asks; `duties`: open ones."""

    exercise: bool
    assessed: bool
    going_on: bool
    unread: int
    asked: int
    fileroom_uncounted: bool
    unsettled: int
    lists_awaited: int
    lists_unread: int
    files_unsaid: bool
    files_unread: int
    unplanned: int
    not_found: int
    waits: int
    duties: int
    lessons: int


# A count that has found somebody whom nobody has put on the list, nor set aside.
UNSETTLED = Q(aside="") & (Q(students__gt=0, listed_entry=None) | Q(staff__gt=0, listed_entry=None) | Q(names__gt=0))
# What blocks, in the order in which it is told: of which number, whether an exercise is held to it, and the sentence.
BLOCKS: tuple[tuple[str, bool, str], ...] = (
    ("not_assessed", True, "Nobody has said yet what is known of it."),
    ("going_on", True, "It is still going on, or nobody knows whether it is."),
    ("unread", True, "Something that was written down about it lies unread ({})."),
    ("asked", True, "The law still asks for facts ({})."),
    ("fileroom_uncounted", False, "It touches Fileroom, and nobody has counted whom it has reached here."),
    (
        "unsettled",
        False,
        "What Fileroom has shown was counted: put students and staff on the list, or say why not ({}).",
    ),
    ("lists_awaited", False, "Another holds the list of whom it touches, and the list is not here yet ({})."),
    ("lists_unread", False, "Rows of a list match nobody here, and nobody has opened and read them ({})."),
    ("files_unsaid", False, "Nobody has said how many files were in reach outside Fileroom, and how many were read."),
    ("files_unread", False, "Files that were in reach lie unread, and each may name somebody on no list ({})."),
    ("unplanned", False, "Of some people nobody has worked out yet how they are told ({})."),
    ("not_found", False, "Some rows of a list match nobody here, and nobody has settled them ({})."),
    ("waits", False, "Some people are not told yet ({})."),
    ("duties", False, "Something is still owed about it ({})."),
    ("no_lessons", True, "It was an exercise, and nobody has written down what was learnt."),
)


def blocks(it: Counted) -> tuple[str, ...]:
    """The sentences of what keeps it open; none: it may be closed."""
    numbers = {
        "not_assessed": not it.assessed, "going_on": it.going_on, "unread": it.unread, "asked": it.asked,
        "fileroom_uncounted": it.fileroom_uncounted, "unsettled": it.unsettled,
        "lists_awaited": it.lists_awaited, "lists_unread": it.lists_unread, "files_unsaid": it.files_unsaid,
        "files_unread": it.files_unread, "unplanned": it.unplanned,
        "not_found": it.not_found, "waits": it.waits, "duties": it.duties,
        "no_lessons": it.exercise and not it.lessons,
    }  # fmt: skip
    held_to = [(name, says) for name, exercise, says in BLOCKS if exercise or not it.exercise]
    return tuple(says.format(int(numbers[name])) for name, says in held_to if numbers[name])


def counted(row: Incident, *, at: datetime) -> tuple[Counted, Answers]:
    """How it stands now, and what the law says by what is known. Part of the open transaction."""
    said = answers(known_of(row), row.noticed_at, at=at)
    systems = {System(it) for it in row.systems}
    scopes = IncidentScope.objects.filter(incident=row)
    notices = IncidentNotice.objects.filter(person__incident=row)
    found = notices.aggregate(
        not_found=Count("pk", Q(state=State.NOT_FOUND)),
        waits=Count("pk", Q(state__in=[it for it in WAITS if it is not State.NOT_FOUND])),
    )
    taken = row.acquisition != Acquisition.NOT_BELIEVED
    it = Counted(
        exercise=row.exercise,
        assessed=row.assessed_at is not None,
        going_on=row.going_on != Incident.Answer.NO,
        unread=unread(row),
        asked=len(said.missing),
        fileroom_uncounted=System.FILEROOM in systems and not scopes.exists(),
        unsettled=scopes.filter(UNSETTLED).count(),
        lists_awaited=len(awaited(row, systems)) if taken else 0,
        lists_unread=unread_lists(row).count(),
        files_unsaid=taken and bool(systems & set(HOLDS_FILES)) and row.files is None,
        files_unread=(row.files or 0) - (row.files_read or 0) if taken else 0,
        unplanned=unplanned(row).count(),
        duties=len(queries.about(ROOM, [row.id], at=at)),
        lessons=len(noting.notes(LESSONS, row.id)),
        **found,
    )
    return it, said


def awaited(row: Incident, systems: Collection[System]) -> list[System]:
    """Of which systems another holds a list of whom it touches that is not here yet: each has its own."""
    here = set(IncidentList.objects.filter(incident=row, wrong="").values_list("system", flat=True))
    return [it for it in OTHERS_LIST if it in systems and it.value not in here]


def unread(row: Incident) -> int:
    """How many notes were written since somebody who handles it has last read them. Both are noted alone on the
    incident, so their number is their order, whatever the clocks of the two said."""
    return max(0, len(noting.notes(NOTE, row.id)) - row.notes_read)


@durable_transaction
def close(incident_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """Close it. Raises Missing, and ValidationError with everything that blocks it."""
    row, who = taken_up(incident_id, by, at, designee=True)
    it, _ = counted(row, at=at)
    if wrong := blocks(it):
        raise ValidationError(list(wrong))
    entry = note(Act.INCIDENT_CLOSED, row, by, who.role, at)
    row.closed_at, row.closed_by, row.closed_entry = at, by.account.id, entry
    row.save(update_fields=["closed_at", "closed_by", "closed_entry"])
    if row.exercise:
        duties.discharge(EXERCISES, OF_THE_DISTRICT, Over(by.account.id, entry, at))
    return entry
