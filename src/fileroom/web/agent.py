"""An officer or agent is here: one press opens the incident and says what to do; each further answer may wait.

The page shows nothing of any student, and asks for no name by which one could be looked up.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.programmes.enforcement import desk, own_steps, services
from fileroom.programmes.enforcement.encounters import Asker, Channel, Encounter
from fileroom.programmes.enforcement.papers import FORMS, Group, Shown
from fileroom.web.agent_form import (
    ASKERS,
    CHANNELS,
    COURTS,
    GROUPS,
    JOINED,
    SEEN,
    WANTS,
    PaperForm,
    WhoForm,
    WrittenForm,
)
from fileroom.web.form_builder import tongue
from fileroom.web.gates import by, staff
from fileroom.web.law_book import rule_url
from fileroom.web.once import once
from fileroom.web.templatetags.pages import on_day
from fileroom.web.written import nothing_private

OFFICES = {
    "superintendent": gettext_lazy("The Superintendent’s office"),
    "counsel": gettext_lazy("District counsel"),
    "principal": gettext_lazy("The principal"),
}
TONGUES = ("es",)  # languages in which these pages are there besides English


@require_http_methods(["GET", "POST"])
@staff("programmes.open_request", also_in=TONGUES)
def agent(request: HttpRequest) -> HttpResponse:
    """Who is here? The first press opens the incident."""
    if request.method == "POST":
        try:
            asker, channel = Asker(request.POST.get("asker", "")), Channel(request.POST.get("channel", ""))
            opened = services.open_request(once(request), channel, asker, by=by(request), at=timezone.now())
        except (ValidationError, ValueError):
            return _who(request, problems=[gettext("Press the one who is here. Nothing is opened yet.")], status=422)
        return redirect("agent_answer", request_id=opened.id)
    return _who(request)


def _who(request: HttpRequest, *, problems: Any = (), status: int = 200) -> HttpResponse:
    context = {
        "askers": [{"code": it.value, "title": title, "hint": hint} for it, (title, hint) in ASKERS.items()],
        "channels": [{"code": it.value, "says": says} for it, says in CHANNELS.items()],
        "problems": problems,
        "tongue": tongue(),
    }
    return render(request, "agent/who.html", context, status=status)


@require_GET
@staff("programmes.at_the_counter", also_in=TONGUES)
def agent_answer(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """What to say and do, by what was answered so far."""
    return _page(request, request_id)


@require_POST
@staff("programmes.answer", also_in=TONGUES)
def agent_who(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """What they want, and who is with them."""
    who, now = by(request), timezone.now()
    form = WhoForm(request.POST, schools=desk.at_the_counter(request_id, by=who, at=now).schools)
    if not form.is_valid():
        return _page(request, request_id, who=form, status=422)
    try:
        services.answer(request_id, standing=request.POST.get("standing", ""), by=who, at=now, **form.answers())
    except ValidationError as error:
        return _page(request, request_id, problems=error.messages, status=422)
    return redirect("agent_answer", request_id=request_id)


@require_POST
@staff("programmes.show_paper", also_in=TONGUES)
def agent_paper(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """What is in their hand."""
    form = PaperForm(request.POST)
    if not form.is_valid():
        return _page(request, request_id, paper=form, status=422)
    try:
        services.show_paper(request_id, form.shown(), by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, request_id, paper=form, problems=error.messages, status=422)
    return redirect("agent_answer", request_id=request_id)


@require_POST
@staff("programmes.write", also_in=TONGUES)
def agent_written(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Who they are and what was said; sealed at once."""
    form = WrittenForm(request.POST)
    try:
        if form.is_valid():
            said = {name: str(text) for name, text in form.cleaned_data.items()}
            services.write(once(request), request_id, said, by=by(request), at=timezone.now())
            return redirect("agent_answer", request_id=request_id)
    except ValidationError as error:
        if not hasattr(error, "error_dict"):
            return _page(request, request_id, written=form, problems=error.messages, status=422)
        for name, says in error.message_dict.items():
            form.add_error(name, says)
    return _page(request, request_id, written=form, status=422)


