"""The letters that were issued, found again: a part of the page Outgoing, and of each student's file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_date

from fileroom.casework import issued
from fileroom.casework.issued import Found, Stands, Wanted
from fileroom.people.answers import Missing
from fileroom.programmes.issued import KINDS
from fileroom.web.gates import by
from fileroom.web.language_names import NAMES
from fileroom.web.paging import edge_of

TITLES = {
    "ai_question": "To a company: what it does with students’ data",
    "annual_notice": "The annual notice of rights",
    "annual_notice_translation": "The annual notice of rights, translated",
    "board_packet": "The reports for a meeting of the Board",
    "breach_notice": "About a breach",
    "breach_substitute": "About a breach: the substitute notice",
    "cal_csic_report": "About an incident: the report to the state’s center",
    "company_answer": "To a company: nothing is confirmed",
    "cure_notice": "To a company: what its contract lacks, and the time to cure it",
    "deletion_demand": "To a company: the district’s demand that it deletes",
    "nonenrolment": "That a student is not enrolled, so that a company deletes",
    "order_receipt": "Receipt for a court’s order",
    "policy_report": "How the policy stands, for the Board",
    "regulation": "The administrative regulation",
    "social_media_notice": "The notice of the social-media program",
    "social_media_vendor": "To a company: it destroys what it gathered of a student",
    "social_media_vendor_copy": "To a company: it destroys its copy of what a family had deleted or corrected",
    "training_certificate": "Certificate of a training",
}
STANDS = {
    Stands.HANDED_OVER: ("Handed over", "ok"),
    Stands.KEPT: ("Kept here", "quiet"),
    Stands.SENT: ("Sent", "ok"),
    Stands.WAITS: ("Waits", "soon"),
}


def letters_part(request: HttpRequest) -> dict[str, Any] | None:
    """What the page Outgoing says of letters; None: whoever acts may find none."""
    kind, until = request.GET.get("kind", ""), _day(request.GET.get("until", ""))
    wanted = Wanted(kind, until, edge_of(request, "letters_after"))
    try:
        found = issued.page(KINDS, wanted, by=by(request), at=timezone.now())
    except Missing:
        return None
    query = f"&kind={kind}&until={until or ''}" if kind in found.kinds or until else ""
    return {
        "letters": rows(found.letters), "kind": kind, "until": until, "query": query,
        "kinds": sorted(((it, TITLES[it]) for it in found.kinds), key=lambda it: it[1]),
        "older": found.letters[-1].id if found.more else None, "after": "letters_after" in request.GET,
    }  # fmt: skip


def _day(said: str) -> date | None:
    try:
        return parse_date(said[:10])
    except ValueError:
        return None


def rows(letters: Iterable[Found]) -> list[dict[str, Any]]:
    """Each letter as a row: its kind, language and code, when it was issued and how it stands; of nobody by name."""
    return [
        {
            "id": it.id, "title": TITLES[it.kind], "language": NAMES[it.language], "code": it.code,
            "issued_at": it.issued_at, "state": STANDS[it.stands][0], "chip": STANDS[it.stands][1],
            "may_hand": it.may_hand,
        }
        for it in letters
    ]  # fmt: skip
