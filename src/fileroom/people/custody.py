"""Who has legal custody of a student, and whom a court has given the education rights: entered by the office that keeps
the file, with the kind of paper it saw.

The law that says who settles, by the papers seen, who is related to a student says who settles this too. Each entry
goes under seal: it takes from one parent what it says of the other. What an order in force says of custody an entry
does not undo (people/sql/family.sql).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import Touch
from fileroom.people.models import Custody, Relationship
from fileroom.people.models.families import NOTHING_SHOWN, custody_on
from fileroom.people.services import EARLIEST, Done, may_settle
from fileroom.people.signed_in import SignedIn

_PARENTS = (Relationship.Kind.PARENT, Relationship.Kind.GUARDIAN)


@dataclass(frozen=True)
class Paper:
    """What a kind of paper says (columns of Custody), and of which relations it can be shown."""

    says: Mapping[str, bool | None]
    of: tuple[str, ...] = tuple(Relationship.Kind)


# Whoever is divorced or separated has the rights with legal custody; of parents whom no court has parted, each has it
# (Ed. Code 49061(a); Fam. Code 3003).
PAPERS: Mapping[str, Paper] = MappingProxyType(
    {
        "court_gives_custody": Paper({"legal_custody": True}, _PARENTS),
        "court_gives_another_custody": Paper({"legal_custody": False}, _PARENTS),
        "no_court_has_decided": Paper({"legal_custody": True}, (Relationship.Kind.PARENT,)),
        "letters_of_guardianship": Paper({"legal_custody": True}, (Relationship.Kind.GUARDIAN,)),
        "court_gives_education_rights": Paper({"education_rights": True}),
        "education_rights_over": Paper({"education_rights": False}),
        NOTHING_SHOWN: Paper({"legal_custody": None, "education_rights": None}),
    }
)


@dataclass(frozen=True)
class Entered:
    """The entry that holds today, as the page of people shows it."""

    paper: str
    from_on: date | None
    entered_by: str


def entered(relationships: Collection[UUID], *, on: date) -> dict[UUID, Entered]:
    """Of each of these relationships that has one. Joins an open transaction."""
    rows = custody_on(on).filter(relationship__in=relationships).exclude(entered_by=None)
    found = {row.relationship_id: row for row in reversed(rows)}
    names = queries.account_names([row.entered_by for row in found.values()])
    return {
        id_: Entered(row.paper, row.from_on, names.get(row.entered_by, "") if row.entered_by else "")
        for id_, row in found.items()
    }


def relation_of(relationship_id: UUID) -> str:
    """What the contact of a relationship is to the student. Raises Missing."""
    with district_transaction():
        found = Relationship.objects.filter(pk=relationship_id).values_list("kind", flat=True).first()
    if found is None:
        raise Missing
    return found


def enter_custody(relationship_id: UUID, *, paper: str, from_on: date, by: SignedIn, at: datetime) -> Done | Refused:
    """Note what a paper shows of a contact's custody or education rights, from a day on; what it does not speak of
    stays as it is. The same once more is the same entry.

    Raises Missing (no such relationship that is verified, or none this account may know of) and ValidationError (no
    paper that is shown of this relation, or a day that cannot be).
    """
    if paper not in PAPERS:
        raise ValidationError({"paper": "Choose what was shown."})
    if not EARLIEST <= from_on <= district_day(at):
        raise ValidationError({"from_on": f"{from_on} cannot be right. Give the day from which it is so."})
    done = _enter(relationship_id, paper, from_on, by, at)
    if done is None:
        raise Missing
    return done


@durable_transaction
def _enter(relationship_id: UUID, paper: str, from_on: date, by: SignedIn, at: datetime) -> Done | Refused | None:
    """None where there is no such relationship, or whoever tries does not serve the student: the try is noted."""
    verified = Relationship.objects.select_for_update(of=("self",)).filter(standing=Relationship.Standing.VERIFIED)
    tie = verified.filter(pk=relationship_id).first()
    if tie is None:
        return None
    decision, who = may_settle(tie.student_id, by, at, Touch.CHANGES)
    noted: dict[str, Any] = {
        "student": tie.student_id, "record": tie.id, "part": paper, "by": by.acting_as(who.role),
        "purpose": by.purpose.value, "decision": decision, "at": at, "sealed": True,
    }  # fmt: skip
    if not decision.granted:
        entry = ledger.write(ledger.event(Act.CUSTODY_REFUSED, **noted))
        return Refused(decision, entry) if who.offices else None
    if tie.kind not in PAPERS[paper].of:
        raise ValidationError({"paper": "This paper is not about a person of this relation. Choose another."})
    last = Custody.objects.filter(relationship=tie).exclude(entry=None).order_by("entered_at").last()
    if last and last.entry and (last.paper, last.from_on, last.entered_by) == (paper, from_on, by.account.id):
        return Done(last.id, last.entry)
    entry = ledger.write(ledger.event(Act.CUSTODY_ENTERED, **noted))
    row = Custody.objects.create(
        relationship=tie, **PAPERS[paper].says, from_on=from_on, paper=paper, entered_at=at, entered_by=by.account.id,
        entry=entry,
    )  # fmt: skip
    return Done(row.id, entry)
