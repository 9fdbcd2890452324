"""A family's card gives it another address: in every record, for every child there, until two have ended it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.people.answers import Missing, Refused
from tests import factories as make
from tests.collection.cards import carded
from tests.collection.cards.carded import BOX, FATHERS, STREET, Household
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry
from tests.factories import TODAY, YEAR


def opens(
    of: Household, wanted: str = "residency", *, by: Any = None, reason: str = "Boundary of the school asked"
) -> Any:
    from fileroom.disclosure.true_address import open_true_address

    return open_true_address(of.town.ana.id, wanted, reason, by=by or of.keeper, at=AT)


def facts(child: Any) -> Any:
    from fileroom.hosting import district_transaction
    from fileroom.people.facts import student_facts

    with district_transaction():
        return student_facts(child.id, TODAY)


def test_every_record_of_each_child_shows_the_address_on_the_card_and_a_parent_elsewhere_keeps_theirs(
    home: Household,
) -> None:
    carded.entered(home)
    town = home.town
    for child in (town.ana, town.ben):
        assert carded.stands(child, home.keeper, "student_address") == [BOX["street"]]
        assert facts(child).safe_at_home
    assert carded.stands(town.ana, home.keeper, "parent_name_and_address", town.mother.row.id) == [BOX["street"]]
    assert carded.stands(town.ana, home.keeper, "parent_name_and_address", home.father.row.id) == [FATHERS["street"]]
    assert carded.stands(town.ana, home.father.by, "student_address") == [BOX["street"]]


def test_its_entries_stand_under_seal_and_name_each_child(home: Household) -> None:
    before = len(entries())
    carded.entered(home)
    new = entries()[before:]
    assert {it.sealed for it in new} == {True}
    assert [it.student for it in new if it.act == "address:card_entered"] == sorted(
        (home.town.ana.id, home.town.ben.id)
    )


def test_where_they_live_opens_for_residency_and_emergency_alone_each_with_a_line_and_a_reason(home: Household) -> None:
    carded.entered(home)
    for wanted, purpose in (("residency", "proof_of_residency"), ("emergency", "health_or_safety_emergency")):
        lives = opens(home, wanted)
        assert (lives.street, lives.number) == (STREET, "4471")
        event = last_entry()
        assert (event.act, event.sealed, event.purpose, event.id) == ("address:opened", True, purpose, lives.entry)
    with pytest.raises(ValidationError):
        opens(home, "planning")
    with pytest.raises(ValidationError):
        opens(home, reason="because")


@pytest.mark.parametrize("who", ["teacher", "mother", "father", "elsewhere"])
def test_nobody_else_opens_it_or_learns_that_there_is_one(home: Household, who: str) -> None:
    from fileroom.collection.cards import desk

    carded.entered(home)
    other = make.staffed("afar", "principal", make.school("Mesa Middle"))
    make.custodian(other.row, make.school("Mesa High"))
    by = {
        "teacher": home.town.teacher.by, "mother": home.town.mother.by, "father": home.father.by, "elsewhere": other.by,
    }[who]  # fmt: skip
    with pytest.raises(Missing):
        opens(home, by=by)
    with pytest.raises(Missing):
        desk.page(home.town.ana.id, by=by, at=AT)


def test_whoever_looks_at_a_record_is_not_told_of_the_card(home: Household) -> None:
    """A teacher who opens what they may open reads nothing that another child's record does not say."""
    from tests.attacks.browsing import browser
    from tests.disclosure.asking import filed

    carded.enters(home)
    record = filed(home.keeper, home.town.ana)
    page = browser(home.town.teacher.by).get(f"/records/{record}/")
    assert page.status_code == 200
    said = page.content.decode().casefold()
    assert "substitute" not in said and "safe at home" not in said


