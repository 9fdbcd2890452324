"""A court's order comes in: its terms to `people`, where every door obeys them; its paper, sealed, to the shelf."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.collection import gate, opened, possible_orders_owed
from fileroom.collection.orders import duties as order_duties
from fileroom.collection.orders import namesakes, superseded
from fileroom.collection.orders.protecting import is_withheld, protects
from fileroom.collection.orders.terms import ASKED, Terms, possible
from fileroom.collection.services import (
    NOT_READ,
    Document,
    Unread,
    readable,
    sieved,
    student_and_requester,
    words_tell,
)
from fileroom.hosting import durable_transaction
from fileroom.law import Decision
from fileroom.law.catalogue import CATALOGUE
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Order, Paper, PaperKind, Record, RecordKind
from fileroom.ledger import queries
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.accounts import end_sessions, end_sessions_of_students
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.bound import may_be_one_person
from fileroom.people.contacts import enter_contact
from fileroom.people.facts import RequesterFacts, StudentFacts, Touch
from fileroom.people.models import Contact, CourtOrder, CourtOrderChild
from fileroom.people.models.orders import BINDING
from fileroom.people.names import person_name
from fileroom.people.questions import question
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records import places
from fileroom.records.models import Record as Shelved
from fileroom.records.models import Version
from fileroom.screening import Finding
from fileroom.screening.parts import Outcome

ITEM = "court_order"
# Which paper is handed in where an order of this kind is. An agreement of the parents is no court's order.
PAPERS = dict.fromkeys(Order, PaperKind.COURT_ORDER) | {Order.RECORDS_ORDER_6323_5: PaperKind.RECORDS_ORDER_6323_5}
del PAPERS[Order.BOTH_PARENTS_MAY_CONSENT_AGREEMENT]
# A paper with findings is kept as the court wrote it; what does harm to whoever opens it is no paper of a court.
HARMFUL = frozenset((Outcome.BOMB, Outcome.MALWARE, Outcome.REJECTED))
MAY_BE_HIMSELF = (
    "By the name this may be whom the order binds, entered twice. Choose “Somebody who is not listed here”: once it is"
    " filed, two who keep the order say on its page whom it protects."
)
# The child, as what this employee takes it in, and the law's answer; None where the law has kept nothing out.
Taken = tuple[UUID, str, Decision | None]


@dataclass(frozen=True)
class OrderFiled:
    """In force from this moment; one entry for each child the order names.

    `findings`: what the sieve finds in its paper, which is kept as the court wrote it (docs/decisions/0034).
    `unexamined`: why nobody knows whole what the paper holds; empty where that is known.
    """

    id: UUID
    entries: tuple[UUID, ...]
    findings: tuple[Finding, ...]
    unexamined: str = ""


def file_order(
    terms: Terms, paper: Document | None, *, by: SignedIn, at: datetime, once: UUID | None = None
) -> OrderFiled | Refused:
    """Take an order in. It is obeyed on filing (Fam. 6323.5(c)(2)); nobody judges it here.

    Whoever has one hands it in, and an employee who works with each child's file enters it. `once`: the id the order
    will have; the second call with it answers as the first did and files nothing. Raises Missing (no such child, or no
    employee), FormUsed (the id is that of an order that says something else) and ValidationError (terms that say too
    little or nothing possible, a paper not readable, or one that does harm).
    """
    possible(terms, district_day(at))
    found = sieved(paper) if paper else []  # read before the transaction: a scan takes seconds
    answer = _file_order(terms, paper, tuple(found), by=by, at=at, once=once)
    if isinstance(answer, Unread):
        raise ValidationError({"file": answer.says})  # only now: its entries are committed
    return answer


@durable_transaction
def _file_order(
    terms: Terms,
    paper: Document | None,
    found: tuple[Finding, ...],
    *,
    by: SignedIn,
    at: datetime,
    once: UUID | None,
) -> OrderFiled | Refused | Unread:
    taken: list[Taken] = []
    for child in sorted(set(terms.children)):
        student, requester = student_and_requester(child, by, at, Touch.CHANGES)
        if requester.has_student is None:
            raise Missing  # a family hands its paper to the office
        decision = _decided(terms, paper is not None, student, requester, by=by, on=district_day(at))
        answered = (child, requester.role, decision)
        if not decision.granted:
            return Refused(decision, _noted(Act.COLLECTION_REFUSED, answered, by, at, part=ITEM))
        taken.append(answered)
    _named(terms)
    if paper is None:  # the law has refused it already
        raise ValidationError({"file": "Hand in the order's own paper."})
    contents = readable(ITEM, paper)
    if says := harms(paper):
        for child, role, _ in taken:
            _noted(Act.COLLECTION_REFUSED, (child, role, None), by, at, part=ITEM, outcome=NOT_READ)
        return Unread(says)
    # The children's rows are held: a second post of the same form has waited for them.
    if once and (order := CourtOrder.objects.filter(pk=once).first()):
        return _filed_already(order, terms, contents, found, _unexamined(paper), by)
    papers = [paper_of(child, by, at) for child, _, _ in taken]
    entries = [_noted(Act.ORDER_FILED, it, by, at, record=of.id) for it, of in zip(taken, papers, strict=True)]
    unsaid = replace(terms, protected=None) if terms.binds else terms
    order = _in_force(once or uuid4(), unsaid, {it.id: it.student_id for it in papers}, by, at)
    Shelved.objects.bulk_create(papers)
    filings = [shelf.Filing(record, 1, contents, words_tell(paper)) for record in papers]
    shelf.write(filings, by=by.acting_as(taken[0][1]), purpose=by.purpose.value, at=at)
    decided = [decision for _, _, decision in taken if decision]
    if terms.binds:  # first of all: who takes it in may be whom it names, and is then told of nothing
        look = namesakes.Look(order, by.acting_as(taken[0][1]), at, picked=terms.protected)
        protects(terms.protected, look, namesakes.staff(at=at))
    filing = order_duties.Filing(order, tuple(decided), entries[0], names_others=terms.names_others)
    order_duties.owe_on_filing(filing, by=by, at=at)
    superseded.by(order, entries[0], {child: role for child, role, _ in taken}, by=by, at=at)
    possible_orders_owed.over_by_paper(terms.children, by=by.acting_as(taken[0][1]), at=at)
    return OrderFiled(order.id, tuple(entries), found, _unexamined(paper))


def harms(paper: Document) -> str:
    """Why the paper is not opened here, and what to do; empty of any other."""
    seen = paper.seen
    if seen is None or seen.outcome not in HARMFUL:
        return ""
    return f"{seen.says} {opened.NEXT[seen.outcome]} Nothing was kept."


def _unexamined(paper: Document) -> str:
    """Why it was not looked into whole: it is filed all the same, for an order is obeyed on filing."""
    return paper.seen.says if paper.seen is not None and not paper.seen.fully_examined else ""


def _filed_already(
    order: CourtOrder, terms: Terms, contents: shelf.Contents, found: tuple[Finding, ...], unexamined: str, by: SignedIn
) -> OrderFiled:
    """The answer of the first time, where this is the same act. Raises FormUsed."""
    papers = list(Shelved.objects.filter(pk__in=CourtOrderChild.objects.filter(order=order)).order_by("student_id"))
    protected = None if is_withheld(order, terms.protected) else terms.protected
    said = (terms.kind.value, terms.whom, protected, terms.from_on, terms.to_on, by.account.id)
    answers = [getattr(terms, it) for it in ASKED]
    named = order.restrained and (order.restrained.given, order.restrained.family)
    whom = named if terms.named else order.restrained_id
    kept = (order.kind, whom, order.protected_id, order.from_on, order.to_on, order.received_by)
    as_answered = answers == [getattr(order, it) for it in ASKED]
    same = said == kept and as_answered and {it.student_id for it in papers} == set(terms.children)
    if not same or any(_fingerprint(it) != places.fingerprint(it, contents) for it in papers):
        raise FormUsed
    noted = [queries.entry_of(it.student_id, it.id, Act.ORDER_FILED, order.received_at) for it in papers]
    return OrderFiled(order.id, tuple(filter(None, noted)), found, unexamined)


def _fingerprint(paper: Shelved) -> bytes:
    return bytes(Version.objects.get(record=paper, number=1).fingerprint)


def _decided(
    terms: Terms,
    shown: bool,
    student: StudentFacts,
    requester: RequesterFacts,
    *,
    by: SignedIn,
    on: date,
) -> Decision:
    """May this employee open the child's file; and is a court's order handed in?"""
    sees = gate.opens(RecordKind.CUMULATIVE_FILE, requester=requester, student=student, purpose=by.purpose, on=on)
    if not sees.granted:
        return sees
    papers = (Paper(PAPERS[terms.kind]),) if shown and terms.kind in PAPERS else ()
    record = Record(kind=RecordKind.COURT_ORDER)
    return counsel.decide(
        question(
            Action.FILE_ORDER, by.purpose, requester=requester, student=student, record=record, papers=papers, on=on
        )
    )


def _named(terms: Terms) -> None:
    """ValidationError where a person is no contact here: to be told so is for whoever may file the order; and where
    whom it protects may by the name be whom it binds, entered twice: that they are not, one person does not say."""
    names = [" ".join(terms.named)] if terms.named else []
    for field in ("restrained", "protected"):
        if (named := getattr(terms, field)) is None:
            continue
        contact = Contact.objects.filter(pk=named).first()
        if contact is None:
            raise ValidationError({field: "This person is no contact here. Enter them as a contact first."})
        if field == "protected" and any(may_be_one_person(it, person_name(contact)) for it in names):
            raise ValidationError({field: MAY_BE_HIMSELF})
        names.append(person_name(contact))


def _noted(act: Act, taken: Taken, by: SignedIn, at: datetime, **what: Any) -> UUID:
    """One entry about one child, under seal."""
    child, role, decision = taken
    said: dict[str, Any] = {"student": child, "by": by.acting_as(role), "purpose": by.purpose.value, "at": at, **what}
    return ledger.write(ledger.event(act, decision=decision, sealed=True, **said))


def paper_of(child: UUID, by: SignedIn, at: datetime) -> Shelved:
    """The paper as a record of one child. It is about no contact: whom an order names is told to nobody."""
    kept_as = CATALOGUE[ITEM].class_.value
    return Shelved(student_id=child, item=ITEM, kept_as=kept_as, origin=by.door, filed_at=at, filed_by=by.account.id)


def sign_out(bound: Iterable[tuple[UUID, Collection[UUID]]]) -> None:
    """Whom each of these orders binds, and who on its children's files may be the same person under another row, or may
    be as a student here, is signed in nowhere from now on, in an ordinary way. Part of the open transaction."""
    named = []
    for restrained, children in bound:
        name = person_name(Contact.objects.get(pk=restrained))
        on_file = Contact.objects.filter(relationship__student_id__in=children).distinct()
        for contact in {restrained, *(it.id for it in on_file if may_be_one_person(name, person_name(it)))}:
            end_sessions(contact)
        named.append((name, children))
    end_sessions_of_students(named)


def would_file(terms: Terms, *, by: SignedIn, at: datetime) -> None:
    """Enter the terms alone, in a transaction that will be taken back, to see what would follow from them.

    Raises ValidationError, and Missing where this account could not file such an order.
    """
    possible(terms, district_day(at))
    who_would_file(terms, by=by, at=at)
    _named(terms)
    _in_force(uuid4(), terms, {uuid4(): child for child in terms.children}, by, at)


def who_would_file(terms: Terms, *, by: SignedIn, at: datetime) -> dict[UUID, str]:
    """By child the role in which this account could file such an order. Raises Missing where it could not for one of
    them, as of a child that is not here."""
    roles = {}
    for child in sorted(set(terms.children)):
        student, requester = student_and_requester(child, by, at, Touch.LOOKS)
        answer = _decided(terms, shown=True, student=student, requester=requester, by=by, on=district_day(at))
        if requester.has_student is None or not answer.granted:
            raise Missing
        roles[child] = requester.role
    return roles


def _in_force(order_id: UUID, terms: Terms, papers: Mapping[UUID, UUID], by: SignedIn, at: datetime) -> CourtOrder:
    """The terms. The row that names a child (`papers`) has the id of the order's paper in the child's file.

    Whom it restrains is signed in nowhere from now on, in an ordinary way.
    """
    restrained = enter_contact(*terms.named) if terms.named else terms.restrained
    order = CourtOrder.objects.create(
        id=order_id, kind=terms.kind.value, restrained_id=restrained, protected_id=terms.protected,
        from_on=terms.from_on, to_on=terms.to_on, received_at=at, received_by=by.account.id,
        **{it: getattr(terms, it) for it in ASKED},
    )  # fmt: skip
    if restrained and terms.kind.value in BINDING:
        sign_out([(restrained, list(papers.values()))])
    CourtOrderChild.objects.bulk_create(
        [CourtOrderChild(id=paper, order=order, student_id=child) for paper, child in papers.items()]
    )
    return order
