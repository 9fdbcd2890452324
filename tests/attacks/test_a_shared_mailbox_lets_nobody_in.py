"""Whom an order restrains gets into nobody's account by a link in a mailbox that two read; its holder keeps what is
open for them, and gets a link at the office."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import override_settings

from tests import factories as make
from tests.attacks.browsing import HOST, browser
from tests.casework.mailing import mail_server
from tests.collection.orders.filing import files, terms
from tests.conftest import AT
from tests.programmes.accounts.people import CHOSEN, chief, opened

ADDRESS = re.compile(r"http://[^/\s]+/welcome/([0-9a-f]{64})/")
HERS, HIS = "torres.home@mail.test", "Torres.Home+vic@mail.test"
LATER = AT + timedelta(minutes=2)
POST = "smtp://mail.test"


@pytest.fixture
def father(town: make.Town) -> make.Related:
    """Whom the order restrains; he signs in by the mailbox that both read."""
    it = make.related("father", town.ana)
    make.change(it.by.account, sign_in_name=HIS)
    return it


@pytest.fixture
def hers(town: make.Town) -> make.Staffed:
    """The mother works here too, and is written to where both read."""
    it = make.staffed("wanda", "registrar", town.school)
    make.change(it.row, given="Wanda", family="Ibarra", email=HERS)
    return it


def ordered(town: make.Town, father: make.Related) -> None:
    files(terms(town, father.row.id), town.registrar.by)


def invites(who: make.Staffed, way: str, by: Any) -> Any:
    from fileroom.programmes.accounts.inviting import Way, invite

    return invite(who.by.account.id, Way(way), by=by, at=AT)


def goes_round(at: Any = LATER) -> list[str]:
    """The addresses of the links that the mails of this round bring."""
    from fileroom.casework.post import server_of
    from fileroom.casework.sending import Site, look_round
    from fileroom.programmes.outgoing import ABOVE

    with mail_server() as server:
        look_round(server_of(server.url), Site("Alder Creek", "", f"http://{HOST}"), ABOVE, clock=lambda: at)
        bodies = [mail.get_body(("plain",)).get_content() for _, mail in server.taken]  # type: ignore[union-attr]
    return [found[1] for it in bodies if (found := ADDRESS.search(it))]


def lets_in(token: str) -> bool:
    from fileroom.programmes.accounts.inviting import choose_password, name_behind

    shows = name_behind(token, at=LATER) is not None
    return choose_password(token, CHOSEN, client="192.0.2.9", at=LATER) or shows


def turn(who: make.Staffed) -> int:
    from fileroom.people.accounts import account_of

    found = account_of(who.by.account.id, on=make.TODAY)
    assert found is not None
    return found.turn


def test_no_link_is_mailed_to_where_he_reads_and_by_hand_she_gets_one_though_she_has_opened_her_account(
    town: make.Town, father: make.Related, hers: make.Staffed
) -> None:
    from fileroom.programmes.accounts.inviting import Link
    from fileroom.programmes.accounts.rules import No
    from fileroom.programmes.accounts.standing import NotDone

    opened(hers)
    head, before = chief().by, turn(hers)
    with override_settings(MAIL=POST):
        not_by_hand = invites(hers, "hand", head)
        assert isinstance(not_by_hand, NotDone) and not_by_hand.no is No.BY_MAIL, "nobody else reads it yet"
        ordered(town, father)
        not_by_mail = invites(hers, "mail", head)
        assert isinstance(not_by_mail, NotDone) and not_by_mail.no is No.SHARED_MAILBOX
        page = browser(head).get(f"/district/accounts/{hers.by.account.id}/").content.decode()
        assert "I hand it over" in page and "court" not in page.casefold()
        link = invites(hers, "hand", head)
    assert isinstance(link, Link) and turn(hers) == before, "what is open for her stays open"
    assert lets_in(link.token)


def test_what_was_mailed_before_the_order_opens_nothing_after_it_and_what_waits_does_not_go(
    town: make.Town, father: make.Related, hers: make.Staffed
) -> None:
    head = chief().by
    invites(hers, "mail", head)
    (mailed,) = goes_round()
    ordered(town, father)
    assert not lets_in(mailed)
    other = make.staffed("olga", "registrar", town.school)
    invites(other, "mail", head)
    make.change(other.row, email=HERS)
    assert goes_round(LATER + timedelta(minutes=2)) == []


def test_an_account_is_made_and_its_address_corrected_by_no_mail_to_where_he_reads(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.programmes.accounts.inviting import Way
    from fileroom.programmes.accounts.joining import New, correct_address, make_account

    ordered(town, father)
    head, new = chief().by, New(None, "Wanda", "Ibarra", HERS)
    with pytest.raises(ValidationError, match="Another person may read"):
        make_account(new, Way.MAIL, by=head, at=AT)
    wrong = make_account(New(None, "Wanda", "Ibarra", "wrong@mail.test"), Way.MAIL, by=head, at=AT)
    with pytest.raises(ValidationError, match="Another person may read"):
        correct_address(wrong.account, HERS, Way.MAIL, by=head, at=AT)
    right = correct_address(wrong.account, HERS, Way.HAND, by=head, at=AT)
    assert lets_in(right.token)


def test_of_many_at_a_time_who_shares_a_mailbox_is_left_for_the_office(town: make.Town, father: make.Related) -> None:
    from fileroom.programmes.accounts.many import how_many

    for name, email in (("wanda", HERS), ("olga", "olga@mail.test")):
        row = make.employee(name.title(), "Ibarra")
        make.change(row, email=email, source_id=name)
        make.assignment(row, "registrar", town.school)
    head = chief().by
    assert how_many(by=head, at=AT) == 2
    ordered(town, father)
    assert how_many(by=head, at=AT) == 1


@pytest.mark.parametrize("way", ["lifted", "other"])
def test_without_an_order_or_with_a_mailbox_of_her_own_a_mail_brings_it(
    town: make.Town, father: make.Related, hers: make.Staffed, way: str
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder
    from fileroom.programmes.accounts.inviting import Link

    ordered(town, father)
    with district_transaction():
        (order,) = CourtOrder.objects.all()
    if way == "lifted":
        make.change(order, lifted_on=make.TODAY)
    else:
        make.change(hers.row, email="wanda@mail.test")
    assert isinstance(invites(hers, "mail", chief().by), Link)
    assert len(goes_round()) == 1
