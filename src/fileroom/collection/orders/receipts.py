"""The receipt for a court's order: a paper that says when, and to whom, it was handed in (Fam. Code 6323.5).

It names no child and no parent. Nothing is mailed: it is handed over at once, or kept for whoever comes with its code.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import translation

from fileroom.collection.orders import desk
from fileroom.collection.orders.duties import RECEIPT, ROOM
from fileroom.collection.services import student_and_requester
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.letters import KINDS, Letterhead
from fileroom.letters.setting import spoken_instant
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.bound import naming
from fileroom.people.facts import NO_OFFICE, facts_of_students, facts_towards
from fileroom.people.keepers import keeper_facts
from fileroom.people.models import Account, CourtOrder, CourtOrderChild, School
from fileroom.people.owed import offices_held
from fileroom.people.roles import role_title
from fileroom.people.signed_in import SignedIn
from fileroom.records import issuing
from fileroom.records.issuing import Draft, Issued, code_as_printed
from fileroom.records.models import Letter

KIND = "order_receipt"
MOST_PAGES = 2000


@dataclass(frozen=True)
class Kept:
    """A receipt that was made before: its code, when, in which language."""

    id: UUID
    code: str
    issued_at: datetime
    language: str


def issue_receipt(order_id: UUID, *, language: str, pages: int, head: Letterhead, by: SignedIn, at: datetime) -> Issued:
    """Make the receipt, in the language of whoever brought the order. Raises Missing, and ValidationError."""
    if language not in KINDS[KIND].words:
        raise ValidationError({"language": "Choose one of the languages that the receipt is there in."})
    if not 1 <= pages <= MOST_PAGES:
        raise ValidationError({"pages": f"Say how many pages were handed in: 1 to {MOST_PAGES}."})
    return _issue(order_id, language, pages, head, by, at)


@durable_transaction
def _issue(order_id: UUID, language: str, pages: int, head: Letterhead, by: SignedIn, at: datetime) -> Issued:
    order, role = _hands_over(order_id, by, at)
    if order.received_by is None:
        raise ValidationError({"pages": "A list brought it. Its receipt was owed where its paper was handed in."})
    facts = {
        "received_at": spoken_instant(order.received_at, language),
        "received_by": queries.account_names([order.received_by]).get(order.received_by, ""),
        "office": _office(order, language),
        "school": _where(order) or head.district,
        "pages": str(pages),
    }
    draft = Draft(KIND, language, facts, about=order.id, student=desk.children_of(order)[0])
    made = issuing.issue(draft, head=head, by=by, role=role, decision=None, sealed=True, at=at)
    duties.discharge(ROOM, order.id, Over(by.account.id, made.entry, at), rule=RECEIPT)
    return made


def student_of(letter_id: UUID) -> UUID | None:
    """A student whom the receipt's order names; None: there is no such receipt."""
    with district_transaction():
        order = Letter.objects.filter(pk=letter_id, kind=KIND).values_list("about", flat=True).first()
    return order and desk.student_of(order)


def receipts(order_id: UUID, *, by: SignedIn, at: datetime) -> list[Kept]:
    """Those made for one order. Raises Missing."""
    with district_transaction():
        _hands_over(order_id, by, at)
        rows = Letter.objects.filter(kind=KIND, about=order_id).order_by("issued_at")
        return [Kept(it.id, it.code, it.issued_at, it.language) for it in rows]


@durable_transaction
def open_receipt(letter_id: UUID, *, by: SignedIn, at: datetime) -> bytes:
    """The PDF as it was made; that it was opened is noted. Raises Missing."""
    letter = Letter.objects.filter(pk=letter_id, kind=KIND).first()
    if letter is None:
        raise Missing
    role = opens(letter, by, at)
    return issuing.open_again(letter, by=by, role=role, sealed=True, at=at)


def by_code(code: str, *, by: SignedIn, at: datetime) -> UUID | None:
    """The receipt that bears this code, for an employee who works with a child of its order: it says nothing of the
    order's terms, and whoever comes with the code gets it. None where there is none for them."""
    printed = code_as_printed(code)
    with district_transaction():
        letter = Letter.objects.filter(code=printed, kind=KIND).first() if printed else None
        if letter is None:
            return None
        try:
            opens(letter, by, at)
        except Missing:
            return None
        return letter.id


def on_lists(by: SignedIn, at: datetime) -> Q:
    """Which receipts this employee may read of on a list: none for an order that names them, or may, nor for one of a
    child from whom an order keeps them, or may. A row that does not open would tell them what no door tells them."""
    with district_transaction():
        about = set(Letter.objects.filter(kind=KIND).values_list("about", flat=True))
        children = CourtOrderChild.objects.filter(order__in=about)
        bound = CourtOrderChild.objects.filter(order__lifted_on=None, student__in=children.values("student"))
        found = facts_of_students(set(bound.values_list("student_id", flat=True)), district_day(at))
        towards = facts_towards(by.account, found.values(), district_day(at)) if found else {}
        away = [it for it, who in towards.items() if who.restrained_contact_only is not False]
        own = naming(about, by.account) | set(children.filter(student__in=away).values_list("order_id", flat=True))
    return ~Q(about__in=own)


def opens(letter: Letter, by: SignedIn, at: datetime) -> str:
    """The role in which this employee may open the receipt, or hand it over: not whom its order names, or may, but for
    who took it in that day. Raises Missing. Part of the open transaction."""
    order = CourtOrder.objects.get(pk=letter.about)
    works = None if naming([order.id], by.account) else _works_with(order, by, at)
    return works or _hands_over(order.id, by, at)[1]


def _works_with(order: CourtOrder, by: SignedIn, at: datetime) -> str | None:
    """The role in which this employee works with a child of the order, from whom no order keeps them, or may."""
    for child in desk.children_of(order):
        _, who = student_and_requester(child, by, at)
        if who.has_student and who.restrained_from_records is False and who.restrained_contact_only is False:
            return who.role
    return None


def _hands_over(order_id: UUID, by: SignedIn, at: datetime) -> tuple[CourtOrder, str]:
    """The order, and the role of who knows of it, or took it in that day: whomever it names, the receipt names nobody,
    and whoever brought it waits for theirs. Raises Missing."""
    with suppress(Missing):
        it = desk.known(order_id, by, at)
        return it.row, it.role
    row = CourtOrder.objects.filter(pk=order_id, received_by=by.account.id).first()
    if row and by.account.employee_id and district_day(row.received_at) == district_day(at):
        for child in desk.children_of(row):
            _, who = student_and_requester(child, by, at)
            if who.has_student:
                return row, who.role
    raise Missing


def _office(order: CourtOrder, language: str) -> str:
    """What the taker was in the district when it was handed to them."""
    taker = _taker(order)
    role = keeper_facts(taker, district_day(order.received_at)).role if taker else NO_OFFICE
    with translation.override(language):
        return role_title(role)


def _taker(order: CourtOrder) -> Account | None:
    return Account.objects.filter(pk=order.received_by).first() if order.received_by else None


def _where(order: CourtOrder) -> str:
    """The school at which whoever took it in worked that day, where it was one. Never a child's: that may be another by
    now, and whoever finds the paper would read it."""
    taker = _taker(order)
    if taker is None or taker.employee_id is None:
        return ""
    held = offices_held(taker.employee_id, on=district_day(order.received_at))
    schools = {school for _, school in held}
    (one,) = schools if len(schools) == 1 else (None,)
    return School.objects.get(pk=one).name if one else ""
