"""Companies that gather for the district: their contract has the four terms, they are told when a student is 18 or
gone, they destroy at once, and use the notice for nothing else (Ed. Code 49073.6(c)(3)(C))."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.law import Decision, Purpose, RequesterKind
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Paper, Question, Record, Requester
from fileroom.law.vendor_contracts import SocialMediaTerm
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.letters import Letterhead
from fileroom.letters.setting import spoken_on
from fileroom.people import counsel, spells
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.facts import Touch, student_facts
from fileroom.people.queries import account_names
from fileroom.people.questions import subject
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import (
    Contract,
    SocialMediaItem,
    SocialMediaProgram,
    SocialMediaVendor,
    SocialMediaVendorNotice,
)
from fileroom.programmes.models.social_media import REFERENCE_LENGTH
from fileroom.programmes.social_media.asking import KIND, designee, for_its_end, noted, vendor_gathers
from fileroom.programmes.social_media.copies import nothing_is_kept
from fileroom.programmes.social_media.duties import NOTHING_LEFT, PROGRAM, VENDORS, owe_destruction
from fileroom.programmes.social_media.endings import end_company, over_since
from fileroom.programmes.social_media.services import program_now
from fileroom.programmes.social_media.stages import facts_of
from fileroom.programmes.social_media.whose import sees
from fileroom.programmes.social_media.writing import written
from fileroom.programmes.vendors.standing import contract_paper, line_of
from fileroom.records import issuing
from fileroom.records.issuing import Draft, Issued

LETTER, LETTER_OF_ONE = "social_media_vendor", "social_media_vendor_copy"
NO_SUCH_DAY = "Read the day again: after the company had to, and not still to come."
Why = SocialMediaVendorNotice.Why
Terms = Mapping[SocialMediaTerm, tuple[int, str]]


def paper_of(row: SocialMediaVendor, on: date) -> Paper:
    """The contract that binds the company today in the law's words, with those of the four terms that it has: not known
    of one that was amended or renewed since they were read."""
    line = line_of(row.contract, on)
    same_paper = all(it.replaces_why == Contract.Replaces.MISREAD for it in line[1:])
    terms = tuple(sorted(int(it) for it in row.terms)) if same_paper else None
    return replace(contract_paper(line[-1], on), social_media_terms=terms)


@durable_transaction
def enter_vendor(id_: UUID, contract_id: UUID, terms: Terms, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """A company gathers for the district, if the law lets its contract do: each of the four terms with page and words.

    Where it gathers already, under a contract whose place this one took, it goes on by this one. Raises Missing (no
    program, no such contract), FormUsed and ValidationError.
    """
    who = designee(by, at)
    if isinstance(who, Refused):
        return who
    on, program = district_day(at), program_now()
    contract = Contract.objects.filter(pk=contract_id).first()
    if program is None or contract is None:
        raise Missing
    if before := SocialMediaVendor.objects.filter(pk=id_).first():
        if before.contract_id != contract_id:
            raise FormUsed
        return before.entry
    if line_of(contract, on)[1:]:
        raise ValidationError("Another contract took its place: choose that one.")
    kept = {
        str(int(term)): {"page": page, "words": written(f"term-{int(term)}", words, most=400)}
        for term, (page, words) in terms.items()
    }
    row = _under_one_before(program, contract, on) or SocialMediaVendor(id=id_, program=program)
    row.contract, row.terms, row.entered_at, row.entered_by = contract, kept, at, by.account.id
    decision = vendor_gathers(facts_of(program, on), paper_of(row, on), on=on)
    said = {"record": row.id, "part": str(contract_id), "decision": decision}
    if not decision.granted:
        return Refused(decision, noted(Act.SOCIAL_MEDIA_REFUSED, who.role, by, at, **said))  # type: ignore[arg-type]
    if there := SocialMediaVendor.objects.filter(program=program, contract=contract, ended_on=None).first():
        if (there.terms, there.entered_by) == (kept, by.account.id):
            return there.entry
        raise ValidationError("This contract is entered already.")
    row.entry = noted(Act.SOCIAL_MEDIA_VENDOR_ENTERED, who.role, by, at, **said)  # type: ignore[arg-type]
    row.save()
    return row.entry


def _under_one_before(program: SocialMediaProgram, contract: Contract, on: date) -> SocialMediaVendor | None:
    """The company that gathers under a contract whose place this one took: its terms are read anew, and it goes on."""
    rows = SocialMediaVendor.objects.select_for_update(of=("self",)).filter(program=program, ended_on=None)
    those = rows.filter(contract__operator=contract.operator_id).select_related("contract")
    return next((it for it in those if contract in line_of(it.contract, on)[1:]), None)


@durable_transaction
def end_vendor(vendor_id: UUID, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """Its contract is satisfied from today: it destroys at once all that it gathered. The entry. Raises Missing."""
    who = designee(by, at)
    if isinstance(who, Refused):
        return who
    row = SocialMediaVendor.objects.select_for_update().filter(pk=vendor_id, ended_on=None).first()
    if row is None:
        raise Missing
    return end_company(row, district_day(at), who.role, by=by, at=at)


def tell_vendor(
    notice_id: UUID, *, language: str = "en", head: Letterhead, by: SignedIn, at: datetime
) -> Issued | Refused:
    """Make the letter to the company that this student is 18, or gone, or had something deleted or corrected: it
    destroys at once. It is told once somebody says that it was sent.

    Raises Missing (the student is back, too, or nobody to whoever asks), and ValidationError (there is a letter
    already).
    """
    return _tell_vendor(notice_id, language, head, for_its_end(by), at)


@durable_transaction
def _tell_vendor(notice_id: UUID, language: str, head: Letterhead, by: SignedIn, at: datetime) -> Issued | Refused:
    who = designee(by, at)
    if isinstance(who, Refused):
        return who
    rows = SocialMediaVendorNotice.objects.select_for_update().filter(back_at=None, destroyed_on=None)
    row = rows.filter(pk=notice_id).first()
    if row is None or not sees(row.student_id, by, district_day(at)):
        raise Missing
    if row.letter is not None:
        raise ValidationError("The letter is made already: open it, send it, and say so.")
    on = district_day(at)
    decision, name = may_tell(row, on)
    if not decision.granted:
        return Refused(decision, noted(Act.SOCIAL_MEDIA_REFUSED, who.role, by, at, record=row.id, decision=decision))
    nothing_is_kept(row)
    facts = {
        "company": row.vendor.contract.operator.name, "student": name, "district": head.district,
        "signer": account_names([by.account.id]).get(by.account.id, ""),
    }  # fmt: skip
    kind, said = _which(row, language)
    draft = Draft(kind, language, facts | said, about=row.id, student=row.student_id)
    made = issuing.issue(draft, head=head, by=by, role=who.role, decision=decision, sealed=False, at=at)
    row.made_at, row.made_by, row.letter = at, by.account.id, made.id
    row.save(update_fields=["made_at", "made_by", "letter"])
    return made


def _which(row: SocialMediaVendorNotice, language: str) -> tuple[str, dict[str, str]]:
    """The letter: about all that it has of the student, and why; or about what was gathered on one day."""
    if row.item is None:
        return LETTER, {"why": SAYS[language, Why(row.why)]}
    return LETTER_OF_ONE, {"gathered_on": spoken_on(district_day(row.item.gathered_at), language)}


def vendor_told(notice_id: UUID, on_day: date, how: str, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """The letter went to the company on that day, by that way; the law is asked again, unless the student was back
    before anybody said so: then it is a fact, and the company owes its word. The entry.

    Raises Missing (no letter, or told already, or all is destroyed, or nobody to whoever asks), and ValidationError.
    """
    said = written("how", how, most=REFERENCE_LENGTH)
    return _vendor_told(notice_id, on_day, said, for_its_end(by), at)


@durable_transaction
def _vendor_told(notice_id: UUID, on_day: date, how: str, by: SignedIn, at: datetime) -> UUID | Refused:
    who = designee(by, at)
    if isinstance(who, Refused):
        return who
    rows = SocialMediaVendorNotice.objects.select_for_update().filter(told_at=None, destroyed_on=None)
    row = rows.filter(pk=notice_id).first()
    if row is None or row.made_at is None or row.vendor.destroyed_on or not sees(row.student_id, by, district_day(at)):
        raise Missing
    on, said = district_day(at), {"record": row.id, "student": row.student_id}
    if not district_day(row.made_at) <= on_day <= on:
        raise ValidationError({"told_on": "Read the day again: after the letter was made, and not still to come."})
    decision = None if row.back_at else may_tell(row, on)[0]
    if decision is not None and not decision.granted:
        return Refused(decision, noted(Act.SOCIAL_MEDIA_REFUSED, who.role, by, at, decision=decision, **said))
    entry = noted(Act.SOCIAL_MEDIA_VENDOR_TOLD, who.role, by, at, decision=decision, **said)
    row.told_at, row.told_by, row.told_on, row.told_how = at, by.account.id, on_day, how
    row.save(update_fields=["told_at", "told_by", "told_on", "told_how"])
    duties.discharge(VENDORS, row.id, Over(by.account.id, entry, at))
    owe_destruction(row.id, row.student_id, entry, at)
    return entry


SAYS = {
    ("en", Why.ADULT): "has turned 18",
    ("en", Why.LEFT): "is no longer enrolled in the district",
    ("es", Why.ADULT): "ya cumplió 18 años",
    ("es", Why.LEFT): "ya no está inscrito en el distrito",
}


def may_tell(row: SocialMediaVendorNotice, on: date) -> tuple[Decision, str]:
    """May the company be told of it on this day, and of whom? Raises Missing. Part of the open transaction."""
    student = student_facts(row.student_id, on, Touch.LOOKS)
    if student is None:
        raise Missing
    gone = spells.days_gone(row.student_id, on=on)
    asked = Question(
        on=on, action=Action.SHARE_WITH_VENDOR,
        purpose=Purpose.RETENTION_SCHEDULE if row.item_id is None else Purpose.OPERATOR_DELETION,
        requester=Requester(kind=RequesterKind.VENDOR), student=replace(subject(student), days_since_left_lea=gone),
        record=Record(kind=KIND, contract_satisfied=over_since(row.vendor, on) is not None),
        papers=(paper_of(row.vendor, on),), orders=(),
    )  # fmt: skip
    return counsel.decide(asked), student.name


@durable_transaction
def all_destroyed(vendor_id: UUID, on_day: date, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """A company whose contract is over has destroyed all of it, on this day. Raises Missing, ValidationError."""
    who = designee(by, at)
    if isinstance(who, Refused):
        return who
    row = SocialMediaVendor.objects.select_for_update().filter(pk=vendor_id, destroyed_on=None).first()
    ended_on = over_since(row, district_day(at)) if row else None
    if row is None or ended_on is None:
        raise Missing
    if not ended_on <= on_day <= district_day(at):
        raise ValidationError({"destroyed_on": NO_SUCH_DAY})
    entry = noted(Act.SOCIAL_MEDIA_VENDOR_DESTROYED, who.role, by, at, record=row.id)
    row.ended_on, row.destroyed_on = ended_on, on_day
    row.save(update_fields=["ended_on", "destroyed_on"])
    over = Over(by.account.id, entry, at)
    duties.discharge(PROGRAM, row.id, over, rule=NOTHING_LEFT)
    open_ = SocialMediaVendorNotice.objects.select_for_update().filter(vendor=row, destroyed_on=None)
    # those of who is back are locked too: somebody may be noting just now that a letter went all the same
    notices = [it for it in open_ if it.told_at or it.back_at is None]
    for notice in notices:
        notice.destroyed_on = on_day
        notice.save(update_fields=["destroyed_on"])
        duties.discharge(VENDORS, notice.id, over, rule=NOTHING_LEFT)
        duties.let_go(VENDORS, notice.id, over)  # to tell it, too: there is nothing to destroy any longer
    _in_each_log(row, notices, by.acting_as(who.role), by.purpose, at)
    return entry


def _in_each_log(
    row: SocialMediaVendor, notices: list[SocialMediaVendorNotice], by: Actor, purpose: Purpose, at: datetime
) -> None:
    """All of it is of each student of whom it gathered: one line in the log of each."""
    of = dict(SocialMediaItem.objects.filter(vendor=row).order_by("gathered_at").values_list("student_id", "record_id"))
    of |= {it.student_id: it.id for it in notices}
    said: dict[str, Any] = {"by": by, "purpose": purpose.value, "at": at}
    act = Act.SOCIAL_MEDIA_VENDOR_DESTROYED
    ledger.write_many(ledger.event(act, student=student, record=of[student], **said) for student in sorted(of))


@durable_transaction
def vendor_destroyed(notice_id: UUID, on_day: date, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """The company says that it destroyed, on this day. The entry. Raises Missing and ValidationError."""
    who = designee(by, at)
    if isinstance(who, Refused):
        return who
    row = SocialMediaVendorNotice.objects.select_for_update().filter(pk=notice_id, destroyed_on=None).first()
    if row is None or row.told_at is None or not sees(row.student_id, by, district_day(at)):
        raise Missing
    if not row.due_on <= on_day <= district_day(at):
        raise ValidationError({"destroyed_on": NO_SUCH_DAY})
    entry = noted(Act.SOCIAL_MEDIA_VENDOR_DESTROYED, who.role, by, at, record=row.id, student=row.student_id)
    row.destroyed_on = on_day
    row.save(update_fields=["destroyed_on"])
    duties.discharge(VENDORS, row.id, Over(by.account.id, entry, at), rule=NOTHING_LEFT)
    return entry
