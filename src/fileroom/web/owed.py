"""Duties as rows of a page: what the law's sentence says, by when, and where it is done."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone

from fileroom.duties.queries import Listed
from fileroom.web.templatetags.pages import spoken

# Where the duties of each room are done: the route that takes the row's id, and what the button says.
WHERE = {"deletions": ("deletion", "Open the request"), "orders": ("order", "Open the order")}
TITLES = {
    "programmes.operators_requests.issue_letter": "A letter for a company that is to delete",
    "casework.orders_received.receipt_to_submitter": "A receipt for a court’s order",
    "casework.orders_received.counsel_review": "Counsel reads a court’s order",
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
