"""A parent gets an online account at the counter, by a link that works once; it is closed there too."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.disclosure.asking import entries

GIVEN = {"email": "Lucia@Example.com", "language": "es", "looked": "on", "do": "give"}
PASSWORD = "correct horse battery staple"


@pytest.fixture
def aunt(town: make.Town) -> make.Related:
    """A guardian whom the office has verified, without an account."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account

    made = make.related("lucia", town.ana)
    with district_transaction():
        Account.objects.filter(contact=made.row).delete()
    return made


def asks(desk: Any, of: make.Related, **said: str) -> Any:
    assert of.relation
    return desk.post(f"/relationships/{of.relation.id}/account/", said)


def link_in(answer: Any) -> str:
    (address,) = re.findall(r'aria-label="Its address">https?://[^/]+([^<]+)<', answer.content.decode())
    return str(address).replace("&amp;", "&")


def chooses(address: str) -> Any:
    return browser().post(address, {"password": PASSWORD, "again": PASSWORD})


def signs_in(name: str, password: str = PASSWORD) -> Any:
    client = browser()
    client.post("/sign-in/", {"login": name, "password": password})
    return client


def test_a_link_of_the_counter_lets_a_parent_in_once_in_their_language(town: make.Town, aunt: make.Related) -> None:
    desk = browser(town.registrar.by)
    given = asks(desk, aunt, **GIVEN)
    shown = words(given.content.decode())
    assert given.status_code == 200 and "lucia@example.com" in shown and "<svg" in given.content.decode()
    assert "no-store" in given["Cache-Control"]
    page = browser().get(link_in(given)).content.decode()
    assert "Elija su contraseña" in page and "lucia@example.com" in page
    assert chooses(link_in(given)).status_code == 302
    assert chooses(link_in(given)).status_code == 404
    parent = signs_in("lucia@example.com")
    home = parent.get("/family/")
    assert home.status_code == 200 and 'lang="es"' in home.content.decode() and "Ana" in home.content.decode()
    assert parent.get(f"/family/{town.ana.id}/").status_code == 200
    people = words(desk.get(f"/students/{town.ana.id}/people/").content.decode())
    assert "They sign in by lucia@example.com" in people, people


def test_what_was_given_stands_in_the_students_log_and_names_nobody(town: make.Town, aunt: make.Related) -> None:
    asks(browser(town.registrar.by), aunt, **GIVEN)
    made = [it for it in entries() if it.act.value == "account:made"]
    assert [(it.student, it.part, it.sealed) for it in made] == [(town.ana.id, "family", False)]
    told = "An online account was given to somebody of the family, who showed an ID"
    assert told in words(browser(town.principal.by).get(f"/students/{town.ana.id}/looked/").content.decode())
    mother = words(browser(town.mother.by).get(f"/family/{town.ana.id}/looked/").content.decode())
    assert (
        "Gave somebody of the family, who showed an ID, an online account" in mother and "lucia" not in mother.lower()
    )


def test_each_childs_log_tells_of_it_at_whatever_school_they_are(town: make.Town, aunt: make.Related) -> None:
    make.relationship(town.ben, aunt.row)
    desk = browser(town.registrar.by)
    asks(desk, aunt, **GIVEN)
    asks(desk, aunt, do="link", looked="on")
    asks(desk, aunt, do="close")
    for act in ("account:made", "account:reopened", "account:closed"):
        told = {it.student for it in entries() if it.act.value == act}
        assert told == {town.ana.id, town.ben.id}, act


