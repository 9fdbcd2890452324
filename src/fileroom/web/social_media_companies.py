"""Companies that gather from social media for the district: four terms, notices, what they destroyed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.law.vendor_contracts import SocialMediaTerm as Term
from fileroom.people.answers import Refused
from fileroom.programmes.social_media import notices, vendors
from fileroom.programmes.vendors import registry
from fileroom.programmes.vendors.standing import State
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.letterheads import letterhead
from fileroom.web.once import once
from fileroom.web.pdf import as_pdf
from fileroom.web.social_media import day, programme, told
from fileroom.web.social_media_items import kept

TERMS = {
    Term.NO_OTHER_USE: "What is gathered is used for nothing else",
    Term.NEITHER_SOLD_NOR_SHARED: "It is neither sold nor shared, but with the district, the student and the parents",
    Term.DESTROYED_WHEN_SATISFIED: "It is destroyed at once when the contract is satisfied",
    Term.DESTROYED_AT_18_OR_LEAVING: "It is destroyed on notice that the student is 18 or has left",
}
MAY = {"must": "It may gather", "may": "It may gather", "no": "It may not gather", "more": "The contract lacks a term"}


@require_http_methods(["GET", "POST"])
@staff("programmes.enter_vendor")
def new_social_media_company(request: HttpRequest) -> HttpResponse:
    """A company is to gather: which contract, and where in it each of the four terms stands."""
    if request.method == "GET":
        return _page(request, {})
    try:
        contract = UUID(request.POST.get("contract", ""))
    except ValueError:
        return _page(request, {"": ["Choose the contract."]}, status=422)
    try:
        done = vendors.enter_vendor(once(request), contract, _terms(request), by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, {"": told(error)}, status=422)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("new_social_media_company"), answers=MAY)
    return redirect("social_media")


def _terms(request: HttpRequest) -> dict[Term, tuple[int, str]]:
    """Those it has: a page and the words."""
    sent, found = request.POST, {}
    for term in Term:
        page, words = sent.get(f"page-{int(term)}", ""), sent.get(f"words-{int(term)}", "")[:400]
        if words.strip() or page.strip():
            if not page.isdecimal() or not words.strip():
                raise ValidationError(f"{TERMS[term]}: give the page and the sentence of the contract.")
            found[term] = (int(page), words)
    return found


def _page(request: HttpRequest, problems: dict[str, list[str]], *, status: int = 200) -> HttpResponse:
    listed = registry.registry(by=by(request), at=timezone.now())
    held = [
        {"id": it.id, "says": f"{company.name}: {it.title}"}
        for company in listed
        for it in company.contracts
        if it.state is not State.SUPERSEDED
    ]
    sent = request.POST
    terms = [
        {"number": int(term), "says": says, "page": sent.get(f"page-{int(term)}", ""),
         "words": sent.get(f"words-{int(term)}", "")}
        for term, says in TERMS.items()
    ]  # fmt: skip
    told_ = [says for of in problems.values() for says in of]
    context: dict[str, Any] = {"contracts": held, "terms": terms, "chosen": sent.get("contract", ""), "problems": told_}
    return render(request, "social_media/company.html", context, status=status)


@require_POST
@staff("programmes.end_vendor")
def end_social_media_company(request: HttpRequest, vendor_id: UUID) -> HttpResponse:
    """Its contract is satisfied: it destroys all of it at once."""
    done = vendors.end_vendor(vendor_id, by=by(request), at=timezone.now())
    return (
        refused(request, done, back=reverse("social_media")) if isinstance(done, Refused) else redirect("social_media")
    )


@require_POST
@staff("programmes.all_destroyed")
def social_media_company_destroyed(request: HttpRequest, vendor_id: UUID) -> HttpResponse:
    """A company whose contract is over has destroyed all of it."""
    try:
        on_day = day(request.POST.get("destroyed_on", ""))
        done = vendors.all_destroyed(vendor_id, on_day, by=by(request), at=timezone.now())
    except ValidationError as error:
        return programme(request, problems=told(error), status=422)
    return (
        refused(request, done, back=reverse("social_media")) if isinstance(done, Refused) else redirect("social_media")
    )


@require_POST
@staff("programmes.tell_vendor")
def tell_social_media_company(request: HttpRequest, told_id: UUID) -> HttpResponse:
    """The letter by which a company destroys what it gathered of one student; somebody sends it, and says so."""
    try:
        language = "es" if request.POST.get("language") == "es" else "en"
        made = vendors.tell_vendor(
            told_id, language=language, head=letterhead(request), by=by(request), at=timezone.now()
        )
    except ValidationError as error:
        return kept(request, problems=told(error), about=told_id)
    if isinstance(made, Refused):
        return refused(request, made, back=reverse("social_media_gathered"))
    return redirect("social_media_gathered")


@require_GET
@staff("programmes.open_paper")
def social_media_paper(request: HttpRequest, paper_id: UUID) -> HttpResponse:
    """A paper of this programme, as it was made: a letter to a company, or the notice to the parents."""
    kinds = (notices.LETTER, vendors.LETTER, vendors.LETTER_OF_ONE)
    try:
        pdf = notices.open_paper(paper_id, kinds=kinds, by=by(request), at=timezone.now())
    except ValidationError as error:
        return kept(request, problems=told(error))
    return as_pdf(pdf, "paper.pdf")


@require_POST
@staff("programmes.vendor_told")
def social_media_company_told(request: HttpRequest, told_id: UUID) -> HttpResponse:
    """The letter went out: on which day, by which way."""
    back = reverse("social_media_gathered")
    try:
        on_day, how = day(request.POST.get("told_on", "")), request.POST.get("how", "")
        done = vendors.vendor_told(told_id, on_day, how, by=by(request), at=timezone.now())
    except ValidationError as error:
        return kept(request, problems=told(error), about=told_id)
    return refused(request, done, back=back) if isinstance(done, Refused) else redirect(back)


@require_POST
@staff("programmes.vendor_destroyed")
def social_media_told_destroyed(request: HttpRequest, told_id: UUID) -> HttpResponse:
    """A company says on which day it destroyed what it had of one student."""
    try:
        on_day = day(request.POST.get("destroyed_on", ""))
        done = vendors.vendor_destroyed(told_id, on_day, by=by(request), at=timezone.now())
    except ValidationError as error:
        return kept(request, problems=told(error), about=told_id)
    back = reverse("social_media_gathered")
    return refused(request, done, back=back) if isinstance(done, Refused) else redirect(back)
