"""Addresses, telephones and e-mail addresses of many: opened in one statement, which writes the line of each opening.

A household's address is the student's where all who have legal custody live at it, by verified relationships. Where
they live at two, or of one of them it is not on file, or it is somebody else's, nobody here knows which home is the
child's, and a list gives none. Nor of a household whose Safe at Home card is still to be entered (0076).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from fileroom.disclosure.reaching import STUDENTS_OWN
from fileroom.law.days import district_day
from fileroom.law.facts import DirectoryField as Field
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.cards_awaited import awaiting
from fileroom.people.listed import homes
from fileroom.records import opening_many as shelf
from fileroom.records.models import Record, Version
from fileroom.records.queries import newest_of_each

Shelved = tuple[Record, Version]
T = TypeVar("T")

# The student's own address where it differs, else that of the parents.
ADDRESS, HOUSEHOLD, CARD = "student_address", "parent_name_and_address", "contact_and_household"


def addresses(students: Sequence[UUID], *, list_id: UUID, by: Actor, purpose: str, at: datetime) -> dict[UUID, str]:
    """Where each lives, as the file has it; of whom it has nothing there is no key."""
    awaits = awaiting(students, on=district_day(at))
    students = [it for it in students if it not in awaits]
    own = _opened(students, ADDRESS, _address, list_id=list_id, by=by, purpose=purpose, at=at)
    rest = [it for it in students if it not in own]
    return _opened(rest, HOUSEHOLD, _address, list_id=list_id, by=by, purpose=purpose, at=at) | own


def _of_the_home(found: Sequence[Shelved], on: date) -> list[Shelved]:
    """Of these records of addresses those of everybody who has legal custody, and of whoever may have it: of students
    of whom somebody has, and of each of those one is there."""
    there: dict[UUID, set[UUID | None]] = {}
    for record, _ in found:
        there.setdefault(record.student_id, set()).add(record.about)
    home = homes(there, on=on)
    return [it for it in found if it[0].about in home.get(it[0].student_id, ())]


def reached(
    students: Sequence[UUID], fields: Sequence[Field], *, list_id: UUID, by: Actor, purpose: str, at: datetime
) -> dict[Field, dict[UUID, str]]:
    """The telephone of each student's home, the student's own e-mail address, or both: the card of the student and the
    household is opened once. What is a contact's own is not the student's."""
    cards = _opened(students, CARD, dict, list_id=list_id, by=by, purpose=purpose, at=at)
    return {it: {student: said for student, card in cards.items() if (said := SAYS[it](card))} for it in fields}


def _opened(
    students: Sequence[UUID],
    item: str,
    says: Callable[[dict[str, Any]], T],
    *,
    list_id: UUID,
    by: Actor,
    purpose: str,
    at: datetime,
) -> dict[UUID, T]:
    """What the newest records of this item say of each student, where they say one thing."""
    shelved = newest_of_each(students, item, of_people=item == HOUSEHOLD)
    if item == HOUSEHOLD:
        shelved = _of_the_home(shelved, district_day(at))
    openings = [
        shelf.Opening(
            record, version,
            ledger.event(
                Act.RECORD_LISTED, student=record.student_id, record=record.id, part=item, by=by, purpose=purpose,
                outcome=f"list:{list_id}", at=at,
            ),
        )
        for record, version in shelved
    ]  # fmt: skip
    said: dict[UUID, list[T]] = {}
    for it, contents in zip(openings, shelf.open_many_logged(openings), strict=True):
        if contents is not None and (told := says(contents.fields)):
            theirs = said.setdefault(it.record.student_id, [])
            theirs += [told] if told not in theirs else []
    return {student: told for student, (told, *others) in said.items() if not others}


def _address(fields: dict[str, Any]) -> str:
    place = " ".join(str(fields.get(it, "")) for it in ("city", "postal_code")).strip()
    return ", ".join(filter(None, (str(fields.get("street", "")), place)))


def _telephone(fields: dict[str, Any]) -> str:
    """The home's. A mobile telephone is one person's, and the card of a household does not say whose."""
    return str(fields.get("telephone") or "")


def _email(fields: dict[str, Any]) -> str:
    """The student's own. The household's is a parent's mailbox as like as not, and no pupil's (Ed. Code 49061(c))."""
    return str(fields.get(STUDENTS_OWN) or "")


SAYS: Mapping[Field, Callable[[dict[str, Any]], str]] = {Field.TELEPHONE: _telephone, Field.EMAIL: _email}
