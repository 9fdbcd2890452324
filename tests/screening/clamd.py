"""A small daemon that speaks ClamAV's protocol on a real socket: it knows two signatures, and can misbehave."""

from __future__ import annotations

import socketserver
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from fileroom.screening.opening.identify import EICAR

MARK = b"a mark that stands for a harmful program"
SIGNATURES = {EICAR: "Win.Test.EICAR_HDB-1", MARK: "Test.Marked-1"}


@dataclass
class Daemon:
    """`says`: its one answer whatever it is given, instead of a scan. `waits`: seconds before it gives any; `lingers`:
    seconds after it, while it reads no more and keeps the line open.
    """

    address: str = ""
    most: int = 100 * 2**20
    says: bytes | None = None
    waits: float = 0.0
    lingers: float = 0.0
    scanned: list[bytes] = field(default_factory=list)

    def answer(self, questions: BinaryIO) -> bytes:
        """Read one command, and all of the stream behind it; too much of that is answered before its end."""
        command = b"".join(iter(lambda: questions.read(1), b"\0"))
        if command == b"zPING":
            return b"PONG\0" if self.says is None else self.says
        assert command == b"zINSTREAM", command
        body = b""
        while size := struct.unpack(">I", questions.read(4))[0]:
            body += questions.read(size)
            if len(body) > self.most:
                return b"INSTREAM size limit exceeded. ERROR\0"
        self.scanned.append(body)
        time.sleep(self.waits)
        if self.says is not None:
            return self.says
        found = next((name for mark, name in SIGNATURES.items() if mark in body), "")
        return f"stream: {found} FOUND\0".encode() if found else b"stream: OK\0"


class _Speaks(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        daemon = cast("_Server", self.server).daemon
        with suppress(BrokenPipeError):  # who asked waits no longer
            self.wfile.write(daemon.answer(cast("BinaryIO", self.rfile)))
            time.sleep(daemon.lingers)


class _Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True
    daemon: Daemon


class _Tcp(socketserver.ThreadingMixIn, socketserver.TCPServer):
    daemon_threads = True
    daemon: Daemon


@contextmanager
def speaking(at: Path | None = None) -> Iterator[Daemon]:
    """It, at a socket in this folder; on a port of 127.0.0.1 where no folder is given."""
    server = _Server(str(at / "clamd.ctl"), _Speaks) if at else _Tcp(("127.0.0.1", 0), _Speaks)
    server.daemon = Daemon()
    server.daemon.address = f"unix:{at}/clamd.ctl" if at else f"tcp://127.0.0.1:{server.socket.getsockname()[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.daemon
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
