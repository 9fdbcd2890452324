"""The register of requests by officers and agents, for those whom the Superintendent has designated."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.people.answers import Missing, Refused
from fileroom.programmes.enforcement import desk, looking_after
from fileroom.programmes.enforcement.duties import (
    BY_READING,
    OF_THE_FAMILY,
    OF_THE_HOUSEHOLD,
    SILENCE_OVER,
    TOLD_BY_LETTER,
)
from fileroom.programmes.enforcement.looking_after import Outcome
from fileroom.web.agent import spoken_request
from fileroom.web.agent_form import TEXTS
from fileroom.web.desk import refused
from fileroom.web.family_notices import spoken_notices
from fileroom.web.gates import by, staff
from fileroom.web.letterheads import desk as letters_of
from fileroom.web.owed import cited, due_words, title_of
from fileroom.web.paging import edge_of

NOT_YOURS = {"must": "Yours to read", "may": "Yours to read", "no": "Not yours to read", "more": "Needs more"}
# What is pressed when it is done, and what where the answer is another.
DONE = {
    **dict.fromkeys(BY_READING, "I have read it"),
    **dict.fromkeys(TOLD_BY_LETTER, "Done in another way"),
    **dict.fromkeys(OF_THE_HOUSEHOLD, "They may be told"),
    SILENCE_OVER: "No paper forbids it any more",
}
OTHERWISE = {
    **dict.fromkeys(OF_THE_FAMILY, "Nobody to tell"),
    **dict.fromkeys(OF_THE_HOUSEHOLD, "They are not told"),
    SILENCE_OVER: "It still holds",
}
# Where nobody calls it an inquiry any more, counsel may find that it was none.
NO_INQUIRY = "They may be told: it was no inquiry"
OUTCOMES = {
    Outcome.NOTHING_GIVEN.value: "Nothing was given, and nobody was let in",
    Outcome.GIVEN_ON_A_JUDGES_PAPER.value: "What a judge’s paper reaches was given, as counsel said",
    Outcome.GIVEN_WITH_CONSENT.value: "Given by the parent’s written consent, as counsel said",
    Outcome.WENT_IN.value: "They went in, or took what they came for, all the same",
    Outcome.NOT_IMMIGRATION.value: "No part of it was for immigration: two find that, of whom one is counsel",
}


@require_GET
@staff("programmes.register", opens=desk.may_open)
def register(request: HttpRequest) -> HttpResponse:
    """Every request, the newest first."""
    found = desk.register(before=edge_of(request, "before"), by=by(request), at=timezone.now())
    if isinstance(found, Refused):
        return refused(request, found, back=reverse("programmes"), answers=NOT_YOURS)
    rows = [_row(it) | {"owed": it.id in found.open} for it in found.requests]
    older = rows[-1]["id"] if found.more else None
    return render(request, "enforcement/register.html", {"requests": rows, "older": older})


def _row(it: desk.Standing) -> dict[str, Any]:
    return spoken_request(it) | {"outcome": OUTCOMES.get(it.outcome, "")}


@require_GET
@staff("programmes.request")
def request_page(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """One request. Whoever opened it at the counter is led back to what they do there."""
    try:
        return _page(request, request_id)
    except Missing:
        desk.at_the_counter(request_id, by=by(request), at=timezone.now())
        return redirect("agent_answer", request_id=request_id)


@require_POST
@staff("programmes.read")
def read(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """What was written down, opened; an act with its line."""
    notes = desk.read(request_id, by=by(request), at=timezone.now())
    opened = [
        {
            "at": note.written_at,
            "by": name,
            "texts": [(TEXTS[key][0], note.fields[key]) for key in TEXTS if key in note.fields],
        }
        for note, name in notes
    ]
    return _page(request, request_id, opened=opened)


@require_POST
@staff("programmes.done")
def done(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Something that was owed is done."""
    rule, who, now, door = request.POST.get("rule", "")[:200], by(request), timezone.now(), letters_of(request)
    said = {it: it in request.POST for it in ("otherwise", "no_inquiry")}
    seen = request.POST.get("seen", "")
    return _acted(
        request, request_id, lambda: looking_after.done(request_id, rule, door, **said, seen=seen, by=who, at=now)
    )


@require_POST
@staff("programmes.close")
def close(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """It is closed, by how it ended."""
    outcome = request.POST.get("outcome", "")
    return _acted(
        request, request_id, lambda: looking_after.close(request_id, outcome, by=by(request), at=timezone.now())
    )


def _acted(request: HttpRequest, request_id: UUID, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except ValidationError as error:
        return _page(request, request_id, problems=error.messages, status=422)
    return redirect("enforcement_request", request_id=request_id)


def _page(
    request: HttpRequest, request_id: UUID, *, opened: Any = None, problems: Any = (), status: int = 200
) -> HttpResponse:
    found = desk.request(request_id, by=by(request), at=timezone.now())
    owed = [
        {
            "rule": it.rule,
            "seen": it.id,
            "title": title_of(it.room, it.rule, it.part) or it.citation,
            "says": it.says,
            "cite": cited(it),
            "when": due_words(it),
            "late": it.late,
            "by_hand": it.rule in found.theirs,
            "done": DONE.get(it.rule, "Done"),
            "otherwise": OTHERWISE.get(it.rule, ""),
            "no_inquiry": NO_INQUIRY if it.rule in OF_THE_HOUSEHOLD and not found.request.is_inquiry else "",
            "letter": it.rule in TOLD_BY_LETTER and found.writes,
        }
        for it in found.owed
    ]
    context = {
        "it": _row(found.request),
        "owed": owed,
        "silent": found.silent,
        "waits": found.waits,
        "found": found.found,
        "written": found.written,
        "opened": opened,
        "outcomes": OUTCOMES.items(),
        "request_id": request_id,
        "notices": spoken_notices(found.notices),
        "problems": problems,
    }
    return render(request, "enforcement/request.html", context, status=status)
