"""The district's school calendar: a school year's breaks and closed days, entered one by one or as a list."""

from __future__ import annotations

from hashlib import sha256
from itertools import groupby
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from fileroom.collection.imports.faults import BundleRefused
from fileroom.law.days import school_year
from fileroom.programmes.calendar import bringing, desk, entering
from fileroom.programmes.calendar.bringing import Brought, bring_calendar
from fileroom.programmes.calendar.entries import Entry, Kind, Standing
from fileroom.programmes.calendar.listed import LARGEST
from fileroom.programmes.notices.years import year_said
from fileroom.web.faults import put_on
from fileroom.web.gates import by, staff
from fileroom.web.once import once
from fileroom.web.written import Sentence

MOVED = "calendar_moved"  # of the session: how many last days the act has moved that led back to the page
NO_DAY = {"required": "Choose the day.", "invalid": "Write the day like 2026-12-21."}
CHOOSE = {"required": "Choose what it is.", "invalid_choice": "Choose what it is."}
KINDS = (
    (Kind.CLOSED, "A holiday or closure: the office is closed all day"),
    (Kind.FALL, "Fall break"),
    (Kind.WINTER, "Winter break"),
    (Kind.SPRING, "Spring break"),
    (Kind.SUMMER, "Summer break"),
    (Kind.OTHER, "No school, the office is open"),
)
SHORT = dict(KINDS) | {Kind.CLOSED: "Closed", Kind.OTHER: "No school"}
FIELDS = {"from": "from_on", "to": "to_on"}  # of a form, by what the service calls them


