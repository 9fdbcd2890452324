"""The district's own steps for officers and agents: written by the Superintendent's office, approved by counsel."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from fileroom.programmes.enforcement import own_steps, scripts
from fileroom.programmes.enforcement.own_steps import LANGUAGES, MOST_CALLS, Call, State, Version, Wording
from fileroom.web.gates import by, staff
from fileroom.web.once import once

NUMBERED = re.compile(r"^(?:[0-9]{1,2}[.)]|[•-])\s+")
IN = {"en": "in English", "es": "in Spanish"}
TITLES = {"en": "In English", "es": "In Spanish"}
STATES = {
    State.APPROVED.value: ("ok", "Approved"),
    State.RETURNED.value: ("quiet", "Not approved"),
    State.WAITS.value: ("today", "Waits for counsel"),
    State.WITHDRAWN.value: ("quiet", "Taken back"),
}
LABELS = {
    "say": "Say",
    "say_far": "On the telephone",
    "steps": "Steps",
    "calls": "Whom to call",
    "call": "Whom to call, row",
}


@require_http_methods(["GET", "POST"])
@staff("programmes.write")
def own_steps_page(request: HttpRequest) -> HttpResponse:
    """What is in force, what waits for counsel, the versions before; and the form of the next."""
    if request.method == "GET":
        return _page(request)
    sent = request.POST
    try:
        own_steps.write(once(request), _words(sent), _calls(sent), by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, sent=sent, problems=_problems(error), status=422)
    return redirect("own_steps")


@require_POST
@staff("programmes.decide")
def decide_own_steps(request: HttpRequest, steps_id: UUID) -> HttpResponse:
    """Counsel approves the version that waits, or returns it."""
    try:
        own_steps.decide(steps_id, request.POST.get("verb", ""), by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, problems=error.messages, status=422)
    return redirect("own_steps")


def _words(sent: QueryDict) -> dict[str, Wording]:
    return {
        language: Wording(
            _plain(sent, f"say_{language}"),
            _plain(sent, f"say_far_{language}"),
            tuple(filter(None, map(_line, sent.get(f"steps_{language}", "").splitlines()))),
        )
        for language in LANGUAGES
    }


def _calls(sent: QueryDict) -> list[Call]:
    """The rows in which something is written."""
    rows = [
        Call(
            _plain(sent, f"office-{at}"), _plain(sent, f"office_es-{at}"), _plain(sent, f"number-{at}"),
            f"for_anyone-{at}" in sent,
        )
        for at in range(1, MOST_CALLS + 1)
    ]  # fmt: skip
    return [it for it in rows if it.office or it.office_es or it.number]


def _plain(sent: QueryDict, name: str) -> str:
    return _line(sent.get(name, ""))


def _line(text: str) -> str:
    """One line, its blanks drawn together; a step that was pasted with its number, without it."""
    return NUMBERED.sub("", " ".join(text.split()))


def _problems(error: ValidationError) -> list[str]:
    if not hasattr(error, "error_dict"):
        return list(error.messages)
    return [f"{_field(name)}: {says}" for name, them in error.message_dict.items() for says in them]


def _field(name: str) -> str:
    word, _, last = name.rpartition("_")
    if last in LANGUAGES:
        return f"{LABELS[word]}, {IN[last]}"
    return f"{LABELS[word]} {last}" if word in LABELS else LABELS[name]


def _page(
    request: HttpRequest, *, sent: Mapping[str, Any] | None = None, problems: Any = (), status: int = 200
) -> HttpResponse:
    found = own_steps.versions(by=by(request), at=timezone.now())
    waits, counts = found.waits, found.in_force
    context = {
        "counts": _version(counts) if counts else None,
        "waits": _version(waits) if waits else None,
        "earlier": [_version(it) for it in found.listed if it not in (waits, counts)],
        "writes": found.writes and waits is None,
        "decides": found.decides,
        "by_counsel": found.by_counsel,
        "form": _form(sent, counts),
        "problems": problems,
    }
    return render(request, "enforcement/own_steps.html", context, status=status)


def _version(it: Version) -> dict[str, Any]:
    chip, says = STATES[it.state]
    return {
        "id": it.id, "number": it.number, "chip": chip, "state": says, "written_at": it.written_at,
        "written_by": it.written_by, "decided_at": it.decided_at, "decided_by": it.decided_by, "mine": it.mine,
        "calls": it.calls,
        "words": [{"language": code, "title": TITLES[code], "it": it.words[code]} for code in LANGUAGES],
    }  # fmt: skip


def _form(sent: Mapping[str, Any] | None, counts: Version | None) -> dict[str, Any]:
    """The form as it was sent; else with the version in force, to be changed; else with the program's own words."""
    return {
        "texts": [
            {
                "language": language, "title": TITLES[language],
                **{name: _text(sent, counts, name, language) for name in ("say", "say_far", "steps")},
            }
            for language in LANGUAGES
        ],
        "calls": [_row(sent, counts, at) for at in range(1, MOST_CALLS + 1)],
    }  # fmt: skip


def _text(sent: Mapping[str, Any] | None, counts: Version | None, name: str, language: str) -> str:
    if sent is not None:
        return str(sent.get(f"{name}_{language}", ""))
    if counts:
        words = counts.words[language]
        return "\n".join(words.steps) if name == "steps" else str(getattr(words, name))
    script = scripts.strictest().spoken_in(language)
    return "\n".join(it.text for it in script.steps) if name == "steps" else str(getattr(script, name))


def _row(sent: Mapping[str, Any] | None, counts: Version | None, at: int) -> dict[str, Any]:
    if sent is not None:
        row = {name: str(sent.get(f"{name}-{at}", "")) for name in ("office", "office_es", "number")}
        return row | {"at": at, "for_anyone": f"for_anyone-{at}" in sent}
    call = counts.calls[at - 1] if counts and len(counts.calls) >= at else None
    if call is None:
        return {"at": at, "office": "", "office_es": "", "number": "", "for_anyone": at == 1}
    return {
        "at": at, "office": call.office, "office_es": call.office_es, "number": call.number,
        "for_anyone": call.for_anyone,
    }  # fmt: skip
