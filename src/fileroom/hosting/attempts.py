"""What must not undo the act that it follows is tried in a savepoint."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import transaction

from fileroom.hosting.faults import kind_and_place

logger = logging.getLogger(__name__)


def attempt(act: Callable[[], object], *, called: str) -> bool:
    """Do it as part of the open transaction, and say whether it was done.

    Where it fails, nothing that it has written stands, the transaction lives on, and the program's log says by what
    kind of error, and not in its words, which may be private.
    """
    try:
        with transaction.atomic():
            act()
    except Exception as error:
        logger.error("%s was left undone: %s.", called, kind_and_place(error))
        return False
    return True
