"""Before anybody can sign in: whoever runs the system lets the first administrator in, and finds a lost link again.

The operator is asked no law (docs/decisions/0031): who has the machine has the keys. What they do here is noted as
theirs, and the first account is made so only while nobody gives roles.
"""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.core.exceptions import ValidationError

from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.answers import Missing
from fileroom.people.models import Account
from fileroom.programmes.accounts import rules
from fileroom.programmes.accounts.giving import place_of, put_in
from fileroom.programmes.accounts.inviting import Link, Way, end_links, make_link
from fileroom.programmes.accounts.joining import Joined, New, join
from fileroom.programmes.accounts.standing import hands, to_come, who_gave, who_give
from fileroom.programmes.models import Invitation, RoleGiven

OPERATOR = Actor(None, "operator", "cli")
FIRST = "administrator"  # of the whole district: the Superintendent, or whom they name


@durable_transaction
def begin(new: New, *, at: datetime) -> Link:
    """The first account, with the role by which all others are made. Asked for again before it was opened, it is made
    again, and every link of before is dead. The same where one gives roles and the account of another who did is
    shut, or where several do and by one person's word: they give none that two give, and this is the second. Raises
    ValidationError."""
    on = district_day(at)
    give = who_give(on)
    second = not rules.leaves_one_alone(hands(give, on))
    if give and (second or (len(give) == 1 and not who_gave(on) - give)):
        raise ValidationError(
            "Somebody gives roles here already, and makes the other accounts on the page of accounts."
        )
    for it in Invitation.objects.filter(made_by=None, used_at=None, ended_at=None):
        end_links(it.account_id, at=at)
    joined = join(new, Way.HAND, OPERATOR, at=at)
    assert isinstance(joined, Joined)  # what is new goes by hand whoever reads the mailbox
    account = Account.objects.select_for_update(of=("self",)).select_related("employee").get(pk=joined.account)
    assert account.employee is not None
    if not account.is_active:
        raise ValidationError("This account was closed. Begin with another address.")
    if not to_come(account.employee.id, on).filter(role=FIRST, school=None).exists():
        row = RoleGiven(id=uuid4(), employee=account.employee, role=FIRST, from_on=on, given_at=at)
        event = ledger.event(Act.ROLE_GIVEN, record=row.id, part=place_of(FIRST, None), by=OPERATOR, at=at)
        row.entry = ledger.write(event)
        row.assignment = put_in(row)
        row.save(force_insert=True)
    return joined.link or make_link(account, Way.HAND, OPERATOR, at=at)


@durable_transaction
def link_again(email: str, *, at: datetime) -> Link:
    """A new link for an account that is there: its holder has lost theirs, or the password, and nobody can make one.
    Raises Missing."""
    named = Account.objects.select_for_update(of=("self",)).filter(sign_in_name__iexact=email.strip(), is_active=True)
    account = named.exclude(employee=None).exclude(employee__left_on__lt=district_day(at)).first()
    if account is None:
        raise Missing
    return make_link(account, Way.HAND, OPERATOR, at=at)
