"""The report to the Board: what it would say, the two who sign it, and the papers that went."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_GET, require_POST

from fileroom.people.answers import Refused
from fileroom.programmes.enforcement import meetings, reporting
from fileroom.programmes.enforcement.board_report import Lines
from fileroom.programmes.enforcement.board_words import in_words, period
from fileroom.web.desk import refused
from fileroom.web.enforcement import NOT_YOURS
from fileroom.web.gates import by, staff
from fileroom.web.letterheads import letterhead
from fileroom.web.once import once
from fileroom.web.pdf import as_pdf

LABELS = {
    "number": "Requests not reported before",
    "wants": "What was asked for",
    "papers": "What was shown",
    "given": "What came of it",
    "schools": "Schools",
}
LANGUAGES = {"en": "In English", "es": "In Spanish"}


@require_GET
@staff("programmes.reports", opens=reporting.may_open)
def board_reports(request: HttpRequest) -> HttpResponse:
    """The next report, what waits, and what was released."""
    return _page(request)


@require_POST
@staff("programmes.sign")
def sign_report(request: HttpRequest) -> HttpResponse:
    """The first of two."""
    return _acted(request, lambda: reporting.sign(once(request), by=by(request), at=timezone.now()))


@require_POST
@staff("programmes.release")
def release_report(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """The second: it goes to the Board."""
    head, now = letterhead(request), timezone.now()
    who, said = by(request), _unlisted(request)
    return _acted(
        request,
        lambda: reporting.release(report_id, _meeting(request), unlisted=said, head=head, by=who, at=now),
        about=report_id,
    )


@require_POST
@staff("programmes.move")
def move_report(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """A released report is for another meeting."""
    who, said, now = by(request), _unlisted(request), timezone.now()
    return _acted(
        request, lambda: meetings.move(report_id, _meeting(request), unlisted=said, by=who, at=now), about=report_id
    )


@require_POST
@staff("programmes.note_heard")
def report_heard(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """The Board had it at its meeting, as its own paper."""
    return _acted(request, lambda: meetings.note_heard(report_id, by=by(request), at=timezone.now()))


@require_POST
@staff("programmes.note_unheard")
def report_unheard(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """The Board did not meet, or did not hear it."""
    return _acted(request, lambda: meetings.note_unheard(report_id, by=by(request), at=timezone.now()))


def _unlisted(request: HttpRequest) -> bool:
    """Whoever names a day says that the Board meets then, though no such meeting is entered."""
    return "unlisted" in request.POST


def _meeting(request: HttpRequest) -> date:
    try:
        day = parse_date(request.POST.get("meeting_on", ""))
    except ValueError:
        day = None
    if day is None:
        raise ValidationError("Choose the day of the meeting at which the Board hears it.")
    return day


@require_POST
@staff("programmes.withdraw")
def withdraw_report(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """A signed report that nobody has released is taken back."""
    return _acted(request, lambda: reporting.withdraw(report_id, by=by(request), at=timezone.now()))


@require_GET
@staff("programmes.open_paper")
def board_report_paper(request: HttpRequest, paper_id: UUID) -> HttpResponse:
    """The PDF of a report, as it was released."""
    pdf = reporting.open_paper(paper_id, by=by(request), at=timezone.now())
    return as_pdf(pdf, "report-to-the-board.pdf")


def _acted(request: HttpRequest, act: Callable[[], UUID | Refused], *, about: UUID | None = None) -> HttpResponse:
    """`about`: the report for which a day was named, which is asked about where no meeting is entered on it."""
    try:
        answer = act()
    except ValidationError as error:
        asks = {"id": about, "day": request.POST.get("meeting_on", "")} if meetings.is_unlisted(error) else None
        return _page(request, problems=error.messages, asks=asks, status=422)
    if isinstance(answer, Refused):
        return refused(request, answer, back=reverse("board_reports"), answers=NOT_YOURS)
    return redirect("board_reports")


def _page(request: HttpRequest, *, problems: Any = (), asks: Any = None, status: int = 200) -> HttpResponse:
    found = reporting.reports(by=by(request), at=timezone.now())
    if isinstance(found, Refused):
        return refused(request, found, back=reverse("programmes"), answers=NOT_YOURS)
    waits = found.waits
    shown = waits.lines if waits else found.draft
    days = waits.days if waits else (found.from_on, found.to_on)
    context = {
        "lines": _lines(shown, found.keeps) if isinstance(shown, Lines) else None,
        "untold": shown is None,
        "period": "" if shown is None or days is None else period(*days, "en"),
        "waits": {"id": waits.id, "by": waits.by, "at": waits.at, "mine": waits.mine} if waits else None,
        "released": [
            {
                "id": it.id,
                "at": it.at,
                "meeting_on": it.meeting_on,
                "heard": it.heard,
                "unheard": it.unheard,
                "period": period(it.from_on, it.to_on, "en"),
                "papers": [{"id": id_, "says": LANGUAGES[language]} for id_, language in it.papers],
            }
            for it in found.released
        ],
        "keeps": found.keeps,
        "not_first": found.not_first,
        "not_second": found.not_second,
        "problems": problems,
        "asks": asks,
    }
    return render(request, "enforcement/reports.html", context, status=status)


def _lines(lines: Lines, keeps: bool) -> list[tuple[str, str]]:
    """`keeps`: who does not keep the register is told of no school here, nor that the paper names none."""
    said = in_words(lines, "en")
    return [(label, said[name]) for name, label in LABELS.items() if said[name] and (keeps or name != "schools")]
