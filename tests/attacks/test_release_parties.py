"""Who received a copy stands in clear beside the ledger: nobody alters it, moves it or takes it away unseen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import psycopg
import pytest
from psycopg import errors

from fileroom.hosting.embedded import Urls
from tests import factories as make
from tests.attacks.browsing import browser, checked
from tests.conftest import AT
from tests.disclosure.asking import filed
from tests.disclosure.releases import DANA, ORDER, hands_over, proposes


@pytest.fixture
def record(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana)


def found() -> list[tuple[str, str]]:
    """What the check of the ledger names: fault and entry."""
    from fileroom.disclosure import ledger_desk
    from fileroom.ledger import services as ledger

    ledger.sequence(at=AT)
    return [(it.fault.value, it.entry) for it in ledger_desk.walk().findings]


@pytest.mark.parametrize("statement", ["UPDATE {} SET name = name", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_application_itself_cannot_change_who_received(
    installation: Urls, town: make.Town, record: UUID, statement: str
) -> None:
    hands_over(town.registrar.by, record, ORDER)
    to_do = statement.format("alder_creek.disclosure_recipient")
    with psycopg.connect(installation.records) as application, pytest.raises(errors.InsufficientPrivilege):
        application.execute(to_do.encode())


def test_what_was_kept_is_whole(town: make.Town, record: UUID) -> None:
    proposes(town.registrar.by, record, ORDER)
    proposes(town.registrar.by, record)
    hands_over(town.registrar.by, record, replace(ORDER, family_told_on=None))
    hands_over(town.registrar.by, record, ORDER)
    assert found() == []


@pytest.mark.parametrize(
    "change",
    ["name = 'Nobody'", "organisation = ''", "kind = 'court'", "shown = ''", "told_on = NULL", "once = NULL",
     "said = ''", "mac = ''"],
)  # fmt: skip
def test_a_party_altered_past_the_application_is_named(town: make.Town, record: UUID, owner: Any, change: str) -> None:
    done = hands_over(town.registrar.by, record, ORDER)
    owner.execute(f"UPDATE disclosure_recipient SET {change}")
    assert found() == [("altered", str(done.entry))]


def test_a_party_moved_to_another_entry_is_named(town: make.Town, record: UUID, owner: Any) -> None:
    one = hands_over(town.registrar.by, record, ORDER)
    two = hands_over(town.registrar.by, record, ORDER, to=replace(DANA, name="Sam Poe"))
    owner.execute("UPDATE disclosure_recipient SET entry = gen_random_uuid() WHERE entry = %s", [one.entry])
    owner.execute("UPDATE disclosure_recipient SET entry = %s WHERE entry = %s", [one.entry, two.entry])
    faults = found()
    assert ("altered", str(one.entry)) in faults and ("dropped", str(two.entry)) in faults


def test_a_party_taken_away_is_named_whatever_became_of_the_request(town: make.Town, record: UUID, owner: Any) -> None:
    answers = [
        hands_over(town.registrar.by, record, ORDER),
        hands_over(town.registrar.by, record),
        proposes(town.registrar.by, record, ORDER),
    ]
    owner.execute("DELETE FROM disclosure_recipient")
    assert sorted(found()) == sorted(("dropped", str(it.entry)) for it in answers)


def test_who_asked_at_the_counter_is_altered_or_taken_away_by_nobody_unseen(town: make.Town, owner: Any) -> None:
    from fileroom.disclosure.answers import Asker, answer
    from fileroom.programmes.enforcement.visits import at_the_counter

    codes = (f"contact-{town.mother.row.id}", "somebody", "officer")
    asked = [answer(town.ana.id, Asker(it), enter=at_the_counter, by=town.registrar.by, at=AT) for it in codes]
    assert found() == []
    owner.execute("UPDATE disclosure_recipient SET shown = 'photo_id'")
    assert sorted(found()) == sorted(("altered", str(it.entry)) for it in asked)
    owner.execute("DELETE FROM disclosure_recipient")
    assert sorted(found()) == sorted(("dropped", str(it.entry)) for it in asked)


def answered_at_the_counter(town: make.Town, role: str, *, refused: bool) -> str:
    """An entry of the counter with nobody beside it, as all were before parties were kept; returns its id."""
    from fileroom.ledger import services as ledger

    act = ledger.Act.DISCLOSURE_REFUSED if refused else ledger.Act.DISCLOSURE_ANSWERED
    by = town.registrar.by.acting_as(role)
    return str(ledger.write(ledger.event(act, student=town.ana.id, part="counter", by=by, at=AT, sealed=refused)))


@pytest.mark.parametrize("refused", [False, True])
@pytest.mark.parametrize("role", ["parent", "contact", "officer", "somebody"])
def test_an_answer_from_before_parties_were_kept_says_who_asked_by_its_role_and_is_whole(
    town: make.Town, role: str, refused: bool
) -> None:
    answered_at_the_counter(town, role, refused=refused)
    assert found() == []


@pytest.mark.parametrize("refused", [False, True])
def test_an_answer_in_a_clerks_office_that_has_lost_its_party_is_named(town: make.Town, refused: bool) -> None:
    entry = answered_at_the_counter(town, "registrar", refused=refused)
    assert found() == [("dropped", entry)]


@pytest.mark.parametrize("numbered", [False, True])
def test_no_answer_is_made_to_look_as_if_it_were_from_before(town: make.Town, owner: Any, numbered: bool) -> None:
    from fileroom.disclosure.answers import Asker, answer
    from fileroom.ledger import services as ledger
    from fileroom.programmes.enforcement.visits import at_the_counter

    asker = Asker(f"contact-{town.mother.row.id}", identity_checked=True)
    entry = str(answer(town.ana.id, asker, enter=at_the_counter, by=town.registrar.by, at=AT).entry)
    if numbered:
        ledger.sequence(at=AT)
    owner.execute("DELETE FROM disclosure_recipient")
    owner.execute("UPDATE ledger_event SET role = 'parent' WHERE part = 'counter'")
    assert ("altered", entry) in found()


def test_no_office_has_the_name_of_somebody_who_asks() -> None:
    from fileroom.disclosure.party_check import ROLES_OF_ASKERS
    from fileroom.law.offices import OFFICES
    from fileroom.people.facts import NO_OFFICE

    assert not {*OFFICES.offices, NO_OFFICE} & set(ROLES_OF_ASKERS)


def test_the_check_of_the_office_and_the_command_both_say_so(
    town: make.Town, record: UUID, owner: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    from argparse import ArgumentParser

    from fileroom.cli import ledger as command

    done = hands_over(town.registrar.by, record, ORDER)
    owner.execute("UPDATE disclosure_recipient SET name = 'Nobody'")
    keeper = make.staffed("helen", "administrator", None)
    make.custodian(keeper.row, None)
    office = browser(keeper.by)
    office.post("/ledger/verify/")
    assert f"Entry <code>{done.entry}</code>" in checked(office)
    parser = ArgumentParser()
    command.register(parser.add_subparsers())
    args = parser.parse_args(["ledger", "verify"])
    assert args.run(args) == 1
    assert str(done.entry) in capsys.readouterr().out
