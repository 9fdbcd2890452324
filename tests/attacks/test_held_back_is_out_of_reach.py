"""What lies in quarantine is found by no search, in no file, list or copy, and opened by no other door."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, same_page, without_ids
from tests.collection.quarantine.holding import FORM, NUMBER, brings, decision, held, state_of
from tests.conftest import AT
from tests.disclosure.asking import entries

MARKED = FORM.format(name="canary-held-in-no-clear-place", number=NUMBER).encode()


@pytest.fixture
def waits(town: make.Town) -> tuple[make.Town, UUID]:
    return town, held(town.registrar.by, town.ana, MARKED)


def test_no_other_page_of_anybody_shows_it_or_leads_to_it(waits: tuple[make.Town, UUID]) -> None:
    town, id_ = waits
    ana = town.ana.id
    office = [f"/students/{ana}/", f"/students/{ana}/looked/", f"/students/{ana}/file/", "/students/?q=torres", "/"]
    family = ["/family/", f"/family/{ana}/", f"/family/{ana}/looked/"]
    for by, addresses in ((town.registrar.by, office), (town.principal.by, office), (town.mother.by, family)):
        for address in addresses:
            shown = browser(by).get(address).content.decode()
            assert str(id_) not in shown and "canary" not in shown and "7265" not in without_ids(shown), address


def test_its_id_is_no_records_id_at_any_door(waits: tuple[make.Town, UUID]) -> None:
    town, id_ = waits
    for by in (town.registrar.by, town.principal.by, town.mother.by):
        for address in ("/records/{}/", "/records/{}/document/", "/records/{}/release/", "/family/records/{}/"):
            nobodys = address.format(uuid4())
            assert same_page(browser(by), address.format(id_)) == same_page(browser(by), nobodys), address


def test_nobody_but_the_custodian_sees_or_decides(waits: tuple[make.Town, UUID]) -> None:
    town, id_ = waits
    elsewhere = make.school("Mesa Middle")
    other = make.staffed("principal2", "principal", elsewhere)
    make.custodian(other.row, elsewhere)
    for by in (town.registrar.by, town.teacher.by, town.mother.by, other.by):
        pages = browser(by)
        assert pages.get(f"/coming-in/{id_}/").status_code == 404
        assert pages.post(f"/coming-in/{id_}/look/", form()).status_code in (403, 404)
        for choice in ("return", "destroy", "redact", "exception", "file"):
            sent = decision(choice, exception=str(uuid4()), being="another_number", agreed="on")
            answer: Any = pages.post(f"/coming-in/{id_}/decide/", sent)
            assert answer.status_code in (403, 404), choice
            assert b"canary" not in answer.content
        assert str(id_).encode() not in pages.get("/coming-in/").content
    assert state_of(id_) == "held"
    assert {it.act for it in entries()} <= {"quarantine:held", "quarantine:refused", "disclosure:refused"}


def test_a_custodian_whom_an_order_keeps_from_the_student_is_shown_nothing_and_counts_nothing(
    waits: tuple[make.Town, UUID],
) -> None:
    town, id_ = waits
    pages = browser(town.principal.by)
    assert pages.post(f"/coming-in/{id_}/look/", form()).status_code == 200
    make.order(town.ana, make.contact("Principal", "Abara"))
    assert "Nothing waits for you" in pages.get("/coming-in/").content.decode()
    assert pages.get(f"/coming-in/{id_}/").status_code == 404
    for choice in ("return", "destroy", "redact", "file"):
        sent = decision(choice, being="another_number", agreed="on")
        assert pages.post(f"/coming-in/{id_}/decide/", sent).status_code == 404, choice
    assert state_of(id_) == "held"


def test_a_shelf_that_was_switched_under_it_opens_nothing(waits: tuple[make.Town, UUID], owner: Any) -> None:
    """A superuser who makes a record of it, or moves its bytes under one, has bytes that do not open."""
    from fileroom import seal
    from tests.disclosure.asking import filed, looks

    town, _ = waits
    record = filed(town.registrar.by, town.ana)
    owner.execute(
        "UPDATE records_sealed SET ciphertext = (SELECT s.ciphertext FROM records_sealed s JOIN records_version v ON"
        " v.id = s.version_id WHERE v.quarantined_id IS NOT NULL) WHERE version_id IN"
        " (SELECT id FROM records_version WHERE record_id = %s)", [record],
    )  # fmt: skip
    with pytest.raises(seal.Tampered):
        looks(town.registrar.by, record)


def test_no_version_is_of_a_record_and_of_something_held_at_once(waits: tuple[make.Town, UUID], owner: Any) -> None:
    from tests.disclosure.asking import filed

    town, id_ = waits
    record = filed(town.registrar.by, town.ana)
    with pytest.raises(psycopg.errors.CheckViolation):
        owner.execute("UPDATE records_version SET record_id = %s WHERE quarantined_id = %s", [record, id_])


def test_a_backup_and_a_restore_know_of_its_object_file(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.queries import object_names

    held(town.registrar.by, town.ana, MARKED + b"At grade level.\n" * 6000)
    with district_transaction():
        assert len(list(object_names())) == 1


def test_a_family_that_brings_it_holds_nothing(town: make.Town) -> None:
    from fileroom.people.answers import Missing

    with pytest.raises(Missing):
        brings(town.mother.by, town.ana, MARKED, at=AT)
