"""Families and adult students: my child's file, a record in it, who has looked and why. One page for all others."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from fileroom.disclosure.families import Child, my_files
from fileroom.disclosure.log import proof_for_family, who_has_looked
from fileroom.disclosure.services import Inspected, inspect, open_file
from fileroom.hosting import district_transaction
from fileroom.people.answers import Missing, Refused
from fileroom.web.context import NEUTRAL
from fileroom.web.gates import by, family, public
from fileroom.web.showing import contents_or_document, file_bytes
from fileroom.web.words import CLASS_FOR_FAMILIES, family_event, item_title, shown


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
        "looked_url": reverse("family_looked", args=[child.id]),
        "records": child.records,
    }


def _mine(request: HttpRequest, student_id: UUID) -> Child | None:
    """The student among the account's own: asked again on every page, and every refusal leaves its line."""
    return next((child for child in my_files(by=by(request), at=timezone.now()) if child.id == student_id), None)


@require_GET
@family("disclosure.open_file")
def file(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """The list of records in one file."""
    child = _mine(request, student_id)
    opened = open_file(student_id, by=by(request), at=timezone.now()) if child else None
    if child is None or opened is None or isinstance(opened, Refused):
        return nothing(request)
    records = [
        {
            "title": item_title(it.item),
            "on": it.filed_at,
            "class_words": CLASS_FOR_FAMILIES[it.item.class_.value],
            "url": reverse("family_record", args=[it.id]),
        }
        for it in opened.records
    ]
    context = {
        "student": _student(child),
        "records": records,
        "looked_url": reverse("family_looked", args=[student_id]),
    }
    return render(request, "family/file.html", context)


def _student(child: Child) -> dict[str, Any]:
    return {"name": child.name, "own": child.self_}


def _opened(request: HttpRequest, record_id: UUID, *, copy: bool = False) -> Inspected | None:
    """The record, or None: whether it is shut or was never there, the account cannot tell."""
    try:
        seen = inspect(record_id, by=by(request), at=timezone.now(), copy=copy)
    except Missing:
        return None
    return None if isinstance(seen, Refused) else seen


@require_GET
@family("disclosure.inspect")
def record(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """One record, opened by the family."""
    seen = _opened(request, record_id)
    child = _mine(request, seen.student) if seen else None
    if seen is None or child is None:
        return nothing(request)
    context = {
        "student": _student(child),
        "file_url": reverse("family_file", args=[seen.student]),
        "looked_url": reverse("family_looked", args=[seen.student]),
        "record": {
            "title": item_title(seen.record.item),
            "class_words": CLASS_FOR_FAMILIES[seen.record.item.class_.value],
            "filed_on": seen.record.filed_at,
        },
        "because": {"says": gettext(seen.decision.says), "citation": seen.decision.because[0].citation},
        "entry": None,
    }
    return render(request, "family/record.html", context | contents_or_document(seen, "family_document"))


@require_GET
@family("disclosure.inspect")
def document(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """A document's bytes, taken by the family."""
    seen = _opened(request, record_id, copy=True)
    return file_bytes(seen) if seen else nothing(request)


@require_GET
@family("disclosure.who_has_looked")
def looked(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """Who has looked, and why."""
    child = _mine(request, student_id)
    log = who_has_looked(student_id, by=by(request), at=timezone.now()) if child else None
    if child is None or log is None or isinstance(log, Refused):
        return nothing(request)
    entries = shown(
        family_event(noted, own=request.user.pk, party=log.parties.get(noted.event.id)) for noted in log.entries
    )
    context = {
        "student": _student(child),
        "file_url": reverse("family_file", args=[student_id]),
        "since": min((noted.event.at for noted in log.entries), default=timezone.now()),
        "complete": log.complete,
        "count": sum(entry["times"] for entry in entries),
        "entries": entries,
        "proof_url": reverse("family_proof", args=[student_id]),
    }
    return render(request, "family/who_has_looked.html", context)


@require_GET
@family("disclosure.proof_for_family")
def proof(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """The bundle that anyone can check offline."""
    child = _mine(request, student_id)
    bundle = proof_for_family(student_id, by=by(request), at=timezone.now()) if child else None
    if bundle is None or isinstance(bundle, Refused):
        return nothing(request)
    response = HttpResponse(bundle.bundle, content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="fileroom-proof.json"'
    return response


@require_http_methods(["GET", "POST"])
@public("leaving must work for anyone, at once")
def quick_exit(request: HttpRequest) -> HttpResponse:
    """Sign out and go somewhere neutral; nothing of ours stays on the screen or in the cache.

    The form leads to our own page, which leads on: our policy lets no form post to another site.
    """
    if request.method == "GET":
        return render(request, "away.html", {"neutral_url": NEUTRAL})
    if request.user.is_authenticated:
        with district_transaction():
            logout(request)
    response = redirect("quick_exit")
    response["Clear-Site-Data"] = '"cache"'
    return response
