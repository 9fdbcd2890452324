"""Companies that hold students' data: the registry at the office, and the page that anyone may read."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.law.vendor_contracts import Clause
from fileroom.people.answers import FormUsed, Missing
from fileroom.programmes.vendors import contracts
from fileroom.programmes.vendors.contracts import Held, Listed, Terms
from fileroom.programmes.vendors.lights import Light, Stands
from fileroom.programmes.vendors.standing import State
from fileroom.web.gates import by, public, staff
from fileroom.web.once import once
from fileroom.web.written import nothing_kept_out

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
    State.NOTICE: ("today", "Told what it lacks"),
    State.OVER: ("quiet", "Over"),
    State.VOID: ("late", "Void"),
}
PUBLIC = {
    True: gettext_lazy("Under a contract with the clauses that the law asks for"),
    False: gettext_lazy("No contract under which the district may share anything today"),
}


@require_GET
@staff("programmes.registry")
def vendors(request: HttpRequest) -> HttpResponse:
    """Every company with its contracts."""
    rows = [_company(it) for it in contracts.registry(by=by(request), at=timezone.now())]
    return render(request, "vendors/vendors.html", {"companies": rows})


@require_http_methods(["GET", "POST"])
@staff("programmes.enter_operator")
def new_vendor(request: HttpRequest) -> HttpResponse:
    """Enter a company."""
    if request.method == "GET":
        return render(request, "vendors/new.html", {"sent": {}})
    sent = request.POST
    try:
        said = [_written(sent, name) for name in ("name", "does", "holds")]
        contracts.enter_operator(once(request), *said, by=by(request), at=timezone.now())
    except (FormUsed, ValidationError) as error:
        context = {"sent": {}, "problems": error.messages}
        return render(request, "vendors/new.html", context, status=422)
    return redirect("vendors")


@require_http_methods(["GET", "POST"])
@staff("programmes.enter_contract")
def new_contract(request: HttpRequest, operator_id: UUID) -> HttpResponse:
    """Enter a contract as it was read: nine lights, each with its page and sentence."""
    company = _one(request, operator_id)
    if request.method == "GET":
        return _contract_page(request, company, {})
    try:
        terms = _terms(operator_id, request.POST)
        contracts.enter_contract(once(request), terms, by=by(request), at=timezone.now())
    except (FormUsed, ValidationError) as error:
        return _contract_page(request, company, _problems(error), status=422)
    return redirect("vendors")


@require_POST
@staff("programmes.give_notice")
def notice(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    """The company was told in writing what its contract lacks."""
    try:
        cure_by = _day(request.POST, "cure_by")
        if cure_by is None:
            raise ValidationError("Say until when the company is to cure it.")
        contracts.give_notice(contract_id, cure_by, by=by(request), at=timezone.now())
    except ValidationError as error:
        rows = [_company(it) for it in contracts.registry(by=by(request), at=timezone.now())]
        return render(request, "vendors/vendors.html", {"companies": rows, "problems": error.messages}, status=422)
    return redirect("vendors")


@require_GET
@public("families are told which companies hold students' data; contracts are nobody's secret")
def companies(request: HttpRequest) -> HttpResponse:
    """Companies that hold student data, for anyone."""
    rows = [
        {"name": it.name, "does": it.does, "holds": it.holds, "says": PUBLIC[it.covered], "covered": it.covered}
        for it in contracts.companies(on=timezone.localdate())
    ]
    return render(request, "vendors/public.html", {"companies": rows})


def _one(request: HttpRequest, operator_id: UUID) -> Listed:
    listed = contracts.registry(by=by(request), at=timezone.now())
    found = next((it for it in listed if it.id == operator_id), None)
    if found is None:
        raise Missing
    return found


def _terms(operator_id: UUID, sent: QueryDict) -> Terms:
    lights = tuple(_light(clause, sent) for clause in Clause)
    return Terms(
        operator_id, _written(sent, "title"), _day(sent, "signed_on"), _day(sent, "from_on"), _day(sent, "to_on"),
        "board_policy" in sent, lights,
    )  # fmt: skip


def _light(clause: Clause, sent: QueryDict) -> Light:
    number = int(clause)
    said, page = sent.get(f"stands-{number}", ""), sent.get(f"page-{number}", "")
    stands = Stands(said) if said in set(Stands) else Stands.LACKS
    return Light(clause, stands, int(page) if page.isdecimal() else None, _written(sent, f"words-{number}"))


def _written(sent: QueryDict, name: str) -> str:
    text = sent.get(name, "")[:400]
    nothing_kept_out(text)
    return text


def _day(sent: QueryDict, name: str) -> date | None:
    """The day that was sent, None for none. ValidationError for what is no day."""
    said = sent.get(name, "")
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise ValidationError({name: "Write the day like 2026-11-20."}) from None


def _problems(error: ValidationError) -> dict[str, list[str]]:
    return error.message_dict if hasattr(error, "error_dict") else {"": error.messages}


def _contract_page(
    request: HttpRequest, company: Listed, problems: dict[str, list[str]], *, status: int = 200
) -> HttpResponse:
    sent = request.POST
    rows = [
        {
            "number": int(clause), "says": says, "stands": sent.get(f"stands-{int(clause)}", "lacks"),
            "page": sent.get(f"page-{int(clause)}", ""), "words": sent.get(f"words-{int(clause)}", ""),
            "may_not_apply": clause is Clause.STUDENTS_OWN_CONTENT, "wrong": problems.get(f"clause-{int(clause)}", []),
        }
        for clause, says in CLAUSES.items()
    ]  # fmt: skip
    told = [says for of in problems.values() for says in of]
    context = {"company": _company(company), "clauses": rows, "sent": sent, "problems": told}
    return render(request, "vendors/contract.html", context, status=status)


def _company(it: Listed) -> dict[str, Any]:
    return {
        "id": it.id, "name": it.name, "does": it.does, "holds": it.holds, "covered": it.covered,
        "contracts": [_contract(held) for held in it.contracts],
    }  # fmt: skip


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
        "id": it.id, "title": it.title, "chip": chip, "state": says, "lights": lights, "signed_on": it.signed_on,
        "to_on": it.to_on, "cure_by": it.cure_by, "defective": it.state is State.DEFECTIVE,
        "says": it.decision.says, "lacks": sum(light.stands is Stands.LACKS for light in it.lights),
    }  # fmt: skip
