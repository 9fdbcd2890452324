"""Lists of students: asked for, approved by a second person, handed over once. The file is made then, and not kept."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.disclosure.directory import lists as made
from fileroom.disclosure.directory import register
from fileroom.disclosure.directory.asking import GRADES, Wanted, as_said
from fileroom.disclosure.directory.limits import offered
from fileroom.disclosure.exports.files import CSV, MOST_ON_PAPER, PDF
from fileroom.disclosure.exports.lifecycle import HandedOver, State, Stopped
from fileroom.people.answers import FormUsed, Refused
from fileroom.programmes.enforcement import visits
from fileroom.programmes.notices.directory import not_yet_told
from fileroom.web.desk import refused
from fileroom.web.directory_words import ASKERS, FIELDS, OTHER_PURPOSES, PURPOSES, RECIPIENTS, STATES
from fileroom.web.faults import put_on
from fileroom.web.gates import by, staff
from fileroom.web.letterheads import letterhead
from fileroom.web.once import once
from fileroom.web.written import Name, without_what_is_kept_out

WHOLE = "district"  # in place of a school's id
NOT_MADE = {"must": "May be made", "may": "May be made", "no": "No list", "more": "Not yet"}
CHOOSE = {"required": "Choose one.", "invalid_choice": "Choose one of the list."}
SOME = {"required": "Choose at least one.", "invalid_choice": "Choose from the list."}
FIELDS_OF_THE_FORM = {"fields": "fields_"}  # what the service calls otherwise
CALLED = {"PK": "Preschool", "UE": "Ungraded, elementary", "US": "Ungraded, secondary"}
NOTICE = "list_notice"  # session key: what became of the last act on a list, shown once


class ListForm(forms.Form):
    """Whose students, what of them, for whom, and what for."""

    kind = forms.ChoiceField(label="Who gets it?", error_messages=CHOOSE)
    recipient = Name("Their name", "It stands on each page. Who gets it for them, or the organization")
    identified = forms.BooleanField(label="I have checked who they are (not of a yearbook)", required=False)
    purpose = forms.ChoiceField(label="What is it for?", error_messages=CHOOSE)
    school = forms.ChoiceField(label="Of which school?", error_messages=CHOOSE)
    section = forms.ChoiceField(label="One class only", required=False, error_messages=CHOOSE)
    grades = forms.MultipleChoiceField(
        label="Grades", required=False, widget=forms.CheckboxSelectMultiple, error_messages=SOME,
        help_text="None chosen: all grades", choices=[(it, CALLED.get(it, it)) for it in GRADES],
    )  # fmt: skip
    fields_ = forms.MultipleChoiceField(
        label="What does it say?", widget=forms.CheckboxSelectMultiple, error_messages=SOME,
        initial=["name"],
    )  # fmt: skip

    def __init__(self, data: Any, places: tuple[register.Place, ...]) -> None:
        super().__init__(data)
        may = offered(timezone.localdate())
        self._choose("fields_", [(it.value, FIELDS[it.value]) for it in may])
        self.fields["recipient"].needed = True  # type: ignore[attr-defined]
        named = [("", "Choose one"), ("The Board may name", [*RECIPIENTS.items()]), ("Others", [*ASKERS.items()])]
        self._choose("kind", named)
        self._choose("purpose", [("", "Choose one"), *PURPOSES.items(), ("Others", [*OTHER_PURPOSES.items()])])
        schools = [(str(it.id or WHOLE), it.name or "The whole district") for it in places]
        self._choose("school", schools if len(schools) == 1 else [("", "Choose one"), *schools])
        classes = [(it.name, [(str(id_), title) for id_, title in it.sections]) for it in places if it.sections]
        self._choose("section", [("", "No, all classes"), *classes])

    def _choose(self, field: str, choices: Any) -> None:
        self.fields[field].choices = choices  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """What was asked for."""
        said = self.cleaned_data
        return as_said(
            recipient=said["recipient"].strip(), kind=said["kind"], purpose=said["purpose"], fields=said["fields_"],
            school=None if said["school"] == WHOLE else UUID(said["school"]),
            section=UUID(said["section"]) if said["section"] else None,
            grades=said["grades"], identified=said["identified"],
        )  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff("disclosure.prepare")
def new_list(request: HttpRequest) -> HttpResponse:
    """Ask for a list. Nothing is handed over yet."""
    places = register.places(by=by(request), at=timezone.now())
    if request.method == "GET":
        return _form(request, ListForm(None, places))
    form = ListForm(request.POST, places)
    if not form.is_valid():
        form.data = without_what_is_kept_out(form)
        return _form(request, form, status=422)
    try:
        asking, wanted = once(request), form.wanted()
        done = made.prepare(
            asking, wanted, second_above=settings.LISTS_SECOND_ABOVE, within=settings.LISTS_SECOND_WITHIN,
            enter=visits.in_writing(asking, wanted.recipient), untold=not_yet_told, by=by(request),
            at=timezone.now(),
        )  # fmt: skip
    except (FormUsed, ValidationError) as error:
        put_on(form, error, FIELDS_OF_THE_FORM)
        return _form(request, form, status=422)
    if isinstance(done, Refused):
        if done.decision.apart and (it := visits.asked_in_writing(asking, wanted.recipient, by=by(request))):
            return redirect("agent_answer", request_id=it)
        return refused(request, done, back=reverse("new_list"), answers=NOT_MADE)
    return redirect("student_list", list_id=done.id)


def _form(request: HttpRequest, form: ListForm, status: int = 200) -> HttpResponse:
    return render(request, "directory/new_list.html", {"form": form}, status=status)


@require_GET
@staff("disclosure.lists")
def student_list(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """What was asked for, how many it names, and what can be done with it."""
    return _page(request, list_id)


def _page(request: HttpRequest, list_id: UUID, problems: Any = (), status: int = 200) -> HttpResponse:
    it = register.one(list_id, by=by(request), at=timezone.now())
    context = {
        "it": words(it),
        "ready": it.state == State.READY,
        "waits": it.state == State.WAITS,
        "paper": it.size <= MOST_ON_PAPER,
        "second_above": settings.LISTS_SECOND_ABOVE,
        "problems": problems,
        "notice": request.session.pop(NOTICE, ""),
    }
    return render(request, "directory/list.html", context, status=status)


def words(it: register.Entered) -> dict[str, Any]:
    """A list of the register, in words."""
    chip, says = STATES[it.state]
    kinds, purposes = {**RECIPIENTS, **ASKERS}, {**PURPOSES, **OTHER_PURPOSES}
    of = " · ".join(filter(None, (it.school or "The whole district", it.section, _grades(it.grades))))
    return {
        "id": it.id, "code": it.code, "recipient": it.recipient, "kind": kinds.get(it.recipient_kind, ""),
        "purpose": purposes.get(it.purpose, it.purpose), "basis": it.basis, "of": of, "size": it.size,
        "fields": [FIELDS[name] for name in it.fields], "chip": chip, "state": says, "form": it.form.upper(),
        "prepared_at": it.prepared_at, "prepared_by": it.prepared_by, "approved_by": it.approved_by,
        "closed_at": it.closed_at, "closed_by": it.closed_by, "expires_at": it.expires_at, "mine": it.mine,
    }  # fmt: skip


def _grades(grades: tuple[str, ...]) -> str:
    return f"grade {', '.join(grades)}" if grades else ""


@require_POST
@staff("disclosure.approve")
def approve_list(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """A second person agrees."""
    return _done(request, list_id, made.approve)


@require_POST
@staff("disclosure.stop")
def stop_list(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """It is not wanted any more."""
    return _done(request, list_id, made.stop)


def _done(request: HttpRequest, list_id: UUID, act: Any) -> HttpResponse:
    try:
        act(list_id, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, list_id, error.messages, status=422)
    return redirect("student_list", list_id=list_id)


@require_POST
@staff("disclosure.hand_over")
def hand_over_list(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """The file, made now for whom the law names now; or the page that says it has to be prepared anew."""
    form = request.POST.get("form", "")
    if form not in (CSV, PDF):
        return _page(request, list_id, ["Choose a spreadsheet or a PDF."], status=422)
    try:
        done = made.hand_over(
            list_id, form=form, head=letterhead(request), untold=not_yet_told, by=by(request), at=timezone.now()
        )
    except ValidationError as error:
        return _page(request, list_id, error.messages, status=422)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("student_list", args=[list_id]), answers=NOT_MADE)
    if isinstance(done, Stopped):
        request.session[NOTICE] = "changed"
        return redirect("student_list", list_id=list_id)
    return handed_over(done)


def handed_over(done: HandedOver) -> HttpResponse:
    """The file, piece by piece as it is made: to whoever sends it out a stream is an answer as any other."""
    response = StreamingHttpResponse(done.file.pieces, content_type=done.file.media_type)
    response["Content-Disposition"] = f'attachment; filename="{done.name}"'
    return cast("HttpResponse", response)
