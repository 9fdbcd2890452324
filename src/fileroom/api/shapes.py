"""The shapes of what comes in and goes out, as the OpenAPI description prints them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Header, Query, Schema
from pydantic import AfterValidator, ConfigDict, Field, WithJsonSchema

from fileroom.disclosure.reasons import LONGEST
from fileroom.law import Purpose
from fileroom.law.catalogue import Others
from fileroom.law.criteria import TEXTS

# What an employee may say a file is opened for: the purposes of the published criteria (Ed. Code 49063(d)).
STATED = sorted({it.value for text in TEXTS for it in text.words})


def _stated(said: str) -> str:
    if said not in STATED:
        raise ValueError(said)
    return said


PurposeOf = Annotated[
    str,
    AfterValidator(_stated),
    WithJsonSchema({"type": "string", "enum": STATED}),
    Query(description="What it is for. The law's answer depends on it, and the ledger has it."),
]
Cursor = Annotated[str, Query(max_length=64, description="`next_cursor` of the list before; empty: the first.")]
Limit = Annotated[int, Query(ge=1, le=100, description="At most so many.")]
Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key", min_length=8, max_length=200, pattern="^[!-~]{8,200}$",
        description="New for each act. The same key with the same body is the same act; with another body it is a 422.",
    ),
]  # fmt: skip
Reason = Annotated[
    str,
    Header(
        alias="Reason", max_length=LONGEST,
        description="Why a copy is taken of a record that may show a family's immigration status, in a sentence that"
        " names nobody; it is kept under seal. Asked for by a 403 of the type `reason`, and of no other record.",
    ),
]  # fmt: skip


def meant(said: str) -> Purpose:
    """The purpose that was stated."""
    return Purpose(said)


class Shape(Schema):
    """Something that goes out."""


class Given(Schema):
    """Something that comes in: a name that is not known is an error."""

    model_config = ConfigDict(extra="forbid")


class Wrong(Shape):
    field: str
    says: str


class Because(Shape):
    rule: str
    effect: str
    citation: str
    says: str


class Step(Shape):
    fact: str
    ask: str
    citation: str


class Duty(Shape):
    code: str
    citation: str
    says: str


class Deadline(Shape):
    on: date
    within: str
    citation: str


class Decision(Shape):
    """The law's answer, as `fileroom decide` gives it."""

    outcome: Literal["must", "may", "no", "needs_more"]
    says: str
    because: list[Because]
    missing: list[Step]
    duties: list[Duty]
    deadline: Deadline | None
    limits: list[str]
    limits_beyond_the_order: list[str] | None = None
    calendar: str | None = None


class Problem(Shape):
    """RFC 9457. A kind adds members of its own: `decision`, `entry` and `next` of a refusal, `errors` of a 422."""

    type: str
    title: str
    status: int
    detail: str
    entry: UUID | None = None
    decision: Decision | None = None
    next: list[str] = []
    errors: list[Wrong] = []


class Owner(Shape):
    kind: Literal["employee", "contract"]
    name: str
    office: str
    may_share: Decision | None = None


class Me(Shape):
    token: str
    until_on: date
    scopes: list[str]
    district: str
    owner: Owner


class Found(Shape):
    id: UUID
    name: str
    grade: str
    school: str


class Students(Shape):
    students: list[Found]
    next_cursor: str | None
    unread: str
    entry: UUID


class Person(Shape):
    contact: UUID
    name: str
    kind: str


class Listed(Shape):
    id: UUID
    item: str
    title: str
    kept_as: str
    citation: str
    filed_at: datetime
    about: Person | None
    others: Others | None


class File(Shape):
    student: Found
    decision: Decision
    records: list[Listed]
    next_cursor: str | None
    entry: UUID


class Document(Shape):
    media_type: str
    bytes: int
    href: str | None


class Record(Shape):
    """`fields` of a record with fields, `document` of any other. `entry`: the ledger's line of this very look."""

    record: Listed
    student: UUID
    version: int
    decision: Decision
    fields: dict[str, Any] | None = None
    document: Document | None = None
    entry: UUID


class Look(Shape):
    entry: UUID
    at: datetime
    act: str
    by: str
    role: str
    purpose: str
    outcome: str
    part: str
    record: UUID | None
    party: str | None


class Looks(Shape):
    student: UUID
    decision: Decision
    looks: list[Look]
    total: int
    complete: bool
    next_cursor: str | None
    entry: UUID


class Addressee(Shape):
    """`contact` null: the student, whose rights are their own."""

    contact: UUID | None
    name: str
    kind: str


class Contacts(Shape):
    student: UUID
    contacts: list[Addressee]
    entry: UUID


class GivenRecord(Given):
    """An item of the catalogue with the texts of its form. `others`: does it tell of other students?"""

    item: str = Field(max_length=60)
    fields: dict[Annotated[str, Field(max_length=60)], Annotated[str, Field(max_length=100_000)]]
    about: UUID | None = None
    others: Others | None = None


class Filed(Shape):
    record: UUID
    version: UUID
    kept_as: str
    decision: Decision
    entry: UUID


class Checkpoint(Shape):
    """`checkpoint`: a C2SP signed note; empty before the first. `public_key` checks it."""

    entries: int
    pending: int
    checkpoint: str
    signed_at: datetime | None
    public_key: str
