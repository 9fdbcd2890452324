"""The form builder: a person writes a form, and each field is put to the law as it is typed, and again on saving."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fileroom.collection.forms import FieldAnswer, FormAnswer
from fileroom.collection.register import lists, services
from fileroom.collection.register.definitions import MOST_FIELDS, Asking, Head, Made, asking
from fileroom.collection.register.lists import Register
from fileroom.law.takings import Verdict
from fileroom.web.form_words import ASKED_BY, FIELD_KINDS, FOUND, KINDS, OWNERS, TONGUES
from fileroom.web.gates import by, staff
from fileroom.web.law_book import rule_url
from fileroom.web.once import once

EMPTY = asking({})
NOTICE = "register_notice"  # session key: what the last act came to, shown once


@require_http_methods(["GET", "POST"])
@staff("collection.register", also_in=("es",))
def new_form(request: HttpRequest) -> HttpResponse:
    """Write a form that is not in the register yet."""
    school = next(iter(_register(request).schools), (None, ""))[0]
    if request.method == "GET":
        return _page(request, Made(Head("", "web", "en", school, "registrar"), (EMPTY,)), number=None)
    return _posted(request, None)


@require_http_methods(["GET", "POST"])
@staff("collection.register", also_in=("es",))
def form(request: HttpRequest, form_id: UUID) -> HttpResponse:
    """Change a form that was made here. Of a paper there is nothing to change: it is read again."""
    listed, asks = lists.registered(form_id, by=by(request), at=timezone.now(), days=settings.FORM_DAYS)
    if not asks:
        return redirect(reverse("paper_form") + f"?form={form_id}")
    if request.method == "GET":
        made = Made(listed.head, asks)
        return _page(request, made, number=form_id, answer=_checked(request, made, form_id))
    return _posted(request, form_id)


@require_POST
@staff("collection.check", also_in=("es",))
def check_form(request: HttpRequest) -> HttpResponse:
    """The law's word on each field as it stands, for the page that is being typed in. Nothing is kept."""
    made = _made(request)
    try:
        answer = _checked(request, made, _changed(request))
    except ValidationError as error:
        return JsonResponse({"verdict": "", "title": "", "fields": [], "says": " ".join(_said(error))})
    title, answers = _rendered(request, 0, answer.title), [_rendered(request, *it) for it in enumerate(answer.fields)]
    return JsonResponse({"verdict": answer.verdict.value, "title": title, "fields": answers, "says": _summary(answer)})


def _rendered(request: HttpRequest, number: int, answer: FieldAnswer) -> str:
    return render_to_string("forms/answer.html", {"it": _field(number, None, answer)}, request=request)


def _posted(request: HttpRequest, form_id: UUID | None) -> HttpResponse:
    """Save, or one step of the writing: a field more, a field less, a look at what the law says."""
    made, act = _made(request), request.POST.get("act", "check")
    if act not in ("use", "draft"):
        stepped = _stepped(made, act)
        try:
            answer, problems = _checked(request, stepped, form_id), []
        except ValidationError as error:
            answer, problems = None, _said(error)
        return _page(request, stepped, number=form_id, answer=answer, problems=problems, added=act == "add")
    who, now = by(request), timezone.now()
    try:
        done = services.register(form_id or once(request), made, in_use=act == "use", by=who, at=now)
    except ValidationError as error:
        try:
            answer = _checked(request, made, form_id)
        except ValidationError:
            answer = None
        return _page(request, made, number=form_id, answer=answer, problems=_said(error), status=422)
    if isinstance(done, services.NotInUse):
        return _page(request, made, number=form_id, answer=_checked(request, made, form_id), refused=True, status=422)
    request.session[NOTICE] = "in_use" if act == "use" else "draft"
    return redirect("forms")


def _checked(request: HttpRequest, made: Made, form_id: UUID | None) -> FormAnswer:
    return services.check(made.definition(), by=by(request), at=timezone.now(), form_id=form_id)


def _changed(request: HttpRequest) -> UUID | None:
    """The form of the register that the page changes; None: a new one."""
    try:
        return UUID(request.POST.get("form", ""))
    except ValueError:
        return None


def _said(error: ValidationError) -> list[str]:
    return [_(it) for it in error.messages]


def tongue() -> str:
    """The language this page is shown in."""
    return get_language() or "en"


def _stepped(made: Made, act: str) -> Made:
    if act == "add":
        return Made(made.head, (*made.asks, EMPTY))
    word, _sep, number = act.partition("-")
    if word == "remove":
        left = tuple(it for at, it in enumerate(made.asks) if str(at) != number)
        return Made(made.head, left or (EMPTY,))
    return made


