"""The forms register: every form by which the district asks for data, and a paper that is brought to be screened."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.collection.register import lists, services
from fileroom.collection.register.definitions import Head
from fileroom.collection.register.lists import Listed
from fileroom.people.answers import Missing
from fileroom.web.form_builder import NOTICE, choices, head_sent, tongue
from fileroom.web.form_words import ASKED_BY, ATTENTION, FOUND, KINDS, OWNERS, TONGUES, WHAT_NOW
from fileroom.web.gates import by, staff
from fileroom.web.law_book import rule_url
from fileroom.web.once import once

NOTICES = {
    "in_use": _("The form is in use. None of its fields asks for what it may not."),
    "draft": _("The form is kept as a draft. Families are not asked by it."),
    "screened": _("The form was screened again."),
    "screened_draft": _("The form was screened again. It is a draft: families are not asked by it."),
    "retired": _("The form is out of use."),
}
LARGEST = 50 * 1024 * 1024  # bytes


@require_GET
@staff("collection.register_of", also_in=("es",), opens=services.may_open)
def forms(request: HttpRequest) -> HttpResponse:
    """Every form, those that want attention first."""
    register = lists.register_of(by=by(request), at=timezone.now(), days=settings.FORM_DAYS)
    rows = [_row(it) for it in register.forms]
    context = {
        "rows": rows,
        "more": register.more,
        "waiting": sum(bool(it["attention"]) for it in rows),
        "notice": NOTICES.get(request.session.pop(NOTICE, ""), ""),
        "days": settings.FORM_DAYS,
        "tongue": tongue(),
    }
    return render(request, "forms/register.html", context)


@require_POST
@staff("collection.screen_again")
def screen_form(request: HttpRequest, form_id: UUID) -> HttpResponse:
    """Put it to the law of today."""
    state = services.screen_again(form_id, by=by(request), at=timezone.now())
    request.session[NOTICE] = "screened" if state == "used" else "screened_draft"
    return redirect("forms")


@require_POST
@staff("collection.retire")
def retire_form(request: HttpRequest, form_id: UUID) -> HttpResponse:
    """Take it out of use."""
    services.retire(form_id, by=by(request), at=timezone.now())
    request.session[NOTICE] = "retired"
    return redirect("forms")


@require_http_methods(["GET", "POST"])
@staff("collection.register_paper", also_in=("es",))
def paper_form(request: HttpRequest) -> HttpResponse:
    """Bring a form that exists already: it is read, and nothing of it is kept but what it asks for."""
    again = _again(request)
    if request.method == "GET":
        return _page(request, again.head if again else Head("", "packet", "en", None, "registrar"), again)
    head, file = head_sent(request), request.FILES.get("file")
    try:
        if file is None or not file.size:
            raise ValidationError("Choose the file of the blank form. Nothing was kept.")
        if file.size > LARGEST:
            raise ValidationError("The file is larger than 50 MB. Bring it in parts. Nothing was kept.")
        form_id = again.id if again else once(request)
        done = services.register_paper(form_id, head, file.read(), file.name or "", by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, head, again, problems=error.messages, status=422)
    context = {
        "tongue": tongue(),
        "title": head.title,
        "asked": [_asked(it) for it in done.form.asked],
        "unread": done.form.unexamined,
    }
    return render(request, "forms/screened.html", context)


def _again(request: HttpRequest) -> Listed | None:
    """The registered paper that is brought again; None where it is a new one. Raises Missing."""
    given = request.POST.get("form") or request.GET.get("form") or ""
    if not given:
        return None
    try:
        form_id = UUID(given)
    except ValueError:
        raise Missing from None
    listed, asks = lists.registered(form_id, by=by(request), at=timezone.now(), days=settings.FORM_DAYS)
    if asks:
        raise Missing
    return listed


def _page(
    request: HttpRequest, head: Head, again: Listed | None, *, problems: Any = (), status: int = 200
) -> HttpResponse:
    register = lists.register_of(by=by(request), at=timezone.now(), days=settings.FORM_DAYS)
    context = {
        "head": head,
        "again": again.id if again else None,
        "choices": choices(register, head),
        "problems": [gettext(it) for it in problems],
        "tongue": tongue(),
    }
    return render(request, "forms/paper.html", context, status=status)


def _asked(it: Any) -> dict[str, Any]:
    return {
        "label": FOUND[it.category],
        "words": it.label,
        "page": it.page,
        "says": gettext(it.ruling.says),
        "citation": it.ruling.citation,
        "url": rule_url(it.ruling.rule) if it.ruling.rule else "",
        "instead": gettext(it.instead.says) if it.instead else "",
        "any_of": [gettext(each) for each in it.instead.any_of] if it.instead else (),
    }


def _row(it: Listed) -> dict[str, Any]:
    return {
        "id": it.id,
        "title": it.head.title,
        "tongue": it.head.tongue,
        "kind": KINDS[it.head.kind],
        "language": TONGUES[it.head.tongue],
        "where": it.where or gettext("The whole district"),
        "owner": OWNERS[it.head.owner],
        "draft": it.state == "draft",
        "state": gettext("Draft") if it.state == "draft" else gettext("In order"),
        "made": it.made,
        "mine": it.mine,
        "screened_on": it.screened_on,
        "law": it.law[:12],
        "due_on": it.due_on,
        "attention": ATTENTION[it.attention] if it.attention else "",
        "grave": it.attention in list(ATTENTION)[:2],
        "what_now": WHAT_NOW[it.attention] if it.attention else "",
        "under": it.under,
        "found": [f"{FOUND[each['category']]}{_at(it, each['at'])}" for each in it.found[:6]],
    }


def _at(it: Listed, place: Any) -> str:
    """Where in the form it asks: by its title, in a field or on a page; a paper that is one page says nothing."""
    if not place:
        return f", {ASKED_BY['title']}" if it.made else ""
    return f", {gettext('field') if it.made else gettext('page')} {place}"
