"""A paper for everybody: issued as every letter is, with its code, and kept beside for anyone to take.

What lies sealed is opened with an entry for each reader; this says nothing of anybody, and is read by all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fileroom.hosting import district_transaction
from fileroom.letters import Letterhead
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import PublishedPaper
from fileroom.records import issuing
from fileroom.records.issuing import Draft, Issued


@dataclass(frozen=True)
class Paper:
    """One that can be taken: in which language, under which code."""

    id: UUID
    language: str
    code: str
    published_at: datetime


def publish(draft: Draft, *, head: Letterhead, by: SignedIn, role: str, at: datetime) -> Issued:
    """Issue it, and keep it for everybody. Part of the open transaction. Raises ValidationError."""
    made = issuing.issue(draft, head=head, by=by, role=role, decision=None, sealed=False, at=at)
    keep(made, draft.about, draft.language, by=by, at=at)
    return made


def keep(made: Issued, of: UUID, language: str, *, by: SignedIn, at: datetime) -> None:
    """Keep what was issued for everybody to take. Part of the open transaction."""
    PublishedPaper.objects.create(
        of=of, language=language, letter=made.id, code=made.code, pdf=made.pdf, published_at=at,
        published_by=by.account.id,
    )  # fmt: skip


def papers(of: Iterable[UUID]) -> dict[UUID, list[Paper]]:
    """Those of each of these rows, without their bytes."""
    rows = PublishedPaper.objects.filter(of__in=list(of)).defer("pdf").order_by("language")
    found: dict[UUID, list[Paper]] = {}
    with district_transaction():
        for it in rows:
            found.setdefault(it.of, []).append(Paper(it.id, it.language, it.code, it.published_at))
    return found


def take(code: str) -> bytes:
    """The PDF that bears this code, for anyone. Raises Missing."""
    with district_transaction():
        row = PublishedPaper.objects.filter(code=code).first()
    if row is None:
        raise Missing
    return bytes(row.pdf)
