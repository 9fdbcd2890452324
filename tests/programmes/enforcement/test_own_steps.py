"""The district's own steps: written by the Superintendent's office, approved by counsel, and then on every card."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import last_entry
from tests.programmes.enforcement.coming import comes
from tests.programmes.enforcement.steps import CALLS, SAY, STEPS, approved, written

TELEPHONE = "(559) 555-0134"


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


@pytest.fixture
def lawyer(town: make.Town) -> make.Staffed:
    return make.staffed("lee", "counsel", None)


def card(language: str = "en") -> Any:
    from fileroom.programmes.enforcement.cards import card

    return card(language, TELEPHONE)


def test_until_counsel_approves_every_card_has_the_strictest_words(office: make.Staffed, lawyer: make.Staffed) -> None:
    version = written(office.by)
    before = card()
    assert (before.version, before.calls) == (None, (("The district office", TELEPHONE),))
    assert "not allowed to give out any information" in before.say
    approved(version, lawyer.by)
    now = card()
    assert (now.version, now.say, now.steps) == (1, SAY["en"], STEPS["en"])
    assert now.dated == AT.date()
    assert (last_entry().act.value, last_entry().student, last_entry().part) == ("steps:approved", None, "1")


def test_a_card_has_the_numbers_for_anyone_and_no_other(office: make.Staffed, lawyer: make.Staffed) -> None:
    approved(written(office.by), lawyer.by)
    assert card("es").calls == (("Oficina del Superintendente", "(559) 555-0100"),)
    assert card("es").spoken == SAY["en"], "what is said is understood by an officer"


def test_the_newest_approved_version_counts_and_a_returned_one_never(
    office: make.Staffed, lawyer: make.Staffed
) -> None:
    approved(written(office.by), lawyer.by)
    approved(written(office.by, say={"en": "Another."}), lawyer.by, verb="return")
    assert (card().version, card().say) == (1, SAY["en"])
    approved(written(office.by, say={"en": "A third."}), lawyer.by)
    assert (card().version, card().say) == (3, "A third.")


def test_only_counsel_approves_and_never_what_they_have_written(town: make.Town, office: make.Staffed) -> None:
    from fileroom.people.answers import Missing

    version = written(office.by)
    for who in (town.principal, town.registrar):
        with pytest.raises(Missing):
            approved(version, who.by)
    make.assignment(office.row, "counsel", None)
    with pytest.raises(ValidationError, match="second person"):
        approved(version, office.by)
    assert card().version is None


def test_where_counsel_has_no_account_another_designee_approves(office: make.Staffed) -> None:
    other = make.staffed("quinn", "administrator", None)
    version = written(office.by)
    with pytest.raises(ValidationError, match="second person"):
        approved(version, office.by)
    approved(version, other.by)
    assert card().version == 1 and last_entry().actor.role == "administrator"


def test_while_counsel_has_an_account_no_designee_approves(office: make.Staffed, lawyer: make.Staffed) -> None:
    from fileroom.people.answers import Missing

    other = make.staffed("quinn", "administrator", None)
    version = written(office.by)
    with pytest.raises(Missing):
        approved(version, other.by)
    waits = "own steps for officers, version"
    said = [waits in browser(it.by).get("/").content.decode() for it in (office, other, lawyer)]
    assert said == [False, False, True], "it stands on Today for whoever decides"
    assert approved(version, lawyer.by) == "approved"


def test_whoever_wrote_a_version_takes_it_back_and_writes_it_anew(
    town: make.Town, office: make.Staffed, lawyer: make.Staffed
) -> None:
    from fileroom.people.answers import Missing

    version = written(office.by)
    with pytest.raises(Missing):
        approved(version, town.principal.by, verb="withdraw")
    with pytest.raises(ValidationError, match="Whoever wrote it"):
        approved(version, make.staffed("quinn", "administrator", None).by, verb="withdraw")
    assert approved(version, office.by, verb="withdraw") == "withdrawn"
    assert (last_entry().act.value, last_entry().student, last_entry().part) == ("steps:withdrawn", None, "1")
    with pytest.raises(ValidationError, match="nobody any more"):
        approved(version, lawyer.by)
    approved(written(office.by), lawyer.by)
    assert card().version == 2


def test_what_was_approved_is_not_taken_back(office: make.Staffed, lawyer: make.Staffed) -> None:
    version = written(office.by)
    approved(version, lawyer.by)
    with pytest.raises(ValidationError, match="nobody any more"):
        approved(version, office.by, verb="withdraw")
    assert card().version == 1


def test_the_same_form_with_other_words_is_another_form(office: make.Staffed) -> None:
    from fileroom.people.answers import FormUsed

    id_ = uuid4()
    written(office.by, id_=id_)
    for changed in ({"say": {"en": "Another."}}, {"steps": {"es": ("a", "b", "c")}}, {"calls": CALLS[:1]}):
        with pytest.raises(FormUsed):
            written(office.by, id_=id_, **changed)


def test_the_page_offers_its_writer_to_take_it_back(office: make.Staffed, lawyer: make.Staffed) -> None:
    version = written(office.by)
    assert "Take it back" in browser(office.by).get("/enforcement/steps/").content.decode()
    assert "Take it back" not in browser(lawyer.by).get("/enforcement/steps/").content.decode()
    answer = browser(office.by).post(f"/enforcement/steps/{version}/decide/", form(verb="withdraw"))
    assert answer.status_code == 302


def test_the_database_holds_the_second_person_too(office: make.Staffed) -> None:
    from fileroom.programmes.models import OwnSteps

    row = OwnSteps(
        number=9, words={}, calls=[], state="approved", written_at=AT, written_by=office.by.account.id,
        written_entry=uuid4(), decided_at=AT, decided_by=office.by.account.id, decided_entry=uuid4(),
    )  # fmt: skip
    with pytest.raises(IntegrityError, match="steps_are_approved_by_another"):
        make.keep(row)


@pytest.mark.parametrize("verb", ["approve", "return", ""])
def test_what_was_decided_is_decided(office: make.Staffed, lawyer: make.Staffed, verb: str) -> None:
    version = written(office.by)
    approved(version, lawyer.by, verb="return")
    with pytest.raises(ValidationError, match="nobody any more"):
        approved(version, lawyer.by, verb=verb)


@pytest.mark.parametrize("who", ["registrar", "principal", "teacher"])
def test_nobody_but_a_designee_writes_them(town: make.Town, who: str) -> None:
    from fileroom.people.answers import Missing

    with pytest.raises(Missing):
        written(getattr(town, who).by)


def test_one_version_waits_at_a_time_and_a_form_sent_twice_is_one(office: make.Staffed) -> None:
    id_ = uuid4()
    assert written(office.by, id_=id_) == written(office.by, id_=id_) == id_
    with pytest.raises(ValidationError, match="already"):
        written(office.by)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"say": {"es": ""}}, "say_es"),
        ({"say": {"en": "x" * 301}}, "say_en"),
        ({"say": {"en": "Ana Torres, SSN 123-45-6789"}}, "say_en"),
        ({"steps": {"es": STEPS["es"][:2]}}, "steps_es"),
        ({"steps": {"en": ()}}, "steps_en"),
        ({"steps": {"en": ("Maria Lopez is undocumented.", "b", "c")}}, "steps_en"),
        ({"calls": ()}, "calls"),
        ({"calls": (CALLS[1],)}, "calls"),
        ({"calls": (("Office", "Oficina", "call us", True),)}, "call_1"),
    ],
)
def test_what_does_not_fit_is_said_by_its_field_and_kept_nowhere(
    office: make.Staffed, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(ValidationError) as fault:
        written(office.by, **changed)
    assert field in fault.value.message_dict
    written(office.by)


def test_the_counter_shows_them_beside_the_programs_words_with_every_number_to_press(
    town: make.Town, office: make.Staffed, lawyer: make.Staffed
) -> None:
    opened = comes(town.registrar.by, "immigration")
    page = f"/agent/{opened.id}/"
    assert "own steps" not in browser(town.registrar.by).get(page).content.decode()
    approved(written(office.by), lawyer.by)
    shown = browser(town.registrar.by).get(page).content.decode()
    assert "Give nothing, open no door" in words(shown) and STEPS["en"][2] in words(shown)
    assert 'href="tel:5595550100"' in shown and 'href="tel:+15595550199;ext=12"' in shown


def test_anyone_reads_the_card_and_it_says_nothing_of_whoever_wrote_it(
    town: make.Town, office: make.Staffed, lawyer: make.Staffed
) -> None:
    approved(written(office.by), lawyer.by)
    page = browser(None).get("/if-an-officer-comes/")
    assert page.status_code == 200
    said = words(page.content.decode())
    assert SAY["en"] in said and "(559) 555-0100" in said
    for never in ("0199", "Counsel after hours", "Pat", "Lee", "Torres", "Abara"):
        assert never not in said


def test_the_card_is_there_in_spanish_with_what_to_say_in_english(town: make.Town) -> None:
    page = browser(town.registrar.by)
    page.post("/language/", {"language": "es", "next": "/agent/"})
    opened = comes(town.registrar.by, "immigration")
    said = words(page.get(f"/agent/{opened.id}/").content.decode())
    assert "No entregue nada, no abra ninguna puerta" in said
    assert "En inglés “I am not allowed to give out any information" in said
    assert "Orden" not in words(page.get("/enforcement/").content.decode()), "the other pages stay in English"
    for paper in ("¿A cuál de estos se parece?", "La autorización escrita", "Apúntelo"):
        assert paper in said


@pytest.mark.parametrize("sheet", ["poster", "wallet"])
@pytest.mark.parametrize("size", ["letter", "a4"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_each_sheet_is_a_page_that_can_be_printed(town: make.Town, sheet: str, size: str, language: str) -> None:
    import pypdfium2

    answer = browser(town.teacher.by).get(f"/agent/card/{sheet}/{size}/{language}/")
    pdf = pypdfium2.PdfDocument(answer.content)
    assert len(pdf) == 1
    assert round(pdf[0].get_width()) == (612 if size == "letter" else 595)
    said = " ".join(pdf[0].get_textpage().get_text_range().split())
    assert TELEPHONE in said and ("Superintendente" in said) == (language == "es")
    assert said.count(TELEPHONE) == (10 if sheet == "wallet" else 1)


def test_a_sheet_that_there_is_not_is_not_there(town: make.Town) -> None:
    for address in ("poster/letter/fr", "banner/letter/en", "poster/a5/en"):
        assert browser(town.teacher.by).get(f"/agent/card/{address}/").status_code == 404
