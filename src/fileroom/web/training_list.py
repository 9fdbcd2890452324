"""Completions of another system on a page: what the list would do, in words; and then, the same list, what it did."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fileroom.programmes.training import desk
from fileroom.programmes.training.courses import COURSES
from fileroom.programmes.training.imports import LARGEST, bring_completions
from fileroom.web.gates import by, staff
from fileroom.web.import_words import COUNTS, said_of
from fileroom.web.training import rhythm

TOO_LONG = f"It has more than {LARGEST:,} letters. Bring it in parts, or by the command: fileroom import training."


@require_http_methods(["GET", "POST"])
@staff("programmes.bring_completions")
def training_list(request: HttpRequest) -> HttpResponse:
    """A list is tried first. It is taken where it is the one that was looked at."""
    if request.method == "GET":
        desk.by_site(by=by(request), at=timezone.now())  # for the designee alone, as the other pages of the desk
        return _page(request)
    try:
        text = _text(request)
    except ValidationError as error:
        return _page(request, problems=error.messages, status=422)
    seen = sha256(text.encode()).hexdigest()
    takes = request.POST.get("seen") == seen
    report = bring_completions(text, rhythm=rhythm(), dry_run=not takes, by=by(request), at=timezone.now())
    counts = [(COUNTS[name], report.to_json()[name]) for name in ("new", "unchanged")]
    context = {"report": said_of(report) | {"counts": counts}, "rows": text if not takes or not report.whole else ""}
    tried = seen if report.whole and report.dry_run and report.tally.kept else ""
    return _page(request, status=200 if report.whole else 422, seen=tried, **context)


def _text(request: HttpRequest) -> str:
    """What was brought, pasted or as a file. Raises ValidationError."""
    file = request.FILES.get("file")
    said = request.POST.get("rows", "")
    if isinstance(file, UploadedFile):
        try:
            said = file.read(4 * LARGEST + 1).decode("utf-8-sig")
        except UnicodeDecodeError:
            raise ValidationError("Save the file as CSV in UTF-8, or paste its rows.") from None
    said = said.lstrip("\ufeff").replace("\r\n", "\n")
    if len(said) > LARGEST:
        raise ValidationError(TOO_LONG)
    if not said.strip():
        raise ValidationError("Paste the list, or choose the file.")
    return said


def _page(request: HttpRequest, *, status: int = 200, **context: Any) -> HttpResponse:
    context |= {"courses": [(name, it.title) for name, it in COURSES.items()]}
    return render(request, "training/list.html", context, status=status)
