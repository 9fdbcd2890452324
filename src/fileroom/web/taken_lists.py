"""Take this list: what for, how many it names, a second person where it is long, and the file, made once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.disclosure.exports import lists as exported
from fileroom.disclosure.exports import register
from fileroom.disclosure.exports.asking import Asks
from fileroom.disclosure.exports.files import CSV, MOST_ON_PAPER, PDF
from fileroom.disclosure.exports.lifecycle import State, Stopped
from fileroom.disclosure.exports.register import Taken
from fileroom.disclosure.exports.sources import LONGEST, Source, StaffWork
from fileroom.law import Purpose
from fileroom.people.answers import Missing
from fileroom.programmes.office_lists import SOURCES
from fileroom.web.directory_words import STATES
from fileroom.web.gates import by, staff
from fileroom.web.letterheads import letterhead
from fileroom.web.lists import handed_over
from fileroom.web.once import once
from fileroom.web.purpose_words import WHY

CHOOSE = {"required": "Choose one.", "invalid_choice": "Choose one of the list."}
STAFF = {it.value: f"For {says}" for it, says in exported.WORK.items()}
NOTICE = "taken_notice"  # session key: what became of the last act on a list, shown once


class PurposeForm(forms.Form):
    """What it is taken for."""

    purpose = forms.ChoiceField(
        label="What do you take it for?", error_messages=CHOOSE, widget=forms.RadioSelect,
        help_text="For the school’s own work. What goes to somebody outside is a list of directory information.",
    )  # fmt: skip

    def __init__(self, data: Any, purposes: Mapping[Purpose, str] | Mapping[StaffWork, str]) -> None:
        super().__init__(data)
        if any(isinstance(it, StaffWork) for it in purposes):
            self.fields[
                "purpose"
            ].help_text = "For the work of the district’s own office. It is handed to nobody outside."
        said = [(it.value, words[:1].upper() + words[1:]) for it, words in purposes.items()]
        self.fields["purpose"].choices = said  # type: ignore[attr-defined]


def way_to_take(source: str, words: str = "") -> str:
    """The address of *Take this list*, for a page that shows one."""
    return f"{reverse('take_list')}?{urlencode({'list': source, 'words': words} if words else {'list': source})}"


def _source(code: str) -> Source:
    if code not in SOURCES:
        raise Missing
    return SOURCES[code]


@require_http_methods(["GET", "POST"])
@staff("disclosure.prepare")
def take_list(request: HttpRequest) -> HttpResponse:
    """Ask for a list. Nothing leaves yet: the next page says how many it names."""
    sent = request.POST if request.method == "POST" else request.GET
    source, words, who = _source(sent.get("list", "")), sent.get("words", "").strip()[:LONGEST], by(request)
    purposes = exported.may_state(source, by=who, at=timezone.now())
    form = PurposeForm(request.POST if request.method == "POST" else None, purposes)
    if form.is_bound and form.is_valid():
        asks = Asks(source, words if source.asks else "", source.purpose(form.cleaned_data["purpose"]))
        above = settings.LISTS_SECOND_ABOVE
        try:
            within, now = settings.LISTS_SECOND_WITHIN, timezone.now()
            done = exported.prepare(once(request), asks, second_above=above, within=within, by=who, at=now)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            return redirect("taken_list", taken_id=done.id)
    context = {
        "form": form, "title": source.title, "heads": source.heads, "list": source.code, "words": words,
        "of_words": words if source.code == "students" else "", "none": not purposes, "staff": source.of_staff,
    }  # fmt: skip
    return render(request, "lists/take.html", context, status=422 if form.errors else 200)


@require_GET
@staff("disclosure.taken")
def taken_lists(request: HttpRequest) -> HttpResponse:
    """The register."""
    rows = [_words(it) for it in register.taken(SOURCES, by=by(request), at=timezone.now())]
    return render(request, "lists/register.html", {"lists": rows, "second_above": settings.LISTS_SECOND_ABOVE})


@require_GET
@staff("disclosure.one")
def taken_list(request: HttpRequest, taken_id: UUID) -> HttpResponse:
    """How many it names, and what can be done with it."""
    return _page(request, taken_id)


def _page(request: HttpRequest, taken_id: UUID, problems: Any = (), status: int = 200) -> HttpResponse:
    it = register.one(taken_id, SOURCES, by=by(request), at=timezone.now())
    found = it.entered
    context = {
        "it": _words(it), "ready": found.state == State.READY and found.mine, "waits": found.state == State.WAITS,
        "open": found.state in (State.READY, State.WAITS), "may_agree": it.may_agree,
        "paper": found.size <= MOST_ON_PAPER,
        "second_above": settings.LISTS_SECOND_ABOVE, "problems": problems, "notice": request.session.pop(NOTICE, ""),
        "again": way_to_take(it.source, it.words),
    }  # fmt: skip
    return render(request, "lists/list.html", context, status=status)


def _words(it: Taken) -> dict[str, Any]:
    """A list of the register, in words. By which words it was filtered is told nobody: they may be a name."""
    found = it.entered
    chip, says = STATES[found.state]
    return {
        "id": found.id, "title": SOURCES[it.source].title if it.source in SOURCES else it.source, "code": found.code,
        "by": found.recipient, "purpose": STAFF.get(found.purpose) or WHY.get(found.purpose, found.purpose),
        "basis": found.basis,
        "heads": found.fields, "size": found.size, "chip": chip, "state": says, "form": found.form.upper(),
        "prepared_at": found.prepared_at, "approved_by": found.approved_by, "closed_at": found.closed_at,
        "expires_at": found.expires_at, "mine": found.mine, "school": found.school,
        "staff": it.source in SOURCES and SOURCES[it.source].of_staff,
    }  # fmt: skip


@require_POST
@staff("disclosure.approve")
def agree_to_list(request: HttpRequest, taken_id: UUID) -> HttpResponse:
    """A second person agrees."""
    return _done(request, taken_id, exported.approve)


@require_POST
@staff("disclosure.stop")
def stop_taken_list(request: HttpRequest, taken_id: UUID) -> HttpResponse:
    """It is not wanted any more."""
    return _done(request, taken_id, exported.stop)


def _done(request: HttpRequest, taken_id: UUID, act: Any) -> HttpResponse:
    who, now = by(request), timezone.now()
    source = _source(register.one(taken_id, SOURCES, by=who, at=now).source)
    try:
        act(taken_id, source, by=who, at=now)
    except ValidationError as error:
        return _page(request, taken_id, error.messages, status=422)
    return redirect("taken_list", taken_id=taken_id)


@require_POST
@staff("disclosure.hand_over")
def list_file(request: HttpRequest, taken_id: UUID) -> HttpResponse:
    """The file, made now for whom the law names now; or the page that says it has to be prepared anew."""
    form, who, now, above = request.POST.get("form", ""), by(request), timezone.now(), settings.LISTS_SECOND_ABOVE
    source = _source(register.one(taken_id, SOURCES, by=who, at=now).source)
    if form not in (CSV, PDF):
        return _page(request, taken_id, ["Choose a spreadsheet or a PDF."], status=422)
    try:
        done = exported.hand_over(
            taken_id, source, form=form, head=letterhead(request), second_above=above, by=who, at=now
        )
    except ValidationError as error:
        return _page(request, taken_id, error.messages, status=422)
    if isinstance(done, Stopped):
        request.session[NOTICE] = "changed"
        return redirect("taken_list", taken_id=taken_id)
    return handed_over(done)
