"""From which day on sensitive records ask for a current training: set by the Superintendent's designee."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fileroom.disclosure.training_gate import COURSE_OF, NEVER_SHUT, THEIRS_WHO_SERVE
from fileroom.law.catalogue import CATALOGUE
from fileroom.people import trained
from fileroom.people.trained import MOST_GRACE
from fileroom.web.gates import by, staff
from fileroom.web.once import once


class GateForm(forms.Form):
    """The day, and the grace of each."""

    from_on = forms.DateField(
        label="From", help_text="Tell your staff before: until this day nothing is shut to anybody.",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Choose the day.", "invalid": "Choose a day of the calendar."},
    )  # fmt: skip
    grace_days = forms.IntegerField(
        label="Days of grace for each", min_value=0, max_value=MOST_GRACE,
        help_text="Counted from when somebody comes into their office, or from the end of their last training.",
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff("people.set_gate")
def training_gate(request: HttpRequest) -> HttpResponse:
    """How the gate stands, and the way to set it or to take it away."""
    who, now = by(request), timezone.now()
    stands = trained.gate(by=who, at=now)
    if request.method == "GET":
        first = {"from_on": stands.from_on if stands else None, "grace_days": stands.grace_days if stands else 30}
        return _page(request, stands, GateForm(initial=first))
    if "never" in request.POST:
        trained.set_gate(once(request), None, 0, by=who, at=now)
        return redirect("training_gate")
    form = GateForm(request.POST)
    if not form.is_valid():
        return _page(request, stands, form)
    try:
        said = form.cleaned_data
        trained.set_gate(once(request), said["from_on"], said["grace_days"], by=who, at=now)
    except ValidationError as error:
        form.add_error(None, error)
        return _page(request, stands, form)
    return redirect("training_gate")


def _page(request: HttpRequest, stands: Any, form: GateForm) -> HttpResponse:
    context = {
        "stands": stands, "form": form, "problems": form.non_field_errors(),
        "today": timezone.localdate(),
        "shut": sorted(CATALOGUE[it].title.en for it in COURSE_OF if it not in THEIRS_WHO_SERVE),
        "but": sorted(CATALOGUE[it].title.en for it in THEIRS_WHO_SERVE),
        "never": sorted(CATALOGUE[it].title.en for it in NEVER_SHUT),
    }  # fmt: skip
    return render(request, "training/gate.html", context, status=422 if form.errors else 200)
