"""Who misused directory information has no list of it for a time; another spelling of the name does not help."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.people.answers import FormUsed, Missing
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.disclosure.asking import last_entry
from tests.disclosure.listing import Listed, wanted
from tests.disclosure.listing import district as policy_of
from tests.factories import TODAY

if TYPE_CHECKING:
    from datetime import date

    from fileroom.law import Decision

NAME = "Mesa Private College"
FOUND = TODAY - timedelta(days=10)


@pytest.fixture
def listed(district: str) -> Listed:
    return policy_of(recipients=("pta", "private_school"))


def bars(by: Any, name: str = NAME, until: date | None = None, *, found: date = FOUND, minutes: int = 0) -> Any:
    from fileroom.disclosure.directory.barred import bar

    return bar(uuid4(), name, found, until, by=by, at=AT + timedelta(minutes=minutes))


def answer(listed: Listed, name: str, *, days: int = 0) -> Decision:
    from fileroom.disclosure.directory import asking, policy
    from fileroom.hosting import district_transaction
    from fileroom.law.facts import RequesterKind

    of = replace(wanted(listed.town.school), recipient=name, kind=RequesterKind.PRIVATE_SCHOOL)
    with district_transaction():
        return asking.of_the_list(of, policy.in_force(TODAY), TODAY + timedelta(days=days))


def test_a_school_that_misused_it_gets_no_list_for_two_years_by_whichever_spelling(listed: Listed) -> None:
    assert answer(listed, NAME).granted
    bars(listed.superintendent.by)
    until = FOUND.replace(year=FOUND.year + 2)
    assert (last_entry().act, last_entry().part) == ("directory:recipient_barred", f"until:{until}")
    for name in (NAME, "MESA private  college", "Mesa College"):
        refused = answer(listed, name)
        assert not refused.granted, name
        assert "disclosure.private_colleges.barred_for_misuse" in {it.rule for it in refused.because}
    assert answer(listed, "Alder Academy").granted


def test_of_one_name_what_was_entered_last_counts_and_a_bar_ends(listed: Listed) -> None:
    bars(listed.superintendent.by)
    bars(listed.superintendent.by, until=FOUND, minutes=5)
    assert answer(listed, NAME).granted
    bars(listed.superintendent.by, until=TODAY, minutes=9)
    assert not answer(listed, NAME).granted


def test_only_the_designated_bar_and_no_day_to_come_is_a_finding(listed: Listed) -> None:
    for by in (listed.town.principal.by, listed.town.registrar.by):
        with pytest.raises(Missing):
            bars(by)
    for wrong in ({"name": " . "}, {"found": TODAY + timedelta(days=1)}, {"until": FOUND - timedelta(days=1)}):
        with pytest.raises(ValidationError):
            bars(listed.superintendent.by, **wrong)
    assert answer(listed, NAME).granted


def test_a_form_acts_once(listed: Listed) -> None:
    from fileroom.disclosure.directory.barred import bar

    once = uuid4()
    said: dict[str, Any] = {"by": listed.superintendent.by, "at": AT}
    assert bar(once, NAME, FOUND, None, **said) == bar(once, NAME, FOUND, None, **said) == once
    with pytest.raises(FormUsed):
        bar(once, "Another", FOUND, None, **said)


def test_it_is_entered_on_the_page_of_the_boards_decision(listed: Listed) -> None:
    pages = browser(listed.superintendent.by)
    answered = pages.post("/directory/barred/", form(name=NAME, found_on=FOUND.isoformat(), until_on=""))
    assert answered.status_code == 302
    assert NAME in pages.get("/directory/policy/").content.decode()
    wrong = pages.post("/directory/barred/", form(name="", found_on="", until_on=""))
    assert wrong.status_code == 422 and "Error:" in wrong.content.decode()
