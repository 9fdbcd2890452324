"""A path behind a folder that may not be searched: each road says so, and none breaks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from fileroom.collection.imports.report import Report
from tests.conftest import AT


def brought(path: Path) -> Report:
    """By the road of which its name speaks."""
    from fileroom.collection.archive.services import import_documents
    from fileroom.collection.schools.services import import_schools
    from fileroom.collection.transcripts.services import import_transcripts
    from fileroom.collection.transfers.services import import_transfer
    from fileroom.ledger.services import Actor

    by = Actor(None, "system", "cli")
    if path.name == "documents":
        return import_documents(path, index=path, by=by, at=AT)
    return {"sent.json": import_transcripts, "schools": import_schools}.get(path.name, import_transfer)(
        path, by=by, at=AT
    )


@pytest.mark.parametrize("name", ["sent.json", "schools", "packet", "documents"])
@pytest.mark.usefixtures("district")
def test_where_nobody_may_look_the_report_says_that_it_cannot_be_read(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, look = tmp_path / name, Path.stat

    def stat(path: Path, **given: Any) -> Any:
        if path == there:
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, **given)

    monkeypatch.setattr(Path, "stat", stat)
    report = brought(there)
    assert not report.whole and [it.code for it in report.tally.problems] == ["unreadable"]
    monkeypatch.undo()
    with pytest.raises(FileNotFoundError):
        brought(there)


@pytest.mark.usefixtures("district")
def test_a_file_of_a_packet_that_nobody_may_see_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.txt").write_text("x")
    look = Path.stat

    def stat(path: Path, **given: Any) -> Any:
        if path.name == "one.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, **given)

    monkeypatch.setattr(Path, "stat", stat)
    report = brought(tmp_path)
    assert not report.whole and [it.code for it in report.tally.problems] == ["unreadable"]
