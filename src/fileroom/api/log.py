"""The ledger for whoever checks it from outside: its newest checkpoint, and the proof that an entry is in it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from fileroom.api import shapes
from fileroom.api.gates import acting, bearer_of, operation
from fileroom.api.problems import granted
from fileroom.disclosure import ledger_desk
from fileroom.people.tokens.scopes import Scope

router = Router(tags=["ledger"])


@operation(
    router, "GET", "/checkpoint", gate="disclosure.ledger_desk", scope=Scope.LEDGER_READ, gives=shapes.Checkpoint
)
def checkpoint(request: HttpRequest) -> shapes.Checkpoint:
    """The newest signed note: keep it outside, and no earlier entry can be changed unseen."""
    bearer_of(request)
    it = ledger_desk.signed_note()
    return shapes.Checkpoint(
        entries=it.entries, pending=it.pending, checkpoint=it.checkpoint, signed_at=it.signed_at,
        public_key=it.public_key,
    )  # fmt: skip


@operation(
    router, "GET", "/entries/{uuid:entry_id}/proof", gate="disclosure.ledger_desk", scope=Scope.LEDGER_READ,
    gives=dict[str, Any],
)  # fmt: skip
def proof(request: HttpRequest, entry_id: UUID) -> dict[str, Any]:
    """That an entry of the open log is in what the newest checkpoint signs; for whoever may check the ledger."""
    return granted(ledger_desk.proof_of(entry_id, by=acting(request), at=timezone.now()))
