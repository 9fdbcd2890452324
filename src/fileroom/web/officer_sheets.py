"""What whoever drives a bus, coaches or stands in has at hand: a card, a poster, cards to carry, and a page for anyone.

None of it names a person or speaks of a student; the page is open because a telephone at a bus door has no account.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_GET

from fileroom.letters import sheets
from fileroom.letters.sheets import Printed, Sheet, Size
from fileroom.programmes.enforcement import cards
from fileroom.programmes.enforcement.cards import Card
from fileroom.web.agent import TONGUES
from fileroom.web.context import district_name
from fileroom.web.form_builder import tongue
from fileroom.web.gates import public, staff
from fileroom.web.pdf import as_pdf

SHEETS = {Sheet.POSTER: gettext_lazy("Poster"), Sheet.WALLET: gettext_lazy("Cards to carry")}
SIZES = {"letter": (Size.LETTER, gettext_lazy("Letter")), "a4": (Size.A4, gettext_lazy("A4"))}
LANGUAGES = {"en": gettext_lazy("English"), "es": gettext_lazy("Spanish")}


@require_GET
@staff("programmes.card", also_in=TONGUES)
def agent_card(request: HttpRequest) -> HttpResponse:
    """The words on one sheet, and what can be printed of them."""
    context = {
        "card": cards.card(tongue(), settings.STUDENT_RECORDS_TELEPHONE),
        "sheets": [{"title": title, "prints": _prints(sheet)} for sheet, title in SHEETS.items()],
        "public_url": _address(request),
        "tongue": tongue(),
    }
    return render(request, "agent/card.html", context)


def _prints(sheet: Sheet) -> list[dict[str, Any]]:
    return [
        {
            "says": gettext("%(language)s, %(paper)s paper") % {"language": language, "paper": paper},
            "url": reverse("officer_sheet", args=[sheet.value, size, code]),
        }
        for code, language in LANGUAGES.items()
        for size, (_, paper) in SIZES.items()
    ]


@require_GET
@staff("programmes.card", also_in=TONGUES)
def officer_sheet(request: HttpRequest, sheet: str, size: str, language: str) -> HttpResponse:
    """The PDF of a poster, or of cards to carry."""
    if sheet not in set(Sheet) or size not in SIZES or language not in LANGUAGES:
        raise Http404
    it = cards.card(language, settings.STUDENT_RECORDS_TELEPHONE)
    pdf = sheets.compose_sheet(_printed(it, request), Sheet(sheet), SIZES[size][0])
    return as_pdf(pdf, f"officer-{sheet}-{language}.pdf")


def _printed(it: Card, request: HttpRequest) -> Printed:
    return Printed(
        it.language, district_name(), it.say, it.say_far, it.spoken, it.steps, it.calls, it.version, it.dated,
        _address(request),
    )  # fmt: skip


def _address(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("officer"))


@require_GET
@public("whoever drives a bus or coaches has no account at hand; it says what to say and whom to call, of no student")
def officer(request: HttpRequest) -> HttpResponse:
    """What to say and whom to call, for anyone."""
    context = {"card": cards.card(tongue(), settings.STUDENT_RECORDS_TELEPHONE)}
    return render(request, "public/officer.html", context)
