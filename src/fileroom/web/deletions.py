"""The enrolment-end letter at the office: who asks, of which company; then the letter, by a designee."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.disclosure import overview
from fileroom.disclosure.about import Person
from fileroom.disclosure.services import Opened, open_file
from fileroom.people.answers import FormUsed, Refused
from fileroom.programmes.vendors import deletions
from fileroom.programmes.vendors.deletions import Request
from fileroom.programmes.vendors.facts import Asking
from fileroom.web.desk import head, refused
from fileroom.web.gates import by, staff
from fileroom.web.once import once
from fileroom.web.orders import letterhead
from fileroom.web.whose import named
from fileroom.web.written import Name, without_what_is_kept_out

THE_STUDENT = "student"
CCPA = (
    ("yes", "No: it is school data, which that act does not cover"),
    ("no", "Yes: then the family asks the company itself"),
    ("", "Not known"),
)
NOT_YOURS = {"must": "Must issue", "may": "May issue", "no": "No letter today", "more": "Needs more"}


class DeletionForm(forms.Form):
    """Who asks, of which company, and what is known of it."""

    asked_by = forms.ChoiceField(label="Who asks?", error_messages={"required": "Choose who asks."})
    identity_checked = forms.BooleanField(label="I have seen who they are", required=False)
    operator = Name("Which company is to delete?")
    asked_on = forms.DateField(
        label="When did they ask it?", widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Fill this in.", "invalid": "Write the day like 2026-11-20."},
    )  # fmt: skip
    ccpa = forms.ChoiceField(
        label="Is the information under the California Consumer Privacy Act?", choices=CCPA, required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip
    keeps_official_records = forms.BooleanField(
        label="The company keeps official records for the district", required=False
    )
    language = forms.ChoiceField(label="Language of the letter", choices=(("en", "English"), ("es", "Spanish")))

    def __init__(self, data: Any = None, *, people: tuple[Person, ...]) -> None:
        super().__init__(data, initial={"asked_on": timezone.localdate(), "language": "en"})
        choices = [(str(it.contact), named(it)) for it in people]
        asks = [("", "Choose one"), *choices, (THE_STUDENT, "The former student")]
        self.fields["asked_by"].choices = asks  # type: ignore[attr-defined]
        self.fields["operator"].needed = True  # type: ignore[attr-defined]

    def request_about(self, student: UUID) -> Request:
        """What was said, of a valid form."""
        said = self.cleaned_data
        asked_by = None if said["asked_by"] == THE_STUDENT else UUID(said["asked_by"])
        excluded = {"yes": True, "no": False}.get(said["ccpa"])
        asking = Asking(asked_by, said["identity_checked"], excluded, said["keeps_official_records"])
        return Request(student, asking, said["operator"], said["asked_on"], said["language"])


@require_http_methods(["GET", "POST"])
@staff("programmes.ask")
def ask_for_letter(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """A family asks for the letter that a company wants to see before it deletes."""
    opened = open_file(student_id, by=by(request), at=timezone.now(), step=True)
    if isinstance(opened, Refused):
        return refused(request, opened, back=reverse("students"))
    form = DeletionForm(request.POST or None, people=overview.people(opened, on=timezone.localdate()))
    if request.method == "GET":
        return _page(request, opened, form)
    if not form.is_valid():
        form.data = without_what_is_kept_out(form)
        return _page(request, opened, form, status=422)
    try:
        done = deletions.ask(once(request), form.request_about(student_id), by=by(request), at=timezone.now())
    except FormUsed as error:
        form.add_error(None, error)
        return _page(request, opened, form, status=422)
    except ValidationError as error:
        for name, says in error.message_dict.items():
            form.add_error(name, says)
        return _page(request, opened, form, status=422)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("student", args=[student_id]), answers=NOT_YOURS)
    return redirect("deletion", request_id=done.id)


def _page(request: HttpRequest, opened: Opened, form: DeletionForm, *, status: int = 200) -> HttpResponse:
    return render(request, "vendors/ask.html", head(request, opened) | {"form": form}, status=status)


@require_GET
@staff("programmes.standing")
def deletion(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """One request: who asked, and the letter where it is issued."""
    it = deletions.standing(request_id, by=by(request), at=timezone.now())
    return render(request, "vendors/deletion.html", {"it": it})


@require_POST
@staff("programmes.issue")
def issue_letter(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """The Superintendent or a designee issues it; the law is asked anew."""
    try:
        done = deletions.issue(request_id, head=letterhead(request), by=by(request), at=timezone.now())
    except ValidationError as error:
        it = deletions.standing(request_id, by=by(request), at=timezone.now())
        return render(request, "vendors/deletion.html", {"it": it, "problems": error.messages}, status=422)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("deletion", args=[request_id]), answers=NOT_YOURS)
    return redirect("deletion", request_id=request_id)


@require_GET
@staff("programmes.open_letter")
def deletion_letter(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """The PDF, as it was issued."""
    pdf = deletions.open_letter(request_id, by=by(request), at=timezone.now())
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="letter.pdf"'
    return response
