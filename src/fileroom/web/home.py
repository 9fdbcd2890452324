"""Families and adult students: my child's file, a record in it, who has looked and why. One page for all others."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeVar
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from fileroom.disclosure.by_office import ByOffice
from fileroom.disclosure.families import Child, my_files, nothing_there
from fileroom.disclosure.log import NotYet, proof_for_family, who_has_looked
from fileroom.disclosure.services import Listed, inspect, open_file
from fileroom.people.answers import Missing, Refused
from fileroom.web.class_words import CLASS_FOR_FAMILIES
from fileroom.web.context import NEUTRAL
from fileroom.web.gates import by, family, public
from fileroom.web.paging import turned, turns
from fileroom.web.showing import contents_or_document, file_bytes
from fileroom.web.sign_in import leave
from fileroom.web.whose import whose
from fileroom.web.words import family_event, item_title, list_title, one_line_each, source

T = TypeVar("T")
ON_A_PAGE = 200  # entries of who has looked, of which one line stands for many


def nothing(request: HttpRequest) -> HttpResponse:
    """The one page for the restrained, the unlinked and the unverified: the same words, status and size for all."""
    return render(request, "family/nothing.html")


@require_GET
@family("disclosure.my_files")
def home(request: HttpRequest) -> HttpResponse:
    """The files open to this account."""
    mine = my_files(by=by(request), at=timezone.now())
    if not mine:
        return nothing(request)
    own = next((_doors(child) for child in mine if child.self_), None)
    children = [_doors(child) for child in mine if not child.self_]
    return render(request, "family/home.html", {"children": children, "own_file": own})


def _doors(child: Child) -> dict[str, Any]:
    return {
        "name": child.name,
        "grade": child.grade,
        "school": child.school,
        "url": reverse("family_file", args=[child.id]),
        "looked_url": _looked_url(child.id, child.may_read_log),
        "choices_url": reverse("family_choices", args=[child.id]),
        "records": child.records,
    }


def _looked_url(student_id: UUID, may_read_log: bool) -> str:
    """Where who has looked stands; empty where it would answer that no file is open."""
    return reverse("family_looked", args=[student_id]) if may_read_log else ""


def _asked(service: Callable[..., T | Refused], request: HttpRequest, id: UUID, **more: Any) -> T | Refused:
    """The answer; of what was never there the same as of what is shut. One act, one line."""
    try:
        return service(id, by=by(request), at=timezone.now(), **more)
    except Missing:
        return nothing_there(by=by(request), at=timezone.now())


def _answer(service: Callable[..., T | Refused], request: HttpRequest, id: UUID, **more: Any) -> T | None:
    """What the account was shown, or None: nobody can tell whether it is shut or was never there."""
    answer = _asked(service, request, id, **more)
    return None if isinstance(answer, Refused) else answer


def _student(request: HttpRequest, student_id: UUID, name: str) -> dict[str, Any]:
    return {"name": name, "own": getattr(request.user, "student_id", None) == student_id}


def _whose(request: HttpRequest, record: Listed) -> str:
    return whose(record, reader=getattr(request.user, "contact_id", None))


@require_GET
@family("disclosure.open_file")
def file(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """The list of records in one file."""
    opened = _answer(open_file, request, student_id)
    if opened is None:
        return nothing(request)
    records = [
        {
            "title": list_title(it.item, marked=it.marked),
            "whose": _whose(request, it),
            "on": it.filed_at,
            "class_words": CLASS_FOR_FAMILIES[it.item.class_.value],
            "url": reverse("family_record", args=[it.id]),
        }
        for it in opened.records
    ]
    context = {
        "student": _student(request, student_id, opened.student_name),
        "records": records,
        "unnamed": any(it.marked for it in opened.records),
        "looked_url": _looked_url(student_id, opened.may_read_log),
    }
    return render(request, "family/file.html", context)


@require_GET
@family("disclosure.inspect")
def record(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """One record, opened by the family."""
    seen = _asked(inspect, request, record_id)
    if isinstance(seen, Refused):
        return _not_shown(request, seen)
    context = {
        "student": _student(request, seen.student, seen.student_name),
        "file_url": reverse("family_file", args=[seen.student]),
        "looked_url": _looked_url(seen.student, seen.may_read_log),
        "record": {
            "title": item_title(seen.record.item),
            "whose": _whose(request, seen.record),
            "class_words": CLASS_FOR_FAMILIES[seen.record.item.class_.value],
            "filed_on": seen.record.filed_at,
        },
        "because": {"says": gettext(seen.decision.says), "citation": source(seen.decision.because[0].citation)},
    }
    return render(request, "family/record.html", context | contents_or_document(seen, "family_document"))


@require_GET
@family("disclosure.inspect")
def document(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """A document's bytes, taken by the family."""
    seen = _asked(inspect, request, record_id, copy=True)
    return _not_shown(request, seen) if isinstance(seen, Refused) else file_bytes(seen)


