"""Flips of what is counted of messages: one that did not go has waited for days; then somebody has seen to it. Or the
mail server takes none."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from tests import factories as make
from tests.casework.behind import waits_for
from tests.conftest import AT
from tests.disclosure.asking import filed
from tests.programmes.flip import Flip

if TYPE_CHECKING:
    from fileroom.casework.models import Outgoing


def kept_back(town: make.Town) -> Flip:
    """A message is kept back; two days later nobody has looked; then it was taken back."""
    row = _waiting(town)
    late = AT - timedelta(days=2)
    return Flip(
        "1 that did not go waits for a person for more than a day",
        lambda: make.change(row, state="withheld", why="address", over_at=AT, entry=uuid4()),
        lambda: make.change(row, over_at=late),
        lambda: make.change(row, state="withdrawn"),
    )


def unreached(town: make.Town) -> Flip:
    """One went; since then no mail server took one; then it goes, or another."""
    row, went = _waiting(town), _waiting(town)
    sent = {"state": "sent", "entry": uuid4()}
    return Flip(
        "The mail server has taken no message since one was given up, however often it was tried",
        lambda: make.change(went, over_at=AT, **sent),
        lambda: make.change(row, state="given_up", why="unreached", over_at=AT + timedelta(hours=1), entry=uuid4()),
        lambda: make.change(went, over_at=AT + timedelta(hours=2)),
    )


def _waiting(town: make.Town) -> Outgoing:
    from fileroom.casework.models import Outgoing
    from fileroom.hosting import district_transaction

    ids = waits_for(town.ana, filed(town.registrar.by, town.ana))
    with district_transaction():
        return Outgoing.objects.get(pk=ids["outgoing_id"])
