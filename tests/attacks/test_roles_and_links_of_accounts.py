"""What nobody gets by the pages of accounts: a role by a forged form, a second use of a link, a role that is over."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.accounts.people import CHOSEN, chief, gives

if TYPE_CHECKING:
    from django.test import Client

    from fileroom.people.models import School
    from fileroom.people.signed_in import SignedIn

LINK = re.compile(r"http://[^/\s<]+(/welcome/[0-9a-f]{64}/)")
NEW = {"given": "Maria", "family": "Diaz", "email": "M.Diaz@alder-creek.test", "way": "hand"}
OVER = "This link opens nothing any more"


def of(account: UUID, act: str = "") -> str:
    return f"/district/accounts/{account}/{act}"


def role(name: str, school: UUID | None, **more: str) -> dict[str, object]:
    from django.utils import timezone

    said = {"role": name, "place": str(school or "-"), "from_on": timezone.localdate().isoformat()}
    return form(**(said | {"reason": "Keeps the files"} | more))


def link_of(pages: Client, **more: str) -> str:
    """Make an account, and take the link from the page that shows it once."""
    found = LINK.search(pages.post("/district/accounts/new/", NEW | more).content.decode())
    assert found is not None
    return found[1]


def chooses(link: str, password: str = CHOSEN) -> int:
    status: int = browser().post(link, {"password": password, "again": password}).status_code
    return status


def account_named(name: str) -> SignedIn:
    from fileroom.people.accounts import named

    found = named(name)
    assert found is not None
    return make.signed_in(found)


def acts() -> list[str]:
    return [it.act.value for it in entries()]


def test_no_form_gives_an_employee_a_role_that_is_not_theirs_to_give(town: make.Town) -> None:
    head = chief()
    for who in (town.teacher.by, town.registrar.by, town.principal.by):
        pages, mine = browser(who), who.account.id
        for address, said in (
            (of(mine, "role/"), role("administrator", None)), (of(mine, "role/"), role("registrar", town.school.id)),
            (of(head.by.account.id, "end/"), {"place": str(head.role.id)}), (of(mine, "link/"), {"way": "hand"}),
            (of(head.by.account.id, "close/"), {}), (of(mine, "agree/"), {"role": str(uuid4()), "do": "agree"}),
            (of(head.by.account.id, "address/"), {"email": "x@y.test", "way": "hand"}),
            ("/district/accounts/new/", NEW),
        ):  # fmt: skip
            assert pages.post(address, said).status_code == 404, (who.account.sign_in_name, address)
        assert pages.get("/district/accounts/").status_code == 404
    assert {it for it in acts() if it.startswith(("role:", "account:"))} == set()
    assert browser(town.mother.by).get("/district/accounts/").status_code == 404


def test_an_administrator_forges_no_role_for_themselves_none_of_the_districts_alone_and_no_other_word(
    town: make.Town,
) -> None:
    head, second, tunde = chief(), chief("second"), town.teacher.by.account.id
    pages = browser(head.by)
    assert pages.post(of(head.by.account.id, "role/"), role("registrar", town.school.id)).status_code == 403
    assert pages.post(of(tunde, "role/"), role("custodian", None)).status_code == 422, "no word of the form"
    assert pages.post(of(tunde, "role/"), role("administrator", None)).status_code == 302
    (waits,) = [it.record for it in entries() if it.act.value == "role:proposed"]
    assert pages.post(of(tunde, "agree/"), {"role": str(waits), "do": "agree"}).status_code == 403
    assert browser(town.teacher.by).get("/district/accounts/").status_code == 404, "it does not hold yet"
    assert browser(second.by).post(of(tunde, "agree/"), {"role": str(waits), "do": "agree"}).status_code == 302
    assert browser(town.teacher.by).get("/district/accounts/").status_code == 200


def test_a_link_is_used_once_is_dead_once_another_is_made_and_no_answer_holds_it_again(town: make.Town) -> None:
    pages = browser(chief().by)
    first = link_of(pages)
    assert browser().get(first).status_code == browser().get(first).status_code == 200, "to look uses nothing up"
    account = account_named("m.diaz@alder-creek.test").account.id
    there = pages.post("/district/accounts/new/", NEW)
    assert (there.status_code, there["Location"]) == (302, of(account, "?there")), "who has an account gets no second"
    second = LINK.search(pages.post(of(account, "link/"), {"way": "hand"}).content.decode())
    assert second is not None
    assert chooses(first) == 404 and OVER in browser().get(first).content.decode()
    assert chooses(second[1], "fileroom") == 422, "a password that will not do uses nothing up"
    assert chooses(second[1]) == 302
    assert chooses(second[1], "another password, of a thief") == 404
    assert chooses(f"/welcome/{'0' * 64}/") == 404
    assert not LINK.search(pages.get(of(account)).content.decode())
    into = browser()
    into.post("/sign-in/", {"login": "M.Diaz@alder-creek.test", "password": CHOSEN})
    assert into.get("/").status_code == 200
    assert acts().count("account:opened") == 1


def test_a_wrong_address_is_corrected_before_it_is_opened_and_never_after(town: make.Town) -> None:
    pages = browser(chief().by)
    wrong = link_of(pages, email="m.dias@alder-creek.test")
    account = account_named("m.dias@alder-creek.test").account.id
    right = pages.post(of(account, "address/"), {"email": NEW["email"], "way": "hand"})
    link = LINK.search(right.content.decode())
    assert link is not None and chooses(wrong) == 404
    assert chooses(link[1]) == 302
    late = pages.post(of(account, "address/"), {"email": "thief@alder-creek.test", "way": "hand"})
    assert late.status_code == 422
    assert account_named("m.diaz@alder-creek.test").account.id == account


@pytest.mark.parametrize("act", ["end", "close"])
def test_an_open_session_is_none_once_the_role_is_ended_or_the_account_closed(town: make.Town, act: str) -> None:
    head, tunde = chief(), town.registrar.by
    open_, pages, token = browser(tunde), browser(head.by), token_for(tunde, town.school)
    assert open_.get(f"/students/{town.ana.id}/").status_code == 200
    said = {"place": str(town.registrar.role.id)} if act == "end" else {}
    assert pages.post(of(tunde.account.id, f"{act}/"), said).status_code == 302
    assert open_.get(f"/students/{town.ana.id}/").status_code == 302, "to the sign-in page"
    assert token_is_dead(token)
    if act == "end":
        again = browser(tunde)
        assert again.get(f"/students/{town.ana.id}/").status_code == 404, "signed in again, it is not theirs"


def token_for(of: SignedIn, school: School) -> UUID:
    """A token of a registrar's, which holds today: until tomorrow, and of these tests the clock is the day's own."""
    from django.utils import timezone

    from fileroom.people.models import Token

    until = timezone.localdate() + timedelta(days=1)
    token = Token(
        id=uuid4(), prefix="abcdefgh", digest=b"0" * 32, label="Library", account=of.account, role="registrar",
        school=school, scopes=[], until_on=until, made_at=AT, made_by=uuid4(), made_entry=uuid4(), accepted_at=AT,
        accepted_entry=uuid4(),
    )  # fmt: skip
    make.keep(token)
    assert not token_is_dead(token.pk)
    return token.pk


def token_is_dead(pk: UUID) -> bool:
    from django.utils import timezone

    from fileroom.hosting import district_transaction
    from fileroom.people.models import Token
    from fileroom.people.tokens.recognising import why_not

    with district_transaction():
        return why_not(Token.objects.get(pk=pk), lambda _id, _on: True, on=timezone.localdate()) is not None


def test_who_has_shut_out_the_others_that_give_roles_gives_none_alone_that_two_give(town: make.Town) -> None:
    from fileroom.programmes.accounts.beginning import begin
    from fileroom.programmes.accounts.giving import end_role
    from fileroom.programmes.accounts.joining import New, close_account
    from fileroom.programmes.accounts.rules import No
    from fileroom.programmes.accounts.standing import NotDone
    from fileroom.programmes.models import RoleGiven

    head, second, third = chief(), chief("second"), chief("third")
    for it in (second, third):
        make.change(it.by.account, last_login=AT)
    assert isinstance(close_account(third.by.account.id, by=head.by, at=AT), UUID), "two are left"
    assert isinstance(close_account(second.by.account.id, by=head.by, at=AT), UUID), "a stolen account is shut at once"
    ended = end_role(second.role.id, by=head.by, at=AT)
    assert isinstance(ended, NotDone) and ended.no is No.ONE_ALONE
    given = gives(town.teacher.by.account.id, "administrator", by=head.by)
    assert isinstance(given, RoleGiven) and given.assignment is None, "it waits for one who is not there"
    begin(New(None, "Rosa", "Luna", "r.luna@alder-creek.test"), at=AT)
    make.change(account_named("r.luna@alder-creek.test").account, password="argon2$of-nobody")
    assert isinstance(end_role(second.role.id, by=head.by, at=AT), UUID), "the operator has let in another: two again"


def test_whom_one_person_put_in_the_place_of_the_districts_custodian_is_no_second_person_to_them(
    town: make.Town,
) -> None:
    from fileroom.programmes.accounts.giving import agree
    from fileroom.programmes.accounts.rules import No
    from fileroom.programmes.accounts.standing import NotDone
    from fileroom.programmes.models import RoleGiven

    head, new = chief(), make.employee("Xenia", "Rey")
    account = make.account("x.rey@alder-creek.test", employee=new)
    make.change(account, password="argon2$of-nobody")
    before = make.custodian(make.employee("Ina", "Old"), None, since=make.TODAY - timedelta(days=90))
    make.change(before, to_on=make.TODAY - timedelta(days=1))
    make.change(make.custodian(new, None, since=make.TODAY), designated_by=head.by.account.id)
    given = gives(town.teacher.by.account.id, "administrator", by=head.by)
    assert isinstance(given, RoleGiven) and given.assignment is None
    found = agree(given.id, by=make.signed_in(account), at=AT)
    assert isinstance(found, NotDone) and found.no is No.SECOND_PERSON


def test_nor_is_whom_that_one_names_in_their_turn(town: make.Town) -> None:
    """Two people who were invented: the first is named by whoever gives the role, and names the second."""
    from fileroom.programmes.accounts.giving import agree
    from fileroom.programmes.accounts.rules import No
    from fileroom.programmes.accounts.standing import NotDone
    from fileroom.programmes.models import RoleGiven

    head, yesterday = chief(), make.TODAY - timedelta(days=1)
    named_by, since, account = head.by.account.id, make.TODAY - timedelta(days=90), head.by.account
    for given_name, until in (("Ina", yesterday - timedelta(days=1)), ("Xenia", yesterday), ("Yara", None)):
        who = make.employee(given_name, "Rey")
        account = make.account(f"{given_name}@alder-creek.test", employee=who)
        make.change(make.custodian(who, None, since=since), to_on=until, designated_by=named_by)
        since, named_by = (yesterday, named_by) if given_name == "Ina" else (make.TODAY, account.id)
    make.change(account, password="argon2$of-nobody")
    given = gives(town.teacher.by.account.id, "administrator", by=head.by)
    assert isinstance(given, RoleGiven) and given.assignment is None
    found = agree(given.id, by=make.signed_in(account), at=AT)
    assert isinstance(found, NotDone) and found.no is No.SECOND_PERSON


def test_where_all_who_give_roles_do_by_one_persons_word_the_operator_lets_in_a_second(town: make.Town) -> None:
    """A superintendent, and the custodian whom that one has named in the place of another: else nobody ever agrees."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.accounts.beginning import begin
    from fileroom.programmes.accounts.joining import New, close_account
    from fileroom.programmes.models import RoleGiven

    head, second, new = chief(), chief("second"), make.employee("Xenia", "Rey")
    make.change(make.account("x.rey@alder-creek.test", employee=new), password="argon2$of-nobody")
    before = make.custodian(make.employee("Ina", "Old"), None, since=make.TODAY - timedelta(days=90))
    make.change(before, to_on=make.TODAY - timedelta(days=1))
    make.change(make.custodian(new, None, since=make.TODAY), designated_by=head.by.account.id)
    rosa = New(None, "Rosa", "Luna", "r.luna@alder-creek.test")
    with pytest.raises(ValidationError, match="gives roles here already"):
        begin(rosa, at=AT)
    assert isinstance(close_account(second.by.account.id, by=head.by, at=AT), UUID)
    with district_transaction():
        second.role.refresh_from_db()
    assert second.role.to_on is None, "it rests: the custodian is of the same hand"
    given = gives(town.teacher.by.account.id, "administrator", by=head.by)
    assert isinstance(given, RoleGiven) and given.assignment is None
    begin(rosa, at=AT)
