"""A record with its dated events, as `retention simulate` reads it (contracts.md §6)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, cast

from fileroom.law.facts.question import mark
from fileroom.law.facts.reading import GroupReader, Unreadable
from fileroom.law.facts.record_kinds import RecordKind
from fileroom.law.facts.things import DistrictClass, InterimReading, RecordClass
from fileroom.law.facts.words import Word
from fileroom.law.retention.schedule.histories import History


class Event(Word):
    """What happened to the record or its student."""

    CREATED = "created"
    BORN = "born"
    ENROLLED = "enrolled"
    LEFT = "left"
    GRADUATED = "graduated"
    COMPLETED_PROGRAMME = "completed_programme"
    CLASSIFIED_DISPOSABLE = "classified_disposable"
    SUPERINTENDENT_DECISION = "superintendent_decision"
    BOARD_DECISION = "board_decision"
    SUIT_FILED = "suit_filed"
    SUIT_CLOSED = "suit_closed"
    INSPECTION_REQUESTED = "inspection_requested"
    INSPECTION_GIVEN = "inspection_given"
    HOLD_PLACED = "hold_placed"
    HOLD_LIFTED = "hold_lifted"
    TRANSFERRED = "transferred"
    CONTRACT_SATISFIED = "contract_satisfied"
    COURT_JURISDICTION_ENDED = "court_jurisdiction_ended"
    CONSENTED = "consented"
    AUDIT_COMPLETED = "audit_completed"


class HeldBy(Word):
    DISTRICT = "district"
    VENDOR = "vendor"


@dataclass(frozen=True)
class Dated:
    """An event with its day."""

    date_: date
    event: Event


@dataclass(frozen=True)
class KeptRecord:
    """What is kept, and by whom. A class that is absent follows from the kind."""

    kind: RecordKind | None = None
    class_: RecordClass | None = None
    held_by: HeldBy = HeldBy.DISTRICT
    district_class: DistrictClass | None = None


@dataclass(frozen=True)
class Board:
    """What the board has chosen and recorded."""

    interim_reading: InterimReading = InterimReading.A


@dataclass(frozen=True)
class Case:
    """One record with its events, in any order."""

    record: KeptRecord = field(default_factory=KeptRecord)
    district: Board = field(default_factory=Board)
    events: tuple[Dated, ...] = ()
    id: str | int | None = None

    @staticmethod
    def from_json(given: dict[str, Any]) -> Case:
        """The case in this JSON object. Unreadable names the path and the nearest allowed."""
        read = cast("Case", _READ(given))
        return Case(**read.__dict__)

    @cached_property
    def history(self) -> History[Event]:
        return History((it.event, it.date_) for it in self.events)


class _EventReader(GroupReader):
    def __call__(self, given: Any) -> Any:
        read = super().__call__(given)
        for name in ("date", "event"):
            if name not in given or given[name] is None:
                raise Unreadable(name, "is needed")
        return read


_READ_EVENT = _EventReader(Dated)


def _events(raw: Any) -> tuple[Dated, ...]:
    if type(raw) is not list:
        raise ValueError("a list is needed")
    return tuple([_READ_EVENT(item) for item in raw])


def _case_reader() -> GroupReader:
    reader = GroupReader(Case)
    reader.readers["events"] = ("events", _events)
    reader.readers["id"] = ("id", mark)
    return reader


_READ = _case_reader()
