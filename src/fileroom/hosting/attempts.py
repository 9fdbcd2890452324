"""What must not undo the act that it follows is tried in a savepoint."""

from __future__ import annotations

import logging
from collections.abc import Callable

from fileroom.hosting.transactions import savepoint

logger = logging.getLogger(__name__)


def attempt(act: Callable[[], object]) -> bool:
    """Do it as part of the open transaction, and say whether it was done.

    Where it fails, nothing that it has done stands, in the database or beside it, and the transaction lives on. The
    program's log says by what kind of error, and neither in its words nor what it was or where: what some acts are
    followed by, and when, is under seal.
    """
    try:
        with savepoint():
            act()
    except Exception as error:
        logger.error("What an act was to be followed by was left undone: %s.", type(error).__qualname__)
        return False
    return True
