"""The annual notice as families and anybody else read it; on one's own page also that it came."""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_POST

from fileroom.people.answers import Missing
from fileroom.programmes import publishing
from fileroom.programmes.notices import family as notices
from fileroom.programmes.notices.family import Published
from fileroom.programmes.notices.years import year_said
from fileroom.programmes.regulation import services as regulation
from fileroom.web.gates import by, family, public
from fileroom.web.language_names import language_name
from fileroom.web.pdf import as_pdf


def _language() -> str:
    return (get_language() or "en")[:2]


def _notice(it: Published | None) -> dict[str, Any] | None:
    if it is None:
        return None
    return {
        "id": it.id, "year": year_said(it.year), "number": it.number, "adopted_at": it.adopted_at, "sections": it.text,
        "papers": [{"code": paper.code, "says": language_name(paper.language)} for paper in it.papers],
    }  # fmt: skip


@require_GET
@family("programmes.page")
def family_notices(request: HttpRequest) -> HttpResponse:
    """The notice, in the reader's language; that it came, for each child it was addressed about; and how to send it."""
    found = notices.page(_language(), by=by(request), at=timezone.now())
    context = {"notice": _notice(found.notice), "electronic": found.electronic, "mine": found.mine}
    return render(request, "family/notices.html", context)


@require_POST
@family("programmes.acknowledge_here")
def acknowledge_notice(request: HttpRequest) -> HttpResponse:
    """“I have this notice.” What is not addressed to this account changes nothing, and the page says no more of it."""
    with suppress(Missing, ValueError):
        row, notice = UUID(request.POST.get("row", "")), UUID(request.POST.get("notice", ""))
        notices.acknowledge_here(row, notice, _language(), by=by(request), at=timezone.now())
    return redirect("family_notices")


@require_POST
@family("programmes.wish")
def wish_notices(request: HttpRequest) -> HttpResponse:
    """By electronic means from now on, or on paper again."""
    notices.wish(request.POST.get("electronic") == "yes", by=by(request), at=timezone.now())
    return redirect("family_notices")


@require_GET
@public("the annual notice is for everybody to read; it names no person")
def annual_notice(request: HttpRequest) -> HttpResponse:
    """This school year's notice, for anyone; and the regulation."""
    found = notices.published(_language(), on=timezone.localdate())
    context = {"notice": _notice(found), "regulation": regulation.published()}
    return render(request, "public/annual_notice.html", context)


@require_GET
@public("what the district has published is for everybody to take; it names no person but who signed it")
def published_paper(request: HttpRequest, code: str) -> HttpResponse:
    """The PDF of a notice or of the regulation, by the code it bears."""
    return as_pdf(publishing.take(code), "notice.pdf")
