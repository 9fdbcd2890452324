"""The reports that went to the Board: each with its papers, its meeting, and whether the Board has heard it there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom.programmes.models import EnforcementReport
from fileroom.programmes.packet.told import heard
from fileroom.records.models import Letter

KIND = "board_enforcement_report"


@dataclass(frozen=True)
class Released:
    """A report that went to the Board. `papers`: letter and language; `meeting_on`: None, of which none was named.

    `heard`: its meeting is over, and the Board has heard it there; `unheard`: and nothing here says so."""

    id: UUID
    from_on: date
    to_on: date
    at: datetime
    papers: tuple[tuple[UUID, str], ...]
    meeting_on: date | None = None
    heard: bool = False
    unheard: bool = False


def all_released(rows: Iterable[EnforcementReport], on: date) -> tuple[Released, ...]:
    """These, as of a day. Part of the open transaction."""
    those = heard(on)
    return tuple(_released(it, on, heard=it.id in those or it.heard_on is not None) for it in rows)


def _released(row: EnforcementReport, on: date, *, heard: bool) -> Released:
    papers = Letter.objects.filter(kind=KIND, about=row.id).order_by("language")
    assert row.released_at
    said = tuple((it.id, it.language) for it in papers)
    unheard = not heard and row.meeting_on is not None and row.meeting_on < on
    return Released(row.id, row.from_on, row.to_on, row.released_at, said, row.meeting_on, heard, unheard)
