"""The web server's own log: what went wrong and where, never what was asked for."""

from __future__ import annotations

import logging
import sys
from types import FrameType
from typing import Any

from gunicorn import glogging
from gunicorn.glogging import Logger

from fileroom.hosting.faults import kind_and_place

ON_THE_WAY = (__file__, glogging.__file__, logging.__file__)


class ServerLog(Logger):  # type: ignore[misc]  # gunicorn ships no types
    """gunicorn's log without its workers' words: those repeat request lines, headers and addresses as they came.

    The process that starts the workers reads no request, and speaks of them by number: it says what it says. So does a
    worker until it has booted: what keeps it from that, a setting above all, must be read in its words.
    """

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        self._reads_requests = False
        cfg.set("post_worker_init", self._booted)
        self.error_log.addFilter(self._told)

    def _booted(self, worker: object) -> None:
        self._reads_requests = True

    def _told(self, record: logging.LogRecord) -> bool:
        if self._reads_requests:
            error = sys.exception()
            what = kind_and_place(error) if error else _place()
            record.msg, record.args, record.exc_info, record.exc_text = f"A worker met {what}", (), None, None
        return True


def _place() -> str:
    """Where something was logged: gunicorn's log and Python's own are only the way there."""
    frame: FrameType | None = sys._getframe()
    while frame and frame.f_code.co_filename in ON_THE_WAY:
        frame = frame.f_back
    return f"{frame.f_code.co_filename.rsplit('/', 1)[-1]}:{frame.f_lineno}" if frame else "nowhere"
