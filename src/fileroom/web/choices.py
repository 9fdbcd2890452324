"""A family's choices: on its own page, in its language; and at the counter, for whoever stands there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from fileroom.collection.choices import lists, services
from fileroom.collection.choices.lists import Made, Standing
from fileroom.disclosure import police_found, police_told
from fileroom.disclosure.families import nothing_there
from fileroom.disclosure.services import Opened, open_file
from fileroom.people import circumstances
from fileroom.people.answers import Missing, Refused
from fileroom.people.services import Done
from fileroom.web.desk import head, refused
from fileroom.web.directory_words import CHOICES, CIRCUMSTANCES
from fileroom.web.faults import put_on
from fileroom.web.gates import by, family, staff
from fileroom.web.home import nothing
from fileroom.web.home_addresses import day_said, not_done
from fileroom.web.whose import related
from fileroom.web.written import Sentence, without_what_is_kept_out

SAID = "said"
SIGNED, PAPER = "all_signed", "paper"  # the box beside what nobody is named for; its value for the paper in the file
NOT_THEIRS = {"must": "Theirs to choose", "may": "Theirs to choose", "no": "Not theirs to choose", "more": "Needs more"}


class CounterForm(forms.Form):
    """Who says so. To choose them is to say that their ID was seen."""

    who = forms.ChoiceField(
        label="Who stands here?", widget=forms.RadioSelect, help_text="Whose ID you have seen, or whom you know",
        error_messages={"required": "Choose who says so, once you have seen their ID."},
    )  # fmt: skip

    def __init__(self, data: Any, people: list[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["who"].choices = people  # type: ignore[attr-defined]


BY_ANOTHER = "Somebody of your name has asked about this child. Another person notes what the agency said."


class FoundForm(forms.Form):
    """Which agency said that a missing child is found. Its field stands outside it, beside what else is minded."""

    agency = Sentence(
        "Which police agency says that the child is found?", police_told.LONGEST, "As it is called. No name of a child"
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["agency"].widget.attrs["form"] = f"minded-{police_found.MISSING}"


@require_http_methods(["GET", "POST"])
@family("collection.choose")
def family_choices(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """What may be said of my child, to whom; each thing refused or allowed again with one button."""
    now = timezone.now()
    try:
        opened = open_file(student_id, by=by(request), at=now, step=request.method == "POST" or SAID in request.GET)
    except Missing:
        opened = nothing_there(by=by(request), at=now)
    if isinstance(opened, Refused):
        return nothing(request)
    if request.method == "POST":
        return _chosen(request, opened)
    return _family_page(request, opened)


def _chosen(request: HttpRequest, opened: Opened) -> HttpResponse:
    who, now = by(request), timezone.now()
    try:
        done = _act(request, opened.student, who=None, identified=False, by_=who, at=now)
    except (Missing, ValidationError):
        return _family_page(request, opened, problem=True)
    if not isinstance(done, services.Done):
        return _family_page(request, opened, problem=True)
    return redirect(f"{reverse('family_choices', args=[opened.student])}?{SAID}")


def _act(
    request: HttpRequest, student_id: UUID, *, who: UUID | None, identified: bool, by_: Any, at: Any
) -> services.Done | Refused | services.Stands:
    """Refuse the one thing the button names, or withdraw one that stands. Raises Missing and ValidationError."""
    if withdrawn := request.POST.get("withdraw", ""):
        choice = next((it for it in _all(student_id, by_) if str(it.id) == withdrawn), None)
        if choice is None:
            raise Missing
        signed = withdrawn in request.POST.getlist(SIGNED)
        return services.withdraw(choice.id, who=who, identified=identified, all_signed=signed, by=by_, at=at)
    if "paper" in request.POST:
        signed = PAPER in request.POST.getlist(SIGNED)
        return services.withdraw_paper(student_id, who=who, identified=identified, all_signed=signed, by=by_, at=at)
    kind = request.POST.get("choose", "")
    return services.choose(student_id, kind, who=who, identified=identified, by=by_, at=at)


def _all(student_id: UUID, by_: Any) -> list[Made]:
    return [it for kind in lists.of_student(student_id, by=by_) for it in kind.standing]


def _family_page(request: HttpRequest, opened: Opened, *, problem: bool = False) -> HttpResponse:
    kinds = lists.for_family(opened.student, by=by(request))
    own = getattr(request.user, "student_id", None) == opened.student
    context = {
        "student": {"name": opened.student_name, "own": own},
        "file_url": reverse("family_file", args=[opened.student]),
        "kinds": [_kind(it) for it in kinds],
        "said": SAID in request.GET,
        "problem": problem,
    }
    return render(request, "family/choices.html", context, status=422 if problem else 200)


def _kind(it: Standing) -> dict[str, Any]:
    title, says = CHOICES[it.kind]
    mine = it.mine
    return {
        "kind": it.kind,
        "title": title,
        "says": says,
        "refused": bool(it.standing) or it.on_paper,
        "on_paper": it.on_paper,
        "signed": it.signed,
        "mine": mine,
        "standing": it.standing,
        "over": it.over,
    }


@require_http_methods(["GET", "POST"])
@staff("collection.choose")
def student_choices(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """What the family has chosen; at the counter: who says so, and one button for each thing."""
    now = timezone.now()
    opened = open_file(student_id, by=by(request), at=now, step=request.method == "POST" or SAID in request.GET)
    if isinstance(opened, Refused):
        return refused(request, opened, back=reverse("students"))
    form = _counter_form(student_id, request.POST if request.method == "POST" else None)
    if request.method == "GET" or not form.is_valid():
        return _counter_page(request, opened, form)
    try:
        done = _act(request, student_id, who=UUID(form.cleaned_data["who"]), identified=True, by_=by(request), at=now)
    except ValidationError as error:
        put_on(form, error)
        return _counter_page(request, opened, form)
    here = reverse("student_choices", args=[student_id])
    if isinstance(done, Refused):
        return refused(request, done, back=here, answers=NOT_THEIRS)
    if isinstance(done, services.Stands):
        form.add_error("who", done.says)
        return _counter_page(request, opened, form)
    return redirect(f"{here}?{SAID}")


def _counter_form(student_id: UUID, sent: Any = None) -> CounterForm:
    people = [
        (str(id_), name if kind == "student" else related(name, kind))
        for id_, name, kind in lists.askers(student_id, on=timezone.localdate())
    ]
    return CounterForm(sent, people)


def _counter_page(
    request: HttpRequest, opened: Opened, form: CounterForm, found: FoundForm | None = None
) -> HttpResponse:
    who, minded = by(request), _minded(request, opened)
    # Of who has no home even a consent tells: it is for whoever keeps the file.
    standing = lists.for_family(opened.student, by=who) if minded is None else lists.of_student(opened.student, by=who)
    context = head(request, opened) | {
        "form": form,
        "kinds": [_kind(it) for it in standing],
        "said": SAID in request.GET,
        "found": found or FoundForm(),
        "minded": minded,
        "notes": services.may_note(opened.student, by=who, at=timezone.now()),
    }
    return render(request, "students/choices.html", context, status=422 if form.errors or found else 200)


def _minded(request: HttpRequest, opened: Opened) -> list[dict[str, Any]] | None:
    """What is to be minded about the student, for whoever settles it; None for everybody else."""
    found = circumstances.of_student(opened.student, by=by(request), at=timezone.now())
    if found is None:
        return None
    since = {it.kind: it.from_on for it in found if it.over_on is None}
    return [
        {"kind": kind, "title": title, "says": says, "since": since.get(kind)}
        for kind, (title, says) in CIRCUMSTANCES.items()
    ]


@require_POST
@staff("people.note")
def student_circumstance(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """Something is to be minded from today on, or no longer; of a family's card another person confirms that."""
    here = reverse("student_choices", args=[student_id])
    found = FoundForm(request.POST) if _says_found(request) else None
    if found and not found.is_valid():
        return _unsaid(request, student_id, found, here)
    try:
        done = _minding(request, student_id)
    except ValidationError as error:
        if request.POST.get("kind", "") == circumstances.CARD:
            return not_done(request, student_id, error)
        raise Missing from error
    if found and isinstance(done, police_found.ByAnother):
        found.add_error("agency", BY_ANOTHER)
        return _unsaid(request, student_id, found, here)
    if isinstance(done, Refused):
        return refused(request, done, back=here)
    return redirect(f"{here}?{SAID}")


