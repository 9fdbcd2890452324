"""What is kept under seal: the custodian of records reads it, nobody else does, and no family can tell that it was."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from tests import factories as make
from tests.attacks.browsing import TOKEN, browser, words
from tests.conftest import AT
from tests.disclosure.asking import entries, filed, last_entry

LATER = AT + timedelta(hours=1)


@dataclass(frozen=True)
class Sealed:
    """Ana's file holds an order against her father, who has asked in vain; Ben's holds nothing under seal."""

    town: make.Town
    father: make.Related

    @property
    def page(self) -> str:
        return f"/students/{self.town.ana.id}/sealed/"


@pytest.fixture
def sealed(district: str) -> Sealed:
    from fileroom.collection.orders.services import file_order
    from fileroom.collection.orders.terms import Terms
    from fileroom.collection.services import Document
    from fileroom.law.facts import Order

    town = make.town()
    filed(town.registrar.by, town.ana)
    father = make.related("father", town.ana)
    terms = Terms(Order.RECORDS_ORDER_6323_5, father.row.id, town.mother.row.id, (town.ana.id,), AT.date())
    file_order(terms, Document("order.txt", b"Superior Court.\n"), by=town.principal.by, at=AT)
    browser(father.by).get(f"/family/{town.ana.id}/")
    return Sealed(town, father)


def outside(sealed: Sealed) -> dict[str, Any]:
    """All that Ana's family could ever hold of her log: list, numbers, positions, counts, the shape of the proof."""
    from fileroom.ledger import queries
    from fileroom.ledger import services as ledger

    ledger.sequence(at=LATER)
    bundle = ledger.export(sealed.town.ana.id)
    state = queries.state()
    return {
        "list": [(it.event.id, it.number, it.position) for it in queries.entries_of(sealed.town.ana.id)],
        "state": (state.entries, state.pending, state.checkpoint, state.signed_at),
        "bundle": {name: len(json.dumps(value)) for name, value in json.loads(bundle).items()},
    }


def test_no_page_of_the_file_names_the_order_and_under_seal_leads_its_reader_to_it(
    sealed: Sealed, keeper: make.Staffed
) -> None:
    for reader in (sealed.town.principal, keeper, sealed.town.registrar):
        file = browser(reader.by).get(f"/students/{sealed.town.ana.id}/").content.decode()
        assert "restricting access" not in file
        assert len(re.findall(r'href="/records/', file)) == 1, "the rating"
    for reader in (sealed.town.principal, keeper):
        (order,) = re.findall(
            r'href="(/records/[^"]+)">[^<]*order filed', browser(reader.by).get(sealed.page).content.decode()
        )
        before = len(entries())
        assert "restricting access" in browser(reader.by).get(order).content.decode()
        assert [(it.act, it.sealed) for it in entries()[before:]] == [("record:inspected", True)]


def test_the_custodian_of_the_school_and_the_districts_read_who_asked_and_what_was_filed(
    sealed: Sealed, keeper: make.Staffed
) -> None:
    for reader in (sealed.town.principal, keeper):
        answer = browser(reader.by).get(sealed.page)
        assert answer.status_code == 200
        said = words(answer.content.decode())
        assert "Court’s order filed" in said
        assert "Refused Asked; nothing was shown" in said
        assert "Father Torres" in said, "the office reads the name that no family does"


def test_the_list_is_one_click_from_the_file_for_a_custodian_and_not_there_for_others(sealed: Sealed) -> None:
    town = sealed.town
    for student in (town.ana, town.ben):
        shown = {
            who: f'href="/students/{student.id}/sealed/"'
            in browser(by).get(f"/students/{student.id}/").content.decode()
            for who, by in (("custodian", town.principal.by), ("registrar", town.registrar.by))
        }
        assert shown == {"custodian": True, "registrar": False}, "whether anything is sealed or not"


def elsewhere() -> make.Staffed:
    """The custodian of another school."""
    other = make.school("Mesa Middle")
    made = make.staffed("mesa", "principal", other)
    make.custodian(made.row, other)
    return made


def test_the_custodian_of_another_school_finds_no_such_page_and_the_try_is_under_seal(sealed: Sealed) -> None:
    before = outside(sealed)
    assert browser(elsewhere().by).get(sealed.page).status_code == 404
    assert (last_entry().act, last_entry().part, last_entry().sealed) == ("disclosure:refused", "sealed_log", True)
    assert outside(sealed) == before


