"""The languages that each school writes home in: the census of last year entered, and translations attached."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.collection.services import Document
from fileroom.law.figures import FIGURES
from fileroom.programmes.notices import census, fewer, languages
from fileroom.programmes.notices.fewer import Why
from fileroom.programmes.notices.languages import Counted
from fileroom.programmes.notices.years import year_said
from fileroom.web.gates import by, staff
from fileroom.web.language_names import NAMES, language_name

DIGITS = 6
WHYS = {
    Why.NOBODY.value: "Nobody who translates it was found",
    Why.READ_ALOUD.value: "An interpreter reads it to the families",
    Why.ANOTHER.value: "The families read a language that it is there in",
}
ROWS = 4  # languages that a school's form has room for beyond those entered


@require_GET
@staff("programmes.languages_page")
def notice_languages(request: HttpRequest) -> HttpResponse:
    """Each school's census, what is owed by it, and what is there."""
    return _page(request)


def _page(request: HttpRequest, *, counted: UUID | None = None, problems: Any = (), status: int = 200) -> HttpResponse:
    """`counted`: the school whose census was sent, and is shown again as it was sent."""
    found = census.languages_page(by=by(request), at=timezone.now())
    context = {
        "share": FIGURES["home_language_share"].within, "census": year_said(found.census),
        "schools": [_school(it, request.POST if it.id == counted else None) for it in found.schools],
        "may_count": found.may_count, "problems": problems,
        "notice": found.notice, "papers": [(language_name(it.language), it.code) for it in found.papers],
        "fewer": [(it, language_name(it)) for it in found.fewer], "whys": WHYS.items(),
        "to_translate": [(it, language_name(it)) for it in NAMES if it not in ("en", "es")],
    }  # fmt: skip
    return render(request, "notices/languages.html", context, status=status)


def _school(it: census.SchoolCensus, sent: QueryDict | None) -> dict[str, Any]:
    owed = {row.language: row for row in it.owed}
    of_few = {row.language: row.there for row in it.fewer}
    return {
        "id": it.id, "name": it.name, "students": it.students,
        "counts": [
            {
                "code": code, "says": language_name(code), "speak": speak, "owed": code in owed,
                "there": code in owed and owed[code].there,
                "practicable": of_few.get(code) is False, "there_too": of_few.get(code) is True,
            }
            for code, speak in it.speak.items()
        ],
        "form": _form(it, sent),
        "choices": [(code, language_name(code)) for code in NAMES if code != "en"],
    }  # fmt: skip


def _form(it: census.SchoolCensus, sent: QueryDict | None) -> dict[str, Any]:
    """What stands in a school's form: as it was sent, no longer than a number here is; else as it is entered; and
    empty rows."""
    if sent is not None:
        rows, students = [(code, said[:DIGITS]) for code, said in _pairs(sent)], sent.get("students", "")[:DIGITS]
    else:
        rows, students = [(code, str(speak)) for code, speak in it.speak.items()], str(it.students or "")
    return {"students": students, "rows": [*rows, *[("", "")] * ROWS], "open": sent is not None}


def _pairs(sent: QueryDict) -> list[tuple[str, str]]:
    """The rows in which something is written."""
    pairs = zip(sent.getlist("language"), sent.getlist("speak"), strict=False)
    return [(code, said.strip()) for code, said in pairs if code or said.strip()]


@require_POST
@staff("programmes.count_languages")
def count_languages(request: HttpRequest, school_id: UUID) -> HttpResponse:
    """Enter one school's census."""
    try:
        counted = Counted(school_id, _number(request.POST.get("students", "")), _speak(_pairs(request.POST)))
        languages.count_languages(counted, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, counted=school_id, problems=error.messages, status=422)
    return redirect("notice_languages")


def _speak(pairs: list[tuple[str, str]]) -> dict[str, int]:
    """How many speak each. Raises ValidationError."""
    codes = [code for code, _ in pairs]
    if "" in codes:
        raise ValidationError("Choose the language that these students speak.")
    if twice := next((code for code in codes if codes.count(code) > 1), None):
        raise ValidationError(f"{language_name(twice)} stands there twice: write it in one row.")
    return {code: _number(said) for code, said in pairs}


def _number(said: str) -> int:
    if not said.isdecimal() or len(said) > DIGITS:
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


@require_POST
@staff("programmes.not_practicable")
def not_practicable(request: HttpRequest) -> HttpResponse:
    """Say why the notice could not be put into a language that few speak."""
    try:
        if (why := request.POST.get("why", "")) not in WHYS:
            raise ValidationError("Say why it could not be done.")
        fewer.not_practicable(request.POST.get("language", ""), Why(why), by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, problems=error.messages, status=422)
    return redirect("notice_languages")
