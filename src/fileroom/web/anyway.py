"""A sensitive record is opened before a training, with a reason; and the custodian's look at that."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.disclosure import opened_anyway
from fileroom.disclosure.opened_anyway import Anyway
from fileroom.disclosure.reasons import KEPT_OUT
from fileroom.disclosure.services import inspect
from fileroom.disclosure.training_gate import Untrained
from fileroom.people.answers import Refused
from fileroom.programmes.training.courses import COURSES
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.once import once
from fileroom.web.untrained import untrained

OUTCOMES = (("in_order", "It is in order"), ("spoken_with", "I have spoken with them: it could have waited"))


@require_POST
@staff("disclosure.open_anyway")
def open_anyway(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """Open it all the same, with a reason."""
    reason, who, now = request.POST.get("reason", ""), by(request), timezone.now()
    try:
        done = opened_anyway.open_anyway(once(request), record_id, reason, by=who, at=now)
    except ValidationError as error:
        seen = inspect(record_id, by=who, at=now)
        if isinstance(seen, Untrained):
            again = "" if _is_kept_out(error) else reason
            return untrained(request, seen, problems=error.messages, reason=again, status=422)
        return redirect("record", record_id=record_id)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("students"))
    return redirect("record", record_id=record_id)


def _is_kept_out(error: ValidationError) -> bool:
    return any(it.code == KEPT_OUT for it in getattr(error, "error_dict", {}).get("reason", ()))


@require_GET
@staff("disclosure.read")
def opening(request: HttpRequest, opening_id: UUID) -> HttpResponse:
    """One such opening, for the custodian of the student's records."""
    return _page(request, opening_id)


@require_POST
@staff("disclosure.review")
def review_opening(request: HttpRequest, opening_id: UUID) -> HttpResponse:
    """The custodian has looked at it, and says what it came to."""
    try:
        done = opened_anyway.review(opening_id, request.POST.get("outcome", ""), by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, opening_id, error.messages, status=422)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("today"))
    return redirect("opened_anyway", opening_id=opening_id)


def _page(request: HttpRequest, opening_id: UUID, problems: Any = (), status: int = 200) -> HttpResponse:
    found = opened_anyway.read(opening_id, by=by(request), at=timezone.now())
    if isinstance(found, Refused):
        return refused(request, found, back=reverse("today"))
    return render(request, "records/opened_anyway.html", _told(found) | {"problems": problems}, status=status)


def _told(it: Anyway) -> dict[str, Any]:
    return {
        "it": it, "title": it.item.title.en, "course": COURSES[it.course].title,
        "outcomes": OUTCOMES, "came_to": dict(OUTCOMES).get(it.outcome, ""),
    }  # fmt: skip
