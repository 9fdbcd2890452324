"""The notice to the parents of students in the program: that something is gathered, that it will be destroyed, how to
see it and how to ask that it be removed or corrected. The yearly notice may carry it (Ed. Code 49073.6(c)(3)(B))."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day, school_year
from fileroom.ledger.services import Act
from fileroom.letters import KINDS, Letterhead
from fileroom.people.answers import Missing, Refused
from fileroom.people.queries import account_names
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import SocialMediaNotice, SocialMediaVendorNotice
from fileroom.programmes.models.social_media import REFERENCE_LENGTH
from fileroom.programmes.social_media.asking import designee, noted
from fileroom.programmes.social_media.copies import nothing_is_kept, was_back_first
from fileroom.programmes.social_media.duties import NOTICE, PROGRAM
from fileroom.programmes.social_media.services import program_now
from fileroom.programmes.social_media.stages import State, days_of, state_of
from fileroom.programmes.social_media.vendors import may_tell
from fileroom.programmes.social_media.whose import sees
from fileroom.programmes.social_media.writing import written
from fileroom.records import issuing
from fileroom.records.issuing import Draft, Issued
from fileroom.records.models import Letter

LETTER = "social_media_notice"
GOES_NO_MORE = "This letter goes to nobody any more: the student is back, or the company has destroyed all that it had."
NOTE_WHEN = "If it went all the same, note when."


@durable_transaction
def make_notice(language: str, *, head: Letterhead, by: SignedIn, at: datetime) -> Issued | Refused:
    """Set the notice in this language, to print or to send on. Raises Missing (no program), and ValidationError."""
    who = designee(by, at)
    if isinstance(who, Refused):
        return who
    if language not in KINDS[LETTER].words:
        raise ValidationError({"language": "Choose one of the languages that the notice is there in."})
    program = program_now()
    if program is None or state_of(days_of(program)) not in (State.ADOPTED, State.RUNNING):
        raise Missing
    signer = account_names([by.account.id]).get(by.account.id, "")
    what_for = program.what_for_es if language == "es" and program.what_for_es else program.what_for
    facts = {"district": head.district, "what_for": what_for, "signer": signer}
    draft = Draft(LETTER, language, facts, about=program.id)
    return issuing.issue(draft, head=head, by=by, role=who.role, decision=None, sealed=False, at=at)


@durable_transaction
def notice_sent(sent_on: date, reference: str, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """The notice of this school year went out on that day, by that way. Raises Missing and ValidationError."""
    who = designee(by, at)
    if isinstance(who, Refused):
        return who
    said, program = written("reference", reference, most=REFERENCE_LENGTH), program_now()
    if program is None or state_of(days_of(program)) is not State.RUNNING:
        raise Missing
    today = district_day(at)
    if sent_on > today or school_year(sent_on) != school_year(today):
        raise ValidationError({"sent_on": "Enter the day of this school year on which it went out."})
    if SocialMediaNotice.objects.filter(program=program, school_year=school_year(today)).exists():
        raise ValidationError("The notice of this school year is entered already.")
    entry = noted(Act.SOCIAL_MEDIA_NOTICE_SENT, who.role, by, at, record=program.id, part=str(school_year(today)))
    SocialMediaNotice.objects.create(
        program=program, school_year=school_year(today), sent_on=sent_on, reference=said, entered_at=at,
        entered_by=by.account.id, entry=entry,
    )  # fmt: skip
    duties.discharge(PROGRAM, program.id, Over(by.account.id, entry, at), rule=NOTICE)
    return entry


def open_paper(letter_id: UUID, *, kinds: tuple[str, ...], by: SignedIn, at: datetime) -> bytes:
    """A paper of this programme again, for who may make one; of one that names a student, for whom the law shows what
    was gathered of that student. Raises Missing; and of one to a company that did not go yet ValidationError, while
    something is kept that it would have destroyed, and once there is nothing to tell it any more; of one that is said
    to have gone only since the student is back, too: to note what happened is no reason to print."""
    with district_transaction():
        who = designee(by, at)
        letter = Letter.objects.filter(pk=letter_id, kind__in=kinds).first()
        if isinstance(who, Refused) or letter is None:
            raise Missing
        if letter.student_id and not sees(letter.student_id, by, district_day(at)):
            raise Missing
        for notice in SocialMediaVendorNotice.objects.filter(letter=letter.id):
            if notice.told_at is None or was_back_first(notice):
                _goes_still(notice, district_day(at))
                nothing_is_kept(notice)
        return issuing.open_again(letter, by=by, role=who.role, sealed=False, at=at)


def _goes_still(notice: SocialMediaVendorNotice, on: date) -> None:
    """Of a letter that lies made: who is gone once more is told of by another. Raises ValidationError. Part of the open
    transaction."""
    if notice.back_at or notice.destroyed_on or not may_tell(notice, on)[0].granted:
        may_have_gone = notice.back_at and not notice.told_at and not notice.vendor.destroyed_on
        raise ValidationError(f"{GOES_NO_MORE} {NOTE_WHEN}" if may_have_gone else GOES_NO_MORE)
