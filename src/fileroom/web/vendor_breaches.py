"""A company's notice of a breach on its page: the notice, its clock, and the way to the incident report."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

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
    """An incident report was opened for it: here the register of incidents takes over."""
    try:
        breaches.passed_on(breach_id, None, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, breach_id, error.messages)
    return redirect("vendor_breach", breach_id=breach_id)


def _page(request: HttpRequest, breach_id: UUID, problems: list[str] | None = None) -> HttpResponse:
    it = breaches.breach(breach_id, by=by(request), at=timezone.now())
    waited = timezone.now() - it.told_at
    context = {"it": it, "hours": int(waited.total_seconds() // 3600), "problems": problems or []}
    return render(request, "vendors/breach.html", context, status=422 if problems else 200)