def test_its_record_is_on_no_other_road(home: Household) -> None:
    from fileroom.disclosure.services import inspect, open_file
    from fileroom.hosting import district_transaction
    from fileroom.law.facts import Purpose
    from fileroom.people.models import AddressCardChild

    carded.entered(home)
    with district_transaction():
        record = AddressCardChild.objects.get(student=home.town.ana).true_address
    assert record is not None
    for purpose in (None, Purpose.PROOF_OF_RESIDENCY, Purpose.HEALTH_OR_SAFETY_EMERGENCY):
        with pytest.raises(Missing):
            inspect(record, by=home.keeper, at=AT, purpose=purpose)
    listed = open_file(home.town.ana.id, by=home.keeper, at=AT)
    assert record not in {it.id for it in listed.records}  # type: ignore[union-attr]


def test_a_restrained_parent_shows_no_card_and_nobody_shows_one_of_which_the_paper_was_not_seen(
    home: Household,
) -> None:
    with pytest.raises(ValidationError) as error:
        carded.enters(home, seen=False)
    assert set(error.value.message_dict) == {"seen"}
    make.order(home.town.ana, home.father.row)
    done = carded.enters(home, holder=home.father.row.id, children=(home.town.ana.id,))
    assert isinstance(done, Refused)
    assert not facts(home.town.ana).safe_at_home


def test_it_is_taken_before_a_school_has_signed_for_its_paper_orders(home: Household) -> None:
    make.change(home.town.school, orders_entered_on=None)
    carded.entered(home)
    assert facts(home.town.ana).safe_at_home


@pytest.mark.parametrize(
    "change",
    [{"to_on": TODAY - timedelta(days=1)}, {"given_out": {}}, {"number": ""}, {"lives": BOX}, {"children": ()},
     {"given_out": {**BOX, "city": ""}}, {"number": "219-09-9999"}],
)  # fmt: skip
def test_what_a_card_cannot_say_is_said_by_field_and_nothing_is_half_done(home: Household, change: Any) -> None:
    before = len(entries())
    with pytest.raises(ValidationError):
        carded.enters(home, **change)
    assert len(entries()) == before
    assert carded.stands(home.town.ana, home.keeper, "student_address") == [STREET]


def test_a_form_sent_twice_is_one_card(home: Household) -> None:
    from fileroom.collection.cards.services import enter

    once = uuid4()
    first, second = (enter(once, carded.said(home), by=home.keeper, at=AT) for _ in range(2))
    assert first.id == second.id  # type: ignore[union-attr]
    with pytest.raises(ValidationError, match="has a card already"):
        carded.enters(home)


# Its end.


def test_before_its_last_day_somebody_asks_three_times_and_its_end_reveals_nothing(home: Household) -> None:
    last = TODAY + timedelta(days=200)
    carded.entered(home, to_on=last)
    assert [day for rule, _, day in carded.owed() if rule.startswith("casework.safe_at_home")] == [
        last - timedelta(days=it) for it in (90, 7, 30)
    ]  # fmt: skip
    after = AT + timedelta(days=300)
    from fileroom.hosting import district_transaction
    from fileroom.people import cards
    from fileroom.people.facts import student_facts

    with district_transaction():
        found = student_facts(home.town.ana.id, after.date())
        assert found is not None and found.safe_at_home
        assert not cards.is_written_to(home.town.ana.id, on=after.date())
    assert carded.stands(home.town.ana, home.keeper, "student_address") == [BOX["street"]]


def test_a_new_card_renews_it_and_what_was_owed_is_counted_anew(home: Household) -> None:
    from fileroom.collection.cards.ending import renew

    card = carded.entered(home, to_on=TODAY + timedelta(days=20))
    later = TODAY + 3 * YEAR
    with pytest.raises(ValidationError):
        renew(card, later, seen=False, by=home.keeper, at=AT)
    renew(card, later, seen=True, by=home.keeper, at=AT)
    assert max(day for _, _, day in carded.owed()) == later - timedelta(days=7)


