"""The e-mail address by which one person of the family is reached, and whether somebody whom an order bars has it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from fileroom.disclosure.linked import ForOne
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import bound
from fileroom.people.bound import Bound
from fileroom.people.mailboxes import folded
from fileroom.records import queries as shelves
from fileroom.records.models import Record, Version
from fileroom.records.opening_many import Opening, open_many_logged

REACHED, E_MAIL = "contact_and_household", "email"
STUDENTS_OWN = "student_email"  # on the card of the student and the household, whose `email` may be a parent's


@dataclass(frozen=True)
class Reached:
    """How a contact is reached by e-mail. `address` empty: none is on file; `shared`: somebody whom an order on this
    child bars has the same, or may have it."""

    address: str
    shared: bool


def reach(of: ForOne, *, by: Actor, at: datetime) -> Reached:
    """The newest address on file of whom it is for, opened with its line, which stands under seal. Of whoever is barred
    from this child all are opened, those of before and those in other files too: none of them may be the same one.

    Part of the open transaction."""
    student = of.student.id
    rows = shelves.newest_of_each([student], REACHED, of_people=True)
    own = [it for it in rows if (it[0].about or student) == of.to.on_file]
    (address,) = _opened(own, of, by, at) or ("",)
    if not address:
        return Reached("", False)
    return Reached(address, bound.names_nobody(student, on=of.on) or _is_a_barred_persons(address, of, by, at))


def _is_a_barred_persons(address: str, of: ForOne, by: Actor, at: datetime) -> bool:
    barred, wanted = bound.bound_people(of.student.id, on=of.on), folded(address)
    if not barred:
        return False
    people = bound.rows_of(barred) - {of.to.on_file}
    names = [*bound.sign_in_names(people), *bound.students_sign_in_names(barred.values(), of.student.id)]
    theirs = [*names, *_opened(shelves.versions_about(people, REACHED), of, by, at)]
    return wanted in map(folded, theirs) or _is_an_employees(wanted, barred.values(), on=of.on)


def _is_an_employees(wanted: str, barred: Iterable[Bound], *, on: date) -> bool:
    """Of one who bears the name of somebody barred: who works here and is a parent may have one mailbox for both. The
    family's name alone is hers too."""
    theirs = bound.employees_written_to(wanted, on=on)
    return any(it.may_be(row, name) for it in barred for row, name in theirs)


def _opened(rows: Iterable[tuple[Record, Version]], of: ForOne, by: Actor, at: datetime) -> list[str]:
    openings = [Opening(record, version, _addressed(record, of, by, at)) for record, version in rows]
    found = zip(openings, open_many_logged(openings), strict=True)
    said = (str(got.fields.get(_whose(it.record), "")).strip() for it, got in found if got)
    return [it for it in said if it]


def _whose(record: Record) -> str:
    """The field in which a card has the address of whom it is about, the student's own apart from the household's."""
    return E_MAIL if record.about not in (None, record.student_id) else STUDENTS_OWN


def _addressed(record: Record, of: ForOne, by: Actor, at: datetime) -> ledger.Event:
    return ledger.event(
        Act.MAIL_ADDRESSED, student=record.student_id, record=record.id, part=record.item, by=by, decision=of.decision,
        sealed=True, at=at,
    )  # fmt: skip
