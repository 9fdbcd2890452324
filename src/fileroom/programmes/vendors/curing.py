"""A contract lacks a clause: the company is told in writing which, with a reasonable time to cure it (Ed. Code
49073.1). What is void rests on this notice, so it is a letter that is kept, and counts from the day on which it went.

How long a reasonable time is, the statute does not say: the least is a setting of the district.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError

from fileroom.collection.services import Document
from fileroom.duties.models import Duty
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import district_day
from fileroom.law.vendor_contracts import Clause
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.letters import Letterhead
from fileroom.letters.setting import spoken_on
from fileroom.people import queries
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import Contract
from fileroom.programmes.vendors import proofs
from fileroom.programmes.vendors.contracts import judged_of, keep_changed
from fileroom.programmes.vendors.lights import Stands, lights_of
from fileroom.programmes.vendors.owing import CONTRACTS, CURE
from fileroom.programmes.vendors.proofs import Handed, Paper
from fileroom.programmes.vendors.standing import State
from fileroom.programmes.vendors.who import Noted, designee
from fileroom.records import issuing
from fileroom.records.issuing import Draft
from fileroom.records.models import Letter

KIND = "cure_notice"
TO_BE_MAILED = timedelta(days=7)  # what is signed on a Friday goes on a Monday
WAITS_ALREADY = (
    "A letter waits already: either it goes, or it is taken back before another is signed. Open the page again."
)
ONCE = "Notice is given of a signed contract that lacks a clause, once."
CLAUSES = {
    Clause.RECORDS_STAY_THE_DISTRICTS: "that the records stay the property and under the control of the district",
    Clause.STUDENTS_OWN_CONTENT: "how students keep what they create, or why that does not apply",
    Clause.NO_OTHER_USE: "that the records are used for nothing that the contract does not require or permit",
    Clause.REVIEW_AND_CORRECTION: "how parents and students of 18 review and correct the records",
    Clause.SECURITY: "how the records are kept secure, and that those responsible are named and trained",
    Clause.NOTICE_OF_DISCLOSURE: "how families are told of an unauthorized disclosure",
    Clause.NOTHING_KEPT_AFTERWARDS: "that nothing is kept when the contract is over, and how that is enforced",
    Clause.FERPA_TOGETHER: "how the district and the company comply with FERPA together",
    Clause.NO_TARGETED_ADVERTISING: "that the records are used for no targeted advertising",
}


@dataclass(frozen=True)
class Signed:
    """A letter that is signed, and the day until which it gives the company time. `went`: to the company, as is noted;
    else it waits, or goes no more."""

    id: UUID
    signed_on: date
    until: date
    went: bool


def least_from(went_on: date) -> date:
    """The first day until which a notice that went on that day leaves a reasonable time."""
    return went_on + timedelta(days=settings.CURE_DAYS)


def proposed_from(signed_on: date) -> date:
    """The day to give in a letter that is signed that day: so that it leaves a reasonable time when it goes later."""
    return least_from(signed_on + TO_BE_MAILED)


def letter_of(contract_id: UUID) -> Letter | None:
    """The newest letter of the district's own making to this company. Part of the open transaction."""
    return Letter.objects.filter(kind=KIND, about=contract_id).order_by("-issued_at").first()


def standing(letters: Collection[Letter]) -> dict[UUID, bool]:
    """Of these letters whether one went, or waits as long as its company is to be told; every other goes nowhere: it
    was signed anew, or the company was told by a letter of the district's own, or has nothing to cure any more. Part of
    the open transaction."""
    by_contract = {it.about: it for it in letters if letter_of(it.about) == it}
    rows = {it.pk: it for it in Contract.objects.filter(pk__in=by_contract)}
    to_be_told = Duty.objects.filter(room=CONTRACTS, rule=CURE, part="", done_at=None, of__in=rows)
    waits = set(to_be_told.values_list("of", flat=True))
    went = {it.id: _went(rows[contract], it) for contract, it in by_contract.items() if contract in rows}
    return {it.id: went[it.id] for it in by_contract.values() if went.get(it.id) or it.about in waits}


def _went(row: Contract, newest: Letter) -> bool:
    """Did this letter go? The day to cure is then the day that it gives."""
    if row.noticed_on is None or row.notice_until is None:
        return False
    return row.cure_by == row.notice_until and district_day(newest.issued_at) <= row.noticed_on


def _defective(contract_id: UUID, at: datetime) -> Contract:
    """The contract, locked. Raises Missing, and ValidationError where the company has nothing to cure."""
    row, state = judged_of(contract_id, district_day(at))
    if state is not State.DEFECTIVE:
        raise ValidationError(ONCE)
    return row


@durable_transaction
def sign_notice(
    id_: UUID, contract_id: UUID, cure_by: date, *, instead_of: UUID | None = None, head: Letterhead, by: SignedIn,
    at: datetime,
) -> Noted:  # fmt: skip
    """Make the letter. It tells nobody yet: see `notice_went`. `instead_of`: the letter that waits, which did not go
    and is taken back: of two, whoever reads one could be held to the day of the other. Raises Missing, FormUsed and
    ValidationError."""
    role = designee(by, at)

    def again() -> Noted | None:
        before = Letter.objects.filter(pk=id_).first()
        if before is None:
            return None
        same = Contract.objects.filter(pk=contract_id, notice_until=cure_by).exists()
        if not same or (before.kind, before.about, before.issued_by) != (KIND, contract_id, by.account.id):
            raise FormUsed
        return Noted(before.id, before.entry)

    return act_once(again, lambda: _sign(id_, contract_id, cure_by, instead_of, head, role, by, at))


