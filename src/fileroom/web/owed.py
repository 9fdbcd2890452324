"""Duties as rows of a page: what the law's sentence says, by when, and where it is done."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from fileroom.collection.orders import desk as order_desk
from fileroom.duties.queries import Listed
from fileroom.people.offices import names_of
from fileroom.people.owed import Owing, owing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.training.assigning import PRESSING
from fileroom.programmes.training.courses import COURSES
from fileroom.programmes.training.noting import ROOM
from fileroom.web.templatetags.pages import spoken

ORDERS, COUNSEL = "orders", "counsel"
# Where the duties of each room are done: the route that takes the row's id, and what the button says.
WHERE = {
    "contracts": ("vendors", "Open the registry"),
    "custodians": ("custodian_office", "Designate"),
    "deletions": ("deletion", "Open the request"),
    "enforcement": ("enforcement_request", "Open the request"),
    "opened_anyway": ("opened_anyway", "Look at it"),
    "orders": ("order", "Open the order"),
    "order_protocols": ("order_protocol", "Open the protocol"),
    "orders_drawers": ("open_site", "Open"),
    "training": ("course", "Take the course"),
}
OF_NO_ROW = frozenset({"contracts", "order_protocols"})  # done on a page that has them all
TITLES = {
    "casework.custodians.a_certificated_employee": "Custodian of records",
    "casework.orders_received.whoever_hands_it_in": "Paper orders not signed for",
    "programmes.order_protocols.complete_protocols": "Who takes in court orders",
    "programmes.training.who_handles_student_information/opened_anyway": "A record was opened before a training",
    "programmes.vendors_void.give_notice_to_cure": "A contract lacks a clause",
    "programmes.operators_requests.issue_letter": "A letter for a company that is to delete",
    "casework.orders_received.receipt_to_submitter": "A receipt for a court’s order",
    "casework.orders_received.counsel_review": "Counsel reads a court’s order",
    "casework.lifting_duties.counsel_reads_the_proposal": "Counsel reads whether a court’s order still holds",
    "casework.lifting_duties.counsel_review": "Counsel reads what was lifted",
    "casework.orders_lifted.a_second_person_confirms": "A court’s order waits to be lifted by a second person",
    "casework.orders_received.whoever_hands_it_in/others": "A court’s order names a child of another school",
    "disclosure.court_notices.do_not_notify_parent": "A paper forbids telling a family",
    "disclosure.court_process_limits.review_at_expiry": "Does a court’s silence still hold?",
    "disclosure.immigration_enforcement.counsel_review": "Counsel reads what an officer brought",
    "disclosure.immigration_enforcement.document_encounter": "Write down what the officer said and showed",
    "disclosure.immigration_enforcement.notify_parent_after": "A family is to be told of a request",
    "disclosure.immigration_enforcement.notify_superintendent": "An officer or agent was here",
    "disclosure.immigration_enforcement.report_to_board": "A request to report to the Board",
    "disclosure.nonpublic_areas.officers_without_a_judges_paper": "Police wanted to come in",
    "programmes.immigration_requests.give_family_the_papers": "Copies of an officer’s papers for a family",
    "programmes.immigration_requests.write_to_childrens_justice": "Write to the Bureau of Children’s Justice",
    "casework.orders_reviewed.who_works_with_the_student_looks": "An order nears its last day",
}
# Duties without a day that are more than open.
CHIPS = {"custodians": ("Vacant", "late"), "orders_drawers": ("Not signed", "today")}
# Rooms whose duties are about a school, or (with no name here) about the district.
OF_A_SCHOOL = frozenset(CHIPS)


@dataclass(frozen=True)
class Page:
    """Duties as rows, and how many there are in all; `more`: behind these. `number`, `late` in words of a page."""

    rows: list[dict[str, Any]]
    owing: Owing


def page(*, by: SignedIn, at: datetime, late: bool = False, skip: int = 0) -> Page:
    """What somebody owes, as rows. Of an order that the account may not know of there is none; counsel, who opens no
    file, is told that there is one to read, and asks the custodian for it."""
    known: set[UUID] = set()

    def may_know(duties: Collection[Listed]) -> list[Listed]:
        known.update(order_desk.known_among({it.of for it in duties if it.room == ORDERS}, by=by, at=at))
        return [it for it in duties if it.room != ORDERS or it.of in known or it.office == COUNSEL]

    found = owing(ORDERS, may_know, by=by, at=at, late=late, skip=skip)
    schools = names_of(it.of for it in found.duties if it.room in OF_A_SCHOOL)
    return Page([_row(it, schools, opens=it.room != ORDERS or it.of in known) for it in found.duties], found)


def _row(it: Listed, schools: Mapping[UUID, str], *, opens: bool) -> dict[str, Any]:
    route, action = WHERE[it.room]
    chip, kind = CHIPS.get(it.room) or (due_words(it), _kind(it))
    of_school = f" · {schools.get(it.of, 'the district')}" if it.room in OF_A_SCHOOL else ""
    ask = "" if opens else " Ask the custodian of records for the paper."
    return {
        "chip": chip,
        "chip_kind": kind,
        "title": f"{_title(it)}{of_school}",
        "text": f"{it.says} {it.citation}{ask}",
        "link": reverse(route, args=[] if it.room in OF_NO_ROW else [it.of]) if opens else "",
        "action": action,
    }


def _title(it: Listed) -> str:
    """By its rule, or by its rule and part where one rule asks for two things; of a course its own title."""
    if it.room == ROOM and it.part in COURSES:
        return COURSES[it.part].title
    return TITLES.get(f"{it.rule}/{it.part}") or TITLES.get(it.rule, it.citation)


def due_words(it: Listed) -> str:
    """By when, as a clerk says it."""
    if it.due is None:
        return "Open"
    if it.due_at is not None:
        return f"{'Was due' if it.late else 'Due'} {spoken(it.due_at)}"
    return f"{'Was due' if it.late else 'Due'} {spoken(it.due)}"


def _kind(it: Listed) -> str:
    """A training that ends within days is as pressing as what is due today."""
    today: date = timezone.localdate()
    if it.late:
        return "late"
    ahead = PRESSING if it.room == ROOM else timedelta()
    return "today" if it.due is not None and it.due <= today + ahead else "soon"
