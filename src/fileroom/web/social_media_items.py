"""What is gathered, one thing of one student at a time: taken in, looked at, corrected, destroyed; a family's wish."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.collection.captures import CAPTURE
from fileroom.disclosure.services import Inspected, inspect, open_file
from fileroom.people.answers import Missing, Refused
from fileroom.programmes.social_media import answering, counsels_word, counter, desk, disposing, gathering
from fileroom.programmes.social_media.counter import AtCounter, MayBeShown
from fileroom.programmes.social_media.stages import Reason
from fileroom.web.desk import refused
from fileroom.web.faults import by_field
from fileroom.web.gates import by, staff
from fileroom.web.once import once
from fileroom.web.release_words import ASK_PRINCIPAL
from fileroom.web.social_media import ANSWERS, day, law_card, safely, told
from fileroom.web.social_media_words import LABELS, REASONS

NOT_YOURS = {"must": "Yours to see", "may": "Yours to see", "no": "Not yours to see", "more": "Needs more"}
NOT_GONE = {"must": "Must be destroyed", "may": "May be destroyed", "no": "It stays", "more": "Needs more"}
LISTS = {"must": "Yours to list", "may": "Yours to list", "no": "Not yours to list", "more": "Needs more"}
ASKS = (("see", "To see it"), ("correct", "To have it corrected"), ("delete", "To have it deleted"))
NOT_THEIRS = {"must": "Theirs", "may": "Theirs", "no": "Not theirs by law", "more": "Needs more"}
KINDS = {"correct": "Correct it", "delete": "Delete it"}


@require_http_methods(["GET", "POST"])
@staff("programmes.gather")
def gather(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """One thing is gathered of this student, by named staff."""
    who = safely(request)
    opened = open_file(student_id, by=who, at=timezone.now(), step=True)
    if isinstance(opened, Refused):
        return refused(request, opened, back=reverse("social_media"))
    name, sent = opened.student_name, request.POST
    if request.method == "GET":
        return _form(request, student_id, name, {})
    try:
        given = {field: sent.get(field, "") for field in CAPTURE}
        company = UUID(sent["company"]) if sent.get("company") else None
        done = gathering.gather(once(request), student_id, given, vendor=company, by=who, at=timezone.now())
    except ValidationError as error:
        return _form(request, student_id, name, by_field(error), status=422)
    except ValueError:
        return _form(request, student_id, name, {"": ["Choose the company from the list."]}, status=422)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("social_media"), answers=ANSWERS)
    return redirect("social_media_item", item_id=done.id)


def _form(
    request: HttpRequest, student_id: UUID, name: str, problems: dict[str, list[str]], *, status: int = 200
) -> HttpResponse:
    it = desk.page(by=by(request), at=timezone.now())
    context = {
        "student": {"id": student_id, "name": name},
        "reasons": [(code.value, says) for code, says in REASONS.items() if code.value in it.reasons],
        "companies": [company for company in it.companies if company.ended_on is None],
        "card": law_card(it),
        "gathers": it.gathers,
        "sent": {} if status == 200 else request.POST,
        "problems": problems,
        "today": timezone.localdate(),
    }
    return render(request, "social_media/gather.html", context, status=status)


@require_GET
@staff("programmes.gathered")
def social_media_gathered(request: HttpRequest) -> HttpResponse:
    """Of whom something was gathered, for those who run the program or see to its end."""
    return kept(request)


def kept(request: HttpRequest, *, problems: list[str] | None = None, about: UUID | None = None) -> HttpResponse:
    """What is kept, and which companies are to be told; `problems`: why nothing was done `about` one of them."""
    found = desk.gathered(by=by(request), at=timezone.now())
    if isinstance(found, Refused):
        return refused(request, found, back=reverse("social_media"), answers=LISTS)
    wishes = [{"id": id_, "name": name, "kind": KINDS[kind], "at": at} for id_, name, kind, at in found.wishes]
    context = {"it": found, "wishes": wishes, "problems": problems or [], "about": about, "sent": request.POST}
    return render(request, "social_media/gathered.html", context, status=422 if problems else 200)


@require_GET
@staff("disclosure.inspect")
def social_media_item(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """One item, opened."""
    return _item(request, item_id)


def _item(
    request: HttpRequest, item_id: UUID, *, problems: list[str] | None = None, shown: bool = False, status: int = 200
) -> HttpResponse:  # fmt: skip
    it = desk.item_of(item_id, at=timezone.now())
    seen = inspect(it.record, by=safely(request), at=timezone.now())
    if isinstance(seen, Refused):
        return refused(request, seen, back=reverse("social_media"), answers=NOT_YOURS)
    context = {
        "it": it, "name": seen.student_name, "fields": fields_of(seen), "problems": problems or [],
        "version": seen.version, "shown": shown, "asks": ASKS, "sent": request.POST if problems else {},
        "people": [] if shown or it.destroyed_at else counter.people(item_id, by=by(request), at=timezone.now()),
        "counsels": not shown and counsels_word.may_note(item_id, by=by(request), at=timezone.now()),
    }  # fmt: skip
    return render(request, "social_media/item.html", context, status=status)


def fields_of(seen: Inspected) -> list[tuple[Any, str]]:
    """(label, value) in the order of a capture, in the reader's language; a choice in words."""
    said = seen.contents.fields
    return [(label, _said(name, said[name])) for name, label in LABELS.items() if name in said]


