"""What holds a record: a hold, an open request to see it, a suit. None of them moves a hard last day."""

from __future__ import annotations

from datetime import date

from fileroom.law.facts.record_kinds import RecordKind
from fileroom.law.retention.schedule.cases import Case, Event
from fileroom.law.retention.schedule.spans import Schedule, Span

HOLDS = {
    (Event.HOLD_PLACED, Event.HOLD_LIFTED): "hold placed on",
    (Event.INSPECTION_REQUESTED, Event.INSPECTION_GIVEN): "inspection requested on",
    (Event.SUIT_FILED, Event.SUIT_CLOSED): "suit filed on",
}
ACCESS_FIRST = "give access at once: the last day does not move"
COUNSEL_TOLD = "counsel is told: the last day does not move"


def holds_on(case: Case) -> dict[tuple[Event, Event], str]:
    """The kinds of hold that bear on this record. The file of a challenge has its own rule for suits."""
    return {
        pair: says
        for pair, says in HOLDS.items()
        if pair[0] is not Event.SUIT_FILED or case.record.kind is not RecordKind.CHALLENGE_FILE
    }


def held(span: Span, case: Case) -> Schedule:
    """The schedule after holds: while one is open no first day is known; an ordinary last day waits with it."""
    open_holds = {pair: days[0] for pair in holds_on(case) if (days := case.history.open(*pair))}
    blocked = [*span.blocked_by, *(f"{HOLDS[pair]} {day.isoformat()}" for pair, day in open_holds.items())]
    if open_holds:
        if span.hard:
            asked = (Event.INSPECTION_REQUESTED, Event.INSPECTION_GIVEN)
            blocked += [ACCESS_FIRST] * (asked in open_holds) + [COUNSEL_TOLD] * bool(set(open_holds) - {asked})
        return _schedule(span, None, span.latest if span.hard else None, blocked)
    freed = [day for pair in holds_on(case) if (day := case.history.ended(*pair)) is not None]
    return _schedule(span, *_after(span, freed), blocked)


def _after(span: Span, freed: list[date]) -> tuple[date | None, date | None]:
    """The days after the last hold was lifted: not before it, and then at once."""
    if span.earliest is None or not freed:
        return span.earliest, span.latest
    first = max(span.earliest, *freed)
    if span.latest is None:
        return first, None
    if span.hard:
        return min(first, span.latest), span.latest
    return first, max(span.latest, first)


def _schedule(span: Span, first: date | None, last: date | None, blocked: list[str]) -> Schedule:
    return Schedule(first, last, span.basis, span.citation.text, tuple(blocked))
