"""What a file is opened for: a line on every page of it, and the choice that changes it for this student alone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from fileroom.disclosure.log import Looked
from fileroom.disclosure.services import Inspected, Opened
from fileroom.disclosure.stating import choices, state
from fileroom.law import Purpose
from fileroom.law.criteria import TEXTS
from fileroom.web.gates import STATED, by, staff

FIELD = "stated"


def purpose_line(request: HttpRequest, seen: Inspected | Looked | Opened) -> dict[str, Any]:
    """What parts/purpose.html shows: the purpose stated now, and the others that may be."""
    offered = choices(seen, by=by(request), at=timezone.now())
    return {
        "url": reverse("student_purpose", args=[seen.student]),
        "now": next((it.words for it in offered if it.chosen), ""),
        "choices": offered if len(offered) > 1 else (),
        "next": request.get_full_path() if request.method == "GET" else "",
    }


def hidden_field(request: HttpRequest) -> SafeString | str:
    """What the page says its student's file is opened for, to go with a form of the office; empty for families."""
    stated = by(request).stated if request.user.is_authenticated else None
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, stated.value) if stated else ""


def changed(request: HttpRequest) -> str:
    """Where the posted form stood on a page that said another purpose than holds by now: that sentence, else empty.

    Another tab of the same session may have stated another. What is written then is what was last read and meant.
    """
    said, now = request.POST.get(FIELD, ""), by(request).stated
    if not said or now is None or said == now.value:
        return ""
    words = {purpose: text for it in TEXTS for purpose, text in it.words.items()}
    before = words.get(Purpose(said), "") if said in set(Purpose) else ""
    return (
        f"You opened this file for “{before or 'another purpose'}” on the page you sent, and have since said"
        f" “{words.get(now, now.value)}” on another. Nothing was done. Send it again if that is what it is for."
    )


def sent_for_another_purpose(request: HttpRequest, says: str, *, back: str) -> HttpResponse:
    """The page that says so, for a form with nothing to fill in."""
    context = {"layout": "desk.html", "problems": [{"field": "", "says": says}], "back_url": back}
    return render(request, "invalid.html", context, status=422)


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
