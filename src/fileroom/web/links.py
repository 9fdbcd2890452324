"""A secure link at the office: made for one record or letter and one person of the family, and taken back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from fileroom.casework import links
from fileroom.casework.links import Made, NotForAPage
from fileroom.disclosure.preparing import Prepared, prepare
from fileroom.law import Decision
from fileroom.people.answers import Refused
from fileroom.programmes.vendors import deletion_links
from fileroom.web import release_words as words
from fileroom.web.cards import card
from fileroom.web.deletions import told_at_the_counter
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.language_names import names_written_home
from fileroom.web.link_form import NO_MAIL, THE_STUDENT, LinkForm, made_page
from fileroom.web.whose import whose

ANSWERS = {"must": "Must go", "may": "May go", "no": "No link", "more": "Needs more"}
NO_PAGE = "Part of it must be taken out or looked at first. Release a copy instead, and hand it over."


@require_http_methods(["GET", "POST"])
@staff("casework.link_record")
def link_record(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """One record for one of the family: say for whom, and tell them the code."""
    prepared = prepare(record_id, by=by(request), at=timezone.now(), again=request.method == "POST")
    if isinstance(prepared, Refused):
        return refused(request, prepared, back=reverse("students"))
    languages = names_written_home(prepared.student, timezone.localdate())
    form = LinkForm(request.POST or None, people=_people(prepared), languages=languages)
    context = {
        "title": prepared.record.item.title.en, "whose": whose(prepared.record),
        "back_url": reverse("record", args=[record_id]),
    }  # fmt: skip
    if request.method == "GET" or not form.is_valid():
        return _page(request, form, context)
    try:
        wanted = form.wanted(request, form.chosen())
        made = links.link_record(record_id, wanted, by=by(request), at=timezone.now())
    except ValidationError as error:
        form.add_error(None, error.messages)
        return _page(request, form, context)
    return _answer(request, made, form, context)


def _people(prepared: Prepared) -> list[tuple[str, str]]:
    """Those on the file, as the form of a copy lists them."""
    return [
        (THE_STUDENT if person == prepared.student else str(person), name) for person, name in prepared.people.items()
    ]


@require_http_methods(["GET", "POST"])
@staff("programmes.send_by_link")
def link_deletion(request: HttpRequest, deletion_id: UUID) -> HttpResponse:
    """The enrolment-end letter for whoever asked for it."""
    contact, name = deletion_links.whom(deletion_id, by=by(request), at=timezone.now())
    form = LinkForm(request.POST or None)
    context = {
        "title": "The letter for a company", "whose": f"For {name or 'the former student'}",
        "back_url": reverse("deletion", args=[deletion_id]),
    }  # fmt: skip
    if request.method == "GET" or not form.is_valid():
        return _page(request, form, context)
    try:
        wanted = form.wanted(request, contact)
        made = deletion_links.send_by_link(deletion_id, wanted, by=by(request), at=timezone.now())
    except ValidationError as error:
        form.add_error(None, error.messages)
        return _page(request, form, context)
    if isinstance(made, Refused):
        return told_at_the_counter(request, made.decision, back=context["back_url"])
    return _answer(request, made, form, context)


def _answer(
    request: HttpRequest, made: Made | NotForAPage | Refused, form: LinkForm, context: dict[str, Any]
) -> HttpResponse:
    if isinstance(made, Made):
        return made_page(request, made, back=context["back_url"])
    if isinstance(made, NotForAPage):
        form.add_error(None, NO_PAGE)
        return _page(request, form, context, status=403)
    return _page(request, form, context | {"card": _card(made.decision)}, status=403)


def _card(decision: Decision) -> dict[str, Any]:
    """What the law says. A silent refusal shows the next step, and never the order."""
    return words.ASK_PRINCIPAL if decision.hushed or decision.silent else card(decision, answers=ANSWERS)


def _page(request: HttpRequest, form: LinkForm, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    status = 422 if form.errors and status == 200 else status
    context |= {"form": form, "no_mail": "" if settings.MAIL else NO_MAIL, "days": settings.LINK_DAYS}
    return render(request, "links/new.html", context, status=status)


@require_POST
@staff("casework.withdraw")
def withdraw_link(request: HttpRequest, link_id: UUID) -> HttpResponse:
    """It opens nothing any more. Back to the record on whose page it was taken back, or to all of them."""
    links.withdraw(link_id, by=by(request), at=timezone.now())
    try:
        return redirect("record", record_id=UUID(request.POST.get("record", "")))
    except ValueError:
        return redirect("outgoing")
