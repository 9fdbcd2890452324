"""The online account of a parent or a student: given at the counter, its link shown once, closed at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import segno
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from fileroom.casework.links import LANGUAGE
from fileroom.disclosure import overview
from fileroom.people.answers import Refused
from fileroom.programmes.accounts import families
from fileroom.programmes.accounts.families import Whose
from fileroom.programmes.accounts.inviting import Link
from fileroom.web.desk import refused
from fileroom.web.family_account_forms import CloseAccount, GiveAccount, NewLink
from fileroom.web.gates import by, staff
from fileroom.web.purpose import changed
from fileroom.web.who_is_who import people_again, sent_again

PIXELS = 5  # of one module of the square code


@never_cache
@require_POST
@staff("programmes.give_account")
def contact_account(request: HttpRequest, relationship_id: UUID) -> HttpResponse:
    """An account for a contact, whose relationship somebody has verified; and what becomes of it."""
    return _done(request, Whose(overview.student_of(relationship_id), relationship_id))


@never_cache
@require_POST
@staff("programmes.give_account")
def own_account(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """The student's own."""
    return _done(request, Whose(student_id))


def _done(request: HttpRequest, whose: Whose) -> HttpResponse:
    of = whose.relationship or whose.student
    acting: dict[str, Any] = {"by": by(request), "at": timezone.now()}
    do = request.POST.get("do")
    if do == "close":
        if says := changed(request):
            form = CloseAccount(request.POST)
            form.add_error(None, says)
            return sent_again(request, whose.student, form)
        closed = families.close_account(whose, **acting)
        return _refused(request, whose, closed) if isinstance(closed, Refused) else people_again(whose.student)
    if do == "link":
        again = NewLink(request.POST, of=of)
        return _linked(request, whose, again, lambda _said: families.new_link(whose, **acting))
    given = GiveAccount(request.POST, of=of)
    return _linked(
        request, whose, given,
        lambda said: families.give_account(whose, email=said["email"], language=said["language"], **acting),
    )  # fmt: skip


def _linked(
    request: HttpRequest, whose: Whose, form: forms.Form, act: Callable[[Mapping[str, Any]], Link | Refused]
) -> HttpResponse:
    """The link, this once; or the page of people with what was wrong."""
    if says := changed(request):
        form.add_error(None, says)
    if not form.is_valid():
        return sent_again(request, whose.student, form)
    try:
        done = act(form.cleaned_data)
    except ValidationError as wrong:
        form.add_error(None, wrong)
        return sent_again(request, whose.student, form)
    if isinstance(done, Refused):
        return _refused(request, whose, done)
    it = families.of_the_file(whose.student, by=by(request), at=timezone.now()).get(whose.relationship)
    language = urlencode({LANGUAGE: it.language if it else "en"})
    address = request.build_absolute_uri(f"{reverse('welcome', args=[done.token])}?{language}")
    context = {
        "back": reverse("student_people", args=[whose.student]), "account": it, "link": done, "address": address,
        "code": mark_safe(segno.make(address, micro=False).svg_inline(scale=PIXELS)),
    }  # fmt: skip
    return render(request, "students/account_link.html", context)


def _refused(request: HttpRequest, whose: Whose, answer: Refused) -> HttpResponse:
    return refused(request, answer, back=reverse("student_people", args=[whose.student]))
