"""The web server's own log: what went wrong and where, never what was asked for."""

from __future__ import annotations

import logging
import os
import sys
import traceback
from typing import Any

from gunicorn.glogging import Logger


class ServerLog(Logger):  # type: ignore[misc]  # gunicorn ships no types
    """gunicorn's log without its workers' words: those repeat request lines, headers and addresses as they came.

    The process that starts the workers reads no request, and speaks of them by number: it says what it says.
    """

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        self._reads_no_request = os.getpid()
        self.error_log.addFilter(self._told)

    def _told(self, record: logging.LogRecord) -> bool:
        if os.getpid() != self._reads_no_request:
            error = sys.exception()
            what = _kind_and_place(error) if error else f"{record.module}:{record.lineno}"
            record.msg, record.args, record.exc_info, record.exc_text = f"A worker met {what}", (), None, None
        return True


def _kind_and_place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    where = " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(error).__qualname__} at {where}"
