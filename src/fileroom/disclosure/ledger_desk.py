"""The ledger's own page: how the log stands, the walk over all of it, and gaps explained. Ids, no names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.disclosure import party_check
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Question
from fileroom.ledger import queries as entries
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, GapReason, Report
from fileroom.ledger.tables import OPEN
from fileroom.people import counsel, signature_check
from fileroom.people.answers import Missing, Refused
from fileroom.people.keepers import KeeperFacts, keeper_facts
from fileroom.people.signed_in import SignedIn


@dataclass(frozen=True)
class Stand:
    """The open log: how many entries, how many wait for a number, the last signed note and the key that checks it.

    `may_check`, `may_explain`, `may_second` and `may_read_sealed`: what the law lets the reader do further.
    """

    entries: int
    pending: int
    checkpoint: str
    signed_at: datetime | None
    public_key: str
    may_check: bool
    may_explain: bool
    may_second: bool
    may_read_sealed: bool


@dataclass(frozen=True)
class Note:
    """The open log's newest signed note, with the key that checks it: meant to be kept outside."""

    entries: int
    pending: int
    checkpoint: str
    signed_at: datetime | None
    public_key: str


@dataclass(frozen=True)
class Explained:
    """Somebody has signed for a gap; the entry is the signature. `awaits_second`: another person must sign too."""

    gap: UUID
    entry: UUID
    awaits_second: bool


def stand(by: SignedIn, *, at: datetime) -> Stand:
    """How the log stands now. Counts and a signed note, which are meant to be kept outside: any employee's to see."""
    state = entries.state()
    with district_transaction():
        keeper = keeper_facts(by.account, on := district_day(at))
    further = (Action.CHECK_LOG, Action.EXPLAIN_GAP, Action.SECOND_GAP, Action.VIEW_SEALED_APART)
    may = [decided(keeper, action, on).granted for action in further]
    return Stand(state.entries, state.pending, state.checkpoint or "", state.signed_at, ledger.verifier_key(), *may)


def signed_note() -> Note:
    """The same for any program with a token: counts and a note."""
    state = entries.state()
    return Note(state.entries, state.pending, state.checkpoint or "", state.signed_at, ledger.verifier_key())


@durable_transaction
def proof_of(entry: UUID, *, by: SignedIn, at: datetime) -> dict[str, Any] | Refused:
    """That an entry of the open log is in what the newest note signs, for whoever may check the log.

    Raises Missing: there is none, it waits for its number, or it is none of the open log's.
    """
    keeper = keeper_facts(by.account, on := district_day(at))
    decision = decided(keeper, Action.CHECK_LOG, on)
    if not decision.granted:
        return refused(keeper, decision, by, at, part="proof")
    try:
        found = ledger.proof(entry)
    except ledger.Missing as error:
        raise Missing from error
    if found["log"] != OPEN:
        raise Missing
    return found


def decided(keeper: KeeperFacts, action: Action, on: date) -> Decision:
    """The law's answer to a keeper who would do this."""
    return counsel.decide(Question(on=on, action=action, requester=keeper.requester()))


def refused(keeper: KeeperFacts, decision: Decision, by: SignedIn, at: datetime, *, part: str = "ledger") -> Refused:
    """Write the refusal."""
    event = ledger.event(
        Act.DISCLOSURE_REFUSED, part=part, by=by.acting_as(keeper.role), decision=decision, outcome="no", at=at
    )
    return Refused(decision, ledger.write(event))


def walk(*, checkpoint: str | None = None, progress: ledger.Progress = ledger.nothing_to_show) -> Report:
    """The ledger from end to end, and the names that stand beside it. Raises BadNote (see `ledger.verify`)."""
    report = ledger.verify(checkpoint=checkpoint, progress=progress)
    party_check.check(report)
    signature_check.check(report)
    return report


def found_in(report: Report) -> str:
    """What a check found, as its entry says it."""
    found = len(report.findings) + report.unlisted
    return f"findings:{found}" if found else "whole"


@durable_transaction
def explain(gap: UUID, *, reason: str, by: SignedIn, at: datetime) -> Explained | Refused:
    """Sign for an entry that the key store knows and the ledger has lost. `reason`: one of `reasons()`.

    Where its key was given out, the second who signs for the same reason is another person (law.casework.log_keeping).
    Raises ValidationError where there is nothing to explain, or the reason is not one.
    """
    keeper = keeper_facts(by.account, on := district_day(at))
    second = ledger.awaits_second(gap, reason)
    decision = decided(keeper, Action.SECOND_GAP if second else Action.EXPLAIN_GAP, on)
    if not decision.granted:
        return refused(keeper, decision, by, at)
    if reason not in reasons():
        raise ValidationError({"reason": "Say why the entry is missing: choose one of the reasons."})
    try:
        ledger.must_await_signature(gap, reason=GapReason(reason), account=by.account.id, at=at)
    except ledger.NotAGap as error:
        raise ValidationError({"entry": str(error)}) from error
    event = ledger.event(
        Act.GAP_EXPLAINED, record=gap, part=reason, by=by.acting_as(keeper.role), decision=decision, at=at
    )
    entry = ledger.write(event)
    return Explained(gap, entry, awaits_second=not second and ledger.awaits_second(gap, reason))


def reasons() -> tuple[str, ...]:
    """Why an entry may be missing: the codes of a closed list."""
    return tuple(reason.value for reason in GapReason)
