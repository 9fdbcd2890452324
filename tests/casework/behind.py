"""Rows behind the addresses of a link and of a mail, for tests that walk all routes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from tests import factories as make
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.people.models import Student


def waits_for(who: Student, record: UUID) -> dict[str, UUID]:
    """A link to this record of a student's, and the mail that tells of it, by the names of routes."""
    from fileroom.casework.models import Outgoing, SecureLink

    link = SecureLink(
        student=who, record_id=record, language="en", code="!", made_at=AT, made_by=uuid4(), entry=uuid4(),
        until_at=AT + timedelta(days=14),
    )  # fmt: skip
    mail = Outgoing(
        kind="link", link=link, about=link.id, language="en", next_try_at=AT, queued_at=AT, released_at=AT,
        caused_by=link.entry,
    )  # fmt: skip
    make.keep(link, mail)
    return {"link_id": link.id, "outgoing_id": mail.id}
