"""The check of the whole ledger from its page: asked of the law, walked in the background, its result kept to be read.

What was found is bound to its entry and its times by a MAC, as the names beside the ledger are (parties.py), and is
shown only while that entry is the newest of its kind: whoever may write to this database alone cannot let the page say
that all is whole, neither in new words nor by the genuine ones of another day.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import connection

from fileroom.disclosure import ledger_desk
from fileroom.disclosure.models import Check as Row
from fileroom.hosting import current_district, district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Action
from fileroom.ledger import queries
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Report
from fileroom.people.answers import Refused
from fileroom.people.keepers import keeper_facts
from fileroom.people.signed_in import SignedIn
from fileroom.seal.store import key_store

SILENT = timedelta(seconds=30)  # a walk not heard of for so long is over: its server was stopped
DERIVED = b"fileroom/check/v2"
ALONE = "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' check', 0))"


@dataclass(frozen=True)
class Check:
    """A check as the page shows it. `walked` of `entries` while it runs; `found` (Report.to_json) once it has ended.

    One that neither runs nor found anything was cut short.
    """

    id: UUID
    begun_at: datetime
    walked: int
    entries: int
    running: bool
    ended_at: datetime | None
    found: dict[str, Any] | None

    @property
    def whole(self) -> bool | None:
        """None where it has not ended."""
        return None if self.found is None else bool(self.found["ok"])


@durable_transaction
def begin(*, by: SignedIn, at: datetime) -> tuple[Check, bool] | Refused:
    """A check to carry out now and True; or the one that runs already, and False. A refusal is an entry."""
    keeper = keeper_facts(by.account, on := district_day(at))
    decision = ledger_desk.decided(keeper, Action.CHECK_LOG, on)
    if not decision.granted:
        return ledger_desk.refused(keeper, decision, by, at)
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
    newest = _newest()
    if newest and _runs(newest, at):
        return _shown(newest, at), False
    row = Row.objects.create(id=uuid4(), begun_at=at, begun_by=by.account.id, alive_at=at)
    return _shown(row, at), True


def carry_out(
    check: UUID, *, by: SignedIn, progress: Callable[[int, int], None], clock: Callable[[], datetime]
) -> None:
    """Walk the ledger from end to end. It is noted after the walk, for only then is it known what was found."""
    report = ledger_desk.walk(progress=progress)
    _ended(check, report, by, clock())


@durable_transaction
def _ended(check: UUID, report: Report, by: SignedIn, at: datetime) -> None:
    keeper = keeper_facts(by.account, on := district_day(at))
    decision = ledger_desk.decided(keeper, Action.CHECK_LOG, on)
    outcome, actor = ledger_desk.found_in(report), by.acting_as(keeper.role)
    event = ledger.event(Act.LEDGER_CHECKED, by=actor, decision=decision, outcome=outcome, at=at)
    entry = ledger.write(event)
    row = Row.objects.filter(pk=check).first()
    if row is None:
        return
    row.walked = row.entries = report.entries
    row.ended_at = row.alive_at = at
    row.entry, row.found = entry, json.dumps(report.to_json())
    row.mac = _mac(row)
    row.save()
    Row.objects.exclude(pk=check).delete()


@durable_transaction
def note_progress(check: UUID, walked: int, entries: int, *, at: datetime) -> None:
    """The walk goes on, and is so far."""
    Row.objects.filter(pk=check, ended_at=None).update(walked=walked, entries=entries, alive_at=at)


@durable_transaction
def note_broken(check: UUID, *, at: datetime) -> None:
    """The walk ended by a fault of ours; the program's log says which."""
    Row.objects.filter(pk=check, ended_at=None).update(ended_at=at)


def newest(*, at: datetime) -> Check | None:
    """The check begun last, or None where there never was one. Joins an open transaction."""
    with district_transaction():
        row = _newest()
        return _shown(row, at) if row else None


def ended(*, at: datetime) -> Check | None:
    """The last check that has ended, whether another runs or not. Joins an open transaction."""
    with district_transaction():
        row = Row.objects.exclude(entry=None).order_by("-begun_at").first()
        return _shown(row, at) if row else None


def _newest() -> Row | None:
    return Row.objects.order_by("-begun_at").first()


def _runs(row: Row, at: datetime) -> bool:
    return row.ended_at is None and at - row.alive_at < SILENT


def _shown(row: Row, at: datetime) -> Check:
    found = json.loads(row.found) if _is_the_last_word(row) else None
    return Check(row.id, row.begun_at, row.walked, row.entries, _runs(row, at), row.ended_at, found)


def _is_the_last_word(row: Row) -> bool:
    """Is the row what was kept when this check ended, and has no other ended since? The ledger has its line of each."""
    if row.entry is None or not hmac.compare_digest(bytes(row.mac), _mac(row)):
        return False
    last = queries.latest_check()
    return last == (row.entry, row.ended_at)


def _mac(row: Row) -> bytes:
    """HMAC-SHA-256 under a key derived from the one that signs the entries."""
    key = hmac.digest(key_store().secret(current_district(), "event-mac"), DERIVED, "sha256")
    times = [at.astimezone(UTC).isoformat() if at else None for at in (row.begun_at, row.ended_at)]
    return hmac.digest(key, json.dumps([str(row.id), *times, str(row.entry), row.found]).encode(), "sha256")
