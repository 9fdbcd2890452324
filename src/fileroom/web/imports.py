"""Imports: a bundle is brought, tried and taken; and the list of the imports there were.

The file is sent with each step and kept by none: with a script the page sends it again by itself.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from fileroom.collection import absences, possible_orders
from fileroom.collection.bundles import lists
from fileroom.collection.bundles.kinds import is_zipped, refuse_no_csv
from fileroom.collection.bundles.services import bring, mark_of, was_tried
from fileroom.collection.imports.faults import BundleRefused, UnderWay
from fileroom.collection.imports.importers import may_import
from fileroom.collection.quarantine import lists as quarantine
from fileroom.people.answers import Missing
from fileroom.web.form_builder import tongue
from fileroom.web.gates import by, staff
from fileroom.web.import_words import kept_of, row_of, said_of
from fileroom.web.mapping import mapping

NO_FILE = _("Choose the file: it was not kept.")
UNDER_WAY = _("Another import is under way. Wait for it, then try again: nothing was read or written.")
STILL_TRIED = _("Another import is under way: nothing was written. Wait for it, then press Import again.")
MOST_DIGITS = 4  # of the number of a page


@require_http_methods(["GET", "POST"])
@staff("collection.bring", also_in=("es",))
def imports(request: HttpRequest) -> HttpResponse:
    """Bring a zip: what it would do, and then the import. A file of CSV goes on as on the mapping page."""
    if not may_import(by=by(request), at=timezone.now()):
        raise Missing
    if request.method == "GET":
        return _page(request)
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile) or not file.size:
        return _page(request, problems=[{"says": NO_FILE}])
    body = file.read()
    try:
        if is_zipped(body):
            file.close()  # what it held is in memory once
            return _bundle(request, body)
        refuse_no_csv(body)
    except BundleRefused as refused:
        return _page(request, problems=refused.problems)
    del body
    file.seek(0)
    return mapping(request)


def _bundle(request: HttpRequest, body: bytes) -> HttpResponse:
    """Try it; take it where it is the one that was tried. Raises BundleRefused."""
    sent, who = request.POST, by(request)
    takes, said, mark = sent.get("act") == "take", "ids_are_no_ssn" in sent, sent.get("tried", "")
    tried = was_tried(mark, body, said, by=who)
    dry_run = not (takes and tried)
    try:
        brought = bring(body, dry_run=dry_run, by=who, at=timezone.now(), ids_are_no_ssn=said)
    except UnderWay:
        return _wait(request, mark if tried else "", said)
    report = brought.report
    context = {
        "report": said_of(report),
        "kind": brought.name,
        "tried": mark_of(body, said, by=who) if report.dry_run and report.whole else "",
        "another": takes and dry_run,
        "ids_are_no_ssn": said,
        "ask_of_ids": said or "ids_like_ssn" in {it.code for it in report.tally.problems},
    }
    return _page(request, status=200 if report.whole else 422, **context)


def _wait(request: HttpRequest, tried: str, said: bool) -> HttpResponse:
    """Another import is under way; what was tried stays so."""
    context = {"tried": tried, "ids_are_no_ssn": said, "ask_of_ids": said}
    problems = [{"says": STILL_TRIED if tried else UNDER_WAY}]
    return _page(request, problems=problems, status=HTTPStatus.CONFLICT, **context)


@require_GET
@staff("collection.import_done", also_in=("es",))
def import_done(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """What is kept of one import."""
    who, now = by(request), timezone.now()
    found = lists.import_done(import_id, by=who, at=now)
    wait = {
        "waiting": absences.waiting(by=who, at=now)[0],
        "held": quarantine.waiting(by=who, at=now, days=settings.QUARANTINE_DAYS)[0],
        "restricted": possible_orders.waiting(by=who, at=now)[0],
    }
    there = frozenset(name for name, number in wait.items() if number)
    return render(request, "imports/done.html", {"it": kept_of(found, there), "tongue": tongue()})


def _page(request: HttpRequest, *, problems: Any = (), status: int = 0, **context: Any) -> HttpResponse:
    number = _number(request)
    page = lists.imports(page=number, by=by(request), at=timezone.now())
    context |= {
        "problems": problems,
        "done": [row_of(it) for it in page.done],
        "newer_url": f"?page={number - 1}" if number > 1 else "",
        "older_url": f"?page={number + 1}" if page.older else "",
        "largest": settings.FILE_UPLOAD_MAX_MEMORY_SIZE // 2**20,
        "tongue": tongue(),
    }
    return render(request, "imports/imports.html", context, status=status or (422 if problems else 200))


def _number(request: HttpRequest) -> int:
    """The page of the list that the address asks for; what is no such number is the first."""
    said = request.GET.get("page", "")
    return max(int(said), 1) if said.isdecimal() and len(said) <= MOST_DIGITS else 1
