"""A detective comes about harm to a child at home, and perhaps about a parent there: nobody at home hears of it before
counsel has said so, whatever was pressed first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from fileroom.programmes.enforcement.encounters import Asker, Channel
from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.programmes.enforcement.coming import answers, comes, of_no_harm, owed, read, row, says_done, sends, shows
from tests.programmes.enforcement.test_letters_lie_ready import OFFICER, rows

if TYPE_CHECKING:
    from fileroom.programmes.enforcement.scripts import Script

HEARS = "programmes.immigration_requests.ask_whether_home_hears"
ASKED, TOLD, PAPERS = "ask_whether_home_hears", "notify_parent_after", "give_family_the_papers"
QUESTION, ES = "Is it about harm to a child at home?", "¿Se trata de un daño a un niño en su casa?"


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def noted_on_her_file(town: make.Town) -> UUID:
    """A clerk presses "officer" on Ana's file, and letters to both parents lie ready."""
    make.related("father", town.ana)
    assert browser(town.registrar.by).post(f"/students/{town.ana.id}/", OFFICER).status_code == 302
    (request,), letters = rows()
    assert len(letters) == 2 and TOLD in owed(request.id)
    return request.id


@pytest.mark.parametrize("harm", ["", "not_seen", "yes"])
def test_no_letter_that_lies_ready_goes_home_once_police_it_was(
    town: make.Town, office: make.Staffed, harm: str
) -> None:
    from fileroom.people.answers import Missing

    of = noted_on_her_file(town)
    answers(of, town.registrar.by, joined="no", harm=harm, asker=Asker.POLICE)
    assert owed(of)[ASKED] == make.TODAY and not {TOLD, PAPERS} & set(owed(of))
    for letter in rows()[1]:
        with pytest.raises(ValidationError, match="counsel has not said"):
            sends(letter.id, office.by, language="en")
        with pytest.raises(Missing):
            read(letter.id, office.by, language="en")
    says_done(of, HEARS, office.by)
    assert {TOLD, PAPERS} & set(owed(of)) == {TOLD}, "of a case of child abuse nobody has the papers"


def test_what_is_said_to_be_about_no_child_is_told_of_as_before(town: make.Town) -> None:
    of = noted_on_her_file(town)
    answers(of, town.registrar.by, joined="no", harm="no", asker=Asker.POLICE)
    assert {TOLD, PAPERS} <= set(owed(of)) and ASKED not in owed(of)


def test_who_will_not_say_of_which_agency_they_are_may_say_that_it_is_about_a_child(town: make.Town) -> None:
    of = comes(town.registrar.by, "not_sure").id
    assert TOLD in owed(of)
    answers(of, town.registrar.by, harm="yes")
    assert ASKED in owed(of) and TOLD not in owed(of)


