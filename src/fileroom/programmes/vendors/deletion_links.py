"""The enrolment-end letter by a secure link, to the parent who asked for it; the law gives it anew at each step."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from fileroom.casework.links import Made, NotForAPage, Wanted, link_letter
from fileroom.hosting import district_transaction
from fileroom.people import queries
from fileroom.people.answers import Missing, Refused
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import DeletionRequest
from fileroom.programmes.outgoing import ABOVE
from fileroom.programmes.vendors.deletion_knowing import works_with


def whom(request_id: UUID, *, by: SignedIn, at: datetime) -> tuple[UUID | None, str]:
    """Who asked for the letter that is issued: the contact (None: the former student), and a name. Raises Missing."""
    with district_transaction():
        row, _ = _issued(request_id, by, at)
        return row.asked_by, queries.contact_name(row.asked_by) if row.asked_by else ""


def send_by_link(request_id: UUID, wanted: Wanted, *, by: SignedIn, at: datetime) -> Made | NotForAPage | Refused:
    """Make the link. Raises Missing, FormUsed and ValidationError."""
    with district_transaction():
        row, role = _issued(request_id, by, at)
        letter = row.letter
    assert letter is not None
    return link_letter(letter, wanted, ABOVE, role=role, by=by, at=at)


def _issued(request_id: UUID, by: SignedIn, at: datetime) -> tuple[DeletionRequest, str]:
    row = DeletionRequest.objects.filter(pk=request_id, letter__isnull=False).first()
    if row is None:
        raise Missing
    return row, works_with(row.student_id, by, at)
