"""Companies that hold students' data: the registry at the office, one company, and the page that anyone may read."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from fileroom.law.codes import DutyCode
from fileroom.law.vendor_contracts import Clause
from fileroom.people.answers import Refused
from fileroom.programmes.vendors import (
    apps_wanted,
    breaches,
    contracts,
    curing,
    demand_desk,
    proofs,
    registry,
    still_there,
)
from fileroom.programmes.vendors.lights import Stands
from fileroom.programmes.vendors.registry import Held, Listed
from fileroom.programmes.vendors.standing import GOOD, State
from fileroom.programmes.vendors.still_there import Why
from fileroom.web.cards import card
from fileroom.web.gates import by, public, staff
from fileroom.web.once import once
from fileroom.web.vendor_acting import Sheet, act_on
from fileroom.web.vendor_forms import CompanyForm, WantForm

CLAUSES = {
    Clause.RECORDS_STAY_THE_DISTRICTS: "The records stay the district’s",
    Clause.STUDENTS_OWN_CONTENT: "Students keep what they create, and may move it",
    Clause.NO_OTHER_USE: "Used for nothing but what the contract says",
    Clause.REVIEW_AND_CORRECTION: "Parents and students of 18 can review and correct",
    Clause.SECURITY: "How the records are kept secure, and who is trained",
    Clause.NOTICE_OF_DISCLOSURE: "How families are told of a breach",
    Clause.NOTHING_KEPT_AFTERWARDS: "Nothing is kept when the contract is over, and how that is enforced",
    Clause.FERPA_TOGETHER: "How both comply with FERPA",
    Clause.NO_TARGETED_ADVERTISING: "No targeted advertising",
}
CHIPS = {
    State.COMPLIANT: ("ok", "In order"),
    State.CURED: ("ok", "Cured"),
    State.DRAFT: ("quiet", "Draft"),
    State.DEFECTIVE: ("late", "Lacks a clause"),
    State.ENDED: ("quiet", "Ended"),
    State.NOT_KNOWN: ("today", "Not known"),
    State.NO_POLICY: ("late", "No Board policy"),
    State.NOTICE: ("today", "Told what it lacks"),
    State.OVER: ("quiet", "Over"),
    State.SUPERSEDED: ("quiet", "Another took its place"),
    State.VOID: ("late", "Void"),
    State.WITHDRAWN: ("quiet", "Entered by mistake"),
}
STANDS = {
    "unfit": ("late", "Attention", ""),
    "covered": ("ok", "In order", "May be shared with, for what its contract says."),
    "wanting": ("late", "Attention", "It holds data, and no contract allows it today."),
    "not_known": ("today", "Not known", "Nobody has said what it holds."),
    "undeclared": ("today", "Not declared", "It has not said what it does with data."),
    "nothing": ("quiet", "Nothing there", "Nothing is shared with it."),
}
PUBLIC = {
    True: gettext_lazy("Under a contract with the clauses that the law asks for"),
    False: gettext_lazy("No contract under which the district may share anything today"),
}
LEFT = {
    Why.GATHERED: "It gathered from social media for the district, and has not said that it destroyed",
    Why.DEMANDED: "The district demands that it delete",
    Why.ASKED: "The family wants it deleted there",
    Why.GIVEN: "The office gave it a copy of a record",
}
NO_POLICY = (
    "It has what the law asks of the company. What is lacking is the district’s own: a policy that the Board adopted,"
    " under which it is made. Nothing is shared until there is one; then enter the contract anew, as amended."
)
APP_ANSWERS = {"must": "You may use it", "may": "You may use it", "no": "Not with students", "more": "Not yet"}


@require_GET
@staff("programmes.registry")
def vendors(request: HttpRequest) -> HttpResponse:
    """Every company, and how each stands."""
    who, now = by(request), timezone.now()
    rows = [_line(it) for it in registry.registry(by=who, at=now)]
    may = registry.may_enter(by=who, at=now)
    wanted = apps_wanted.wanted(by=who, at=now) if may else []
    return render(request, "vendors/vendors.html", {"companies": rows, "may_enter": may, "wanted": wanted})


@require_GET
@staff("programmes.company")
def vendor(request: HttpRequest, operator_id: UUID) -> HttpResponse:
    """One company: its contracts light by light, what it declares, what was demanded of it, and what it lost."""
    return company_page(request, operator_id)


def company_page(request: HttpRequest, operator_id: UUID, problems: list[str] | None = None) -> HttpResponse:
    """The page of a company, with what was wrong with an act on it, or nothing."""
    who, now = by(request), timezone.now()
    it = registry.company(operator_id, by=who, at=now)
    may = registry.may_enter(by=who, at=now)
    context: dict[str, Any] = {"company": company_words(it), "may_enter": may, "problems": problems or []}
    if may:
        context["demands"] = demand_desk.demands(by=who, at=now, of=operator_id)
        for row in context["company"]["contracts"]:
            row["proofs"] = proofs.of_contract(row["id"], by=who, at=now)
            row["notice"] = curing.notice_of(row["id"], by=who, at=now)
        context["left"] = still_there.number(operator_id, by=who, at=now)
        context["breaches"] = breaches.breaches(operator_id, by=who, at=now)
    return render(request, "vendors/company.html", context, status=422 if problems else 200)


@require_GET
@staff("programmes.listed")
def vendor_left(request: HttpRequest, operator_id: UUID) -> HttpResponse:
    """Students who have left, of whom the company still holds something."""
    who, now = by(request), timezone.now()
    it = registry.company(operator_id, by=who, at=now)
    rows = [{"it": row, "why": LEFT[row.why]} for row in still_there.listed(operator_id, by=who, at=now)]
    return render(request, "vendors/left.html", {"company": it, "rows": rows})


@require_http_methods(["GET", "POST"])
@staff("programmes.enter_operator")
def new_vendor(request: HttpRequest) -> HttpResponse:
    """Enter a company."""
    sheet = Sheet("Enter a company", "Before it holds anything of a student.", "Enter it", reverse("vendors"))
    return act_on(request, sheet, CompanyForm, _enter)


def _enter(request: HttpRequest, form: Any) -> HttpResponse:
    said = form.cleaned_data
    spanish = contracts.InSpanish(said["does_es"], said["holds_es"])
    done = contracts.enter_operator(
        once(request), said["name"], said["does"], said["holds"], spanish, holds_nothing=said["holds_nothing"],
        by=by(request), at=timezone.now(),
    )  # fmt: skip
    return redirect("vendor", operator_id=done.id)


@require_http_methods(["GET", "POST"])
@staff("programmes.want")
def app_wanted(request: HttpRequest) -> HttpResponse:
    """May I use this app with my class? Anybody who works here asks; a click on its terms is no contract."""
    sheet = Sheet(
        "May I use this app?", "Ask before a student’s name goes anywhere. The answer is there at once.", "Ask",
        reverse("vendors"), cite="Ed. Code 49073.1", for_all=True,
    )  # fmt: skip
    return act_on(request, sheet, WantForm, _want)


def _want(request: HttpRequest, form: Any) -> HttpResponse:
    said = form.cleaned_data
    done = apps_wanted.want(
        once(request), said["name"], said["used_for"], clicked=said["clicked"] == "yes", by=by(request),
        at=timezone.now(),
    )  # fmt: skip
    decision = done.decision
    context = {
        "card": card(decision, subject=said["name"], answers=APP_ANSWERS),
        "refused": isinstance(done, Refused), "clicked": said["clicked"] == "yes",
    }  # fmt: skip
    return render(request, "vendors/wanted.html", context)


@require_GET
@public("families are told which companies hold students' data; contracts are nobody's secret")
def companies(request: HttpRequest) -> HttpResponse:
    """Companies that hold student data, for anyone."""
    rows = [
        {
            "name": it.name, "does": _read(it.does, it.does_es), "holds": _read(it.holds, it.holds_es),
            "says": PUBLIC[it.covered], "covered": it.covered, "declared": it.declared,
        }
        for it in registry.companies(on=timezone.localdate())
        if it.has_something or it.covered
    ]  # fmt: skip
    return render(request, "vendors/public.html", {"companies": rows})


def _read(english: str, spanish: str) -> dict[str, str]:
    """In the language of the page, where it was put so; else in English."""
    return {"says": spanish, "in": "es"} if spanish and get_language() == "es" else {"says": english, "in": "en"}


def _line(it: Listed) -> dict[str, Any]:
    each = {
        "unfit": it.unfit, "wanting": it.wanting, "not_known": it.not_known, "undeclared": it.undeclared,
        "covered": it.covered,
    }  # fmt: skip
    stands = next((name for name, so in each.items() if so), "nothing")
    chip, short, says = STANDS[stands]
    told = it.unfit or says
    return {"id": it.id, "name": it.name, "does": it.does, "chip": chip, "short": short, "says": told}


def company_words(it: Listed) -> dict[str, Any]:
    """A company as its page shows it."""
    return _line(it) | {
        "unfit": it.unfit, "found": it.found, "found_in": _found_in(it),
        "holds": it.holds, "holds_nothing": it.holds_nothing, "undeclared": it.undeclared, "asked": it.asked,
        "covered": it.covered, "has_something": it.has_something, "declared": it.declared,
        "contracts": [_contract(held) for held in it.contracts],
    }  # fmt: skip


def _found_in(it: Listed) -> str:
    """What the contract is called that has the sentence which permits the training; empty: none that holds today."""
    of = it.found
    return next((held.title for held in it.contracts if of and held.id == of.where and held.state in GOOD), "")


def _contract(it: Held) -> dict[str, Any]:
    chip, says = CHIPS[it.state]
    lights = [
        {
            "number": int(light.clause), "says": CLAUSES[light.clause], "stands": light.stands.value,
            "page": light.page, "words": light.words,
        }
        for light in it.lights
    ]  # fmt: skip
    return {
        "it": it, "id": it.id, "title": it.title, "chip": chip, "state": says, "lights": lights,
        "has": sum(light.stands is not Stands.LACKS for light in it.lights), "open": it.state not in SHUT,
        "defective": it.state is State.DEFECTIVE, "to_come_back": it.to_come_back, "says": _law(it),
        "may_end": it.state not in OVER, "replaceable": it.state not in OVER,
    }  # fmt: skip


def _law(it: Held) -> str:
    """The law's sentence of today: of a contract that lacks something, what is to be done about it, and by whom."""
    if it.state is State.NO_POLICY:
        return NO_POLICY
    cure = (duty.says for duty in it.decision.duties if duty.code == DutyCode.GIVE_NOTICE_TO_CURE)
    return next(cure, it.decision.says)


OVER = (State.ENDED, State.OVER, State.SUPERSEDED, State.VOID, State.WITHDRAWN)
SHUT = (*OVER, *GOOD)  # whose lights a reader opens only if they want to
