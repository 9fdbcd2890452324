"""Whose telephone it is stands on every page of the record, for those who may open it, and for nobody else."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.oneroster_bundles import Roster
from tests.conftest import AT
from tests.disclosure.asking import opened

CARD = "contact_and_household"
MOBILE = "(559) 555-0141"


def card(town: make.Town, about: UUID | None, mobile: str = MOBILE) -> UUID:
    """An emergency card is filed; returns the record."""
    from fileroom.collection.services import Collected, collect

    done = collect(town.ana.id, CARD, {"mobile": mobile}, by=town.registrar.by, at=AT, about=about)
    assert isinstance(done, Collected), done.decision.says
    return done.record


def page(by: Any, address: str, **headers: str) -> str:
    return words(browser(by).get(address, headers=headers).content.decode())


def emergency(by: Any, town: make.Town) -> str:
    """The part of the file's page on whom to call."""
    whole = browser(by).get(f"/students/{town.ana.id}/").content.decode()
    return words(whole.partition('<section class="card emergency')[2].partition("</section>")[0]).partition(">")[2]


def test_every_page_of_the_office_says_whose_number_it_is(town: make.Town) -> None:
    record, hers = card(town, town.mother.row.id), "Mother Torres (parent)"
    assert page(town.registrar.by, f"/students/{town.ana.id}/").count(hers) == 3, "asker, timeline, emergency"
    assert hers in emergency(town.registrar.by, town)
    for address in (f"/records/{record}/", f"/records/{record}/release/"):
        assert hers in page(town.registrar.by, address), address


def test_two_cards_of_one_file_are_told_apart_before_either_is_opened(town: make.Town) -> None:
    uncle = make.related("uncle", town.ana)
    records = {card(town, town.mother.row.id): town.mother.row.id, card(town, uncle.row.id): uncle.row.id}
    listed = opened(town.registrar.by, town.ana).records
    assert {it.id: it.about.contact for it in listed if it.about} == records


def test_a_card_that_names_nobody_is_the_students_and_the_households(town: make.Town) -> None:
    card(town, None)
    assert "The student and the household" in emergency(town.registrar.by, town)


def test_other_records_are_about_the_student_and_say_nobody(town: make.Town) -> None:
    from tests.disclosure.asking import filed

    filed(town.registrar.by, town.ana)
    (record,) = opened(town.registrar.by, town.ana).records
    assert record.about is None
    assert emergency(town.registrar.by, town) == ""


def test_a_telephone_from_a_roster_says_whose_it_is_and_that_nobody_has_checked(
    town: make.Town, tmp_path: Path
) -> None:
    from fileroom.collection.oneroster.services import import_bundle
    from fileroom.hosting import district_transaction
    from fileroom.ledger.services import Actor
    from fileroom.people.models import Student

    assert import_bundle(Roster().folder(tmp_path), by=Actor(None, "system", "cli"), at=AT).whole
    with district_transaction():
        amal = Student.objects.get(source_id="u1")
    clerk = make.staffed("helen", "administrator", None)
    make.custodian(clerk.row, None)
    said = [it.about and (it.about.name, it.about.kind, it.about.standing) for it in opened(clerk.by, amal).records]
    assert sorted(said, key=str) == [("Chi Okafor", "parent", "claimed"), None]
    shown = page(clerk.by, f"/students/{amal.id}/")
    assert "Chi Okafor (parent, not verified)" in shown and "The student and the household" in shown


def test_a_family_is_told_the_name_of_whoever_was_checked_and_of_nobody_else(town: make.Town) -> None:
    father = make.related("father", town.ana)
    claimed = make.relationship(town.ana, make.contact("Leo", "Roe"), kind="stepparent", verified=False)
    refuted = make.relationship(town.ana, make.contact("Eva", "Poe"), kind="relative")
    hers, his = card(town, town.mother.row.id), card(town, father.row.id)
    others = [card(town, it.contact_id) for it in (claimed, refuted)]
    make.change(refuted, standing="refuted")
    shown = page(town.mother.by, f"/family/{town.ana.id}/")
    assert "You" in shown and "Father Torres (parent)" in shown
    assert shown.count("Somebody the office has not checked") == 2
    shown += page(town.mother.by, f"/family/records/{hers}/") + page(town.mother.by, f"/family/records/{his}/")
    shown += "".join(page(town.mother.by, f"/family/records/{it}/") for it in others)
    for word in ("Leo", "Roe", "stepparent", "Eva", "Poe", "relative", "not verified", "claimed"):
        assert word not in shown, word
    office = page(town.registrar.by, f"/students/{town.ana.id}/")
    assert "Leo Roe (stepparent, not verified)" in office and "Eva Poe (relative, found not to be so)" in office


def test_a_family_reads_it_in_spanish(town: make.Town) -> None:
    card(town, make.related("father", town.ana).row.id)
    card(town, None)
    shown = page(town.mother.by, f"/family/{town.ana.id}/", **{"accept-language": "es"})
    assert "Father Torres (padre o madre)" in shown and "El estudiante y el hogar" in shown


def test_whom_to_call_reads_the_same_whichever_of_them_an_order_binds(town: make.Town) -> None:
    father = make.related("father", town.ana)
    for contact in (town.mother.row.id, father.row.id):
        card(town, contact)
    before = emergency(town.registrar.by, town)
    order = make.order(town.ana, father.row)
    against_him = emergency(town.registrar.by, town)
    make.change(order, restrained=town.mother.row)
    assert emergency(town.registrar.by, town) == against_him
    assert against_him.replace("Ask the principal before you call anyone. ", "") == before != against_him


