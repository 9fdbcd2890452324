"""Rows of another's list laid beside the people of this district: a row is one person, or it is nobody here. Pure.

A name alone is nobody: two children may share it. A number of the district or of the state is somebody, unless the row
says beside it what is another's. A number of which the list says only that it is an id is nobody by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from fileroom.people.names import may_be_one_name, search_key


@dataclass(frozen=True)
class Line:
    """One row of the list. `number`: a student's of the district's system, or the state's; `email`: of staff, or
    by which a parent signs in.

    `own`: the list does not say that it is one, and it may be the place of the row in the company's own table.
    `address`: of staff, where they are written to (staff_letters.given).
    """

    row: int
    name: str = ""
    born_on: date | None = None
    number: str = ""
    email: str = ""
    own: bool = False
    address: tuple[str, ...] = ()


@dataclass(frozen=True)
class Somebody:
    """A student or an employee of the district, past or present; or (`parent`) a contact who has an account."""

    id: UUID
    names: tuple[str, ...]
    born_on: date | None = None
    numbers: tuple[str, ...] = ()
    email: str = ""
    parent: bool = False


class Unmatched(StrEnum):
    """Why a row is nobody here."""

    NOBODY = "nobody"
    SEVERAL = "several"
    ANOTHER = "another"  # its number is one person's, and its name or birth date another's
    OTHER_NAME = "other_name"  # its e-mail is of a parent's account, and its name not exactly theirs
    TOO_LITTLE = "too_little"  # a name alone, or nothing


@dataclass(frozen=True)
class Matched:
    """Who each row is, by its number in the list; and which rows are nobody here, and why."""

    found: dict[int, UUID] = field(default_factory=dict)
    lost: dict[int, Unmatched] = field(default_factory=dict)


def match(lines: Iterable[Line], people: Sequence[Somebody]) -> Matched:
    """Lay each row beside the people."""
    index, made = _Index(people), Matched()
    for line in lines:
        one = index.find(line)
        if isinstance(one, Unmatched):
            made.lost[line.row] = one
        else:
            made.found[line.row] = one.id
    return made


class _Index:
    """The people by number, by e-mail, and by name and birth date."""

    def __init__(self, people: Sequence[Somebody]) -> None:
        self.by_number: defaultdict[str, list[Somebody]] = defaultdict(list)
        self.by_email: defaultdict[str, list[Somebody]] = defaultdict(list)
        self.by_birth: defaultdict[tuple[str, date], list[Somebody]] = defaultdict(list)
        self.parents: defaultdict[str, list[Somebody]] = defaultdict(list)
        for it in people:
            if it.parent:
                self.parents[it.email.casefold()].append(it)
                continue
            for number in it.numbers:
                self.by_number[number.casefold()].append(it)
            if it.email:
                self.by_email[it.email.casefold()].append(it)
            if it.born_on:
                for key in {search_key(name) for name in it.names}:
                    self.by_birth[key, it.born_on].append(it)

    def find(self, line: Line) -> Somebody | Unmatched:
        """Whom the row is: a student or an employee, or else a parent by both e-mail and name."""
        one = self._of_the_school(line)
        there = self.parents.get(line.email.casefold(), []) if line.email else []
        exact = [it for it in there if search_key(line.name) in {search_key(name) for name in it.names}]
        if exact and not isinstance(one, Unmatched):
            return one if line.number and not line.own else Unmatched.SEVERAL
        if one not in (Unmatched.NOBODY, Unmatched.TOO_LITTLE):
            return one
        return _one(exact, line) if exact else Unmatched.OTHER_NAME if there else one

    def _of_the_school(self, line: Line) -> Somebody | Unmatched:
        said = line.number if not line.own or line.name or line.born_on else ""
        sure = self.by_number.get(said.casefold(), []) if said else []
        sure = sure or (self.by_email.get(line.email.casefold(), []) if line.email else [])
        if sure:
            return _one(sure, line)
        if not line.name or line.born_on is None:
            return Unmatched.NOBODY if said or line.email else Unmatched.TOO_LITTLE
        if line.number and not line.own:
            return Unmatched.NOBODY  # it is numbered, and not as anybody here is
        return _one(self.by_birth.get((search_key(line.name), line.born_on), []), line)


def _one(found: Sequence[Somebody], line: Line) -> Somebody | Unmatched:
    people = {it.id: it for it in found}
    if len(people) != 1:
        return Unmatched.SEVERAL if people else Unmatched.NOBODY
    one = next(iter(people.values()))
    other_birth = line.born_on and one.born_on and line.born_on != one.born_on
    other_name = line.name and not any(may_be_one_name(line.name, name) for name in one.names)
    return Unmatched.ANOTHER if other_birth or other_name else one
