"""What may show a family's status: the page of marks, a mark on one record, and a second look at one copy."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.disclosure.marks import asking, looks, marking, register
from fileroom.disclosure.marks.looks import Earlier, Look, Rests
from fileroom.disclosure.marks.register import Copy, Weighed
from fileroom.law import PaperKind
from fileroom.law.catalogue import CATALOGUE
from fileroom.people.answers import Refused
from fileroom.web.desk import NOT_YOURS, refused
from fileroom.web.gates import by, staff
from fileroom.web.law_book import surety
from fileroom.web.mark_words import BEARS, SHORT, STATES, STEPS
from fileroom.web.once import once
from fileroom.web.purpose_words import WHY
from fileroom.web.release_words import CERTIFICATES, PAPERS

A_PAPER = {**PAPERS, **CERTIFICATES, PaperKind.CONSENT: "A consent"}
VERDICTS = (
    ("clear", "It may go: whoever gets it needs it, and may have it"),
    ("leave_out", "It is left out: they do not need it"),
)


@require_GET
@staff("disclosure.marks_page", opens=register.may_open)
def marks(request: HttpRequest) -> HttpResponse:
    """What is marked, by which law, how the district weighs it, and the last copies it held up."""
    return _marks(request)


def _marks(request: HttpRequest, problems: Any = (), status: int = 200) -> HttpResponse:
    page = register.marks_page(by=by(request), at=timezone.now())
    context = {
        "marks": [_mark(it) for it in page.marks], "copies": [_copy(it) for it in page.copies], "by_hand": page.by_hand,
        "may_choose": page.may_choose, "problems": problems,
    }  # fmt: skip
    return render(request, "marks/marks.html", context, status=status)


def _mark(it: Weighed) -> dict[str, Any]:
    other = next((bears for bears in BEARS if bears is not it.bears), it.bears)
    return {
        "code": it.mark.code, "title": it.mark.title, "says": it.mark.says, "citation": it.mark.citation.text,
        "surety": surety(it.mark.citation), "bears": BEARS[it.bears], "chip": SHORT[it.bears],
        "open": it.mark.open_to_choice,
        "other": other.value, "other_says": BEARS[other], "chosen_at": it.chosen_at, "chosen_by": it.chosen_by,
    }  # fmt: skip


def _copy(it: Copy) -> dict[str, Any]:
    kind, says = STATES[it.state]
    waits = it.state == "waits" and not it.mine
    return {
        "title": it.mark.title, "step": STEPS[it.step], "kind": kind, "state": says, "asked_at": it.asked_at,
        "asked_by": it.asked_by, "looked_at": it.looked_at, "looked_by": it.looked_by,
        "url": reverse("marked_copy", args=[it.id]) if waits else "",
        "recall": reverse("recall_copy", args=[it.id]) if it.state == "waits" and it.mine else "",
    }  # fmt: skip


@require_POST
@staff("disclosure.choose")
def weigh_mark(request: HttpRequest) -> HttpResponse:
    """Weigh a mark that rests on memory otherwise."""
    given = request.POST.get("mark", ""), request.POST.get("bears", "")
    try:
        register.choose(once(request), *given, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _marks(request, error.messages, 422)
    return redirect("marks")


@require_POST
@staff("disclosure.put_on")
def mark_record(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """Mark this record: something told in it may show a family's status."""
    because = request.POST.get("because", "")
    try:
        done = marking.put_on(once(request), record_id, because, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _problem(request, record_id, error)
    return _back_to(request, record_id, done)


@require_POST
@staff("disclosure.take_off")
def unmark_record(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """Propose that a person's mark comes off, or take off what another has proposed."""
    who, now = by(request), timezone.now()
    try:
        if "propose" in request.POST:
            done = marking.propose_off(record_id, request.POST.get("because", ""), by=who, at=now)
        else:
            done = marking.take_off(record_id, by=who, at=now)
    except ValidationError as error:
        return _problem(request, record_id, error)
    return _back_to(request, record_id, done)


def _back_to(request: HttpRequest, record_id: UUID, done: UUID | Refused) -> HttpResponse:
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("students"), answers=NOT_YOURS)
    return redirect("record", record_id=record_id)


def _problem(request: HttpRequest, record_id: UUID, error: ValidationError) -> HttpResponse:
    return _invalid(request, error, reverse("record", args=[record_id]))


def _invalid(request: HttpRequest, error: ValidationError, back: str) -> HttpResponse:
    context = {"layout": "desk.html", "problems": [{"says": it} for it in error.messages], "back_url": back}
    return render(request, "invalid.html", context, status=422)


@require_GET
@staff("disclosure.read")
def marked_copy(request: HttpRequest, copy_id: UUID) -> HttpResponse:
    """What a custodian is asked to look at."""
    return _look(request, copy_id)


@require_POST
@staff("disclosure.decide")
def decide_copy(request: HttpRequest, copy_id: UUID) -> HttpResponse:
    """Let it go, or leave it out."""
    try:
        done = looks.decide(copy_id, request.POST.get("verdict", ""), by=by(request), at=timezone.now())
    except ValidationError as error:
        return _look(request, copy_id, error.messages, 422)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("today"))
    return redirect("marked_copy", copy_id=copy_id)


@require_POST
@staff("disclosure.recall")
def recall_copy(request: HttpRequest, copy_id: UUID) -> HttpResponse:
    """Whoever asked for a look no longer does."""
    try:
        record = asking.recall(copy_id, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _invalid(request, error, reverse("today"))
    return redirect("release_copy", record_id=record)


def _look(request: HttpRequest, copy_id: UUID, problems: Any = (), status: int = 200) -> HttpResponse:
    found = looks.read(copy_id, by=by(request), at=timezone.now())
    if isinstance(found, Refused):
        return refused(request, found, back=reverse("today"))
    return render(request, "marks/copy.html", _told(found) | {"problems": problems}, status=status)


def _told(it: Look) -> dict[str, Any]:
    kind, says = STATES[it.state]
    return {
        "rests": _rests(it.rests) if it.rests else "", "earlier": [_earlier(each) for each in it.earlier],
        "it": it, "title": it.item.title.en, "why": it.mark.title, "says": it.mark.says,
        "citation": it.mark.citation.text, "purpose": WHY.get(it.purpose, it.purpose.replace("_", " ").capitalize()),
        "verdicts": VERDICTS[1:] if it.gone else VERDICTS, "state": says, "state_kind": kind,
        "open": it.state == "waits",
    }  # fmt: skip


def _earlier(it: Earlier) -> dict[str, Any]:
    kind, says = STATES[it.state]
    return {
        "kind": kind, "state": says, "asked_by": it.asked_by, "asked_at": it.asked_at, "looked_by": it.looked_by,
        "looked_at": it.looked_at, "url": "" if it.mine else reverse("marked_copy", args=[it.id]),
    }  # fmt: skip


def _rests(it: Rests) -> str:
    """`A consent. It names: Place of birth. It is for: Dana Roe.`"""
    kind = PaperKind(it.kind) if it.kind else None
    said = "No paper" if kind is None else A_PAPER.get(kind, kind.value.replace("_", " ").capitalize())
    titles = [CATALOGUE[code].title.en if code in CATALOGUE else code for code in it.names or ()]
    names = "all records" if it.names is None else ", ".join(titles) or "no record"
    told = (
        said,
        f"It names: {names}" if kind and kind not in CERTIFICATES else "",
        f"It is for: {it.to}" if it.to else "",
    )
    return " ".join(f"{each}." for each in told if each)
