"""AI tools: the register, and the page that answers whether a text may go to one. No text is kept."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.programmes.tools import asking, register
from fileroom.programmes.tools.answers import Answer
from fileroom.programmes.tools.asking import LONGEST, TOO_LONG, Told
from fileroom.programmes.tools.register import Listed, Terms, Verb
from fileroom.programmes.vendors import registry
from fileroom.web.faults import by_field
from fileroom.web.gates import by, staff
from fileroom.web.once import once
from fileroom.web.tool_asking import Brought, answer_card, as_id, asked_about, shown
from fileroom.web.tool_words import COUNTED, RECEIVES, WHY
from fileroom.web.written import nothing_kept_out

CHIPS = {"draft": ("quiet", "Draft"), "approved": ("ok", "Approved"), "stopped": ("late", "Stopped")}
OVER = ("today", "Approval is over")


@require_GET
@staff("programmes.listed")
def tools(request: HttpRequest) -> HttpResponse:
    """Every tool, with what may go to it."""
    return _register(request)


def _register(request: HttpRequest, problems: Any = (), status: int = 200) -> HttpResponse:
    who, now = by(request), timezone.now()
    rows = [_tool(it) for it in register.listed(by=who, at=now)]
    context = {"tools": rows, "decides": register.may_decide(by=who, at=now), "problems": problems}
    return render(request, "tools/tools.html", context, status=status)


def _tool(it: Listed) -> dict[str, Any]:
    chip, state = OVER if it.state == "approved" and not it.open else CHIPS[it.state]
    return {
        "id": it.id, "name": it.name, "company": it.company, "does": it.does, "trains": it.trains,
        "passes_on": it.passes_on, "keeps": it.keeps, "chip": chip, "state": state, "until_on": it.until_on,
        "open": it.open, "covered": it.covered, "stopped": it.state == "stopped",
        "receives": [RECEIVES[kind] for kind in it.receives],
        "asked": [(COUNTED[answer], it.asked[answer]) for answer in COUNTED if it.asked.get(answer)],
    }  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff("programmes.enter")
def new_tool(request: HttpRequest) -> HttpResponse:
    """Enter a tool, as a draft."""
    problems: dict[str, list[str]] = {}
    if request.method == "POST":
        try:
            register.enter(once(request), _terms(request.POST), by=by(request), at=timezone.now())
            return redirect("tools")
        except ValidationError as error:
            problems = by_field(error)
    chosen = request.POST.getlist("receives")
    context = {
        "companies": [(str(it.id), it.name) for it in registry.registry(by=by(request), at=timezone.now())],
        "kinds": [(kind.value, says, kind.value in chosen) for kind, says in RECEIVES.items()],
        "sent": request.POST, "problems": [says for of in problems.values() for says in of],
    }  # fmt: skip
    return render(request, "tools/new.html", context, status=422 if problems else 200)


def _terms(sent: QueryDict) -> Terms:
    kinds = set(sent.getlist("receives"))
    return Terms(
        _written(sent, "name", 120), as_id(sent.get("operator", "")), _written(sent, "does", 400),
        tuple(it for it in RECEIVES if it.value in kinds), sent.get("trains") != "no",
        _written(sent, "passes_on", 400), _written(sent, "keeps", 400),
    )  # fmt: skip


def _written(sent: QueryDict, name: str, longest: int) -> str:
    text = sent.get(name, "")[:longest]
    nothing_kept_out(text)
    return text


@require_POST
@staff("programmes.decide")
def decide_tool(request: HttpRequest, tool_id: UUID) -> HttpResponse:
    """Approve a tool until a day, or stop it."""
    said = request.POST.get("verb", "")
    try:
        if said not in set(Verb):
            raise ValidationError("Say whether it is approved or stopped.")
        until = _day(request.POST.get("until_on", ""))
        register.decide(tool_id, Verb(said), until, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _register(request, error.messages, 422)
    return redirect("tools")


def _day(said: str) -> Any:
    try:
        return parse_date(said)
    except ValueError:
        return None


@require_http_methods(["GET", "POST"])
@staff("programmes.ask")
def ask_tool(request: HttpRequest) -> HttpResponse:
    """May this text go to this tool?"""
    done = asked_about(request, TEXT)
    return done if isinstance(done, HttpResponse) else shown(request, TEXT, told=done[1], text=done[0])


def _answer(told: Told) -> dict[str, Any]:
    """The card, and where there is one the text without the people in it."""
    judged, clean = told.judged, told.clean
    first = judged.answer in (Answer.DEIDENTIFY_FIRST, Answer.READ_FIRST)
    why = [WHY[it] for it in judged.why]
    found = sum(clean.found.values()) if clean else 0
    return {
        "card": answer_card(judged, told.tool, why), "clean": clean.text if clean and found else "",
        "perhaps": clean.perhaps if clean else (), "digest": told.digest,
        "found": sorted((kind.value, number) for kind, number in clean.found.items()) if clean else [],
        "first": first, "goes": judged.answer is Answer.DEIDENTIFIED, "clean_first": first and not found,
        "as_it_stands": judged.answer is Answer.READ_FIRST,
    }  # fmt: skip


TEXT = Brought(
    "text", LONGEST, TOO_LONG, "Choose a plain text file, or paste the text.",
    "tools/ask.html", asking.ask, _answer,
)  # fmt: skip
