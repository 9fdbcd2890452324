"""The link by which somebody chooses a password: made with the account, made anew when it is lost, used once.

No password is ever sent. The address holds 256 bits of chance, of which a digest is kept; it goes by mail and is made
when that goes, or it is shown once to whoever made it. A later link ends the one before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from fileroom.casework.links import digest, new_token
from fileroom.casework.outgoing import Reminder, queue_reminders
from fileroom.collection.orders.shared_mailboxes import is_read_by_another
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import queries as entries
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.models import Account, Employee
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.accounts import rules
from fileroom.programmes.accounts.standing import NotDone, account_for, has_left, may_manage, not_done, was_opened
from fileroom.programmes.models import Invitation

KIND = "account_invited"  # of the mail
OPEN_FOR = timedelta(days=7)
LONGEST_PASSWORD = 200


class Way(StrEnum):
    """How it gets to whom it is for."""

    HAND = "hand"
    MAIL = "mail"


@dataclass(frozen=True)
class Link:
    """It is made. `token` is shown this once and kept nowhere: empty where a mail brings it."""

    account: UUID
    until_at: datetime
    token: str = ""


@durable_transaction
def invite(account_id: UUID, way: Way, *, by: SignedIn, at: datetime) -> Link | NotDone:
    """A new link for this account; the one before opens nothing any more. Raises Missing."""
    on = district_day(at)
    account, who = account_for(account_id, on)
    role = may_manage(by, at)
    no = rules.No.LEFT if has_left(who, on) else rules.No.CLOSED
    if has_left(who, on) or not account.is_active:
        return not_done(Act.ACCOUNT_REFUSED, no, account.id, "link", role, by=by, at=at)
    if no_way := may_not_go(account, who, way):
        return not_done(Act.ACCOUNT_REFUSED, no_way, account.id, "link", role, by=by, at=at)
    return make_link(account, way, by.acting_as(role), at=at)


def may_not_go(account: Account, who: Employee, way: Way) -> rules.No | None:
    """Why a link does not go in this way; None where it may. By no mail to a mailbox that a family reads too, be
    there an order or none; and by hand to nobody who has opened the account, where a mail server lets its holder hear
    of it: so nobody signs in as somebody else unseen. Of the two the first counts. Part of an open transaction."""
    shared = is_read_by_another(who)
    if way is Way.MAIL:
        return rules.No.SHARED_MAILBOX if shared else None
    return rules.No.BY_MAIL if settings.MAIL is not None and was_opened(account) and not shared else None


def make_link(account: Account, way: Way, by: Actor, *, at: datetime) -> Link:
    """The same for whom it was asked already. Part of an open transaction, which holds the account."""
    end_links(account.id, at=at)
    event = ledger.event(Act.ACCOUNT_INVITED, record=account.id, part=way.value, by=by, at=at)
    token = new_token() if way is Way.HAND else ""
    row = Invitation(
        id=uuid4(), account=account, token=digest(token) if token else None, way=way.value, made_at=at,
        made_by=by.account, entry=ledger.write(event), until_at=at + OPEN_FOR,
    )  # fmt: skip
    row.save(force_insert=True)
    if way is Way.MAIL:
        assert account.employee_id is not None
        queue_reminders([Reminder(KIND, account.employee_id, row.id, "", account.language or "en")], by=by, at=at)
    return Link(account.id, row.until_at, token)


def end_links(account_id: UUID, *, at: datetime) -> None:
    """What was made before opens nothing any more. Part of an open transaction."""
    Invitation.objects.filter(account=account_id, used_at=None, ended_at=None).update(ended_at=at)


def still_so(employee: UUID, about: UUID, _part: str, at: datetime) -> bool:
    """Does the link still wait that a mail is to bring, and may it go there now?"""
    open_ = Invitation.objects.filter(pk=about, used_at=None, ended_at=None, until_at__gt=at)
    row = open_.filter(account__employee=employee, account__is_active=True).select_related("account__employee").first()
    return row is not None and not _lies_open(row)


def _lies_open(row: Invitation) -> bool:
    """Is it in a mailbox, or on its way to one, that somebody else reads: since before they did, too?"""
    who = row.account.employee
    return row.way == Way.MAIL and who is not None and is_read_by_another(who)


def new_address(about: UUID) -> str:
    """What a mail that goes now leads to; an address of an earlier try opens nothing any more. Part of an open
    transaction."""
    token = new_token()
    Invitation.objects.filter(pk=about, used_at=None, ended_at=None).update(token=digest(token))
    return token


def name_behind(token: str, *, at: datetime) -> str | None:
    """The sign-in name that this link opens; None: it opens nothing. To look is no use of it: mail programs do."""
    with district_transaction():
        row = _open(token, at)
        return row.account.sign_in_name if row else None


def _open(token: str, at: datetime, *, hold: bool = False) -> Invitation | None:
    """One of before a backup was restored opens nothing: whether it was used since, nobody here knows. Nor does one
    that was mailed to where somebody else may find it: the office hands over another."""
    if hold:  # the account first, as whoever makes a link holds it
        list(Account.objects.select_for_update(of=("self",)).filter(invitation__token=digest(token)))
    row = Invitation.objects.select_related("account__employee").filter(
        token=digest(token), used_at=None, ended_at=None, until_at__gt=at
    ).first()  # fmt: skip
    if row is None or not row.account.is_active:
        return None
    restored, employee = entries.last_restored_at(), row.account.employee
    lost = restored is not None and row.made_at <= restored
    gone = employee is not None and has_left(employee, district_day(at))
    return None if lost or gone or _lies_open(row) else row


@durable_transaction
def choose_password(token: str, password: str, *, client: str, at: datetime) -> bool:
    """Its holder chooses the password by which they sign in from now on; whatever was open under the last one ends.
    False: the link opens nothing. Raises ValidationError: the password will not do, and the link still stands."""
    row = _open(token, at, hold=True)
    if row is None:
        return False
    if len(password) > LONGEST_PASSWORD:
        raise ValidationError("This password is too long.")
    validate_password(password, row.account)
    account = row.account
    by = SignedIn(account, "web", client).acting_as("account")
    ledger.write(ledger.event(Act.ACCOUNT_OPENED, record=account.id, by=by, at=at))
    row.used_at = at
    row.save(update_fields=["used_at"])
    account.password, account.turn = make_password(password), account.turn + 1
    account.save(update_fields=["password", "turn"])
    return True
