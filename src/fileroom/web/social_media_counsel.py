"""Counsel says of one thing that is held whether it goes, or until when it waits. The page names nobody."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fileroom.people.answers import Refused
from fileroom.programmes.social_media import counsels_word
from fileroom.programmes.social_media.counsels_word import IT_GOES, IT_WAITS, Said
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.social_media import told
from fileroom.web.social_media_words import COUNSELS

NOT_YOURS = {"must": "Yours to say", "may": "Yours to say", "no": "Not yours to say", "more": "Needs more"}


@require_http_methods(["GET", "POST"])
@staff("programmes.for_counsel")
def social_media_for_counsel(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What counsel is asked, and counsel's answer."""
    found = counsels_word.for_counsel(item_id, by=by(request), at=timezone.now())
    if isinstance(found, Refused):
        return refused(request, found, back=reverse("social_media"), answers=NOT_YOURS)
    problems: list[str] = []
    if request.method == "POST":
        if "whole_file" in request.POST:
            counsels_word.lift_whole_file(item_id, seen=_seen(request), by=by(request), at=timezone.now())
            return redirect("social_media_for_counsel", item_id=item_id)
        try:
            counsels_word.say(item_id, _said(request), seen=_seen(request), by=by(request), at=timezone.now())
            return redirect("today")
        except ValidationError as error:
            problems = told(error)
    context = {
        "it": found, "problems": problems, "sent": request.POST if problems else {},
        "goes": [(it.value, COUNSELS[it]) for it in IT_GOES], "waits": [(it.value, COUNSELS[it]) for it in IT_WAITS],
        "before": COUNSELS[counsels_word.Reason(found.before.reason)] if found.before else "",
    }  # fmt: skip
    return render(request, "social_media/for_counsel.html", context, status=422 if problems else 200)


def _said(request: HttpRequest) -> Said:
    """Raises ValidationError where the day is none."""
    given = request.POST.get("again_on", "").strip()
    try:
        again_on = date.fromisoformat(given) if given else None
    except ValueError:
        raise ValidationError({"again_on": "Say on which day it is looked at again."}) from None
    return Said(request.POST.get("goes") == "yes", request.POST.get("reason", ""), again_on)


def _seen(request: HttpRequest) -> list[UUID]:
    """What the page showed as owed: a form that does not say it, or says what no page shows, says nothing."""
    try:
        return [UUID(it) for it in request.POST.getlist("seen")]
    except ValueError:
        return []
