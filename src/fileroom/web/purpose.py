"""What a file is opened for: a line on every page of it, and the choice that changes it for this student alone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from fileroom.disclosure.stating import choices, state
from fileroom.web.gates import STATED, by, staff


def purpose_line(request: HttpRequest, student_id: UUID) -> dict[str, Any]:
    """What parts/purpose.html shows: the purpose stated now, and the others that may be."""
    offered = choices(student_id, by=by(request), at=timezone.now())
    return {
        "url": reverse("student_purpose", args=[student_id]),
        "now": next((it.words for it in offered if it.chosen), ""),
        "choices": offered if len(offered) > 1 else (),
        "next": request.get_full_path() if request.method == "GET" else "",
    }


@require_POST
@staff("disclosure.state")
def student_purpose(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """Say what this student's file is opened for from now on, in this session."""
    try:
        purpose = state(student_id, request.POST.get("purpose", ""), by=by(request), at=timezone.now())
    except ValidationError as error:
        problems = [{"field": "", "says": says} for says in error.messages]
        context = {"layout": "desk.html", "problems": problems, "back_url": reverse("student", args=[student_id])}
        return render(request, "invalid.html", context, status=422)
    request.session[STATED] = {**request.session.get(STATED, {}), str(student_id): purpose.value}
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return redirect(back) if safe else redirect("student", student_id)
