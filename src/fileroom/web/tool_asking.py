"""What somebody would give to an AI tool, a text or a table: brought to a page, asked about and answered. None is
kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from fileroom.people.answers import FormUsed
from fileroom.programmes.tools import register
from fileroom.programmes.tools.answers import Answer, RecordKind
from fileroom.programmes.tools.asking import Asked, Judged
from fileroom.web.cards import card
from fileroom.web.gates import by
from fileroom.web.once import once
from fileroom.web.tool_words import ANSWERS, CITES, KINDS, OF_THE_LAW

EMPTY = {"missing": [], "duties": [], "deadline": "", "because": [], "citations": [], "words": "", "limits": []}
Told = TypeVar("Told")


@dataclass(frozen=True)
class Brought(Generic[Told]):
    """What can be asked about, and how its page speaks. `name`: what the form calls it; `answer`: what the page shows
    of the answer; `used`: what is said to a form that was used already, where it has words of its own."""

    name: str
    longest: int
    too_large: str
    no_text: str
    page: str
    ask: Callable[..., Told]
    answer: Callable[[Told], dict[str, Any]]
    used: str = ""


def asked_about(request: HttpRequest, of: Brought[Told]) -> tuple[str, Told] | HttpResponse:
    """What was brought and the answer to it; or, where nothing was asked, the page with what is wrong."""
    if request.method == "GET":
        return shown(request, of, tool=request.GET.get("tool", ""))
    try:
        text = _read(request, of)
        return text, of.ask(once(request), _asked_of(request, text), by=by(request), at=timezone.now())
    except ValidationError as error:
        problems = [of.used] if of.used and isinstance(error, FormUsed) else error.messages
        return shown(request, of, problems=problems, status=422)


def _read(request: HttpRequest, of: Brought[Any]) -> str:
    """The file that was chosen, or what was pasted, or was shown to be read. ValidationError: too large, or no text."""
    file = request.FILES.get("file")
    if file is None:
        return _as_lines(request.POST.get(of.name, ""))
    if file.size and file.size > 4 * of.longest:
        raise ValidationError(of.too_large)
    try:
        return _as_lines(str(file.read(), "utf-8-sig"))
    except UnicodeDecodeError:
        raise ValidationError(of.no_text) from None


def _as_lines(text: str) -> str:
    """However its lines end: a browser ends them otherwise than a file, and what was read is to be known again."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _asked_of(request: HttpRequest, text: str) -> Asked:
    """What was sent. ValidationError: no tool, no kind, or nobody has said that they have read it."""
    tool, kind = as_id(request.POST.get("tool", "")), request.POST.get("kind", "")
    if tool is None:
        raise ValidationError("Choose the tool.")
    if kind not in {it.value for it in KINDS}:
        raise ValidationError("Say what it tells of.")
    if "read" in request.POST and "nobody" not in request.POST:
        raise ValidationError("Read it, and say that nobody in it can be found. Else change it and ask again.")
    return Asked(tool, RecordKind(kind), text, request.POST.get("read", ""))


def as_id(said: str) -> UUID | None:
    """The id that was chosen; None: nothing was."""
    try:
        return UUID(said)
    except ValueError:
        return None


def shown(
    request: HttpRequest, of: Brought[Told], *, told: Told | None = None, text: str = "", tool: str = "",
    problems: Any = (), status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The page: for which tool, what it is that would go there, and the answer."""
    rows, kind = register.listed(by=by(request), at=timezone.now()), request.POST.get("kind", "")
    context = {
        "tools": [(str(it.id), it.name, it.open) for it in rows], "tool": request.POST.get("tool", tool),
        "kinds": [(it.value, says, it.value == kind) for it, says in KINDS.items()], "kind": kind,
        of.name: text or request.POST.get(of.name, ""), "longest": of.longest, "problems": problems,
        "told": told and of.answer(told),
    }  # fmt: skip
    return render(request, of.page, context, status=status)


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
