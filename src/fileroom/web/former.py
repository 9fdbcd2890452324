"""The letters of a former student, at the office of the school they left last: by what the family brings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fileroom.casework.former import Former, letters_of_former
from fileroom.disclosure.wrong_doors import refused_at_the_door
from fileroom.people.answers import Missing
from fileroom.programmes.issued import KINDS
from fileroom.web.gates import by, staff
from fileroom.web.issued import rows
from fileroom.web.written import Name, without_what_is_kept_out

NOBODY = (
    "No former student of this school is on file under this name and date of birth. Read both from the family’s own"
    " papers once more; the district’s office finds a former student under Students."
)


class FormerForm(forms.Form):
    """Whom the family names, as their own papers do."""

    given = Name("The student’s first name")
    family = Name("The student’s last name")
    born_on = forms.DateField(
        label="The student’s date of birth", widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Fill this in.", "invalid": "Write the day like 2026-11-20."},
    )  # fmt: skip

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for name in ("given", "family"):
            self.fields[name].required = True


@require_http_methods(["GET", "POST"])
@staff("casework.letters_of_former")
def former_letters(request: HttpRequest) -> HttpResponse:
    """Their letters, without their file."""
    form, letters = FormerForm(request.POST or None), None
    if form.is_bound and form.is_valid():
        who, now = by(request), timezone.now()
        try:
            letters = rows(letters_of_former(Former(**form.cleaned_data), KINDS, by=who, at=now))
        except Missing:
            refused_at_the_door("casework.letters_of_former", by=who, at=now)
            form.add_error(None, NOBODY)
    if form.errors:
        form.data = without_what_is_kept_out(form)
    context = {"form": form, "letters": letters}
    return render(request, "links/former.html", context, status=422 if form.errors else 200)