def test_of_whoever_does_not_say_of_which_agency_they_are_no_letter_goes_before_it_is_asked(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.people.answers import Missing

    of = noted_on_her_file(town)
    letter = rows()[1][0].id
    with pytest.raises(ValidationError, match="about harm to a child at home"):
        sends(letter, office.by, language="en")
    with pytest.raises(ValidationError, match="about harm to a child at home"):
        says_done(of, "disclosure.immigration_enforcement.notify_parent_after", office.by)
    assert "Tell nobody at home" in browser(office.by).get(f"/enforcement/{of}/").content.decode()
    answers(of, office.by, harm="not_seen", wants=("records",))
    assert owed(of)[ASKED] == make.TODAY and not {TOLD, PAPERS} & set(owed(of)), "where nobody knows, counsel says"
    with pytest.raises(ValidationError, match="counsel has not said"):
        sends(letter, office.by, language="en")
    with pytest.raises(Missing):
        read(letter, office.by, language="en")
    says_done(of, HEARS, office.by)
    assert isinstance(sends(letter, office.by, language="en"), UUID)


def test_once_it_is_said_to_be_about_no_harm_the_family_hears_as_of_immigration(
    town: make.Town, office: make.Staffed
) -> None:
    of = noted_on_her_file(town)
    of_no_harm(of, town.registrar.by)
    assert "Tell nobody at home" not in browser(office.by).get(f"/enforcement/{of}/").content.decode()
    assert {TOLD, PAPERS} <= set(owed(of)) and ASKED not in owed(of)
    assert isinstance(sends(rows()[1][0].id, office.by, language="en"), UUID)


@pytest.mark.parametrize("said", [{"asker": Asker.POLICE, "harm": "no"}, {"asker": Asker.IMMIGRATION}])
def test_counsels_no_to_a_home_stands_and_of_what_it_is_called_then_counsel_is_asked_anew(
    town: make.Town, office: make.Staffed, said: dict[str, Any]
) -> None:
    of = noted_on_her_file(town)
    answers(of, town.registrar.by, joined="no", harm="yes", asker=Asker.POLICE)
    says_done(of, HEARS, office.by, otherwise=True)
    assert not {ASKED, TOLD, PAPERS} & set(owed(of)), "no law has such a household told"
    with pytest.raises(ValidationError, match="counsel has not said"):
        sends(rows()[1][0].id, office.by, language="en")
    answers(of, town.registrar.by, joined="no", wants=("records",), **said)
    assert ASKED in owed(of) and TOLD not in owed(of), "a family was to be told before it was called an inquiry"
    says_done(of, HEARS, office.by)
    assert TOLD in owed(of)


def test_an_officer_of_immigration_is_told_of_whatever_they_say_that_it_serves(town: make.Town) -> None:
    of = comes(town.registrar.by, "immigration").id
    answers(of, town.registrar.by, harm="yes")
    assert {TOLD, PAPERS} <= set(owed(of)) and ASKED not in owed(of)


def test_what_counsel_was_asked_no_later_answer_at_the_counter_ends(town: make.Town) -> None:
    of = noted_on_her_file(town)
    answers(of, town.registrar.by, joined="no", harm="yes", asker=Asker.POLICE)
    answers(of, town.registrar.by, joined="no", harm="no", asker=Asker.POLICE)
    assert ASKED in owed(of) and TOLD not in owed(of)


@pytest.mark.parametrize("before", ["", "no"])
def test_what_counsel_said_before_it_was_told_of_harm_counts_no_more(
    town: make.Town, office: make.Staffed, before: str
) -> None:
    of = noted_on_her_file(town)
    answers(of, town.registrar.by, joined="no", harm="not_seen", asker=Asker.POLICE)
    says_done(of, HEARS, office.by)
    assert TOLD in owed(of)
    if before:
        answers(of, town.registrar.by, joined="no", harm=before, asker=Asker.POLICE)
    answers(of, town.registrar.by, joined="no", harm="yes", asker=Asker.POLICE)
    assert owed(of)[ASKED] == make.TODAY and TOLD not in owed(of)
    for letter in rows()[1]:
        with pytest.raises(ValidationError):
            sends(letter.id, office.by, language="en")


def test_of_police_of_before_whose_family_is_to_be_told_counsel_is_asked_by_the_round(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import EnforcementRequest
    from fileroom.programmes.tasks import _owe_to_families

    of, robbery = (comes(town.registrar.by, "not_sure").id for _ in range(2))
    with district_transaction():
        EnforcementRequest.objects.filter(pk=of).update(asker="police")
        EnforcementRequest.objects.filter(pk=robbery).update(asker="police", harm="no")
    _owe_to_families("", AT)
    assert ASKED in owed(of) and TOLD not in owed(of)
    assert ASKED not in owed(robbery) and TOLD in owed(robbery)


def words(script: Script, channel: Channel, language: str, *, harm: bool) -> str:
    return " ".join(it.text for it in script.spoken_in(language).steps_by(channel, harm=harm))


@pytest.mark.parametrize("code", ["police_no", "police_wait"])
@pytest.mark.parametrize("channel", list(Channel))
@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", ("tell nobody at home", "counsel says first")),
        ("es", ("no diga a nadie en casa", "abogados del distrito dicen primero", ES)),
    ],
)
def test_until_it_is_answered_no_both_scripts_say_that_nobody_at_home_is_told(
    code: str, channel: Channel, language: str, says: tuple[str, ...]
) -> None:
    from fileroom.programmes.enforcement.scripts import SCRIPTS

    told = words(SCRIPTS[code], channel, language, harm=True)
    assert all(it in told for it in (*says, QUESTION)), told
    assert not any(it in words(SCRIPTS[code], channel, language, harm=False) for it in says)


def test_the_counter_asks_police_and_nobody_else(town: make.Town) -> None:
    desk = browser(town.registrar.by)
    for asker, asks in (
        ("police", True), ("not_sure", True), ("immigration", False), ("child_welfare", False),
        ("process_server", False),
    ):  # fmt: skip
        page = desk.get(f"/agent/{comes(town.registrar.by, asker).id}/").content.decode()
        assert ('name="harm"' in page) is asks, asker
        assert ("tell nobody at home" in page) is (asker == "police"), asker


def test_an_answer_is_kept_and_shown_and_overwrites_none_that_was_not_seen(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.enforcement.services import mark_of

    of, desk = comes(town.registrar.by, "police").id, browser(town.registrar.by)
    before = mark_of(row(of))
    said = {"joined": "no", "harm": "no", "asker": "police", "channel": "in_person", "school": "", "standing": before}
    assert desk.post(f"/agent/{of}/who/", form(**said)).status_code == 302
    assert row(of).harm == "no" and "tell nobody at home" not in desk.get(f"/agent/{of}/").content.decode()
    assert "About harm to a child at home" in browser(office.by).get(f"/enforcement/{of}/").content.decode()
    assert desk.post(f"/agent/{of}/who/", form(**(said | {"harm": "yes"}))).status_code == 422
    assert row(of).harm == "no"
    shows(of, town.registrar.by, "state_warrant", court="state", silence="no")
    assert "of_a_paper_that_opens_nothing" in owed(of)
