"""The letters about deletion, found again: how each stands, its opening, and the family's own as it is handed over."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from fileroom.casework.issued import Asking, Given, Stands
from fileroom.disclosure import linked
from fileroom.disclosure.police_first import as_told
from fileroom.hosting import district_transaction
from fileroom.law import Purpose
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.answers import Missing, Refused
from fileroom.people.keepers import schools_kept
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, may_act
from fileroom.programmes.models import CompanyQuestion, DeletionRequest
from fileroom.programmes.vendors import company_answers, deletion_desk
from fileroom.programmes.vendors.deletion_desk import Later
from fileroom.programmes.vendors.deletion_knowing import about, noted, police_first, works_with
from fileroom.records.models import Letter


def find(by: SignedIn, at: datetime) -> Q | None:
    """Whoever keeps records, and a designee for companies. Part of the open transaction."""
    return Q() if schools_kept(by, at) or may_act(Programme.VENDORS, by=by, at=at) else None


def find_answers(by: SignedIn, at: datetime) -> Q | None:
    """An answer that confirms nothing, whoever has given it: to others it would tell that somebody was asked about."""
    return Q(issued_by=by.account.id) if may_act(Programme.VENDORS, by=by, at=at) else None


def open_again(letter: Letter, asking: Asking) -> bytes | Refused | None:
    """The word that a student is not enrolled, a family's or a company's. Raises Missing."""
    with district_transaction():
        family = DeletionRequest.objects.filter(letter=letter.id).values_list("id", flat=True).first()
    if family is None:
        return company_answers.open_answer(letter.about, by=asking.by, at=asking.at)
    pdf = deletion_desk.open_letter(family, by=asking.by, at=asking.at)
    return None if isinstance(pdf, Later) else pdf


def standing(letters: Collection[Letter]) -> dict[UUID, Stands]:
    """Those of a family of which somebody has noted that they went to the company. Of those that a company itself was
    given nobody notes it: they are kept. Part of the open transaction."""
    ids = [it.id for it in letters]
    gone = DeletionRequest.objects.filter(letter__in=ids, sent_on__isnull=False).values_list("letter", flat=True)
    given = CompanyQuestion.objects.filter(letter__in=ids).values_list("letter", flat=True)
    return {it: Stands.SENT for it in gone if it} | {it: Stands.KEPT for it in given if it}


def hand(letter: Letter, asking: Asking) -> Given | Refused | None:
    """May the family have it today, by the law of the letter and by what stands on the file of whom it was written to?
    Raises Missing for one that a company was given. Part of the open transaction."""
    by, at, on = asking.by, asking.at, district_day(asking.at)
    row = DeletionRequest.objects.filter(letter=letter.id).first()
    if row is None:
        raise Missing
    role, decision = works_with(row.student_id, by, at), counsel.decide(about(row, on)[1])
    it = linked.letter_for(letter, letter.to, decision, on=on)
    if not it.granted:
        entry = noted(Act.NONENROLMENT_REFUSED, row.student_id, row.id, role, by, at, decision=it.decision)
        return Refused(as_told(it.decision, shut=False), entry)
    if police_first(row, decision):
        noted(Act.NONENROLMENT_REFUSED, row.student_id, row.id, role, by, at, sealed=True)
        return None
    return Given(role, it.decision, it.to, it.who.kind, Purpose.OPERATOR_DELETION)
