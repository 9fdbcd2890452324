"""Where the act itself says whose child it is, the letter to the family lies ready in the same transaction, sealed; at
the counter it lies ready but for the name."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from fileroom.letters import KINDS
from fileroom.programmes.enforcement.encounters import Asker
from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.disclosure.asking import entries
from tests.programmes.enforcement import coming
from tests.programmes.enforcement.coming import HEAD, RIGHTS, answers, comes, owed, read, row, says_done, sends, shows

if TYPE_CHECKING:
    from fileroom.programmes.models import EnforcementRequest, FamilyNotice

OFFICER = {"asker": "officer"}


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def rows() -> tuple[list[EnforcementRequest], list[FamilyNotice]]:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import EnforcementRequest, FamilyNotice

    with district_transaction():
        return list(EnforcementRequest.objects.all()), list(FamilyNotice.objects.all())


def test_a_letter_lies_ready_for_each_who_may_be_told_and_for_nobody_whom_an_order_bars(
    town: make.Town, office: make.Staffed
) -> None:
    father = make.related("father", town.ana)
    make.order(town.ana, father.row)
    desk = browser(town.registrar.by)
    assert desk.post(f"/students/{town.ana.id}/", OFFICER).status_code == 302
    (request,), letters = rows()
    assert {(it.request_id, it.sent_at, it.way) for it in letters} == {(request.id, None, "handed")}
    assert [it.language for it in letters] == [""], "her mother has chosen none: it is one letter all the same"
    noted = [it for it in entries() if it.act.value == "enforcement:notice_prepared"]
    assert [(it.student, it.sealed) for it in noted] == [(None, True)]
    assert "Letters to the family" in browser(office.by).get(f"/enforcement/{request.id}/").content.decode()
    desk.post(f"/students/{town.ana.id}/", OFFICER)
    assert len(rows()[1]) == 1, "pressed again it is the same letter"
    coming.of_no_harm(request.id, office.by)
    assert isinstance(sends(letters[0].id, office.by, language="es"), UUID)
    assert "notify_parent_after" not in owed(request.id)


def test_whoever_sends_it_says_in_which_language_it_is_read(town: make.Town, office: make.Staffed) -> None:
    browser(town.registrar.by).post(f"/students/{town.ana.id}/", OFFICER)
    (request,), (letter,) = rows()
    page = browser(office.by).get(f"/enforcement/{request.id}/").content.decode()
    assert "In English or Spanish" in page and "Which do they read?" in page
    assert "asked about your child" in read(letter.id, office.by, language="en")
    assert "preguntaron por su hijo" in read(letter.id, office.by, language="es")
    coming.of_no_harm(request.id, office.by)
    for none in ("", "fr"):
        with pytest.raises(ValidationError, match="Choose the language"):
            sends(letter.id, office.by, language=none)
    sent = browser(office.by).post(
        f"/enforcement/{request.id}/family/{letter.id}/send/",
        {"standing": mark(request.id), "language": "es", "others": "no", "identified": "yes"},
    )
    assert sent.status_code == 302 and rows()[1][0].language == "es"
    assert "preguntaron por su hijo" in read(letter.id, office.by, language="en"), "as it went out"
    assert "In Spanish" in browser(office.by).get(f"/enforcement/{request.id}/").content.decode()


def mark(of: UUID) -> str:
    from fileroom.programmes.enforcement.services import mark_of

    return mark_of(row(of))


def test_as_long_as_another_letter_lies_ready_the_page_says_that_it_waits(
    town: make.Town, office: make.Staffed
) -> None:
    make.related("father", town.ana)
    browser(town.registrar.by).post(f"/students/{town.ana.id}/", OFFICER)
    (request,), (first, second) = rows()
    page, now = browser(office.by), "Send it: now parents and student are told"
    address = f"/enforcement/{request.id}/"
    shown = page.get(address).content.decode()
    assert now not in shown and "Another letter lies ready too" in shown
    assert "Letter 1 ·" in shown and "Letter 2 ·" in shown
    coming.of_no_harm(request.id, office.by)
    sends(first.id, office.by, language="en")
    assert "notify_parent_after" in owed(request.id)
    shown = page.get(address).content.decode()
    assert now in shown and "Another letter lies ready too" not in shown
    sends(second.id, office.by, language="es")
    assert "notify_parent_after" not in owed(request.id)


@pytest.mark.parametrize("broken", ["compose", "named_recipient", "who_may_be_told"])
def test_the_request_stands_whatever_becomes_of_its_letters(
    town: make.Town,
    office: make.Staffed,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    broken: str,
) -> None:
    from fileroom.programmes.enforcement import family_letter, letters_at_once

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("Ana Torres")

    of = letters_at_once if broken == "who_may_be_told" else family_letter
    monkeypatch.setattr(of, broken, fails)
    assert browser(town.registrar.by).post(f"/students/{town.ana.id}/", OFFICER).status_code == 302
    (request,), letters = rows()
    assert letters == [] and "notify_parent_after" in owed(request.id), "the designee writes to them"
    assert not [it for it in entries() if it.act.value == "enforcement:notice_prepared"]
    assert not [it for it in caplog.records if it.levelname != "INFO"], "a line, with its minute, would date the visit"
    assert "left undone" not in caplog.text


def test_what_goes_out_is_what_was_answered_by_then_and_nothing_that_nobody_has_read(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.enforcement.services import mark_of

    make.change(town.mother.by.account, language="en")
    browser(town.registrar.by).post(f"/students/{town.ana.id}/", OFFICER)
    (request,), (letter,) = rows()
    assert "did not say of which agency" in read(letter.id, office.by) and letter.letter is None
    before = mark_of(row(request.id))
    answers(request.id, town.registrar.by, asker=Asker.IMMIGRATION, wants=("student",), school=town.school.id)
    with pytest.raises(ValidationError, match="has changed"):
        sends(letter.id, office.by, standing=before)
    assert isinstance(sends(letter.id, office.by), UUID)
    said = read(letter.id, office.by)
    assert "Somebody of immigration enforcement" in said and "did not say" not in said
    assert "Asked for A student" in said and town.school.name in said


def test_at_the_counter_it_lies_ready_but_for_the_name(town: make.Town, office: make.Staffed) -> None:
    opened = comes(town.registrar.by, "immigration")
    assert rows()[1] == []
    page = browser(office.by).get(f"/enforcement/{opened.id}/family/").content.decode()
    assert "We were asked about your child" in page and "Nos preguntaron por su hijo" in page
    assert "________" in page and "Torres" not in page


@pytest.mark.parametrize(("joined", "says", "dice"), [
    ("yes", "together with immigration enforcement", "junto con agentes de inmigración"),
    ("not_seen", "we do not know whether any of it was", "no sabemos si algo de eso era"),
    ("", "we do not know whether any of it was", "no sabemos si algo de eso era"),
    ("no", "they said that none of it was", "dijo que nada de eso era"),
])  # fmt: skip
@pytest.mark.parametrize("asker", [Asker.POLICE, Asker.PROCESS_SERVER])
def test_it_says_of_immigration_enforcement_what_was_answered_and_no_more(
    town: make.Town, office: make.Staffed, asker: Asker, joined: str, says: str, dice: str
) -> None:
    opened = comes(town.registrar.by, "not_sure")
    answers(opened.id, town.registrar.by, joined=joined, asker=asker)
    assert row(opened.id).strict, "what once was taken as immigration enforcement is so until two find otherwise"
    page = browser(office.by).get(f"/enforcement/{opened.id}/family/").content.decode()
    assert says in page and dice in page
    if joined != "yes":
        assert "together with immigration" not in page and "junto con agentes" not in page


@pytest.mark.parametrize(("form_", "told"), [("ao_93", True), ("ao_88b", True), ("i_200", False), ("nothing", False)])
def test_of_a_courts_paper_a_family_hears_that_it_can_ask_the_court_to_stop_it(
    town: make.Town, office: make.Staffed, form_: str, told: bool
) -> None:
    make.change(town.mother.by.account, language="en")
    browser(town.registrar.by).post(f"/students/{town.ana.id}/", OFFICER)
    (request,), (letter,) = rows()
    shows(request.id, town.registrar.by, form_)
    page = browser(office.by).get(f"/enforcement/{request.id}/family/").content.decode()
    for words in (page, read(letter.id, office.by)):
        assert ("You can ask that court to stop it or to limit it" in words) is told
    assert ("puede pedir a ese tribunal que lo deje sin efecto o lo limite" in page) is told
    assert ("The district’s lawyers say whether it is valid." in page) is told
    assert ("Los abogados del distrito revisan si es válido." in page) is told


@pytest.mark.parametrize(
    ("asker", "harm", "told"),
    [
        (Asker.CHILD_WELFARE, "", False),
        (Asker.POLICE, "no", True),
        (Asker.POLICE, "yes", False),
        (Asker.POLICE, "not_seen", False),
        (Asker.POLICE, "", False),
    ],
)
def test_of_an_inquiry_no_letter_offers_the_papers_that_nobody_has(
    town: make.Town, office: make.Staffed, asker: Asker, harm: str, told: bool
) -> None:
    opened = comes(town.registrar.by, "not_sure")
    answers(opened.id, town.registrar.by, joined="yes", harm=harm, asker=asker)
    page = browser(office.by).get(f"/enforcement/{opened.id}/family/").content.decode()
    assert "right to an education" in page and "derecho a la educación" in page, "the letter is there"
    for words in ("copies of the papers", "what was done", "copias de los papeles", "qué se hizo"):
        assert (words in page) is told, words


SEALED = {"court": "state", "judge": "yes", "signed": "yes", "matches": "yes", "silence": "yes"}
COPIES = ("for a copy of the paper", "una copia del papel", "copies of the papers", "copias de los papeles")


@pytest.mark.parametrize(
    ("asker", "seen", "offered"),
    [
        (Asker.PROCESS_SERVER, SEALED | {"silence": "no"}, True),
        (Asker.PROCESS_SERVER, SEALED, False),
        (Asker.CHILD_WELFARE, SEALED | {"silence": "no"}, False),
    ],
)
@pytest.mark.parametrize("to_the_student", [False, True])
def test_of_a_courts_paper_no_copy_is_offered_that_a_court_or_a_case_of_child_abuse_keeps_from_the_family(
    town: make.Town, asker: Asker, seen: dict[str, str], offered: bool, to_the_student: bool
) -> None:
    opened = comes(town.registrar.by, asker.value)
    answers(opened.id, town.registrar.by, joined="no", wants=("records",))
    shows(opened.id, town.registrar.by, "court_order", **seen)
    offers(row(opened.id), offered, to_the_student=to_the_student)


def test_what_once_was_an_inquiry_offers_no_copy_by_another_answer(town: make.Town) -> None:
    opened = comes(town.registrar.by, "child_welfare")
    answers(opened.id, town.registrar.by, joined="no", wants=("records",))
    shows(opened.id, town.registrar.by, "court_order", **(SEALED | {"silence": "no"}))
    answers(opened.id, town.registrar.by, joined="no", wants=("records",), asker=Asker.POLICE)
    offers(row(opened.id), False)


def test_once_a_silence_is_over_the_letter_offers_what_is_owed_then(town: make.Town, office: make.Staffed) -> None:
    opened = comes(town.registrar.by, "immigration")
    shows(opened.id, town.registrar.by, "court_order", **SEALED)
    offers(row(opened.id), False)
    says_done(opened.id, "disclosure.court_process_limits.review_at_expiry", office.by)
    assert "give_family_the_papers" in owed(opened.id)
    offers(row(opened.id), True)


def test_the_letter_says_that_the_child_can_keep_coming_and_reports_no_attendance(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.enforcement.family_letter import Desk, said_to

    opened = comes(town.registrar.by, "immigration")
    for student, en, es in (
        ("Ana", "Your child can keep coming to school", "Su hijo o hija puede seguir viniendo a la escuela"),
        (None, "You can keep coming to school", "Usted puede seguir viniendo a la escuela"),
    ):
        with district_transaction():
            said = {it: said_to(row(opened.id), student, it, Desk(HEAD, RIGHTS)) for it in ("en", "es")}
        for language, right in (("en", en), ("es", es)):
            words = " ".join(KINDS[said[language].kind].filled(language, said[language].facts).after)
            assert right in words and "on coming" not in words and "sigue viniendo" not in words


def offers(request: EnforcementRequest, offered: bool, *, to_the_student: bool = False) -> None:
    """Does the letter of this request, as it stands now, offer a copy of a paper, in either language?"""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.enforcement.family_letter import Desk, said_to

    for language in ("en", "es"):
        with district_transaction():
            said = said_to(request, None if to_the_student else "Ana", language, Desk(HEAD, RIGHTS))
        words = " ".join(KINDS[said.kind].filled(language, said.facts).after)
        assert any(it in words for it in COPIES) is offered
        assert request.strict or ("which records it asks for" in words) or ("qué registros pide" in words)


def test_of_a_court_s_paper_a_letter_of_its_own_tells_and_sending_it_is_what_was_owed(
    town: make.Town, office: make.Staffed
) -> None:
    opened = comes(town.registrar.by, "process_server")
    answers(opened.id, town.registrar.by, joined="no", wants=("records",))
    shows(opened.id, town.registrar.by, "state_subpoena", court="state", silence="no")
    desk, address = browser(office.by), f"/enforcement/{opened.id}/family/"
    page = desk.get(address).content.decode()
    assert "A court’s paper about your child" in page and "immigration enforcement the law" not in page
    said = {"student": town.ana.id, "contact": town.mother.row.id, "language": "es", "way": "handed"}
    assert desk.post(address, form(**said)).status_code == 302
    (letter,) = rows()[1]
    assert isinstance(sends(letter.id, office.by), UUID)
    assert "of_a_paper_that_opens_nothing" not in owed(opened.id)
