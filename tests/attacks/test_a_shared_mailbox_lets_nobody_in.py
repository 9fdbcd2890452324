"""Whoever reads a mailbox with somebody who works here gets into no account by a link in it; its holder keeps what is
open for them, and gets a link at the office. It is so of every family, so that it tells nobody of an order."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import override_settings

from tests import factories as make
from tests.attacks.browsing import HOST, browser
from tests.casework.mailing import mail_server
from tests.collection.orders.filing import files, terms
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.accounts.people import CHOSEN, chief, opened

ADDRESS = re.compile(r"http://[^/\s]+/welcome/([0-9a-f]{64})/")
HERS, HIS = "torres.home@mail.test", "Torres.Home+vic@mail.test"
LATER = AT + timedelta(minutes=2)
POST = "smtp://mail.test"


@pytest.fixture
def father(town: make.Town) -> make.Related:
    """Whom the order restrains."""
    return make.related("father", town.ana)


@pytest.fixture
def hers(town: make.Town) -> make.Staffed:
    """The mother works here too, and is written to where both read."""
    it = make.staffed("wanda", "registrar", town.school)
    make.change(it.row, given="Wanda", family="Ibarra", email=HERS)
    return it


def reads(father: make.Related) -> None:
    """He signs in by the mailbox that both read."""
    make.change(father.by.account, sign_in_name=HIS)


def ordered(town: make.Town, father: make.Related) -> None:
    """An order restrains him, and he reads what she does."""
    reads(father)
    files(terms(town, father.row.id), town.registrar.by)


def refused() -> list[tuple[str, str]]:
    """What the ledger has of what was not done."""
    return [(it.part, it.outcome) for it in entries() if it.act.value == "account:refused"]


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


def doubted(**who: Any) -> bool:
    """Is somebody asked whether this row is whom an order names?"""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import OrderNamesake

    with district_transaction():
        return OrderNamesake.objects.filter(answer="", **who).exists()


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
        assert doubted(employee=hers.row), "that he reads it too makes her no more than one who is asked about"
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


@pytest.mark.parametrize("order", [True, False])
def test_no_account_is_made_nor_corrected_by_a_mail_to_where_a_family_reads_and_each_try_is_a_line(
    town: make.Town, father: make.Related, order: bool
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account, Employee
    from fileroom.programmes.accounts.inviting import Link, Way
    from fileroom.programmes.accounts.joining import Joined, New, correct_address, make_account
    from fileroom.programmes.accounts.rules import SAYS, No
    from fileroom.programmes.accounts.standing import NotDone

    if order:
        ordered(town, father)
    else:
        reads(father)
    head, new = chief().by, New(None, "Wanda", "Ibarra", HERS)
    not_made = make_account(new, Way.MAIL, by=head, at=AT)
    assert isinstance(not_made, NotDone) and not_made.no is No.SHARED_MAILBOX
    with district_transaction():
        assert not Employee.objects.filter(email=HERS).exists() and not Account.objects.filter(sign_in_name=HERS)
    wrong = make_account(New(None, "Wanda", "Ibarra", "wrong@mail.test"), Way.MAIL, by=head, at=AT)
    assert isinstance(wrong, Joined)
    not_corrected = correct_address(wrong.account, HERS, Way.MAIL, by=head, at=AT)
    assert isinstance(not_corrected, NotDone) and not_corrected.no is No.SHARED_MAILBOX
    with district_transaction():
        assert Account.objects.get(pk=wrong.account).sign_in_name == "wrong@mail.test"
    assert refused() == [("make", "shared_mailbox"), ("address", "shared_mailbox")]
    assert "family" in SAYS[No.SHARED_MAILBOX][0], "the sentence is as true of a family without an order"
    right = correct_address(wrong.account, HERS, Way.HAND, by=head, at=AT)
    assert isinstance(right, Link) and lets_in(right.token)


def test_a_student_who_signs_in_by_it_reads_it_too(town: make.Town, hers: make.Staffed) -> None:
    from fileroom.programmes.accounts.inviting import Link
    from fileroom.programmes.accounts.standing import NotDone

    head = chief().by
    assert isinstance(invites(hers, "mail", head), Link)
    make.account(HIS, student=town.ana)
    assert isinstance(invites(hers, "mail", head), NotDone)


def test_the_page_says_that_it_was_not_made_and_the_same_words_whether_an_order_stands_or_not(
    town: make.Town, father: make.Related
) -> None:
    head, asked = browser(chief().by), {"given": "Wanda", "family": "Ibarra", "email": HERS, "way": "mail"}
    reads(father)
    with override_settings(MAIL=POST):
        before = head.post("/district/accounts/new/", asked)
        ordered(town, father)
        after = head.post("/district/accounts/new/", asked)
    for answer in (before, after):
        assert answer.status_code == 403
        assert "The ledger has the question and this answer" in answer.content.decode()
    said = [re.sub(r"<input[^>]*token[^>]*>", "", it.content.decode()) for it in (before, after)]
    assert said[0] == said[1]


def test_who_was_said_to_be_restrained_himself_gets_the_links_of_his_own_account_in_his_own_mailbox(
    town: make.Town, father: make.Related, hers: make.Staffed
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import OrderNamesake
    from fileroom.programmes.accounts.inviting import Link
    from fileroom.programmes.accounts.standing import NotDone

    head = chief().by
    ordered(town, father)
    assert isinstance(invites(hers, "mail", head), NotDone), "until it is said, he is somebody else"
    with district_transaction():
        (row,) = OrderNamesake.objects.filter(employee=hers.row)
    make.change(row, answer="yes", answered_at=AT, answered_by=head.account.id, answered_entry=row.noticed_entry)
    assert isinstance(invites(hers, "mail", head), Link)
    (mailed,) = goes_round()
    assert lets_in(mailed)


@pytest.mark.parametrize("reader", ["parent", "restrained", "asked about", "student"])
def test_who_bears_the_very_name_of_whoever_reads_it_is_another_until_it_is_said(
    town: make.Town, father: make.Related, hers: make.Staffed, reader: str
) -> None:
    """Father and son may have one name: of such two who is who nobody guesses."""
    from fileroom.people.names import employee_name, full_name, person_name
    from fileroom.programmes.accounts.standing import NotDone

    second = make.related("second", town.ana)
    make.change(second.row, given="Father")
    student = make.student("Father", "Torres")
    son = make.account("son", student=student)
    reads = {"parent": father.by.account, "restrained": father.by.account, "asked about": second.by.account}
    make.change(reads.get(reader, son), sign_in_name=HIS)
    make.change(hers.row, given="Father", family="Torres")
    names = {person_name(father.row), person_name(second.row), full_name(student), employee_name(hers.row)}
    assert names == {"Father Torres"}
    if reader in ("restrained", "asked about"):
        files(terms(town, father.row.id), town.registrar.by)
        assert doubted(contact=second.row) and doubted(employee=hers.row)
    assert isinstance(invites(hers, "mail", chief().by), NotDone)


def test_whom_no_mail_reaches_of_many_stands_on_the_list_by_hand_and_is_counted(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.programmes.accounts.many import make_for_the_roster, reach

    rows = {}
    for name, email in (("wanda", HERS), ("olga", "olga@mail.test"), ("mute", "")):
        rows[name] = row = make.employee(name.title(), "Ibarra")
        make.change(row, email=email, source_id=name)
        make.assignment(row, "registrar", town.school)
    head = chief().by
    assert reach(by=head, at=AT).by_mail == 2
    ordered(town, father)
    found = reach(by=head, at=AT)
    assert found.by_mail == 1 and found.by_hand == {rows["wanda"].id, rows["mute"].id}
    with override_settings(MAIL=POST):
        page = browser(head).get("/district/accounts/?which=without").content.decode()
    assert page.count('<span class="chip soon">By hand</span>') == 2 and "2 of those on the roster" in page
    assert "court" not in page.casefold()
    assert make_for_the_roster(by=head, at=AT) == 1
    found = reach(by=head, at=AT)
    assert found.by_mail == 0 and found.by_hand == {rows["wanda"].id, rows["mute"].id}


@pytest.mark.parametrize("way", ["lifted", "other"])
def test_without_an_order_or_with_a_mailbox_of_her_own_a_mail_brings_it(
    town: make.Town, father: make.Related, hers: make.Staffed, way: str
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder
    from fileroom.programmes.accounts.inviting import Link
    from fileroom.programmes.accounts.standing import NotDone

    ordered(town, father)
    make.change(father.by.account, sign_in_name="father.torres@mail.test")
    assert isinstance(invites(hers, "mail", chief("before").by), NotDone), "it is kept that he has this mailbox"
    with district_transaction():
        (order,) = CourtOrder.objects.all()
    if way == "lifted":
        make.change(order, lifted_on=make.TODAY)
    else:
        make.change(hers.row, email="wanda@mail.test")
    assert isinstance(invites(hers, "mail", chief().by), Link)
    assert len(goes_round()) == 1
