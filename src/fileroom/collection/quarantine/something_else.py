"""It is something else: what was held for nothing is filed whole, by the word of a custodian who has looked at it.

What the sieve was in doubt about is the custodian's to say; of what it was sure of, district counsel has looked too:
so the law has it (law/collection/held_for_nothing.py).
Each copy is read once more before it is filed: what nobody spoke about, because nobody had seen it, keeps it here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from time import monotonic
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection import opened
from fileroom.collection.batches import ORIGIN
from fileroom.collection.gate import KINDS
from fileroom.collection.quarantine.custody import Asks, Custody
from fileroom.collection.quarantine.deciding import but_for_holds, known
from fileroom.collection.quarantine.examined import IN_PART, Examined, examined, found_in, kind_named
from fileroom.collection.quarantine.filing import OF_NOBODY, Outcome, Paper, file, opened_to_file
from fileroom.collection.quarantine.gathering import HELD, SHOWN, Asked, Group, Settled, gathered, refused
from fileroom.collection.quarantine.holding import tell_anew
from fileroom.collection.quarantine.wording import name_of, said_in
from fileroom.hosting import durable_transaction
from fileroom.law import Decision, Question
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Other, Purpose, Record, RecordKind
from fileroom.ledger import queries as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing, Refused
from fileroom.people.models import Student
from fileroom.people.questions import question
from fileroom.people.signed_in import SignedIn
from fileroom.records.models import Quarantined, Version
from fileroom.screening import Category, Mode
from fileroom.screening.parts import LIMITS

# Somebody waits: what is not read by then waits for the next press. That is hundreds of letters, or a few scans.
SECONDS = 20.0
NOT_READ = "Nobody knows whole what it holds, so nobody can say that it is something else. Nothing was done."
LOOK_FIRST = "Look at it first: what you have looked at is filed, and nothing else. Nothing was done."
MORE_NOW = (
    "Read once more it shows what was not found when it came, or not all of it could be read. It was not filed, and"
    " waits with what is known of it now."
)
OTHER_WORDS = (
    "It says something else than the copy you looked at, besides the name: somebody may have written on it. It was not"
    " filed, and waits apart. Look at it too."
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
    somebody filled in; else one look serves all that say the same but for the name, for the printed form alone asks."""

    counsel_first: bool
    each: bool


@dataclass(frozen=True)
class _Ready:
    """The copies to be filed, of how many that wait: which of them were looked at, and the words of whose name may
    stand in each. The kinds of thing that may be in each, and what becomes of it."""

    copies: tuple[UUID, ...]
    waiting: int
    looked: frozenset[UUID]
    names: Mapping[UUID, frozenset[str]] = field(repr=False)
    kinds: frozenset[str]
    outcome: Outcome


@dataclass(frozen=True)
class _Again:
    """A copy that was opened once more, and how it reads; None: it is of a kind that is not opened."""

    version: Version
    body: bytes = field(repr=False)
    read: opened.Read | None

    @property
    def whole(self) -> opened.Read | None:
        """How it reads, where all that it holds is known."""
        seen = self.read and self.read.screened
        return self.read if seen and seen.fully_examined and not seen.more else None


def something_else(head: Quarantined) -> SomethingElse | None:
    """May somebody say that it is? None: nobody, for it is nobody's, was not read whole, or waits no more."""
    found = found_in(head)
    if head.state != HELD or head.student_id is None or not found or head.outcome == IN_PART:
        return None
    return SomethingElse(not all(it.doubted for it in found), any(it.mode != Mode.SOLICIT for it in found))


def looked_at(copies: Collection[Quarantined], *, by: SignedIn) -> set[UUID]:
    """Those of which this account was shown what they say. Part of the open transaction."""
    of = {it.id: it.student_id for it in copies if it.student_id}
    return ledger.done_by(by.account.id, of, Act.QUARANTINE_LOOKED_AT, outcomes=(SHOWN,))


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
    served = _served(ready, ends, by=by, at=at)
    for copy in [it for it in ready.copies if served or it in ready.looked]:
        answer = _file_one(copy, ready, served, by=by, at=at)
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
    lawful = partial(_what_may_be_filed, purpose=by.purpose, cleared=cleared, on=district_day(at))
    group = lawful(but_for_holds(group, by.purpose, on=district_day(at)))
    if not group.versions:
        return refused(group, by, at)
    copies = [it.held for it in group.versions]
    looked = looked_at(copies, by=by)
    if not looked:
        raise ValidationError({"choice": LOOK_FIRST})
    # What was looked at speaks for the others as long as it waits, so it goes last.
    going = sorted((it.id for it in copies if it.id in looked or not needs.each), key=looked.__contains__)
    why = f"{being.value}:counsel" if needs.counsel_first else being.value
    outcome = Outcome(Act.QUARANTINE_FILED, Quarantined.State.FILED, why, lawful)
    return _Ready(tuple(going), group.waiting, frozenset(looked), _names(copies), _expected(group.head), outcome)


