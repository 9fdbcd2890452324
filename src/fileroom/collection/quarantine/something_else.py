"""It is something else: what was held for nothing is filed whole, by the word of a custodian who has looked at it.

What the sieve was in doubt about is the custodian's to say; of what it was sure of, district counsel has looked too:
so the law has it (law/collection/held_for_nothing.py).
Each copy is read once more before it is filed: what nobody spoke about, because nobody had seen it, keeps it here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from hashlib import sha256
from time import monotonic
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection.gate import KINDS
from fileroom.collection.quarantine.again import Again, read_again, told_anew, waits_apart
from fileroom.collection.quarantine.custody import Asks, Custody
from fileroom.collection.quarantine.deciding import but_for_holds, first_refusal, known
from fileroom.collection.quarantine.examined import Found, found_in
from fileroom.collection.quarantine.filing import OF_NOBODY, Outcome, Paper, file
from fileroom.collection.quarantine.gathering import (
    HELD,
    SHOWN,
    SHOWN_AROUND,
    Asked,
    Group,
    Settled,
    gathered,
    refused,
)
from fileroom.collection.quarantine.wording import Name, names_of
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
from fileroom.screening.documents import TEXT
from fileroom.screening.parts import Outcome as Read

# Somebody waits: what is not read by then waits for the next press. That is hundreds of letters, or a few scans.
SECONDS = 20.0
NOT_READ = "Nobody knows whole what it holds, so nobody can say that it is something else. Nothing was done."
NOT_NOW = "It could not be read whole just now. It was not filed, and waits as it did: try it again."
LOOK_FIRST = "Look at it first: what you have looked at is filed, and nothing else. Nothing was done."
STAYS = (
    "What you have looked at stays where it is: a hold stands over its student, or it is not yours to file. Nothing was"
    " done."
)
MORE_NOW = (
    "Read once more it shows what was not known of it before. It was not filed, and waits with what is known of it now."
    " Look at it again."
)
OTHER_WORDS = (
    "It does not say the same as a copy that you have looked at and that can be filed, but for the name. It was not"
    " filed, and waits apart. Look at it too."
)
ELSEWHERE = (MORE_NOW, OTHER_WORDS)  # it waits, and no longer with these
NOT_COMPARED = (
    "Not all that you have looked at could be read to compare the others with: they wait. Go on, or look at them."
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
    somebody filled in; else, where the printed form alone asks, a look at a plain text serves all that say the same."""

    counsel_first: bool
    each: bool


@dataclass(frozen=True)
class _Ready:
    """The copies to be filed, of how many that wait, and what becomes of each.

    `looked`: those that were looked at. `serve`: of these, whose look may serve the `others`. `names`: of each of both
    the names that may stand in it. `known`: what is known of each: who looked has seen that."""

    looked: tuple[UUID, ...]
    serve: tuple[UUID, ...]
    others: tuple[UUID, ...]
    waiting: int
    names: Mapping[UUID, frozenset[Name]] = field(repr=False)
    known: Mapping[UUID, tuple[Found, ...]]
    outcome: Outcome


def something_else(head: Quarantined) -> SomethingElse | None:
    """May somebody say that it is? None: nobody, for it is nobody's, was not read whole, or waits no more."""
    found = found_in(head)
    if head.state != HELD or head.student_id is None or not found or head.outcome != Read.FINDINGS:
        return None
    return SomethingElse(not all(it.doubted for it in found), any(it.mode != Mode.SOLICIT for it in found))


def looked_at(
    copies: Collection[Quarantined], *, by: SignedIn, outcomes: Collection[str] = (SHOWN, SHOWN_AROUND)
) -> set[UUID]:
    """Those of which this account was shown all that was found in them, by what is known of them now. Part of the open
    transaction. `outcomes`: how much of each."""
    of = {it.id: it.student_id for it in copies if it.student_id}
    done, since = Act.QUARANTINE_LOOKED_AT, Act.QUARANTINE_TOLD_ANEW
    return ledger.done_since(by.account.id, of, done, outcomes=outcomes, since=since)


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
    ends, answers = monotonic() + SECONDS, list[Settled | Refused | str | None]()
    served = _served(ready, ends, by=by, at=at)
    # On what is not known whole nobody is judged: then those alone go that were looked at.
    for copy in ready.others if served else ():
        answers.append(_file_one(copy, ready, served or (), by=by, at=at))
        if monotonic() > ends:
            break
    # What was looked at speaks for the others as long as it waits, and so goes last. But no press is for nothing,
    # however long it takes to read what cannot be filed.
    for copy in ready.looked:
        if monotonic() > ends and any(isinstance(it, Settled) or it in ELSEWHERE for it in answers):
            break
        answers.append(_file_one(copy, ready, (), by=by, at=at))
    return _came_to(ready, [*answers, *([NOT_COMPARED] if served is None else ())])


def _came_to(ready: _Ready, answers: Sequence[Settled | Refused | str | None]) -> Settled | Refused:
    done = [it for it in answers if isinstance(it, Settled)]
    says = tuple(dict.fromkeys(it for it in answers if isinstance(it, str)))
    if done:
        elsewhere = sum(it in ELSEWHERE for it in answers)
        return Settled(len(done), ready.waiting - len(done) - elsewhere, done[-1].entry, says)
    if says:
        raise ValidationError({"choice": list(says)})
    return known(next((it for it in answers if isinstance(it, Refused)), None))


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
    why, there = f"{being.value}:counsel" if needs.counsel_first else being.value, group.versions
    group = lawful(but_for_holds(group, by.purpose, on=district_day(at)))
    if not group.versions:
        return refused(group, by, at)
    return _sorted_out(group, there, needs, Outcome(Act.QUARANTINE_FILED, Quarantined.State.FILED, why, lawful), by)


