"""Whom an order restrains stands here under another row: who keeps the order is asked, yes binds, no rules it out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.orders.filing import files, terms
from tests.conftest import AT
from tests.disclosure.asking import entries, outcome

ASKS = "Is this the person whom a court’s order names?"
LATER = AT + timedelta(days=1)


@pytest.fixture
def victor(town: make.Town) -> make.Related:
    """Ana's father, with a mobile telephone and an e-mail address on file."""
    father = make.related("victor", town.ana)
    reached_by(town, father, email="Victor.T@mail.test", mobile="(559) 555-0171", telephone="559-555-0100")
    return father


def reached_by(town: make.Town, who: make.Related, **card: str) -> None:
    from fileroom.collection.services import collect

    done = collect(town.ana.id, "contact_and_household", card, by=town.registrar.by, at=AT, about=who.row.id)
    assert hasattr(done, "record")


def another(town: make.Town, name: str, given: str, family: str, **card: str) -> make.Related:
    """Another parent of Ana's, by another row."""
    it = make.related(name, town.ana)
    assert it.relation is not None
    make.change(it.row, given=given, family=family)
    make.custody(it.relation)
    if card:
        reached_by(town, it, **card)
    return it


def asked(order: UUID) -> dict[str, tuple[str, Any]]:
    """Of whom is asked, by name: the answer, and the id."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import OrderNamesake

    with district_transaction():
        rows = OrderNamesake.objects.filter(order=order).select_related("contact", "employee")
        found = [(it.contact or it.employee, it) for it in rows]
        return {f"{who.given} {who.family}": (it.answer, it.id) for who, it in found if who}


def says(order: UUID, name: str, answer: str, by: Any, *, at: Any = AT) -> Any:
    from fileroom.collection.orders.telling_apart import say_who_it_is as say

    return say(order, asked(order)[name][1], answer, by=by, at=at)


def second_keeper(named: str = "second") -> Any:
    """Another who keeps the whole district's records."""
    keeper = make.staffed(named, "administrator", None)
    make.custodian(keeper.row, None)
    return keeper.by


def goes_round(at: Any = LATER) -> None:
    from fileroom.collection.orders.nightly import look_round

    look_round(at=at)


def test_at_intake_each_likely_row_is_asked_about_and_nobody_else(town: make.Town, victor: make.Related) -> None:
    another(town, "twin", "V.", "Torres")
    another(town, "alias", "Vic", "Mendoza", mobile="+1 559 555 0171")
    another(town, "home", "Victor", "Salas", telephone="(559) 555-0100")
    another(town, "aunt", "Marta", "Torres", telephone="(559) 555-0100")
    reached_by(town, town.mother, email="victor.t@mail.test")
    at_work = make.employee("Victor", "Torres")
    by_mail = make.employee("Vito", "Quill")
    make.change(by_mail, email="victort+work@mail.test")
    order = files(terms(town, victor.row.id), town.registrar.by).id
    assert set(asked(order)) == {"V. Torres", "Vic Mendoza", "Victor Salas", "Victor Torres", "Vito Quill"}
    assert outcome(town.mother.by, town.ana) == "must", "whom it protects is asked about by nobody"
    assert at_work.id != by_mail.id
    page = words(browser(town.principal.by).get("/").content.decode())
    assert ASKS in page and "Mendoza" not in page, "it names nobody"
    assert ASKS not in words(browser(town.registrar.by).get("/").content.decode())


def test_yes_binds_the_other_row_and_its_session_ends(town: make.Town, victor: make.Related) -> None:
    alias = another(town, "alias", "Vic", "Mendoza", mobile="5595550171")
    order = files(terms(town, victor.row.id), town.registrar.by).id
    his = browser(alias.by)
    assert his.get("/family/").status_code == 200 and outcome(alias.by, town.ana) == "must"
    desk, address = browser(town.principal.by), f"/orders/{order}/"
    assert "Is it the same person?" in words(desk.get(address).content.decode())
    sent = form(who=str(asked(order)["Vic Mendoza"][1]), answer="yes")
    assert desk.post(f"{address}named/", sent).status_code == 302
    assert outcome(alias.by, town.ana) == "no"
    assert his.get("/family/").status_code == 302, "as any session ends"
    assert ASKS not in words(desk.get("/").content.decode())
    said = [it for it in entries() if it.act == "order:namesake_said"]
    assert [(it.outcome, it.student, it.sealed) for it in said] == [("yes", town.ana.id, True)]


