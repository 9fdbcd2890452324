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
from django.views.decorators.http import require_http_methods

from fileroom.disclosure import overview
from fileroom.disclosure.about import Person
from fileroom.disclosure.services import Opened, open_file
from fileroom.disclosure.wrong_doors import refused_at_the_door
from fileroom.law import Decision
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.programmes.vendors import deletions
from fileroom.programmes.vendors.deletions import Brought, Request
from fileroom.programmes.vendors.facts import Asking
from fileroom.web.cards import card
from fileroom.web.desk import head, refused
from fileroom.web.former import FormerForm
from fileroom.web.gates import by, staff
from fileroom.web.once import once
from fileroom.web.release_words import ASK_PRINCIPAL
from fileroom.web.vendor_forms import one_of, told
from fileroom.web.whose import named
from fileroom.web.written import Name, without_what_is_kept_out

THE_STUDENT = "student"
CCPA = (
    ("yes", "No: it is school data, which that act does not cover"),
    ("no", "Yes: then the family asks the company itself"),
    ("", "Not known"),
)
EXCLUDED = {"yes": True, "no": False}  # from it; "": not known
NAMES = {"legal": False, "preferred": True}  # which one the account bears
NOBODY_HERE = (
    "No former student of this school is on file under this name and date of birth, with this person. Read both"
    " from the family’s own papers once more; the district’s office finds a former student under Students."
)
ANSWERS = {"must": "Must issue", "may": "May issue", "no": "No letter today", "more": "Needs more"}
NOT_YET = ANSWERS | {"must": "Must issue, but not yet", "may": "May issue, but not yet"}


class CompanyAskedForm(forms.Form):
    """Which company is to delete, and what is known of it. Which name the account bears is asked once the law gives
    the letter to whoever asks, and the student has two."""

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
    account_name = one_of(
        "Which name does the account with the company bear?",
        (("legal", "The legal name"), ("preferred", "The name that the student goes by")),
        "The letter tells the company no other",
    )
    language = forms.ChoiceField(label="Language of the letter", choices=(("en", "English"), ("es", "Spanish")))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"asked_on": timezone.localdate(), "language": "en"})
        self.fields["operator"].needed = True  # type: ignore[attr-defined]
        if "account_name" not in self.data:
            del self.fields["account_name"]

    def told(self, error: ValidationError) -> None:
        """What the service found wrong; the name is asked for where it misses that."""
        if "account_name" in getattr(error, "error_dict", ()):
            self.fields["account_name"] = self.base_fields["account_name"]
        told(self, error)

    def asked_of(self, student: UUID, asked_by: UUID | None) -> Request:
        """What was said, of a valid form, for this asker (None: the former student)."""
        said = self.cleaned_data
        asking = Asking(asked_by, said["identity_checked"], EXCLUDED.get(said["ccpa"]), said["keeps_official_records"])
        bears = NAMES.get(said.get("account_name", ""))
        return Request(student, asking, said["operator"], said["asked_on"], said["language"], bears)


class DeletionForm(CompanyAskedForm):
    """The same with who asks, of the people on a file that is open."""

    asked_by = forms.ChoiceField(label="Who asks?", error_messages={"required": "Choose who asks."})
    field_order = ("asked_by", "identity_checked")

    def __init__(self, data: Any = None, *, people: tuple[Person, ...]) -> None:
        super().__init__(data)
        choices = [(str(it.contact), named(it)) for it in people]
        asks = [("", "Choose one"), *choices, (THE_STUDENT, "The former student")]
        self.fields["asked_by"].choices = asks  # type: ignore[attr-defined]

    def request_about(self, student: UUID) -> Request:
        """What was said, of a valid form."""
        asked_by = self.cleaned_data["asked_by"]
        return self.asked_of(student, None if asked_by == THE_STUDENT else UUID(asked_by))


class LeaverForm(FormerForm, CompanyAskedForm):
    """The same at the office of the last school: whom the family names, and as whom they ask."""

    asked_by = Name("Who asks: first and last name", "Leave it empty where the former student asks.")
    field_order = ("given", "family", "born_on", "asked_by", "identity_checked")

    def brought(self) -> Brought:
        """Whom the family names, of a valid form."""
        said = self.cleaned_data
        return Brought(said["given"], said["family"], said["born_on"], said["asked_by"])


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
    except (FormUsed, ValidationError) as error:
        form.told(error)
        return _page(request, opened, form, status=422)
    if isinstance(done, Refused):
        return told_at_the_counter(request, done.decision, back=reverse("student", args=[student_id]))
    return redirect("deletion", deletion_id=done.id)


def _page(request: HttpRequest, opened: Opened, form: DeletionForm, *, status: int = 200) -> HttpResponse:
    return render(request, "vendors/ask.html", head(request, opened) | {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
@staff("programmes.find_leaver")
def ask_for_leaver(request: HttpRequest) -> HttpResponse:
    """The same at the office of the school that a student left last: nothing is looked up for the family, and nothing
    shown but what they bring."""
    form = LeaverForm(request.POST or None)
    if form.is_bound and form.is_valid():
        who, now = by(request), timezone.now()
        try:
            student, asked_by = deletions.find_leaver(form.brought(), by=who, at=now)
            done = deletions.ask(once(request), form.asked_of(student, asked_by), by=who, at=now)
        except Missing:
            refused_at_the_door("programmes.find_leaver", by=who, at=now)
            form.add_error(None, NOBODY_HERE)
        except (FormUsed, ValidationError) as error:
            form.told(error)
        else:
            if isinstance(done, Refused):
                return told_at_the_counter(request, done.decision, back=reverse("students"))
            return redirect("deletion", deletion_id=done.id)
    if form.errors:
        form.data = without_what_is_kept_out(form)
    return render(request, "vendors/leaver.html", {"form": form}, status=422 if form.errors else 200)


def told_at_the_counter(request: HttpRequest, decision: Decision, *, back: str) -> HttpResponse:
    """Why there is no letter. Where the law is silent the clerk is told whom to call, and the asker nothing."""
    if decision.silent:
        return seated(request, back=back)
    context = {"card": card(decision, answers=NOT_YET), "back_url": back, "silent": False}
    return render(request, "vendors/no_letter.html", context, status=403)


def seated(request: HttpRequest, *, back: str) -> HttpResponse:
    """The clerk asks whoever stands there to have a seat, and calls the principal; neither is told why."""
    context = {"card": ASK_PRINCIPAL, "back_url": back, "silent": True}
    return render(request, "vendors/no_letter.html", context, status=403)
