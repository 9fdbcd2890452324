"""The offices of custodian: who holds each, who held it, the hand-over; and who takes in court orders at a school."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.law.checklists import CHECKLISTS
from fileroom.people import mistaken, offices, receivers
from fileroom.people.answers import Refused
from fileroom.people.owed import OF_THE_DISTRICT
from fileroom.people.services import OwnWord, designate_custodian
from fileroom.web.desk import refused
from fileroom.web.faults import put_on
from fileroom.web.gates import by, staff
from fileroom.web.once import once

# What a card calls the answer: it may be about whoever asks, or about whom they have chosen.
NOT_GIVEN = {"must": "Yours to give", "may": "Yours to give", "no": "Not designated", "more": "Needs more"}
THE_DISTRICT = "The whole district"
HOW = (("office", "In the office, until it is handed over"), ("acting", "Acting, until somebody is designated"))
NO_DAY = {"invalid": "Write the day like 2026-11-20."}
CHOOSE = {"required": "Choose somebody from the list.", "invalid_choice": "Choose somebody from the list."}


class DesignateForm(forms.Form):
    """Who is given an office, how, and until when."""

    employee = forms.ChoiceField(
        label="Who", error_messages=CHOOSE,
        help_text="A certificated employee: the principal, or another. 5 CCR 431",
    )  # fmt: skip
    certificated = forms.BooleanField(
        label="I have seen that they hold a certificated position", required=False,
        help_text="If none is on file: tick it once you have seen one; the ledger says so. Another says it of you.",
    )  # fmt: skip
    how = forms.ChoiceField(label="How", choices=HOW, widget=forms.RadioSelect, initial="office")
    to_on = forms.DateField(
        label="Last day, of who acts", required=False, error_messages=NO_DAY,
        help_text="The office is vacant from the day after. Empty: until it is handed over.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )  # fmt: skip

    def __init__(self, data: Any, *, people: list[offices.Nominee]) -> None:
        super().__init__(data)
        self.fields["employee"].choices = choices(people, note=True)  # type: ignore[attr-defined]


class ReceiverForm(forms.Form):
    """Who takes in court orders at a school, and who when they are away."""

    receiver = forms.ChoiceField(label="Who takes them in", error_messages=CHOOSE)
    backup = forms.ChoiceField(label="Who, when they are away", required=False, error_messages=CHOOSE)

    def __init__(self, data: Any, *, people: list[offices.Nominee]) -> None:
        super().__init__(data)
        for name in self.fields:
            self.fields[name].choices = choices(people)  # type: ignore[attr-defined]


def choices(people: list[offices.Nominee], *, note: bool = False) -> list[Any]:
    """The employees as one list, those who work there first; `note`: of whom no certificated position is known."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for it in people:
        lacks = note and not it.certificated
        said = f"{it.name} (no certificated position on file)" if lacks else it.name
        groups.setdefault("Here" if it.here else "Elsewhere in the district", []).append((str(it.id), said))
    return [("", "Choose"), *groups.items()]


@require_GET
@staff("people.offices")
def custodians(request: HttpRequest) -> HttpResponse:
    """Every office, with its holder; the vacant first to be seen."""
    rows = [_row(it) for it in offices.offices(on=timezone.localdate())]
    vacant = sum(not it["holder"] for it in rows)
    return render(request, "custodians/custodians.html", {"rows": rows, "vacant": vacant})


def _row(it: offices.Standing) -> dict[str, Any]:
    office = it.office
    return {
        "id": office.school_id or OF_THE_DISTRICT, "school": office.school or THE_DISTRICT, "holder": office.holder,
        "acting": office.acting, "since": office.since, "of_school": office.school_id is not None,
        "signed_on": it.signed_on,
    }  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff("people.designate_custodian")
