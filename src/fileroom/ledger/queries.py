"""Lists and counts from the log: the open one, but where it is said otherwise. Who may read them is asked at the gate
out, before it calls these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from fileroom.hosting import current_district, district_transaction
from fileroom.ledger import sql
from fileroom.ledger.acts import Act
from fileroom.ledger.events import Actor, Event, label
from fileroom.ledger.standing import last_checkpoint
from fileroom.ledger.streams import row, rows
from fileroom.ledger.tables import OPEN, SEALED
from fileroom.seal.store import key_store


@dataclass(frozen=True)
class Noted:
    """An entry of one log; number (per student) and position (in that log) are None until it is sequenced."""

    event: Event
    number: int | None
    position: int | None


@dataclass(frozen=True)
class Turn:
    """A turn of the page: to what is newer, or older, than this entry."""

    entry: UUID
    newer: bool


@dataclass(frozen=True)
class Page:
    """Some entries of a log, newest first; `newer`, `older`: there are more. Of the whole log: how many there are, when
    the first was made (None: there is none), and whether every number up to the newest leaf's is there. A row of this
    page that cannot be read is left out, and then it is not whole."""

    entries: tuple[Noted, ...]
    newer: bool
    older: bool
    total: int
    since: datetime | None
    whole: bool


@dataclass(frozen=True)
class State:
    """The open log: entries numbered, entries waiting, the newest checkpoint (None before the first) and its time."""

    entries: int
    pending: int
    checkpoint: str | None
    signed_at: datetime | None


def entries_of(student: UUID, *, filings: bool | None = None, limit: int | None = None) -> list[Noted]:
    """The open log's entries about one student, newest first, at most `limit`."""
    with district_transaction():
        return list(_noted(rows(sql.ENTRIES_OF_STUDENT, (student, False, filings, filings, limit))))


def page_of(student: UUID, *, but: UUID, turn: Turn | None, most: int, sealed: bool = False) -> Page:
    """At most `most` entries of one of a student's logs, and what holds of all of them, in one statement.

    `but`: the entry of the look that is being taken. A turn at an entry that is not the student's is none.
    """
    log = SEALED if sealed else OPEN
    label_ = label(key_store().secret(current_district(), "student-label"), str(student).encode())
    wanted = {"student": student, "sealed": sealed, "but": but, "log": log, "label": label_, "most": most + 1}
    back = turn is not None and turn.newer
    with district_transaction():
        found = rows(sql.NEWER if back else sql.OLDER, wanted | {"turn": turn.entry if turn else None})
    total, since, turned, whole = found[0][:4]
    beyond = [entry for _, _, _, _, *entry in found if entry[0] is not None]
    more, back = len(beyond) > most, back and turned
    rows_shown = beyond[-most:] if back else beyond[:most]
    shown = tuple(_noted(rows_shown))
    whole = whole and len(shown) == len(rows_shown)
    return Page(shown, newer=more if back else turned, older=back or more, total=total, since=since, whole=whole)


def is_in_log(entry: UUID, student: UUID, *, sealed: bool) -> bool:
    """Is this an entry of that log of the student?"""
    with district_transaction():
        return row(sql.IS_IN_LOG, (entry, student, sealed)) is not None


def sealed_entries_of_no_student(*, doors: bool, before: UUID | None, limit: int) -> list[Noted]:
    """The sealed log's entries that are apart from every student, newest first: those of the office's doors, or all
    others. `before`: those older than this one."""
    with district_transaction():
        return list(_noted(rows(sql.SEALED_OF_NO_STUDENT, (doors, before, before, limit))))


def latest(
    student: UUID,
    *,
    account: UUID,
    purpose: str,
    acts: Collection[Act],
    parts: Collection[str],
    since: datetime,
    until: datetime,
) -> UUID | None:
    """The newest entry, of either log, by which this account did one of these acts for this purpose in that time."""
    found = row(sql.LATEST, (student, since, until, account, purpose, [act.value for act in acts], list(parts)))
    return found[0] if found else None


def at_of(entry: UUID) -> datetime | None:
    """When this entry was written; None: there is none. Part of the open transaction."""
    found = row(sql.AT_OF, (entry,))
    return found[0] if found else None


def written_since(entries: Collection[UUID], since: datetime) -> set[UUID]:
    """Of these entries those written since then. Part of the open transaction."""
    return {id_ for (id_,) in rows(sql.WRITTEN_SINCE, (list(entries), since))} if entries else set()


def of_part(entries: Collection[UUID], act: Act, part: str) -> set[UUID]:
    """Of these entries those that note this act of this part."""
    if not entries:
        return set()
    with district_transaction():
        return {id_ for (id_,) in rows(sql.OF_PART, (list(entries), act.value, part))}


def students_of(entries: Collection[UUID], act: Act) -> dict[UUID, datetime]:
    """Of whom those of these entries are that note this act, and when it was last. Part of the open transaction."""
    found = rows(sql.STUDENTS_OF, (list(entries), act.value)) if entries else []
    return {it[0]: it[1] for it in found}


