"""Court orders: taken in at the counter with their paper, obeyed from that moment, with a receipt for whoever came."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.collection.orders import counsels_word, desk, looking_after, preview, protecting, receipts, telling_apart
from fileroom.collection.orders.duties import OTHERS, REVIEW
from fileroom.collection.orders.preview import Sees
from fileroom.collection.orders.services import file_order
from fileroom.collection.services import Document
from fileroom.disclosure import overview
from fileroom.disclosure.services import Opened, open_file
from fileroom.duties.queries import Listed
from fileroom.people.answers import FormUsed, Refused
from fileroom.web.desk import head, refused
from fileroom.web.faults import put_on
from fileroom.web.gates import by, staff
from fileroom.web.letterheads import letterhead
from fileroom.web.once import once
from fileroom.web.order_form import ANSWERS, BROUGHT, REACHED, STAGES, OrderForm
from fileroom.web.order_lists import how_many_wait
from fileroom.web.order_sentences import does
from fileroom.web.order_sentences import says as sentence
from fileroom.web.owed import due_words, title_of
from fileroom.web.paging import edge_of
from fileroom.web.pdf import as_pdf
from fileroom.web.whose import RELATIONS
from fileroom.web.written import without_what_is_kept_out

SEES = {
    Sees.AS_BEFORE: "As before",
    Sees.ASKS_COUNSEL: "Nothing by which the child could be found, until counsel has read the order",
    Sees.FILE: "The file, once the ID is checked",
    Sees.NOTHING: "Nothing, and no word of why",
    Sees.NOT_WHERE: "No address, schedule or school, until counsel has read the order",
    Sees.NOT_YET: "Nothing yet: a check or a paper is missing",
}
ANSWERED, REACHED_BY, BROUGHT_BY = dict(ANSWERS), dict(REACHED), dict(BROUGHT)
STAGE = dict(STAGES)
PREVIEW = "preview"


@require_http_methods(["GET", "POST"])
@staff("collection.file_order")
def take_order(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """Take an order in. It is in force when the page answers."""
    opened = open_file(student_id, by=by(request), at=timezone.now(), step=True)
    if isinstance(opened, Refused):
        return refused(request, opened, back=reverse("students"))
    form = _form(request, opened)
    if request.method == "GET":
        return _page(request, opened, form)
    if PREVIEW in request.POST:
        return _previewed(request, opened, form)
    if not form.is_valid():
        return _page(request, opened, _emptied(form), status=422)
    return _take(request, opened, form)


def _form(request: HttpRequest, opened: Opened) -> OrderForm:
    today = timezone.localdate()
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    siblings = desk.siblings(opened.student, by=by(request), at=timezone.now())
    return OrderForm(*sent, people=overview.people(opened, on=today), siblings=siblings, today=today)


def _previewed(request: HttpRequest, opened: Opened, form: OrderForm) -> HttpResponse:
    """What each person could see, before anything is filed; the paper is not needed for that, nor kept."""
    _asked_for(form, needed=False)
    valid = form.is_valid()
    _asked_for(form, needed=True)
    if not valid:
        return _page(request, opened, _emptied(form), status=422)
    try:
        terms = form.terms(opened.student)
        seen = preview.preview(terms, by=by(request), at=timezone.now())
    except ValidationError as error:
        put_on(form, error)
        return _page(request, opened, form, status=422)
    picked = terms.binds and terms.whom is not None and terms.protected is not None
    return _page(request, opened, form, preview=[_sees(it) for it in seen], picked=picked)


def _asked_for(form: OrderForm, *, needed: bool) -> None:
    """Whether the paper and its pages have to be there: to file the order, and not to see what it would change."""
    for field in ("file", "pages"):
        form.fields[field].required = needed


def _emptied(form: OrderForm) -> OrderForm:
    """The form to be shown again, without a name that held more than a name."""
    form.data = without_what_is_kept_out(form)
    return form


def _sees(it: preview.Seen) -> dict[str, Any]:
    nothing = it.sees is Sees.NOTHING
    return {
        "child": it.child, "name": it.name, "kind": RELATIONS[it.kind], "sees": SEES[it.sees], "nothing": nothing,
        "principal_called": it.principal_called,
    }  # fmt: skip


def _take(request: HttpRequest, opened: Opened, form: OrderForm) -> HttpResponse:
    upload, who, now = form.cleaned_data["file"], by(request), timezone.now()
    try:
        paper = Document(str(upload.name), upload.read())
        done = file_order(form.terms(opened.student), paper, by=who, at=now, once=once(request))
    except FormUsed as error:
        form.add_error(None, error)
        return _page(request, opened, form, status=422)
    except ValidationError as error:
        put_on(form, error)
        return _page(request, opened, form, status=422)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("student", args=[opened.student]))
    if not receipts.receipts(done.id, by=who, at=now):  # a form sent twice is one act, with one receipt
        said = {"language": form.cleaned_data["language"], "pages": form.cleaned_data["pages"]}
        with suppress(ValidationError):  # the order is in force; the page says that the receipt is lacking
            receipts.issue_receipt(done.id, **said, head=letterhead(request), by=who, at=now)
    if not desk.known_among([done.id], by=who, at=now):  # it names who took it in, or may: they open no page of it
        return render(request, "orders/taken.html", {"receipts": receipts.receipts(done.id, by=who, at=now)})
    return redirect("order", order_id=done.id)


def _page(
    request: HttpRequest,
    opened: Opened,
    form: OrderForm,
    *,
    preview: list[dict[str, Any]] | None = None,
    picked: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = head(request, opened) | {"form": form, "preview": preview, "picked": picked}
    return render(request, "orders/take.html", context, status=status)


@require_GET
@staff("collection.orders")
def orders(request: HttpRequest) -> HttpResponse:
    """The orders on file, for a custodian of records."""
    return orders_page(request)


def orders_page(request: HttpRequest, *, problem: str = "", status: int = 200) -> HttpResponse:
    """The list; `problem`: what was wrong with a code that was looked up."""
    after = edge_of(request, "after")
    found = desk.orders(after=after, by=by(request), at=timezone.now())
    rows = [_row(it) for it in found.listed]
    context = {"orders": rows, "after": after, "more": rows[-1]["id"] if found.more else None, "problem": problem}
    context["lists"] = how_many_wait(request)
    return render(request, "orders/orders.html", context, status=status)


@require_POST
@staff("collection.by_code")
def find_receipt(request: HttpRequest) -> HttpResponse:
    """Whoever comes back with the code of a receipt gets it again."""
    found = receipts.by_code(request.POST.get("code", ""), by=by(request), at=timezone.now())
    if found is None:
        return orders_page(request, problem="No receipt that you may open has this code. Read it again.", status=422)
    return redirect("receipt", letter_id=found)


@require_GET
@staff("collection.order")
def order(request: HttpRequest, order_id: UUID) -> HttpResponse:
    """One order: what it says, its receipts, what is still owed, and what may be done about it."""
    return order_page(request, order_id)


def order_page(request: HttpRequest, order_id: UUID, *, problems: Any = (), status: int = 200) -> HttpResponse:
    """The page of one order; `problems`: what of an act on it was wrong."""
    who, now = by(request), timezone.now()
    page = desk.order(order_id, by=who, at=now)
    context = {
        "it": _row(page.order),
        "receipts": receipts.receipts(order_id, by=who, at=now),
        "owed": owed_rows(page.owed),
        "looks": [it.part for it in page.owed if it.rule == REVIEW],
        "to_read": [it.id for it in page.owed if counsels_word.is_to_read(it)],
        "to_hold": [it.id for it in page.owed if counsels_word.is_to_hold(it, timezone.localdate())],
        "counsels_word": counsels_word.may_say(order_id, by=who, at=now),
        "others": [it.id for it in page.owed if it.rule == OTHERS],
        "may_be": [_may_be(it) for it in telling_apart.of(order_id, by=who, at=now)],
        "protects": protecting.to_say(order_id, by=who, at=now),
        "never_called": page.order.reached == looking_after.NEVER_CALLED,
        "proposed": page.proposed,
        "keeps": page.keeps and page.order.lifted_on is None,
        "problems": problems,
    }
    return render(request, "orders/order.html", context, status=status)


def owed_rows(owed: Iterable[Listed]) -> list[dict[str, Any]]:
    """What is owed about one order, as rows."""
    return [
        {
            "title": title_of(it.room, it.rule, it.part),
            "says": it.says,
            "cite": it.citation,
            "when": due_words(it),
            "late": it.late,
        }
        for it in owed
    ]


@require_POST
@staff("collection.issue_receipt")
def make_receipt(request: HttpRequest, order_id: UUID) -> HttpResponse:
    """Another receipt: in another language, or for a paper that was lost."""
    sent = request.POST
    pages = int(sent.get("pages", "")) if sent.get("pages", "").isdecimal() else 0
    try:
        receipts.issue_receipt(
            order_id, language=sent.get("language", ""), pages=pages, head=letterhead(request), by=by(request),
            at=timezone.now(),
        )  # fmt: skip
    except ValidationError as error:
        return order_page(request, order_id, problems=error.messages, status=422)
    return redirect("order", order_id=order_id)


@require_GET
@staff("collection.open_receipt")
def receipt(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """The PDF of a receipt, as it was made."""
    pdf = receipts.open_receipt(letter_id, by=by(request), at=timezone.now())
    return as_pdf(pdf, "receipt.pdf")


def _may_be(it: telling_apart.MayBe) -> dict[str, Any]:
    return {
        "id": it.id, "name": it.name, "kind": RELATIONS[it.kind] if it.kind else "an employee", "answer": it.answer,
        "waits": it.waits, "may_say_yes": it.may_say_yes, "may_say_no": it.may_say_no,
    }  # fmt: skip


def _row(it: desk.OnFile) -> dict[str, Any]:
    return {
        "id": it.id, "says": sentence(it.kind, it.term, it.collects_on), "does": does(it.kind, it.term),
        "children": it.children, "restrained": it.restrained,
        "protected": it.protected, "from_on": it.from_on, "ends": it.ends, "ends_by_law": it.ends_by_law,
        "stage": STAGE.get(it.stage, ""), "hearing_on": it.hearing_on,
        "over": it.over, "claimed": it.claimed, "lifted_on": it.lifted_on, "received_at": it.received_at,
        "received_by": it.received_by,
        "served": ANSWERED.get(it.served, ""), "safe_tonight": ANSWERED.get(it.safe_tonight, ""),
        "in_danger": it.safe_tonight == "no", "reached": REACHED_BY.get(it.reached, ""),
        "court": it.court, "number": it.number, "brought_by": BROUGHT_BY.get(it.brought_by, ""),
    }  # fmt: skip
