"""The same act, twice at the same moment."""

from __future__ import annotations

import contextvars
from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any


def at_once(act: Callable[[], Any], *, times: int = 2) -> list[Any]:
    """Do it in so many threads that wait for each other; what each came to, an exception too."""
    begin, came = Barrier(times), list[Any]()

    def run() -> None:
        from django.db import connections

        begin.wait(10)
        try:
            came.append(act())
        except Exception as error:
            came.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=contextvars.copy_context().run, args=(run,)) for _ in range(times)]
    for it in threads:
        it.start()
    for it in threads:
        it.join(30)
    return came
