"""What must not undo the act that it follows is tried in a savepoint."""

from __future__ import annotations

from collections.abc import Callable

from fileroom.hosting.transactions import savepoint


def attempt(act: Callable[[], object]) -> bool:
    """Do it as part of the open transaction, and say whether it was done.

    Where it fails, nothing that it has done stands, in the database or beside it, and the transaction lives on. The
    program's log has no line of it: what some acts are followed by is under seal, and so is when. Whoever calls sees to
    it that what was left undone is seen by those whose it is.
    """
    try:
        with savepoint():
            act()
    except Exception:
        return False
    return True
