"""Directory information: the Board's decision, the year's notice, the register of lists; and the public's page."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.collection.choices import confirming
from fileroom.disclosure.directory import barred, policy, register
from fileroom.disclosure.directory.policy import FIELDS as ELEVEN
from fileroom.disclosure.directory.policy import PURPOSES as MAY_SERVE
from fileroom.disclosure.directory.policy import Adopted, Text
from fileroom.disclosure.directory.sheets import KEPT_HERE
from fileroom.people.answers import FormUsed, Missing
from fileroom.programmes.settings.services import directory_notice_days, refusal_days
from fileroom.web.counted import CountedForm
from fileroom.web.directory_words import ASIDE, ASIDE_ELSE, CHOICES, FIELDS, NAMED_ONCE, PURPOSES, RECIPIENTS
from fileroom.web.faults import put_on
from fileroom.web.gates import by, public, staff
from fileroom.web.lists import words
from fileroom.web.once import once
from fileroom.web.written import LONGEST, nothing_kept_out

NOTICE = "choices_notice"  # session key: what became of the last list of choices, shown once
LONGEST_NUMBER = 6
NO_DAY = {"required": "Write the day.", "invalid": "Write the day like 2026-11-20."}
SOME = {"required": "Choose at least one.", "invalid_choice": "Choose from the list."}


def _day(label: str, help_text: str = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"})
    return forms.DateField(label=label, help_text=help_text, error_messages=NO_DAY, widget=widget)


def _several(label: str, choices: Any) -> forms.MultipleChoiceField:
    box = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, choices=choices, widget=box, error_messages=SOME)


class PolicyForm(forms.Form):
    """What the Board has decided, at which meeting."""

    adopted_on = _day("The day of the meeting")
    meeting = forms.CharField(
        label="Which meeting", max_length=LONGEST, validators=[nothing_kept_out],
        help_text="As the minutes call it: Regular meeting of the Board",
        error_messages={"required": "Say which meeting it was."},
    )  # fmt: skip
    categories = _several("What may be released", [(it.value, FIELDS[it.value]) for it in ELEVEN])
    recipients = _several("To whom", [*RECIPIENTS.items()])
    purposes = _several("What for", [(it.value, PURPOSES[it.value]) for it in MAY_SERVE])
    screenings = forms.BooleanField(
        label="Students without a fixed home may be named for the free eye and oral-health screenings (Ed. Code"
        " 49073(c)(2))",
        required=False,
    )


class NoticeForm(forms.Form):
    """When the families were told, and until when they may refuse before the first list."""

    given_on = _day("The families had the notice on")
    refuse_by = _day("They were asked to refuse by", "From the day after, lists may be made")


class BarForm(forms.Form):
    """Who misused information about students, and until when they have none."""

    name = forms.CharField(
        label="Their name", max_length=LONGEST, validators=[nothing_kept_out],
        help_text="As they sign a request: Mesa Private College", error_messages={"required": "Write their name."},
    )  # fmt: skip
    found_on = _day("Found on")
    until_on = forms.DateField(
        label="Until", required=False, error_messages=NO_DAY,
        help_text="Empty: two years, as of a private school or college. Others: ask counsel (34 CFR 99.67). Entered"
        " wrongly: enter the same name again, with the right days.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )  # fmt: skip


@require_GET
@staff("disclosure.lists", opens=register.may_open)
def directory(request: HttpRequest) -> HttpResponse:
    """The policy as it stands, and the lists that were made."""
    who, now = by(request), timezone.now()
    today = timezone.localdate()
    number = _number(request)
    page = register.lists(number, by=who, at=now)
    in_force = policy.in_force(today)
    context = {
        "policy": _told(in_force) if in_force else None,
        "open": in_force is not None and in_force.notice_given(today),
        "lists": [words(it) for it in page.lists],
        "newer_url": f"?page={number - 1}" if number > 1 else "",
        "older_url": f"?page={number + 1}" if page.older else "",
        "may_enter": policy.may_enter(who, today),
        "waiting": _how_many_wait(request),
    }
    return render(request, "directory/directory.html", context)


def _number(request: HttpRequest) -> int:
    """Which page of the lists: the first for whatever is no number of one."""
    said = request.GET.get("page", "")
    return max(int(said), 1) if said.isascii() and said.isdigit() and len(said) < LONGEST_NUMBER else 1


def _how_many_wait(request: HttpRequest) -> int:
    """Lists of another system's that this account could agree to."""
    try:
        return len(confirming.waiting(by=by(request), at=timezone.now()))
    except Missing:
        return 0


