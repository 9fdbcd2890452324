"""Whose a document is: the students who bear an id, and what else a row says of its student, compared with them."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from fileroom.collection.imports.faults import Fault, shown
from fileroom.collection.imports.values import CONTROL
from fileroom.people.models import Student
from fileroom.people.models.rows import SOURCE_LENGTH
from fileroom.people.names import may_be_one_given_name, may_be_one_name


@dataclass(frozen=True)
class Bearer:
    """A student here: the ids that are theirs, the day of birth, and the names by which they go."""

    id: UUID
    source_id: str | None
    ssid: str | None
    born_on: date | None
    given: tuple[str, ...]
    family: tuple[str, ...]

    @property
    def ids(self) -> Set[str]:
        """Those by which a sender may name them."""
        return {it for it in (self.source_id, self.ssid) if it}

    def may_be(self, *, given: str = "", family: str = "") -> bool:
        """Could this be the student? The given name decides where both have one: a family shares the other, and it may
        change."""
        own = [it for it in self.given if it.strip()]
        if given.strip() and own:
            return any(may_be_one_given_name(given, it) for it in own)
        return any(may_be_one_name(family, it) for it in self.family)


Bearers = dict[str, set[Bearer]]


def students_of(said: Set[str], *, by_ssid: bool = False) -> Bearers:
    """Each of these ids, and the students who bear it: as the sender's own id or the SSID, or as the SSID alone."""
    asked = {it for it in said if not CONTROL.search(it) and len(it) <= SOURCE_LENGTH}
    which = Q(ssid__in=asked) if by_ssid else Q(source_id__in=asked) | Q(ssid__in=asked)
    found: Bearers = {}
    for it in Student.objects.filter(which):
        given, family = (it.legal_given, it.preferred_given), (it.legal_family, it.preferred_family)
        bearer = Bearer(it.id, it.source_id, it.ssid, it.birth_on, given, family)
        for name in ({it.ssid} if by_ssid else {it.ssid, it.source_id}) & asked:
            found.setdefault(str(name), set()).add(bearer)
    return found


def no_student(said: str, students: Bearers) -> Fault | None:
    """What is wrong with an id that is of nobody here, or of two; None where it is of one student."""
    whose = students.get(said, set())
    if len(whose) == 1:
        return None
    many = f"{shown(said)} is the id of one student and the SSID of another."
    return Fault("student", "no_such_student", many if whose else f"No student here bears {shown(said)}.")


def another_student(it: Bearer, *, born_on: date | None, family: str) -> Fault | None:
    """Why the student of this id is not the one whom the row tells of, by what it says besides."""
    if born_on and it.born_on and born_on != it.born_on:
        says = "The student of this id was born on another day than the row says: it may be another child's."
        return Fault("born", "another_birth_date", says)
    if family and not it.may_be(family=family):
        says = "The student of this id has another family name than the row says: it may be another child's."
        return Fault("last name", "another_name", says)
    return None
