"""Duties as rows of a page: what the law's sentence says, by when, and where it is done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from fileroom.duties.queries import Listed
from fileroom.people.offices import names_of
from fileroom.web.templatetags.pages import spoken

# Where the duties of each room are done: the route that takes the row's id, and what the button says.
WHERE = {
    "contracts": ("vendors", "Open the registry"),
    "custodians": ("custodian_office", "Designate"),
    "deletions": ("deletion", "Open the request"),
    "orders": ("order", "Open the order"),
    "order_protocols": ("order_protocol", "Open the protocol"),
    "orders_drawers": ("open_site", "Open"),
}
OF_NO_ROW = frozenset({"contracts", "order_protocols"})  # done on a page that has them all
TITLES = {
    "casework.custodians.a_certificated_employee": "Custodian of records",
    "casework.orders_received.whoever_hands_it_in": "Paper orders not signed for",
    "programmes.order_protocols.complete_protocols": "Who takes in court orders",
    "programmes.vendors_void.give_notice_to_cure": "A contract lacks a clause",
    "programmes.operators_requests.issue_letter": "A letter for a company that is to delete",
    "casework.orders_received.receipt_to_submitter": "A receipt for a court’s order",
    "casework.orders_received.counsel_review": "Counsel reads a court’s order",
    "casework.orders_reviewed.who_works_with_the_student_looks": "An order nears its last day",
}
# Duties without a day that are more than open.
CHIPS = {"custodians": ("Vacant", "late"), "orders_drawers": ("Not signed", "today")}
# Rooms whose duties are about a school, or (with no name here) about the district.
OF_A_SCHOOL = frozenset(CHIPS)


def rows(duties: list[Listed]) -> list[dict[str, Any]]:
    """Each duty as a row of Today."""
    schools = names_of(it.of for it in duties if it.room in OF_A_SCHOOL)
    return [_row(it, schools) for it in duties]


def _row(it: Listed, schools: Mapping[UUID, str]) -> dict[str, Any]:
    route, action = WHERE[it.room]
    chip, kind = CHIPS.get(it.room) or (due_words(it), _kind(it))
    of_school = f" · {schools.get(it.of, 'the district')}" if it.room in OF_A_SCHOOL else ""
    return {
        "chip": chip,
        "chip_kind": kind,
        "title": f"{TITLES.get(it.rule, it.citation)}{of_school}",
        "text": f"{it.says} {it.citation}",
        "link": reverse(route, args=[] if it.room in OF_NO_ROW else [it.of]),
        "action": action,
    }


def due_words(it: Listed) -> str:
    """By when, as a clerk says it."""
    if it.due is None:
        return "Open"
    if it.due_at is not None:
        return f"{'Was due' if it.late else 'Due'} {spoken(it.due_at)}"
    return f"{'Was due' if it.late else 'Due'} {spoken(it.due)}"


def _kind(it: Listed) -> str:
    today: date = timezone.localdate()
    if it.late:
        return "late"
    return "today" if it.due == today else "soon"
