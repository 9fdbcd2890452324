"""A token is offered by whoever may make it and accepted by its owner, who alone is shown the key."""

from __future__ import annotations

import re
from datetime import timedelta
from time import sleep
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.api.programs import Program, made_for, office
from tests.attacks.browsing import browser, form, words
from tests.disclosure.asking import entries

KEY = re.compile(r"fileroom_[0-9a-f]{10}_[A-Za-z0-9_-]{43}")


def offered(owner: make.Staffed, *, days: int = 9) -> Any:
    """The Superintendent's designee offers this employee a token for everything."""
    from django.utils import timezone

    from fileroom.people.tokens.register import InOffice, Wanted
    from fileroom.people.tokens.register import make as make_token
    from fileroom.people.tokens.scopes import Scope

    whose = InOffice(owner.row.id, owner.role.role, owner.role.school_id)
    wanted = Wanted("A program", whose, tuple(Scope), timezone.localdate() + timedelta(days=days))
    return make_token(uuid4(), wanted, by=office(), at=timezone.now())


def accepts(token: Any, by: Any) -> Any:
    from django.utils import timezone

    from fileroom.people.tokens.register import accept

    return accept(token.id, by=by, at=timezone.now())


def test_whoever_makes_a_colleagues_token_is_shown_no_key_and_it_opens_nothing(town: make.Town) -> None:
    """He may be somebody whom an order keeps from that very child's records."""
    head = office()
    assert head.account.employee is not None
    make.change(head.account.employee, given="Victor", family="Torres")
    make.order(town.ana, make.related("victor", town.ana).row)
    made = offered(town.registrar)
    assert (made.key, made.offered) == ("", True)
    owner = f"employee/{town.registrar.row.id}/registrar/{town.school.id}"
    said = form(label="His program", owner=owner, scopes=["files:open"], until_on=f"{made_until()}")
    page = browser(head).post("/tokens/", said).content.decode()
    assert "Now its owner accepts it" in page and not KEY.search(page)
    assert Program(f"fileroom_{made.prefix}_{'A' * 43}").work(f"/students/{town.ana.id}").status_code == 401


def made_until() -> str:
    from django.utils import timezone

    return (timezone.localdate() + timedelta(days=9)).isoformat()


def test_only_its_owner_accepts_it_and_sees_the_key_once(town: make.Town) -> None:
    made = offered(town.registrar)
    said = form(token=str(made.id))
    for who in (office(), town.teacher.by, town.principal.by):
        assert browser(who).post("/tokens/accept/", said).status_code == 404
    client = browser(town.registrar.by)
    assert "Accept it, and show the key once" in client.get("/tokens/").content.decode()
    page = client.post("/tokens/accept/", said).content.decode()
    key = KEY.search(page)
    assert key and Program(key[0]).work(f"/students/{town.ana.id}").status_code == 200
    again = client.post("/tokens/accept/", said).content.decode()
    assert not KEY.search(again) and "made already" in again
    assert "Accept it" not in client.get("/tokens/").content.decode()
    assert [(it.act.value, it.actor.role) for it in entries() if it.act.value == "token:accepted"] == [
        ("token:accepted", "registrar")
    ]


def test_the_register_says_that_it_waits(town: make.Town) -> None:
    offered(town.registrar)
    page = browser(office()).get("/tokens/").content.decode()
    assert "Waits for its owner to accept it" in words(page) and "Accept it, and" not in page


def test_one_that_was_withdrawn_is_not_accepted(town: make.Town) -> None:
    from django.utils import timezone

    from fileroom.people.tokens.register import withdraw

    made = offered(town.registrar)
    withdraw(made.id, by=office(), at=timezone.now())
    with pytest.raises(ValidationError, match="over, or was withdrawn"):
        accepts(made, town.registrar.by)
    page = browser(town.registrar.by).post("/tokens/accept/", form(token=str(made.id)))
    assert page.status_code == 422 and "Ask for another" in page.content.decode()


def test_ones_own_needs_no_acceptance(town: make.Town) -> None:
    own = made_for(make.staffed("designee", "administrator", None))
    assert own.key and Program(own.key).get("/me").status_code == 200


def test_an_offer_that_is_pressed_twice_at_the_same_moment_is_one_token(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.utils import timezone

    from fileroom.people.tokens import keys
    from fileroom.people.tokens.register import InOffice, Wanted
    from fileroom.people.tokens.register import make as make_token
    from fileroom.people.tokens.scopes import Scope
    from tests.programmes.at_once import at_once

    by, id_, who = office(), uuid4(), town.registrar
    whose = InOffice(who.row.id, who.role.role, who.role.school_id)
    wanted = Wanted("A program", whose, tuple(Scope), timezone.localdate())
    made = keys.make()

    def slowly(prefix: str = "") -> keys.Key:
        sleep(1)  # long enough for the other to have looked for the first too
        return made

    monkeypatch.setattr(keys, "make", slowly)
    one, other = at_once(lambda: make_token(id_, wanted, by=by, at=timezone.now()))
    assert {one.id, other.id} == {id_} and sorted((one.offered, other.offered)) == [True, True]
    assert [it.act.value for it in entries()].count("token:made") == 1
