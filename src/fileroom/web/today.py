"""The first screen: what is owed today, and how the file room stands. Honest when short."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from fileroom.collection import absences
from fileroom.disclosure import overview
from fileroom.web.gates import by, staff


@require_GET
@staff("disclosure.overview")
def today(request: HttpRequest) -> HttpResponse:
    """What is owed today, and how the file room stands."""
    state = overview.today(by=by(request), at=timezone.now())
    return render(request, "today.html", _today(state, absences.waiting()))


def _today(state: overview.Today, absent: int) -> dict[str, Any]:
    rows = [
        {
            "chip": "Vacant",
            "chip_kind": "late",
            "title": f"Custodian of records · {office.school or 'the district'}",
            "text": "No one holds the office. A certificated employee must be designated. 5 CCR 431",
            "link": reverse("district"),
            "action": "Open",
        }
        for office in state.vacant
    ]
    rows += [
        {
            "chip": f"{state.claimed} waiting",
            "chip_kind": "soon",
            "title": "Relationships claimed by a roster",
            "text": "No parent sees a file online before the office has checked who they are.",
            "link": reverse("students"),
            "action": "Find a student",
        }
    ] * (state.claimed > 0)
    rows += [
        {
            "chip": f"{absent} waiting",
            "chip_kind": "soon",
            "title": "Absent from the file",
            "text": "The last roster no longer names them. The office says whether they have left or are still here.",
            "link": reverse("absent"),
            "action": "Open",
        }
    ] * (absent > 0)
    return {
        "day": timezone.localdate(),
        "counts": {"yours": len(rows), "late": len(state.vacant)},
        "rows": rows,
        "state": [
            {
                "number": state.students,
                "text": "student enrolled today" if state.students == 1 else "students enrolled today",
                "detail": "",
                "link": reverse("students"),
                "bad": False,
            },
            {
                "number": state.unsigned,
                "text": f"{'school has' if state.unsigned == 1 else 'schools have'} not signed for all paper orders",
                "detail": "there no family sees a file online",
                "link": reverse("district"),
                "bad": state.unsigned > 0,
            },
        ],
        "ledger": _ledger_chip(state),
        "next": "",
    }


def _ledger_chip(state: overview.Today) -> dict[str, Any]:
    return {"entries": state.entries, "checked_at": None, "whole": None}
