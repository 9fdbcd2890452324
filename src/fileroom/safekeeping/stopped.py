"""Rounds that nobody asks for and that did not go well, for those alone who can mend them: whoever leads the district's
information technology, and its custodian of records. In the log nobody reads of them, and on the policy's page late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fileroom.hosting import current_district, district_transaction, rounds_noted
from fileroom.hosting.rounds_noted import Round
from fileroom.law.days import district_day
from fileroom.people.keepers import custodian_of, roles_of
from fileroom.people.models import Assignment
from fileroom.people.signed_in import SignedIn


@dataclass(frozen=True)
class Stopped:
    """A round that did not go through, or goes no more. `fault`: of what kind, and where in the program; empty: nothing
    has failed, and it stands still. `good_at`: when it last went well."""

    round: Round
    fault: str
    good_at: datetime | None


def stopped(*, by: SignedIn, at: datetime) -> tuple[Stopped, ...]:
    """What whoever asks is to see to; nothing for anybody else, nor where none has gone yet at all."""
    with district_transaction():
        if not _mends(by, at):
            return ()
        noted = {it.round: it for it in rounds_noted.of(current_district())}
    wrong = rounds_noted.amiss(noted.values(), at=at) if noted else {}
    return tuple(Stopped(it, *(noted[it].fault, noted[it].good_at) if it in noted else ("", None)) for it in wrong)


def _mends(by: SignedIn, at: datetime) -> bool:
    employee, on = by.account.employee_id, district_day(at)
    if employee is None:
        return False
    return Assignment.Role.IT_LEAD in roles_of(employee, on=on) or None in custodian_of(employee, on=on)