def test_no_takes_the_doubt_away_and_a_yes_is_taken_back_by_another(town: make.Town, victor: make.Related) -> None:
    twin = another(town, "twin", "V.", "Torres")
    order = files(terms(town, victor.row.id), town.registrar.by).id
    assert outcome(twin.by, town.ana) == "needs_more"
    says(order, "V. Torres", "no", town.principal.by)
    assert outcome(twin.by, town.ana) == "must"
    says(order, "V. Torres", "yes", town.principal.by)
    assert outcome(twin.by, town.ana) == "no"
    refused = says(order, "V. Torres", "no", town.principal.by)
    assert [it.rule for it in refused.decision.because] == ["casework.ruling_out.nobody_rules_out_alone"]
    assert entries()[-1].act == "order:lift_refused" and entries()[-1].sealed
    keeper = make.staffed("keeper", "administrator", None)
    make.custodian(keeper.row, None)
    says(order, "V. Torres", "no", keeper.by)
    assert outcome(twin.by, town.ana) == "must"


def test_an_employee_of_another_name_is_shut_out_until_it_is_answered_and_never_hears_of_it(
    town: make.Town, victor: make.Related
) -> None:
    from fileroom.people.answers import Missing

    make.change(town.principal.row, email="victor.t@mail.test")
    keeper = make.staffed("keeper", "administrator", None)
    make.custodian(keeper.row, None)
    assert outcome(town.principal.by, town.ana) == "must"
    order = files(terms(town, victor.row.id), town.registrar.by).id
    assert set(asked(order)) == {"Principal Abara"}
    assert outcome(town.principal.by, town.ana) == "needs_more"
    page = browser(town.principal.by)
    assert ASKS not in words(page.get("/").content.decode())
    assert page.get(f"/orders/{order}/").status_code == 404
    with pytest.raises(Missing):
        says(order, "Principal Abara", "no", town.principal.by)
    says(order, "Principal Abara", "yes", keeper.by)
    assert outcome(town.principal.by, town.ana) == "no"
    other = make.staffed("other", "administrator", None).by
    for _ in range(2):
        says(order, "Principal Abara", "no", other)
        assert outcome(town.principal.by, town.ana) == "no", "a mailbox speaks for it: one person gives nothing back"
    says(order, "Principal Abara", "no", keeper.by)
    assert outcome(town.principal.by, town.ana) == "must"
    assert page.get(f"/orders/{order}/").status_code == 200


def test_the_round_asks_of_whoever_comes_later_once_and_opens_a_card_once(
    town: make.Town, victor: make.Related
) -> None:
    def compared() -> int:
        return sum(it.act == "order:compared" for it in entries())

    order = files(terms(town, victor.row.id), town.registrar.by).id
    opened = compared()
    goes_round()
    assert asked(order) == {} and compared() == opened, "nothing is new"
    another(town, "alias", "Vic", "Mendoza", email="v.ictort@mail.test")
    for _ in range(2):
        goes_round()
    assert set(asked(order)) == {"Vic Mendoza"}
    assert compared() > opened
    twice = compared()
    goes_round()
    assert compared() == twice and len(asked(order)) == 1


def test_nobody_who_does_not_keep_it_answers(town: make.Town, victor: make.Related) -> None:
    from fileroom.people.answers import Missing

    twin = another(town, "twin", "V.", "Torres")
    order = files(terms(town, victor.row.id), town.registrar.by).id
    taker = words(browser(town.registrar.by).get(f"/orders/{order}/").content.decode())
    assert "Is it the same person?" not in taker, "who took it in knows its terms that day, and no more"
    for by in (town.teacher.by, twin.by):
        with pytest.raises(Missing):
            says(order, "V. Torres", "no", by)
    assert outcome(twin.by, town.ana) == "needs_more"


def test_of_whom_the_very_name_a_mailbox_or_a_mobile_telephone_speaks_two_people_say_no(
    town: make.Town, victor: make.Related
) -> None:
    rows = {
        "Torres Victor": another(town, "twin", "Torres", "Victor"),
        "Vic Mendoza": another(town, "alias", "Vic", "Mendoza", mobile="5595550171"),
        "Victor Salas": another(town, "mails", "Victor", "Salas", email="victort@mail.test"),
    }
    order, second = files(terms(town, victor.row.id), town.registrar.by).id, second_keeper()
    desk, address = browser(town.principal.by), f"/orders/{order}/"
    for name, row in rows.items():
        before = outcome(row.by, town.ana)
        for _ in range(2):
            says(order, name, "no", town.principal.by)
            assert (outcome(row.by, town.ana), asked(order)[name][0]) == (before, "")
    assert "You have said that it is somebody else" in words(desk.get(address).content.decode())
    assert ASKS in words(desk.get("/").content.decode()), "it is still owed"
    assert "Somebody who keeps the order has said" in words(browser(second).get(address).content.decode())
    for name, row in rows.items():
        says(order, name, "no", second)
        assert outcome(row.by, town.ana) == "must"
    assert ASKS not in words(desk.get("/").content.decode())
    said = [it.outcome for it in entries() if it.act == "order:namesake_said"]
    assert said == ["no_first"] * 3 + ["no"] * 3, "pressed again is said once"
    rules = [it.rules for it in entries() if it.act == "order:namesake_said" and it.outcome == "no"]
    assert rules == [("casework.ruling_out.another_rules_out",)] * 3