def test_one_person_ends_nothing_and_another_confirms(home: Household) -> None:
    from fileroom.collection.cards.ending import propose
    from fileroom.people import circumstances

    card = carded.entered(home)
    with pytest.raises(ValidationError):
        circumstances.end(home.town.ana.id, "safe_at_home", by=home.keeper, at=AT)
    with pytest.raises(ValidationError):
        carded.confirms(card, by=home.keeper)
    propose(card, by=home.keeper, at=AT)
    with pytest.raises(ValidationError):
        carded.confirms(card, by=home.keeper)
    with pytest.raises(Missing):
        carded.confirms(card, by=home.town.teacher.by)
    assert facts(home.town.ana).safe_at_home
    second = make.staffed("second", "administrator", home.town.school)
    carded.confirms(card, by=second.by)
    assert not facts(home.town.ana).safe_at_home
    assert carded.stands(home.town.ana, home.keeper, "student_address") == [BOX["street"]]
    assert carded.owed() == []
    with pytest.raises(Missing):
        opens(home)


def test_the_database_itself_lets_one_person_end_nothing(home: Household) -> None:
    from django.db import IntegrityError

    from fileroom.hosting import district_transaction
    from fileroom.people.models import AddressCard

    card, me = carded.entered(home), uuid4()
    with pytest.raises(IntegrityError), district_transaction():
        AddressCard.objects.filter(pk=card).update(
            proposed_by=me, proposed_at=AT, ended_by=me, ended_at=AT, ended_entry=me
        )


def test_a_child_of_the_household_that_is_not_covered_is_asked_after(home: Household) -> None:
    carded.entered(home, children=(home.town.ana.id,))
    assert ("collection.substitute_addresses.give_substitute_address", "siblings", TODAY) in carded.owed()


def test_at_another_school_it_holds_and_that_schools_custodian_keeps_it(home: Household) -> None:
    from fileroom.collection.cards import desk

    carded.entered(home, children=(home.town.ana.id,))
    mesa = make.school("Mesa Middle")
    make.change(home.town.spell, left_on=TODAY)
    make.enrolment(home.town.ana, mesa, since=TODAY)
    head = make.staffed("mesahead", "principal", mesa)
    make.custodian(head.row, mesa)
    page = desk.page(home.town.ana.id, by=head.by, at=AT)
    assert page.card is not None
    assert facts(home.town.ana).safe_at_home
    assert carded.stands(home.town.ana, head.by, "student_address") == [BOX["street"]]


def test_a_school_opens_when_the_cards_in_the_drawer_are_entered(home: Household) -> None:
    from fileroom.collection.orders.opening import Drawer, Signed, sign_for_orders

    make.change(home.town.school, orders_entered_on=None)
    with pytest.raises(ValidationError) as error:
        sign_for_orders(home.town.school.id, Drawer(0, 0, 1), by=home.keeper, at=AT)
    assert set(error.value.message_dict) == {"cards"}
    carded.entered(home)
    with pytest.raises(ValidationError):
        sign_for_orders(home.town.school.id, Drawer(0, 0, 2), by=home.keeper, at=AT)
    assert isinstance(sign_for_orders(home.town.school.id, Drawer(0, 0, 1), by=home.keeper, at=AT), Signed)


def record_of(child: Any) -> UUID:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record

    with district_transaction():
        return Record.objects.get(student=child, item="student_address").id


def test_a_list_flags_who_has_a_card_minds_them_at_once_and_a_person_enters_it(home: Household, tmp_path: Any) -> None:
    from fileroom.collection.cards.imports import import_cards
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction
    from fileroom.ledger.services import Actor

    def flagged() -> list[Any]:
        with district_transaction():
            return list(Duty.objects.filter(room="cards_noted", done_at=None).values_list("of", flat=True))

    path = tmp_path / "cards.csv"
    path.write_text(
        f"student_id,card\n{home.town.ana.id},yes\n{home.town.ben.id},no\nnobody,yes\n{home.town.ben.id},?\n"
    )
    system = Actor(account=None, role="system", door="cli")
    tried = import_cards(path, by=system, at=AT, dry_run=True)
    assert (tried.written.new, facts(home.town.ana).safe_at_home) == (1, False)
    done = import_cards(path, by=system, at=AT)
    assert [(it.row, it.column) for it in done.tally.problems] == [(4, "student_id"), (5, "card")]
    assert (facts(home.town.ana).safe_at_home, facts(home.town.ben).safe_at_home) == (True, False)
    assert flagged() == [home.town.ana.id]
    assert import_cards(path, by=system, at=AT).written.new == 0
    carded.entered(home)
    assert flagged() == []
