"""Whether a family is to be told of a request, as it stands now, and what is first to be asked, or read by counsel; and
that counsel is asked first of an inquiry of child welfare whose household was owed the telling before the law had it
so, and once more after an older backup came back; and of a court's paper that nobody was asked to read.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.calendars import calendar
from fileroom.programmes.enforcement.board_days import ROOM
from fileroom.programmes.enforcement.duties import (
    AN_AGENCYS_SUBPOENA,
    BY_THE_DISTRICT,
    COUNSEL,
    OF_THE_FAMILY,
    OF_THE_HOUSEHOLD,
    READ_BY_COUNSEL,
    READ_TODAY,
    SILENT,
    TOLD_BY_LETTER,
    ask_of_its_household,
    told_since_counsel,
)
from fileroom.programmes.enforcement.encounters import Asker, is_inquiry
from fileroom.programmes.enforcement.silences import unseen
from fileroom.programmes.models import EnforcementRequest

READ_FIRST = "Not yet: counsel reads first whether a court’s paper that was shown forbids telling."
ASK_FIRST = (
    "Not yet: nobody has said whether it is about harm to a child at home. Ask whoever was there, and answer it under"
    " “What the counter sees”; where nobody knows, counsel says first whether the home may hear."
)
NOT_OWED = (
    "The family is not to be told: a paper forbids it, counsel has not said that it may be told, or there was nobody to"
    " tell."
)
NEVER_ASKED = "Not printed any more: counsel was never asked. If the family has not had it, call counsel."
MAY_INQUIRE = (Asker.CHILD_WELFARE.value, Asker.NOT_SURE.value, Asker.POLICE.value)
PROGRAM = Actor(account=None, role="system", door="round")


def is_to_be_told(row: EnforcementRequest, at: datetime) -> bool:
    """Is a family to be told, or was one, and not before counsel was asked of an inquiry last; and does nothing forbid
    it now? Of an inquiry of which counsel was never asked none is, nor is its letter printed again once it is closed:
    that it was sent says not that it was handed over. Part of the open transaction."""
    open_ = {it.rule for it in queries.about(ROOM, [row.id], at=at)}
    if open_ & {SILENT, *OF_THE_HOUSEHOLD}:
        return False
    if _is_unasked_inquiry(row):
        return False
    by_letter, done = set(TOLD_BY_LETTER), {rule for rule, _ in queries.done(ROOM, row.id)}
    return bool(by_letter & open_) or (bool(by_letter & done) and told_since_counsel(row))


def kept_from_print(row: EnforcementRequest, at: datetime) -> str:
    """Why a letter that was sent is not printed now; nothing where it may be. Once it is closed nobody asks counsel any
    more of what they should have been asked. Part of the open transaction."""
    to_be_told = is_to_be_told(row, at)
    if row.closed_at is not None and (_is_unasked_inquiry(row) or (to_be_told and not_yet(row))):
        return NEVER_ASKED
    return not_yet(row) if to_be_told else NOT_OWED


def _is_unasked_inquiry(row: EnforcementRequest) -> bool:
    return is_inquiry(row.asker, row.harm) and not set(OF_THE_HOUSEHOLD) & queries.entered(ROOM, row.id)


def not_yet(row: EnforcementRequest) -> str:
    """Why no word goes out yet, whatever is owed; nothing where it may. Part of the open transaction."""
    if read_first(row):
        return READ_FIRST
    return ASK_FIRST if row.asker == Asker.NOT_SURE and not row.harm else ""


def read_first(row: EnforcementRequest) -> bool:
    """Is counsel still to read a court's paper of which nobody has said whether it forbids telling, or was never asked
    to? Until then no word goes out, whatever is owed, nor once it is closed: what a family has been told cannot be
    taken back. Part of the open transaction."""
    if not unseen(row):
        return False
    reading = Q(room=ROOM, of=row.id, rule__in=(READ_BY_COUNSEL, AN_AGENCYS_SUBPOENA))
    return bool(queries.rows_of(reading)) or not set(READ_TODAY) & queries.entered(ROOM, row.id)


@durable_transaction
def see_to_inquiries(*, at: datetime) -> None:
    """Of each open inquiry whose household is owed the telling, or was told, though counsel was never asked, counsel is
    asked, once, and the household is owed nothing until counsel has answered: also a letter that was sent is printed
    only then. The round of every hour sees to it."""
    rows = EnforcementRequest.objects.filter(asker__in=MAY_INQUIRE, closed_at=None).order_by("pk")
    inquiries = [it for it in rows.select_for_update(of=("self",)) if is_inquiry(it.asker, it.harm)]
    unasked = _told_unasked([it.id for it in inquiries])
    for row in inquiries:
        if row.id in unasked:
            _ask(row, at)


def _told_unasked(those: list[UUID]) -> set[UUID]:
    """Those whose household is owed the telling, or was told, though counsel was not asked. While a paper forbids it
    nothing is asked: once that is over counsel is."""
    told = set().union(*(queries.ever_owed(ROOM, those, rule=it, done_only=True) for it in OF_THE_FAMILY))
    asked = set().union(*(queries.ever_owed(ROOM, those, rule=it) for it in OF_THE_HOUSEHOLD))
    return (_owing(those, OF_THE_FAMILY) | (told - _owing(those, (SILENT,)))) - asked


def _owing(those: list[UUID], rules: tuple[str, ...]) -> set[UUID]:
    return {of for of, _ in queries.rows_of(Q(room=ROOM, of__in=those, rule__in=rules)).values()}


@durable_transaction
def see_to_papers(*, at: datetime) -> None:
    """Of each open request with a court's paper that counsel was never asked to read, though nobody has said whether it
    forbids telling, counsel is asked, once. The round of every hour sees to it."""
    rows = EnforcementRequest.objects.filter(closed_at=None).exclude(papers=[]).order_by("pk")
    for row in rows.select_for_update(of=("self",)):
        if unseen(row) and not set(READ_TODAY) & queries.entered(ROOM, row.id):
            day = district_day(at)
            owed = Owed(READ_BY_COUNSEL, ROOM, row.id, at, COUNSEL, part=BY_THE_DISTRICT, due_on=day)
            duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=_noted(row, at))


def _noted(row: EnforcementRequest, at: datetime) -> UUID:
    event = ledger.event(
        Act.ENFORCEMENT_ANSWERED, record=row.id, part="law", by=PROGRAM, outcome=row.script, sealed=True, at=at
    )
    return ledger.write(event)


def _ask(row: EnforcementRequest, at: datetime) -> None:
    entry = _noted(row, at)
    ask_of_its_household(row, entry=entry, at=at)
    for rule in OF_THE_FAMILY:
        duties.let_go(ROOM, row.id, Over(None, entry, at), rule=rule)
