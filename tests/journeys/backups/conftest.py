"""A small district of its own name, the command line, and a backup."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from fileroom.hosting.embedded import Urls
from tests.journeys.backups.lost import Command, Small, filed

_numbers = count(1)


@pytest.fixture
def small(installation: Urls) -> Iterator[Small]:
    """A third district, under a name of its own for each test, and gone afterwards."""
    from fileroom.hosting import districts, serving
    from fileroom.seal.store import key_store

    name = f"birch_valley_{next(_numbers)}"
    districts.add(name, f"{name.replace('_', '-')}.test")
    key_store().found(name)
    with serving(name):
        made = filed(name, installation)
    yield made
    made.lose()


@pytest.fixture
def fileroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command as `fileroom` does: exit status, standard output, standard error."""
    from fileroom.cli.__main__ import main

    monkeypatch.setenv("FILEROOM_VAR", str(tmp_path / "var"))

    def run(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main([str(each) for each in arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def backup(small: Small, fileroom: Command, tmp_path: Path) -> Path:
    """A backup of the district."""
    status, _, err = fileroom("--district", small.name, "backup", tmp_path / "backup")
    assert status == 0, err
    return tmp_path / "backup"
