"""What is done on the page of an incident. Each act comes back to it, or says on it what stands against the act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_GET, require_POST

from fileroom.people.answers import Refused
from fileroom.programmes.incidents import closing, desk, exercises, languages, notice_texts, people, sending, services
from fileroom.programmes.incidents.languages import How
from fileroom.programmes.incidents.services import Answer
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.incident_form import KnownForm
from fileroom.web.incident_sent import SentForm
from fileroom.web.incidents import incident_page
from fileroom.web.letterheads import letterhead
from fileroom.web.once import once
from fileroom.web.pdf import as_pdf

NOT_OWED = {"must": "Not yet", "may": "Not yet", "no": "Not as it is", "more": "Needs more"}


@require_POST
@staff("programmes.assess")
def assess(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """What is known by now."""
    form = KnownForm(request.POST)
    if not form.is_valid():
        return incident_page(request, incident_id, known=form, status=422)
    going_on, seen = Answer(form.cleaned_data["going_on"]), parse_datetime(request.POST.get("seen", "")[:40])
    return acted(
        request,
        incident_id,
        lambda: services.assess(
            incident_id, form.known(), form.systems_chosen(), going_on, seen=seen, by=by(request), at=timezone.now()
        ),
        known=form,
    )


@require_POST
@staff("programmes.write")
def write(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """More is written down, and sealed."""
    text = request.POST.get("text", "")
    return acted(
        request,
        incident_id,
        lambda: services.write(once(request), incident_id, text, by=by(request), at=timezone.now()),
        typed={"form": "text", "text": text},
    )


@require_POST
@staff("programmes.read")
def read(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """What was written down, opened; an act with its line."""
    notes = desk.read(incident_id, by=by(request), at=timezone.now())
    opened = [{"at": it.written_at, "by": name, "text": " ".join(it.fields.values())} for it, name in notes]
    return incident_page(request, incident_id, opened=opened)


@require_POST
@staff("programmes.hand_to")
def hand(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Put it in somebody's hands."""
    return acted(request, incident_id, lambda: _hand(request, incident_id))


def _hand(request: HttpRequest, incident_id: UUID) -> None:
    try:
        given = request.POST.get("employee", "")
        employee = UUID(given) if given else None
    except ValueError:
        raise ValidationError("Choose somebody who works here.") from None
    services.hand_to(incident_id, employee, by=by(request), at=timezone.now())


@require_POST
@staff("programmes.done")
def done(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Something that was owed is done."""
    rule, part = request.POST.get("rule", "")[:200], request.POST.get("part", "")[:40]
    return acted(
        request, incident_id, lambda: services.done(incident_id, rule, part, by=by(request), at=timezone.now())
    )


@require_POST
@staff("programmes.in_their_language")
def in_language(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """How the families of a language have the notice in it."""
    return acted(request, incident_id, lambda: _in_language(request, incident_id))


def _in_language(request: HttpRequest, incident_id: UUID) -> UUID:
    try:
        how = How(request.POST.get("how", ""))
    except ValueError:
        raise ValidationError("Choose how they have it in their language.") from None
    language = request.POST.get("language", "")[:40]
    return languages.in_their_language(incident_id, language, how, by=by(request), at=timezone.now())


@require_POST
@staff("programmes.close")
def close(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """It is closed, if nothing blocks it."""
    return acted(request, incident_id, lambda: closing.close(incident_id, by=by(request), at=timezone.now()))


@require_POST
@staff("programmes.learn")
def lessons(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """What an exercise has taught."""
    text = request.POST.get("lessons", "")
    return acted(
        request,
        incident_id,
        lambda: exercises.learn(once(request), incident_id, text, by=by(request), at=timezone.now()),
        typed={"form": "lessons", "lessons": text},
    )


@require_POST
@staff("programmes.write_notice")
def notice_text(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """The notice's own words, in both languages."""
    fields = {name: request.POST.get(name, "") for name in notice_texts.FIELDS}
    return acted(
        request,
        incident_id,
        lambda: notice_texts.write_notice(
            once(request), incident_id, fields, plain="plain" in request.POST, by=by(request), at=timezone.now()
        ),
        typed=fields | {"form": "notice"},
    )


@require_POST
@staff("programmes.words")
def notice_words(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """The notice's own words as they stand, in their fields, to be corrected."""
    try:
        words = notice_texts.words(incident_id, by=by(request), at=timezone.now())
    except ValidationError as error:
        return incident_page(request, incident_id, problems=error.messages, status=422)
    return incident_page(request, incident_id, typed={**words, "form": "notice"})


@require_POST
@staff("programmes.center_report")
def make(request: HttpRequest, incident_id: UUID, kind: str) -> HttpResponse:
    """A paper for an office outside is made."""
    made: dict[str, Callable[..., object]] = {
        "center": sending.center_report, "sample": sending.sample_copy, "substitute": sending.substitute_text,
    }  # fmt: skip
    of = made[kind]
    return acted(
        request, incident_id, lambda: of(incident_id, head=letterhead(request), by=by(request), at=timezone.now())
    )


@require_POST
@staff("programmes.sent")
def sent(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Somebody says that a paper went."""
    form = SentForm(request.POST)
    if not form.is_valid():
        return incident_page(request, incident_id, sent_form=form, status=422)
    said = form.said()
    return acted(
        request,
        incident_id,
        lambda: sending.sent(once(request), incident_id, said, by=by(request), at=timezone.now()),
        sent_form=form,
    )


@require_POST
@staff("programmes.substitute")
def substitute(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """The notice is to go by its substitute."""
    cost = request.POST.get("cost", "").strip()
    whole = int(cost) if cost.isdecimal() and len(cost) < 10 else None
    typed = {"form": "substitute", "cost": cost[:9], "lacking": "lacking" in request.POST}
    return acted(
        request,
        incident_id,
        lambda: sending.substitute(
            incident_id, cost=whole, lacking="lacking" in request.POST, head=letterhead(request), by=by(request),
            at=timezone.now(),
        ),
        typed=typed,
    )  # fmt: skip


@require_GET
@staff("programmes.paper")
def paper(request: HttpRequest, incident_id: UUID, paper_id: UUID) -> HttpResponse:
    """The PDF of a paper for an office outside."""
    try:
        pdf = people.paper(incident_id, paper_id, by=by(request), at=timezone.now())
    except ValidationError as error:
        return incident_page(request, incident_id, problems=error.messages, status=422)
    return as_pdf(pdf, "incident-paper.pdf")


def acted(request: HttpRequest, incident_id: UUID, act: Callable[[], object], **more: Any) -> HttpResponse:
    """The page after an act; or with what stands against it, and what was typed."""
    try:
        answer = act()
    except ValidationError as error:
        return incident_page(request, incident_id, problems=error.messages, status=422, **more)
    if isinstance(answer, Refused):
        return refused(request, answer, back=reverse("incident", args=[incident_id]), answers=NOT_OWED)
    return redirect("incident", incident_id=incident_id)
