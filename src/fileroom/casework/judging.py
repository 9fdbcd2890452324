"""Rows in, the law's word of today out: of a link, and of a mail that is about to go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fileroom.casework.above import Above
from fileroom.casework.models import Outgoing, SecureLink
from fileroom.casework.post import is_an_address
from fileroom.casework.states import Why
from fileroom.disclosure import linked, reaching
from fileroom.disclosure.linked import ForOne
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.ledger import queries as entries
from fileroom.ledger.services import Actor
from fileroom.people.answers import Missing
from fileroom.people.models import Account

MOST_WRONG, MOST_OPENED = 5, 20
ITSELF = Actor(account=None, role="system", door="cli")


@dataclass(frozen=True)
class Judged:
    """`to`: the address, where it may go now; else `why` not, with the law's decision where it was the law's."""

    to: str
    why: Why | None = None
    decision: Decision | None = None


def for_one(link: SecureLink, above: Above, *, at: datetime) -> ForOne:
    """What the law says today of the thing behind a link. Raises Missing where that is not there any more. Part of the
    open transaction."""
    on = district_day(at)
    if link.record_id is not None:
        return linked.record_for(link.record_id, link.contact_id, identity_checked=True, on=on)
    assert link.letter is not None
    own = above.letters.get(link.letter.kind)
    if own is None:
        raise Missing
    return linked.letter_for(link.letter, link.contact_id, own(link.letter, on), on=on)


def is_open(link: SecureLink, at: datetime, *, restored_at: datetime | None) -> bool:
    """Does it still stand, whatever the law says? One of before a backup was restored does not: whether it was taken
    back in the time that was lost, nobody here knows."""
    used = link.wrong >= MOST_WRONG or link.opened >= MOST_OPENED
    lost = restored_at is not None and link.made_at <= restored_at
    return link.withdrawn_at is None and at < link.until_at and not used and not lost


def judge(mail: Outgoing, above: Above, *, at: datetime) -> Judged:
    """May this mail go now, and where to? Part of the open transaction."""
    return _of_link(mail.link, above, at) if mail.link else _of_employee(mail, above, at)


def _of_link(link: SecureLink, above: Above, at: datetime) -> Judged:
    if not is_open(link, at, restored_at=entries.last_restored_at()):
        return Judged("", Why.GONE)
    try:
        it = for_one(link, above, at=at)
    except Missing:
        return Judged("", Why.GONE)
    if not it.granted:
        return Judged("", Why.BY_LAW, it.decision)
    reached = reaching.reach(it, by=ITSELF, at=at)
    if reached.shared:  # as the law would say it: the page must not tell the two apart
        return Judged("", Why.BY_LAW, it.decision)
    return Judged(reached.address) if is_an_address(reached.address) else Judged("", Why.ADDRESS)


def _of_employee(mail: Outgoing, above: Above, at: datetime) -> Judged:
    """Of an employee who is here: about their own work, and of no student."""
    who, still = mail.employee, above.reminders.get(mail.kind)
    assert who is not None
    gone = who.left_on is not None and who.left_on < district_day(at)
    signs_in = Account.objects.filter(employee=who, is_active=True).exists()
    if gone or not signs_in or still is None or not still(who.id, mail.about, mail.part, at):
        return Judged("", Why.GONE)
    return Judged(who.email) if is_an_address(who.email) else Judged("", Why.ADDRESS)
