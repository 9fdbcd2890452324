"""Opening a school: its custodian counts the drawer, and signs that all of it is entered; or takes the word back."""

from __future__ import annotations

from dataclasses import fields
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from fileroom.collection.orders import opening
from fileroom.collection.orders.opening import Drawer
from fileroom.people import offices
from fileroom.people.answers import Refused
from fileroom.web.desk import refused
from fileroom.web.faults import put_on
from fileroom.web.gates import by, staff

NOT_YOURS = {"must": "Yours to sign", "may": "Yours to sign", "no": "Not yours to sign", "more": "Needs more"}
COUNT = {"required": "Count them, and write the number; 0 if there is none.", "invalid": "Write a number."}
MOST = 100_000


def counted(label: str, help_text: str) -> forms.IntegerField:
    """A number that somebody has counted."""
    return forms.IntegerField(
        label=label, help_text=help_text, min_value=0, max_value=MOST, error_messages=COUNT,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip


class DrawerForm(forms.Form):
    """What lies on paper, counted at the drawer."""

    orders = counted(
        "Court orders that hold",
        "Of students enrolled today, those of the student information system too. One order that names two children"
        " counts once; one that says two things was filed twice, and counts twice. One that names whoever signs is kept"
        " by another: leave it out.",
    )
    restrictions = counted(
        "Students whose family refused directory information",
        "Each has its paper filed here as Parental restrictions on directory information, or its choice entered.",
    )
    military = counted(
        "Students whose family refused military recruiters",
        "Those of 18 who refused for themselves too. 20 U.S.C. 7908",
    )
    colleges = counted("Students whose family refused college recruiters", "Often one form has both: count each.")
    others = counted(
        "Other refusals that a statute gives a family",
        "Grade averages to the Student Aid Commission, immunizations to the registry, a health screening, the family’s"
        " name in the Board’s minutes. A student with two of them counts twice.",
    )
    cards = counted(
        "Safe at Home cards", "Of families of this school, one for each household. Each is entered on a child’s page."
    )
    all_of_it = forms.BooleanField(
        label="I have gone through the whole drawer, and the custody alerts of the student information system",
        error_messages={"required": "Go through all of it first; then say so."},
    )


@require_http_methods(["GET", "POST"])
@staff("collection.sign_for_orders")
def open_site(request: HttpRequest, school_id: UUID) -> HttpResponse:
    """Sign that what lies on paper at the school is entered."""
    form = DrawerForm(request.POST) if request.method == "POST" else DrawerForm()
    if request.method == "GET" or not form.is_valid():
        return _page(request, school_id, form)
    said = form.cleaned_data
    drawer = Drawer(**{it.name: said[it.name] for it in fields(Drawer)})
    try:
        done = opening.sign_for_orders(school_id, drawer, by=by(request), at=timezone.now())
    except ValidationError as error:
        put_on(form, error)
        return _page(request, school_id, form)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("custodian_office", args=[school_id]), answers=NOT_YOURS)
    return redirect("open_site", school_id=school_id)


@require_POST
@staff("collection.withdraw_signature")
def close_site(request: HttpRequest, school_id: UUID) -> HttpResponse:
    """Take the word back: orders are not known at the school again."""
    done = opening.withdraw_signature(school_id, by=by(request), at=timezone.now())
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("custodian_office", args=[school_id]), answers=NOT_YOURS)
    return redirect("open_site", school_id=school_id)


def _page(request: HttpRequest, school_id: UUID, form: DrawerForm) -> HttpResponse:
    site = opening.site(school_id, by=by(request), at=timezone.now())
    office = offices.office(school_id, by=by(request), at=timezone.now()).office
    context = {"site": site, "office": office, "form": form, "problems": form.non_field_errors()}
    return render(request, "custodians/open_site.html", context, status=422 if form.errors else 200)
