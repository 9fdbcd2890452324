"""What a list of directory information says of each student. The file is made as every list's is (exports.files)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from uuid import UUID

from fileroom.disclosure.directory.sealed import addresses, telephones
from fileroom.disclosure.exports.files import Sheet
from fileroom.law.days import district_day
from fileroom.law.facts import DirectoryField as Field
from fileroom.ledger.services import Actor
from fileroom.people.listed import OnList, on_list

# Of the eleven fields those that have a place here; the others no list can say.
KEPT_HERE = (Field.NAME, Field.ADDRESS, Field.TELEPHONE, Field.BIRTH_DATE, Field.DATES_OF_ATTENDANCE)
HEADS = {
    Field.NAME: ("Last name", "First name"), Field.ADDRESS: ("Address",), Field.TELEPHONE: ("Telephone",),
    Field.BIRTH_DATE: ("Date of birth",), Field.DATES_OF_ATTENDANCE: ("Attends since",),
}  # fmt: skip


def filled(
    students: Sequence[UUID], fields: Sequence[Field], *, list_id: UUID, by: Actor, purpose: str, at: datetime
) -> Sheet:
    """What the list says. What lies sealed is opened in a statement that notes each opening. Part of the open
    transaction."""
    on = district_day(at)
    people = on_list(students, dates=Field.DATES_OF_ATTENDANCE in fields, on=on)
    sealed: dict[Field, dict[UUID, str]] = {
        field: read(students, list_id=list_id, by=by, purpose=purpose, at=at)
        for field, read in ((Field.ADDRESS, addresses), (Field.TELEPHONE, telephones))
        if field in fields
    }
    wanted = [it for it in KEPT_HERE if it in fields]
    heads = tuple(head for it in wanted for head in HEADS[it])
    rows = tuple(tuple(cell for it in wanted for cell in _cells(it, who, sealed)) for who in people)
    return Sheet(heads, rows, len(rows))


def _cells(field: Field, who: OnList, sealed: dict[Field, dict[UUID, str]]) -> tuple[str, ...]:
    plain: dict[Field, Callable[[], tuple[str, ...]]] = {
        Field.NAME: lambda: (who.family, who.given),
        Field.BIRTH_DATE: lambda: (_day(who.birth_on),),
        Field.DATES_OF_ATTENDANCE: lambda: (_day(who.entered_on),),
    }
    return plain[field]() if field in plain else (sealed[field].get(who.id, ""),)


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""
