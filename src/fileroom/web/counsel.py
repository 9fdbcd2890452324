"""Counsel's desk: what is to be signed for, the signature, and what was signed before."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.people import counsel_desk, signing
from fileroom.people.answers import Refused
from fileroom.people.services import Done
from fileroom.web.cards import card
from fileroom.web.gates import by, staff
from fileroom.web.law_book import rule_url, surety

NOT_YOURS = {"must": "Yours to sign", "may": "Yours to sign", "no": "Not yours to sign", "more": "Needs more"}
EFFECTS = {"confirmed": "Confirmed", "counsel_first": "Counsel first"}
KINDS = {"rule": "Rules", "figure": "Figures", "item": "Items of the catalogue"}


@require_GET
@staff("people.desk")
def desk(request: HttpRequest) -> HttpResponse:
    """Everything that waits for a signature, and everything signed."""
    found = counsel_desk.desk(by=by(request), at=timezone.now())
    context: dict[str, Any] = {
        "unsigned": found.unsigned,
        "may_sign": found.may_sign,
        "today": timezone.localdate(),
        "release": found.release,
        "installed": found.installed,
        "rules": found.rules,
        "is_signed_for": found.is_signed_for,
        "vouched": [_signed(it) for it in found.vouched],
        "changes": [_change(it) for it in found.changes],
        "choices": [_choice(it) for it in found.choices],
        "groups": [
            {"title": title, "kind": kind, "rows": sorted(rows, key=lambda row: row["signed"] is not None)}
            for kind, title in KINDS.items()
            if (rows := [_row(it) for it in found.rows if it.thing.kind == kind])
        ],
        "effects": EFFECTS.items(),
    }
    return render(request, "counsel.html", context)


def _row(row: counsel_desk.Row) -> dict[str, Any]:
    thing = row.thing
    place = {"figure": f"{reverse('law_figures')}#figure-", "item": f"{reverse('law_catalogue')}#item-"}
    return {
        "kind": thing.kind,
        "name": thing.name,
        "anchor": f"{thing.kind}-{thing.name.replace('.', '-')}",
        "says": thing.says,
        "citation": thing.citation.text,
        "source": surety(thing.citation),
        "url": rule_url(thing.name) if thing.kind == "rule" else place[thing.kind] + thing.name,
        "signed": _signed(row.stands) if row.stands else None,
        "history": [_signed(it) for it in row.history],
    }


def _signed(signed: counsel_desk.Signed) -> dict[str, Any]:
    return {
        "says": EFFECTS.get(signed.effect, signed.effect),
        "first": signed.effect == "counsel_first",
        "from_on": signed.from_on,
        "at": signed.signed_at,
        "who": signed.who,
        "current": signed.current,
    }


def _choice(choice: counsel_desk.Choice) -> dict[str, Any]:
    reading = choice.reading
    return {
        "code": reading.code,
        "question": reading.question,
        "options": [(option, says, option == choice.holds) for option, says in reading.options.items()],
        "holds": choice.holds,
        "safe": reading.safe,
        "citation": reading.citation.text,
        "chosen": bool(choice.history),
        "history": [_signed(it) for it in choice.history],
    }


def _change(change: counsel_desk.Change) -> dict[str, Any]:
    release = change.release
    return {
        "number": release.number,
        "begins": [{"says": rule.says, "url": rule_url(rule.id)} for rule in release.begins],
        "ends": [{"says": rule.says, "url": rule_url(rule.id)} for rule in release.ends],
        "history": [_signed(it) for it in change.history],
    }


@require_POST
@staff("people.sign")
def sign(request: HttpRequest) -> HttpResponse:
    """Sign for a rule, figure, item or change of law."""
    given = {name: request.POST.get(name, "")[:200] for name in ("kind", "item", "effect")}
    return _done(request, lambda on: signing.sign(**given, from_on=on, by=by(request), at=timezone.now()))


@require_POST
@staff("people.choose")
def choose(request: HttpRequest) -> HttpResponse:
    """Choose a reading."""
    reading, option = (request.POST.get(name, "")[:200] for name in ("reading", "option"))
    return _done(request, lambda on: signing.choose(reading, option, from_on=on, by=by(request), at=timezone.now()))


def _done(request: HttpRequest, act: Any) -> HttpResponse:
    try:
        answer: Done | Refused = act(_from_on(request))
    except ValidationError as error:
        problems = [{"field": "", "says": " ".join(says)} for says in error.message_dict.values()]
        context = {"layout": "desk.html", "problems": problems, "back_url": reverse("counsel")}
        return render(request, "invalid.html", context, status=422)
    if isinstance(answer, Refused):
        shown = {"card": card(answer.decision, answers=NOT_YOURS), "back_url": reverse("counsel")}
        return render(request, "refused.html", shown, status=403)
    return redirect("counsel")


def _from_on(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(request.POST.get("from_on", ""))
    except ValueError:
        raise ValidationError({"from_on": "Say from which day it holds, as 2026-10-19."}) from None
