"""What a request holds, well formed or not, stays out of the web server's own log."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from fileroom.hosting.embedded import Urls

CANARY = "Secretname"
BROKEN = {
    "the request line": f"GET /students/?q={CANARY} Torres HTTP/1.1\r\nHost: a\r\n\r\n",
    "the method": f"{CANARY}(x) / HTTP/1.1\r\nHost: a\r\n\r\n",
    "the version": f"GET / HTTP/{CANARY}\r\nHost: a\r\n\r\n",
    "a header": f"GET / HTTP/1.1\r\nHost: a\r\nCookie bad {CANARY}\r\n\r\n",
    "the name of a header": f"GET / HTTP/1.1\r\nHost: a\r\nBad {CANARY}: x\r\n\r\n",
    "how it is sent": f"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: {CANARY}\r\n\r\n",
    "its length": f"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {CANARY}\r\n\r\n",
}


@pytest.fixture(scope="module")
def served(installation: Urls) -> Iterator[tuple[int, Path]]:
    """The web server as `fileroom up` starts it, and the file that its words go to."""
    from fileroom.cli.up import server_command

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with tempfile.NamedTemporaryFile() as log:
        web = subprocess.Popen(server_command(port), stdout=log, stderr=log)
        try:
            yield port, Path(log.name)
        finally:
            web.terminate()
            web.wait(20)


def answer(port: int, request: str) -> bytes:
    """The first line of what the server answers; it may still be starting."""
    for _ in range(300):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
                line.sendall(request.encode())
                return line.recv(4096).partition(b"\r\n")[0]
        except ConnectionRefusedError:
            time.sleep(0.1)
    raise AssertionError("the web server does not answer")


def test_what_a_worker_says_without_an_error_is_logged_by_its_place() -> None:
    import logging

    from gunicorn.config import Config

    from fileroom.config.server_log import ServerLog

    said: list[str] = []

    class Listens(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    cfg = Config()
    log = ServerLog(cfg)
    log.error_log.addHandler(Listens())
    log.error("starts with %s", CANARY)
    cfg.post_worker_init(None)
    log.error("asked for %s", CANARY)
    assert said[0] == f"starts with {CANARY}", "no request was read yet"
    assert said[1].startswith("A worker met test_requests_in_the_servers_log.py:")


def test_a_worker_that_cannot_boot_says_which_setting_keeps_it(installation: Urls, tmp_path: Path) -> None:
    from fileroom.cli.up import server_command

    lost = os.environ | {"FILEROOM_SECRET_KEY_FILE": str(tmp_path / "lost.key")}
    web = subprocess.run(server_command(0), env=lost, capture_output=True, text=True, timeout=120, check=False)
    assert web.returncode != 0
    assert "FILEROOM_SECRET_KEY_FILE cannot be read" in web.stderr


@pytest.mark.parametrize("part", BROKEN)
def test_a_broken_request_is_logged_by_its_kind_and_without_its_words(served: tuple[int, Path], part: str) -> None:
    port, log = served
    before = log.stat().st_size
    assert answer(port, BROKEN[part]).split()[1] in (b"400", b"501")
    deadline, said = time.monotonic() + 10, ""
    while not said and time.monotonic() < deadline:
        time.sleep(0.05)
        said = log.read_text()[before:]
    assert "A worker met " in said, "it is noted that there was one"
    assert CANARY not in said
    assert "Torres" not in said
    assert "127.0.0.1" not in said