def _sign(
    id_: UUID, contract_id: UUID, cure_by: date, instead_of: UUID | None, head: Letterhead, role: str, by: SignedIn,
    at: datetime,
) -> Noted:  # fmt: skip
    row, on = _defective(contract_id, at), district_day(at)
    if cure_by < least_from(on):
        raise ValidationError({"cure_by": _too_little(least_from(on))})
    _take_back(row, instead_of, role, by, at)
    lacks = [int(it.clause) for it in lights_of(row.clauses) if it.stands is Stands.LACKS]
    facts = {
        "company": row.operator.name, "district": head.district, "contract": row.title,
        "lacks": "; ".join(f"({n}) {CLAUSES[Clause(n)]}" for n in lacks), "until": spoken_on(cure_by, "en"),
        "signer": queries.account_names([by.account.id]).get(by.account.id, ""),
    }  # fmt: skip
    made = issuing.issue(
        Draft(KIND, "en", facts, about=row.id, id=id_), head=head, by=by, role=role, decision=None, sealed=False, at=at
    )
    row.notice_until = cure_by
    row.save(update_fields=["notice_until"])
    return Noted(made.id, made.entry)


def _take_back(row: Contract, instead_of: UUID | None, role: str, by: SignedIn, at: datetime) -> None:
    """Raises ValidationError where another letter waits than the one that is taken back."""
    waits = letter_of(row.id)
    if instead_of != (waits.id if waits else None):
        raise ValidationError(WAITS_ALREADY if waits else "No letter waits any more. Look at the page again.")
    if waits:
        ledger.write(ledger.event(
            Act.CONTRACT_CHANGED, record=row.id, part=str(waits.id), by=by.acting_as(role), outcome="letter_taken_back",
            at=at,
        ))  # fmt: skip


def _too_little(least: date) -> str:
    return f"That is too little time to cure it: give it until {least.isoformat()}, or later."


def notice_of(contract_id: UUID, *, by: SignedIn, at: datetime) -> Signed | None:
    """The newest letter, also once it went; None: none is signed. Raises Missing."""
    with district_transaction():
        designee(by, at)
        row, letter = Contract.objects.filter(pk=contract_id).first(), letter_of(contract_id)
        if row is None or letter is None or row.notice_until is None:
            return None
        return Signed(letter.id, district_day(letter.issued_at), row.notice_until, _went(row, letter))


@durable_transaction
def open_notice(contract_id: UUID, *, letter_id: UUID | None = None, by: SignedIn, at: datetime) -> bytes:
    """The newest letter, or the one of this id; that it was opened is noted. Raises Missing."""
    role, letter = designee(by, at), letter_of(contract_id)
    if letter_id is not None:
        letter = Letter.objects.filter(kind=KIND, pk=letter_id, about=contract_id).first()
    if letter is None:
        raise Missing
    return issuing.open_again(letter, by=by, role=role, sealed=False, at=at)


def notice_went(
    contract_id: UUID, went_on: date, *, letter: UUID | None = None, own_until: date | None = None,
    paper: Document | None = None, by: SignedIn, at: datetime,
) -> Noted:  # fmt: skip
    """This letter went to the company on that day, and from then the time to cure runs. `own_until`: the day in a
    letter that the district wrote without this program, which is handed in with it. Raises Missing, ValidationError."""
    if own_until is not None and paper is None:
        raise ValidationError("Hand in the letter that the district wrote itself: what is void rests on it.")
    with district_transaction():
        role, (row, _) = designee(by, at), judged_of(contract_id, district_day(at))
    found = proofs.looked_into(paper, Handed(row.id, None, by.acting_as(role), at))
    return _notice_went(contract_id, went_on, letter, own_until, found, by, at)


@durable_transaction
def _notice_went(
    contract_id: UUID, went_on: date, named: UUID | None, own_until: date | None, paper: Paper | None, by: SignedIn,
    at: datetime,
) -> Noted:  # fmt: skip
    role, on = designee(by, at), district_day(at)
    row, letter = _defective(contract_id, at), letter_of(contract_id)
    cure_by = own_until or row.notice_until
    if cure_by is None or (own_until is None and letter is None):
        raise ValidationError("Sign the letter first, or hand in the one that the district wrote itself.")
    if own_until is None and letter is not None and named != letter.id:
        raise ValidationError("Another letter was signed since. Look which one went to the company.")
    first = row.signed_on if own_until or letter is None else district_day(letter.issued_at)
    if went_on > on or (first is not None and went_on < first):
        raise ValidationError({"went_on": "Read the day again: after the letter was signed, and not still to come."})
    if cure_by < least_from(went_on):
        raise ValidationError(_too_little(least_from(went_on)) + " Sign the letter anew.")
    row.noticed_on, row.cure_by, row.notice_until = went_on, cure_by, None if own_until else cure_by
    changed, outcome = ["noticed_on", "cure_by", "notice_until"], paper.digest if paper else ""
    done = keep_changed(row, Act.CONTRACT_NOTICED, changed, role, by, at, outcome=outcome)
    proofs.keep(paper, row.id, entry=done.entry, by=by.account.id, at=at)
    return done