@require_http_methods(["GET", "POST"])
@staff("disclosure.adopt")
def directory_policy(request: HttpRequest) -> HttpResponse:
    """Enter what a meeting of the Board has decided; below, all there was before."""
    _designated(request)
    form = PolicyForm(request.POST) if request.method == "POST" else PolicyForm(initial=_initial())
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        text = Text(
            said["adopted_on"], said["meeting"], tuple(said["categories"]), tuple(said["recipients"]),
            tuple(said["purposes"]), said["screenings"],
        )  # fmt: skip
        try:
            policy.adopt(once(request), text, notice_days=directory_notice_days(), by=by(request), at=timezone.now())
        except (FormUsed, ValidationError) as error:
            put_on(form, error, {"fields": "categories"})
        else:
            return redirect("directory_policy")
    return _policy_page(request, form, NoticeForm())


@require_POST
@staff("disclosure.give_notice")
def directory_notice(request: HttpRequest) -> HttpResponse:
    """The year's notice was given."""
    _designated(request)
    form = NoticeForm(request.POST)
    if form.is_valid():
        try:
            policy.give_notice(
                once(request), **form.cleaned_data, at_least=refusal_days(), by=by(request), at=timezone.now()
            )
        except (FormUsed, ValidationError) as error:
            put_on(form, error, {"fields": "categories"})
        else:
            return redirect("directory_policy")
    return _policy_page(request, PolicyForm(initial=_initial()), form)


@require_POST
@staff("disclosure.bar")
def bar_recipient(request: HttpRequest) -> HttpResponse:
    """Somebody misused it, and has none for a time."""
    _designated(request)
    form = BarForm(request.POST)
    if form.is_valid():
        try:
            barred.bar(once(request), **form.cleaned_data, by=by(request), at=timezone.now())
        except (FormUsed, ValidationError) as error:
            put_on(form, error)
        else:
            return redirect("directory_policy")
    return _policy_page(request, PolicyForm(initial=_initial()), NoticeForm(), form)


def _policy_page(
    request: HttpRequest, form: PolicyForm, notice: NoticeForm, bar: BarForm | None = None
) -> HttpResponse:
    today = timezone.localdate()
    versions = policy.versions(today)
    in_force = policy.in_force(today)
    context = {
        "form": form,
        "notice": notice,
        "bar": bar or BarForm(),
        "barred": barred.barred(today),
        "versions": [_told(it) for it in versions],
        "policy": _told(in_force) if in_force else None,
        "open": in_force is not None and in_force.notice_given(today),
    }
    return render(request, "directory/policy.html", context, status=422 if form.errors or notice.errors or bar else 200)


def _designated(request: HttpRequest) -> None:
    if not policy.may_enter(by(request), timezone.localdate()):
        raise Missing


def _initial() -> dict[str, Any]:
    """A new decision begins with what holds: a meeting changes a little."""
    it = policy.in_force(timezone.localdate())
    if it is None:
        return {}
    return {
        "categories": [str(each) for each in it.fields], "recipients": [str(each) for each in it.recipients],
        "purposes": [str(each) for each in it.purposes], "screenings": it.screenings,
    }  # fmt: skip


