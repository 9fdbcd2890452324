"""Whether a bundle names another person under an id that is somebody's here, and who is then set aside for a person.

An upsert would give the other one all that clings to the id: custody, an account, an order, a file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import connection

from fileroom.collection.imports.faults import Fault, Problem
from fileroom.collection.imports.report import Tally
from fileroom.collection.imports.sentences import sentence
from fileroom.people.names import may_be_one_given_name, may_be_one_name

SAYS = "The row names somebody else, as it seems, than the {kind} of this id. Somebody else needs an id of their own. "
OF_STUDENT = (
    "Where the registrar finds that it is the same child, let a file bring the day of birth, or the SSID, under the "
    "name that stands here, and the next one the new name."
)
OF_EMPLOYEE = (
    "Where it is the same person under another given name, let a file bring the new name with the e-mail address that "
    "stands here."
)
OF_CONTACT = (
    "Where it is the same person under another given name, they need one too: they claim anew, and the office verifies."
)
TO_DO = {"student": OF_STUDENT, "contact": OF_CONTACT, "employee": OF_EMPLOYEE}
LEANS = "{count} further rows tell of somebody who was set aside as another person, and were set aside with them."
# Tables whose rows may come of a record that tells of several things.
STAGED = (
    "bundle_orgs", "bundle_classes", "bundle_users", "bundle_roles", "bundle_demographics", "bundle_enrollments",
    "bundle_relationship",
)  # fmt: skip


@dataclass(frozen=True)
class Renamed:
    """One id: who it is here, and whom the bundle names under it. A fact is None where the bundle does not say it."""

    row: int
    source_id: str
    kind: str
    given: str
    family: str
    born_on: date | None
    new_given: str | None
    new_family: str | None
    new_born_on: date | None

    def is_another(self) -> bool:
        """Whether it may be somebody else: a family name alone says of nobody who they are, nor a given name alone.

        Of a student the day of birth decides where both are known: the same day is the same child, under whatever
        name; on another day it is the same one only where the whole name is. Others may have married.
        """
        family = _same(self.family, self.new_family, may_be_one_name)
        given = _same(self.given, self.new_given, may_be_one_given_name)
        if not self.given.strip() and self.new_given is not None and not self.new_given.strip():
            given = family  # of one name alone, which is then the whole
        if self.kind != "student":
            return family is False if given is None else not given
        if self.born_on and self.new_born_on:
            return self.born_on != self.new_born_on and (given is not True or family is False)
        return given is False or family is False

    def says(self) -> str:
        """What the sender is told."""
        return SAYS.format(kind=self.kind) + TO_DO[self.kind]


def _same(name: str, new: str | None, may_be_one: Callable[[str, str], bool]) -> bool | None:
    """Whether both may be one name; None where one of them is not said."""
    return may_be_one(name, new) if name.strip() and new and new.strip() else None


def set_apart(tally: Tally, place_of: Callable[[int], tuple[str, int]], *, numbered_throughout: bool) -> None:
    """Take out of the staged rows what is said of others under ids that are known here."""
    with connection.cursor() as cursor:
        cursor.execute(sentence("switched_off"))
        cursor.execute(sentence("renamed"))
        others = [it for it in (Renamed(*row) for row in cursor.fetchall()) if it.is_another()]
        if not others:
            return
        cursor.execute(sentence("set_apart"), {"people": [it.source_id for it in others]})
        rows = set(cursor.fetchall())
        stands = _still_staged([row for _, row in rows]) if numbered_throughout else set()
    own = {it.row for it in others}
    for it in others:
        fault = Fault("", "another_person", it.says())
        if it.row in stands:  # the row tells of others too, who are kept
            tally.name(Problem(*place_of(it.row), fault.column, fault.code, fault.says))
        else:
            tally.put_aside(*place_of(it.row), fault)
    further = {row if numbered_throughout else (file, row) for file, row in rows}
    further -= {row if numbered_throughout else ("users", row) for row in own} | stands
    if further:
        tally.set_aside += len(further)
        tally.name(Problem("", 0, "", "another_person", LEANS.format(count=len(further))), len(further))


def _still_staged(rows: list[int]) -> set[int]:
    """Those of these rows that tell of something else, too."""
    staged = " UNION ALL ".join(f"SELECT row FROM {table} WHERE named" for table in STAGED)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT row FROM ({staged}) staged WHERE row = ANY(%s::int[])", [rows])
        return {row for (row,) in cursor.fetchall()}
