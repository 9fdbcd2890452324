"""The import contracts hold, and each kind of breach, planted in a copy of the tree, is found."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BREACHES = {
    "Django in the law": ("law/days.py", "import django\n"),
    "a database driver in the law": ("law/days.py", "import psycopg\n"),
    "a gate that imports the other gate": ("disclosure/facts.py", "import fileroom.collection.items\n"),
    "a door that imports tables": ("web/words.py", "import fileroom.people.models\n"),
    "a door that imports facts": ("cli/law.py", "import fileroom.people.facts\n"),
    "a door at the shelves": ("web/words.py", "import fileroom.records.queries\n"),
    "a door at the ledger": ("web/words.py", "import fileroom.ledger.queries\n"),
    "contents opened by people": ("people/roles.py", "import fileroom.records.contents\n"),
    "contents opened by a door": ("web/words.py", "import fileroom.records.contents\n"),
    "a lower room that imports a higher one": ("ledger/tables.py", "import fileroom.people.names\n"),
    "a sieve that knows Django": ("screening/names.py", "import django.conf\n"),
    "a folder without a place": ("utils/__init__.py", '"""Odds and ends."""\n'),
}


def broken_contracts(root: Path) -> subprocess.CompletedProcess[str]:
    """import-linter over the tree below `root`."""
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-logo", "--no-cache"], cwd=root, env={"PYTHONPATH": str(root / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's Python files and its contracts, without history, assets or caches."""
    root = tmp_path_factory.mktemp("tree")
    shutil.copy(ROOT / "pyproject.toml", root)
    shutil.copytree(
        ROOT / "src" / "fileroom", root / "src" / "fileroom", ignore=shutil.ignore_patterns("__pycache__", "static")
    )
    return root


def test_the_import_contracts_hold(copy: Path) -> None:
    done = broken_contracts(copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("file", "line"), BREACHES.values(), ids=BREACHES)
def test_a_planted_breach_is_found(copy: Path, file: str, line: str) -> None:
    path = copy / "src" / "fileroom" / file
    before = path.read_text() if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    path.write_text((before or "") + line)
    try:
        done = broken_contracts(copy)
    finally:
        if before is None:
            shutil.rmtree(path.parent)
        else:
            path.write_text(before)
    assert done.returncode != 0