def _made(request: HttpRequest) -> Made:
    """The form as it was sent: its head, and as many fields as it says it has; of too many, one too many."""
    sent = request.POST
    count = sent.get("fields", "0")
    many = min(int(count), MOST_FIELDS + 1) if count.isdecimal() and len(count) < 5 else 0
    asks = tuple(_asking(request, number) for number in range(many))
    return Made(head_sent(request), asks)


def head_sent(request: HttpRequest) -> Head:
    """All of a form but its fields, as it was sent."""
    sent = request.POST
    try:
        school = UUID(sent["school"]) if sent.get("school") else None
    except ValueError:
        school = UUID(int=0)  # no school of theirs
    return Head(sent.get("title", ""), sent.get("kind", ""), sent.get("tongue", ""), school, sent.get("owner", ""))


def _asking(request: HttpRequest, number: int) -> Asking:
    given: dict[str, Any] = {
        name: request.POST.get(f"{name}-{number}", "") for name in ("label", "help", "placeholder", "kind", "required")
    }
    return asking(given | {"options": request.POST.get(f"options-{number}", "").splitlines()})


def _register(request: HttpRequest) -> Register:
    return lists.register_of(by=by(request), at=timezone.now(), days=settings.FORM_DAYS)


def choices(register: Register, head: Head) -> dict[str, list[dict[str, Any]]]:
    """What the head of a form is chosen from."""
    where = [("", _("The whole district"))] if register.district else []
    listed: dict[str, Mapping[str, Any]] = {"kind": KINDS, "tongue": TONGUES, "owner": OWNERS}
    chosen = {"kind": head.kind, "tongue": head.tongue, "owner": head.owner}
    made = {name: _options(these.items(), chosen[name]) for name, these in listed.items()}
    return made | {"school": _options([*where, *register.schools], head.school or "")}


def _options(these: Any, chosen: Any) -> list[dict[str, Any]]:
    return [{"value": value, "says": says, "selected": str(value) == str(chosen)} for value, says in these]


def _page(
    request: HttpRequest,
    made: Made,
    *,
    number: UUID | None,
    answer: FormAnswer | None = None,
    problems: Any = (),
    refused: bool = False,
    added: bool = False,
    status: int = 200,
) -> HttpResponse:
    answers = answer.fields if answer else [None] * len(made.asks)
    context = {
        "tongue": tongue(),
        "form_id": number,
        "head": made.head,
        "choices": choices(_register(request), made.head),
        "title_answer": _field(0, None, answer.title) if answer else None,
        "fields": [_field(at, it, of) for at, (it, of) in enumerate(zip(made.asks, answers, strict=True))],
        "says": _summary(answer),
        "verdict": answer.verdict.value if answer else "",
        "problems": problems,
        "refused": refused,
        "added": added,
    }
    return render(request, "forms/builder.html", context, status=status)


def _summary(answer: FormAnswer | None) -> str:
    """How the form stands, in one line."""
    if answer is None:
        return ""
    title = "" if answer.title.verdict is Verdict.ALLOW else _("The title asks for what it may not.")
    against = [it for it in answer.fields if it.verdict is not Verdict.ALLOW]
    if not against:
        return title or _("No field asks for what it may not.")
    if len(against) == 1:
        return f"{title} {_('One field may not be asked like this.')}".strip()
    return f"{title} {_('%(number)s fields may not be asked like this.') % {'number': len(against)}}".strip()


def _field(number: int, it: Asking | None, answer: FieldAnswer | None) -> dict[str, Any]:
    return {
        "number": number,
        "asks": it,
        "options": "\n".join(it.field.options) if it else "",
        "kinds": _options(FIELD_KINDS.items(), it.kind) if it else [],
        "verdict": answer.verdict.value if answer else "",
        "reasons": [_reason(each) for each in answer.reasons[:2]] if answer else [],
    }


def _reason(it: Any) -> dict[str, Any]:
    """Why a field is refused, and what instead, in the reader's language."""
    return {
        "label": FOUND[it.category],
        "asks_by": ASKED_BY.get(it.asks_by, ""),
        "says": _(it.ruling.says),
        "citation": it.ruling.citation,
        "url": rule_url(it.ruling.rule),
        "instead": _(it.instead.says),
        "instead_citation": it.instead.citation.text,
        "any_of": [_(each) for each in it.instead.any_of],
    }