def _page(
    request: HttpRequest,
    request_id: UUID,
    *,
    who: WhoForm | None = None,
    paper: PaperForm | None = None,
    written: WrittenForm | None = None,
    problems: Any = (),
    status: int = 200,
) -> HttpResponse:
    found = desk.at_the_counter(request_id, by=by(request), at=timezone.now())
    it = found.request
    context = {
        "it": spoken_request(it),
        "script": _script(it),
        "own": _own(),
        "calls": [{"office": OFFICES[office], "names": names} for office, names in found.calls],
        "who": who or WhoForm(schools=found.schools, initial=_initial(it.said, it.school_id)),
        "paper": paper or PaperForm(),
        "groups": _groups(),
        "written": written or WrittenForm(),
        "times": found.written,
        "unkept": list(_unkept(paper, written)) if it.closed_at else [],
        "keeps": found.keeps,
        "problems": problems,
        "tongue": tongue(),
    }
    return render(request, "agent/answer.html", context, status=status)


def _unkept(*sent: forms.Form | None) -> Iterator[tuple[Any, str]]:
    """What was sent to a request that was closed meanwhile, to be taken elsewhere; without what no record may hold."""
    for form in filter(None, sent):
        for name, said in getattr(form, "cleaned_data", {}).items():
            field = form.fields[name]
            chosen: Any = getattr(field, "choices", None)
            says = dict(chosen).get(said, "") if chosen else said
            with suppress(ValidationError):
                nothing_private(str(says))
                if says:
                    yield field.label, says


def _initial(said: Encounter, school: UUID | None) -> dict[str, Any]:
    return {
        "asker": said.asker.value,
        "channel": said.channel.value,
        "joined": said.joined.value if said.joined else None,
        "harm": said.harm.value if said.harm else None,
        "wants": [it.value for it in said.wants],
        "school": str(school) if school else "",
    }


def _script(it: desk.Standing) -> dict[str, Any]:
    """What to say and do, in the language of the page; what is said to an officer, in English too."""
    script, channel = it.script.spoken_in(tongue()), it.said.channel
    spoken = it.script.words(channel) if tongue() != "en" else ""
    steps = [
        {"text": step.text, "citation": step.citation, "url": rule_url(step.rule) if step.rule else ""}
        for step in script.steps_by(channel, harm=it.said.inquiry)
    ]
    kind = "more" if script.code.endswith("_wait") else "no"
    return {"title": script.title, "kind": kind, "say": script.words(channel), "spoken": spoken, "steps": steps}


def _own() -> dict[str, Any] | None:
    """The district's own steps and its telephone tree, once counsel has approved them."""
    version = own_steps.in_force()
    if version is None:
        return None
    return {
        "steps": version.words[tongue()].steps,
        "calls": [{"office": it.named(tongue()), "number": it.number} for it in version.calls],
        "version": version.number,
        "dated": version.dated,
    }


def _groups() -> list[dict[str, Any]]:
    return [
        {"title": title, "forms": [it.spoken_in(tongue()) for it in FORMS.values() if it.group is group]}
        for group, title in GROUPS.items()
    ]


def spoken_request(it: desk.Standing) -> dict[str, Any]:
    """One request in words: codes only, so it names nobody outside."""
    said = it.said
    return {
        "id": it.id,
        "opened_at": it.opened_at,
        "opened_by": it.opened_by,
        "school": it.school,
        "who": ASKERS[said.asker][0],
        "channel": CHANNELS[said.channel],
        "joined": JOINED[said.joined] if said.joined else "",
        "harm": JOINED[said.harm] if said.harm else "",
        "asks_harm": said.asker in (Asker.POLICE, Asker.NOT_SURE),
        "asks_joined": said.asker not in (Asker.IMMIGRATION, Asker.NOT_SURE),
        "wants": [WANTS[want] for want in said.wants],
        "papers": [_paper(paper) for paper in said.papers],
        "strict": it.strict,
        "told": it.script.spoken_in(tongue()).title,
        "closed_at": it.closed_at,
        "mark": it.mark,
    }


def _paper(paper: Shown) -> dict[str, Any]:
    form = FORMS[paper.form].spoken_in(tongue())
    asked = form.group is Group.COURT
    answers: list[tuple[str, Any]] = [
        (gettext("Court at its head"), COURTS[paper.court]),
        (gettext("A judge is named"), SEEN[paper.judge]),
        (gettext("Signed there"), SEEN[paper.signed]),
        (gettext("Address, scope and date fit"), SEEN[paper.matches]),
        (gettext("Forbids telling of it"), SEEN[paper.silence]),
    ]
    if paper.until:
        answers.append((gettext("That ends"), on_day(paper.until)))
    return {"title": form.title, "tells": form.tells, "answers": answers if asked else []}