@pytest.mark.parametrize("part", ["", "?lane=records"])
def test_who_may_not_open_a_telephone_learns_of_no_name_by_it(town: make.Town, part: str) -> None:
    from fileroom.people.models import Caseload

    counselor = make.staffed("counselor", "counselor", town.school)
    make.keep(Caseload(employee=counselor.row, student=town.ana))
    safety = browser(counselor.by)
    safety.post(f"/students/{town.ana.id}/purpose/", {"purpose": "school_safety"})
    stranger = make.contact("Zoe", "Quill")
    tie = make.relationship(town.ana, stranger)
    card(town, stranger.id)
    make.change(tie, standing="refuted")
    shown = words(safety.get(f"/students/{town.ana.id}/{part}").content.decode())
    assert "safety at the school" in shown and "Timeline" in shown
    assert "In an emergency" not in shown and "Quill" not in shown.partition("Timeline")[2]
    assert "Zoe Quill" in page(town.registrar.by, f"/students/{town.ana.id}/{part}").partition("Timeline")[2]


def test_a_restrained_parents_pages_tell_nothing_of_anybodys_telephone(town: make.Town) -> None:
    father = make.related("father", town.ana)
    record = card(town, town.mother.row.id)
    make.order(town.ana, father.row)
    for address in (f"/family/{town.ana.id}/", f"/family/records/{record}/"):
        shown = page(father.by, address)
        assert "No file is open" in shown and "Mother" not in shown and "Emergency" not in shown


def files(town: make.Town, **given: str) -> Any:
    return browser(town.registrar.by).post(f"/students/{town.ana.id}/file/", form(item=CARD, mobile=MOBILE, **given))


def test_the_form_of_an_emergency_card_asks_whose_it_is_and_a_rating_does_not(town: make.Town) -> None:
    tie = make.relationship(town.ana, make.contact("Eva", "Poe"))
    make.change(tie, standing="refuted")
    office = browser(town.registrar.by)
    asks = words(office.get(f"/students/{town.ana.id}/file/?item={CARD}").content.decode())
    assert "Whose is it?" in asks and "Mother Torres (parent)" in asks and "Poe" not in asks
    rating = office.get(f"/students/{town.ana.id}/file/?item=counsellor_or_teacher_rating").content.decode()
    assert "Whose is it?" not in rating
    answer = files(town)
    assert answer.status_code == 422 and "Choose whose it is." in answer.content.decode()


@pytest.mark.parametrize("who", ["mother", "nobody"])
def test_what_the_form_says_is_what_the_lists_say(town: make.Town, who: str) -> None:
    chosen = str(town.mother.row.id) if who == "mother" else who
    assert files(town, about=chosen).status_code == 200
    (record,) = opened(town.registrar.by, town.ana).records
    assert str(record.about.contact if record.about else "nobody") == chosen


def test_a_card_is_about_nobody_from_another_file(town: make.Town) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.services import collect
    from tests.disclosure.asking import entries

    bens = make.related("bens", town.ben)
    assert files(town, about=str(bens.row.id)).status_code == 422
    before = len(entries())
    with pytest.raises(ValidationError):
        card(town, bens.row.id)
    given = {"observed_on": "2026-10-01", "text": "Helps.", "signed_by": "T. Abara"}
    with pytest.raises(ValidationError):
        collect(
            town.ana.id, "counsellor_or_teacher_rating", given, by=town.registrar.by, at=AT, about=town.mother.row.id
        )
    assert len(entries()) == before


def test_the_same_form_with_another_person_is_another_act(town: make.Town) -> None:
    from uuid import uuid4

    from fileroom.collection.services import collect
    from fileroom.people.answers import FormUsed

    once, uncle = uuid4(), make.related("uncle", town.ana)

    def filed_for(contact: UUID) -> Any:
        return collect(town.ana.id, CARD, {"mobile": MOBILE}, by=town.registrar.by, at=AT, about=contact, once=once)

    assert filed_for(town.mother.row.id).entry == filed_for(town.mother.row.id).entry
    with pytest.raises(FormUsed):
        filed_for(uncle.row.id)


def test_a_copy_for_somebody_outside_says_whose_number_it_gives(town: make.Town) -> None:
    from tests.disclosure.releases import days

    record = card(town, town.mother.row.id)
    said = {
        "to": "attorney", "to_name": "Dana Roe", "identity_checked": "on", "purpose": "litigation", "shown": "consent",
        "consent_by": f"on-{town.mother.row.id}", "consent_form": "written", "consent_signed": "on",
        "consent_signed_on": days(-1).isoformat(), "consent_records": CARD, "consent_purpose": "litigation",
        "consent_recipient": "Dana Roe", "step": "hand_over",
    }  # fmt: skip
    answer = browser(town.registrar.by).post(f"/records/{record}/release/", form(**said))
    assert "Mother Torres (parent)" in answer.content.decode() and MOBILE in answer.content.decode()


def test_an_officers_paper_for_a_telephone_shows_nobodys_name(town: make.Town) -> None:
    record = card(town, town.mother.row.id)
    said = {
        "to": "immigration_officer", "to_name": "Agent Poe", "identity_checked": "on",
        "purpose": "immigration_enforcement", "shown": "none",
    }  # fmt: skip
    answer = browser(town.registrar.by).post(f"/records/{record}/release/", form(**said)).content.decode()
    assert "Agent Poe" in answer and "Mother Torres" not in answer and "Ana Torres" not in answer
