"""What somebody outside says and shows when they ask for a copy, as the office saw it. Nothing is judged here.

None is not known. Which days, records and people a paper names is kept as it stands on the paper; whether that reaches
*this* record, recipient and day is worked out in `proposing`, and what follows from it is the law's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from fileroom.law.facts import ConsentForm, PaperKind, Purpose, RequesterKind


class Everything(Enum):
    """A court's paper that names all records of the student."""

    RECORDS = "everything"


@dataclass(frozen=True)
class Recipient:
    """Who would receive a copy: one on the student's file (`on_file`: contact or student), or a name and a kind."""

    name: str
    kind: RequesterKind | None = None
    organisation: str = ""
    on_file: UUID | None = None
    identity_checked: bool = False


@dataclass(frozen=True)
class ShownConsent:
    """A consent. `by`: the contact or student who gave it, None for anybody not on file. `records`: catalogue items.

    `to_on`: the last day it speaks for, where it says one. `recipient`: the person or party it names.
    """

    by: UUID | None
    form: ConsentForm | None = None
    signed: bool | None = None
    signed_on: date | None = None
    authenticated: bool | None = None
    records: tuple[str, ...] | None = None
    purpose: Purpose | None = None
    recipient: str = ""
    to_on: date | None = None

    @property
    def kind(self) -> PaperKind:
        return PaperKind.CONSENT


@dataclass(frozen=True)
class ShownCourtPaper:
    """A court's order, warrant or subpoena, or an agency's own paper that looks like one.

    `family_told_on`: the day on which the office told parent and student. `family_served_on`, `student_served_on`: the
    days on the proof that the consumer notice was served.
    """

    kind: PaperKind
    signed_by_judge: bool | None = None
    records: tuple[str, ...] | Everything | None = None
    from_on: date | None = None
    to_on: date | None = None
    nondisclosure: bool | None = None
    parent_is_party: bool | None = None
    family_told_on: date | None = None
    family_served_on: date | None = None
    student_served_on: date | None = None


@dataclass(frozen=True)
class ShownIdentity:
    """Somebody's ID, looked at and not kept."""

    @property
    def kind(self) -> PaperKind:
        return PaperKind.PHOTO_ID


Shown = ShownConsent | ShownCourtPaper
