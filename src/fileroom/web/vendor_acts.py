"""What the Superintendent's designee does about a company: describes it, enters its contract, gives notice, ends it."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.law.vendor_contracts import Clause
from fileroom.people.answers import Missing
from fileroom.programmes.vendors import (
    ai_questions,
    breaches,
    contracts,
    declaring,
    ending,
    proofs,
    registry,
    returning,
)
from fileroom.programmes.vendors.demands import Link
from fileroom.programmes.vendors.registry import Listed
from fileroom.programmes.vendors.standing import GOOD, PAST, State
from fileroom.web.gates import by, staff
from fileroom.web.letterheads import letterhead
from fileroom.web.once import once
from fileroom.web.pdf import as_pdf
from fileroom.web.vendor_acting import Sheet, act_on, certificate, paper_in
from fileroom.web.vendor_forms import (
    BreachForm,
    ContractForm,
    DeclareForm,
    DescribeForm,
    EndForm,
    HoldForm,
    ReturnForm,
)
from fileroom.web.vendors import CLAUSES, OVER

UNLESS_MISREAD = {
    State.ENDED: "ended: only if it was read wrongly",
    State.OVER: "over: only if it was read wrongly",
    State.VOID: "void: only if it was read wrongly",
}


def _page(operator_id: UUID) -> str:
    return reverse("vendor", args=[operator_id])


def _to(operator_id: UUID) -> HttpResponse:
    return redirect("vendor", operator_id=operator_id)


def _one(request: HttpRequest, operator_id: UUID) -> Listed:
    return registry.company(operator_id, by=by(request), at=timezone.now())


@require_http_methods(["GET", "POST"])
@staff("programmes.describe")
def describe(request: HttpRequest, operator_id: UUID) -> HttpResponse:
    """What the company is used for, and which data of whom it holds, from now on."""
    it = _one(request, operator_id)
    sheet = Sheet(f"What {it.name} holds", "As it is from today on.", "Keep it", _page(it.id))

    def act(request: HttpRequest, form: forms.Form) -> HttpResponse:
        said = form.cleaned_data
        spanish = contracts.InSpanish(said["does_es"], said["holds_es"])
        contracts.describe(
            it.id, said["does"], said["holds"], spanish, holds_nothing=said["holds_nothing"], by=by(request),
            at=timezone.now(),
        )  # fmt: skip
        return _to(it.id)

    stands: dict[str, Any] = {"does": it.does, "holds": it.holds, "does_es": it.does_es, "holds_es": it.holds_es}
    stands["holds_nothing"] = it.holds_nothing
    return act_on(request, sheet, DescribeForm, act, initial=stands)


@require_http_methods(["GET", "POST"])
@staff("programmes.enter_contract")
def new_contract(request: HttpRequest, operator_id: UUID) -> HttpResponse:
    """Enter a contract as it was read: nine lights, each with its page and sentence."""
    it = _one(request, operator_id)
    sheet = Sheet(
        f"A contract with {it.name}", "Read it against the nine clauses. Of each that it has, write the page and the"
        " sentence.", "Enter the contract", _page(it.id), cite="Ed. Code 49073.1(b)", template="vendors/contract.html",
    )  # fmt: skip
    others = [(held.id, held.title) for held in it.contracts if held.state not in OVER]
    others += [(held.id, f"{held.title} ({UNLESS_MISREAD[held.state]})") for held in it.contracts if held.state in PAST]

    def act(request: HttpRequest, form: Any) -> HttpResponse:
        contracts.enter_contract(once(request), form.terms(it.id), by=by(request), at=timezone.now())
        return _to(it.id)

    return act_on(request, sheet, partial(ContractForm, others=others), act, context=_clauses)


def _clauses(form: forms.Form) -> dict[str, Any]:
    return {"clauses": [_clause(form, clause, says) for clause, says in CLAUSES.items()]}


def _clause(form: forms.Form, clause: Clause, says: str) -> dict[str, Any]:
    n = int(clause)
    wrong = [error for name in ("stands", "page", "words") for error in form.errors.get(f"{name}-{n}", [])]
    return {
        "number": n, "says": says, "stands": form[f"stands-{n}"].value() or "lacks",
        "page": form[f"page-{n}"].value() or "", "words": form[f"words-{n}"].value() or "",
        "may_not_apply": clause is Clause.STUDENTS_OWN_CONTENT, "wrong": wrong,
    }  # fmt: skip


@require_GET
@staff("programmes.registry")
def vendor_contract(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    """A contract stands on its company's page."""
    return redirect(f"{_page(company_of(request, contract_id))}#contract-{contract_id}")


def company_of(request: HttpRequest, contract_id: UUID) -> UUID:
    """Whose contract it is. Raises Missing."""
    listed = registry.registry(by=by(request), at=timezone.now())
    found = next((it.id for it in listed for held in it.contracts if held.id == contract_id), None)
    if found is None:
        raise Missing
    return found


