"""What the district's own text has that this program does not know, or has not that it knows: counsel looks at it, once
for each version. Where counsel has no account the Superintendent's office asks counsel, and notes it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing
from fileroom.people.calendars import calendar
from fileroom.people.designators import COUNSEL, counsels, designator_facts
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import AdoptedPolicy
from fileroom.programmes.policy.matching import absent_from, match
from fileroom.programmes.policy.numbers import in_force

ROOM = "policy_text"
LOOKS = "casework.counsel_speaks.counsel_says_it"


def owe(*, at: datetime) -> None:
    """Of the version in force counsel owes a look, where it is not word for word what the program knows; what was owed
    of another is over with that one. Part of the open transaction."""
    row = in_force(district_day(at))
    if row is None:
        return
    for it in queries.of_room(ROOM, at=at):
        if it.of != row.id:
            duties.let_go(ROOM, it.of, Over(row.entered_by, row.entry, at))
    if _is_strange(row.text) and not queries.entered(ROOM, row.id):
        owed = Owed(LOOKS, ROOM, row.id, at, office=COUNSEL)
        duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=row.entry)


@durable_transaction
def see_to(*, at: datetime) -> None:
    """The same of a version that was entered before this was asked; the nightly round sees to it."""
    owe(at=at)


def _is_strange(text: str) -> bool:
    lines = list(match(text))
    return any(it.sentence is None for it in lines) or bool(absent_from(lines))


def has_looked(at: datetime) -> bool:
    """Has counsel looked at the version in force? Part of the open transaction."""
    row = in_force(district_day(at))
    return row is not None and bool(queries.done(ROOM, row.id))


def to_look_at(*, by: SignedIn, at: datetime) -> UUID | None:
    """The version of which whoever asks is to say that counsel has looked at it; None: there is none."""
    with district_transaction():
        row = in_force(district_day(at))
        open_ = row is not None and queries.about(ROOM, [row.id], at=at)
        return row.id if row and open_ and _speaks_as(by, at) is not None else None


@durable_transaction
def looked(version_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """Counsel has looked at this version; the entry. A second press finds nothing to say: Raises Missing, as for
    anybody else, and for a version that is no more in force."""
    row = AdoptedPolicy.objects.select_for_update().filter(pk=version_id).first()
    role = _speaks_as(by, at)
    if row is None or role is None or to_look_at(by=by, at=at) != row.id:
        raise Missing
    entry = ledger.write(ledger.event(Act.POLICY_LOOKED_AT, record=row.id, by=by.acting_as(role), at=at))
    duties.discharge(ROOM, row.id, Over(by.account.id, entry, at))
    return entry


def _speaks_as(by: SignedIn, at: datetime) -> str | None:
    """The role in which this account says it; None: it does not."""
    on = district_day(at)
    if here := counsels(on):
        return COUNSEL if by.account.employee_id in here else None
    who = designator_facts(by.account, on)
    return who.role if who.designated else None
