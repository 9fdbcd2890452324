"""What tests of rosters share: to bring one into a district, and to look at the district's rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from fileroom.collection.imports.report import Report
from tests.collection import edfi_bundles as edfi
from tests.collection.oneroster_bundles import Roster
from tests.conftest import AT

if TYPE_CHECKING:
    from tests.collection.absences import Office

Import = Callable[..., Report]
Rows = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def bring(district: str, tmp_path: Path) -> Import:
    """Import a roster, `days` after the first."""
    from fileroom.collection.oneroster.services import import_bundle
    from fileroom.ledger.services import Actor

    made = 0

    def bring(roster: Roster, *, days: int = 0, **options: Any) -> Report:
        nonlocal made
        made += 1
        path = roster.folder(tmp_path / f"bundle-{made}")
        by = Actor(account=None, role="system", door="cli")
        return import_bundle(path, by=by, at=AT + timedelta(days=days), **options)

    return bring


@pytest.fixture
def edfi_bring(district: str, tmp_path: Path) -> Import:
    """Import an Ed-Fi bundle of these files, `days` after the first."""
    from fileroom.collection.edfi.services import import_edfi
    from fileroom.ledger.services import Actor

    made = 0

    def bring(files: dict[str, str] | Path, *, days: int = 0, **options: Any) -> Report:
        nonlocal made
        made += 1
        path = files if isinstance(files, Path) else edfi.folder(tmp_path / f"bundle-{made}", files)
        by = Actor(account=None, role="system", door="cli")
        return import_edfi(path, by=by, at=AT + timedelta(days=days), **options)

    return bring


@pytest.fixture
def rows(owner: psycopg.Connection[Any]) -> Rows:
    """Rows of a statement, seen by a superuser looking at the district."""

    def rows(statement: str, *values: object) -> list[tuple[Any, ...]]:
        return owner.execute(statement, values).fetchall()

    return rows


@pytest.fixture
def office(bring: Import) -> Office:
    """A school whose last roster no longer names three people."""
    from tests.collection.absences import Office

    return Office(bring)


@pytest.fixture
def archive(bring: Import, tmp_path: Path) -> Import:
    """Import these files by this index, into a district that has the students of a small roster."""
    from fileroom.collection.archive.services import import_documents
    from fileroom.ledger.services import Actor

    bring(Roster())
    made = 0

    def archive(rows: str, files: dict[str, str | bytes], *, days: int = 0, **options: Any) -> Report:
        nonlocal made
        made += 1
        folder = tmp_path / f"archive-{made}"
        for name, body in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body.encode() if isinstance(body, str) else body)
        folder.mkdir(exist_ok=True)
        index = tmp_path / f"index-{made}.csv"
        index.write_text(rows, encoding="utf-8")
        by = Actor(None, "system", "cli")
        return import_documents(folder, index=index, by=by, at=AT + timedelta(days=days), **options)

    return archive