def custodian_office(request: HttpRequest, school_id: UUID) -> HttpResponse:
    """One office, its history, and the form by which it is handed over from today."""
    if request.method == "GET":
        return _page(request, school_id)
    form = DesignateForm(request.POST, people=_people(request, school_id)[0])
    if not form.is_valid():
        return _page(request, school_id, designate=form, status=422)
    said = form.cleaned_data
    acting = said["how"] == "acting"
    of = None if school_id == OF_THE_DISTRICT else school_id
    try:
        done = designate_custodian(
            UUID(said["employee"]), school_id=of, acting=acting, to_on=said["to_on"],
            certificated=said["certificated"], by=by(request), at=timezone.now(), once=once(request),
        )  # fmt: skip
    except ValidationError as error:
        put_on(form, error)
        return _page(request, school_id, designate=form, status=422)
    if isinstance(done, OwnWord):
        form.add_error("certificated", done.says)
        return _page(request, school_id, designate=form, status=422)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("custodian_office", args=[school_id]), answers=NOT_GIVEN)
    return redirect("custodian_office", school_id=school_id)


@require_POST
@staff("people.take_back_office")
def take_office_back(request: HttpRequest, school_id: UUID, office_id: UUID) -> HttpResponse:
    """It was given to the wrong person today: they hold it no more from this moment."""
    done = mistaken.take_back_office(office_id, by=by(request), at=timezone.now())
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("custodian_office", args=[school_id]), answers=NOT_GIVEN)
    return redirect("custodian_office", school_id=school_id)


@require_POST
@staff("people.name_receiver")
def name_receiver(request: HttpRequest, school_id: UUID) -> HttpResponse:
    """Who takes in court orders at this school from today on."""
    form = ReceiverForm(request.POST, people=_people(request, school_id)[0])
    if not form.is_valid():
        return _page(request, school_id, receive=form, status=422)
    said = form.cleaned_data
    second = UUID(said["backup"]) if said["backup"] else None
    try:
        receivers.name_receiver(
            once(request), school_id, UUID(said["receiver"]), second, by=by(request), at=timezone.now()
        )
    except ValidationError as error:
        put_on(form, error)
        return _page(request, school_id, receive=form, status=422)
    return redirect("custodian_office", school_id=school_id)


def _people(request: HttpRequest, of: UUID) -> tuple[list[offices.Nominee], bool]:
    return offices.nominees(of, _words(request), on=timezone.localdate())


def _words(request: HttpRequest) -> str:
    return request.GET.get("name", "").strip()[:100]


def _page(
    request: HttpRequest,
    of: UUID,
    *,
    designate: DesignateForm | None = None,
    receive: ReceiverForm | None = None,
    status: int = 200,
) -> HttpResponse:
    page = offices.office(of, by=by(request), at=timezone.now())
    context: dict[str, Any] = {
        "id": of,
        "of_school": of != OF_THE_DISTRICT,
        "school": page.office.school or THE_DISTRICT,
        "it": page.office,
        "to_on": page.to_on,
        "signed_on": page.signed_on,
        "spells": page.spells,
        "fresh": page.given_today,
        "may_give": page.may_give,
        "mine": page.mine,
        "words": _words(request),
        "problems": bool(designate or receive),
    }
    if of != OF_THE_DISTRICT:
        context["orders"] = _receivers_of(of, timezone.localdate())
    if page.may_give:
        people, more = _people(request, of)
        context |= {"more": more, "designate": designate or DesignateForm(None, people=people)}
        context["receive"] = receive or ReceiverForm(None, people=people)
    return render(request, "custodians/office.html", context, status=status)


def _receivers_of(school: UUID, on: date) -> receivers.Receivers | None:
    return next((it for it in receivers.receivers(on=on) if it.school == school), None)


@require_GET
@staff("people.protocol")
def order_protocol(request: HttpRequest) -> HttpResponse:
    """The district's protocols for court orders, to be printed: their three parts, from what is so today."""
    it = receivers.protocol(on=timezone.localdate())
    context = {
        "schools": it.schools,
        "complete": it.decision.granted,
        "says": it.decision.says,
        "cite": it.decision.because[0].citation if it.decision.because else "",
        "parts": CHECKLISTS["order_protocols"].items,
        "after_hours": settings.ORDERS_AFTER_HOURS,
        "day": timezone.localdate(),
    }
    return render(request, "custodians/protocol.html", context)