def _says_found(request: HttpRequest) -> bool:
    return "over" in request.POST and request.POST.get("kind", "") == police_found.MISSING


def _unsaid(request: HttpRequest, student_id: UUID, found: FoundForm, here: str) -> HttpResponse:
    opened = open_file(student_id, by=by(request), at=timezone.now(), step=True)
    if isinstance(opened, Refused):
        return refused(request, opened, back=here)
    if not any(it["kind"] == police_found.MISSING and it["since"] for it in _minded(request, opened) or ()):
        raise Missing  # the page was read before somebody else said it
    found.data = without_what_is_kept_out(found)
    return _counter_page(request, opened, _counter_form(student_id), found)


def _minding(request: HttpRequest, student_id: UUID) -> Done | Refused | police_found.ByAnother:
    """Raises Missing and ValidationError."""
    who, now, kind = by(request), timezone.now(), request.POST.get("kind", "")
    if "kept" in request.POST:
        return circumstances.keep(student_id, by=who, at=now)
    if _says_found(request):
        return police_found.found(student_id, request.POST.get("agency", ""), by=who, at=now)
    if "over" in request.POST:
        how, said_on = request.POST.get("how", ""), day_said(request.POST, "said_on")
        return circumstances.end(student_id, kind, how=how, said_on=said_on, by=who, at=now)
    return circumstances.note(student_id, kind, by=who, at=now)
