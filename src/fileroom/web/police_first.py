"""Who has asked about a child reported missing, and the word that the police were told of it."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from fileroom.disclosure import police_told
from fileroom.people.answers import Refused
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.written import Sentence, without_what_is_kept_out


class AgencyForm(forms.Form):
    """Which agency was told."""

    agency = Sentence(
        gettext_lazy("Which agency did you tell?"), police_told.LONGEST,
        gettext_lazy("The one that reported the child missing, as it is called. No name of a child"),
    )  # fmt: skip


@require_GET
@staff("disclosure.read")
def police_first(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """Who has asked, for whoever tells the police."""
    return _page(request, student_id, AgencyForm())


@require_POST
@staff("disclosure.tell")
def tell_police(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """They were told of those whom the page named."""
    form = AgencyForm(request.POST)
    if not form.is_valid():
        form.data = without_what_is_kept_out(form)
        return _page(request, student_id, form, status=422)
    codes = request.POST.getlist("asked")
    try:
        done = police_told.tell(student_id, form.cleaned_data["agency"], codes, by=by(request), at=timezone.now())
    except ValidationError as error:
        form.add_error(None, error.messages)
        return _page(request, student_id, form, status=422)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("today"))
    return redirect("police_first", student_id=student_id)


def _page(request: HttpRequest, student_id: UUID, form: AgencyForm, status: int = 200) -> HttpResponse:
    found = police_told.read(student_id, by=by(request), at=timezone.now())
    if isinstance(found, Refused):
        return refused(request, found, back=reverse("today"))
    return render(request, "records/police_first.html", {"it": found, "form": form}, status=status)
