"""Coming in: what was held back at the gate, by template, and what the custodian of records does about it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_GET, require_POST

from fileroom.collection.imports.importers import may_import
from fileroom.collection.quarantine.deciding import Choice, destroy, return_to_sender
from fileroom.collection.quarantine.gathering import Settled
from fileroom.collection.quarantine.lists import (
    MOST_GROUPS,
    Template,
    Waiting,
    WhatWasFound,
    brought,
    decides,
    kept,
    template,
)
from fileroom.collection.quarantine.lists import coming_in as waiting
from fileroom.collection.quarantine.lists import whose as whose_copies
from fileroom.collection.quarantine.looking import look as look_at
from fileroom.collection.quarantine.something_else import Being, file_as_something_else
from fileroom.collection.quarantine.under_exception import keep_under
from fileroom.collection.quarantine.without import redact_and_keep
from fileroom.collection.register.services import places
from fileroom.law import CATALOGUE
from fileroom.people.answers import Missing, Refused
from fileroom.screening import Mode
from fileroom.screening.parts import Outcome
from fileroom.web import held_words
from fileroom.web.desk import refused
from fileroom.web.filing import FOUND
from fileroom.web.gates import by, staff
from fileroom.web.law_book import rule_url

ROADS = {"import": "import of documents", "web": "the counter", "cli": "the command line", "api": "another program"}
UNREAD = {
    "encrypted": "Locked with a password",
    "quarantine": "Not read in time",
    "too_big": "Too large to be read whole",
    "unreadable": "Not all of it could be read",
}
BECAME = {
    "destroyed": "Destroyed",
    "filed": "Filed: it was something else",
    "held": "Waits for the custodian of records",
    "kept": "Kept apart, with the form of its law",
    "redacted": "Filed, without what was found",
    "returned": "Goes back to whoever brought it",
}
DONE = {
    Choice.DESTROY: "destroyed",
    Choice.EXCEPTION: "kept apart under the exception",
    Choice.FILE: "filed, for it is something else",
    Choice.REDACT: "filed without what was found",
    Choice.RETURN: "sent back; what lay here is destroyed",
}
BEING = {
    Being.ANOTHER_NUMBER: ("A number of another kind", "Of an invoice, an account, a case or a telephone."),
    Being.ABOUT_NOBODY: ("It speaks of nobody here", "A lesson, a book, the news, or a law in its own words."),
    Being.ANOTHER_SENSE: ("A word in another sense", "A Visa card at the snack bar; citizenship as a mark in class."),
    Being.ASKS_NOTHING: ("It asks for nothing of the kind", "It tells families that they need not say it."),
}
SAYS = {
    "being": "Say what it is instead. Nothing was done.",
    "choice": "Choose what becomes of it.",
    "exception": "Choose the declared exception that covers it. Nothing was done.",
    "returned": "Say that the sender has it, or has it back. Nothing was done.",
    "gone": "It waits no longer: it is decided about already, or was never yours to decide.",
    "shown": "This page is too old or was changed on its way: open it afresh. Nothing was done.",
    "cleared": "Counsel looks first: say that district counsel has cleared it. Nothing was done.",
    "agreed": "Counsel looks first: say that district counsel has looked and agrees. Nothing was done.",
}
NOTICE = "quarantine_notice"  # session key: what the last decision came to, shown once


@require_GET
@staff("collection.coming_in")
def coming_in(request: HttpRequest) -> HttpResponse:
    """What waits, by template; and what became of what this account brought."""
    who, now = by(request), timezone.now()
    groups, more = waiting(by=who, at=now, days=settings.QUARANTINE_DAYS)
    apart, more_apart = kept(by=who, at=now)
    stages = [
        {"title": _title(it.item), "on": it.brought_at, "state": BECAME[it.state], "waits": it.state == "held"}
        for it in brought(by=who, at=now)
    ]
    rows = [{"id": it.id, "title": _title(it.item), "kept_on": it.kept_on, "found": _all(it.found)} for it in apart]
    context = {"rows": [_row(it) for it in groups], "more": more, "most": MOST_GROUPS}
    context |= {"apart": rows, "more_apart": more_apart, "brought": stages, "notice": request.session.pop(NOTICE, "")}
    context |= {"forms": bool(places(by=who, at=now)), "imports": may_import(by=who, at=now)}
    return render(request, "quarantine/coming_in.html", context)


@require_GET
@staff("collection.template")
def held(request: HttpRequest, held_id: UUID) -> HttpResponse:
    """The copies of one template, why they wait, and what may be done."""
    return _page(request, _template(request, held_id))


@require_POST
@staff("collection.whose")
def whose(request: HttpRequest, held_id: UUID) -> HttpResponse:
    """The same, and of whom the copies are, which is a line of the ledger for each."""
    return _page(request, whose_copies(held_id, by=by(request), at=timezone.now(), days=settings.QUARANTINE_DAYS))


@require_POST
@staff("collection.look")
def look(request: HttpRequest, held_id: UUID) -> HttpResponse:
    """What one of them says, every value covered. Each look is a line of the ledger: no address alone writes one."""
    who, now = by(request), timezone.now()
    seen = look_at(held_id, by=who, at=now)
    if isinstance(seen, Refused):
        return refused(request, seen, back=reverse("coming_in"))
    return _page(request, _template(request, held_id), look=seen)


@require_POST
@staff("collection.gathered")
def decide(request: HttpRequest, held_id: UUID) -> HttpResponse:
    """The custodian's word on all copies of the template."""
    try:
        done = _decided(request, held_id)
    except Missing:  # sent twice, or decided by somebody else: the list shows what is left
        if not decides(by=by(request), at=timezone.now()):
            raise
        request.session[NOTICE] = SAYS["gone"]
        return redirect("coming_in")
    except ValidationError as error:
        of = _template(request, held_id)
        return _page(request, of, problems=error.messages, status=422)
    if isinstance(done, Refused):
        if _asks_counsel(request, done):
            of, problem = _template(request, held_id), f"{SAYS['agreed']} {done.decision.because[0].says}"
            return _page(request, of, problems=[f"{problem} {done.decision.because[0].citation}."], status=422)
        return refused(request, done, back=reverse("held", args=[held_id]))
    copies = f"{done.number:,} {'copy' if done.number == 1 else 'copies'}"
    left = f"{done.left:,} of them still wait{'s' if done.left == 1 else ''}: go on with these." if done.left else ""
    said = f"{copies} {DONE[Choice(request.POST['choice'])]}."
    request.session[NOTICE] = " ".join(filter(None, (said, left, *done.waits)))
    return redirect("coming_in")


