"""The program on social media at the office: where it stands, its steps, who gathers, the notice to the parents."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.disclosure.searching import search
from fileroom.people.answers import Refused
from fileroom.programmes.social_media import desk, gatherers, notices, services
from fileroom.programmes.social_media.asking import for_safety
from fileroom.programmes.social_media.desk import Page
from fileroom.programmes.social_media.services import InWords, Shown
from fileroom.programmes.social_media.stages import State, Verb
from fileroom.web.cards import card
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.letterheads import letterhead
from fileroom.web.once import once
from fileroom.web.social_media_words import ASKS, LEADS, REASONS, STEPS

HERE = "social_media"
ANSWERS = {"must": "May be gathered", "may": "May be gathered", "no": "Nothing may be gathered", "more": "Not yet"}
NO_DAY = "Write the day like 2026-11-20."


@require_GET
@staff("programmes.page")
def social_media(request: HttpRequest) -> HttpResponse:
    """Where it stands, and what is next."""
    return programme(request)


def programme(request: HttpRequest, *, problems: list[str] | None = None, status: int = 200) -> HttpResponse:
    """The programme's page; `problems`: why nothing was done. What was typed stands where it was typed."""
    it, sent = desk.page(by=by(request), at=timezone.now()), request.POST
    context: dict[str, Any] = {
        "it": it,
        "lead": LEADS[it.state],
        "card": law_card(it),
        "reasons": [
            {
                "code": code.value,
                "says": says,
                "in": code.value in it.reasons,
                "chosen": code.value in sent.getlist("reasons"),
            }
            for code, says in REASONS.items()
        ],
        "steps": _steps(it),
        "next": _next(it),
        "ends": Verb.END in it.next_,
        "problems": problems or [],
        "sent": sent,
    }
    if it.designated and it.state in ("adopted", "running"):
        context["people"] = desk.may_be_named(by=by(request), at=timezone.now())
    return render(request, "social_media/programme.html", context | _found(request, it), status=status)


def law_card(it: Page) -> dict[str, Any]:
    """The law's word. After the adoption it obliges to tell the parents before anything is gathered: not yet, then."""
    told_first = {"kind": "more", "answer": "Not yet: tell the parents first"} if it.state == State.ADOPTED else {}
    return card(it.decision, answers=ANSWERS) | told_first


def _steps(it: Page) -> list[dict[str, Any]]:
    """Each step in the order of the law, with its day and paper where it was taken."""
    taken = {step.verb: step for step in it.steps}
    return [
        {"verb": verb.value, "done": verb in taken, "says": STEPS[verb][0] if verb in taken else STEPS[verb][1],
         "step": taken.get(verb)}
        for verb in Verb
        if verb is not Verb.END
    ]  # fmt: skip


def _next(it: Page) -> dict[str, Any] | None:
    verb = next((verb for verb in it.next_ if verb is not Verb.END), None)
    if verb is None:
        return None
    _, says, paper = STEPS[verb]
    return {"verb": verb.value, "says": says, "asks": ASKS[verb], "paper": paper, "meeting": verb is Verb.HEAR}


def _found(request: HttpRequest, it: Page) -> dict[str, Any]:
    """The students a gatherer looks for: each leads to the page where one thing is gathered."""
    words = request.GET.get("q", "").strip()[:300]
    if not it.gathers or not words:
        return {"q": words}
    found = search(words, by=by(request), at=timezone.now())
    rows = [
        {"name": who.name, "grade": who.grade, "school": who.school, "url": reverse("gather", args=[who.id])}
        for who in found.students
    ]
    return {"q": words, "found": rows, "looked": True}


@require_POST
@staff("programmes.propose")
def propose_program(request: HttpRequest) -> HttpResponse:
    """A program is proposed: what for, and for which reasons of safety."""
    sent = request.POST
    try:
        what_for = InWords(sent.get("what_for", ""), sent.get("what_for_es", ""))
        done = services.propose(once(request), what_for, sent.getlist("reasons"), by=by(request), at=timezone.now())
    except ValidationError as error:
        return programme(request, problems=told(error), status=422)
    return _then(request, done)


@require_POST
@staff("programmes.take_step")
def take_program_step(request: HttpRequest, program_id: UUID) -> HttpResponse:
    """The next step was taken."""
    sent = request.POST
    try:
        verb = Verb(sent.get("verb", ""))
    except ValueError:
        return programme(request, problems=["This step is not the next one."], status=422)
    try:
        regular = {"regular": True, "special": False}.get(sent.get("meeting", ""))
        if verb is Verb.HEAR and regular is None:
            raise ValidationError("Say whether it was a regular meeting.")
        shown = Shown(day(sent.get("taken_on", "")), sent.get("reference", ""), regular)
        done = services.take_step(program_id, verb, shown, by=by(request), at=timezone.now())
    except ValidationError as error:
        return programme(request, problems=told(error), status=422)
    return _then(request, done)


@require_POST
@staff("programmes.name_gatherer")
def name_gatherer(request: HttpRequest) -> HttpResponse:
    """An employee gathers from today on."""
    try:
        employee = UUID(request.POST.get("employee", ""))
    except ValueError:
        return programme(request, problems=["Choose somebody from the list."], status=422)
    try:
        done = gatherers.name_gatherer(employee, by=by(request), at=timezone.now())
    except ValidationError as error:
        return programme(request, problems=told(error), status=422)
    return _then(request, done)


@require_POST
@staff("programmes.end_gatherer")
def end_gatherer(request: HttpRequest, gatherer_id: UUID) -> HttpResponse:
    """They gather no more."""
    return _then(request, gatherers.end_gatherer(gatherer_id, by=by(request), at=timezone.now()))


@require_POST
@staff("programmes.make_notice")
def make_social_media_notice(request: HttpRequest) -> HttpResponse:
    """The notice to the parents, set in one language, to print or to send on."""
    try:
        made = notices.make_notice(
            request.POST.get("language", ""), head=letterhead(request), by=by(request), at=timezone.now()
        )
    except ValidationError as error:
        return programme(request, problems=told(error), status=422)
    if isinstance(made, Refused):
        return refused(request, made, back=reverse(HERE))
    return redirect("social_media_paper", paper_id=made.id)


@require_POST
@staff("programmes.notice_sent")
def social_media_notice_sent(request: HttpRequest) -> HttpResponse:
    """The notice of this school year went out."""
    sent = request.POST
    try:
        done = notices.notice_sent(
            day(sent.get("sent_on", "")), sent.get("reference", ""), by=by(request), at=timezone.now()
        )
    except ValidationError as error:
        return programme(request, problems=told(error), status=422)
    return _then(request, done)


def _then(request: HttpRequest, done: object) -> HttpResponse:
    if isinstance(done, Refused):
        return refused(request, done, back=reverse(HERE), answers=ANSWERS)
    return redirect(HERE)


def day(said: str) -> date:
    """The day that was sent. ValidationError for none."""
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise ValidationError(NO_DAY) from None


def told(error: ValidationError) -> list[str]:
    """What is wrong, each once."""
    return list(dict.fromkeys(error.messages))


def safely(request: HttpRequest) -> Any:
    """Who acts, for safety: the purpose that these pages state."""
    return for_safety(by(request))