def test_a_first_no_is_over_where_more_speaks_for_it_or_another_says_yes(town: make.Town, victor: make.Related) -> None:
    twin = another(town, "twin", "Victor", "Torres")
    order, second = files(terms(town, victor.row.id), town.registrar.by).id, second_keeper()
    says(order, "Victor Torres", "no", town.principal.by)
    reached_by(town, twin, mobile="559 555 0171")
    goes_round()
    says(order, "Victor Torres", "no", second, at=LATER)
    assert outcome(twin.by, town.ana) == "needs_more", "who said it first had not seen the telephone"
    says(order, "Victor Torres", "yes", town.principal.by, at=LATER)
    says(order, "Victor Torres", "no", town.principal.by, at=LATER)
    assert outcome(twin.by, town.ana) == "no"
    says(order, "Victor Torres", "no", second, at=LATER)
    assert outcome(twin.by, town.ana) == "must", "two have said so since"


def test_where_nobody_holds_the_office_the_superintendents_is_asked_too(town: make.Town, victor: make.Related) -> None:
    from fileroom.duties.queries import about
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Custodian

    another(town, "twin", "V.", "Torres")
    with district_transaction():
        Custodian.objects.all().delete()
    order = files(terms(town, victor.row.id), town.registrar.by).id
    asks = {it.office for it in about("orders", [order], at=AT) if it.rule.endswith("restrained_party")}
    assert asks == {"custodian", "superintendent"}


def test_a_damaged_card_keeps_no_order_out_and_the_round_says_so_until_it_can_be_read(
    town: make.Town, victor: make.Related, owner: psycopg.Connection
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder

    def compared() -> str:
        with district_transaction():
            return CourtOrder.objects.get(pk=order).compared

    another(town, "aunt", "Marta", "Ruiz", email="marta@mail.test")
    damaged = card_of(owner, another(town, "alias", "Vic", "Mendoza", mobile="5595550171"))
    another(town, "mails", "Victor", "Salas", email="victort@mail.test")
    was = damaged(b"\x00" * 64)
    order = files(terms(town, victor.row.id), town.registrar.by).id
    assert outcome(victor.by, town.ana) == "no", "obeyed on filing"
    assert set(asked(order)) == {"Victor Salas"} and compared() == "", "by the cards that could be read"
    with pytest.raises(ExceptionGroup):
        goes_round()
    damaged(was)
    goes_round()
    assert set(asked(order)) == {"Victor Salas", "Vic Mendoza"} and compared() != ""


def card_of(owner: psycopg.Connection, who: make.Related) -> Callable[[bytes], bytes]:
    """What changes the ciphertext of this contact's card, and says what it was."""
    find = "SELECT v.id FROM records_version v JOIN records_record r ON r.id = v.record_id WHERE r.about = %s"
    (id_,) = owner.execute(find, [who.row.id]).fetchone() or (None,)

    def change(to: bytes) -> bytes:
        (was,) = owner.execute("SELECT ciphertext FROM records_sealed WHERE version_id = %s", [id_]).fetchone() or ("",)
        owner.execute("UPDATE records_sealed SET ciphertext = %s WHERE version_id = %s", [to, id_])
        return bytes(was)

    return change


def test_by_an_address_that_two_write_on_their_cards_one_person_says_no_and_the_page_says_so(
    town: make.Town, victor: make.Related
) -> None:
    another(town, "rosa", "Rosa", "Quiroz", email="victor.t@mail.test")
    order = files(terms(town, victor.row.id), town.registrar.by).id
    page = words(browser(town.principal.by).get(f"/orders/{order}/").content.decode())
    assert "an e-mail address of their own or a mobile telephone" in page
    assert "an address that two write on their cards does not" in page
    says(order, "Rosa Quiroz", "no", town.principal.by)
    assert asked(order)["Rosa Quiroz"][0] == "no"
