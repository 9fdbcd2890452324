"""That a company has destroyed is shown by its own words and name, or by its certificate, which comes in by the gate
and lies sealed beside what it is about."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.vendors.test_contracts import TODAY, company, enters, lights, office
from tests.programmes.vendors.test_demands import answers, letter, signs, token_in

__all__ = ["company", "office"]
CERTIFICATE = b"Certificate: reading levels of 2024 were destroyed on October 19, 2026, in all backups. Pat Park\n"
WITH_A_NUMBER = b"Destroyed: the Social Security number 219-09-9999 of a student\n"


def test_by_its_link_it_says_what_was_destroyed_or_sends_a_certificate(office: make.Staffed, company: UUID) -> None:
    from fileroom.collection.services import Document
    from fileroom.programmes.vendors.demand_desk import demand
    from fileroom.programmes.vendors.proofs import open_proof

    made = signs(office, company)
    token = token_in(letter(made.id, office))
    with pytest.raises(ValidationError) as told:
        answers(token, "deleted", destroyed="")
    assert list(told.value.message_dict) == ["destroyed"]
    with pytest.raises(ValidationError) as told:
        answers(token, "deleted", destroyed="", paper=Document("c.txt", WITH_A_NUMBER))
    assert "keeps out" in str(told.value) and "219" not in str(told.value)
    line = entries()[-1]
    assert (line.act.value, line.record, line.actor.role) == ("collection:refused", made.id, "operator")
    answers(token, "deleted", destroyed="Levels of 2024", paper=Document("c.txt", CERTIFICATE))
    shown = demand(made.id, by=office.by, at=AT)
    assert (shown.stage, shown.given[0].destroyed, shown.given[0].name) == ("over", "Levels of 2024", "P. Park")
    (proof,) = shown.proofs
    assert proof.by_company
    assert open_proof(made.id, proof.id, by=office.by, at=AT) == ("text/plain", CERTIFICATE)
    assert (entries()[-1].act.value, entries()[-1].part) == ("letter:opened", "deletion_proof/1")


def test_nobody_but_a_designee_opens_it_and_only_where_it_belongs(
    town: make.Town, office: make.Staffed, company: UUID
) -> None:
    from fileroom.collection.services import Document
    from fileroom.people.answers import Missing
    from fileroom.programmes.vendors.demand_desk import demand
    from fileroom.programmes.vendors.proofs import open_proof

    made, other = signs(office, company), signs(office, company, what="Names")
    answers(token_in(letter(made.id, office)), "deleted", paper=Document("c.txt", CERTIFICATE))
    (proof,) = demand(made.id, by=office.by, at=AT).proofs
    for about, who in ((made.id, town.registrar), (made.id, town.mother), (other.id, office)):
        with pytest.raises(Missing):
            open_proof(about, proof.id, by=who.by, at=AT)


def test_the_office_hands_in_what_came_by_another_way(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.ending import end_contract

    desk, made = browser(office.by), signs(office, company)
    file = SimpleUploadedFile("certificate.txt", CERTIFICATE)
    sent = form(how="shown", words="Their certificate of today.", file=file)
    assert desk.post(f"/demands/{made.id}/close/", sent).status_code == 302
    page = desk.get(f"/demands/{made.id}/").content.decode()
    assert "Handed in by the district’s office" in page
    contract = enters(office, company, lights())
    end_contract(contract, TODAY, "by_us", by=office.by, at=AT)
    bad = SimpleUploadedFile("certificate.txt", WITH_A_NUMBER)
    whole = {"returned_on": str(TODAY), "certified_by": "P. Park, counsel"}
    assert desk.post(f"/contracts/{contract}/returned/", form(**whole, file=bad)).status_code == 422
    assert (entries()[-1].act.value, entries()[-1].record) == ("collection:refused", contract)
    good = SimpleUploadedFile("certificate.txt", CERTIFICATE)
    assert desk.post(f"/contracts/{contract}/returned/", form(**whole, file=good)).status_code == 302
    page = desk.get(f"/vendors/{company}/").content.decode()
    (proof,) = {it for it in page.split('"') if f"/contracts/{contract}/proof/" in it}
    found = desk.get(proof)
    assert found.content == CERTIFICATE and "attachment" in found["Content-Disposition"]


def test_a_company_that_deleted_before_the_letter_says_so_with_the_true_day(
    office: make.Staffed, company: UUID
) -> None:
    from fileroom.programmes.vendors.demand_desk import demand

    made = signs(office, company)
    answers(token_in(letter(made.id, office)), "deleted", days=-40)
    assert demand(made.id, by=office.by, at=AT).stage == "over"
    page = words(browser(office.by).get(f"/demands/{made.id}/").content.decode())
    assert ", before the letter" in page
    other = signs(office, company)
    answers(token_in(letter(other.id, office)), "deleted")
    assert "before the letter" not in words(browser(office.by).get(f"/demands/{other.id}/").content.decode())
