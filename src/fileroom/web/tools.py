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
from fileroom.programmes.tools.answers import Answer, RecordKind
from fileroom.programmes.tools.asking import LONGEST, Asked, Judged, Told
from fileroom.programmes.tools.register import Listed, Terms, Verb
from fileroom.programmes.vendors import registry
from fileroom.web.cards import card
from fileroom.web.faults import by_field
from fileroom.web.gates import by, staff
from fileroom.web.once import once
from fileroom.web.tool_words import ANSWERS, CITES, COUNTED, KINDS, OF_THE_LAW, RECEIVES, WHY
from fileroom.web.written import nothing_kept_out

CHIPS = {"draft": ("quiet", "Draft"), "approved": ("ok", "Approved"), "stopped": ("late", "Stopped")}
OVER = ("today", "Approval is over")
EMPTY = {"missing": [], "duties": [], "deadline": "", "because": [], "citations": [], "words": "", "limits": []}


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
        _written(sent, "name", 120), _id(sent.get("operator", "")), _written(sent, "does", 400),
        tuple(it for it in RECEIVES if it.value in kinds), sent.get("trains") != "no",
        _written(sent, "passes_on", 400), _written(sent, "keeps", 400),
    )  # fmt: skip


def _written(sent: QueryDict, name: str, longest: int) -> str:
    text = sent.get(name, "")[:longest]
    nothing_kept_out(text)
    return text


def _id(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None


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
    if request.method == "GET":
        return _asking(request, tool=request.GET.get("tool", ""))
    try:
        text = _text(request)
        told = asking.ask(once(request), asked_of(request, text), by=by(request), at=timezone.now())
    except ValidationError as error:
        return _asking(request, problems=error.messages, status=422)
    return _asking(request, told=told, text=text)


def _text(request: HttpRequest) -> str:
    """What was pasted, or the file that was chosen. ValidationError for a file that is no text."""
    file = request.FILES.get("file")
    if file is None:
        return as_lines(request.POST.get("text", ""))
    if file.size and file.size > 4 * LONGEST:
        raise ValidationError(f"At most {LONGEST:,} characters at a time.")
    try:
        return as_lines(str(file.read(), "utf-8-sig"))
    except UnicodeDecodeError:
        raise ValidationError("Choose a plain text file, or paste the text.") from None


def as_lines(text: str) -> str:
    """However its lines end: a browser ends them otherwise than a file, and what was read is to be known again."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def for_which(request: HttpRequest, tool: str = "") -> dict[str, Any]:
    """Context of tools/for_which.html: for which tool, and what it is that would go there."""
    rows, kind = register.listed(by=by(request), at=timezone.now()), request.POST.get("kind", "")
    return {
        "tools": [(str(it.id), it.name, it.open) for it in rows], "tool": request.POST.get("tool", tool),
        "kinds": [(it.value, says, it.value == kind) for it, says in KINDS.items()], "kind": kind,
    }  # fmt: skip


def asked_of(request: HttpRequest, text: str) -> Asked:
    """What was sent. ValidationError: no tool, no kind, or nobody has said that they have read it."""
    tool, kind = _id(request.POST.get("tool", "")), request.POST.get("kind", "")
    if tool is None:
        raise ValidationError("Choose the tool.")
    if kind not in {it.value for it in KINDS}:
        raise ValidationError("Say what it tells of.")
    if "read" in request.POST and "nobody" not in request.POST:
        raise ValidationError("Read it, and say that nobody in it can be found. Else change it and ask again.")
    return Asked(tool, RecordKind(kind), text, request.POST.get("read", ""))


def _asking(
    request: HttpRequest,
    *,
    told: Told | None = None,
    text: str = "",
    tool: str = "",
    problems: Any = (),
    status: int = 200,
) -> HttpResponse:
    context = for_which(request, tool) | {
        "text": text or request.POST.get("text", ""), "longest": LONGEST, "problems": problems,
        "told": told and _answer(told),
    }  # fmt: skip
    return render(request, "tools/ask.html", context, status=status)


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


def answer_card(judged: Judged, tool: str, why: list[str]) -> dict[str, Any]:
    """The decision, as a page shows it. `why`: the words of why not, or what first."""
    kind, answer = ANSWERS[judged.answer]
    if judged.decision is not None and not why:
        by_law = card(judged.decision, answers=OF_THE_LAW, subject=tool)
        entered: dict[str, Any] = (
            {} if kind == "no" else {"duties": []}
        )  # it stands in the register with this very answer
        return by_law | {"kind": kind, "answer": answer} | entered
    first = 1 if judged.answer is Answer.DEIDENTIFY_FIRST else len(why)
    says = " ".join(why[:first]) or "A text of this kind goes only once the people are out of it."
    cites = list(dict.fromkeys(CITES[it] for it in judged.why if it in CITES))
    about = {"kind": kind, "answer": answer, "subject": tool, "says": says, "citations": cites}
    law = card(judged.decision, answers=OF_THE_LAW)["because"] if judged.decision is not None else []
    return EMPTY | about | {"missing": [{"ask": it} for it in why[first:]], "because": law}
