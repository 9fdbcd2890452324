"""A token opens what its owner may see, and nothing from the minute its owner may see nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.core.exceptions import ValidationError

from fileroom.law.vendor_contracts import Clause
from tests import factories as make
from tests.api.programs import Program, made_for, office, program, said
from tests.attacks.browsing import ELSEWHERE, HOST
from tests.disclosure.asking import entries
from tests.programmes.vendors.test_contracts import enters, lights

DAY = timedelta(days=1)


def today() -> Any:
    from django.utils import timezone

    return timezone.localdate()


def why() -> list[str]:
    return [it.part for it in entries() if it.act == "token:turned_away"]


def test_a_token_opens_what_its_owner_may_see_and_says_whose_it_is(town: make.Town) -> None:
    asks = program(town.registrar)
    me = asks.get("/me").json()
    assert me["owner"] == {"kind": "employee", "name": "Registrar Abara", "office": "registrar"}
    assert asks.work(f"/students/{town.ana.id}").json()["student"]["name"] == "Ana Torres"


def test_the_key_stands_in_no_row_of_any_table(town: make.Town, owner: psycopg.Connection) -> None:
    made = made_for(town.registrar)
    secret = made.key.split("_", 2)[2]
    tables = owner.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'alder_creek'")
    for (table,) in tables.fetchall():
        rows = owner.execute(f'SELECT t::text FROM "{table}" t').fetchall()
        assert not any(secret in row for (row,) in rows), table
    assert made.prefix in owner.execute("SELECT t::text FROM people_token t").fetchall()[0][0]


def test_it_dies_when_its_owner_leaves_loses_the_office_or_the_account_and_the_ledger_says_which(
    town: make.Town,
) -> None:
    asks = {name: program(who) for name, who in (("left", town.registrar), ("office", town.principal))}
    asks["account"] = program(town.teacher)
    assert {name: it.get("/me").status_code for name, it in asks.items()} == dict.fromkeys(asks, 200)
    make.change(town.registrar.row, left_on=today() - DAY)
    make.change(town.principal.role, to_on=today() - DAY)
    make.change(town.teacher.by.account, is_active=False)
    answers = {name: it.get("/me") for name, it in asks.items()}
    assert {it.status_code for it in answers.values()} == {401}
    assert sorted(why()) == ["left", "left", "office_over"]


def test_another_office_of_the_same_owner_does_not_keep_it_alive(town: make.Town) -> None:
    asks = program(town.registrar)
    make.assignment(town.registrar.row, "registrar", make.school("Mesa Middle"))
    make.change(town.registrar.role, to_on=today() - DAY)
    assert asks.get("/me").status_code == 401


def test_withdrawn_over_unknown_and_torn_are_one_answer_byte_for_byte(town: make.Town) -> None:
    from django.utils import timezone

    from fileroom.people.models import Token
    from fileroom.people.tokens.register import withdraw

    withdrawn, over, known = (made_for(town.registrar) for _ in range(3))
    withdraw(withdrawn.id, by=town.registrar.by, at=timezone.now())
    make.change(_row(Token, over.id), until_on=today() - DAY)
    changed = known.key[:-1] + ("A" if known.key[-1] != "A" else "B")
    keys = [withdrawn.key, over.key, changed, f"fileroom_0000000000_{'x' * 43}", "x", ""]
    answers = [Program(key).get("/me") for key in keys]
    assert {it.status_code for it in answers} == {401}
    assert len({it.content for it in answers}) == 1
    assert {it["WWW-Authenticate"] for it in answers} == {'Bearer realm="Fileroom"'}
    assert set(why()) == {"withdrawn", "over", "unknown"}


def _row(model: Any, id_: UUID) -> Any:
    from fileroom.hosting import district_transaction

    with district_transaction():
        return model.objects.get(pk=id_)


def test_a_dead_token_that_asks_all_night_leaves_a_line_once_in_a_while(town: make.Town) -> None:
    asks = program(town.registrar)
    make.change(town.registrar.row, left_on=today() - DAY)
    for _ in range(5):
        assert asks.get("/me").status_code == 401
    assert why() == ["left"]


def test_in_another_district_it_is_nobodys(town: make.Town) -> None:
    assert Program(made_for(town.registrar).key, host=ELSEWHERE).get("/me").status_code == 401


def test_only_whoever_acts_for_the_superintendent_makes_one(town: make.Town) -> None:
    from django.utils import timezone

    from fileroom.people.answers import Missing
    from fileroom.people.tokens.register import InOffice, Wanted
    from fileroom.people.tokens.register import make as make_token
    from fileroom.people.tokens.scopes import Scope

    owner = InOffice(town.registrar.row.id, "registrar", town.school.id)
    wanted = Wanted("A program", owner, (Scope.FILES_OPEN,), today() + DAY)
    for by in (town.registrar.by, town.principal.by, town.mother.by):
        with pytest.raises(Missing):
            make_token(uuid4(), wanted, by=by, at=timezone.now())
    once = uuid4()
    first, again = (make_token(once, wanted, by=office(), at=timezone.now()) for _ in range(2))
    assert first == again and first.offered


@pytest.mark.parametrize(
    ("days", "role", "scoped"),
    [(367, "registrar", True), (-1, "registrar", True), (9, "principal", True), (9, "registrar", False)],
)  # fmt: skip
def test_none_is_made_for_longer_than_a_year_an_office_not_held_or_for_nothing(
    town: make.Town, days: int, role: str, scoped: bool
) -> None:
    from django.utils import timezone

    from fileroom.people.tokens.register import InOffice, Wanted
    from fileroom.people.tokens.register import make as make_token
    from fileroom.people.tokens.scopes import Scope

    scopes = (Scope.FILES_OPEN,) if scoped else ()
    wanted = Wanted("A", InOffice(town.registrar.row.id, role, town.school.id), scopes, today() + days * DAY)
    with pytest.raises(ValidationError):
        make_token(uuid4(), wanted, by=office(), at=timezone.now())


def test_its_owner_may_withdraw_it_and_another_employee_may_not(town: make.Town) -> None:
    from django.utils import timezone

    from fileroom.people.answers import Missing
    from fileroom.people.tokens.register import withdraw

    made = made_for(town.registrar)
    with pytest.raises(Missing):
        withdraw(made.id, by=town.teacher.by, at=timezone.now())
    assert Program(made.key).get("/me").status_code == 200
    withdraw(made.id, by=town.registrar.by, at=timezone.now())
    assert Program(made.key).get("/me").status_code == 401
    assert [it.act for it in entries() if it.act == "token:withdrawn"] == ["token:withdrawn"]


def companys(by: make.Staffed, contract: UUID, *scopes: Any) -> Any:
    from django.utils import timezone

    from fileroom.people.tokens.register import UnderContract, Wanted
    from fileroom.programmes.vendors.tokens import make_for_company

    wanted = Wanted("Their program", UnderContract(contract), scopes, today() + 9 * DAY)
    return make_for_company(uuid4(), wanted, by=by.by, at=timezone.now())


def test_a_companys_token_lives_while_the_law_lets_something_rest_on_its_contract_and_opens_no_student(
    town: make.Town,
) -> None:
    from django.utils import timezone

    from fileroom.people.tokens.scopes import Scope
    from fileroom.programmes.vendors.contracts import enter_operator
    from fileroom.programmes.vendors.ending import end_contract

    boss = make.staffed("boss", "administrator", None)
    company = enter_operator(uuid4(), "Reading Star, Inc.", "Practice", "names", by=boss.by, at=timezone.now()).id
    good, lacks = enters(boss, company, lights()), enters(boss, company, lights((Clause.STUDENTS_OWN_CONTENT,)))
    with pytest.raises(ValidationError, match="Nothing rests on this contract today"):
        companys(boss, lacks, Scope.LAW_DECIDE)
    with pytest.raises(ValidationError, match="opens nothing of a student"):
        companys(boss, good, Scope.FILES_OPEN)
    asks = Program(companys(boss, good, Scope.LAW_DECIDE, Scope.LEDGER_READ).key)
    owner = asks.get("/me").json()["owner"]
    assert (owner["kind"], owner["name"]) == ("contract", "Reading Star, Inc.: Service agreement")
    assert owner["may_share"]["outcome"] in ("must", "may")
    assert asks.get("/ledger/checkpoint").status_code == 200
    assert asks.work(f"/students/{town.ana.id}").status_code == 403
    end_contract(good, today(), "by_us", by=boss.by, at=timezone.now())
    assert asks.get("/me").status_code == 401
    assert why() == ["contract"]


def test_a_token_asks_so_often_in_a_minute_and_no_more_and_another_is_not_kept_waiting(town: make.Town) -> None:
    from django.test import override_settings

    asks, other = program(town.registrar), program(town.principal)
    with override_settings(TOKEN_RATE=3):
        answers = [asks.get("/me") for _ in range(8)]
        waits = [it for it in answers if it.status_code == 429]
        assert len(waits) >= 2, "a minute may have turned"
        assert all(1 <= int(it["Retry-After"]) <= 60 for it in waits)
        assert other.get("/me").status_code == 200


def test_a_training_that_is_lacking_holds_a_token_up_as_it_does_its_owner(town: make.Town) -> None:
    from tests.disclosure.asking import filed
    from tests.disclosure.gated import sets

    record = filed(town.registrar.by, town.ana)
    asks = program(town.registrar)
    assert asks.work(f"/records/{record}").status_code == 200
    sets(make.staffed("boss", "administrator", None))
    answer = asks.work(f"/records/{record}")
    assert (answer.status_code, answer.json()["type"]) == (403, "/api/v1/problems/training")
    assert "Helps others" not in answer.content.decode()
    assert said(answer)["course"]


@pytest.mark.parametrize(("networks", "lines"), [(1, 1), (3, 3)])
def test_strangers_of_one_network_add_one_line_however_many_addresses_they_have(
    town: make.Town, networks: int, lines: int
) -> None:
    from django.test import Client

    for number in range(6):
        address = f"2001:db8:1:{number % networks}::{number:x}"
        Client(HTTP_HOST=HOST).get("/api/v1/me", HTTP_AUTHORIZATION="Bearer x", REMOTE_ADDR=address)
    assert why() == ["unknown"] * lines
