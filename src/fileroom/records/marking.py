"""What tells of a family's status by its own words is marked as it is filed, by whichever road it comes.

Words are found and no meaning is read (law/marks.py): two custodians of records take off a mark that is wrong
(disclosure/marks/marking.py). What they have looked at is not marked again for the same words, as long as nobody puts
others there: by which words a mark came stands at it, as keyed digests that no reader of the table can guess at.
"""

from __future__ import annotations

import hmac
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID, uuid4

from fileroom.hosting import current_district
from fileroom.law.marks import is_marked_by_law
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor, Event
from fileroom.records.models import CareMark, Record
from fileroom.seal.store import key_store

Told = tuple[Record, Collection[str]]  # a record, and the words by which it tells
DIGEST_LENGTH = 32
PROPOSED = ("proposed_at", "proposed_by", "proposal")


def mark_by_words(told: Iterable[Told], *, by: Actor, purpose: str, at: datetime) -> None:
    """Mark these, whose words tell; what is marked already stays as it is, and so does what was found to be wrongly
    marked for the same words. Part of the open transaction, which files them. Each has a line under seal: that a record
    is marked is told to nobody but the custodian of records."""
    these = {it.id: (it, _digests(it.id, words)) for it, words in told if words and not is_marked_by_law(it.item)}
    if not these:
        return
    before = list(CareMark.objects.filter(record__in=these))
    open_ = {it.record: it for it in before if it.off_at is None}
    _tell_more(open_.values(), {id_: words for id_, (_, words) in these.items()})
    known = {it: {word for mark in before if mark.record == it for word in mark.told or ()} for it in these}
    fresh = {it: told for it, told in these.items() if it not in open_ and told[1] - known[it]}
    _put_on({it: (record, words | known[it]) for it, (record, words) in fresh.items()}, by, purpose, at)


def _put_on(these: Mapping[UUID, tuple[Record, set[str]]], by: Actor, purpose: str, at: datetime) -> None:
    """A mark for each, and its line; where somebody marks the same record at this moment, theirs stands alone."""
    marks, lines = list[CareMark](), dict[UUID, Event]()
    for record, words in these.values():
        mark = uuid4()
        lines[mark] = line = _line(record, mark, by, purpose, at)
        marks.append(
            CareMark(id=mark, record=record.id, marked_at=at, marked_by=None, entry=line.id, told=sorted(words))
        )
    CareMark.objects.bulk_create(marks, batch_size=2000, ignore_conflicts=True)
    there = set(CareMark.objects.filter(pk__in=lines).values_list("id", flat=True))
    ledger.write_many([line for mark, line in lines.items() if mark in there])


def _tell_more(marks: Iterable[CareMark], words: Mapping[UUID, set[str]]) -> None:
    """An open mark is for these words too. Whoever has proposed that it comes off has not seen them: it is proposed
    anew, or not at all."""
    more = [it for it in marks if words[it.record] - set(it.told or ())]
    for it in more:
        it.told = sorted({*(it.told or ()), *words[it.record]})
        it.proposed_at = it.proposed_by = it.proposal = None
    CareMark.objects.bulk_update(more, ["told", *PROPOSED], batch_size=2000)


def _digests(record: UUID, words: Iterable[str]) -> set[str]:
    secret = key_store().secret(current_district(), "search")
    return {hmac.digest(secret, f"mark/{record}/{word}".encode(), "sha256").hex()[:DIGEST_LENGTH] for word in words}


def _line(record: Record, mark: UUID, by: Actor, purpose: str, at: datetime) -> Event:
    return ledger.event(
        Act.MARK_PUT_ON, student=record.student_id, record=mark, by=by, purpose=purpose, sealed=True, at=at
    )
