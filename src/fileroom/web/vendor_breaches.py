"""A company's notice of a breach on its page: the notice, its clock, and the way to the incident report."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.programmes.incidents import services
from fileroom.programmes.incidents.known import System
from fileroom.programmes.incidents.services import Answer, Report
from fileroom.programmes.vendors import breaches
from fileroom.web.gates import by, staff


@require_GET
@staff("programmes.breach")
def vendor_breach(request: HttpRequest, breach_id: UUID) -> HttpResponse:
    """One notice."""
    return _page(request, breach_id)


@require_POST
@staff("programmes.passed_on")
def pass_breach_on(request: HttpRequest, breach_id: UUID) -> HttpResponse:
    """It is reported as an incident, of the notice's own id: pressed twice it is one, and the notice leads to it."""
    who, now = by(request), timezone.now()
    told = breaches.breach(breach_id, by=who, at=now)
    report = Report(f"{told.company}: {told.what}", told.told_at, (System.VENDOR,), Answer.NOT_KNOWN)
    try:
        incident = services.report(breach_id, report, by=who, at=now)
        breaches.passed_on(breach_id, incident, by=who, at=now)
    except ValidationError as error:
        return _page(request, breach_id, error.messages)
    return redirect("incident", incident_id=incident)


def _page(request: HttpRequest, breach_id: UUID, problems: list[str] | None = None) -> HttpResponse:
    it = breaches.breach(breach_id, by=by(request), at=timezone.now())
    waited = timezone.now() - it.told_at
    context = {"it": it, "hours": int(waited.total_seconds() // 3600), "problems": problems or []}
    return render(request, "vendors/breach.html", context, status=422 if problems else 200)