def _not_shown(request: HttpRequest, answer: Refused) -> HttpResponse:
    """For a record that the office prepares what to do, in the same words whatever the limit; else the one page."""
    if not isinstance(answer, ByOffice):
        return nothing(request)
    context = {
        "student": _student(request, answer.student, answer.student_name),
        "file_url": reverse("family_file", args=[answer.student]),
        "record": {"title": item_title(answer.record.item), "filed_on": answer.record.filed_at},
    }
    return render(request, "family/by_office.html", context)


@require_GET
@family("disclosure.who_has_looked")
def looked(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """Who has looked, and why."""
    log = _answer(who_has_looked, request, student_id, turn=turned(request), most=ON_A_PAGE)
    if log is None:
        return nothing(request)
    entries = one_line_each(
        family_event(it, own=request.user.pk, party=log.parties.get(it.event.id), neutral=log.neutral)
        for it in log.entries
    )
    context = {
        "student": _student(request, student_id, log.student_name),
        "file_url": reverse("family_file", args=[student_id]),
        "since": log.page.since or timezone.now(),
        "complete": log.complete,
        "count": log.page.total,
        "entries": entries,
        "proof_url": reverse("family_proof", args=[student_id]),
    }
    context |= turns(log)
    return render(request, "family/who_has_looked.html", context)


@require_GET
@family("disclosure.proof_for_family")
def proof(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """The bundle that anyone can check offline."""
    try:
        bundle = _answer(proof_for_family, request, student_id)
    except NotYet:
        return _in_a_minute(request, back=reverse("family_looked", args=[student_id]))
    if bundle is None:
        return nothing(request)
    response = HttpResponse(bundle.bundle, content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="fileroom-proof.json"'
    return response


def _in_a_minute(request: HttpRequest, *, back: str) -> HttpResponse:
    says = gettext("The proof is being made. Please try again in a minute.")
    context = {"layout": "family.html", "problems": [{"says": says}], "back_url": back}
    return render(request, "invalid.html", context, status=HTTPStatus.SERVICE_UNAVAILABLE)


@require_GET
@public("it says nothing, and keeps nobody signed in who is not")
def still_here(request: HttpRequest) -> HttpResponse:
    """A page was touched: to have asked is a use of the session (web.sessions), and all there is to it."""
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


@csrf_exempt
@require_http_methods(["GET", "POST"])
@public("leaving must work for anyone, at once")
def quick_exit(request: HttpRequest) -> HttpResponse:
    """Sign out and go somewhere neutral; nothing of ours stays on the screen or in the cache.

    The form leads to our own page, which leads on: our policy lets no form post to another site. A page of before the
    last sign-in has an old token, and must work as well: another site's form comes without the session (SameSite).
    """
    if request.method == "GET":
        return render(request, "away.html", {"neutral_url": NEUTRAL})
    leave(request)
    response = redirect("quick_exit")
    response["Clear-Site-Data"] = '"cache"'
    return response
