"""Flips of what is looked at twice: a copy waits for a second look for longer than it may; then somebody looks."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import Flip

if TYPE_CHECKING:
    from fileroom.disclosure.models import MarkedCopy


def waiting_since(at: datetime) -> MarkedCopy:
    """A copy for which somebody has asked a second person to look."""
    from fileroom.disclosure.models import MarkedCopy

    return MarkedCopy(
        id=uuid4(), record=uuid4(), mark="birthplace", step="second_look", whom=b"0" * 32, state="waits", asked_at=at,
        asked_by=uuid4(), entry=uuid4(),
    )  # fmt: skip


def marks(town: make.Town) -> Flip:
    """Somebody has asked for a look this morning; it turns out to be four days ago; then it is taken."""
    row = waiting_since(AT)
    looked = {"state": "left_out", "looked_at": AT, "looked_by": uuid4(), "look": uuid4()}
    return Flip(
        "A copy has waited more than three days for a second look",
        lambda: make.keep(row),
        lambda: make.change(row, asked_at=AT - timedelta(days=4)),
        lambda: make.change(row, **looked),
    )
