"""A company's notice of a breach on its page: the notice, its clock, and the way to the incident report."""

from __future__ import annotations

from uuid import UUID

from django import forms
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
from fileroom.web.vendor_forms import HOLDS
from fileroom.web.written import Sentence, without_what_is_kept_out


class PassOnForm(forms.Form):
    """The notice in the words of an incident's report, which may hold less than a company's own."""

    what = Sentence(
        "What happened, in the incident’s report", HOLDS, "As the company said it. Leave out what names a person, or a"
        " number of somebody’s: the notice itself stays as it is.", area=True,
    )  # fmt: skip


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
    told, form = breaches.breach(breach_id, by=who, at=now), PassOnForm(request.POST)
    if not form.is_valid():
        form.data = without_what_is_kept_out(form)
        return _page(request, breach_id, form=form)
    words = form.cleaned_data["what"]
    report = Report(f"{told.company}: {words}", told.told_at, (System.VENDOR,), Answer.NOT_KNOWN)
    try:
        incident = services.report(breach_id, report, by=who, at=now)
        breaches.passed_on(breach_id, incident, by=who, at=now)
    except ValidationError as error:
        return _page(request, breach_id, error.messages, form=PassOnForm(initial={"what": words}))
    return redirect("incident", incident_id=incident)


def _page(
    request: HttpRequest, breach_id: UUID, problems: list[str] | None = None, *, form: PassOnForm | None = None
) -> HttpResponse:  # fmt: skip
    it = breaches.breach(breach_id, by=by(request), at=timezone.now())
    waited, refused = timezone.now() - it.told_at, bool(problems) or form is not None
    context = {
        "it": it, "hours": int(waited.total_seconds() // 3600), "problems": problems or [],
        "form": form or PassOnForm(initial={"what": it.what}),
    }  # fmt: skip
    return render(request, "vendors/breach.html", context, status=422 if refused else 200)
