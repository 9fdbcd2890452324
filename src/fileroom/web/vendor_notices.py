"""The written notice to a company of what its contract lacks: signed, opened to send, and noted once it went."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from fileroom.programmes.vendors import curing
from fileroom.web.cure_forms import CureAnewForm, CureForm, NoticeWentForm
from fileroom.web.gates import by, staff
from fileroom.web.letterheads import letterhead
from fileroom.web.once import once
from fileroom.web.pdf import as_pdf
from fileroom.web.vendor_acting import Sheet, act_on, paper_in
from fileroom.web.vendor_acts import company_of


@require_http_methods(["GET", "POST"])
@staff("programmes.sign_notice")
def notice(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    """Sign the letter that names what the contract lacks."""
    company = company_of(request, contract_id)
    sheet = Sheet(
        "The company is told what its contract lacks", "You sign a letter that names each clause it lacks, with a"
        " reasonable time to cure it. It counts from the day on which it goes to the company.", "Sign the letter",
        reverse("vendor", args=[company]), cite="Ed. Code 49073.1",
    )  # fmt: skip

    def act(request: HttpRequest, form: forms.Form) -> HttpResponse:
        said = form.cleaned_data
        curing.sign_notice(
            once(request), contract_id, said["cure_by"], instead_of=said.get("instead_of"), head=letterhead(request),
            by=by(request), at=timezone.now(),
        )  # fmt: skip
        return redirect("vendor", operator_id=company)

    waits, until = _waiting(request, contract_id), curing.proposed_from(timezone.localdate())
    return act_on(
        request, sheet, CureAnewForm if waits else CureForm, act, initial={"cure_by": until, "instead_of": waits}
    )


def _waiting(request: HttpRequest, contract_id: UUID) -> UUID | None:
    """The newest letter. Raises Missing."""
    found = curing.notice_of(contract_id, by=by(request), at=timezone.now())
    return found.id if found else None


@require_GET
@staff("programmes.open_notice")
def notice_letter(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    """The letter, to send."""
    pdf = curing.open_notice(contract_id, by=by(request), at=timezone.now())
    return as_pdf(pdf, "letter.pdf")


@require_http_methods(["GET", "POST"])
@staff("programmes.notice_went")
def notice_went(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    """The notice went to the company."""
    company = company_of(request, contract_id)
    sheet = Sheet(
        "The notice went to the company", "From that day the time to cure runs: when it is over and nothing is cured,"
        " the contract is void.", "Note it", reverse("vendor", args=[company]), cite="Ed. Code 49073.1",
        file="The letter, if the district wrote its own",
    )  # fmt: skip

    def act(request: HttpRequest, form: forms.Form) -> HttpResponse:
        said = form.cleaned_data
        curing.notice_went(
            contract_id, said["went_on"], letter=said["letter"], own_until=said["own_until"], paper=paper_in(request),
            by=by(request), at=timezone.now(),
        )  # fmt: skip
        return redirect("vendor", operator_id=company)

    initial = {"went_on": timezone.localdate(), "letter": _waiting(request, contract_id)}
    return act_on(request, sheet, NoticeWentForm, act, initial=initial)
