"""Whom somebody works with beside their sections: everybody at a school, or in a grade of it; or one student."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.programmes.accounts import desk, one_student, serving
from fileroom.programmes.accounts.one_student import OneStudent
from fileroom.programmes.accounts.rules import REASON_LENGTH, SAYS
from fileroom.programmes.accounts.serving import Offered, Whole
from fileroom.programmes.accounts.standing import NotDone
from fileroom.web.account_words import TITLES
from fileroom.web.gates import by, staff
from fileroom.web.once import once
from fileroom.web.written import Sentence

EVERYBODY, GRADE = "Everybody at {school}", "{school}, grade {grade}"


class ServeForm(forms.Form):
    """In which role, at which school or in which grade of it, and why."""

    role = forms.ChoiceField(label="In which role?", error_messages={"required": "Choose the role."})
    whole = forms.ChoiceField(label="Whom do they work with?", error_messages={"required": "Choose whom."})
    reason = Sentence("Why?", REASON_LENGTH, "One line that names no student; it is kept")

    def __init__(self, data: Any, page: Offered) -> None:
        super().__init__(data)
        choices = [("", "Choose")]
        for id_, school, grades in page.places:
            choices.append((f"{id_}/", EVERYBODY.format(school=school)))
            choices += [(f"{id_}/{grade}", GRADE.format(school=school, grade=grade)) for grade in grades]
        self.fields["whole"].choices = choices  # type: ignore[attr-defined]
        roles = [(it, TITLES[it]) for it in page.roles]
        several = [("", "Choose")] if len(roles) > 1 else []
        self.fields["role"].choices = [*several, *roles]  # type: ignore[attr-defined]

    def chosen(self) -> Whole:
        """As it was chosen, of a valid form."""
        school, _, grade = self.cleaned_data["whole"].partition("/")
        return Whole(UUID(school), self.cleaned_data["role"], grade)


class StudentForm(forms.Form):
    """Which student, in which role, until when, and why."""

    student = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": "Choose a student."})
    role = forms.ChoiceField(label="In which role?", error_messages={"required": "Choose the role."})
    to_on = forms.DateField(
        label="Last day", required=False, widget=forms.DateInput(attrs={"type": "date"}),
        help_text="Leave it empty where none is set. When the student leaves the school, it is over",
        error_messages={"invalid": "Write a day."},
    )  # fmt: skip
    reason = Sentence("Why?", REASON_LENGTH, "One line that names no student; it is kept")

    def __init__(self, data: Any, page: Offered, student: str = "") -> None:
        super().__init__(data, initial={"student": student}, prefix="one")
        roles = [(it, TITLES[it]) for it in page.roles]
        several = [("", "Choose")] if len(roles) > 1 else []
        self.fields["role"].choices = [*several, *roles]  # type: ignore[attr-defined]

    def chosen(self) -> OneStudent:
        """As it was chosen, of a valid form."""
        return OneStudent(self.cleaned_data["student"], self.cleaned_data["role"], self.cleaned_data["to_on"])


@require_GET
@staff("programmes.caseload_of")
def caseload(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """What somebody has on their caseload."""
    return _page(request, account_id)


@require_POST
@staff("programmes.serve")
def serve(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """They work with everybody there from now on."""
    return _given(request, account_id, "form", ServeForm, serving.serve)


@require_POST
@staff("programmes.serve_one")
def serve_student(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """They work with this student from now on."""
    return _given(request, account_id, "one", StudentForm, one_student.serve_one)


def _given(
    request: HttpRequest, account_id: UUID, name: str, make: Callable[..., Any], give: Callable[..., Any]
) -> HttpResponse:
    """What the form asks for is given; else the page shows the form again, under this name, and why."""
    form = make(request.POST, serving.offered_to(account_id, by=by(request), at=timezone.now()))
    if not form.is_valid():
        return _page(request, account_id, **{name: form})
    try:
        done = give(
            once(request), account_id, form.chosen(), form.cleaned_data["reason"], by=by(request), at=timezone.now()
        )
    except ValidationError as error:
        form.add_error(None, error.messages)
        return _page(request, account_id, **{name: form})
    if isinstance(done, NotDone):
        return _page(request, account_id, not_done=done, **{name: form})
    return redirect("caseload", account_id=account_id)


@require_POST
@staff("programmes.end_caseload")
def end_caseload(request: HttpRequest, account_id: UUID, caseload_id: UUID) -> HttpResponse:
    """It opens nothing from this moment on."""
    serving.end_caseload(account_id, caseload_id, by=by(request), at=timezone.now())
    return redirect("caseload", account_id=account_id)


def _page(
    request: HttpRequest, account_id: UUID, *, form: ServeForm | None = None, one: StudentForm | None = None,
    not_done: NotDone | None = None,
) -> HttpResponse:  # fmt: skip
    asked: dict[str, Any] = {"by": by(request), "at": timezone.now()}
    page, person = serving.caseload_of(account_id, **asked), desk.person(account_id, **asked)
    of = request.GET.get("of", "")[:300].strip()
    found = one_student.look_for(of, account_id, **asked) if of else None
    chosen = request.GET.get("student", "") if one is None else str(one["student"].value())
    context = {
        "person": person.person, "oneself": person.oneself, "page": page,
        "held": [(it, TITLES.get(it.role, "")) for it in page.held], "form": form or ServeForm(None, page),
        "of": of, "found": found, "one": one or StudentForm(None, page, chosen),
        "chosen": one_student.chosen(_uuid(chosen), account_id, **asked), "faults": one or form,
        "not_done": SAYS[not_done.no] if not_done else None,
    }  # fmt: skip
    status = 403 if not_done else 422 if form is not None or one is not None else 200
    return render(request, "accounts/caseload.html", context, status=status)


def _uuid(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None
