"""The page of a secure link: anyone may try it; it asks for the code, and has one answer for all that opens nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from allauth.core import ratelimit
from django import forms
from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.translation import get_language, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from fileroom.casework import opening
from fileroom.casework.links import LANGUAGE, LANGUAGES, digest
from fileroom.casework.opening import Entered, Fetched
from fileroom.hosting.clients import client
from fileroom.letters import KINDS
from fileroom.people import tries
from fileroom.programmes.outgoing import ABOVE
from fileroom.web.gates import public
from fileroom.web.link_page import link_page
from fileroom.web.showing import ENDINGS, labelled
from fileroom.web.words import item_title

TRIES = 10  # a minute, from one network
MOMENT_S = 0.5  # what opens nothing is answered at a whole number of these after it was asked
TICKET, TICKET_S = "ticket", 900  # who has entered the code may fetch the document for a quarter of an hour


class CodeForm(forms.Form):
    """The code that the office tells."""

    code = forms.CharField(
        label=gettext_lazy("Code from the school office"), max_length=40,
        help_text=gettext_lazy("Eight letters and digits, like 7KQ3-W9HD."),
        error_messages={"required": gettext_lazy("Write the code that the office gave you.")},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}),
    )  # fmt: skip


@never_cache
@require_http_methods(["GET", "POST"])
@public("a parent opens one thing by a link and a code of the office's; to everybody else each link answers alike")
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the code; then what the link leads to, or the one answer. In the language that the office chose for its
    reader, which stands in the address, unless the reader has chosen one here."""
    return in_its_language(request, lambda: _answered(request, token))


def in_its_language(request: HttpRequest, answered: Callable[[], HttpResponse]) -> HttpResponse:
    """The answer of a page behind a link, in the language that stands in its address unless its reader chose one."""
    with translation.override(_language(request)):
        answer = answered()
        answer["Content-Language"] = translation.get_language() or "en"
        return answer


def _language(request: HttpRequest) -> str:
    said, chosen = request.GET.get(LANGUAGE, ""), settings.LANGUAGE_COOKIE_NAME in request.COOKIES
    return said if said in LANGUAGES and not chosen else translation.get_language() or "en"


def _answered(request: HttpRequest, token: str) -> HttpResponse:
    if request.method == "GET":
        return link_page(request, "public/open.html", {"form": CodeForm()})
    began = time.monotonic()
    if not tries.may_try("link", client(request), most=TRIES, at=timezone.now()):
        stopped: HttpResponse = ratelimit.respond_429(request)
        return stopped
    if TICKET in request.POST:
        return _fetch(request, token, began)
    form = CodeForm(request.POST)
    if not form.is_valid():
        return link_page(request, "public/open.html", {"form": form}, status=422)
    found = opening.enter(token, form.cleaned_data["code"], ABOVE, client=client(request), at=timezone.now())
    return _shown(request, token, found) if found else _nothing(request, began)


def _shown(request: HttpRequest, token: str, found: Entered) -> HttpResponse:
    title = item_title(found.item.item) if found.item else _of_letter(found.kind)
    context: dict[str, Any] = {"title": title}
    if found.fields is not None and found.item is not None:
        context["contents"] = labelled(found.item.item.code, dict(found.fields))
    else:
        context["ticket"] = _signer().sign(digest(token))
    return link_page(request, "public/opened.html", context)


def _of_letter(kind: str) -> str:
    said = KINDS[kind].words
    return said.get((get_language() or "en")[:2], said["en"]).title


def _fetch(request: HttpRequest, token: str, began: float) -> HttpResponse:
    """The document, for whoever has just entered the code at this very address; all is asked again."""
    try:
        address = _signer().unsign(request.POST[TICKET], max_age=TICKET_S)
    except BadSignature:
        return _nothing(request, began)
    if address != digest(token):
        return _nothing(request, began)
    found = opening.fetch(token, ABOVE, client=client(request), at=timezone.now())
    return _file(found) if found else _nothing(request, began)


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="fileroom/link/v1")


def _file(found: Fetched) -> HttpResponse:
    """As a file to save: never rendered in our own origin."""
    kind = found.media_type
    response = HttpResponse(found.body, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{found.name}.{ENDINGS.get(kind, "bin")}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _nothing(request: HttpRequest, began: float) -> HttpResponse:
    """For a link that never was, one that is over or was taken back, a wrong code, and a no: not a word differs, nor
    does the moment of the answer tell how much there was to look up. `began`: by the clock that only goes on."""
    time.sleep(MOMENT_S - (time.monotonic() - began) % MOMENT_S)
    return link_page(request, "public/not_open.html", {}, status=404)
