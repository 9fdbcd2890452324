"""Outgoing: what waits to be sent, what went, what was kept back; the links that are open; the letters issued."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from fileroom.casework import desk, issued, outgoing
from fileroom.casework.desk import Link, Mail
from fileroom.casework.states import State, Verb
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.issued import KINDS as ISSUED
from fileroom.programmes.vendors.deletions import KIND as FOR_A_COMPANY
from fileroom.web.gates import by as acting
from fileroom.web.gates import staff
from fileroom.web.issued import letters_part
from fileroom.web.paging import edge_of
from fileroom.web.words import list_title

KINDS = {
    "account_invited": "An account: a link to choose a password",
    "link": "Something waits at a secure link",
    "own_overdue": "Weekly: something on one’s list is overdue",
    "training_30": "A training ends within 30 days",
    "training_7": "A training ends within a week",
    "training_new": "Courses that somebody has not taken yet",
    "training_over": "A training has ended",
    "waits_today": "Something waits today for the Superintendent’s office",
}
STATES = {
    State.WAITING: ("Waiting", "soon"),
    State.SENDING: ("Being sent", "soon"),
    State.SENT: ("Sent", "ok"),
    State.WITHHELD: ("Not sent", "late"),
    State.UNSURE: ("Not known", "late"),
    State.GIVEN_UP: ("Not delivered", "late"),
    State.WITHDRAWN: ("Taken back", "quiet"),
}
# The same for an address that is missing and for a no of the law: the page does not tell the two apart.
HELD = (
    "By what is on file now it may not go to the address there, or there is none that can be written to. Where none is"
    " on file, enter one. Where one is, ask the principal before anybody is written to or called."
)
WHYS = {
    "address": HELD,
    "backup": "A backup was restored since. Whether it went in the time that was lost, nobody here knows.",
    "by_law": HELD,
    "cut_off": "The program, or the mail server, ended before it had answered. It may have gone.",
    "gone": "What it told of is over: the link has ended, or there is nothing to remind of any more.",
    "rejected": "The mail server takes nothing for this address. Ask for another.",
    "unreached": "The mail server did not answer, however often it was tried. Tell whoever looks after it.",
}
VERBS = {
    Verb.RELEASE: "Send it again",
    Verb.SETTLE: "It has arrived",
    Verb.WITHDRAW: "Take it back",
}


def _opens(*, by: SignedIn, at: datetime) -> bool:
    return desk.may_open(by=by, at=at) or issued.may_open(ISSUED, by=by, at=at)


@require_GET
@staff("casework.page", opens=_opens)
def outgoing_page(request: HttpRequest) -> HttpResponse:
    """What waits to be sent, all of it or of one state; the links that are open; and the letters that were issued."""
    return outgoing_shown(request)


def outgoing_shown(request: HttpRequest, *, problems: Sequence[str] = (), status: int = 200) -> HttpResponse:
    """The page, or with what went wrong. Raises Missing for whoever sees no part of it."""
    letters = letters_part(request)
    keeps = letters is None or desk.may_open(by=acting(request), at=timezone.now())
    context = _waiting(request) if keeps else {}
    context |= {"issued": letters, "problems": problems}
    return render(request, "links/outgoing.html", context, status=status)


def _waiting(request: HttpRequest) -> dict[str, Any]:
    asked = request.GET.get("state", "")
    which = State(asked) if asked in set(State) else None
    after = edge_of(request, "after")
    it = desk.page(which, after=after, by=acting(request), at=timezone.now())
    states = [
        {"code": state.value, "says": says, "number": it.counts[state], "here": which is state}
        for state, (says, _) in STATES.items()
    ]
    return {
        "keeps": True, "states": states, "all": which is None, "total": sum(it.counts.values()), "more": it.more,
        "mails": [_row(mail) for mail in it.mails], "links": [_link(link) for link in it.links],
        "after": after, "more_links": it.links[-1].id if it.more_links else None,
        "ready": settings.MAIL is not None,
    }  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff("casework.one")
def outgoing_mail(request: HttpRequest, outgoing_id: UUID) -> HttpResponse:
    """One mail, and what may be done with it."""
    problems: list[str] = []
    if request.method == "POST":
        verb = request.POST.get("verb", "")
        try:
            chosen = Verb(verb) if verb in set(Verb) else Verb.CLAIM
            outgoing.act(outgoing_id, chosen, by=acting(request), at=timezone.now())
        except ValidationError as error:
            problems = error.messages
        else:
            return redirect("outgoing")
    mail = desk.one(outgoing_id, by=acting(request), at=timezone.now())
    verbs = [(verb.value, VERBS[verb]) for verb in mail.verbs]
    context = {"mail": _row(mail), "verbs": verbs, "problems": problems, "ready": settings.MAIL is not None}
    return render(request, "links/mail.html", context, status=422 if problems else 200)


def _row(mail: Mail) -> dict[str, Any]:
    says, chip = STATES[mail.state]
    return {
        "id": mail.id, "kind": KINDS[mail.kind], "state": says, "chip": chip, "why": WHYS.get(mail.why, ""),
        "queued_at": mail.queued_at, "over_at": mail.over_at, "tries": mail.tries,
        "next_try_at": mail.next_try_at if mail.state is State.WAITING and mail.tries else None,
        "file_url": reverse("student", args=[mail.student]) if mail.student else "",
    }  # fmt: skip


def _link(link: Link) -> dict[str, Any]:
    title = list_title(link.item, marked=link.marked) if link.item else "A letter"
    kind, about = link.letter or ("", None)
    # The letter for a company is about somebody who has left: the office that made it opens its request, and no file.
    file_url = reverse("deletion", args=[about]) if kind == FOR_A_COMPANY else reverse("student", args=[link.student])
    return {
        "id": link.id, "title": title, "file_url": file_url,
        "made_at": link.made_at, "until_at": link.until_at, "opened": link.opened, "opened_at": link.opened_at,
        "locked": link.locked, "address_made": link.address_made,
    }  # fmt: skip
