"""An act about a company on a page of its own: a form, what is wrong with it, and where it leads when it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from fileroom.collection.services import Document
from fileroom.people.answers import FormUsed, Missing
from fileroom.programmes.vendors import registry
from fileroom.web.gates import by
from fileroom.web.showing import ENDINGS
from fileroom.web.vendor_forms import told
from fileroom.web.written import without_what_is_kept_out

Act = Callable[[HttpRequest, Any], HttpResponse]


@dataclass(frozen=True)
class Sheet:
    """The words of such a page. `for_all`: anybody who works here may do it; else the Superintendent or a designee.
    `file`: what a file that may be handed in with it is called."""

    heading: str
    lead: str
    button: str
    back: str
    cite: str = ""
    note: str = ""
    for_all: bool = False
    file: str = ""
    template: str = "vendors/act.html"


def paper_in(request: HttpRequest) -> Document | None:
    """The file that was handed in; None: none was. What it holds is for the service to have looked into."""
    upload = request.FILES.get("file")
    return Document(str(upload.name), upload.read()) if upload else None


def certificate(found: tuple[str, bytes]) -> HttpResponse:
    """A company's certificate as a file to keep: it is shown by no page of ours. `found`: its media type, its bytes."""
    response = HttpResponse(found[1], content_type=found[0])
    response["Content-Disposition"] = f'attachment; filename="certificate.{ENDINGS.get(found[0], "bin")}"'
    return response


def act_on(
    request: HttpRequest, sheet: Sheet, form_of: Callable[..., forms.Form], act: Act, *,
    initial: dict[str, Any] | None = None, context: Callable[[forms.Form], dict[str, Any]] | None = None,
) -> HttpResponse:  # fmt: skip
    """Show the form, or do what it says. Whoever may not do it is shown no form: Missing."""
    if not sheet.for_all and not registry.may_enter(by=by(request), at=timezone.now()):
        raise Missing
    sent = request.POST if request.method == "POST" else None
    form = form_of(sent) if initial is None else form_of(sent, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            return act(request, form)
        except (FormUsed, ValidationError) as error:
            told(form, error)
    if form.errors:
        form.data = without_what_is_kept_out(form)
    said = {"form": form, "sheet": sheet} | (context(form) if context else {})
    return render(request, sheet.template, said, status=422 if form.errors else 200)
