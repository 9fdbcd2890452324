"""Opening a file shows the records this person may see, and writes who looked before it shows anything."""

from __future__ import annotations

from uuid import uuid4

import pytest

from fileroom import law
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import asks, entries, entry, filed, last_entry


def test_an_opening_says_by_which_rules_and_leaves_its_entry(town: make.Town) -> None:
    opened = asks(town.mother.by, town.ana)
    event = last_entry()
    assert opened.entry == event.id
    assert (event.act, event.student, event.record, event.part) == ("file:opened", town.ana.id, None, "file")
    assert (event.actor.account, event.actor.role) == (town.mother.by.account.id, "parent")
    assert (event.actor.door, event.actor.client) == ("web", "192.0.2.7")
    assert (event.purpose, event.outcome, event.at, event.sealed) == ("inspection", "must", AT, False)
    assert "disclosure.parents.absolute_access" in event.rules
    assert event.law_digest == law.digest()


def test_a_refusal_is_an_answer_with_its_law_and_its_entry(town: make.Town) -> None:
    refused = asks(town.teacher.by, town.ben)
    event = last_entry()
    assert refused.entry == event.id
    assert (event.act, event.student, event.outcome) == ("disclosure:refused", town.ben.id, "no")
    assert refused.decision.because[0].citation
    assert event.rules == tuple(it.rule for it in refused.decision.because)


def test_staff_open_a_file_for_their_work_and_an_adult_student_for_themselves(town: make.Town) -> None:
    asks(town.teacher.by, town.ana)
    assert last_entry().purpose == "educational_interest"
    adult = make.student("Priya", "Nair", birth_on=make.TODAY - 19 * make.YEAR, grade="12")
    make.enrolment(adult, town.school)
    asks(make.signed_in(make.account("priya", student=adult)), adult)
    assert (last_entry().purpose, last_entry().actor.role) == ("self_inspection", "student")


def test_a_list_holds_the_newest_record_first_and_never_what_it_says(town: make.Town) -> None:
    from datetime import timedelta

    from fileroom.disclosure.services import Opened

    first = filed(town.registrar.by, town.ana, "First words.")
    later = filed(town.registrar.by, town.ana, "Later words.", at=AT + timedelta(hours=1))
    opened = asks(town.mother.by, town.ana, at=AT + timedelta(hours=2))
    assert isinstance(opened, Opened)
    assert [it.id for it in opened.records] == [later, first]
    assert "words" not in repr(opened.records)


def test_the_list_leaves_out_what_the_same_person_could_not_open(town: make.Town) -> None:
    """A line that cannot be opened would tell by its title that an order exists."""
    from fileroom.collection.orders.services import file_order
    from fileroom.collection.orders.terms import Terms
    from fileroom.collection.services import Document
    from fileroom.disclosure.services import Opened
    from fileroom.law.facts import Order

    father = make.related("father", town.ana)
    terms = Terms(Order.RECORDS_ORDER_6323_5, father.row.id, town.mother.row.id, (town.ana.id,), AT.date())
    file_order(terms, Document("order.txt", b"Superior Court.\n"), by=town.principal.by, at=AT)
    lists = {}
    for name, by in (("principal", town.principal.by), ("registrar", town.registrar.by), ("mother", town.mother.by)):
        opened = asks(by, town.ana)
        assert isinstance(opened, Opened)
        lists[name] = [it.item.code for it in opened.records]
    assert lists == {"principal": ["court_order"], "registrar": [], "mother": []}


def test_a_student_nobody_knows_is_missing_and_leaves_no_entry(town: make.Town) -> None:
    from fileroom.disclosure.services import Missing, open_file

    with pytest.raises(Missing):
        open_file(uuid4(), by=town.registrar.by, at=AT)
    assert entries() == []


def test_an_account_of_nobody_here_sees_what_a_stranger_sees(town: make.Town) -> None:
    stranger = make.related("stranger", None)
    refused = asks(stranger.by, town.ana)
    assert refused.decision.outcome == "no"
    noted = entry(refused.entry)
    assert (noted.act, noted.actor.account) == ("disclosure:refused", stranger.by.account.id)


def test_a_refusal_of_anybody_but_staff_is_sealed_and_the_open_log_names_nobody(town: make.Town) -> None:
    """Were only those an order names left out of the list, the gap itself would name them."""
    father, stranger = make.related("father", town.ana), make.related("stranger", None)
    make.order(town.ana, father.row)
    seen = []
    for it in (father, stranger):
        refused = asks(it.by, town.ana)
        sealed, told = entry(refused.entry), last_entry()
        assert (sealed.sealed, told.sealed) == (True, False)
        seen.append((told.act.value, told.student, told.actor, told.purpose, told.outcome, told.rules, told.part))
    assert seen[0] == seen[1]
    assert seen[0][2].account is None


def test_a_refusal_of_staff_is_in_the_open_log(town: make.Town) -> None:
    assert not entry(asks(town.teacher.by, town.ben).entry).sealed


def test_the_files_of_a_family_are_those_the_law_opens(town: make.Town) -> None:
    from fileroom.disclosure.families import my_files

    assert [(it.id, it.self_) for it in my_files(by=town.mother.by, at=AT)] == [(town.ana.id, False)]
    claims = make.related("claims", town.ana, verified=False)
    assert my_files(by=claims.by, at=AT) == ()
    assert [event.student for event in entries() if event.act == "disclosure:refused" and event.sealed] == [town.ana.id]
    assert my_files(by=make.related("stranger", None).by, at=AT) == ()
    assert (last_entry().act, last_entry().student) == ("disclosure:refused", None)


def test_an_opening_that_cannot_be_noted_shows_nothing(town: make.Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.ledger import services as ledger

    def fails(event: ledger.Event) -> None:
        raise OSError("no room for the log")

    monkeypatch.setattr(ledger, "write", fails)
    with pytest.raises(OSError, match="no room"):
        asks(town.registrar.by, town.ana)
