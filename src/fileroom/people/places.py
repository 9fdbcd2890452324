"""Where an employee works on one day, and as what: one statement, whatever is asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fileroom.people.facts import CUSTODIAN
from fileroom.people.sql import rows


@dataclass(frozen=True)
class Places:
    """`roles` with their schools, the one held longest first; `offices`: the schools whose custodian of records they
    are. A school is None where it is the whole district. Who has left holds none."""

    roles: tuple[tuple[str, UUID | None], ...]
    offices: tuple[UUID | None, ...]

    @property
    def all(self) -> tuple[tuple[str, UUID | None], ...]:
        """Both, an office by its word in law/offices.toml."""
        return self.roles + tuple((CUSTODIAN, school) for school in self.offices)


def places_of(employee_id: UUID, on: date) -> Places:
    """The places that hold on this day. Part of the open transaction."""
    found = rows("places", employee=employee_id, on=on)
    roles = tuple((it["role"], it["school"]) for it in found if not it["custodian"])
    return Places(roles, tuple(it["school"] for it in found if it["custodian"]))