def _told(it: Adopted) -> dict[str, Any]:
    return {
        "version": it.version, "adopted_on": it.adopted_on, "meeting": it.meeting,
        "fields": [FIELDS[each] for each in it.fields],
        "not_kept": [FIELDS[each] for each in it.fields if each not in KEPT_HERE],
        "recipients": [{**RECIPIENTS, **NAMED_ONCE}.get(each, each) for each in it.recipients],
        "purposes": [PURPOSES.get(each, each) for each in it.purposes],
        "given_on": it.given_on, "refuse_by": it.refuse_by, "screenings": it.screenings,
    }  # fmt: skip


class CountedChoicesForm(CountedForm):
    """And which of the rows that were set aside they have seen to."""

    seen_to = forms.MultipleChoiceField(
        label="Which of the rows that were set aside have you seen to?",
        help_text="Look each up in the list. Enter the refusal at the student, Choices; or it is of nobody here",
        required=False, widget=forms.CheckboxSelectMultiple, error_messages=SOME,
    )  # fmt: skip

    def __init__(self, data: Any, of: UUID, waiting: confirming.Waiting | None) -> None:
        super().__init__(data, auto_id=f"id_{of}_%s")
        if waiting is None or not waiting.aside or waiting.too_many:
            del self.fields["seen_to"]
            return
        asked: Any = self.fields["seen_to"]
        asked.needed = True
        asked.choices = [(str(it.row), f"Row {it.row}: {ASIDE.get(it.code, ASIDE_ELSE)}") for it in waiting.aside]

    def said(self) -> dict[str, Any]:
        """What the service is told."""
        seen_to = [int(it) for it in self.cleaned_data.get("seen_to", ())]
        return {"counted": self.cleaned_data["counted"], "seen_to": seen_to}


@require_GET
@staff("collection.waiting")
def waiting_choices(request: HttpRequest) -> HttpResponse:
    """Lists of choices from another system that wait for a second person."""
    return _waiting_page(request)


def _waiting_page(request: HttpRequest, form: CountedChoicesForm | None = None, of: UUID | None = None) -> HttpResponse:
    rows = [
        {
            "id": it.id, "brought_at": it.brought_at, "mine": it.mine, "stood": it.stood, "aside": len(it.aside),
            "too_many": it.too_many, "kinds": [(CHOICES[kind][0], number) for kind, number in it.kinds],
            "form": form if form is not None and it.id == of else CountedChoicesForm(None, it.id, it),
        }
        for it in confirming.waiting(by=by(request), at=timezone.now())
    ]  # fmt: skip
    context = {"rows": rows, "form": form, "notice": request.session.pop(NOTICE, None)}
    return render(request, "directory/choices.html", context, status=422 if form else 200)


@require_POST
@staff("collection.confirm")
def confirm_choices(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Agree to them, or turn them back."""
    who, now = by(request), timezone.now()
    waits = next((it for it in confirming.waiting(by=who, at=now) if it.id == batch_id), None)
    form = CountedChoicesForm(request.POST, batch_id, waits)
    try:
        if "back" in request.POST:
            confirming.turn_back(batch_id, by=who, at=now)
            request.session[NOTICE] = {"back": True}
            return redirect("waiting_choices")
        if form.is_valid():
            request.session[NOTICE] = asdict(confirming.confirm(batch_id, **form.said(), by=who, at=now))
            return redirect("waiting_choices")
    except ValidationError as error:
        put_on(form, error, {"fields": "categories"})
    return _waiting_page(request, form, batch_id)


@require_GET
@public("each family is to know what may be released, to whom, and how to refuse; the page names nobody")
def directory_information(request: HttpRequest) -> HttpResponse:
    """What may be released about a student, to whom, and how a family refuses."""
    in_force = policy.in_force(timezone.localdate())
    told = _told(in_force) if in_force else None
    return render(request, "public/directory_information.html", {"policy": told})
