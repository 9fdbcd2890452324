"""Training for the Superintendent's designee: how each school stands, who is overdue, and sign-in sheets."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from fileroom.law.checklists import CHECKLISTS
from fileroom.people.answers import Missing, Refused
from fileroom.programmes.training import desk, sheets
from fileroom.programmes.training.courses import COURSES, Course
from fileroom.programmes.training.desk import AtSite
from fileroom.programmes.training.services import course_of
from fileroom.programmes.training.sheets import Sheet
from fileroom.web.gates import by, staff
from fileroom.web.training import rhythm

NOTICE = "training_notice"  # session key: what the last sheet came to, shown once
OFFICE = "office"  # in place of a school's id: the district's own, and whoever is at no school on file
ITEMS = {word: says for checklist in CHECKLISTS.values() for word, says in checklist.items.items()}


@require_GET
@staff("programmes.by_site", opens=desk.may_open)
def training_sites(request: HttpRequest) -> HttpResponse:
    """How many have a current training, of how many. Nobody is named."""
    found = desk.by_site(by=by(request), at=timezone.now())
    context = {
        "day": timezone.localdate(),
        "courses": found.courses,
        "sites": [_site(it) for it in found.sites],
        "district": _site(found.district),
    }
    return render(request, "training/sites.html", context)


def _site(it: AtSite) -> dict[str, Any]:
    shares = list(zip(COURSES.values(), it.courses, strict=True))
    return {"name": it.name, "whole": it.whole, "shares": shares, "without": it.without}


@require_GET
@staff("programmes.overdue")
def training_overdue(request: HttpRequest) -> HttpResponse:
    """By name, for the designee alone."""
    return render(request, "training/overdue.html", {"rows": desk.overdue(by=by(request), at=timezone.now())})


@require_http_methods(["GET", "POST"])
@staff("programmes.enter_sheet")
def training_sheet(request: HttpRequest) -> HttpResponse:
    """Enter a sign-in sheet: the course and the school are chosen first, then who has signed."""
    sent = request.POST if request.method == "POST" else request.GET
    chosen, site = _course(sent.get("course", "")), _site_id(sent.get("site", OFFICE))
    if request.method == "GET":
        return _page(request, chosen, site)
    if chosen is None:
        raise Missing
    try:
        done = sheets.enter_sheet(_said(request, chosen), rhythm=rhythm(), by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, chosen, site, problems=error.messages, status=422)
    if isinstance(done, Refused):
        because = done.decision.because[0]
        return _page(request, chosen, site, refusal={"says": because.says, "cite": because.citation}, status=403)
    request.session[NOTICE] = {"new": done.new, "known": done.known, "course": chosen.title}
    return redirect(f"{reverse('training_sheet')}?course={chosen.id}&site={site or OFFICE}")


def _said(request: HttpRequest, chosen: Course) -> Sheet:
    """What was sent. ValidationError where the day is none, or somebody no id."""
    sent = request.POST
    try:
        given_on = date.fromisoformat(sent.get("given_on", ""))
    except ValueError:
        raise ValidationError("Say on which day it was given, as 2026-10-19.") from None
    try:
        people = frozenset(UUID(it) for it in sent.getlist("people"))
    except ValueError:
        raise ValidationError("Choose the people from the list.") from None
    return Sheet(chosen.id, given_on, tuple(sent.getlist("topics")), people)


def _course(said: str) -> Course | None:
    """The chosen course; None where none is chosen yet. Raises Missing."""
    if not said:
        return None
    try:
        return course_of(UUID(said))
    except ValueError:
        raise Missing from None


def _site_id(said: str) -> UUID | None:
    try:
        return None if said in ("", OFFICE) else UUID(said)
    except ValueError:
        raise Missing from None


def _page(
    request: HttpRequest,
    chosen: Course | None,
    site: UUID | None,
    *,
    problems: Any = (),
    refusal: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    blank = sheets.blank(chosen or next(iter(COURSES.values())), site, by=by(request), at=timezone.now())
    signed, covered = set(request.POST.getlist("people")), set(request.POST.getlist("topics"))
    context = {
        "courses": [{"id": it.id, "title": it.title, "selected": it is chosen} for it in COURSES.values()],
        "sites": [
            {"value": OFFICE, "says": "District office, and at no school on file", "selected": site is None},
            *({"value": id_, "says": name, "selected": id_ == site} for id_, name in blank.sites),
        ],
        "chosen": chosen,
        "site": site or OFFICE,
        "topics": [(it.value, ITEMS[it.value], it.value in covered) for it in (chosen.topics if chosen else ())],
        "people": [(it, str(it.id) in signed) for it in blank.people] if chosen else [],
        "given_on": request.POST.get("given_on", ""),
        "today": timezone.localdate(),
        "notice": request.session.pop(NOTICE, None),
        "problems": problems,
        "refusal": refusal,
    }
    return render(request, "training/sheet.html", context, status=status)