def _asks_counsel(request: HttpRequest, answer: Refused) -> bool:
    """Is nothing wanting but counsel's word, which the form has room for?"""
    wanting = {it.fact for it in answer.decision.missing}
    return request.POST["choice"] == Choice.FILE and wanting == {"other.counsel_cleared"}


def _decided(request: HttpRequest, held_id: UUID) -> Settled | Refused:
    choice, said = request.POST.get("choice", ""), request.POST
    if choice not in set(Choice):
        _template(request, held_id)
        raise ValidationError(SAYS["choice"])
    if choice == Choice.RETURN and "returned" not in said:
        raise ValidationError(SAYS["returned"])
    if choice == Choice.DESTROY and "cleared" not in said:
        raise ValidationError(SAYS["cleared"])
    asked: dict[str, Any] = {"by": by(request), "at": timezone.now(), "until": _shown_until(request)}
    if choice == Choice.RETURN:
        return return_to_sender(held_id, **asked)
    if choice == Choice.REDACT:
        return redact_and_keep(held_id, **asked)
    if choice == Choice.FILE:
        return file_as_something_else(held_id, _being(said.get("being", "")), cleared="agreed" in said, **asked)
    if choice == Choice.EXCEPTION:
        return keep_under(held_id, _declaration(said.get("exception", "")), **asked)
    return destroy(held_id, cleared=True, **asked)


def _being(given: str) -> Being:
    """What it is instead. ValidationError where that was not said."""
    if given not in set(Being):
        raise ValidationError(SAYS["being"])
    return Being(given)


def _declaration(given: str) -> UUID:
    """The declaration that was chosen. ValidationError where none was."""
    try:
        return UUID(given)
    except ValueError as error:
        raise ValidationError(SAYS["exception"]) from error


def _shown_until(request: HttpRequest) -> datetime:
    """When the newest copy came that the page spoke of: about what came later nobody has decided."""
    try:
        until = datetime.fromisoformat(request.POST.get("until", ""))
    except ValueError as error:
        raise ValidationError(SAYS["shown"]) from error
    if until.tzinfo is None:
        raise ValidationError(SAYS["shown"])
    return until


def _template(request: HttpRequest, held_id: UUID) -> Template:
    """The group in which this one waits, where it is this account's to decide about. Raises Missing."""
    return template(held_id, by=by(request), at=timezone.now(), days=settings.QUARANTINE_DAYS)


def _page(
    request: HttpRequest, of: Template, *, look: Any = None, problems: Any = (), status: int = 200
) -> HttpResponse:
    context = {
        "group": _row(of.waiting),
        "copies": of.copies,
        "more": of.more,
        "until": of.newest_at.isoformat(),
        "goes_back": of.may.goes_back,
        "redactable": of.may.redactable,
        "exceptions": of.may.exceptions,
        "undeclared": of.may.undeclared,
        "something_else": of.may.something_else,
        "being": [{"value": it.value, "title": title, "says": says} for it, (title, says) in BEING.items()],
        "look": look,
        "problems": problems,
        "chosen": request.POST.get("choice", ""),
        "said": request.POST.get("being", ""),
        "returning": {language: _in(language) for language in ("en", "es")},
    }
    return render(request, "quarantine/held.html", context, status=status)


def _row(it: Waiting) -> dict[str, Any]:
    return {
        "id": it.id,
        "title": _title(it.item),
        "road": ROADS.get(it.road, it.road),
        "copies": it.copies,
        "found": _all(it.found),
        "unread": UNREAD.get(it.outcome, ""),
        "in_part": bool(it.found) and it.outcome != Outcome.FINDINGS,
        "oldest_on": it.oldest_on,
        "due_on": it.due_on,
        "overdue": it.overdue,
        "kept_on": it.kept_on,
    }


def _all(found: tuple[WhatWasFound, ...]) -> list[dict[str, Any]]:
    return [_found(it) for it in found]


def _found(it: WhatWasFound) -> dict[str, Any]:
    return {
        "label": FOUND[it.category] + (", asked for" if it.mode is Mode.SOLICIT else ""),
        "doubted": it.doubted,
        "times": it.times,
        "pages": ", ".join(map(str, it.pages)),
        "says": it.law.says,
        "citation": it.law.citation,
        "url": rule_url(it.law.rule),
    }


def _in(language: str) -> str:
    """What is said to a family whose paper goes back."""
    with translation.override(language):
        return str(held_words.TO_THE_FAMILY)


def _title(item: str) -> str:
    return CATALOGUE[item].title.en if item in CATALOGUE else "A document"
