"""A family's request for the enrolment-end letter on its page: issued, handed over, closed, or at counsel's."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.people.answers import Refused
from fileroom.programmes.vendors import deletion_counsel, deletions, to_the_company
from fileroom.programmes.vendors import deletion_desk as desk
from fileroom.programmes.vendors.deletion_desk import Later
from fileroom.programmes.vendors.to_the_company import Sending
from fileroom.web.cards import card
from fileroom.web.deletions import ANSWERS, NAMES, NOT_YET, seated, told_at_the_counter
from fileroom.web.gates import by, staff
from fileroom.web.letterheads import letterhead
from fileroom.web.pdf import as_pdf
from fileroom.web.release_words import ASK_PRINCIPAL
from fileroom.web.vendor_forms import day, one_of, told
from fileroom.web.written import Sentence, without_what_is_kept_out

AGENCY, SENT_TO = 120, 200  # as their columns
WHY = (
    ("no_longer_given", "The law gives it no longer"),
    ("by_hand", "It was written by hand, and a copy kept"),
    ("withdrawn", "The family has taken the request back"),
)
SAYS = {
    "no_longer_given": "the law gave it no longer",
    "by_hand": "it was written by hand",
    "withdrawn": "the family took the request back",
}


class CloseForm(forms.Form):
    """Why a request is closed without a letter of the program's."""

    why = one_of("Why?", WHY)
    by_hand_on = day("If it was written by hand: on which day?", required=False)


class PoliceForm(forms.Form):
    """Which agency was told, before the letter about a missing child goes."""

    agency = Sentence(
        gettext_lazy("Which agency did you tell?"), AGENCY,
        gettext_lazy("The one that reported the child missing, as it is called. No name of a child"),
    )  # fmt: skip


class SentForm(forms.Form):
    """The letter goes to the company itself: where to, and on which paper of the family's."""

    to = Sentence("Where does it go?", SENT_TO, "The company’s address, or its e-mail for such letters")
    signed = forms.BooleanField(label="The family’s request is on paper, and signed", required=False)
    dated = forms.BooleanField(label="It bears a date", required=False)


@require_GET
@staff("programmes.standing")
def deletion(request: HttpRequest, deletion_id: UUID) -> HttpResponse:
    """One request: who asked, and the letter where it is issued and may be handed over today."""
    return _page(request, deletion_id)


def _page(
    request: HttpRequest,
    deletion_id: UUID,
    error: ValidationError | None = None,
    *,
    form: CloseForm | None = None,
    police: PoliceForm | None = None,
    sent: SentForm | None = None,
) -> HttpResponse:
    it = desk.standing(deletion_id, by=by(request), at=timezone.now())
    first = it.police is not None and it.police.told_at is None
    # A letter that was issued before the child was missed: the clerk learns no more than whom to call.
    silent = it.decision.silent or (first and it.letter is not None and not it.may_issue)
    shown = ASK_PRINCIPAL if silent else card(it.decision, answers=ANSWERS if it.decision.granted else NOT_YET)
    context: dict[str, Any] = {
        "it": it, "granted": it.decision.granted and not silent, "silent": silent, "card": shown,
        "form": form or CloseForm(), "closed": SAYS.get(it.closed_why, ""),
        "problems": error.messages if error else sent.non_field_errors() if sent else [],
        "first": first, "police_form": police or PoliceForm(),
        "sent_form": sent or SentForm(),
    }  # fmt: skip
    return render(request, "vendors/deletion.html", context, status=422 if error or police or sent else 200)


@require_POST
@staff("programmes.issue")
def issue_letter(request: HttpRequest, deletion_id: UUID) -> HttpResponse:
    """The Superintendent or a designee issues it; the law is asked anew."""
    preferred, who = NAMES.get(request.POST.get("name", "")), by(request)
    try:
        done = deletions.issue(deletion_id, preferred=preferred, head=letterhead(request), by=who, at=timezone.now())
    except ValidationError as error:
        return _page(request, deletion_id, error)
    if isinstance(done, Refused):
        return told_at_the_counter(request, done.decision, back=reverse("deletion", args=[deletion_id]))
    return redirect("deletion", deletion_id=deletion_id)


@require_GET
@staff("programmes.open_letter")
def deletion_letter(request: HttpRequest, deletion_id: UUID) -> HttpResponse:
    """The PDF, as it was issued, if the law gives it today."""
    pdf = desk.open_letter(deletion_id, by=by(request), at=timezone.now())
    if isinstance(pdf, Later):
        return seated(request, back=reverse("deletion", args=[deletion_id]))
    if isinstance(pdf, Refused):
        return told_at_the_counter(request, pdf.decision, back=reverse("deletion", args=[deletion_id]))
    return as_pdf(pdf, "letter.pdf")


@require_POST
@staff("programmes.close")
def close_deletion(request: HttpRequest, deletion_id: UUID) -> HttpResponse:
    """Close it without a letter."""
    form = CloseForm(request.POST)
    if not form.is_valid():
        says = ValidationError("Choose why it is closed, and write the day as a day.")
        return _page(request, deletion_id, says, form=form)
    said = form.cleaned_data
    try:
        desk.close(deletion_id, said["why"], said["by_hand_on"], by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, deletion_id, error, form=form)
    return redirect("deletion", deletion_id=deletion_id)


@require_POST
@staff("programmes.police_are_told")
def police_told(request: HttpRequest, deletion_id: UUID) -> HttpResponse:
    """The police were told that the letter about a missing child is to go."""
    form = PoliceForm(request.POST)
    if not form.is_valid():
        form.data = without_what_is_kept_out(form)
        return _page(request, deletion_id, police=form)
    desk.police_are_told(deletion_id, form.cleaned_data["agency"], by=by(request), at=timezone.now())
    return redirect("deletion", deletion_id=deletion_id)


@require_POST
@staff("programmes.send")
def letter_sent(request: HttpRequest, deletion_id: UUID) -> HttpResponse:
    """It goes to the company, on the family's request, if the law gives it today."""
    form = SentForm(request.POST)
    if not form.is_valid():
        form.data = without_what_is_kept_out(form)
        return _page(request, deletion_id, sent=form)
    try:
        done = to_the_company.send(deletion_id, Sending(**form.cleaned_data), by=by(request), at=timezone.now())
    except ValidationError as error:
        told(form, error)
        return _page(request, deletion_id, sent=form)
    if isinstance(done, Refused):
        return told_at_the_counter(request, done.decision, back=reverse("deletion", args=[deletion_id]))
    return redirect("deletion", deletion_id=deletion_id)


@require_POST
@staff("programmes.leave_it_there")
def leave_it_there(request: HttpRequest, deletion_id: UUID) -> HttpResponse:
    """The district leaves its own records with the company."""
    desk.leave_it_there(deletion_id, by=by(request), at=timezone.now())
    return redirect("deletion", deletion_id=deletion_id)


@require_http_methods(["GET", "POST"])
@staff("programmes.for_counsel")
def deletion_for_counsel(request: HttpRequest, deletion_id: UUID) -> HttpResponse:
    """Counsel says whether the letter may be given. The page names nobody."""
    it = deletion_counsel.for_counsel(deletion_id, by=by(request), at=timezone.now())
    said = request.POST.get("cleared", "")
    if request.method == "POST" and said in ("yes", "no"):
        deletion_counsel.counsel_says(deletion_id, said == "yes", by=by(request), at=timezone.now())
        return redirect("today")
    wrong = request.method == "POST"
    return render(request, "vendors/for_counsel.html", {"it": it, "wrong": wrong}, status=422 if wrong else 200)