@require_http_methods(["GET", "POST"])
@staff("programmes.end_contract")
def end_contract(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    """A contract ends before its last day, or never was one."""
    company = company_of(request, contract_id)
    sheet = Sheet(
        "A contract ends", "Nothing of it may be kept at the company afterwards: you will be asked for its"
        " certificate.", "End it", _page(company), cite="Ed. Code 49073.1(b)(7)",
    )  # fmt: skip

    def act(request: HttpRequest, form: forms.Form) -> HttpResponse:
        said = form.cleaned_data
        ending.end_contract(contract_id, said["ended_on"], said["why"], by=by(request), at=timezone.now())
        return _to(company)

    return act_on(request, sheet, EndForm, act, initial={"ended_on": timezone.localdate()})


@require_http_methods(["GET", "POST"])
@staff("programmes.note_return")
def note_return(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    """The company has certified that nothing of a contract is left there."""
    company = company_of(request, contract_id)
    sheet = Sheet(
        "Nothing is left there", "The company returned or destroyed every record of this contract, and certified it.",
        "Note it", _page(company), cite="Ed. Code 49073.1(b)(7)", file="Its certificate",
    )  # fmt: skip

    def act(request: HttpRequest, form: forms.Form) -> HttpResponse:
        said = form.cleaned_data
        returning.note_return(
            contract_id, said["returned_on"], said["certified_by"], paper=paper_in(request), by=by(request),
            at=timezone.now(),
        )  # fmt: skip
        return _to(company)

    return act_on(request, sheet, ReturnForm, act)


@require_GET
@staff("programmes.open_proof")
def return_proof(request: HttpRequest, contract_id: UUID, proof_id: UUID) -> HttpResponse:
    """The company's certificate that nothing of a contract is left there."""
    return certificate(proofs.open_proof(contract_id, proof_id, by=by(request), at=timezone.now()))


@require_POST
@staff("programmes.ask")
def ask_company(request: HttpRequest, operator_id: UUID) -> HttpResponse:
    """Sign the letter by which a company declares what it does with data."""
    link: Link = lambda token: request.build_absolute_uri(reverse("company_declares", args=[token]))  # noqa: E731
    ai_questions.ask(once(request), operator_id, head=letterhead(request), link=link, by=by(request), at=timezone.now())
    return _to(operator_id)


@require_GET
@staff("programmes.open_letter")
def company_question_letter(request: HttpRequest, operator_id: UUID) -> HttpResponse:
    """The newest letter to the company, to send."""
    pdf = ai_questions.open_letter(operator_id, by=by(request), at=timezone.now())
    return as_pdf(pdf, "letter.pdf")


@require_http_methods(["GET", "POST"])
@staff("programmes.declare")
def declare(request: HttpRequest, operator_id: UUID) -> HttpResponse:
    """What a company declares of artificial intelligence."""
    it = _one(request, operator_id)
    sheet = Sheet(
        f"What {it.name} does with data", "As the company declares it. It is held against its contract: the third"
        " clause allows no use but the contract’s own.", "Enter it", _page(it.id), cite="Ed. Code 49073.1(b)(3)",
    )  # fmt: skip

    def act(request: HttpRequest, form: Any) -> HttpResponse:
        declaring.declare(once(request), it.id, form.declared(), by=by(request), at=timezone.now())
        return _to(it.id)

    return act_on(request, sheet, DeclareForm, act, initial={"declared_on": timezone.localdate()})


@require_http_methods(["GET", "POST"])
@staff("programmes.hold_to_contract")
def hold_declared(request: HttpRequest, operator_id: UUID, use_id: UUID) -> HttpResponse:
    """Does the contract have the sentence that is to permit the training?"""
    it = _one(request, operator_id)
    if it.found is None or it.found.use != use_id or not it.declared or not it.declared.words:
        raise Missing
    sheet = Sheet(
        f"Does its contract permit what {it.name} trains?", f"It names page {it.declared.page}:"
        f" “{it.declared.words}” Look for that sentence in the contract itself, and read what stands around it.",
        "Keep what I found", _page(it.id), cite="Ed. Code 49073.1(b)(3)",
    )  # fmt: skip

    def act(request: HttpRequest, form: Any) -> HttpResponse:
        declaring.hold_to_contract(use_id, form.found(), by=by(request), at=timezone.now())
        return _to(it.id)

    hold = [(held.id, held.title) for held in it.contracts if held.state in GOOD]
    return act_on(request, sheet, partial(HoldForm, contracts=hold), act)


@require_http_methods(["GET", "POST"])
@staff("programmes.told")
def breach_told(request: HttpRequest, operator_id: UUID) -> HttpResponse:
    """A company tells the district that data were taken from it."""
    it = _one(request, operator_id)
    sheet = Sheet(
        f"{it.name} tells of a breach", "Note what they said and when. An incident report is due today.", "Note it",
        _page(it.id), cite="Civ. Code 1798.29(b); Ed. Code 49073.1(b)(6)",
    )  # fmt: skip

    def act(request: HttpRequest, form: Any) -> HttpResponse:
        done = breaches.told(once(request), form.notice(it.id), by=by(request), at=timezone.now())
        return redirect("vendor_breach", breach_id=done.id)

    return act_on(request, sheet, BreachForm, act, initial={"told_at": timezone.localtime()})
