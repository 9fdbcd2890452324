"""Verbs of the shelves for the room that keeps them from loss. They are no gate and open nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from uuid import UUID

from fileroom.hosting import durable_transaction
from fileroom.records import contents

AT_ONCE = 2000


def finish_destructions(*, at: datetime) -> int:
    """Destroy the keys of what was destroyed when the server stopped half-way; returns how many."""
    return contents.finish_destructions(at=at)


@durable_transaction
def replay_destructions(destroyed: Iterable[tuple[UUID, datetime]]) -> int:
    """Make the shelves of a restored backup show what was destroyed since, by data key and time; returns how many."""
    rest, cleared = iter(destroyed), 0
    while batch := dict(islice(rest, AT_ONCE)):
        cleared += contents.clear_destroyed(batch)
    return cleared
