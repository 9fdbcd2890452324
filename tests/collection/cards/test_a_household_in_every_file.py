"""Where a family lives is written over under whatever name it stands, and in the files of its other children."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.collection.cards import carded
from tests.collection.cards.carded import BOX, FATHERS, LIVES, STREET, Household
from tests.conftest import AT
from tests.disclosure.asking import entries

OWN, HOME_OF = "student_address", "parent_name_and_address"
SHARED = ("collection.substitute_addresses.never_in_the_file", "shared")
UNKNOWN = ("collection.substitute_addresses.never_in_the_file", "unknown")


def owed() -> list[tuple[str, str]]:
    return [(rule, part) for rule, part, _ in carded.owed()]


def house_of(home: Household) -> Any:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import AddressMark

    with district_transaction():
        return AddressMark.objects.filter(given_out=False).count()


@pytest.mark.parametrize("lives", [{}, LIVES])
def test_it_stands_under_no_other_row_whether_or_not_somebody_has_said_where_they_live(
    home: Household, lives: dict[str, str]
) -> None:
    """The grandmother lives with them, and nobody ticked her."""
    town, grand = home.town, make.contact("Rosario", "Quintana")
    make.relationship(town.ana, grand, kind="relative")
    carded.files(town.registrar.by, town.ana, HOME_OF, {"name": "Grandmother", **LIVES}, grand.id)
    carded.entered(home, lives=lives)
    assert set(carded.stands(town.ana, home.father.by, HOME_OF)) == {BOX["street"], FATHERS["street"]}
    assert house_of(home) == 1
    with pytest.raises(ValidationError):
        carded.files(town.registrar.by, town.ana, HOME_OF, {"name": "G", **LIVES}, grand.id)


def test_the_other_parent_keeps_what_may_be_their_home_and_a_person_asks(home: Household) -> None:
    """The file gives both parents the house that they shared: nobody has said who has moved."""
    town, other = home.town, make.related("other", home.town.ana)
    make.change(other.row, given="Luis", family="Ortega", search_name="luis ortega")
    carded.files(town.registrar.by, town.ana, HOME_OF, {"name": "Luis", **LIVES}, other.row.id)
    carded.entered(home, lives={})
    assert carded.stands(town.ana, home.keeper, HOME_OF, other.row.id) == [STREET]
    assert carded.stands(town.ana, home.keeper, OWN) == [BOX["street"]]
    assert house_of(home) == 1
    assert SHARED in owed()


def test_where_somebody_has_said_where_they_live_the_other_parents_home_is_no_house_of_theirs(home: Household) -> None:
    town, moved = home.town, {"street": "5 Harrow Lane", "city": "Reedley", "postal_code": "93654"}
    other = make.related("other", town.ana)
    make.change(other.row, given="Luis", family="Ortega", search_name="luis ortega")
    carded.files(town.registrar.by, town.ana, HOME_OF, {"name": "Luis", **LIVES}, other.row.id)
    carded.entered(home, lives=moved)
    assert carded.stands(town.ana, home.keeper, HOME_OF, other.row.id) == [STREET]
    assert SHARED not in owed()
    again = {"name": "Luis Ortega", **LIVES}
    carded.files(town.registrar.by, town.ana, HOME_OF, again, other.row.id)
    with pytest.raises(ValidationError):
        carded.files(town.registrar.by, town.ana, HOME_OF, {"name": "L", **moved}, other.row.id)


def test_it_stands_in_no_file_of_a_child_whom_the_card_does_not_cover(home: Household) -> None:
    """At another school too, whose custodian enters nothing."""
    town, mesa = home.town, make.school("Mesa Middle")
    cleo = make.student("Cleo", "Torres")
    make.enrolment(cleo, mesa)
    make.relationship(cleo, town.mother.row)
    head = make.staffed("mesahead", "principal", mesa)
    make.custodian(head.row, mesa)
    for child, by in ((town.ben, town.registrar.by), (cleo, head.by)):
        carded.files(by, child, HOME_OF, {"name": "Mother", **LIVES}, town.mother.row.id)
    before = len(entries())
    carded.entered(home, children=(town.ana.id,))
    for child, by in ((town.ben, home.keeper), (cleo, head.by)):
        assert carded.stands(child, by, HOME_OF) == [BOX["street"]]
    assert carded.stands(town.ben, home.keeper, OWN) == [BOX["street"]]
    new = [it for it in entries()[before:] if it.act == "address:written_over"]
    assert {it.student for it in new} == {town.ana.id, town.ben.id, cleo.id}
    assert {it.sealed for it in new} == {True}


def test_nor_does_it_come_back_there(home: Household) -> None:
    town = home.town
    carded.entered(home, children=(town.ana.id,))
    with pytest.raises(ValidationError):
        carded.files(town.registrar.by, town.ben, HOME_OF, {"name": "M", **LIVES}, town.mother.row.id)
    with pytest.raises(ValidationError):
        carded.files(town.registrar.by, town.ben, OWN, LIVES)
    moved = {"street": "5 Harrow Lane", "city": "Reedley", "postal_code": "93654"}
    with pytest.raises(ValidationError):
        carded.files(town.registrar.by, town.ben, HOME_OF, {"name": "M", **moved}, town.mother.row.id)
    carded.files(town.registrar.by, town.ben, OWN, moved)  # he may live elsewhere


def test_a_child_who_stays_in_the_house_with_the_other_parent_keeps_that_address(home: Household) -> None:
    town, other = home.town, make.related("other", home.town.ben)
    make.change(other.row, given="Luis", family="Ortega", search_name="luis ortega")
    carded.files(town.registrar.by, town.ben, HOME_OF, {"name": "Luis", **LIVES}, other.row.id)
    carded.entered(home, children=(town.ana.id,), lives={})
    assert carded.stands(town.ben, home.keeper, OWN) == [STREET]
    assert carded.stands(town.ben, home.keeper, HOME_OF, other.row.id) == [STREET]
    assert {SHARED, ("collection.substitute_addresses.give_substitute_address", "siblings")} <= set(owed())


def test_an_address_that_nothing_here_knows_again_is_left_to_a_persons_eyes(home: Household) -> None:
    assert UNKNOWN not in owed()
    carded.entered(home, lives={"street": "Ranch", "city": "Sanger", "postal_code": "93657"})
    assert UNKNOWN in owed()


def test_what_is_asked_of_it_is_answered(home: Household) -> None:
    from fileroom.collection.cards.ending import asked

    card = carded.entered(home, lives={"street": "Ranch", "city": "Sanger", "postal_code": "93657"})
    asked(card, "unknown", by=home.keeper, at=AT)
    assert UNKNOWN not in owed()
