"""The gate of training, for tests: it is set, a record is asked for, a reason given, a look owed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import looks

TODAY, NEXT = AT.date(), timedelta(days=1)
WHY = "A fight in the yard, and the parents are here now."


def sets(who: make.Staffed, on: date | None = TODAY, grace: int = 0, *, at: Any = AT) -> None:
    from fileroom.people.trained import set_gate

    set_gate(uuid4(), on, grace, by=who.by, at=at)


def is_shut(by: Any, record: UUID, **how: Any) -> bool:
    from fileroom.disclosure.training_gate import Untrained

    return isinstance(looks(by, record, **how), Untrained)


def anyway(by: Any, record: UUID, reason: str = WHY, *, once: UUID | None = None, at: Any = AT) -> Any:
    from fileroom.disclosure.opened_anyway import open_anyway

    return open_anyway(once or uuid4(), record, reason, by=by, at=at)


def waiting(by: Any, at: Any = AT, *, room: str = "opened_anyway") -> list[Any]:
    """The looks that somebody owes."""
    from fileroom.people.owed import owed

    return [it for it in owed(by=by, at=at) if it.room == room]
