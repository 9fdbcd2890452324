"""What those who keep the register do about a request: they say what is done, and close it. No clock does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.letters.setting import spoken_on
from fileroom.people.answers import Missing
from fileroom.people.designators import counsels
from fileroom.people.signed_in import SignedIn
from fileroom.programmes import under_seal
from fileroom.programmes.enforcement import whose
from fileroom.programmes.enforcement.board_days import ROOM, TO_THE_BOARD, settle
from fileroom.programmes.enforcement.duties import (
    BY_ITS_OWN_ACT,
    OF_THE_FAMILY,
    OF_THE_HOUSEHOLD,
    SILENCE_OVER,
    SILENT,
    look_again,
    owe_the_family,
)
from fileroom.programmes.enforcement.encounters import is_inquiry
from fileroom.programmes.enforcement.family_letter import Desk
from fileroom.programmes.enforcement.knowing import Knows, knows_of, not_theirs, without_counsel
from fileroom.programmes.enforcement.letters_at_once import lie_ready
from fileroom.programmes.enforcement.silences import last_day
from fileroom.programmes.enforcement.telling import not_yet
from fileroom.programmes.models import EnforcementRequest, FamilyNotice

Outcome = EnforcementRequest.Outcome
TOO_EARLY = (
    "A paper names {} as the last day of its silence. Before that it ends on the word of counsel, who has no account"
    " here. Where the day is another, note the paper anew, as it reads now."
)
AN_INQUIRY = (
    "It is noted as a caseworker’s, or nobody has said that police ask about no harm to a child. Where it was none,"
    " whoever was there answers that anew."
)
LIES_READY = "A letter to a family lies ready. Send it, or take it back."
STILL_OPEN = "It stays open while something is owed about it: {}"


# What has a second answer beside "done", and how the ledger calls it.
OTHERWISE: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(OF_THE_FAMILY, "nobody")
    | dict.fromkeys(OF_THE_HOUSEHOLD, "not_to_be_told")
    | {SILENCE_OVER: "holds_on"}
)
NO_INQUIRY = "no_inquiry"  # the third answer of counsel's, of what was called an inquiry and is no more


@durable_transaction
def done(
    request_id: UUID,
    rule: str,
    desk: Desk,
    *,
    otherwise: bool,
    no_inquiry: bool = False,
    seen: str | None = None,
    by: SignedIn,
    at: datetime,
) -> UUID:
    """Somebody says that what this rule asks is done. `otherwise`: of the family, that there is none to tell; of a
    court's silence, that it holds on; of an inquiry, that counsel has the household not told. `no_inquiry`: counsel has
    them told and found that it was none, so that they are owed the papers too. `seen`: which one of this rule a page
    showed, by its id: pressed twice it is answered once, though the same is owed again. `desk`: for the
    letters that lie ready where a family is to be told from now on.

    Raises Missing and ValidationError (it is not owed, or an act of its own does it).
    """
    row, asked = _kept(request_id, by, at)
    if rule in BY_ITS_OWN_ACT or (otherwise and rule not in OTHERWISE):
        raise ValidationError("This is done by its own page, or is not owed here.")
    if no_inquiry:
        _may_be_none(row, rule, otherwise)
    open_ = {it.rule: str(it.id) for it in queries.about(ROOM, [row.id], at=at)}
    if rule not in open_ or seen not in (None, open_[rule]):
        raise ValidationError("This is not owed any more.")
    if why := not_theirs(rule, row, asked, by, at):
        raise ValidationError(why)
    if rule in OF_THE_FAMILY and not otherwise and (why := not_yet(row)):
        raise ValidationError(why)
    if rule == SILENCE_OVER and not otherwise:
        _ended_by_now(row, at)
    outcome = OTHERWISE[rule] if otherwise else NO_INQUIRY if no_inquiry else "done"
    entry = under_seal.note(Act.ENFORCEMENT_DONE, row.id, by, asked.role, at, part=rule, outcome=outcome)
    if no_inquiry:
        row.no_inquiry_entry = entry
        row.save(update_fields=["no_inquiry_entry"])
    nobody = otherwise and rule in OF_THE_FAMILY
    if nobody:
        _none_lies_ready(row)
    end = duties.let_go if nobody else duties.discharge
    end(ROOM, row.id, Over(by.account.id, entry, at), rule=rule)
    if _follows(row, rule, otherwise, by, entry, at):
        lie_ready(row, desk, role=asked.role, decision=asked.decision, by=by, at=at)
    return entry


def _may_be_none(row: EnforcementRequest, rule: str, otherwise: bool) -> None:
    """Raises ValidationError where counsel is asked something else, or somebody calls it an inquiry still."""
    if otherwise or rule not in OF_THE_HOUSEHOLD:
        raise ValidationError("This is done by its own page, or is not owed here.")
    if is_inquiry(row.asker, row.harm):
        raise ValidationError(AN_INQUIRY)


def _ended_by_now(row: EnforcementRequest, at: datetime) -> None:
    """Raises ValidationError where a paper names a last day that is not over, and no counsel has an account by whose
    word a silence ends before."""
    on, last = district_day(at), last_day(row)
    if last and on <= last and not whose.hearing(row.id, counsels(on), on):
        raise ValidationError(TOO_EARLY.format(spoken_on(last, "en")))


def _follows(row: EnforcementRequest, rule: str, otherwise: bool, by: SignedIn, entry: UUID, at: datetime) -> bool:
    """What is owed from now on, after this answer; and may the family be owed anything by it?"""
    if rule == SILENCE_OVER and otherwise:
        look_again(row, by=by, entry=entry, at=at)
    if otherwise or rule not in (SILENCE_OVER, *OF_THE_HOUSEHOLD):
        return False
    if rule == SILENCE_OVER:
        duties.discharge(ROOM, row.id, Over(by.account.id, entry, at), rule=SILENT)
    owe_the_family(row, cleared=rule in OF_THE_HOUSEHOLD, by=by, entry=entry, at=at)
    return True


@durable_transaction
def close(request_id: UUID, outcome: str, *, by: SignedIn, at: datetime) -> UUID:
    """Close it, by how it ended. It is reported to the Board all the same, unless no part of it was for immigration.

    Of what was taken as immigration enforcement two people say that it was none, and one of them is counsel where the
    district gives counsel an account: the first call notes it, and the second, by another, closes it. Raises Missing
    and ValidationError (something else is still owed, or it is closed).
    """
    if outcome not in Outcome.values:
        raise ValidationError("Say how it ended.")
    row, asked = _kept(request_id, by, at)
    if row.closed_at is not None:
        raise ValidationError("It is closed already.")
    _none_lies_ready(row)
    owed = [it for it in queries.about(ROOM, [row.id], at=at) if it.rule != TO_THE_BOARD]
    if owed:
        raise ValidationError([STILL_OPEN.format(it.says) for it in owed])
    if outcome == Outcome.NOT_IMMIGRATION and row.strict and not _found_by_another(row, by, at):
        return _found(row, by, asked.role, at)
    entry = under_seal.note(Act.ENFORCEMENT_CLOSED, row.id, by, asked.role, at, outcome=outcome)
    row.closed_at, row.closed_by, row.closed_entry, row.outcome = at, by.account.id, entry, outcome
    row.save(update_fields=["closed_at", "closed_by", "closed_entry", "outcome"])
    if outcome == Outcome.NOT_IMMIGRATION:
        duties.let_go(ROOM, row.id, Over(by.account.id, entry, at), rule=TO_THE_BOARD)
        settle(by=by, entry=entry, at=at)
    return entry


def _none_lies_ready(row: EnforcementRequest) -> None:
    """Raises ValidationError where a letter to a family lies ready: there is somebody to tell."""
    if FamilyNotice.objects.filter(request=row, sent_at=None, dropped_at=None).exists():
        raise ValidationError(LIES_READY)


def _found_by_another(row: EnforcementRequest, by: SignedIn, at: datetime) -> bool:
    """Has the first of two said so? Raises ValidationError where whoever asks is no second."""
    if row.found_by is None:
        return False
    if row.found_by == by.account.id:
        raise ValidationError("You have said so yourself: a second person closes it.")
    on = district_day(at)
    if whose.hearing(row.id, counsels(on), on) and without_counsel(row.found_by, by, on):
        raise ValidationError("District counsel is one of the two who find that it was not for immigration.")
    return True


def _found(row: EnforcementRequest, by: SignedIn, role: str, at: datetime) -> UUID:
    row.found_entry = under_seal.note(
        Act.ENFORCEMENT_FOUND, row.id, by, role, at, outcome=Outcome.NOT_IMMIGRATION.value
    )
    row.found_at, row.found_by = at, by.account.id
    row.save(update_fields=["found_at", "found_by", "found_entry"])
    return row.found_entry


def _kept(request_id: UUID, by: SignedIn, at: datetime) -> tuple[EnforcementRequest, Knows]:
    """The request, alone until the act is over, and the law's word to whoever keeps it. Raises Missing."""
    asked = knows_of(request_id, by, at)
    row = EnforcementRequest.objects.select_for_update(of=("self",)).filter(pk=request_id).first()
    if row is None or not asked.keeps:
        raise Missing
    return row, asked
