"""Whoever gives roles gets into nobody's account by it, and nobody's ended role or token lives on."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from fileroom.people.answers import Missing
from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.attacks.test_roles_and_links_of_accounts import LINK, account_named, chooses, of, token_for, token_is_dead
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.accounts.people import chief, gives, opened


def test_a_link_into_an_account_that_was_opened_goes_by_mail_alone_and_its_address_stays(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A giver of roles who shows themselves the custodian's link, closes the account first, or corrects its address."""
    monkeypatch.setattr("django.conf.settings.MAIL", object())
    pages, holder = browser(chief().by), town.principal
    opened(holder)
    make.change(holder.by.account, last_login=AT)
    theirs = holder.by.account.id
    assert "I hand it over" not in words(pages.get(of(theirs)).content.decode()).split("Close the account")[0]
    for act, said in (
        ("link/", {"way": "hand"}), ("close/", {}), ("link/", {"way": "hand", "again": "yes"}),
        ("link/", {"way": "mail", "again": "yes"}), ("link/", {"way": "hand"}),
        ("address/", {"email": "thief@alder-creek.test", "way": "mail"}),
    ):  # fmt: skip
        assert not LINK.search(pages.post(of(theirs, act), said).content.decode()), (act, said)
    noted = [(it.part, it.outcome) for it in entries() if it.act.value == "account:refused"]
    assert noted == [("link", "by_mail"), ("open", "by_mail"), ("link", "by_mail")]
    assert account_named("principal").account.id == theirs
    invited = [it.part for it in entries() if it.act.value == "account:invited"]
    assert invited == ["mail"]


def test_a_link_of_an_account_that_was_closed_or_corrected_since_opens_nothing(town: make.Town) -> None:
    pages, theirs = browser(chief().by), town.teacher.by.account.id

    def link() -> str:
        found = LINK.search(pages.post(of(theirs, "link/"), {"way": "hand"}).content.decode())
        assert found is not None
        return found[1]

    wrong = link()
    pages.post(of(theirs, "address/"), {"email": "t.teacher@alder-creek.test", "way": "hand"})
    assert chooses(wrong) == 404
    late = link()
    pages.post(of(theirs, "close/"), {})
    assert chooses(late) == 404
    pages.post(of(theirs, "link/"), {"way": "hand", "again": "yes"})
    assert chooses(late) == 404


def test_whoever_runs_the_systems_is_named_no_custodian(town: make.Town) -> None:
    from fileroom.people.services import designate_custodian

    head, lead = chief(), make.staffed("lead", "it_lead", None)
    for school in (town.school.id, None):
        with pytest.raises(ValidationError, match="runs the systems"):
            designate_custodian(lead.row.id, school_id=school, certificated=True, by=head.by, at=AT)


def test_a_token_of_a_role_that_was_ended_stays_dead_when_the_role_is_given_again(town: make.Town) -> None:
    from fileroom.programmes.accounts.giving import end_role

    head, who = chief(), town.registrar
    token = token_for(who.by, town.school)
    assert isinstance(end_role(who.role.id, by=head.by, at=AT), UUID)
    gives(who.by.account.id, "registrar", town.school.id, by=head.by)
    assert browser(who.by).get(f"/students/{town.ana.id}/").status_code == 200
    assert token_is_dead(token)


def test_whose_role_was_ended_while_they_waited_gives_ends_and_closes_nothing(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.people.models import Assignment
    from fileroom.programmes.accounts import giving, inviting, joining, standing

    head, theirs = chief(), town.teacher.by.account.id

    def ended(_on: object, _whose: object) -> None:
        """Another has ended it meanwhile, and let go of the rows that this one waited for."""
        Assignment.objects.filter(employee=head.row).delete()

    for module in (standing, giving):
        monkeypatch.setattr(module, "hold", ended)
    with pytest.raises(Missing):
        gives(theirs, "registrar", town.school.id, by=head.by)
    for act in (
        lambda: giving.end_role(town.registrar.role.id, by=head.by, at=AT),
        lambda: joining.close_account(theirs, by=head.by, at=AT),
        lambda: joining.correct_address(theirs, "x@y.test", inviting.Way.HAND, by=head.by, at=AT),
        lambda: joining.reopen_account(theirs, inviting.Way.HAND, by=head.by, at=AT),
        lambda: inviting.invite(theirs, inviting.Way.HAND, by=head.by, at=AT),
    ):
        with pytest.raises(Missing):
            act()
