"""The administrative regulation: the draft with what each sentence rests on, its adoption, and its versions."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fileroom.law import BY_ID, citations
from fileroom.law.figures import EVERY_FIGURE
from fileroom.programmes.regulation import services
from fileroom.programmes.regulation.drafting import Installed, Regulation, Sentence
from fileroom.programmes.settings.catalogue import SETTINGS
from fileroom.web.gates import by, staff
from fileroom.web.law_book import rule_url
from fileroom.web.letterheads import letterhead
from fileroom.web.once import once

OF_THE_INSTALLATION = {
    "quarantine_days": "Days in quarantine, as installed",
    "form_days": "Days until a form is checked again, as installed",
    "lists_above": "How many students a list names before a second person looks at it, as installed",
    "criteria_version": "The criteria of educational interest",
}


def installed() -> Installed:
    """What the installation has set."""
    return Installed(settings.QUARANTINE_DAYS, settings.FORM_DAYS, settings.LISTS_SECOND_ABOVE)


@require_http_methods(["GET", "POST"])
@staff("programmes.page")
def regulation(request: HttpRequest) -> HttpResponse:
    """The draft as it reads now, what has changed since the last version, and the versions."""
    who, now, problems = by(request), timezone.now(), []
    if request.method == "POST":
        try:
            read = request.POST.get("read", "")
            services.adopt(once(request), read, installed=installed(), head=letterhead(request), by=who, at=now)
            return redirect("regulation")
        except ValidationError as error:
            problems = error.messages
    found = services.page(installed(), by=who, at=now)
    context = {
        "sections": _sections(found.draft), "digest": found.draft.digest, "versions": found.versions,
        "changed": [{"says": _named(it.name), "was": it.was, "now": it.now} for it in found.changed],
        "differs": found.differs, "may_adopt": found.may_adopt, "problems": problems,
        "wanting": [SETTINGS[it] for it in found.draft.wanting],
        "number": sum(len(it.sentences) for it in found.draft.sections),
    }  # fmt: skip
    return render(request, "regulation/page.html", context, status=422 if problems else 200)


def _sections(draft: Regulation) -> list[dict[str, Any]]:
    return [{"title": it.title, "sentences": [_sentence(one) for one in it.sentences]} for it in draft.sections]


def _sentence(it: Sentence) -> dict[str, Any]:
    rules = [{"says": BY_ID[name].says, "citation": BY_ID[name].cites.text, "url": rule_url(name)} for name in it.rules]
    cites = [getattr(citations, name).text for name in it.cites]
    quotes = [_quote(name) for name in it.quotes]
    return {"number": it.number, "says": it.says, "rules": rules, "cites": cites, "own": it.own, "quotes": quotes}


def _quote(name: str) -> dict[str, str]:
    if name in EVERY_FIGURE:
        return {"says": EVERY_FIGURE[name].what, "url": f"{reverse('law_figures')}#figure-{name}"}
    return {"says": _named(name), "url": f"{reverse('notice_settings')}#{name}" if name in SETTINGS else ""}


def _named(name: str) -> str:
    """What a quoted thing is, in words."""
    if name in SETTINGS:
        return SETTINGS[name].asked
    return EVERY_FIGURE[name].what if name in EVERY_FIGURE else OF_THE_INSTALLATION.get(name, name)