@pytest.mark.parametrize("who", ["registrar", "teacher", "administrator"])
def test_who_is_no_custodian_of_this_student_is_refused_with_the_law_and_the_try_is_under_seal(
    sealed: Sealed, who: str
) -> None:
    town = sealed.town
    by = (make.staffed("ada", "administrator", town.school) if who == "administrator" else getattr(town, who)).by
    before = outside(sealed)
    answer = browser(by).get(sealed.page)
    assert answer.status_code == 403
    assert (
        "for the custodian of records of the district, or of the student&#x27;s school, alone"
        in answer.content.decode()
    )
    assert "Ed. Code 49064" in words(answer.content.decode())
    assert "Court’s order" not in words(answer.content.decode())
    assert (last_entry().act, last_entry().part, last_entry().sealed) == ("disclosure:refused", "sealed_log", True)
    assert outside(sealed) == before


@pytest.mark.parametrize("who", ["mother", "father"])
def test_a_familys_account_finds_no_such_page(sealed: Sealed, who: str) -> None:
    by = sealed.father.by if who == "father" else sealed.town.mother.by
    there, nowhere = (browser(by).get(address) for address in (sealed.page, "/students/nobody/sealed/"))
    assert there.status_code == nowhere.status_code == 404
    assert words(there.content.decode()) == words(nowhere.content.decode())


def test_reading_it_changes_nothing_that_the_family_could_ever_hold(sealed: Sealed, keeper: make.Staffed) -> None:
    page = family_list(sealed)
    before = outside(sealed)
    for _ in range(3):
        browser(keeper.by).get(sealed.page)
        browser(sealed.town.principal.by).get(sealed.page)
        browser(sealed.town.registrar.by).get(sealed.page)
    assert outside(sealed) == before
    assert "seal" not in page.lower()
    assert looks_listed(family_list(sealed)) == looks_listed(page) + 1, "but for the mother's own look before"


def family_list(sealed: Sealed) -> str:
    """The page, but for its tokens: chance spells a word in one of them now and then."""
    answer = browser(sealed.town.mother.by).get(f"/family/{sealed.town.ana.id}/looked/")
    assert answer.status_code == 200
    return TOKEN.sub(b"", answer.content).decode()


def looks_listed(page: str) -> int:
    """How many entries the family's page says there are."""
    found = re.search(r"(\d+) entr", page)
    assert found
    return int(found[1])


def test_that_it_was_read_is_an_entry_under_seal_which_the_next_reader_sees(
    sealed: Sealed, keeper: make.Staffed
) -> None:
    assert "This list read" not in words(browser(keeper.by).get(sealed.page).content.decode())
    noted = last_entry()
    assert (noted.act, noted.part, noted.sealed) == ("log:viewed", "sealed_log", True)
    assert (noted.actor.role, noted.student) == ("custodian", sealed.town.ana.id)
    said = words(browser(sealed.town.principal.by).get(sealed.page).content.decode())
    assert "This list read" in said and "Helen Abara" in said


def test_every_sealed_entry_of_the_student_is_on_the_page_and_none_of_another(sealed: Sealed) -> None:
    from fileroom.disclosure.log import Looked, under_seal

    browser(sealed.father.by).get(f"/family/{sealed.town.ben.id}/")
    answer = under_seal(sealed.town.ana.id, by=sealed.town.principal.by, at=AT)
    assert isinstance(answer, Looked)
    mine = [it.id for it in entries() if it.sealed and it.student == sealed.town.ana.id and it.id != answer.entry]
    assert sorted(noted.event.id for noted in answer.entries) == sorted(mine)
    assert len(mine) >= 2
    there = under_seal(sealed.town.ben.id, by=sealed.town.principal.by, at=AT)
    assert isinstance(there, Looked)
    assert not {noted.event.id for noted in there.entries} & set(mine)


def test_only_a_court_s_order_that_was_kept_out_is_called_one(sealed: Sealed) -> None:
    from fileroom.collection.services import collect

    town = sealed.town
    make.change(town.registrar.row, family="Quill")
    make.order(town.ana, make.contact("Registrar", "Quill"))
    fields = {"observed_on": "2026-10-01", "text": "Helps others.", "signed_by": "T. Abara, teacher"}
    collect(town.ana.id, "counsellor_or_teacher_rating", fields, by=town.registrar.by, at=AT)
    assert (last_entry().act, last_entry().sealed) == ("collection:refused", True)
    said = words(browser(town.principal.by).get(sealed.page).content.decode())
    assert "Tried to file; nothing was kept: " in said
    assert "Tried to file a court" not in said


def test_whatever_may_be_sealed_of_a_student_has_words_for_the_page() -> None:
    from fileroom.ledger.services import Act
    from fileroom.web.words import SEALED

    of_no_student = {
        "account", "backup", "bundle", "calendar", "choices", "contract", "custodian", "delegation", "door",
        "employee",
        "essentials", "exception", "form", "gap", "guide", "incident", "languages", "law", "ledger", "list", "map",
        "notice", "orders", "policy", "reading", "regulation", "role", "setting",
        "steps", "student", "text", "token", "tool", "training",
        "vendor",
    }  # fmt: skip
    assert {it.value for it in Act if it.value.partition(":")[0] not in of_no_student} <= set(SEALED)
