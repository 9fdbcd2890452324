"""The district's demand that a company delete: signed by the Superintendent's designee, reminded, closed."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.people.answers import Missing, Refused
from fileroom.programmes.vendors import closing, demand_desk, demands, more_time, proofs, registry
from fileroom.programmes.vendors.answers import Given
from fileroom.programmes.vendors.demands import Link, Wanted
from fileroom.programmes.vendors.stages import Stage
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.letterheads import letterhead
from fileroom.web.once import once
from fileroom.web.pdf import as_pdf
from fileroom.web.vendor_acting import Sheet, act_on, certificate, paper_in
from fileroom.web.vendor_forms import CLOSED, GROUNDS, CloseDemandForm, DemandForm, OneStudentsDemandForm

STAGES = {
    Stage.SENT: ("soon", "Sent"),
    Stage.PROMISED: ("soon", "Promised"),
    Stage.ASKED: ("today", "Asks for more time"),
    Stage.REMINDED: ("today", "Reminded"),
    Stage.REFUSED: ("late", "Refused"),
    Stage.ESCALATED: ("late", "No answer"),
    Stage.OVER: ("ok", "Over"),
}
SAID = {"deleted": "Deleted", "will_delete": "Will delete", "refused": "Refused"}
OVER = dict(CLOSED) | {"deleted": "The company says that it is deleted"}
NO_DEMAND = {"must": "Must go", "may": "May go", "no": "Not to be destroyed", "more": "Needs more"}


def link_of(request: HttpRequest) -> Link:
    """From a token to the address by which a company answers."""
    return lambda token: request.build_absolute_uri(reverse("company_answer", args=[token]))


@require_http_methods(["GET", "POST"])
@staff("programmes.sign")
def new_demand(request: HttpRequest, operator_id: UUID) -> HttpResponse:
    """Demand that a company delete, or give back, what it holds for the district."""
    it = registry.company(operator_id, by=by(request), at=timezone.now())
    back = reverse("vendor", args=[it.id])
    sheet = Sheet(
        f"{it.name} is to delete", "You sign a letter with a link by which the company answers. You are reminded"
        " when it does not.", "Sign the letter", back, cite="Bus. & Prof. Code 22584(d)(2)",
    )  # fmt: skip
    family = _family(request, it.id)
    if family is not None:
        sheet = Sheet(
            sheet.heading, "This is about the student of the family’s request: the letter names them, and the"
            " company’s page does not.", sheet.button, back, cite=sheet.cite,
        )  # fmt: skip

    def act(request: HttpRequest, form: forms.Form) -> HttpResponse:
        said = form.cleaned_data
        wanted = Wanted(
            it.id, said["ground"], said["what"], family, said.get("spares", False), said.get("whole", False)
        )
        done = demands.sign(
            once(request), wanted, head=letterhead(request), link=link_of(request), by=by(request), at=timezone.now()
        )
        if isinstance(done, Refused):
            return refused(request, done, back=back, answers=NO_DEMAND)
        return redirect("demand", demand_id=done.id)

    return act_on(request, sheet, OneStudentsDemandForm if family else DemandForm, act)


def _family(request: HttpRequest, company: UUID) -> UUID | None:
    """The family's request that the address names, if it names one. Raises Missing where it is of another company."""
    if "request" not in request.GET:
        return None
    try:
        family = UUID(request.GET["request"])
    except ValueError:
        raise Missing from None
    demands.look_at_family(family, company, by=by(request), at=timezone.now())
    return family


@require_GET
@staff("programmes.demand")
def demand(request: HttpRequest, demand_id: UUID) -> HttpResponse:
    """One demand: its letter, what was answered, and what may be done next."""
    return _page(request, demand_id)


def _page(request: HttpRequest, demand_id: UUID, problems: list[str] | None = None) -> HttpResponse:
    it = demand_desk.demand(demand_id, by=by(request), at=timezone.now())
    chip, stage = STAGES[Stage(it.stage)]
    context: dict[str, Any] = {
        "it": it, "chip": chip, "stage": stage, "ground": dict(GROUNDS)[it.ground], "problems": problems or [],
        "given": [{"it": each, "says": SAID[each.said], "before": _before(it, each)} for each in it.given],
        "over": OVER.get(it.over_how, ""),
    }  # fmt: skip
    return render(request, "vendors/demand.html", context, status=422 if problems else 200)


def _before(it: demand_desk.Shown, each: Given) -> bool:
    """Was it done before the district had asked for it?"""
    return each.said == "deleted" and each.on is not None and each.on < timezone.localdate(it.signed_at)


@require_POST
@staff("programmes.remind")
def remind(request: HttpRequest, demand_id: UUID) -> HttpResponse:
    """Send the letter once more, with a new link and a new last day."""
    who, now = by(request), timezone.now()
    try:
        done = demands.remind(demand_id, head=letterhead(request), link=link_of(request), by=who, at=now)
    except ValidationError as error:
        return _page(request, demand_id, error.messages)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("demand", args=[demand_id]), answers=NO_DEMAND)
    return redirect("demand", demand_id=demand_id)


@require_POST
@staff("programmes.give_time")
def give_time(request: HttpRequest, demand_id: UUID) -> HttpResponse:
    """The company has the time that it asks for."""
    try:
        until = date.fromisoformat(request.POST.get("until", ""))
        more_time.give_time(demand_id, until, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, demand_id, error.messages)
    except ValueError:
        return _page(request, demand_id, ["Say until which day."])
    return redirect("demand", demand_id=demand_id)


@require_http_methods(["GET", "POST"])
@staff("programmes.close")
def close_demand(request: HttpRequest, demand_id: UUID) -> HttpResponse:
    """Nothing more is awaited of the company."""
    sheet = Sheet(
        "Nothing more is awaited", "Say what shows it: this stands with the demand for good.", "Close the demand",
        reverse("demand", args=[demand_id]), file="The company’s certificate",
    )  # fmt: skip

    def act(request: HttpRequest, form: forms.Form) -> HttpResponse:
        said = form.cleaned_data
        closing.close(demand_id, said["how"], said["words"], paper=paper_in(request), by=by(request), at=timezone.now())
        return redirect("demand", demand_id=demand_id)

    return act_on(request, sheet, CloseDemandForm, act)


@require_GET
@staff("programmes.open_letter")
def demand_letter(request: HttpRequest, demand_id: UUID) -> HttpResponse:
    """The PDF, as it was signed or sent last."""
    pdf = demand_desk.open_letter(demand_id, by=by(request), at=timezone.now())
    return as_pdf(pdf, "letter.pdf")


@require_GET
@staff("programmes.open_proof")
def demand_proof(request: HttpRequest, demand_id: UUID, proof_id: UUID) -> HttpResponse:
    """The company's certificate, as it came."""
    return certificate(proofs.open_proof(demand_id, proof_id, by=by(request), at=timezone.now()))