def _what_may_be_filed(group: Group, *, purpose: Purpose, cleared: bool, on: date) -> Group:
    """The same with the law's answer to filing what was found as something else, for each who is not refused already:
    the first refusal; else of what is not in doubt, where there is such a thing."""
    asks = Asks()
    things = sorted({(it.doubted, KINDS[Category(it.category)]) for it in found_in(group.head)})

    def answer(it: Custody) -> Decision:
        if not it.decision.granted:
            return it.decision
        decisions = [
            asks(_files(it, kind, purpose, doubted=doubted, cleared=cleared, on=on)) for doubted, kind in things
        ]
        return next((no for no in decisions if not no.granted), decisions[0])

    return group.answered({id_: answer(it) for id_, it in group.answers.items()})


def _files(it: Custody, kind: RecordKind, purpose: Purpose, *, doubted: bool, cleared: bool, on: date) -> Question:
    assert it.requester and it.student, "what is nobody's is filed for nobody"
    record, other = Record(kind=kind, in_doubt=doubted), Other(counsel_cleared=cleared or None)
    return question(
        Action.FILE_AS_SOMETHING_ELSE, purpose, requester=it.requester, student=it.student, record=record, on=on,
        other=other,
    )  # fmt: skip


def _names(copies: Collection[Quarantined]) -> dict[UUID, frozenset[str]]:
    students = Student.objects.in_bulk({it.student_id for it in copies})
    return {it.id: name_of(students[it.student_id]) for it in copies if it.student_id}


def _expected(head: Quarantined) -> frozenset[str]:
    """What may be found in each: what was found in all when they came, or the same in doubt."""
    return _kinds((it.category, it.mode, doubted) for it in found_in(head) for doubted in (it.doubted, True))


def _served(ready: _Ready, ends: float, *, by: SignedIn, at: datetime) -> frozenset[str]:
    """What those say that were looked at; nothing, where no other copy is to be filed by such a look."""
    said: set[str] = set()
    for copy in ready.looked if len(ready.copies) > len(ready.looked) else ():
        again = _read_again(copy, by=by, at=at)
        if isinstance(again, _Again) and again.whole:
            said.add(said_in(again.whole.parts, ready.names[copy]))
        if monotonic() > ends:
            break
    return frozenset(said)


def _read_again(copy: UUID, *, by: SignedIn, at: datetime) -> _Again | Refused | None:
    answer = opened_to_file(copy, Asked(most=1, goes=True), by=by, at=at)
    if not isinstance(answer, list):
        return answer
    ((version, body),) = answer
    # An import takes its time to read a document, and what it could read is read again.
    return _Again(version, body, opened.read("", body, LIMITS if version.held.road == ORIGIN else None))


def _file_one(
    copy: UUID, ready: _Ready, served: Collection[str], *, by: SignedIn, at: datetime
) -> Settled | Refused | str | None:
    """File one. None: it waits no longer. A sentence: it waits on, for nobody has seen what it says.

    `served`: what copies may say that nobody has looked at.
    """
    again = _read_again(copy, by=by, at=at)
    if not isinstance(again, _Again):
        return again
    read = again.whole
    if read is None or not _kinds((it.category, it.mode, it.doubted) for it in read.screened.findings) <= ready.kinds:
        _tell_anew(again, at)
        return MORE_NOW
    if copy not in ready.looked and (said := said_in(read.parts, ready.names[copy])) not in served:
        _tell_anew(again, at, wording=said)
        return OTHER_WORDS
    return file(copy, {again.version.id: Paper.of(again.body, read)}, ready.outcome, by=by, at=at)


def _tell_anew(again: _Again, at: datetime, *, wording: str = "") -> None:
    """Have it wait among its like, as it reads now; as it did, where nothing is found any more that one could tell."""
    if again.read is None:
        return
    today = examined("", again.body, again.read.screened, again.read.parts, on=district_day(at))
    if today.found and today.may_be_held:
        _told_anew(again.version.held, today, wording)


@durable_transaction
def _told_anew(held: Quarantined, today: Examined, wording: str) -> None:
    tell_anew(held, today, wording=wording)


def _kinds(found: Iterable[tuple[str, str, bool]]) -> frozenset[str]:
    return frozenset(kind_named(category, mode, doubted=doubted) for category, mode, doubted in found)
