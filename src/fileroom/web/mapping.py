"""The mapping page: which column of the district's own file is which fact; a dry run in words; then the import."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fileroom.collection.bundles.services import mark_of, was_tried
from fileroom.collection.imports.faults import BundleRefused, UnderWay
from fileroom.collection.imports.importers import may_import
from fileroom.collection.imports.report import Report
from fileroom.collection.imports.values import DayOrder
from fileroom.collection.rosters import mapped
from fileroom.collection.rosters.mapped import Said
from fileroom.collection.rosters.mapping import FACTS, MOST_COLUMNS, Column
from fileroom.people.answers import Missing
from fileroom.web.gates import by, staff
from fileroom.web.import_words import said_of

FACT_WORDS = {
    "student.id": "Student: number in this system",
    "student.ssid": "Student: the state’s SSID",
    "student.given": "Student: first name",
    "student.middle": "Student: middle name",
    "student.family": "Student: last name",
    "student.preferred_given": "Student: preferred first name",
    "student.preferred_family": "Student: preferred last name",
    "student.born_on": "Student: birth date",
    "student.grade": "Student: grade",
    "student.telephone": "Student: telephone",
    "student.mobile": "Student: mobile telephone",
    "student.email": "Student: e-mail",
    "enrolment.school": "School: number",
    "school.name": "School: name",
    "school.cds_code": "School: CDS code",
    "enrolment.entered_on": "Enrollment: first day",
    "enrolment.left_on": "Enrollment: last day",
    "contact.given": "Parent: first name",
    "contact.family": "Parent: last name",
    "contact.telephone": "Parent: telephone",
    "contact.email": "Parent: e-mail",
    "relationship.relation": "Parent: what they are to the student",
}
DAYS = {
    DayOrder.YMD: "2026-08-13 (year, month, day)",
    DayOrder.MDY: "8/13/2026 (month, day, year)",
    DayOrder.DMY: "13/8/2026 (day, month, year)",
}
UNDER_WAY = "Another import is under way. Wait for it, then try again: nothing was read or written."
STILL_TRIED = "Another import is under way: nothing was written. Wait for it, then press Import again."
NO_FILE = "Choose the file: it was not kept."


@require_http_methods(["GET", "POST"])
@staff("collection.look")
def mapping(request: HttpRequest) -> HttpResponse:
    """Choose a file; look at its columns; try it; take it. The file is sent with each step, and kept by none."""
    if not may_import(by=by(request), at=timezone.now()):
        raise Missing
    if request.method == "GET":
        return _page(request)
    file = request.FILES.get("file")
    if file is None or not file.size:
        return _page(request, problems=[NO_FILE], status=422)
    return _step(request, file.name or "", file.read())


def _step(request: HttpRequest, name: str, body: bytes) -> HttpResponse:
    """The columns of a file, what it would do, or what it did. What was tried is taken, and stays so while it waits."""
    who, now, said, ids = by(request), timezone.now(), _said(request), "ids_are_no_ssn" in request.POST
    act, mark = request.POST.get("act", "look"), request.POST.get("tried", "")
    words = (name, ids, said.takes, said.days.value, said.everybody)
    tried = mark if was_tried(mark, body, *words, by=who) else ""
    takes, report = act == "take" and bool(tried), None
    page = partial(_page, request, ids_are_no_ssn=ids)
    columns: tuple[Column, ...] = ()
    try:
        columns = mapped.look(name, body, by=who, at=now)
        if act in ("try", "take"):
            report = mapped.import_one(name, body, said, dry_run=not takes, by=who, at=now, ids_are_no_ssn=ids)
    except UnderWay:
        wait = STILL_TRIED if tried else UNDER_WAY
        return page(columns=columns, said=said, tried=tried, problems=[wait], status=HTTPStatus.CONFLICT)
    except BundleRefused as refused:
        problems = [f"{it.column}: {it.says}" if it.column else it.says for it in refused.problems]
        return page(columns=columns, said=said, problems=problems, status=422)
    if report is None:
        said = _suggested(columns, mapped.saved_map({it.name for it in columns if not it.banned}, by=who, at=now))
    tried = mark_of(body, *words, by=who) if report and report.dry_run and report.whole else ""
    another = act == "take" and not takes
    if takes and report and report.whole:
        columns = ()  # there is nothing left to say of them
    return page(columns=columns, said=said, report=report, tried=tried, another=another)


def _said(request: HttpRequest) -> Said:
    """What the page's holder says of each column, in their order."""
    sent = request.POST
    pairs = [(sent.get(f"column-{at}", ""), sent.get(f"fact-{at}", "")) for at in range(MOST_COLUMNS)]
    days = sent.get("days", "")
    takes = {column: fact for column, fact in pairs if column and fact}
    return Said(takes, DayOrder(days) if days in set(DayOrder) else DayOrder.YMD, "everybody" in sent)


def _suggested(columns: tuple[Column, ...], saved: Said | None) -> Said:
    """As it was mapped the last time, where the columns are those; else by their names."""
    return saved or Said({it.name: it.suggested for it in columns if it.suggested}, DayOrder.YMD, everybody=False)


def _page(
    request: HttpRequest,
    *,
    columns: tuple[Column, ...] = (),
    said: Said | None = None,
    report: Report | None = None,
    tried: str = "",
    another: bool = False,
    problems: Any = (),
    status: int = 200,
    ids_are_no_ssn: bool = False,
) -> HttpResponse:
    takes, days = (said.takes, said.days) if said else ({}, DayOrder.YMD)
    context = {
        "columns": [_row(it, takes.get(it.name, "")) for it in columns],
        "dropped": sum(not takes.get(it.name) for it in columns),
        "days": [{"value": it.value, "says": says, "selected": it is days} for it, says in DAYS.items()],
        "everybody": bool(said and said.everybody),
        "ids_are_no_ssn": ids_are_no_ssn,
        "ask_of_ids": ids_are_no_ssn or bool(report and "ids_like_ssn" in {it.code for it in report.tally.problems}),
        "report": said_of(report) if report else None,
        "tried": tried,
        "another": another,
        "problems": problems,
        "largest": settings.FILE_UPLOAD_MAX_MEMORY_SIZE // 2**20,
    }
    return render(request, "imports/mapping.html", context, status=status)


def _row(it: Column, fact: str) -> dict[str, Any]:
    facts = [{"value": each, "says": FACT_WORDS[each], "selected": each == fact} for each in FACTS]
    return {
        "name": it.name,
        "facts": facts,
        "banned": it.banned,
        "taken": bool(fact),
        "says": it.drop.says,
        "citation": it.drop.citation,
        "rows": it.rows,
    }
