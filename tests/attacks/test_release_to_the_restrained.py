"""A person whom a court keeps from the records does not receive them as somebody else's recipient either."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from fileroom.disclosure.shown import Everything, Recipient
from fileroom.law.facts import Purpose, RequesterKind
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entry, filed
from tests.disclosure.releases import DANA, ORDER, consent, hands_over, opened_of, proposes

NAMES = ("Father Torres", "FATHER  TÓRRES", "Torres, Father", "Father Miguel Torres", "Torres")
COURTS = replace(ORDER, records=Everything.RECORDS)


@pytest.fixture
def town(district: str) -> make.Town:
    return make.town()


@pytest.fixture
def father(town: make.Town) -> make.Related:
    it = make.related("father", town.ana)
    make.order(town.ana, it.row)
    return it


@pytest.fixture
def record(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana)


@pytest.mark.parametrize("name", [name.replace(",", "") for name in NAMES])
@pytest.mark.parametrize("kind", [RequesterKind.ATTORNEY, RequesterKind.RELATIVE, RequesterKind.PUBLIC])
def test_the_restrained_parent_under_another_kind_receives_nothing(
    town: make.Town, father: make.Related, record: UUID, name: str, kind: RequesterKind
) -> None:
    to = Recipient(name, kind, identity_checked=True)
    for shown in (COURTS, consent(town, recipient=name)):
        for answer in (
            proposes(town.registrar.by, record, shown, to=to, purpose=Purpose.LITIGATION),
            hands_over(town.registrar.by, record, shown, to=to, purpose=Purpose.LITIGATION),
        ):
            assert answer.decision.outcome == "no"
            assert answer.decision.silent
            assert entry(answer.entry).sealed
    assert opened_of(record) == []


def test_the_restrained_parent_chosen_from_the_file_receives_nothing(
    town: make.Town, father: make.Related, record: UUID
) -> None:
    to = Recipient("Somebody Else", on_file=father.row.id, identity_checked=True)
    answer = hands_over(town.registrar.by, record, COURTS, to=to)
    assert (answer.decision.outcome, answer.decision.silent) == ("no", True)


def test_as_the_party_behind_a_friend_the_restrained_parent_receives_nothing(
    town: make.Town, father: make.Related, record: UUID
) -> None:
    to = Recipient("Sam Poe", RequesterKind.FOR_PROFIT, "Father Torres", identity_checked=True)
    assert hands_over(town.registrar.by, record, COURTS, to=to).decision.silent


def test_while_an_order_is_on_file_somebody_whose_identity_nobody_checked_receives_nothing(
    town: make.Town, father: make.Related, record: UUID
) -> None:
    unchecked = replace(DANA, identity_checked=False)
    answer = hands_over(town.registrar.by, record, COURTS, to=unchecked)
    assert (answer.decision.outcome, answer.decision.silent) == ("needs_more", True)
    assert type(hands_over(town.registrar.by, record, COURTS)).__name__ == "Released"


def test_a_person_who_is_not_on_this_students_file_is_not_there(
    town: make.Town, father: make.Related, record: UUID
) -> None:
    from fileroom.people.answers import Missing

    of_another = make.related("other", town.ben)
    with pytest.raises(Missing):
        hands_over(town.registrar.by, record, COURTS, to=Recipient("x", on_file=of_another.row.id))


def test_the_mothers_list_does_not_say_that_the_father_asked(
    town: make.Town, father: make.Related, record: UUID
) -> None:
    from fileroom.disclosure.log import Looked, who_has_looked

    to = Recipient("Father Torres", RequesterKind.ATTORNEY, identity_checked=True)
    hands_over(town.registrar.by, record, COURTS, to=to)
    for reader in (town.mother, town.principal):
        seen = who_has_looked(town.ana.id, by=reader.by, at=AT)
        assert isinstance(seen, Looked)
        assert seen.parties == {}
        assert "somebody" in {noted.event.actor.role for noted in seen.entries}