class DayForm(forms.Form):
    """One break or closed spell."""

    kind = forms.ChoiceField(
        label="What it is", choices=[("", "Choose"), *((it.value, says) for it, says in KINDS)], error_messages=CHOOSE
    )
    from_on = forms.DateField(
        label="First day", error_messages=NO_DAY, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    to_on = forms.DateField(
        label="Last day", required=False, error_messages=NO_DAY, help_text="Empty: one day.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip
    name = Sentence("Its name", 80, "Labor Day, staff development.", required=False)

    def entry(self) -> Entry:
        """As it was sent, once it is valid."""
        said = self.cleaned_data
        first, name = said["from_on"], " ".join(said["name"].split())
        return Entry(Kind(said["kind"]), first, said["to_on"] or first, name)


class ListForm(forms.Form):
    """A school year as a list: pasted, or a file."""

    rows = forms.CharField(
        label="Paste the list", required=False, max_length=LARGEST, strip=False,
        widget=forms.Textarea(attrs={"rows": 7, "spellcheck": "false", "autocomplete": "off"}),
    )  # fmt: skip
    file = forms.FileField(label="Or choose the file", required=False, widget=forms.FileInput(attrs={"accept": ".csv"}))

    def text(self) -> str:
        """What was brought. Raises ValidationError."""
        upload = self.cleaned_data["file"]
        if upload is None:
            return str(self.cleaned_data["rows"])
        try:
            return str(upload.read(4 * LARGEST).decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise ValidationError("Save the file as CSV in UTF-8, or paste its rows.") from None


@require_http_methods(["GET", "POST"])
@staff("programmes.enter_days")
def school_calendar(request: HttpRequest) -> HttpResponse:
    """A school year as it stands; a post enters a break or a closed spell."""
    if request.method == "GET":
        return _page(request, _year(request.GET.get("year", "")))
    form = DayForm(request.POST)
    if form.is_valid():
        entry = form.entry()
        try:
            return _back(request, entry, entering.enter_days(once(request), entry, by=by(request), at=timezone.now()))
        except ValidationError as error:
            put_on(form, error, FIELDS)
    return _page(request, _year(request.POST.get("year", "")), form=form, status=422)


@require_http_methods(["GET", "POST"])
@staff("programmes.correct_days")
def calendar_day(request: HttpRequest, day_id: UUID) -> HttpResponse:
    """One of them: corrected, or taken away."""
    who, now = by(request), timezone.now()
    it = desk.one(day_id, by=who, at=now)
    if request.POST.get("act") == "take_away":
        return _back(request, it.entry, entering.take_days_away(day_id, by=who, at=now))
    sent = request.POST if request.method == "POST" else None
    form = DayForm(sent, initial=vars(it.entry) | {"kind": it.entry.kind.value})
    if form.is_valid():
        try:
            return _back(request, form.entry(), entering.correct_days(day_id, form.entry(), by=who, at=now))
        except ValidationError as error:
            put_on(form, error, FIELDS)
    context = {"form": form, "title": _title(it), "year": school_year(it.entry.from_on)}
    return render(request, "district/calendar_day.html", context, status=422 if form.errors else 200)


@require_POST
@staff("programmes.complete_year")
def calendar_whole(request: HttpRequest) -> HttpResponse:
    """Say that a school year is whole, or take that back."""
    year = _year(request.POST.get("year", "")) or 0
    act = entering.reopen_year if request.POST.get("act") == "reopen" else entering.complete_year
    try:
        request.session[MOVED] = act(year, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, year, problems=error.messages, status=422)
    return redirect(f"{reverse('school_calendar')}?year={year}")


@require_POST
@staff("programmes.bring_calendar")
def calendar_list(request: HttpRequest) -> HttpResponse:
    """A whole school year as a list: what it would do; and then, where it is the one that was looked at, its entry."""
    form, text = ListForm(request.POST, request.FILES), ""
    try:
        if not form.is_valid():
            raise ValidationError("This is longer than a school year’s calendar.")
        text = form.text()
        seen = sha256(text.replace("\r\n", "\n").encode()).hexdigest()
        takes = request.POST.get("seen") == seen
        found = bring_calendar(text, dry_run=not takes, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _listed(request, form.data.get("rows", "")[:LARGEST], says=error.messages)
    except BundleRefused as refused:
        return _listed(request, text, problems=refused.problems)
    if takes:
        request.session[MOVED] = found.moved
        return redirect(f"{reverse('school_calendar')}?year={found.year}")
    return _listed(request, text, seen=seen, found=_tried(found))


def _listed(request: HttpRequest, text: str, **context: Any) -> HttpResponse:
    context |= {"form": ListForm(initial={"rows": text})}
    return render(request, "district/calendar_list.html", context, status=200 if "found" in context else 422)


def _tried(found: Brought) -> dict[str, Any]:
    return {
        "year": year_said(found.year), "there": found.there, "remarks": bringing.remarks(found),
        "rows": [{"entry": it, "what": SHORT[it.kind], "name": it.name} for it in found.new],
    }  # fmt: skip


def _back(request: HttpRequest, entry: Entry, moved: int) -> HttpResponse:
    request.session[MOVED] = moved
    return redirect(f"{reverse('school_calendar')}?year={school_year(entry.from_on)}")


def _year(said: str) -> int | None:
    """The school year that is asked for, by the calendar year in which it begins; what is no year is today's."""
    return int(said) if said.isascii() and said.isdecimal() and len(said) == len("2026") else None


def _page(
    request: HttpRequest, year: int | None, *, form: DayForm | None = None, problems: Any = (), status: int = 200
) -> HttpResponse:
    found = desk.page(year, by=by(request), at=timezone.now())
    months = groupby(found.standing, lambda it: it.entry.from_on.replace(day=1))
    context = {
        "page": found, "said": year_said(found.year), "form": form or DayForm(None), "problems": problems,
        "list": ListForm(), "years": [(it, year_said(it)) for it in found.years],
        "months": [(month, [_row(it) for it in these]) for month, these in months],
        "moved": request.session.pop(MOVED, None) if request.method == "GET" else None,
    }  # fmt: skip
    return render(request, "district/calendar.html", context, status=status)


def _row(it: Standing) -> dict[str, Any]:
    return {"id": it.id, "entry": it.entry, "what": SHORT[it.entry.kind], "title": _title(it)}


def _title(it: Standing) -> str:
    return it.entry.name or SHORT[it.entry.kind]
