"""What a server loads before it forks its workers: no connection, no thread, no socket, for they live in no copy."""

from __future__ import annotations

import subprocess
import sys

LOADS = """
import os, threading
from pathlib import Path
from fileroom.config.wsgi import application
from django.db import connections
assert callable(application)
held = [os.readlink(it) for it in Path("/proc/self/fd").iterdir() if it.is_symlink()]
print(threading.active_count(), [it for it in connections.all() if it.connection is not None],
      [it for it in held if it.startswith("socket:")])
"""


def test_loading_the_pages_opens_no_connection_and_starts_no_thread() -> None:
    command = [sys.executable, "-c", LOADS]
    said = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert said.stdout.strip() == "1 [] []", said.stderr
