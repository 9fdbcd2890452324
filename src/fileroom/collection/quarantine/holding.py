"""Hold a document back: sealed with a key of its own, in nobody's file, with the entry that says so."""

from __future__ import annotations

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from fileroom.collection.batches import ORIGIN
from fileroom.collection.quarantine.examined import Examined
from fileroom.collection.quarantine.gathering import HELD, KEPT
from fileroom.hosting import current_district
from fileroom.law import Decision
from fileroom.law.catalogue import Others
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor, Event
from fileroom.people.answers import FormUsed
from fileroom.records import contents as shelf
from fileroom.records import places
from fileroom.records.models import Quarantined, Version
from fileroom.screening.templates import NOTHING
from fileroom.seal.store import key_store

# What goes back or is destroyed waits again where it is brought again; but an archive sends the same again and again.
FILED = (Quarantined.State.FILED, Quarantined.State.REDACTED)


@dataclass(frozen=True)
class Held:
    """It waits for the custodian of records, and the ledger knows."""

    id: UUID
    entry: UUID


@dataclass(frozen=True)
class HeldBefore:
    """The very same document came before, for the same student as the same item: it is not held twice.

    `state`: what became of it. It waits here, or is kept under a declared exception; or a record of it was filed, whole
    or without what was found in it, and nothing lies here.
    """

    id: UUID
    state: str = HELD


@dataclass(frozen=True)
class Brought:
    """A document that may not be filed: for whom it was brought, as what, and what the gate saw in it.

    `once`: the id its row will have, where a form says one.
    """

    student: UUID
    item: str
    contents: shelf.Contents
    examined: Examined
    decision: Decision | None  # by which the law keeps it out; None where nobody could read it
    about: UUID | None = None
    others: Others | None = None
    dated_on: date | None = None
    once: UUID | None = None


def hold(
    these: Sequence[Brought], *, road: str, noted: dict[str, Any], by: Actor, at: datetime, dry_run: bool = False
) -> list[Held | HeldBefore]:
    """Hold these back inside the open transaction. `noted`: what every entry of it says besides.

    A dry run answers the same and writes nothing.
    Whether the law keeps them out was the caller's question; what does harm or holds nothing is never handed in here.
    Raises FormUsed: the id that a form said is that of something else, or of what is decided about.
    """
    if not these:
        return []
    rows = [_row(it, road, by, at) for it in these]
    said = [places.fingerprint_held(row, it.contents) for row, it in zip(rows, these, strict=True)]
    known = _among(said, FILED) if road == ORIGIN else {}
    known |= _among(said, (HELD, KEPT))
    by_form = {row.id: (row, mark) for row, it, mark in zip(rows, these, said, strict=True) if it.once}
    known |= _sent_before({id_: both for id_, both in by_form.items() if both[1] not in known})
    answers: list[Held | HeldBefore] = []
    new: list[tuple[Quarantined, Brought, Event]] = []
    for row, it, mark in zip(rows, these, said, strict=True):
        if mark in known:
            answers.append(known[mark])
            continue
        event = ledger.event(
            Act.QUARANTINE_HELD,
            student=it.student,
            record=row.id,
            part=it.item,
            by=by,
            decision=it.decision,
            outcome="held",
            at=at,
            **noted,
        )
        known[mark] = HeldBefore(row.id)
        new.append((row, it, event))
        answers.append(Held(row.id, event.id))
    if dry_run:
        return answers
    ledger.write_many([event for _, _, event in new])
    Quarantined.objects.bulk_create([row for row, it, _ in new if not it.once], batch_size=2000)
    shelf.hold_back([shelf.Holding(row, it.contents) for row, it, _ in new], by=by.account, at=at)
    return answers


def _among(said: Sequence[bytes], states: Sequence[str]) -> dict[bytes, HeldBefore]:
    """Of these fingerprints, those of which one came before and is in one of these states."""
    rows = Version.objects.filter(quarantined__state__in=states, fingerprint__in=list(said))
    found = rows.values_list("fingerprint", "quarantined", "quarantined__state")
    return {bytes(mark): HeldBefore(id_, state) for mark, id_, state in found}


def _sent_before(rows: Mapping[UUID, tuple[Quarantined, bytes]]) -> dict[bytes, HeldBefore]:
    """Of the rows whose ids a form said, those that are there: the others are shelved, and it is the turn of no other.

    The primary key makes a second post of the same form wait here, and then find the first.
    """
    if not rows:
        return {}
    Quarantined.objects.bulk_create([row for row, _ in rows.values()], ignore_conflicts=True)
    known: dict[bytes, HeldBefore] = {}
    there = Version.objects.filter(quarantined__in=rows).select_related("quarantined").defer("quarantined__found")
    for version in there:
        mark = rows[version.held.id][1]
        if bytes(version.fingerprint) != mark or version.held.state not in (HELD, KEPT):
            raise FormUsed
        known[mark] = HeldBefore(version.held.id, version.held.state)
    return known


def _row(it: Brought, road: str, by: Actor, at: datetime) -> Quarantined:
    seen = it.examined
    id_ = it.once or uuid4()
    return Quarantined(
        id=id_, student_id=it.student, item=it.item, about=it.about, others=it.others.value if it.others else "",
        dated_on=it.dated_on, road=road, brought_by=by.account, brought_at=at, outcome=seen.came_to,
        template=_template(seen, it.item, road, id_), found=seen.rows(), covered_by=list(seen.covered_by),
        redactable=seen.redactable,
    )  # fmt: skip


def tell_anew(row: Quarantined, seen: Examined) -> None:
    """Note what is found today in what waits, where that is not what was found when it came: it waits among copies of
    which the same is known, or by itself. Part of the open transaction, in which its entry is written."""
    said = {"outcome": seen.came_to, "found": seen.rows(), "covered_by": list(seen.covered_by)}
    group = _template(seen, row.item, row.road, row.id)
    waiting = Quarantined.objects.filter(pk=row.id, state=HELD)
    waiting.update(**said, redactable=seen.redactable, template=group)


def set_apart(row: Quarantined, wording: str) -> None:
    """Have it wait, with what is known of it, among those of its group that say the same (quarantine.wording)."""
    Quarantined.objects.filter(pk=row.id, state=HELD).update(template=_keyed(row.template, wording))


def _template(seen: Examined, item: str, road: str, id_: UUID) -> str:
    """The name of its group. Keyed: nobody with the database alone can try out which form it is.

    What could not be read whole is a group of its own: nobody knows that it is a copy of anything.
    """
    own = "" if seen.read_whole and seen.template != NOTHING else str(id_)
    said = (own, seen.template, seen.outcome, item, road, *seen.kinds(), *seen.covered_by, str(seen.redactable))
    return _keyed(*said)


def _keyed(*said: str) -> str:
    key = key_store().secret(current_district(), "search")
    return hmac.digest(key, b"template/" + "/".join(said).encode(), "sha256").hex()
