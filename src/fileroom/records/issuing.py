"""What the district writes: set, sealed, and noted with its fingerprint, so that a paper can be checked against it.

No gate: whether it may be written to whom, and who may open it again, is for the caller's decision to say.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.law import Decision, Purpose
from fileroom.law.marks import told_in
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.letters import KINDS, Letterhead, Part, Unfit, compose
from fileroom.letters import Letter as Paper
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records.models import Letter, Version

PDF = "application/pdf"
# No letter that is read as another, and no vowel but A and E, so that few codes spell a word: 59 bits in all.
LETTERS, GROUPS, OF = "23456789ABCDEFGHJKMNPQRSTVWXYZ", 3, 4
NO_LETTER = re.compile(r"[^0-9A-Z]")


@dataclass(frozen=True)
class Draft:
    """A letter about to be issued: `kind` is a name of KINDS, `facts` what goes to its places; `parts`: of a report.

    `purpose`: what it is issued for, as its entry says; None: what its issuer opened the file for. `id`: the one it
    will have, where a form's press has brought it.
    """

    kind: str
    language: str
    facts: Mapping[str, str]
    about: UUID
    student: UUID | None = None
    to: UUID | None = None
    addressed: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    purpose: Purpose | None = None
    id: UUID | None = None


@dataclass(frozen=True)
class Issued:
    """It is set and kept; `pdf` is what was kept."""

    id: UUID
    code: str
    entry: UUID
    pdf: bytes


def issue(
    draft: Draft, *, head: Letterhead, by: SignedIn, role: str, decision: Decision | None, sealed: bool, at: datetime
) -> Issued:
    """Set the letter, seal it, and write its entry with its digest. Part of the open transaction.

    Raises ValidationError where it holds letters that cannot be printed, or may show a family's status.
    """
    _tells_no_status(draft)
    code = new_code()
    try:
        pdf = compose(Paper(draft.kind, draft.language, head, at, code, draft.facts, draft.addressed, draft.parts))
    except Unfit as error:
        raise ValidationError(str(error)) from None
    return _kept(draft, pdf, code, by=by, role=role, decision=decision, sealed=sealed, at=at)


def _tells_no_status(draft: Draft) -> None:
    """A letter about somebody says what its kind says and no more: what somebody wrote into it is looked at (Board
    Policy 5125). Names are not: a family, a school or a company may be called by such a word. Raises ValidationError,
    which repeats nothing of it."""
    if draft.student is None and draft.to is None:
        return
    texts = (text for name, text in draft.facts.items() if name in KINDS[draft.kind].written)
    if mark := next(filter(None, map(told_in, texts)), None):
        raise ValidationError(
            f"This letter may show a family’s immigration status: it tells of “{mark.title.lower()}” "
            f"({mark.citation.text}). No letter needs that. Take it out, and issue the letter again."
        )


def issue_written(draft: Draft, pdf: bytes, *, by: SignedIn, role: str, at: datetime) -> Issued:
    """The same of a PDF that somebody else has written, a translation: its code stands in no foot, and is handed over
    beside it. Whether it may come in is for the caller to have asked. Part of the open transaction."""
    return _kept(draft, pdf, new_code(), by=by, role=role, decision=None, sealed=False, at=at)


def _kept(
    draft: Draft, pdf: bytes, code: str, *, by: SignedIn, role: str, decision: Decision | None, sealed: bool,
    at: datetime,
) -> Issued:  # fmt: skip
    id_, digest, wording = draft.id or uuid4(), sha256(pdf).hexdigest(), KINDS[draft.kind].version
    event = ledger.event(
        Act.LETTER_ISSUED, student=draft.student, record=id_, part=f"{draft.kind}/{wording}/{draft.language}",
        by=by.acting_as(role), purpose=(draft.purpose or by.purpose).value, decision=decision, outcome=digest,
        sealed=sealed, at=at,
    )  # fmt: skip
    entry = ledger.write(event)
    row = Letter(
        id=id_, kind=draft.kind, wording=wording, language=draft.language, student_id=draft.student, about=draft.about,
        to=draft.to, code=code, digest=digest, issued_at=at, issued_by=by.account.id, entry=entry,
    )  # fmt: skip
    row.save(force_insert=True)
    shelf.issue(row, shelf.Contents.document(pdf, PDF), by=by.account.id, at=at)
    return Issued(id_, code, entry, pdf)


def open_again(
    letter: Letter, *, by: SignedIn, role: str, sealed: bool, at: datetime, purpose: Purpose | None = None
) -> bytes:
    """The PDF as it was issued; its entry is written in the same statement. Raises contents.Gone."""
    event = ledger.event(
        Act.LETTER_OPENED, student=letter.student_id, record=letter.id, part=f"{letter.kind}/{letter.wording}",
        by=by.acting_as(role), purpose=(purpose or by.purpose).value, sealed=sealed, at=at,
    )  # fmt: skip
    return shelf.open_letter(letter, Version.objects.get(letter=letter), event).body


def open_for(letter: Letter, *, by: Actor, purpose: Purpose, decision: Decision, at: datetime) -> tuple[UUID, bytes]:
    """The same for whom it was written to, who has no account here: the entry and the PDF. Raises contents.Gone."""
    event = ledger.event(
        Act.LETTER_OPENED, student=letter.student_id, record=letter.id, part=f"{letter.kind}/{letter.wording}",
        by=by, purpose=purpose.value, decision=decision, at=at,
    )  # fmt: skip
    return event.id, shelf.open_letter(letter, Version.objects.get(letter=letter), event).body


def new_code(groups: int = GROUPS) -> str:
    """A code nobody can guess, in groups that can be read over the telephone."""
    drawn = "".join(secrets.choice(LETTERS) for _ in range(groups * OF))
    return "-".join(drawn[at : at + OF] for at in range(0, len(drawn), OF))


def code_as_printed(said: str) -> str:
    """The code as somebody has typed it, in the shape it was printed in; what cannot be one comes to nothing."""
    plain = NO_LETTER.sub("", said.upper()[:40])
    if len(plain) != GROUPS * OF:
        return ""
    return "-".join(plain[at : at + OF] for at in range(0, len(plain), OF))
