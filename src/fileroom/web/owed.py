"""Duties as rows of a page: what the law's sentence says, by when, and where it is done."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone

from fileroom.duties.queries import Listed
from fileroom.web.templatetags.pages import spoken

# Where the duties of each room are done: the route that takes the row's id, and what the button says.
WHERE = {"enforcement": ("enforcement_request", "Open the request"), "orders": ("order", "Open the order")}
TITLES = {
    "casework.orders_received.receipt_to_submitter": "A receipt for a court’s order",
    "casework.orders_received.counsel_review": "Counsel reads a court’s order",
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


def rows(duties: list[Listed]) -> list[dict[str, Any]]:
    """Each duty as a row of Today."""
    return [_row(it) for it in duties]


def _row(it: Listed) -> dict[str, Any]:
    route, action = WHERE[it.room]
    return {
        "chip": due_words(it),
        "chip_kind": _kind(it),
        "title": TITLES.get(it.rule, it.citation),
        "text": f"{it.says} {it.citation}",
        "link": reverse(route, args=[it.of]),
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
