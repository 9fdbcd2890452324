"""Signing in where there is no browser: a name and a password, and a line in the ledger either way."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.hashers import check_password, make_password

from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.models import Account
from fileroom.people.signed_in import SignedIn


@durable_transaction
def signed_in(name: str, password: str, *, door: str, at: datetime) -> SignedIn | None:
    """Whoever holds the account of this sign-in name, if this is its password; None for any other reason alike.

    What was typed is not kept: it may be a password.
    """
    account = _account(name, at)
    if account is None:
        make_password(password)  # as long as a check takes, so that the answer tells nothing of the name
    if account is None or not check_password(password, account.password):
        nobody = Actor(account=None, role="somebody", door=door)
        ledger.write(ledger.event(Act.ACCOUNT_SIGN_IN_REFUSED, by=nobody, outcome="no", at=at))
        return None
    by = SignedIn(account, door)
    ledger.write(ledger.event(Act.ACCOUNT_SIGNED_IN, by=by.acting_as("account"), at=at))
    return by


def _account(name: str, at: datetime) -> Account | None:
    there = Account.objects.filter(sign_in_name=name.lower(), is_active=True)
    return there.exclude(employee__left_on__lt=district_day(at)).select_related("employee").first()
