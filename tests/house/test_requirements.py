"""What runs here is what was chosen: every package by its hash, and none of its code while it is installed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LISTS = sorted((ROOT / "requirements").glob("*.txt"))


def packages(words: str) -> list[str]:
    """The requirements of a list, each with its continued lines; comments left out."""
    lines = [line for line in words.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return re.split(r"\n(?=\S)", "\n".join(lines))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_every_package_is_pinned_with_its_hashes(path: Path) -> None:
    found = packages(path.read_text())
    assert len(found) > (1 if path.stem == "run" else 0)
    assert [it.split()[0] for it in found if not re.match(r"[a-z0-9.-]+(\[[a-z0-9,]+\])?==\S+", it)] == []
    assert [it.split()[0] for it in found if not re.search(r"--hash=sha256:[0-9a-f]{64}", it)] == []


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_no_list_names_an_address_to_fetch_from(path: Path) -> None:
    assert not re.search(r"://|--index-url|--find-links", path.read_text())


def test_pip_takes_nothing_without_a_hash_and_runs_no_code_of_a_package() -> None:
    script = (ROOT / "script" / "lib" / "ready.py").read_text()
    installs = [line for line in script.splitlines() if '"-r"' in line]
    assert len(installs) == 1
    assert '"--require-hashes", "--only-binary=:all:"' in installs[0]