def _said(name: str, value: str) -> str:
    if name == "reason" and value in set(Reason):
        return str(REASONS[Reason(value)])
    return date_format(day(value), pgettext("long day with year", "l j F Y")) if name == "captured_on" else value


@require_POST
@staff("programmes.ask")
def social_media_counter(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """A student or a parent stands at the counter: they see it, or wish it corrected or deleted."""
    sent = request.POST
    try:
        asker = None if sent.get("asker") == counter.STUDENT else UUID(sent.get("asker", ""))
        of = AtCounter(asker, "identity_checked" in sent, sent.get("kind", ""), sent.get("correction", ""))
        done = counter.ask(once(request), item_id, of, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _item(request, item_id, problems=told(error), status=422)
    except ValueError:
        return _item(request, item_id, problems=["Choose who asks."], status=422)
    if isinstance(done, Refused):
        return _not_theirs(request, done, item_id)
    if isinstance(done, MayBeShown):
        return _item(request, item_id, shown=True)
    return redirect("social_media_wish", wish_id=done.id)


def _not_theirs(request: HttpRequest, answer: Refused, item_id: UUID) -> HttpResponse:
    """Why it is not theirs. Where the law is silent, the clerk is told whom to call, and the asker nothing."""
    back = reverse("social_media_item", args=[item_id])
    if not answer.decision.silent:
        return refused(request, answer, back=back, answers=NOT_THEIRS)
    context = {"card": ASK_PRINCIPAL, "back_url": back, "seated": True}
    return render(request, "refused.html", context, status=403)


@require_POST
@staff("programmes.destroy")
def destroy_item(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """A person approves it, and it is gone."""
    done = disposing.destroy(item_id, by=by(request), at=timezone.now())
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("social_media_item", args=[item_id]), answers=NOT_GONE)
    return redirect("social_media_gathered")


@require_http_methods(["GET", "POST"])
@staff("programmes.answer")
def social_media_wish(request: HttpRequest, wish_id: UUID) -> HttpResponse:
    """A family's wish: what they wrote beside what was gathered, and the answer."""
    if request.method == "GET":
        return _wish(request, wish_id)
    try:
        declined = request.POST.get("answer") == "decline"
        done = answering.answer(wish_id, declined=declined, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _wish(request, wish_id, problems=told(error), status=422)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("social_media_wish", args=[wish_id]), answers=NOT_GONE)
    return redirect("social_media_gathered")


def _wish(request: HttpRequest, wish_id: UUID, *, problems: list[str] | None = None, status: int = 200) -> HttpResponse:
    it = desk.wish_of(wish_id)
    seen = [inspect(record, by=safely(request), at=timezone.now()) for record in (it.record, it.words) if record]
    shut = next((one for one in seen if isinstance(one, Refused)), None)
    if shut is not None:
        return refused(request, shut, back=reverse("social_media"), answers=NOT_YOURS)
    open_ = [one for one in seen if isinstance(one, Inspected)]
    if not open_:
        raise Missing
    context = {
        "it": it, "says": KINDS[it.kind], "name": open_[0].student_name, "fields": fields_of(open_[0]),
        "correction": fields_of(open_[1])[0][1] if len(open_) > 1 else "", "problems": problems or [],
    }  # fmt: skip
    return render(request, "social_media/wish.html", context, status=status)
