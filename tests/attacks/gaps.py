"""What the attacks on gaps need: a gap, somebody who signs for it, and what verification then says."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from fileroom.ledger import services as ledger
from fileroom.ledger.verifying.report import Fault
from fileroom.seal.store import key_store
from tests import factories as make
from tests.ledger.acts import ANA, AT, LATER

if TYPE_CHECKING:
    from fileroom.disclosure.ledger_desk import Explained
    from fileroom.people.answers import Refused
    from fileroom.people.signed_in import SignedIn

STOPPED, RESTORED = "server_stopped", "restored_from_backup"


def gap(district: str, *, with_key: bool = False, at: datetime = AT) -> UUID:
    """What a server leaves that was killed between the receipt, or the release of a key, and the commit."""
    entry = uuid4()
    if with_key:
        key = key_store().new_data_keys(district, [(ANA, "permanent")], at)[0]
        key_store().release(district, entry, key.id, at)
    else:
        key_store().note(district, [entry], at)
    return entry


def backup_restored(at: datetime = AT + timedelta(minutes=1)) -> ledger.Event:
    """The entry that a restore leaves."""
    by = ledger.Actor(None, "operator", "cli")
    event = ledger.event(ledger.Act.BACKUP_RESTORED, part="log_size:3", by=by, outcome="destructions_replayed:0", at=at)
    ledger.write(event)
    return event


def explain(entry: UUID, by: SignedIn, *, reason: str = STOPPED, at: datetime = LATER) -> Explained | Refused:
    from fileroom.disclosure import ledger_desk

    return ledger_desk.explain(entry, reason=reason, by=by, at=at)


def signed(entry: UUID, person: make.Staffed, *, reason: str = STOPPED, at: datetime = LATER) -> UUID:
    """The entry by which this person signed."""
    from fileroom.disclosure.ledger_desk import Explained

    done = explain(entry, person.by, reason=reason, at=at)
    assert isinstance(done, Explained)
    return done.entry


def invalid(entry: UUID, person: make.Staffed, *, reason: str = STOPPED, at: datetime = LATER) -> str:
    """What the service says when there is nothing to sign for; nothing was written."""
    from django.core.exceptions import ValidationError

    from tests.disclosure.asking import entries

    before = len(entries())
    with pytest.raises(ValidationError) as error:
        explain(entry, person.by, reason=reason, at=at)
    assert len(entries()) == before
    return " ".join(error.value.messages)


def verified() -> ledger.Report:
    return ledger.verify(patience=0.05)


def unexplained() -> list[UUID]:
    """Gaps that stand; each is a finding too, and then the ledger is not whole."""
    report = verified()
    named = [it.entry for it in report.findings if it.fault is Fault.DROPPED]
    assert sorted(named) == sorted(str(it.entry) for it in report.gaps)
    return [it.entry for it in report.gaps]
