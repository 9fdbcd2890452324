"""Flips of what is looked at twice: a copy waits for a second look for longer than it may; then somebody looks."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import Flip


def marks(town: make.Town) -> Flip:
    """Somebody has asked for a look this morning; it turns out to be four days ago; then it is taken."""
    from fileroom.disclosure.models import MarkedCopy

    row = MarkedCopy(
        id=uuid4(), record=uuid4(), mark="birthplace", step="second_look", whom=b"0" * 32, state="waits", asked_at=AT,
        asked_by=uuid4(), entry=uuid4(),
    )  # fmt: skip
    looked = {"state": "left_out", "looked_at": AT, "looked_by": uuid4(), "look": uuid4()}
    return Flip(
        lambda: make.keep(row),
        lambda: make.change(row, asked_at=AT - timedelta(days=4)),
        lambda: make.change(row, **looked),
    )
