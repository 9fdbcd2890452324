"""A court's silence begins at the counter and ends on counsel's word; and a household hears of an inquiry by it too."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.programmes.enforcement.encounters import Asker
from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.programmes.enforcement.coming import (
    HEAD,
    RIGHTS,
    answers,
    comes,
    letters,
    owed,
    row,
    says_done,
    sends,
    shows,
)

OVER = "disclosure.court_process_limits.review_at_expiry"
HEARS = "programmes.immigration_requests.ask_whether_home_hears"
GAG: dict[str, Any] = {"court": "federal", "judge": "yes", "signed": "yes", "matches": "yes", "silence": "yes"}
HOME = "disclosure.court_notices.counsel_review"
PAPER = {"of_a_paper_that_opens_nothing", "notify_parent_before"}
TELLING = {"notify_parent_after"}
FAMILY = {*TELLING, "give_family_the_papers"}
SILENT = {"do_not_notify_parent", "review_at_expiry"}
LATER = date(2026, 12, 24)


@pytest.fixture
def pat(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


@pytest.fixture
def lee(town: make.Town) -> make.Staffed:
    return make.staffed("lee", "counsel", None)


def open_rules(of: UUID) -> set[str]:
    from fileroom.duties.queries import about

    return {it.rule for it in about("enforcement", [of], at=AT)}


def gagged(town: make.Town, form: str = "ao_93", **seen: Any) -> UUID:
    opened = comes(town.registrar.by, "immigration")
    shows(opened.id, town.registrar.by, form, **(GAG | seen))
    return opened.id


@pytest.mark.parametrize(
    "form", ["ao_93", "ao_442", "ao_88b", "ao_110", "state_warrant", "state_subpoena", "court_order"]
)
@pytest.mark.parametrize("seen", [{"judge": "no"}, {"signed": "no"}, {"matches": "no"}, {"court": "no_court"}, {}])
def test_nothing_that_a_clerk_sees_on_a_paper_breaks_its_silence(
    town: make.Town, form: str, seen: dict[str, str]
) -> None:
    found = owed(gagged(town, form, **seen, until=LATER))
    assert set(found) >= SILENT and not FAMILY & set(found)
    assert found["review_at_expiry"] == (make.TODAY if seen else LATER), "of what is in doubt counsel says the same day"


def test_no_other_answer_at_the_counter_breaks_it_either(town: make.Town, pat: make.Staffed) -> None:
    of = gagged(town, until=LATER)
    answers(of, town.registrar.by, wants=("entry",))
    assert set(owed(of)) >= SILENT and not FAMILY & set(owed(of))
    shows(of, town.registrar.by, "i_200")
    assert owed(of)["review_at_expiry"] == LATER, "an agency's paper says nothing of it"
    shows(of, town.registrar.by, "ao_93", **(GAG | {"silence": "no"}))
    assert set(owed(of)) >= SILENT and not FAMILY & set(owed(of))
    assert owed(of)["review_at_expiry"] == make.TODAY, "counsel says the same day whether it was answered by mistake"
    says_done(of, OVER, pat.by)
    assert set(owed(of)) >= FAMILY and not SILENT & set(owed(of))


def test_where_counsel_has_an_account_nobody_else_ends_it_or_has_it_go_on(
    town: make.Town, pat: make.Staffed, lee: make.Staffed
) -> None:
    of = gagged(town, until=LATER)
    for otherwise in (False, True):
        with pytest.raises(ValidationError, match="District counsel says here whether"):
            says_done(of, OVER, pat.by, otherwise=otherwise)
    says_done(of, OVER, lee.by, otherwise=True)
    assert owed(of)["review_at_expiry"] == LATER
    says_done(of, OVER, lee.by)
    assert set(owed(of)) >= FAMILY


def test_where_counsel_has_none_it_does_not_end_before_its_last_day_is_over(town: make.Town, pat: make.Staffed) -> None:
    of, night = gagged(town, until=make.TODAY + timedelta(days=2)), AT + timedelta(days=2)
    for at in (AT, night):
        with pytest.raises(ValidationError, match="the last day of its silence"):
            says_done(of, OVER, pat.by, at=at)
    says_done(of, OVER, pat.by, at=night + timedelta(days=1))
    assert set(owed(of)) >= FAMILY


def test_the_page_says_that_nobody_may_be_told_as_long_as_it_is_so(
    town: make.Town, pat: make.Staffed, lee: make.Staffed
) -> None:
    of = gagged(town)
    page, banner = f"/enforcement/{of}/", "A paper says that nobody may be told."
    shown = browser(pat.by).get(page).content.decode()
    assert banner in shown and "No paper forbids it any more" not in shown, "to say so is counsel's"
    assert "No paper forbids it any more" in browser(lee.by).get(page).content.decode()
    says_done(of, OVER, lee.by)
    assert banner not in browser(pat.by).get(page).content.decode()


def inquiry(town: make.Town, joined: str = "not_seen", *, was: str = "child_welfare") -> UUID:
    opened = comes(town.registrar.by, was)
    answers(opened.id, town.registrar.by, joined=joined, wants=("student",), asker=Asker.CHILD_WELFARE)
    return opened.id


def test_a_household_hears_of_an_inquiry_that_may_assist_immigration_on_counsels_word(
    town: make.Town, pat: make.Staffed, lee: make.Staffed
) -> None:
    told, untold = inquiry(town), inquiry(town, "yes")
    for of in (told, untold):
        assert owed(of)["ask_whether_home_hears"] == make.TODAY and not FAMILY & set(owed(of))
        with pytest.raises(ValidationError, match="whether the household may be told"):
            says_done(of, HEARS, pat.by)
    says_done(told, HEARS, lee.by)
    assert FAMILY & set(owed(told)) == {"notify_parent_after"}, "nobody has the papers of a case of child abuse"
    says_done(untold, HEARS, lee.by, otherwise=True)
    assert not FAMILY & set(owed(untold))
    answers(untold, town.registrar.by, wants=("student", "records"))
    assert not {*FAMILY, "ask_whether_home_hears"} & set(owed(untold)), "what counsel has said stands"


def test_a_letter_that_lay_ready_for_an_agent_is_not_sent_when_a_caseworker_it_was(
    town: make.Town, pat: make.Staffed
) -> None:
    from fileroom.programmes.enforcement.family_letter import Desk
    from fileroom.programmes.enforcement.notices import Prepared, prepare
    from fileroom.programmes.enforcement.recipients import To

    of, to = comes(town.registrar.by, "not_sure").id, To(town.ana.id, town.mother.row.id)
    ready = prepare(uuid4(), of, to, Desk(HEAD, RIGHTS), language="en", way="handed", by=pat.by, at=AT)
    assert isinstance(ready, Prepared)
    answers(of, town.registrar.by, joined="not_seen", asker=Asker.CHILD_WELFARE)
    assert not FAMILY & set(owed(of)) and row(of).strict
    with pytest.raises(ValidationError, match="counsel has not said"):
        sends(ready.id, pat.by)
    says_done(of, HEARS, pat.by)  # this district gives counsel no account
    assert isinstance(sends(ready.id, pat.by), UUID)


def test_after_a_courts_silence_counsel_is_asked_of_an_inquiry_still(town: make.Town, pat: make.Staffed) -> None:
    of = inquiry(town)
    shows(of, town.registrar.by, "court_order", **GAG)
    assert set(owed(of)) >= SILENT and "ask_whether_home_hears" not in owed(of)
    says_done(of, OVER, pat.by)
    assert "ask_whether_home_hears" in owed(of) and not FAMILY & set(owed(of))


@pytest.mark.parametrize("was", ["child_welfare", "not_sure"])
def test_no_clerk_who_calls_a_caseworker_an_officer_ends_what_counsel_was_asked(
    town: make.Town, lee: make.Staffed, was: str
) -> None:
    of = inquiry(town, was=was)
    answers(of, town.registrar.by, joined="no", harm="no", asker=Asker.POLICE)
    assert not FAMILY & set(owed(of))
    assert owed(of)["ask_whether_home_hears"] == make.TODAY
    says_done(of, HEARS, lee.by)
    assert FAMILY & set(owed(of)) == TELLING and "ask_whether_home_hears" not in owed(of), "of papers nobody asked"
    shows(of, town.registrar.by, "i_200")
    assert FAMILY & set(owed(of)) == TELLING and "ask_whether_home_hears" not in owed(of), "what counsel said stands"


@pytest.mark.parametrize("was", ["child_welfare", "not_sure"])
def test_where_counsel_said_no_an_officer_it_was_is_for_counsel_to_hear_once(
    town: make.Town, lee: make.Staffed, was: str
) -> None:
    of = inquiry(town, was=was)
    for again in (False, True):
        says_done(of, HEARS, lee.by, otherwise=True)
        answers(of, town.registrar.by, joined="yes", harm="no", asker=Asker.POLICE)
        assert not FAMILY & set(owed(of)) and owed(of)["ask_whether_home_hears"] == make.TODAY, again
        answers(of, town.registrar.by, joined="yes", asker=Asker.CHILD_WELFARE)
    answers(of, town.registrar.by, joined="yes", harm="no", asker=Asker.POLICE)
    says_done(of, HEARS, lee.by, otherwise=True)
    answers(of, town.registrar.by, wants=("student", "records"))
    assert not {*FAMILY, "ask_whether_home_hears"} & set(owed(of)), "what counsel has said stands"
    shows(of, town.registrar.by, "i_200")
    assert not FAMILY & set(owed(of)) and "ask_whether_home_hears" in owed(of), "a paper is new to counsel"


def test_after_a_courts_silence_counsel_is_still_asked_of_what_was_called_an_inquiry(
    town: make.Town, lee: make.Staffed
) -> None:
    of = inquiry(town)
    shows(of, town.registrar.by, "court_order", **GAG)
    answers(of, town.registrar.by, joined="yes", asker=Asker.IMMIGRATION)
    assert set(owed(of)) >= SILENT and "ask_whether_home_hears" not in owed(of)
    says_done(of, OVER, lee.by)
    assert "ask_whether_home_hears" in owed(of) and not FAMILY & set(owed(of))


def test_of_a_courts_paper_too_counsel_is_asked_on_whoever_brought_it(town: make.Town, lee: make.Staffed) -> None:
    of = comes(town.registrar.by, "child_welfare").id
    answers(of, town.registrar.by, joined="no", wants=("records",))
    shows(of, town.registrar.by, "court_order", **(GAG | {"silence": "no"}))
    assert "counsel_review" in owed(of)
    answers(of, town.registrar.by, joined="no", harm="no", wants=("records",), asker=Asker.POLICE)
    assert HOME in open_rules(of) and not PAPER & set(owed(of))
    says_done(of, HOME, lee.by)
    assert PAPER & set(owed(of))


def test_a_letter_of_before_an_inquiry_is_no_word_of_counsels_for_another(
    town: make.Town, pat: make.Staffed, lee: make.Staffed
) -> None:
    def ready(hours: int, contact: UUID = town.mother.row.id) -> UUID:
        to, at = To(town.ana.id, contact), AT + timedelta(hours=hours)
        made = prepare(uuid4(), of, to, Desk(HEAD, RIGHTS), language="en", way="handed", by=pat.by, at=at)
        assert isinstance(made, Prepared)
        return made.id

    from fileroom.programmes.enforcement.family_letter import Desk
    from fileroom.programmes.enforcement.notices import Prepared, prepare
    from fileroom.programmes.enforcement.recipients import To

    of, father = comes(town.registrar.by, "immigration").id, make.related("father", town.ana).row.id
    sends(ready(0), pat.by)
    answers(of, town.registrar.by, joined="not_seen", asker=Asker.CHILD_WELFARE, at=AT + timedelta(hours=1))
    says_done(of, HEARS, lee.by, otherwise=True, at=AT + timedelta(hours=2))
    with pytest.raises(ValidationError, match="counsel has not said"):
        ready(3, father)
    officer: dict[str, Any] = {"asker": Asker.POLICE, "joined": "not_seen", "harm": "no"}
    answers(of, town.registrar.by, at=AT + timedelta(hours=4), **officer)
    says_done(of, HEARS, lee.by, at=AT + timedelta(hours=5))
    for letter in letters(of):  # to both, as counsel's word has it: whose child it is is known
        sends(letter, pat.by, language="en", at=AT + timedelta(hours=6))
    assert "notify_parent_after" not in owed(of)
    assert isinstance(ready(7, father), UUID), "to another home it goes by the same word"
