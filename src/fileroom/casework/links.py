"""A secure link is made for one thing and one person, and taken back. Only digests of its two secrets are kept.

The code is told by the office itself. The address goes by mail, and is made when that is sent; or it is shown once to
the office, which hands it over.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError

from fileroom.casework import outgoing
from fileroom.casework.above import Above
from fileroom.casework.models import Outgoing, SecureLink
from fileroom.casework.whose import kept_by, links_of, open_to
from fileroom.disclosure import linked
from fileroom.disclosure.linked import ForOne
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.letters.mails import MAILS
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.keepers import schools_kept
from fileroom.people.signed_in import SignedIn
from fileroom.records.issuing import OF, new_code
from fileroom.records.models import Letter

GROUPS = 2  # 39 bits, against five tries
TOKEN_BYTES = 32
LANGUAGE = "language"  # in the address of a link, for any: it says in which language its page speaks
LANGUAGES = tuple(MAILS[outgoing.LINK])


class Way(StrEnum):
    """How its reader gets the address."""

    HAND = "hand"
    MAIL = "mail"


@dataclass(frozen=True)
class Wanted:
    """A link about to be made: `id` of the form's press; `contact` None: for the student. `for_days`: it stays open.
    `home_language`: the family speaks a language in which the school writes home too."""

    id: UUID
    contact: UUID | None
    language: str
    way: str
    identity_checked: bool
    for_days: int
    home_language: bool = False


@dataclass(frozen=True)
class Made:
    """It is made. `code` and `token` are shown this once and kept nowhere: empty where it was made before and somebody
    has tried it since, and `token` also where the mail makes one. `too`: in which language else it goes, by the law."""

    id: UUID
    to: str
    until_at: datetime
    code: str = ""
    token: str = ""
    language: str = ""
    too: str = ""


@dataclass(frozen=True)
class NotForAPage(Refused):
    """It is theirs, but within limits that no page keeps: the office prepares a copy and hands it over."""

    limits: tuple[Limit, ...]


@durable_transaction
def link_record(record_id: UUID, wanted: Wanted, *, by: SignedIn, at: datetime) -> Made | NotForAPage | Refused:
    """A link to a record, by the office that hands it out, where the law lets its reader have a copy.

    Raises Missing, FormUsed and ValidationError.
    """
    mine = linked.may_hand_out(record_id, by=by, at=at)
    if isinstance(mine, Refused):
        return mine
    case, record = mine
    it = linked.record_for(
        record_id, wanted.contact, identity_checked=wanted.identity_checked, on=district_day(at),
        home_language=wanted.home_language,
    )  # fmt: skip
    return _make(it, wanted, case.requester.role, by, at, record_id=record.id)


@durable_transaction
def link_letter(
    letter_id: UUID, wanted: Wanted, above: Above, *, role: str, by: SignedIn, at: datetime
) -> Made | NotForAPage | Refused:
    """The same to a letter, for whom it was written to. `role`: in which they act; the caller has asked whether they
    may. Raises Missing, FormUsed and ValidationError."""
    letter = Letter.objects.filter(pk=letter_id).first()
    own = above.letters.get(letter.kind) if letter else None
    if letter is None or own is None:
        raise Missing
    if not wanted.identity_checked:
        raise ValidationError("Say that you have checked who they are: the letter is for one person.")
    on = district_day(at)
    return _make(linked.letter_for(letter, wanted.contact, own(letter, on), on=on), wanted, role, by, at)


def _make(
    it: ForOne, wanted: Wanted, role: str, by: SignedIn, at: datetime, *, record_id: UUID | None = None
) -> Made | NotForAPage | Refused:
    if wanted.language not in LANGUAGES or wanted.way not in set(Way):
        raise ValidationError("Choose the language, and how the link goes.")
    return act_once(
        lambda: _pressed_again(it, wanted, role, by, at, record_id), lambda: _made(it, wanted, role, by, at, record_id)
    )


def _pressed_again(
    it: ForOne, wanted: Wanted, role: str, by: SignedIn, at: datetime, record_id: UUID | None
) -> Made | None:
    """The link that this form has made already. Whoever presses twice has lost the page with the code: until somebody
    tries the link, a new code takes the old one's place, and so does the address that was to be handed over. Raises
    FormUsed."""
    row = SecureLink.objects.select_for_update().filter(pk=wanted.id).first()
    if row is None:
        return None
    letter_id = it.letter.id if it.letter else None
    mine = (record_id, letter_id, wanted.contact, by.account.id)
    if (row.record_id, row.letter_id, row.contact_id, row.made_by) != mine:
        raise FormUsed
    untouched = not (row.opened or row.wrong or row.withdrawn_at) and at < row.until_at
    if not (untouched and it.granted):
        return Made(row.id, it.to.name, row.until_at)
    event = ledger.event(
        Act.LINK_MADE, student=row.student_id, record=row.id, part=wanted.way, by=by.acting_as(role),
        purpose=by.purpose.value, decision=it.decision, outcome="anew", sealed=True, at=at,
    )  # fmt: skip
    ledger.write(event)
    code, token = new_code(GROUPS), "" if Outgoing.objects.filter(link=row).exists() else new_token()
    row.code, row.token = make_password(code), digest(token) if token else row.token
    row.save(update_fields=["code", "token"])
    return Made(row.id, it.to.name, row.until_at, code, token, row.language, _too(it))


def _made(
    it: ForOne, wanted: Wanted, role: str, by: SignedIn, at: datetime, record_id: UUID | None
) -> Made | NotForAPage | Refused:
    letter_id, student = it.letter.id if it.letter else None, it.student.id
    actor, purpose = by.acting_as(role), by.purpose.value
    if not it.granted:
        event = ledger.event(
            Act.LINK_REFUSED, student=student, record=record_id or letter_id, by=actor, purpose=purpose,
            decision=it.decision, sealed=True, at=at,
        )  # fmt: skip
        entry = ledger.write(event)
        it.asked_about(entry, at)
        if it.bounds and it.told.granted:
            return NotForAPage(it.told, entry, it.bounds.shut)
        return Refused(it.told, entry)
    event = ledger.event(
        Act.LINK_MADE, student=student, record=wanted.id, part=wanted.way, by=actor, purpose=purpose,
        decision=it.decision, sealed=True, at=at,
    )  # fmt: skip
    code, token = new_code(GROUPS), new_token() if wanted.way == Way.HAND else ""
    row = SecureLink(
        id=wanted.id, student_id=student, contact_id=wanted.contact, record_id=record_id, letter_id=letter_id,
        language=wanted.language, token=digest(token) if token else None, code=make_password(code), made_at=at,
        made_by=by.account.id, entry=ledger.write(event), until_at=at + timedelta(days=wanted.for_days),
    )  # fmt: skip
    row.save(force_insert=True)
    if wanted.way == Way.MAIL:
        outgoing.queue_link(row, by=by, at=at)
    return Made(row.id, it.to.name, row.until_at, code, token, row.language, _too(it))


def _too(it: ForOne) -> str:
    return next((duty.says for duty in it.decision.duties if duty.code == DutyCode.TRANSLATE), "")


@durable_transaction
def withdraw(link_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """From now on it opens nothing. Raises Missing; a second time changes nothing."""
    row = SecureLink.objects.select_for_update().filter(pk=link_id).first()
    if row is None or not _theirs(row, by, at):
        raise Missing
    if row.withdrawn_entry is not None:
        return row.withdrawn_entry
    event = ledger.event(
        Act.LINK_WITHDRAWN, student=row.student_id, record=row.id, by=by.acting_as(kept_by(by, at)), sealed=True, at=at
    )
    entry = ledger.write(event)
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_entry = at, by.account.id, entry
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_entry"])
    outgoing.withdraw_of_link(row, entry, by=by.account.id, at=at)
    return entry


def _theirs(row: SecureLink, by: SignedIn, at: datetime) -> bool:
    schools, on = schools_kept(by, at), district_day(at)
    here = bool(schools) and SecureLink.objects.filter(links_of(by, on), pk=row.pk).exists()
    return here and bool(open_to([row.student_id], by=by, on=on))


def student_of(link_id: UUID) -> UUID | None:
    """Whom a link is about; None: there is no such link."""
    with district_transaction():
        return SecureLink.objects.filter(pk=link_id).values_list("student_id", flat=True).first()


def new_token() -> str:
    """What the address holds: 256 bits, hexadecimal."""
    return secrets.token_hex(TOKEN_BYTES)


def digest(token: str) -> str:
    """What is kept of it."""
    return sha256(token.encode()).hexdigest()


def code_as_told(said: str) -> str:
    """The code as somebody has typed it, in the shape it was told in."""
    plain = "".join(sign for sign in said.upper()[:40] if sign.isascii() and sign.isalnum())
    return "-".join(plain[at : at + OF] for at in range(0, len(plain), OF))
