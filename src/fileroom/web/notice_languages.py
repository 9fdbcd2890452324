"""The languages that each school writes home in: the census of last year entered, and translations attached."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.collection.services import Document
from fileroom.law.figures import FIGURES
from fileroom.programmes.notices import census, languages
from fileroom.programmes.notices.languages import Counted
from fileroom.programmes.notices.years import year_said
from fileroom.web.gates import by, staff
from fileroom.web.language_names import NAMES, language_name

ROWS = 4  # languages that a school's form has room for beyond those entered


@require_GET
@staff("programmes.languages_page")
def notice_languages(request: HttpRequest) -> HttpResponse:
    """Each school's census, what is owed by it, and what is there."""
    return _page(request)


def _page(request: HttpRequest, *, problems: Any = (), status: int = 200) -> HttpResponse:
    found = census.languages_page(by=by(request), at=timezone.now())
    context = {
        "share": FIGURES["home_language_share"].within, "census": year_said(found.census),
        "schools": [_school(it) for it in found.schools], "may_count": found.may_count, "problems": problems,
        "notice": found.notice, "papers": [(language_name(it.language), it.code) for it in found.papers],
        "to_translate": [(it, language_name(it)) for it in NAMES if it not in ("en", "es")],
    }  # fmt: skip
    return render(request, "notices/languages.html", context, status=status)


def _school(it: census.SchoolCensus) -> dict[str, Any]:
    owed = {row.language: row for row in it.owed}
    return {
        "id": it.id, "name": it.name, "students": it.students,
        "counts": [
            {
                "code": code, "says": language_name(code), "speak": speak, "owed": code in owed,
                "there": code in owed and owed[code].there,
            }
            for code, speak in it.speak.items()
        ],
        "empty": range(ROWS),
        "choices": [(code, language_name(code)) for code in NAMES if code != "en"],
    }  # fmt: skip


@require_POST
@staff("programmes.count_languages")
def count_languages(request: HttpRequest, school_id: UUID) -> HttpResponse:
    """Enter one school's census."""
    sent = request.POST
    pairs = zip(sent.getlist("language"), sent.getlist("speak"), strict=False)
    try:
        speak = {code: _number(said) for code, said in pairs if code and said}
        counted = Counted(school_id, _number(sent.get("students", "")), speak)
        languages.count_languages(counted, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, problems=error.messages, status=422)
    return redirect("notice_languages")


def _number(said: str) -> int:
    if not said.isdecimal() or len(said) > 6:
        raise ValidationError("Write numbers of students, like 214.")
    return int(said)


@require_POST
@staff("programmes.attach")
def attach_translation(request: HttpRequest) -> HttpResponse:
    """A translation that a person has made, through the gate."""
    upload = request.FILES.get("file")
    try:
        if upload is None:
            raise ValidationError("Choose the PDF.")
        paper = Document(str(upload.name), upload.read())
        languages.attach(request.POST.get("language", ""), paper, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, problems=error.messages, status=422)
    return redirect("notice_languages")
