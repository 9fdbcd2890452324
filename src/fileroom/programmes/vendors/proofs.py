"""What shows that a company has destroyed: the certificate that it sends, looked into by the gate like every paper that
comes in, sealed beside what it is about, and opened by a designee."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from fileroom.collection.services import NOT_READ, Document, readable, sieved, unread
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Purpose
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import Demand
from fileroom.programmes.vendors.deletion_knowing import works_with
from fileroom.programmes.vendors.who import designee
from fileroom.records import noting
from fileroom.records.models import SealedNote

KIND = "deletion_proof"
ITEM = "vendor_held_data"
KEPT_OUT = "kept_out"


@dataclass(frozen=True)
class Paper:
    """A certificate that may be kept. `digest`: of its bytes, as the entry has it."""

    media_type: str
    body: bytes
    digest: str


@dataclass(frozen=True)
class Kept:
    """A certificate in a list. `by_company`: it came by the company's own link."""

    id: UUID
    kept_at: datetime
    by_company: bool


@dataclass(frozen=True)
class Handed:
    """What a certificate that is handed in is about, a demand or a contract, and by whom it comes."""

    about: UUID
    student: UUID | None
    by: Actor
    at: datetime


def looked_into(paper: Document | None, of: Handed) -> Paper | None:
    """The certificate, if nothing in it is kept out. Before the transaction: a scan takes seconds. None: there is none.

    What is not kept has its line in the ledger. Raises ValidationError.
    """
    if paper is None:
        return None
    contents = readable(ITEM, paper)
    if found := sieved(paper):
        _not_kept(of, KEPT_OUT)
        says = gettext("It holds what the law keeps out of every paper (%(law)s). Nothing was kept.")
        raise ValidationError({"file": says % {"law": found[0].citation}})
    if says := unread(paper):
        _not_kept(of, NOT_READ)
        raise ValidationError({"file": says})
    return Paper(contents.media_type, contents.body, sha256(contents.body).hexdigest())


@durable_transaction
def _not_kept(of: Handed, why: str) -> None:
    event = ledger.event(
        Act.COLLECTION_REFUSED, student=of.student, record=of.about, part=KIND, by=of.by,
        purpose=Purpose.OPERATOR_DELETION.value, outcome=why, at=of.at,
    )  # fmt: skip
    ledger.write(event)


def keep(paper: Paper | None, about: UUID, *, entry: UUID, by: UUID | None, at: datetime) -> None:
    """Seal it beside the demand or the contract it is about. Part of the open transaction."""
    if paper is not None:
        said = (paper.media_type, paper.body)
        noting.keep_paper(uuid4(), KIND, about, *said, entry=entry, by=by, at=at)


def of(about: UUID) -> tuple[Kept, ...]:
    """The certificates about one demand or contract, in their order. Joins an open transaction."""
    return tuple(Kept(it.id, it.written_at, it.written_by is None) for it in noting.notes(KIND, about))


def of_contract(contract_id: UUID, *, by: SignedIn, at: datetime) -> tuple[Kept, ...]:
    """The same of a contract, for a designee. Raises Missing."""
    with district_transaction():
        designee(by, at)
        return of(contract_id)


@durable_transaction
def open_proof(about: UUID, proof_id: UUID, *, by: SignedIn, at: datetime) -> tuple[str, bytes]:
    """The certificate as it came, its media type and its bytes, for a designee; of a demand about a student, for who
    works with them. `about`: the demand, or the contract. Raises Missing."""
    role = designee(by, at)
    demand = Demand.objects.filter(pk=about).first()
    student = demand.student_id if demand else None
    if student is not None:
        works_with(student, by, at)
    row = SealedNote.objects.filter(kind=KIND, pk=proof_id, about=about).first()
    if row is None:
        raise Missing
    event = ledger.event(
        Act.LETTER_OPENED, student=student, record=about, part=f"{KIND}/1", by=by.acting_as(role),
        purpose=Purpose.OPERATOR_DELETION.value, at=at,
    )  # fmt: skip
    found = noting.open_paper(row, event)
    return found.media_type, found.body
