"""The register of declared exceptions: what the district declared for which form, and the word of the second person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.collection.declarations import lists, services
from fileroom.collection.declarations.services import Noted, Terms
from fileroom.collection.declarations.standing import State
from fileroom.collection.register.services import may_open
from fileroom.people.answers import Refused
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.once import once

NOTICE = "declarations_notice"  # session key: what the last act came to, shown once
NOTICES = {
    "declared": "It is declared, and waits for approval by another person of the district’s office.",
    "approved": "It is approved. From its first day the form can be put in use: open it, or bring the paper again.",
    "withdrawn": "It is withdrawn. Nothing more may be asked or kept under it: screen the form again now.",
}
NOT_YOURS = {"must": "Yours to decide", "may": "Yours to decide", "no": "Not yours to decide", "more": "Needs more"}
CHIPS = {
    State.WAITING: ("today", "Awaits approval"),
    State.IN_FORCE: ("ok", "In force"),
    State.COMING: ("soon", "Not begun"),
    State.RENAMED: ("late", "Form changed"),
    State.OVER: ("quiet", "Over"),
    State.WITHDRAWN: ("quiet", "Withdrawn"),
}
NONE_CHOSEN = {"value": "", "says": "Choose from the list"}
RENAMED = (
    "The form has another title or school now, or is out of use. "
    "Withdraw this, and declare it anew for the form as it is."
)


@require_GET
@staff("collection.declarations", opens=may_open)
def declarations(request: HttpRequest) -> HttpResponse:
    """Each with how it stands; those that wait for approval first."""
    rows = [_row(it) for it in lists.declarations(by=by(request), at=timezone.now())]
    waiting = sum(it["waits"] for it in rows)
    notice = NOTICES.get(request.session.pop(NOTICE, ""), "")
    return render(request, "forms/declarations.html", {"rows": rows, "waiting": waiting, "notice": notice})


@require_http_methods(["GET", "POST"])
@staff("collection.declare")
def declare(request: HttpRequest) -> HttpResponse:
    """Declare one. It opens nothing yet."""
    if request.method == "GET":
        return _page(request)
    try:
        id_, terms = once(request), _terms(request)
        done = services.declare(id_, terms, days=settings.DECLARATION_DAYS, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, problems=error.messages, status=422)
    return _done(request, done, "declared")


@require_POST
@staff("collection.approve")
def approve(request: HttpRequest, declaration_id: UUID) -> HttpResponse:
    """Approve what another has declared."""
    return _acted(request, services.approve, declaration_id, "approved")


@require_POST
@staff("collection.withdraw")
def withdraw(request: HttpRequest, declaration_id: UUID) -> HttpResponse:
    """Take it back."""
    return _acted(request, services.withdraw, declaration_id, "withdrawn")


def _acted(
    request: HttpRequest, act: Callable[..., Noted | Refused], declaration_id: UUID, became: str
) -> HttpResponse:
    try:
        done = act(declaration_id, by=by(request), at=timezone.now())
    except ValidationError as error:
        problems = [{"field": "", "says": says} for says in error.messages]
        context = {"layout": "desk.html", "problems": problems, "back_url": reverse("declarations")}
        return render(request, "invalid.html", context, status=422)
    return _done(request, done, became)


def _done(request: HttpRequest, done: Noted | Refused, became: str) -> HttpResponse:
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("declarations"), answers=NOT_YOURS)
    request.session[NOTICE] = became
    return redirect("declarations")


def _terms(request: HttpRequest) -> Terms:
    """What was sent. ValidationError where there is no form, or a day is none."""
    sent = request.POST
    try:
        form = UUID(sent.get("form", ""))
    except ValueError:
        raise ValidationError({"form": "Choose the form from the list."}) from None
    try:
        from_on, to_on = (date.fromisoformat(sent.get(name, "")) for name in ("from_on", "to_on"))
    except ValueError:
        raise ValidationError({"from_on": "Say from which day and until which day, as 2026-10-19."}) from None
    return Terms(sent.get("exception", ""), form, from_on, to_on)


def _page(request: HttpRequest, *, problems: Any = (), status: int = 200) -> HttpResponse:
    may, today, sent = lists.declarable(by=by(request), at=timezone.now()), timezone.localdate(), request.POST
    chosen = sent.get("exception")
    exceptions = [
        {"value": it.name, "says": it.title, "selected": chosen == it.name, "of": it} for it in may.exceptions
    ]
    forms = [{"value": id_, "says": title, "selected": sent.get("form") == str(id_)} for id_, title in may.forms]
    year_ends = date(today.year + (today.month > 6), 6, 30)
    context = {
        "exceptions": [NONE_CHOSEN, *exceptions],
        "forms": [NONE_CHOSEN, *forms] if forms else [],
        "from_on": sent.get("from_on", today.isoformat()),
        "to_on": sent.get("to_on", year_ends.isoformat()),
        "days": settings.DECLARATION_DAYS,
        "problems": problems,
    }
    return render(request, "forms/declare.html", context, status=status)


def _row(it: lists.Listed) -> dict[str, Any]:
    chip, says = CHIPS[it.state]
    return {
        "id": it.id,
        "chip": chip,
        "state": says,
        "waits": it.state is State.WAITING,
        "in_force": it.state is State.IN_FORCE,
        "what_now": RENAMED if it.state is State.RENAMED else "",
        "title": it.title,
        "where": it.where or "The whole district",
        "exception": it.exception,
        "fields": [cover.field for cover in it.exception.covers] if it.exception else (),
        "from_on": it.from_on,
        "to_on": it.to_on,
        "declared_by": it.declared_by,
        "declared_on": it.declared_on,
        "approved_by": it.approved_by,
        "approved_on": it.approved_on,
        "withdrawn_on": it.withdrawn_on,
        "mine": it.mine,
        "approves": it.approves,
    }
