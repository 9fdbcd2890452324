"""Who has an account and which roles: the list, a person's page, and the acts of whoever gives roles."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.people.answers import Missing
from fileroom.people.owed import FURTHEST
from fileroom.programmes.accounts import desk, giving, inviting, joining, many, same
from fileroom.programmes.accounts.desk import Held, Page, Person, Which
from fileroom.programmes.accounts.inviting import Link
from fileroom.programmes.accounts.joining import Joined
from fileroom.programmes.accounts.rules import SAYS
from fileroom.programmes.accounts.standing import NotDone
from fileroom.web.account_forms import AddressForm, NewForm, RoleForm, WayForm
from fileroom.web.account_words import EMPTY, IN_A_SENTENCE, STANDS, TABS, THE_DISTRICT, TITLES
from fileroom.web.faults import put_on
from fileroom.web.gates import by, staff
from fileroom.web.once import once

NO_MAIL = "This installation has no mail server: make the accounts one by one, and hand each link over."
CHANGED = "This has changed meanwhile. Look at it again."


@require_GET
@staff("programmes.listed")
def accounts(request: HttpRequest) -> HttpResponse:
    """Who has an account, who has none, and what each may do."""
    said, words = request.GET.get("which", ""), request.GET.get("q", "").strip()[:100]
    which, skip = Which(said) if said in set(Which) else Which.OPEN, _number(request.GET.get("from", "")) or 0
    found = desk.listed(which, words, skip, by=by(request), at=timezone.now())
    context: dict[str, Any] = {
        "rows": [_row(it) for it in found.people], "which": which.value, "title": TABS[which], "words": words,
        "empty": EMPTY[which], "tabs": [(it.value, says, found.numbers[it]) for it, says in TABS.items()],
        "waits": [_role(it) for it in found.waits], "alone": found.alone, "first": skip + 1,
        "last": skip + len(found.people), "before": max(skip - desk.MOST, 0) if skip else None,
        "after": skip + desk.MOST if found.more else None, "made": _number(request.GET.get("made", "")),
    }  # fmt: skip
    if which is Which.WITHOUT and settings.MAIL:
        reach = many.reach(by=by(request), at=timezone.now())
        context |= {"by_mail": reach.by_mail, "by_hand": reach.by_hand}
    return render(request, "accounts/list.html", context)


def _number(said: str) -> int | None:
    """A number of the address; None: it has none."""
    plain = said.isascii() and said.isdecimal() and len(said) <= len(str(FURTHEST))
    return min(int(said), FURTHEST) if plain else None


def _row(it: Person) -> dict[str, Any]:
    chip, kind = STANDS[it.which]
    return {"it": it, "chip": chip, "kind": kind, "roles": [_role(role) for role in it.roles]}


def _role(it: Held | desk.Waits) -> dict[str, Any]:
    place = it.school or THE_DISTRICT
    return {"it": it, "title": TITLES.get(it.role, it.role), "place": place, "at": it.school or IN_A_SENTENCE}


@require_http_methods(["GET", "POST"])
@staff("programmes.make_account")
def new_account(request: HttpRequest) -> HttpResponse:
    """Somebody is to have an account: of the roster, or whom no roster knows."""
    if not desk.may_open(by=by(request), at=timezone.now()):
        raise Missing
    person = _known(request)
    form = NewForm(
        request.POST if request.method == "POST" else None, person.employee if person else None,
        person.address if person else "",
    )  # fmt: skip
    not_done = None
    if form.is_bound and form.is_valid():
        try:
            made = joining.make_account(form.new(), form.way(), by=by(request), at=timezone.now())
        except ValidationError as error:
            put_on(form, error)
        else:
            if isinstance(made, Joined):
                return _linked(request, made.account, made.link)
            not_done = SAYS[made.no]
    context = {"form": form, "person": person, "not_done": not_done}
    return render(request, "accounts/new.html", context, status=403 if not_done else 422 if form.errors else 200)


@require_POST
@staff("programmes.make_for_the_roster")
def roster_accounts(request: HttpRequest) -> HttpResponse:
    """Accounts for those whom the roster has at work, each by a mail."""
    if settings.MAIL is None:
        raise ValidationError(NO_MAIL)
    made = many.make_for_the_roster(by=by(request), at=timezone.now())
    return redirect(f"{reverse('accounts')}?which={Which.WAITING}&made={made}")


def _known(request: HttpRequest) -> Person | None:
    said = request.GET.get("person", "")
    try:
        return desk.known(UUID(said), by=by(request), at=timezone.now()) if said else None
    except ValueError:
        return None


def _linked(request: HttpRequest, account_id: UUID, link: Link | NotDone | None) -> HttpResponse:
    """The link, this once, where no mail brings it; that there was an account before; or why nothing was made."""
    if isinstance(link, NotDone):
        return _page(request, account_id, not_done=link)
    if link is None:
        return redirect(f"{reverse('account', args=[account_id])}?there")
    page = desk.person(account_id, by=by(request), at=timezone.now())
    address = request.build_absolute_uri(reverse("welcome", args=[link.token])) if link.token else ""
    context = {"person": page.person, "address": address, "link": link}
    return render(request, "accounts/link.html", context)


@require_GET
@staff("programmes.person")
def account(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """One person: what they hold, held, and how they sign in."""
    return _page(request, account_id)


@require_POST
@staff("programmes.give_role")
def give_role(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """Give a role, or ask a second person to agree."""
    page = desk.person(account_id, by=by(request), at=timezone.now())
    form = RoleForm(request.POST, page.schools, timezone.localdate())
    if not form.is_valid():
        return _page(request, account_id, role=form)
    try:
        done = giving.give_role(once(request), account_id, form.wanted(), by=by(request), at=timezone.now())
    except ValidationError as error:
        put_on(form, error)
        return _page(request, account_id, role=form)
    if isinstance(done, NotDone):
        return _page(request, account_id, role=form, not_done=done)
    return redirect("account", account_id=account_id)


@require_POST
@staff("programmes.end_role")
def end_role(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """End a role, from this moment."""
    done = giving.end_role(_posted(request, "place"), by=by(request), at=timezone.now())
    if isinstance(done, NotDone):
        return _page(request, account_id, not_done=done)
    return redirect("account", account_id=account_id)


@require_POST
@staff("programmes.agree")
def agree_role(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """A second person agrees to a role that waits, or it is turned back."""
    role = _posted(request, "role")
    if request.POST.get("do") == "agree":
        done = giving.agree(role, by=by(request), at=timezone.now())
        if isinstance(done, NotDone):
            return _page(request, account_id, not_done=done)
    else:
        giving.turn_back(role, by=by(request), at=timezone.now())
    return redirect("account", account_id=account_id)


def _posted(request: HttpRequest, name: str) -> UUID:
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError:
        raise ValidationError(CHANGED) from None


@never_cache
@require_POST
@staff("programmes.invite")
def account_link(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """A new link; the one before is dead. Of a closed account it opens it again."""
    form, again = WayForm(request.POST), "again" in request.POST
    if not form.is_valid():
        return _page(request, account_id, way=form)
    act = joining.reopen_account if again else inviting.invite
    return _linked(request, account_id, act(account_id, form.way(), by=by(request), at=timezone.now()))


@never_cache
@require_POST
@staff("programmes.correct_address")
def account_address(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """The right address, before anybody has signed in by the wrong one."""
    form = AddressForm(request.POST)
    if form.is_valid():
        try:
            said = form.cleaned_data["email"], form.way()
            link = joining.correct_address(account_id, *said, by=by(request), at=timezone.now())
        except ValidationError as error:
            put_on(form, error)
        else:
            return _linked(request, account_id, link)
    return _page(request, account_id, address=form)


@require_POST
@staff("programmes.close_account")
def close_account(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """Nobody signs in by it any more."""
    done = joining.close_account(account_id, by=by(request), at=timezone.now())
    if isinstance(done, NotDone):
        return _page(request, account_id, not_done=done)
    return redirect("account", account_id=account_id)


@require_POST
@staff("programmes.is_same")
def same_person(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """Whoever was let in before the roster brought them is the roster's person."""
    done = same.is_same(account_id, _posted(request, "employee"), by=by(request), at=timezone.now())
    if isinstance(done, NotDone):
        return _page(request, account_id, not_done=done)
    return redirect("account", account_id=account_id)


def _page(
    request: HttpRequest,
    account_id: UUID,
    *,
    role: RoleForm | None = None,
    way: WayForm | None = None,
    address: AddressForm | None = None,
    not_done: NotDone | None = None,
) -> HttpResponse:
    page: Page = desk.person(account_id, by=by(request), at=timezone.now())
    bad = next((it for it in (role, way, address) if it is not None and it.errors), None)
    context = _row(page.person) | {
        "page": page, "waits": [_role(it) for it in page.waits], "past": [_role(it) for it in page.past],
        "role": role or RoleForm(None, page.schools, timezone.localdate()),
        "way": way or WayForm(opened=page.by_mail_alone),
        "address": address or AddressForm(), "form": bad or WayForm(), "there": "there" in request.GET,
        "twins": same.twins(account_id, by=by(request), at=timezone.now()),
        "not_done": SAYS[not_done.no] if not_done else None,
    }  # fmt: skip
    status = 403 if not_done else 422 if bad else 200
    return render(request, "accounts/person.html", context, status=status)
