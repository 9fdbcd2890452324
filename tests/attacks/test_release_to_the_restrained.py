"""A person whom a court keeps from the records does not receive them as somebody else's recipient either."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from fileroom.disclosure.shown import Everything, Recipient
from fileroom.law import Decision
from fileroom.law.facts import Purpose, RequesterKind
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entry, filed
from tests.disclosure.releases import DANA, ORDER, consent, hands_over, opened_of, proposes

NAMES = (
    "Father Torres",
    "FATHER  TÓRRES",
    "Torres, Father",
    "Torres,Father",
    "F. Torres",
    "Father Miguel Torres",
    "Torres",
)
SPELT = {
    ("Luis", "Torres"): (
        "Torres,Luis",
        "TorresLuis",
        "Torres-Luis",
        "Luis\u00a0Torres",
        "Mr. Luis Torres",
        "L. M. Torres",
    ),
    ("Luis", "Nunez-Diaz"): ("Luis Nunez Diaz", "Luis Núñez", "Diaz, Luis", "Luis Nunezdiaz", "Nunez‐Diaz,Luis"),
    ("Luis", "O'Brien"): ("Luis O’Brien", "Luis OBrien", "Luis Oʼbrien", "O`Brien Luis", "Luis O Brien"),
    ("Luis James", "Torres"): ("Luis J Torres", "Luis J. Torres", "Torres, L.J.", "Luis Torres", "LuisJames Torres"),
    ("Luis J.", "Torres"): ("Luis James Torres",),
    ("Luis", "de la Cruz"): ("Luis Delacruz", "DELACRUZ, LUIS", "Luis De La Cruz", "Luis Cruz", "Luis dela-Cruz"),
    ("Søren", "Müller"): ("Soren Muller", "Muller,Søren"),
}
UNSURE = ("Miguel Torres", "Torres, Miguel", "Miguel Torres-Vega", "Ana Torreslopez")
COURTS = replace(ORDER, records=Everything.RECORDS)


@pytest.fixture
def father(town: make.Town) -> make.Related:
    it = make.related("father", town.ana)
    make.order(town.ana, it.row)
    return it


@pytest.fixture
def record(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana)


@pytest.mark.parametrize("name", NAMES)
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


def restrained(town: make.Town, given: str, family: str, *, related: bool) -> None:
    """An order binds this person, who is, or is not, entered as related to Ana."""
    who = make.contact(given, family)
    if related:
        make.relationship(town.ana, who)
    make.order(town.ana, who)


def asked_as(town: make.Town, record: UUID, name: str, organisation: str = "") -> Decision:
    """The law's answer where somebody of this name brings the mother's whole consent."""
    to = Recipient(name, RequesterKind.RELATIVE, organisation, identity_checked=True)
    answer = hands_over(
        town.registrar.by, record, consent(town, recipient=name or organisation), to=to, purpose=Purpose.LITIGATION
    )
    made: Decision = answer.decision
    return made


@pytest.mark.parametrize("related", [True, False], ids=["related", "not related"])
@pytest.mark.parametrize(("name", "as_written"), [(name, it) for name, spelt in SPELT.items() for it in spelt])
def test_however_the_name_is_spelt_and_whether_or_not_the_file_has_the_tie_the_order_binds(
    town: make.Town, record: UUID, name: tuple[str, str], as_written: str, related: bool
) -> None:
    restrained(town, *name, related=related)
    for said in ((as_written, ""), ("Sam Poe", as_written)):
        decision = asked_as(town, record, *said)
        assert (decision.outcome, decision.silent) == ("no", True)
    assert opened_of(record) == []


@pytest.mark.parametrize("name", UNSURE)
def test_of_the_family_name_that_an_order_binds_and_not_certain_the_principal_decides(
    town: make.Town, record: UUID, name: str
) -> None:
    restrained(town, "Luis", "Torres", related=False)
    decision = asked_as(town, record, name)
    assert (decision.outcome, decision.silent) == ("needs_more", True)


def test_a_name_of_other_letters_is_another_person(town: make.Town, record: UUID) -> None:
    restrained(town, "Luis", "de la Cruz", related=True)
    assert asked_as(town, record, "Dana de Souza").outcome == "may"


def test_a_name_without_a_letter_is_not_known_to_be_another_persons(town: make.Town, record: UUID) -> None:
    restrained(town, "Luis", "Torres", related=True)
    assert asked_as(town, record, "?").silent
    restrained(town, "-", "?", related=True)
    assert asked_as(town, record, "Dana Roe").silent


def test_while_an_order_names_nobody_or_paper_ones_are_not_entered_it_is_not_known_of_anybody(
    town: make.Town, record: UUID
) -> None:
    against = make.contact("Luis", "Vega")
    order = make.order(town.ana, against)
    assert asked_as(town, record, "Dana Roe").outcome == "may"
    make.change(order, restrained=None)
    assert asked_as(town, record, "Dana Roe").silent
    make.change(order, lifted_on=AT.date())
    assert asked_as(town, record, "Dana Roe").outcome == "may"
    make.change(town.school, orders_entered_on=None)
    assert (asked_as(town, record, "Dana Roe").outcome, opened_of(record)[2:]) == ("needs_more", [])


def test_past_its_end_and_not_lifted_an_order_still_waits_for_whom_it_names(town: make.Town, record: UUID) -> None:
    make.order(town.ana, make.contact("Luis", "Vega"), until=AT.date() - timedelta(days=3))
    assert asked_as(town, record, "Vega, Luis").silent
    assert asked_as(town, record, "Dana Roe").outcome == "may"


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
