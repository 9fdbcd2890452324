"""`fileroom up`: one command that starts everything, and leaves nothing behind however it ends."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from fileroom.hosting.embedded import EmbeddedServer


@pytest.fixture
def var() -> Iterator[Path]:
    yield from _folder()


@pytest.fixture(scope="module")
def begun() -> Iterator[Path]:
    """The folder of an installation that the first test of these begins, and the next ones start again: however it
    ended, the next start is none the worse for it."""
    yield from _folder()


def _folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="fileroom-test-"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def port() -> int:
    """A free one that the machine gives to nobody by itself, so that none takes it between two starts."""
    for one in random.SystemRandom().sample(range(20_000, 32_000), 100):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", one))
            return one
    raise AssertionError("no port is free")


def up(var: Path, port: int, *more: str) -> subprocess.Popen[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FILEROOM_")}
    return subprocess.Popen(
        [sys.executable, "-m", "fileroom.cli", "up", "--port", str(port), *more],
        env=kept | {"FILEROOM_VAR": str(var)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def line(running: subprocess.Popen[str]) -> str:
    """The first line it prints: it serves."""
    assert running.stdout is not None
    return running.stdout.readline()


def answers(port: int) -> bool:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        direct.open(f"http://127.0.0.1:{port}/", timeout=5).close()
    except urllib.error.HTTPError as answer:
        answer.close()
    except OSError:
        return False
    return True


def falls_silent(port: int) -> bool:
    for _ in range(100):
        if not answers(port):
            return True
        time.sleep(0.1)
    return False


def test_the_demonstration_is_made_checked_and_stopped_and_the_second_start_makes_nothing(var: Path, port: int) -> None:
    serves = f"ok: http://127.0.0.1:{port}/ answers 200\n"
    for made in (True, False):
        started = up(var, port, "--demo", "--check")
        answer, said = started.communicate(timeout=240)
        assert (answer, started.returncode) == (serves, 0)
        assert ("(once)" in said) is made


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_stop_it_ends_and_nothing_goes_on(begun: Path, port: int, sign: signal.Signals) -> None:
    running = up(begun, port)
    assert str(port) in line(running)
    running.send_signal(sign)
    running.communicate(timeout=60)
    assert (running.returncode, answers(port)) == (0, False)
    assert EmbeddedServer(begun).running() is None


def test_what_it_keeps_secret_is_open_to_no_one_else(begun: Path, port: int) -> None:
    if not (begun / "keys").exists():
        up(begun, port, "--check").communicate(timeout=60)
    for path in (begun / "keys", begun / "objects", *(begun / "keys").iterdir()):
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.parametrize("seconds", [0.4, 1.6])
def test_asked_to_stop_while_it_starts_it_stops_and_starts_whole_the_next_time(
    var: Path, port: int, seconds: float
) -> None:
    running = up(var, port)
    time.sleep(seconds)
    running.terminate()
    running.communicate(timeout=60)
    again = up(var, port)
    said = line(again)
    assert str(port) in said, again.communicate(timeout=60)
    again.terminate()
    again.communicate(timeout=60)


SWALLOWED = """
import os, signal, subprocess
from fileroom.cli.up import Stop, listen, watch

class LetGo:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)

heard = listen()
LetGo()
child = subprocess.Popen(["sleep", "60"])
try:
    watch(child, None, heard)
except Stop:
    print("stopped")
finally:
    child.kill()
    child.wait()
"""


def test_a_request_to_stop_that_comes_where_python_ignores_exceptions_is_heard_all_the_same() -> None:
    asked = subprocess.run([sys.executable, "-c", SWALLOWED], capture_output=True, text=True, timeout=30, check=False)
    assert ("Exception ignored" in asked.stderr, asked.stdout) == (True, "stopped\n")


def test_killed_it_leaves_nothing_in_the_way_of_the_next_start_and_a_killed_database_stops_the_rest_in_words(
    begun: Path, port: int
) -> None:
    running = up(begun, port)
    assert str(port) in line(running)
    running.kill()
    running.communicate()
    assert falls_silent(port)
    again = up(begun, port)
    assert str(port) in line(again)
    number = (EmbeddedServer(begun).home.data / "postmaster.pid").read_text().split("\n")[0]
    os.kill(int(number), signal.SIGKILL)
    words = again.communicate(timeout=60)[1]
    assert again.returncode == 70
    assert "The database ended by itself" in words
    assert not answers(port)


def test_a_port_that_is_taken_is_said_before_anything_is_started(var: Path, port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        running = up(var, port)
        words = running.communicate(timeout=60)[1]
    assert running.returncode == 4
    assert f"Cannot listen on 127.0.0.1:{port}" in words
    assert not (var / "database").exists()


def test_some_database_urls_without_the_others_are_refused_by_name(var: Path, port: int) -> None:
    running = subprocess.run(
        [sys.executable, "-m", "fileroom.cli", "up", "--port", str(port)],
        env=os.environ | {"FILEROOM_VAR": str(var), "FILEROOM_DATABASE_URL": "postgresql://", "FILEROOM_OWNER_URL": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert running.returncode == 4
    assert "set FILEROOM_OWNER_URL" in running.stderr