def test_a_new_link_ends_the_one_before_and_a_closed_account_every_session(town: make.Town, aunt: make.Related) -> None:
    desk = browser(town.registrar.by)
    first = link_in(asks(desk, aunt, **GIVEN))
    second = link_in(asks(desk, aunt, do="link", looked="on"))
    assert chooses(first).status_code == 404
    assert chooses(second).status_code == 302
    parent = signs_in("lucia@example.com")
    assert parent.get("/family/").status_code == 200
    assert asks(desk, aunt, do="close").status_code == 302
    assert parent.get("/family/").status_code == 302
    assert signs_in("lucia@example.com").get("/family/").status_code == 302
    third = link_in(asks(desk, aunt, do="link", looked="on"))
    assert chooses(third).status_code == 302
    assert signs_in("lucia@example.com").get("/family/").status_code == 200


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"looked": ""}, "Look at their photo ID first."),
        ({"email": "lucia"}, "Write an e-mail address"),
        ({"email": "MOTHER"}, "Write an e-mail address"),
        ({"language": "xx"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_where_it_stands_and_nothing_is_made(
    town: make.Town, aunt: make.Related, said: dict[str, str], says: str
) -> None:
    answer = asks(browser(town.registrar.by), aunt, **GIVEN | said)
    assert answer.status_code == 422 and says in answer.content.decode()
    assert not [it for it in entries() if it.act.value == "account:made"]


def test_one_address_is_one_persons_and_one_person_has_one_account(town: make.Town, aunt: make.Related) -> None:
    desk = browser(town.registrar.by)
    make.change(town.mother.by.account, sign_in_name="rosa@example.com")
    taken = asks(desk, aunt, **GIVEN | {"email": "Rosa@example.com"})
    assert taken.status_code == 422 and "Somebody signs in by this address already" in taken.content.decode()
    second = asks(desk, town.mother, **GIVEN)
    assert second.status_code == 422 and "They have an account already" in second.content.decode()


@pytest.mark.parametrize("address", ["Lucia@example.com", "lucia+school@example.com", "l.uc.ia@example.com"])
@pytest.mark.parametrize("how", ["is written to", "signs in"])
def test_the_mailbox_of_somebody_who_works_here_stays_free_for_them_and_the_page_says_what_to_do(
    town: make.Town, aunt: make.Related, address: str, how: str
) -> None:
    if how == "signs in":
        make.change(make.staffed("teacher2", "teacher", town.school).by.account, sign_in_name="lu.cia+work@example.com")
    else:
        make.change(make.employee("Lucia", "Torres"), email="LUCIA@example.com")
    desk = browser(town.registrar.by)
    answer = asks(desk, aunt, **GIVEN | {"email": address})
    said = words(answer.content.decode())
    assert answer.status_code == 422 and "Somebody who works here has this address" in said
    assert "another mailbox of theirs" in said and "at the counter" in said
    assert asks(desk, aunt, **GIVEN | {"email": "lucia@mail.test"}).status_code == 200


def test_what_stood_on_a_page_of_another_purpose_closes_nothing(town: make.Town, aunt: make.Related) -> None:
    desk = browser(town.registrar.by)
    asks(desk, aunt, **GIVEN)
    sent = asks(desk, aunt, do="close", stated="another")
    assert sent.status_code == 422 and "Nothing was done" in sent.content.decode()
    assert not [it for it in entries() if it.act.value == "account:closed"]


def test_only_whoever_settles_who_is_who_gives_one_and_only_to_whom_they_have_verified(
    town: make.Town, aunt: make.Related
) -> None:
    assert asks(browser(town.teacher.by), aunt, **GIVEN).status_code == 403
    assert asks(browser(town.mother.by), aunt, **GIVEN).status_code == 404
    claimed = make.related("claimed", town.ana, verified=False)
    assert asks(browser(town.registrar.by), claimed, do="link", looked="on").status_code == 404
    assert asks(browser(town.registrar.by), aunt, do="close").status_code == 404
    assert "online account" not in browser(town.teacher.by).get(f"/students/{town.ana.id}/people/").content.decode()
    assert [it.act.value for it in entries()].count("account:refused") == 1


def test_a_student_of_any_age_gets_one_of_their_own_and_the_law_says_what_it_shows(town: make.Town) -> None:
    desk = browser(town.registrar.by)
    make.change(town.ana, birth_on=make.TODAY.replace(year=make.TODAY.year - 10))
    given = desk.post(f"/students/{town.ana.id}/account/", GIVEN | {"email": "ana@example.com"})
    assert chooses(link_in(given)).status_code == 302
    student = signs_in("ana@example.com")
    assert student.get("/family/").status_code == 200
    assert student.get("/family/social-media/").status_code == 200, "what was gathered they see at any age"


def test_the_account_of_somebody_who_turned_out_to_be_nobody_to_the_student_can_be_closed_and_nothing_else(
    town: make.Town, aunt: make.Related
) -> None:
    desk, people = browser(town.registrar.by), f"/students/{town.ana.id}/people/"
    assert aunt.relation
    chooses(link_in(asks(desk, aunt, **GIVEN)))
    make.change(aunt.relation, standing="refuted")
    page = words(desk.get(people).content.decode())
    assert "Close the account of Lucia" in page and "They sign in by lucia@example.com" in page
    assert "Make a new link" not in page.partition("Close the account of Lucia")[0].rpartition("Lucia Torres")[2]
    assert asks(desk, aunt, do="link", looked="on").status_code == 404
    tie = make.relationship(town.ben, aunt.row)
    assert asks(desk, aunt, do="close").status_code == 404, "it opens another child’s file: it is closed there"
    assert "Close the account of Lucia" not in words(desk.get(people).content.decode())
    make.change(tie, standing="refuted")
    assert asks(desk, aunt, do="close").status_code == 302
    assert signs_in("lucia@example.com").get("/family/").status_code == 302
    assert "Close the account of Lucia" not in words(desk.get(people).content.decode())
