"""Social media for families: what was gathered of a student, the wish to correct or delete it; the public's page."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_GET, require_http_methods

from fileroom.disclosure.families import nothing_there
from fileroom.disclosure.services import Inspected, inspect
from fileroom.people.answers import Missing, Refused
from fileroom.programmes.social_media import families, wishes
from fileroom.programmes.social_media.families import OfMine
from fileroom.programmes.social_media.stages import Reason, State
from fileroom.web.gates import by, family, public
from fileroom.web.home import nothing
from fileroom.web.once import once
from fileroom.web.social_media_items import fields_of
from fileroom.web.social_media_words import REASONS, SAID_TO_ALL
from fileroom.web.words import source

PROPOSED = (State.PROPOSED, State.FAMILIES_TOLD, State.HEARD)
LACKING = {"kind": "Choose what is to be done.", "correction": "Write what is right."}


@require_GET
@public("whether a program gathers from students' social media is for everybody to know; the page names nobody")
def social_media_public(request: HttpRequest) -> HttpResponse:
    """Whether there is a program, what for, and how to see, correct or delete."""
    it = families.public(on=timezone.localdate())
    reasons = [REASONS[Reason(code)] for code in it.reasons]
    context = {"it": it, "says": SAID_TO_ALL[it.state], "reasons": reasons, "proposed": it.state in PROPOSED}
    context["spanish"] = get_language() == "es"
    return render(request, "public/social_media.html", context)


@require_GET
@family("programmes.mine")
def family_social_media(request: HttpRequest) -> HttpResponse:
    """What was gathered of this account's students: the same words where there is none and where none may be seen."""
    found = families.mine(by=by(request), at=timezone.now())
    return render(request, "family/social_media.html", {"items": found})


@require_http_methods(["GET", "POST"])
@family("programmes.wish")
def family_social_media_item(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """One thing, opened; and the wish that it be corrected or deleted."""
    item = _mine(request, record_id)
    if item is None:
        nothing_there(by=by(request), at=timezone.now())
        return nothing(request)
    if request.method == "GET":
        return _page(request, item, [])
    kind, correction = request.POST.get("kind", ""), request.POST.get("correction", "")
    try:
        done = wishes.wish(once(request), record_id, kind, correction, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, item, _problems(error), status=422)
    except Missing:
        return nothing(request)
    return nothing(request) if isinstance(done, Refused) else redirect("family_social_media_item", record_id=record_id)


def _mine(request: HttpRequest, record_id: UUID) -> OfMine | None:
    found = families.mine(by=by(request), at=timezone.now())
    return next((it for it in found if it.record == record_id), None)


def _problems(error: ValidationError) -> list[str]:
    if not hasattr(error, "error_dict"):
        return [gettext("This page is too old. Open it again.")]
    kept_out = any(it.code == "kept_out" for it in error.error_dict.get("correction", ()))
    if kept_out:
        return [gettext("This held what the law keeps out of every file, such as a number. Leave that out.")]
    return [gettext(LACKING[name]) for name in error.error_dict if name in LACKING]


def _page(request: HttpRequest, item: OfMine, problems: list[str], *, status: int = 200) -> HttpResponse:
    try:
        seen = inspect(item.record, by=by(request), at=timezone.now())
    except Missing:
        return nothing(request)
    if not isinstance(seen, Inspected):
        return nothing(request)
    context = {
        "item": item,
        "fields": fields_of(seen),
        "because": {"says": gettext(seen.decision.says), "citation": source(seen.decision.because[0].citation)},
        "problems": problems,
        "sent": request.POST.get("correction", "") if status != 200 else "",
    }
    return render(request, "family/social_media_item.html", context, status=status)
