"""The Attorney General's guide: a page for families, and where the office notes that it is posted."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.programmes.enforcement import guide
from fileroom.programmes.enforcement.guide import Place
from fileroom.web.gates import by, public, staff
from fileroom.web.once import once

DISTRICT = "district"
PLACES = {Place.BUILDING.value: "In the building", Place.SITE.value: "On the web site"}
LABELS = {"updated_on": "Its day", "address": "Its address", "languages": "Languages"}


@require_GET
@public("every family is to be told of these rights; the page speaks of nobody")
def know_your_rights(request: HttpRequest) -> HttpResponse:
    """What families should know, and where the Attorney General's guide is found."""
    return render(request, "public/know_your_rights.html", {"guide": guide.guide()})


@require_http_methods(["GET", "POST"])
@staff("programmes.note_edition")
def posted_guide(request: HttpRequest) -> HttpResponse:
    """Where it is posted; and, for the designee, the form of a new edition, and that there is none."""
    if request.method == "GET":
        return _page(request)
    sent = request.POST
    if "unchanged" in sent:
        guide.still_the_same(by=by(request), at=timezone.now())
        return redirect("posted_guide")
    languages = [" ".join(it.split()) for it in sent.get("languages", "").splitlines() if it.strip()]
    try:
        guide.note_edition(
            once(request), updated_on=_day(sent.get("updated_on", "")), address=sent.get("address", "").strip(),
            languages=languages, by=by(request), at=timezone.now(),
        )  # fmt: skip
    except ValidationError as error:
        return _page(request, sent=sent, problems=_problems(error), status=422)
    return redirect("posted_guide")


@require_POST
@staff("programmes.note_posting")
def note_posting(request: HttpRequest) -> HttpResponse:
    """Somebody has seen it posted."""
    sent = request.POST
    try:
        school = None if sent.get("school") == DISTRICT else UUID(sent.get("school", ""))
        guide.note_posting(
            school, sent.get("place", ""), posted_on=_day(sent.get("posted_on", "")), by=by(request), at=timezone.now()
        )
    except ValueError:
        return _page(request, problems=["Choose the school, or the district."], status=422)
    except ValidationError as error:
        return _page(request, problems=_problems(error), status=422)
    return redirect("posted_guide")


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise ValidationError("Write the day like 2026-11-20.") from None


def _problems(error: ValidationError) -> list[str]:
    if not hasattr(error, "error_dict"):
        return list(error.messages)
    return [f"{LABELS[name]}: {says}" for name, them in error.message_dict.items() for says in them]


def _page(request: HttpRequest, *, sent: Any = None, problems: Any = (), status: int = 200) -> HttpResponse:
    found, today = guide.standing(by=by(request), at=timezone.now()), timezone.localdate()
    context = {
        "guide": found.guide, "whole": found.whole, "due_on": found.due_on, "late": _late(found.due_on, today),
        "places": [_place(it) for it in found.places], "writes": found.writes, "today": today, "problems": problems,
        "sent": {name: sent.get(name, "") for name in LABELS} if sent is not None else _before(found.guide),
    }  # fmt: skip
    return render(request, "enforcement/guide.html", context, status=status)


def _late(due_on: date | None, today: date) -> bool:
    return due_on is not None and due_on <= today


def _before(it: guide.Guide | None) -> dict[str, str]:
    """What stood there before, to be changed."""
    return {"address": it.address, "languages": "\n".join(it.languages)} if it else {}


def _place(it: guide.Where) -> dict[str, Any]:
    days = {Place.BUILDING.value: it.building_on, Place.SITE.value: it.site_on}
    return {
        "key": it.school or DISTRICT, "name": it.name or "The district office", "whole": it.whole, "notes": it.notes,
        "seen": [{"place": code, "says": says, "on": days[code]} for code, says in PLACES.items()],
    }  # fmt: skip
