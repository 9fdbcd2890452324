"""Who may act as the Superintendent's designee, and in what: the register, and the forms of whoever gives."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_http_methods, require_POST

from fileroom.people import offices
from fileroom.people.owed import OF_THE_DISTRICT
from fileroom.programmes.delegations import register
from fileroom.programmes.delegations.designees import Programme
from fileroom.programmes.delegations.register import Given
from fileroom.web.custodians import choices
from fileroom.web.gates import by, staff
from fileroom.web.once import once

# What a delegation in each programme lets its holder do.
ACTS = {
    Programme.NOTICES: "The annual notice: what the district says of itself, the text, languages, who was told",
    Programme.REGULATION: "The administrative regulation: adopting its text",
    Programme.POLICY: "The Board’s policy: its text as adopted, its report on paper",
    Programme.VENDORS: "Companies: contracts, what they hold, breaches, deletion, letters for students they serve",
    Programme.TOOLS: "AI tools: which may be given a text",
    Programme.SOCIAL_MEDIA: "Social media: the program’s steps, who gathers, its companies",
    Programme.TRAINING: "Training: who owes what by name, sign-in sheets, other systems’ lists",
    Programme.GUIDE: "The know-your-rights guide: its editions, where it is posted",
    Programme.CALENDAR: "The school calendar: breaks and closed days, from which days are counted",
}
# The offices that act without a delegation, where they are held for the whole district (law/offices.toml).
OFFICES = {
    "administrator": "Administrator in the district’s own office",
    "custodian": "Custodian of records of the district",
}
SHORT = {
    Programme.NOTICES: "Annual notice",
    Programme.REGULATION: "Administrative regulation",
    Programme.POLICY: "Policy",
    Programme.VENDORS: "Companies",
    Programme.TOOLS: "AI tools",
    Programme.SOCIAL_MEDIA: "Social media",
    Programme.TRAINING: "Training",
    Programme.GUIDE: "Know-your-rights guide",
    Programme.CALENDAR: "School calendar",
}


@require_http_methods(["GET", "POST"])
@staff("programmes.register")
def delegations(request: HttpRequest) -> HttpResponse:
    """The register; a post enters a delegation."""
    if request.method == "GET":
        return _page(request)
    try:
        register.give(once(request), _given(request), by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, problems=error.messages, status=422)
    return redirect("delegations")


@require_POST
@staff("programmes.end")
def end_delegation(request: HttpRequest) -> HttpResponse:
    """Take one back."""
    try:
        register.end(_id(request, "delegation"), by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, problems=error.messages, status=422)
    return redirect("delegations")


def _given(request: HttpRequest) -> Given:
    sent = request.POST
    from_on, to_on = _day(sent.get("from_on", "")), _day(sent.get("to_on", ""))
    if from_on is None:
        raise ValidationError("Say from which day.")
    return Given(_id(request, "employee"), tuple(sent.getlist("programmes")), from_on, to_on)


def _id(request: HttpRequest, name: str) -> UUID:
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError:
        raise ValidationError("Choose somebody from the list.") from None


def _day(said: str) -> date | None:
    try:
        day = parse_date(said) if said else None
    except ValueError:
        day = None
    if said and day is None:
        raise ValidationError("Write the day like 2026-11-20.")
    return day


def _page(request: HttpRequest, *, problems: Any = (), status: int = 200) -> HttpResponse:
    found, today = register.register(by=by(request), at=timezone.now()), timezone.localdate()
    typed = {name: request.POST.get(name, "") for name in ("employee", "from_on", "to_on")}
    context: dict[str, Any] = {
        "rows": [_row(it) for it in found.listed], "holders": [_holder(it) for it in found.holders],
        "may_give": found.may_give, "problems": problems,
        "typed": typed | {"from_on": typed["from_on"] or today.isoformat()},
        "acts": [(it.value, says, it.value in request.POST.getlist("programmes")) for it, says in ACTS.items()],
    }  # fmt: skip
    if found.may_give:
        words = request.GET.get("name", "").strip()[:100]
        people, more = offices.nominees(OF_THE_DISTRICT, words, on=today)
        context |= {"people": choices(people), "more": more, "words": words}
    return render(request, "delegations/register.html", context, status=status)


def _holder(it: register.Holder) -> dict[str, Any]:
    return {"name": it.name, "offices": [OFFICES[office] for office in it.offices]}


def _row(it: register.Listed) -> dict[str, Any]:
    return {"it": it, "in_": [SHORT[Programme(name)] for name in it.programmes if name in set(Programme)]}
