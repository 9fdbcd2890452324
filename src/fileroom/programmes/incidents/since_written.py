"""What keeps a letter that is written from the address on it: all that was asked then, and what has come since."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from fileroom.law.days import district_day
from fileroom.people import cards
from fileroom.people.facts import Touch, facts_of_students
from fileroom.programmes.incidents.parents import children_of
from fileroom.programmes.incidents.runs import Run
from fileroom.programmes.incidents.staff_letters import addresses_of_staff
from fileroom.programmes.incidents.telling import HOME, OWN, files_of, ways_of
from fileroom.programmes.incidents.turns import Why
from fileroom.programmes.incidents.ways import Address, now_barred
from fileroom.programmes.models import IncidentNotice
from fileroom.records.models import Letter
from fileroom.records.queries import last_written

Addresses = Mapping[UUID, Mapping[UUID | None, Address]]
Written = Sequence[tuple[UUID, UUID, UUID, datetime]]  # the notice, the student, whose address, when


def why_not(notices: Collection[IncidentNotice], addresses: Addresses, run: Run) -> dict[UUID, Why | None]:
    """What keeps the letter of each from the address on it, by everything that was asked when it was written; None:
    nothing does. Part of the open transaction."""
    facts = facts_of_students(files_of([it.person for it in notices]), district_day(run.at), Touch.LOOKS)
    children = children_of([it.person.contact_id for it in notices if it.person.contact_id])
    there = {**addresses, **addresses_of_staff([it.person for it in notices], run)}
    written = _written(notices)
    older, moved = _addressed_before_a_card(written), _moved_since(written)
    found: dict[UUID, Why | None] = {}
    for it in notices:
        why = now_barred(it.contact, ways_of(it.person, facts, there, children, run))
        since = Why.SUBSTITUTE_ADDRESS if it.id in older else Why.MOVED if it.id in moved else None
        found[it.id] = why or since
    return found


def _addressed_before_a_card(written: Written) -> set[UUID]:
    """The notices of which a letter bears an address of before the family showed its card."""
    since = cards.entered_since({student for _, student, _, _ in written})
    return {id_ for id_, student, _, at in written if student in since and at <= since[student]}


def moved_since(notices: Collection[IncidentNotice]) -> set[UUID]:
    """Of which of these the address was filed anew since their letter was written. Part of the open transaction."""
    return _moved_since(_written(notices))


def _moved_since(written: Written) -> set[UUID]:
    """The notices of which the address was filed anew since a letter was written: of a student with no address of their
    own, anybody's of the home. Part of the open transaction."""
    filed = last_written({student for _, student, _, _ in written}, (HOME, OWN))
    of_the_home: dict[UUID, datetime] = {}
    for (student, _), at in filed.items():
        of_the_home[student] = max(at, of_the_home.get(student, at))
    found = set()
    for id_, student, whose, at in written:
        since = filed.get((student, whose), of_the_home.get(student, at) if whose == student else at)
        found |= {id_} if at < since else set()
    return found


def _written(notices: Collection[IncidentNotice]) -> Written:
    """Of each notice with a letter: the student (of a parent's own, each child), whose address is on it, and when the
    first of its letters was made."""
    letters = Letter.objects.filter(pk__in=[UUID(id_) for it in notices for id_ in it.letters])
    issued = {str(it.id): it.issued_at for it in letters}
    children = children_of([it.contact for it in notices if it.person.contact_id and it.contact])
    found = []
    for it in notices:
        days = [issued[id_] for id_ in it.letters if id_ in issued]
        of = [it.person.student_id] if it.person.student_id else children.get(it.contact, ()) if it.contact else ()
        found += [(it.id, student, it.contact or student, min(days)) for student in of if days]
    return found
