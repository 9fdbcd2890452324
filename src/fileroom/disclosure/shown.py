"""What somebody outside says and shows when they ask for a copy, as the office saw it. Nothing is judged here.

None is not known. Which days, records and people a paper names is kept as it stands on the paper; whether that reaches
*this* record, recipient and day is worked out in `proposing`, and what follows from it is the law's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from fileroom.law.facts import ConsentForm, PaperKind, Purpose, RequesterKind
from fileroom.law.facts.papers import EVERY_PAPER, QUALITIES


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
class ShownCertificate:
    """What whoever asks has signed, or agreed with the district: a caregiver's affidavit, a certificate, an agreement.

    `by`: the person or party whose it is, as it says; `says`: of the qualities the law knows of its kind (`STATED`)
    those it has. `to_on`: its last day, where it names one.
    """

    kind: PaperKind
    by: str
    signed: bool
    dated_on: date | None
    to_on: date | None = None
    says: tuple[str, ...] = ()


# The kinds of a ShownCertificate, each with what it may be seen to say.
STATED: Mapping[PaperKind, frozenset[str]] = {
    kind: QUALITIES[kind] - EVERY_PAPER
    for kind in (PaperKind.CAREGIVER_AFFIDAVIT, PaperKind.CERTIFICATION, PaperKind.WRITTEN_AGREEMENT)
}


@dataclass(frozen=True)
class ShownIdentity:
    """Somebody's ID, looked at and not kept."""

    @property
    def kind(self) -> PaperKind:
        return PaperKind.PHOTO_ID


Shown = ShownConsent | ShownCourtPaper | ShownCertificate
