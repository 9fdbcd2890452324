"""What a list of directory information says of each student. The file is made as every list's is (exports.files)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from uuid import UUID

from fileroom.disclosure.directory.sealed import addresses, reached
from fileroom.disclosure.exports.files import Sheet
from fileroom.law.days import district_day
from fileroom.law.facts import DirectoryField as Field
from fileroom.ledger.services import Actor
from fileroom.people.listed import OnList, on_list

HEADS = {
    Field.NAME: ("Last name", "First name"), Field.ADDRESS: ("Address",), Field.TELEPHONE: ("Telephone",),
    Field.EMAIL: ("E-mail",), Field.BIRTH_DATE: ("Date of birth",), Field.DATES_OF_ATTENDANCE: ("Attends since",),
    Field.AWARDS: ("Degrees and awards",), Field.PREVIOUS_SCHOOL: ("School before, of this district",),
}  # fmt: skip
# Of the eleven fields those that have a place here; the others (a major, activities, weight and height) no list can
# say.
KEPT_HERE = tuple(HEADS)
OF_A_CARD = (Field.TELEPHONE, Field.EMAIL)


def filled(
    students: Sequence[UUID], fields: Sequence[Field], *, list_id: UUID, by: Actor, purpose: str, at: datetime
) -> Sheet:
    """What the list says. What lies sealed is opened in a statement that notes each opening. Part of the open
    transaction."""
    spells = not {Field.DATES_OF_ATTENDANCE, Field.PREVIOUS_SCHOOL}.isdisjoint(fields)
    people = on_list(students, spells=spells, earned=Field.AWARDS in fields, on=district_day(at))
    sealed: dict[Field, dict[UUID, str]] = {}
    if Field.ADDRESS in fields:
        sealed[Field.ADDRESS] = addresses(students, list_id=list_id, by=by, purpose=purpose, at=at)
    if on_card := [it for it in OF_A_CARD if it in fields]:
        sealed |= reached(students, on_card, list_id=list_id, by=by, purpose=purpose, at=at)
    wanted = [it for it in KEPT_HERE if it in fields]
    heads = tuple(head for it in wanted for head in HEADS[it])
    rows = tuple(tuple(cell for it in wanted for cell in _cells(it, who, sealed)) for who in people)
    return Sheet(heads, rows, len(rows))


def _cells(field: Field, who: OnList, sealed: dict[Field, dict[UUID, str]]) -> tuple[str, ...]:
    plain: dict[Field, Callable[[], tuple[str, ...]]] = {
        Field.NAME: lambda: (who.family, who.given),
        Field.BIRTH_DATE: lambda: (_day(who.birth_on),),
        Field.DATES_OF_ATTENDANCE: lambda: (_day(who.entered_on),),
        Field.AWARDS: lambda: (f"Graduated {_day(who.graduated_on)}" if who.graduated_on else "",),
        Field.PREVIOUS_SCHOOL: lambda: (who.school_before,),
    }
    return plain[field]() if field in plain else (sealed[field].get(who.id, ""),)


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""