def _sorted_out(group: Group, there: Sequence[Version], needs: SomethingElse, outcome: Outcome, by: SignedIn) -> _Ready:
    """Which of those that may be filed were looked at, and by which look others may be. ValidationError: none was."""
    looked = looked_at([it.held for it in there], by=by)
    if not looked:
        raise ValidationError({"choice": LOOK_FIRST})
    mine = [it for it in group.versions if it.held.id in looked]
    if not mine:
        raise ValidationError({"choice": STAYS})
    texts = [it for it in group.versions if it.media_type == TEXT.media_type and not needs.each]
    others = [it.held.id for it in texts if it.held.id not in looked]
    whole = looked_at([it.held for it in texts], by=by, outcomes=(SHOWN,)) if others else set()
    serve = [it.held.id for it in mine if it.held.id in whole]
    names = _names([it.held for it in texts] if others and serve else [])
    known_of = _known([*(it.held.id for it in mine), *others])
    return _Ready(
        tuple(it.held.id for it in mine), tuple(serve), tuple(others), group.waiting, names, known_of, outcome
    )


def _known(copies: Collection[UUID]) -> dict[UUID, tuple[Found, ...]]:
    return {it.id: tuple(found_in(it)) for it in Quarantined.objects.filter(pk__in=copies).only("found")}


def _what_may_be_filed(group: Group, *, purpose: Purpose, cleared: bool, on: date) -> Group:
    """The same with the law's answer to filing what was found as something else, for each who is not refused already:
    the first refusal; else of what is not in doubt, where there is such a thing."""
    asks = Asks()
    things = sorted({(it.doubted, KINDS[Category(it.category)]) for it in found_in(group.head)})

    def answer(it: Custody) -> Decision:
        if not it.decision.granted:
            return it.decision
        said = [_files(it, kind, purpose, doubted=doubted, cleared=cleared, on=on) for doubted, kind in things]
        return first_refusal([asks(asked) for asked in said])

    return group.answered({id_: answer(it) for id_, it in group.answers.items()})


def _files(it: Custody, kind: RecordKind, purpose: Purpose, *, doubted: bool, cleared: bool, on: date) -> Question:
    assert it.requester and it.student, "what is nobody's is filed for nobody"
    record, other = Record(kind=kind, in_doubt=doubted), Other(counsel_cleared=cleared or None)
    return question(
        Action.FILE_AS_SOMETHING_ELSE, purpose, requester=it.requester, student=it.student, record=record, on=on,
        other=other,
    )  # fmt: skip


def _names(copies: Collection[Quarantined]) -> dict[UUID, frozenset[Name]]:
    students = Student.objects.in_bulk({it.student_id for it in copies})
    return {it.id: names_of(students[it.student_id]) for it in copies if it.student_id}


def _served(ready: _Ready, ends: float, *, by: SignedIn, at: datetime) -> frozenset[str] | None:
    """What a copy may say at which nobody has looked; or be, to the letter. Nothing: one serves no other. None: that is
    not known whole: time was up, or one that was looked at could not be read just now or shows more than it did."""
    said: set[str] = set()
    for number, copy in enumerate(ready.serve if ready.others else (), start=1):
        again = read_again(copy, ready.known[copy], by=by, at=at)
        if not isinstance(again, Again) or again.read is None or again.tells_more:
            return None
        said |= _marks(again, ready.names[copy])
        if monotonic() > ends and number < len(ready.serve):
            return None
    return frozenset(said)


def _marks(again: Again, names: frozenset[Name]) -> set[str]:
    """By what it is known again: its bytes; and of a plain text what it says, but for the name."""
    return {sha256(again.body).hexdigest(), *([again.says(names)] if again.is_typed else ())}


def _file_one(
    copy: UUID, ready: _Ready, served: Collection[str], *, by: SignedIn, at: datetime
) -> Settled | Refused | str | None:
    """File one. None: it waits no longer. A sentence: it waits on, and why.

    `served`: what copies may say that nobody has looked at.
    """
    again = read_again(copy, ready.known[copy], by=by, at=at)
    if not isinstance(again, Again):
        return again
    if again.read is None:
        return NOT_NOW
    if again.tells_more:
        told_anew(again, by=by, at=at)
        return MORE_NOW
    if copy not in ready.looked and not _marks(again, ready.names[copy]).intersection(served):
        waits_apart(again, again.says(ready.names[copy]) if again.is_typed else str(copy), by=by, at=at)
        return OTHER_WORDS
    paper = {again.version.id: Paper.of(again.body, again.read)}
    try:
        return file(copy, paper, replace(ready.outcome, lawful=partial(_as_read, again, ready.outcome)), by=by, at=at)
    except ValidationError as error:
        return str(error.messages[0])


def _as_read(again: Again, outcome: Outcome, group: Group) -> Group:
    """As the law has it, where as much is known of it as when the act began. ValidationError: it was told anew."""
    if tuple(found_in(group.head)) != again.known:
        raise ValidationError({"choice": MORE_NOW})
    return outcome.lawful(group)
