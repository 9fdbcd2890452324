"""It is something else: what was held for nothing is filed whole, by the word of a custodian who has looked at it.

What the sieve was in doubt about is the custodian's to say; of what it was sure of, district counsel has looked too.
Each copy is read once more before it is filed: what nobody spoke about, because nobody had seen it, keeps it here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from time import monotonic
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection import opened
from fileroom.collection.batches import ORIGIN
from fileroom.collection.quarantine.deciding import but_for_holds, known
from fileroom.collection.quarantine.examined import Examined, examined, found_in, kind_named
from fileroom.collection.quarantine.filing import OF_NOBODY, Outcome, Paper, file, opened_to_file
from fileroom.collection.quarantine.gathering import HELD, WHOSE, Asked, Group, Settled, gathered, refused
from fileroom.collection.quarantine.holding import tell_anew
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import queries as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing, Refused
from fileroom.people.signed_in import SignedIn
from fileroom.records.models import Quarantined
from fileroom.screening import Mode
from fileroom.screening.parts import LIMITS

# Somebody waits: what is not read by then waits for the next press. That is hundreds of letters, or a few scans.
SECONDS = 20.0
NOT_READ = "Nobody knows whole what it holds, so nobody can say that it is something else. Nothing was done."
LOOK_FIRST = "Look at it first: what you have looked at is filed, and nothing else. Nothing was done."
COUNSEL_FIRST = (
    "The words about it speak for what was found: say that district counsel has looked and agrees. Nothing was done."
)
MORE_NOW = (
    "Read once more it shows what was not found when it came, or not all of it could be read. It was not filed, and"
    " waits with what is known of it now."
)


class Being(StrEnum):
    """What that is which was held for nothing."""

    ABOUT_NOBODY = "about_nobody"
    ANOTHER_NUMBER = "another_number"
    ANOTHER_SENSE = "another_sense"
    ASKS_NOTHING = "asks_nothing"


@dataclass(frozen=True)
class SomethingElse:
    """What its custodian has to do before it is filed as something else. `each`: look at every copy, for what was found
    somebody filled in; else one look serves all, for the printed form alone asks."""

    counsel_first: bool
    each: bool


@dataclass(frozen=True)
class _Ready:
    """The copies to be filed, of how many that wait, the kinds of thing that may be in each, and why they may be."""

    copies: tuple[UUID, ...]
    waiting: int
    kinds: frozenset[str]
    why: str


def something_else(head: Quarantined) -> SomethingElse | None:
    """May somebody say that it is? None: nobody, for it is nobody's, was not read, or waits no more."""
    found = found_in(head)
    if head.state != HELD or head.student_id is None or not found:
        return None
    return SomethingElse(not all(it.doubted for it in found), any(it.mode != Mode.SOLICIT for it in found))


def looked_at(copies: Collection[Quarantined], *, by: SignedIn) -> set[UUID]:
    """Those at whose words this account has looked. Part of the open transaction."""
    of = {it.id: it.student_id for it in copies if it.student_id}
    return ledger.done_by(by.account.id, of, Act.QUARANTINE_LOOKED_AT, but=(WHOSE,))


def file_as_something_else(
    held_id: UUID, being: Being, *, cleared: bool, by: SignedIn, at: datetime, until: datetime | None = None
) -> Settled | Refused:
    """File each copy whole, one act for each; those that are not read in SECONDS still wait.

    `cleared`: the custodian says that district counsel has looked and agrees. `until`: none that came later.
    Raises Missing, and ValidationError where it may not be filed so.
    """
    ready = _ready(held_id, being, cleared=cleared, until=until, by=by, at=at)
    if ready is None:
        raise Missing
    if isinstance(ready, Refused):
        return ready
    ends, done, waits = monotonic() + SECONDS, [], None
    for copy in ready.copies:
        answer = _file_one(copy, ready, by=by, at=at)
        if isinstance(answer, Settled):
            done.append(answer)
        else:
            waits = answer or waits
        if monotonic() > ends:
            break
    if done:
        return Settled(len(done), ready.waiting - len(done), done[-1].entry)
    if isinstance(waits, str):
        raise ValidationError({"choice": waits})
    return known(waits)


@durable_transaction
def _ready(
    held_id: UUID, being: Being, *, cleared: bool, until: datetime | None, by: SignedIn, at: datetime
) -> _Ready | Refused | None:
    group = gathered(held_id, Asked(until=until, goes=True), by=by, at=at)
    if not isinstance(group, Group):
        return group
    needs = something_else(group.head)
    if needs is None:
        raise ValidationError({"choice": NOT_READ if group.head.student_id else OF_NOBODY})
    if needs.counsel_first and not cleared:
        raise ValidationError({"choice": COUNSEL_FIRST})
    kinds = _kinds((it.category, it.mode, doubted) for it in found_in(group.head) for doubted in (it.doubted, True))
    group = but_for_holds(group, by.purpose, on=district_day(at))
    if not group.versions:
        return refused(group, by, at)
    copies = [it.held for it in group.versions]
    looked = looked_at(copies, by=by)
    if not looked:
        raise ValidationError({"choice": LOOK_FIRST})
    # What was looked at speaks for the others as long as it waits, so it goes last.
    going = sorted((it.id for it in copies if it.id in looked or not needs.each), key=looked.__contains__)
    why = f"{being.value}:counsel" if needs.counsel_first else being.value
    return _Ready(tuple(going), group.waiting, kinds, why)


def _file_one(copy: UUID, ready: _Ready, *, by: SignedIn, at: datetime) -> Settled | Refused | str | None:
    """File one. None: it waits no longer. A sentence: it waits on, for it shows more than was found when it came."""
    answer = opened_to_file(copy, Asked(most=1, goes=True), by=by, at=at)
    if not isinstance(answer, list):
        return answer
    ((version, body),) = answer
    # An import takes its time to read a document, and what it could read is read again.
    read = opened.read("", body, LIMITS if version.held.road == ORIGIN else None)
    if read is None:
        return MORE_NOW
    seen = read.screened
    known_whole = seen.fully_examined and not seen.more
    if not known_whole or not _kinds((it.category, it.mode, it.doubted) for it in seen.findings) <= ready.kinds:
        today = examined("", body, seen, read.parts, on=district_day(at))
        if today.found and today.may_be_held:
            _tell_anew(version.held, today)
        return MORE_NOW
    outcome = Outcome(Act.QUARANTINE_FILED, Quarantined.State.FILED, ready.why)
    return file(copy, {version.id: Paper.of(body, read)}, outcome, by=by, at=at)


@durable_transaction
def _tell_anew(held: Quarantined, today: Examined) -> None:
    tell_anew(held, today)


def _kinds(found: Iterable[tuple[str, str, bool]]) -> frozenset[str]:
    return frozenset(kind_named(category, mode, doubted=doubted) for category, mode, doubted in found)
