"""Whether a family is to be told of a request, as it stands now, and whether counsel is first to read what was shown;
and that counsel is asked first of an inquiry of child welfare whose household was owed the telling before the law had
it so, and once more after an older backup came back.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.programmes.enforcement.board_days import ROOM
from fileroom.programmes.enforcement.duties import (
    AN_AGENCYS_SUBPOENA,
    OF_THE_FAMILY,
    OF_THE_HOUSEHOLD,
    READ_BY_COUNSEL,
    SILENT,
    TOLD_BY_LETTER,
    ask_of_its_household,
    never_asked,
    told_since_counsel,
)
from fileroom.programmes.enforcement.encounters import Asker, is_inquiry
from fileroom.programmes.enforcement.papers import Shown, may_forbid_word
from fileroom.programmes.models import EnforcementRequest

MAY_INQUIRE = (Asker.CHILD_WELFARE.value, Asker.NOT_SURE.value, Asker.POLICE.value)
PROGRAM = Actor(account=None, role="system", door="round")


def is_to_be_told(row: EnforcementRequest, at: datetime) -> bool:
    """Is a family to be told, or was one, and not before counsel was asked of an inquiry last; and does nothing forbid
    it now? Of an inquiry of which counsel was never asked none is. Part of the open transaction."""
    open_ = {it.rule for it in queries.about(ROOM, [row.id], at=at)}
    if open_ & {SILENT, *OF_THE_HOUSEHOLD}:
        return False
    if is_inquiry(row.asker, row.harm) and not set(OF_THE_HOUSEHOLD) & queries.entered(ROOM, row.id):
        return False
    by_letter, done = set(TOLD_BY_LETTER), {rule for rule, _ in queries.done(ROOM, row.id)}
    return bool(by_letter & open_) or (bool(by_letter & done) and told_since_counsel(row))


def read_first(row: EnforcementRequest) -> bool:
    """Is counsel still to read a court's paper of which nobody has said whether it forbids telling? Until then no word
    goes out, whatever is owed: what a family has been told cannot be taken back. Part of the open transaction."""
    if not any(may_forbid_word(Shown.from_json(it)) for it in row.papers):
        return False
    reading = Q(room=ROOM, of=row.id, rule__in=(READ_BY_COUNSEL, AN_AGENCYS_SUBPOENA))
    return bool(queries.rows_of(reading))


@durable_transaction
def see_to_inquiries(*, at: datetime) -> None:
    """Of each open inquiry whose household is owed the telling, though counsel was never asked, counsel is asked, once,
    and the household is owed nothing until counsel has answered. The round of every hour sees to it."""
    rows = EnforcementRequest.objects.filter(asker__in=MAY_INQUIRE, closed_at=None).order_by("pk")
    for row in rows.select_for_update(of=("self",)):
        open_ = {it.rule for it in queries.about(ROOM, [row.id], at=at)}
        if never_asked(row, open_, queries.entered(ROOM, row.id)):
            _ask(row, at)


def _ask(row: EnforcementRequest, at: datetime) -> None:
    event = ledger.event(
        Act.ENFORCEMENT_ANSWERED, record=row.id, part="law", by=PROGRAM, outcome=row.script, sealed=True, at=at
    )
    entry = ledger.write(event)
    ask_of_its_household(row, entry=entry, at=at)
    for rule in OF_THE_FAMILY:
        duties.let_go(ROOM, row.id, Over(None, entry, at), rule=rule)
