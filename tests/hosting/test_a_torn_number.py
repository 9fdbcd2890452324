"""The file with the postmaster's number, left empty or torn by a full disk or a power cut, is in nobody's way."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from fileroom.hosting.embedded import EmbeddedServer


@pytest.fixture(scope="module")
def embedded() -> Iterator[EmbeddedServer]:
    folder = Path(tempfile.mkdtemp(prefix="fileroom-test-"))
    folder.chmod(0o711)
    server = EmbeddedServer(folder)
    yield server
    server.stop()
    shutil.rmtree(server.home.at, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.parametrize("words", ["", "\n", "12x\n"])
def test_a_number_that_was_torn_is_not_in_the_way(embedded: EmbeddedServer, words: str) -> None:
    embedded.start()
    embedded.kill()
    (embedded.home.data / "postmaster.pid").write_text(words)
    with psycopg.connect(embedded.start().owner) as owner:
        assert owner.execute("SELECT 1").fetchone() == (1,)
    embedded.stop()
