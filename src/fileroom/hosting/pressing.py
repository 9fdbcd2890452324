"""A form that is sent twice, even at the same moment, is one act.

Each form brings the id of the row it will make (web.once). Whoever looks for that row first and then makes it can be
overtaken between the two: then the primary key refuses the second, which is answered as if it had come later.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.db import IntegrityError, transaction

T = TypeVar("T")


def act_once(again: Callable[[], T | None], act: Callable[[], T]) -> T:
    """What was answered before, if this form has acted already (`again`; None: it has not); else do it now.

    Where another press of it is quicker, nothing that `act` has written stands, its ledger entry neither, and `again`
    answers. Part of the open transaction, which lives on: the act runs in a savepoint. An IntegrityError that `again`
    cannot explain is raised.
    """
    if (before := again()) is not None:
        return before
    try:
        with transaction.atomic():
            return act()
    except IntegrityError:
        if (before := again()) is not None:
            return before
        raise