def entry_of(student: UUID, record: UUID, act: Act, at: datetime) -> UUID | None:
    """The entry, of either log, by which this was done to a record of a student at this moment."""
    found = row(sql.ENTRY_OF, (student, at, record, act.value))
    return found[0] if found else None


def last_at(students: Collection[UUID], record: UUID, act: Act) -> datetime | None:
    """When this was last done to one record of these students; None: never. Part of the open transaction."""
    found = row(sql.LAST_AT, (list(students), record, act.value))
    return found[0] if found else None


def opened_by(account: UUID, records: Collection[UUID], *, since: datetime) -> bool:
    """Has this account opened one of these records since then?"""
    found = row(sql.OPENED_BY, (account, list(records), since))
    return bool(found and found[0])


def done_since(
    account: UUID, records: Mapping[UUID, UUID], act: Act, *, outcomes: Collection[str], since: Act
) -> set[UUID]:
    """Of these records, each of its student, those to which this account has done this with one of these outcomes, and
    nobody has done the other since. Part of the open transaction."""
    of = (list(set(records.values())), list(records))
    return {it[0] for it in rows(sql.DONE_SINCE, (*of, account, act.value, list(outcomes), since.value))}


def listed_to(account: UUID, lists: Collection[UUID], *, besides: Collection[UUID], since: datetime) -> int:
    """How many students this account was handed by these lists since then, with those besides; each counts once."""
    found = row(sql.LISTED_TO, (since, account, list(lists), list(besides)))
    return int(found[0]) if found else 0


def latest_check() -> tuple[UUID, datetime] | None:
    """The check of the ledger noted last for somebody's account, and when: one at the command line is nobody's."""
    with district_transaction():
        found = row(sql.LATEST_CHECK)
        return (found[0], found[1]) if found else None


def last_restored_at() -> datetime | None:
    """When a backup of this district was restored last; None: never. Part of the open transaction."""
    found = row(sql.LAST_RESTORED)
    return found[0] if found else None


def _noted(found: Iterable[Sequence[object]]) -> Iterator[Noted]:
    """The entries of these rows, without those that somebody altered so that they are none: the check names them."""
    for values in found:
        with suppress(ValueError):
            yield _entry(values)


def _entry(values: Sequence[object]) -> Noted:
    """The entry of a row. ValueError where it holds a code that is none."""
    id_, act, student, record, part, account, role, door, client, *rest = values
    purpose, outcome, rules, law_digest, at, sealed, number, position = rest
    actor = Actor(account, role, door, client)  # type: ignore[arg-type]  # columns in their order
    codes = tuple(filter(None, str(rules).split(",")))
    event = Event(
        id_, Act(act), student, record, part, actor, purpose, outcome, codes, law_digest, at, sealed,  # type: ignore[arg-type]
    )  # fmt: skip
    return Noted(event, number, position)  # type: ignore[arg-type]


def is_numbered(entry: UUID) -> bool:
    """Whether an entry has its place in a log."""
    with district_transaction():
        return row(sql.LEAF_OF, (entry,)) is not None


def state() -> State:
    """How the open log stands. Counts what is waiting, and nothing of the sealed log."""
    with district_transaction():
        last = last_checkpoint()
        waiting = row(sql.COUNT_PENDING, (last.arrived if last else 0,))
    pending = int(waiting[0]) if waiting else 0
    if last is None:
        return State(0, pending, None, None)
    return State(last.entries, pending, last.note, last.at.astimezone(UTC))


def counted_by_rules(acts: Collection[Act], *, between: tuple[datetime, datetime]) -> Counter[tuple[str, ...]]:
    """How often these acts (of events.COUNTED) were done from one instant until before another, by the rules that
    decided, in both logs together: a number of the whole district tells of nobody's file."""
    found: Counter[tuple[str, ...]] = Counter()
    for rules, number in rows(sql.COUNTED_BY_RULES, ([act.value for act in acts], *between)):
        found[tuple(filter(None, rules.split(",")))] += number
    return found


def counted_for(purpose: str, acts: Collection[Act], *, between: tuple[datetime, datetime]) -> int:
    """The same, of the acts done for this purpose."""
    found = row(sql.COUNTED_FOR, ([act.value for act in acts], *between, purpose))
    return int(found[0]) if found else 0


def counted_without(beside: str, acts: Collection[Act], *, between: tuple[datetime, datetime]) -> int:
    """The same, of the acts beside whose entry no row stands in the table `beside`, a name of our own."""
    found = row(sql.COUNTED_BUT.format(beside=beside), ([act.value for act in acts], *between))
    return int(found[0]) if found else 0


def last_of(act: Act) -> datetime | None:
    """When this act (of events.COUNTED) was done last."""
    found = row(sql.LAST_OF, (act.value,))
    return found[0] if found else None


def newest_parts(act: Act) -> dict[UUID, str]:
    """The part of the newest entry of this act about each record, of those of no student."""
    return dict(rows(sql.NEWEST_PARTS, (act.value,)))
