"""Of a request about a child from whom an order keeps a designee, that designee hears nothing, and buries nothing."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.people.test_owing import page
from tests.programmes.enforcement.coming import HEAD, RIGHTS, comes, letters, of_no_harm, owed, read, says_done, sends
from tests.programmes.enforcement.test_told_of_each_child import noted, only

FAMILY = "disclosure.immigration_enforcement.notify_parent_after"
TOLD = "disclosure.immigration_enforcement.notify_superintendent"


@pytest.fixture
def victor(town: make.Town) -> make.Staffed:
    """The assistant superintendent, whom an order keeps from Ana."""
    return kept("victor", "administrator", town)


def kept(name: str, role: str, town: make.Town, at: Any = None) -> make.Staffed:
    who = make.staffed(name, role, at)
    make.change(who.row, family="Quill")
    himself = make.contact(name.capitalize(), "Quill")
    make.relationship(town.ana, himself)
    make.order(town.ana, himself)
    return who


@pytest.fixture
def pat(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def missing() -> type[Exception]:
    from fileroom.people.answers import Missing

    return Missing


def listed(who: make.Staffed) -> set[UUID]:
    from fileroom.people.answers import Refused
    from fileroom.programmes.enforcement.desk import register

    found = register(by=who.by, at=AT)
    assert not isinstance(found, Refused)
    return {it.id for it in found.requests}


def test_on_no_list_no_count_and_no_page_does_he_hear_of_it(
    town: make.Town, victor: make.Staffed, pat: make.Staffed
) -> None:
    other = comes(town.registrar.by, "immigration").id
    before = {who: page(who.by).owing.number for who in (victor, pat)}
    noted(town, town.ana.id, AT.replace(hour=AT.hour + 3))
    (of,) = listed(pat) - {other}
    assert listed(victor) == {other}
    assert page(victor.by).owing.number == before[victor] and page(pat.by).owing.number > before[pat]
    assert str(of) not in str(page(victor.by).rows) and str(of) in str(page(pat.by).rows)
    (letter,) = letters(of)
    for address in ("", "family/", f"family/{letter}/"):
        assert browser(victor.by).get(f"/enforcement/{of}/{address}").status_code == 404
        assert browser(pat.by).get(f"/enforcement/{of}/{address}").status_code == 200
    assert browser(victor.by).get(f"/agent/{of}/").status_code == 404
    assert browser(victor.by).post(f"/enforcement/{of}/read/").status_code == 404


def test_nobody_at_the_counter_is_told_to_call_him(town: make.Town, victor: make.Staffed, pat: make.Staffed) -> None:
    noted(town, town.ben.id)
    of = only()
    assert "Victor Quill" in browser(town.registrar.by).get(f"/agent/{of}/").content.decode()
    noted(town, town.ana.id)
    page = browser(town.registrar.by).get(f"/agent/{of}/").content.decode()
    assert "Victor Quill" not in page and "Pat Abara" in page


def test_nor_a_principal_who_has_no_account(town: make.Town) -> None:
    noted(town, town.ana.id)
    page = f"/agent/{only()}/"
    shown = browser(town.registrar.by).get(page).content.decode()
    himself, row = make.contact("Guillermo", "Quill"), make.employee("Guillermo", "Quill")
    make.assignment(row, "administrator", None)
    assert "Guillermo Quill" not in shown
    assert "Guillermo Quill" in browser(town.registrar.by).get(page).content.decode()
    make.relationship(town.ana, himself)
    make.order(town.ana, himself)
    assert "Guillermo Quill" not in browser(town.registrar.by).get(page).content.decode()


def test_he_neither_sends_nor_takes_back_nor_says_done_nor_closes(
    town: make.Town, victor: make.Staffed, pat: make.Staffed
) -> None:
    from fileroom.programmes.enforcement import notices
    from fileroom.programmes.enforcement.looking_after import close

    noted(town, town.ana.id)
    of = only()
    (letter,) = letters(of)
    for act in (
        lambda: sends(letter, victor.by, language="en"),
        lambda: notices.drop(letter, by=victor.by, at=AT),
        lambda: says_done(of, FAMILY, victor.by),
        lambda: says_done(of, FAMILY, victor.by, otherwise=True),
        lambda: close(of, "nothing_given", by=victor.by, at=AT),
    ):
        with pytest.raises(missing()):
            act()
    of_no_harm(of, pat.by)
    assert isinstance(sends(letter, pat.by, language="en"), UUID)


def test_where_he_is_the_only_designee_counsel_sends(town: make.Town, victor: make.Staffed) -> None:
    lee = make.staffed("lee", "counsel", None)
    noted(town, town.ana.id)
    of = only()
    (letter,) = letters(of)
    assert str(of) in str(page(lee.by).rows) and str(of) not in str(page(victor.by).rows)
    assert "Ana Torres" in read(letter, lee.by, language="en")
    of_no_harm(of, lee.by)
    assert isinstance(sends(letter, lee.by, language="en"), UUID)
    says_done(of, TOLD, lee.by)
    assert not {"notify_parent_after", "notify_superintendent"} & set(owed(of))


def test_where_another_designee_hears_of_it_counsel_sends_nothing(
    town: make.Town, victor: make.Staffed, pat: make.Staffed
) -> None:
    lee = make.staffed("lee", "counsel", None)
    noted(town, town.ana.id)
    with pytest.raises(missing()):
        sends(letters(only())[0], lee.by, language="en")


def test_counsel_whom_an_order_keeps_from_the_child_says_nothing_of_it_and_the_office_does(
    town: make.Town, pat: make.Staffed
) -> None:
    lee = kept("lee", "counsel", town)
    noted(town, town.ana.id)
    of = only()
    assert listed(lee) == set() and str(of) not in str(page(lee.by).rows)
    reads = "disclosure.immigration_enforcement.counsel_review"
    assert "counsel_review" in owed(of)
    says_done(of, reads, pat.by)
    assert "counsel_review" not in owed(of)


def test_of_another_child_of_the_same_visit_he_hears_as_little(
    town: make.Town, victor: make.Staffed, pat: make.Staffed
) -> None:
    noted(town, town.ben.id)
    of = only()
    assert listed(victor) == {of}, "of Ben alone it is nobody's to keep from him"
    noted(town, town.ana.id)
    assert only() == of and listed(victor) == set() and listed(pat) == {of}


def test_so_it_is_where_a_designee_has_said_whose_child_it_is(
    town: make.Town, victor: make.Staffed, pat: make.Staffed
) -> None:
    from fileroom.programmes.enforcement.family_letter import Desk
    from fileroom.programmes.enforcement.notices import prepare
    from fileroom.programmes.enforcement.recipients import To

    of = comes(town.registrar.by, "immigration").id
    assert listed(victor) == {of}
    to = To(town.ana.id, town.mother.row.id)
    prepare(uuid4(), of, to, Desk(HEAD, RIGHTS), language="en", way="handed", by=pat.by, at=AT)
    assert listed(victor) == set()


def test_an_order_that_is_lifted_keeps_nothing_from_him(town: make.Town, victor: make.Staffed) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder

    noted(town, town.ana.id)
    assert listed(victor) == set()
    with district_transaction():
        order = CourtOrder.objects.get()
    make.change(order, lifted_on=make.TODAY)
    assert listed(victor) == {only()}


def test_by_the_familys_name_alone_it_is_hidden_only_where_somebody_else_hears(town: make.Town) -> None:
    torres = make.staffed("rosa", "administrator", None)
    make.change(torres.row, family="Torres")
    make.order(town.ana, make.related("father", town.ana).row)
    noted(town, town.ana.id)
    of = only()
    assert listed(torres) == {of}, "or nobody in the district would hear that an agent came"
    with pytest.raises(missing()):
        read(letters(of)[0], torres.by, language="en")
    lee = make.staffed("lee", "counsel", None)
    assert listed(torres) == set() and listed(lee) == {of}
    of_no_harm(of, lee.by)
    assert isinstance(sends(letters(of)[0], lee.by, language="en"), UUID)


def test_what_he_saw_himself_at_the_counter_he_writes_down(town: make.Town, pat: make.Staffed) -> None:
    clerk = kept("victor", "registrar", town, town.school)
    from fileroom.programmes.enforcement.family_letter import Desk
    from fileroom.programmes.enforcement.notices import prepare
    from fileroom.programmes.enforcement.recipients import To
    from tests.programmes.enforcement.coming import writes

    of = comes(clerk.by, "immigration").id
    to = To(town.ana.id, town.mother.row.id)
    prepare(uuid4(), of, to, Desk(HEAD, RIGHTS), language="en", way="handed", by=pat.by, at=AT)
    assert str(of) in str(page(clerk.by).rows)
    assert writes(of, clerk.by)
    with pytest.raises(ValidationError):
        says_done(of, FAMILY, pat.by, otherwise=True)


def test_whoever_opened_it_says_that_it_is_read_where_every_other_designee_is_kept_from_the_child(
    town: make.Town, victor: make.Staffed, pat: make.Staffed
) -> None:
    noted(town, town.ana.id)
    of = only()
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import EnforcementRequest

    with district_transaction():
        EnforcementRequest.objects.filter(pk=of).update(opened_by=pat.by.account.id)
    says_done(of, TOLD, pat.by)
    assert "notify_superintendent" not in owed(of)
