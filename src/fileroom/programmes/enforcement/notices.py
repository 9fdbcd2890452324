"""The notice to a family that somebody asked about their child, or that a court's paper came: prepared as a letter, and
sent by the Superintendent's designee, when the law is asked anew and the letter is set (Ed. Code 234.7(b), 49077).

No table says of whom it is: student and recipient lie sealed, and every entry stands under seal, of no student.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.signed_in import SignedIn
from fileroom.programmes import under_seal
from fileroom.programmes.enforcement import whose
from fileroom.programmes.enforcement.board_days import ROOM
from fileroom.programmes.enforcement.duties import TOLD_BY_LETTER
from fileroom.programmes.enforcement.family_letter import LANGUAGES, Desk, Paper, draft, in_each, languages_of, proof
from fileroom.programmes.enforcement.knowing import Knows, knows_of
from fileroom.programmes.enforcement.recipients import To, hindered, may_be_told, not_kept_from, one_recipient
from fileroom.programmes.enforcement.services import mark_of
from fileroom.programmes.enforcement.telling import NOT_OWED, is_to_be_told, kept_from_print, not_yet
from fileroom.programmes.models import EnforcementRequest, FamilyNotice
from fileroom.records import issuing, noting
from fileroom.records.models import Letter

Way = FamilyNotice.Way
NOTE = "enforcement_notice"
CHANGED = "What was answered has changed since you looked. Read the letter as it stands now, and send it then."
CLOSED = "This request is closed: nobody is written to about it any more."
LOOK_AT_ID = "Look at their ID first, and say that you have: the letter tells where the child is."


@dataclass(frozen=True)
class Prepared:
    """The letter lies ready, and nothing has gone out."""

    id: UUID
    entry: UUID


@dataclass(frozen=True)
class Listed:
    """A notice as the page of its request shows it: of nobody. `languages`: in which it may go out, or the one in which
    it did; `standing`: the mark of what is answered now; `kept`: why it was sent and is not printed now, or nothing."""

    id: UUID
    languages: tuple[str, ...]
    way: str
    prepared_at: datetime
    sent_at: datetime | None
    dropped_at: datetime | None
    standing: str
    kept: str


@durable_transaction
def prepare(
    id_: UUID, request_id: UUID, to: To, desk: Desk, *, language: str, way: str, by: SignedIn, at: datetime
) -> Prepared | Refused:
    """A letter to one recipient, where the law lets them be told. `id_`: the second call with it changes nothing.

    Raises Missing (no designee, no such request, student or recipient), FormUsed, and ValidationError.
    """
    if language not in LANGUAGES or way not in Way.values:
        raise ValidationError("Choose the language, and how it goes.")
    row, asked = _theirs(request_id, by, at)
    if before := FamilyNotice.objects.filter(pk=id_).first():
        if (before.request_id, before.prepared_by, before.language) != (row.id, by.account.id, language):
            raise FormUsed
        return Prepared(before.id, before.prepared_entry)
    _to_be_told(row, at)
    _theirs_to_write_to(to, by, at)
    decision = _decided(to, way, at)
    if not decision.granted:
        return _refused(decision, row.id, by, asked, at)
    paper = Paper(id_, row, to, language, way, desk)
    return Prepared(id_, set_apart(paper, by=by, role=asked.role, decision=decision, at=at))


def set_apart(paper: Paper, *, by: SignedIn, role: str, decision: Decision, at: datetime) -> UUID:
    """Seal for whom it is; its entry. `decision`: the law's, on whether they may be told.

    It is set when it goes out, for more may be answered until then. Part of the open transaction. Raises
    ValidationError, before anything is written, for what cannot be printed.
    """
    for it in in_each(paper):
        proof(it, at=at)
    entry = under_seal.note(Act.ENFORCEMENT_NOTICE_PREPARED, paper.id, by, role, at, decision=decision)
    FamilyNotice.objects.create(
        id=paper.id, request=paper.request, language=paper.language, way=paper.way, prepared_at=at,
        prepared_by=by.account.id, prepared_entry=entry,
    )  # fmt: skip
    noting.write_note(uuid4(), NOTE, paper.id, paper.to.to_fields(), entry=entry, by=by, at=at)
    whose.note(paper.request.id, paper.to.student, entry=entry, by=by, at=at)
    return entry


@durable_transaction
def send(
    notice_id: UUID,
    desk: Desk,
    *,
    standing: str,
    language: str,
    identified: bool = False,
    others: bool = False,
    by: SignedIn,
    at: datetime,
) -> UUID | Refused:
    """It goes out: whom it is for is opened, the law is asked again by what holds now, and the letter is set.

    `standing`: the mark of the answers that whoever sends it had before them (`Listed.standing`); `language`: one of
    those in which it may go out; `identified`: whoever hands it over has looked at their ID; `others`: somebody else is
    still to be told, in another home or of another child, and so it is owed on: as it is while another letter lies
    ready. A letter is mailed to the address on file: where a family has a card, the file holds no other. Raises Missing
    and ValidationError.
    """
    notice, asked = _waiting(notice_id, by, at)
    _to_be_told(notice.request, at)
    _not_too_early(notice.request)
    if standing != mark_of(notice.request):
        raise ValidationError(CHANGED)
    if language not in languages_of(notice.language):
        raise ValidationError("Choose the language.")
    if notice.way == Way.HANDED and not identified:
        raise ValidationError(LOOK_AT_ID)
    notice.language = language
    to = _opened(notice, by, asked, at)
    _theirs_to_write_to(to, by, at)
    decision = _decided(to, notice.way, at)
    if not decision.granted:
        return _refused(decision, notice.request_id, by, asked, at)
    said = draft(_paper(notice, to, desk), on=district_day(at))
    notice.letter = issuing.issue(said, head=desk.head, by=by, role=asked.role, decision=None, sealed=True, at=at).id
    seen = "identity" if identified else ""
    entry = under_seal.note(Act.ENFORCEMENT_NOTICE_SENT, notice.id, by, asked.role, at, part=seen, decision=decision)
    notice.sent_at, notice.sent_by, notice.sent_entry = at, by.account.id, entry
    notice.save(update_fields=["language", "letter", "sent_at", "sent_by", "sent_entry"])
    if not others and not FamilyNotice.objects.filter(request=notice.request, sent_at=None, dropped_at=None).exists():
        for rule in TOLD_BY_LETTER:
            duties.discharge(ROOM, notice.request_id, Over(by.account.id, entry, at), rule=rule)
    return entry


@durable_transaction
def drop(notice_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """It is not sent: another is written, or the family is told in another way. Raises Missing and ValidationError."""
    notice, asked = _waiting(notice_id, by, at)
    entry = under_seal.note(Act.ENFORCEMENT_NOTICE_DROPPED, notice.id, by, asked.role, at)
    notice.dropped_at, notice.dropped_by, notice.dropped_entry = at, by.account.id, entry
    notice.save(update_fields=["dropped_at", "dropped_by", "dropped_entry"])
    return entry


@durable_transaction
def open_letter(notice_id: UUID, desk: Desk, *, language: str = "", by: SignedIn, at: datetime) -> bytes | Refused:
    """The PDF: once it was sent, to print and to hand over or mail, if it may still go out; before, to read what would
    go out now, in that `language` (none of those in which it may: the first), which stands in its foot. That it was
    opened is noted. Raises Missing (also where one that was not sent may not go out), and ValidationError where one
    that was sent is by now not to, or not this way."""
    notice = FamilyNotice.objects.filter(pk=notice_id, dropped_at=None).select_related("request").first()
    asked = knows_of(notice.request_id, by, at) if notice else None
    if notice is None or asked is None or not asked.superintends:
        raise Missing
    if notice.sent_at is not None and (why := kept_from_print(notice.request, at)):
        raise ValidationError(why)
    to = _opened(notice, by, asked, at)
    _theirs_to_write_to(to, by, at)
    if notice.sent_at is None or notice.letter is None:
        those = languages_of(notice.language)
        notice.language = language if language in those else those[0]
        return _proof(_paper(notice, to, desk), at)
    return _printed(notice, notice.letter, to, by, asked, at)


def _printed(
    notice: FamilyNotice, letter_id: UUID, to: To, by: SignedIn, asked: Knows, at: datetime
) -> bytes | Refused:
    """It is sent before it is printed, and what came since counts; that its request is closed does not hinder."""
    decision = _decided(to, notice.way, at)
    if not decision.granted:
        return _refused(decision, notice.request_id, by, asked, at)
    letter = Letter.objects.get(pk=letter_id)
    return issuing.open_again(letter, by=by, role=asked.role, sealed=True, at=at)


def _paper(notice: FamilyNotice, to: To, desk: Desk) -> Paper:
    return Paper(notice.id, notice.request, to, notice.language, notice.way, desk)


def _proof(paper: Paper, at: datetime) -> bytes:
    on = district_day(at)
    open_ = paper.request.closed_at is None and is_to_be_told(paper.request, at)
    if not (open_ and may_be_told(one_recipient(paper.to, on=on), on=on).granted):
        raise Missing
    return proof(paper, at=at)


@durable_transaction
def of_request(request_id: UUID, *, by: SignedIn, at: datetime) -> tuple[Listed, ...]:
    """The notices of one request, the newest first, for whoever writes them. Raises Missing."""
    _theirs(request_id, by, at, alone=False)
    return listed(request_id, at)


def listed(request_id: UUID, at: datetime) -> tuple[Listed, ...]:
    """The same, where the caller has asked who reads it. Part of the open transaction."""
    rows = list(FamilyNotice.objects.filter(request_id=request_id).select_related("request").order_by("-prepared_at"))
    if not rows:
        return ()
    mark, kept = mark_of(rows[0].request), kept_from_print(rows[0].request, at)
    return tuple(
        Listed(
            it.id, languages_of(it.language), it.way, it.prepared_at, it.sent_at, it.dropped_at, mark,
            kept if it.sent_at else "",
        )
        for it in rows
    )  # fmt: skip


def row_of(request_id: UUID, by: SignedIn, at: datetime) -> EnforcementRequest:
    """The request, to be looked at by whoever writes to the family. Part of the open transaction. Raises Missing."""
    return _theirs(request_id, by, at, alone=False)[0]


def _theirs(request_id: UUID, by: SignedIn, at: datetime, *, alone: bool = True) -> tuple[EnforcementRequest, Knows]:
    """The request for the Superintendent or a designee; `alone`: until the act is over. Raises Missing."""
    asked, rows = knows_of(request_id, by, at), EnforcementRequest.objects.filter(pk=request_id)
    row = (rows.select_for_update(of=("self",)) if alone else rows).first()
    if row is None or not (asked.keeps and asked.superintends):
        raise Missing
    return row, asked


def _waiting(notice_id: UUID, by: SignedIn, at: datetime) -> tuple[FamilyNotice, Knows]:
    """A notice that is neither sent nor dropped, alone until the act is over. Raises Missing and ValidationError."""
    found = FamilyNotice.objects.filter(pk=notice_id).values_list("request_id", flat=True).first()
    if found is None:
        raise Missing
    row, asked = _theirs(found, by, at)  # the request first, as `prepare` takes it
    notice = FamilyNotice.objects.select_for_update().get(pk=notice_id)
    if notice.sent_at or notice.dropped_at:
        raise ValidationError("This notice was sent, or taken back, already.")
    notice.request = row
    return notice, asked


def _to_be_told(row: EnforcementRequest, at: datetime) -> None:
    """A family is to be told, or one was and another may be as well. Raises ValidationError where none is, now."""
    if row.closed_at is not None:
        raise ValidationError(CLOSED)
    if not is_to_be_told(row, at):
        raise ValidationError(NOT_OWED)


def _not_too_early(row: EnforcementRequest) -> None:
    if why := not_yet(row):
        raise ValidationError(why)


def _theirs_to_write_to(to: To, by: SignedIn, at: datetime) -> None:
    """Raises Missing where an order may keep whoever acts from this child: another of their office writes."""
    on = district_day(at)
    not_kept_from(one_recipient(to, on=on).student, by=by, on=on)


def _decided(to: To, way: str, at: datetime) -> Decision:
    """May this recipient be told, by what is on file now? Raises ValidationError where it is not to go this way."""
    on = district_day(at)
    recipient = one_recipient(to, on=on)
    decision = may_be_told(recipient, on=on)
    if decision.granted and (why := hindered(recipient, mailed=way == Way.MAILED, on=on)):
        raise ValidationError(why)
    return decision


def _opened(notice: FamilyNotice, by: SignedIn, asked: Knows, at: datetime) -> To:
    """Whom it is for; that this was opened is noted."""
    (note,) = noting.notes(NOTE, notice.id)
    said = noting.open_note(note, Act.ENFORCEMENT_READ, by=by, role=asked.role, decision=asked.decision, at=at)
    return To.from_fields(said.fields)


def _refused(decision: Decision, record: UUID, by: SignedIn, asked: Knows, at: datetime) -> Refused:
    return Refused(
        decision, under_seal.note(Act.ENFORCEMENT_NOTICE_REFUSED, record, by, asked.role, at, decision=decision)
    )
