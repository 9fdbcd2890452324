"""Police ask to wait with the notice, allow it, and ask again: nobody is told meanwhile, and nobody is let go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.facts import Acquisition
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import last_entry
from tests.programmes.incidents.reporting import HEAD, assesses, blocked, known, lives, notices, owed, posts, prints
from tests.programmes.incidents.test_told import letters, of_a_breach, prepared

ASKED = "breach_duties.notify_when_police_allow"


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def says(of: Any, office: make.Staffed, **said: Any) -> None:
    assesses(of, office.by, known(**said), systems=("vendor",))


def test_no_letter_is_made_while_police_ask_to_wait_and_the_letter_then_says_that_they_did(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.people.answers import Refused

    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office, police_wait=True)
    made = prepared(of, office)
    assert isinstance(made, Refused) and "impede" in made.decision.says
    assert (last_entry().act, last_entry().outcome) == ("incident:refused", "police_ask_to_wait")
    assert notices(of) == []
    says(of, office)
    prepared(of, office)
    said = letters(of, office)
    assert "Police asked us to wait with this letter" in said and "Police did not ask" not in said


@pytest.mark.parametrize("act", ["print", "open", "ask", "posted", "sample", "substitute", "to_hand_over", "by_hand"])
def test_nothing_of_the_notice_goes_on_once_police_ask(town: make.Town, office: make.Staffed, act: str) -> None:
    from fileroom.people.answers import Refused
    from fileroom.programmes.incidents import by_hand, people, posting, sending

    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    make.related("hugo", town.ben)
    of = of_a_breach(town, office, ids=(town.ana.id, town.ben.id))
    prepared(of, office)
    made = uuid4() if act == "print" else prints(of, office.by)[0]
    before = notices(of)
    if act == "posted":
        posting.ask_once_more(of, made, head=HEAD, by=office.by, at=AT)
    if act == "by_hand":
        by_hand.letters(of, None, head=HEAD, by=office.by, at=AT)
    says(of, office, police_wait=True)
    who: dict[str, Any] = {"by": office.by, "at": AT}
    acts: dict[str, Callable[[], Any]] = {
        "print": lambda: posting.print_all(of, head=HEAD, **who),
        "open": lambda: posting.letters(of, made, head=HEAD, **who),
        "ask": lambda: posting.ask_once_more(of, made, head=HEAD, **who),
        "posted": lambda: posting.posted(of, made, head=HEAD, **who),
        "sample": lambda: sending.sample_copy(of, head=HEAD, **who),
        "substitute": lambda: sending.substitute(of, cost=None, lacking=True, head=HEAD, **who),
        "to_hand_over": lambda: by_hand.letters(of, None, head=HEAD, **who),
        "by_hand": lambda: by_hand.handed_over(of, people.people(of, **who).by_hand[0].id, head=HEAD, **who),
    }
    assert isinstance(acts[act](), Refused)
    assert notices(of) == before
    says(of, office)
    assert not isinstance(acts[act](), Refused), "once they allow it, it goes on"


def test_police_who_ask_a_second_time_are_waited_for_and_nobody_is_let_go(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.endings import spare_all

    of = of_a_breach(town, office)
    for wait in (True, False, True):
        says(of, office, police_wait=wait)
    assert ASKED in owed(of) and "breaches.by_the_district" not in owed(of)
    with pytest.raises(ValidationError, match="Not as things stand"):
        spare_all(of, by=office.by, at=AT)
    assert any("owed about it" in it for it in blocked(of, office.by))
    says(of, office)
    assert ASKED not in owed(of) and "breaches.by_the_district" in owed(of)


def test_what_was_no_breach_after_all_is_not_taken_for_the_word_of_the_police(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.duties.queries import done
    from fileroom.programmes.incidents.duties import POLICE, ROOM

    of = of_a_breach(town, office, police_wait=True)
    says(of, office, police_wait=True, acquisition=Acquisition.NOT_BELIEVED)
    assert ASKED not in owed(of) and (POLICE, "") not in done(ROOM, of), "it was let go: police have allowed nothing"
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    says(of, office, police_wait=True)
    assert ASKED in owed(of)
    says(of, office)
    assert (POLICE, "") in done(ROOM, of)


def test_a_substitute_notice_is_not_said_to_have_told_them_while_police_ask(
    town: make.Town, office: make.Staffed
) -> None:
    from datetime import timedelta

    from fileroom.people.answers import Refused
    from fileroom.programmes.incidents.sending import Sending, What, sent, substitute

    of = of_a_breach(town, office)
    prepared(of, office)
    substitute(of, cost=None, lacking=True, head=HEAD, by=office.by, at=AT)
    says(of, office, police_wait=True)
    said, later = Sending(What.SUBSTITUTE, make.TODAY, "web page", ""), AT + timedelta(days=31)
    assert isinstance(sent(uuid4(), of, said, by=office.by, at=later), Refused)
    assert notices(of) == [("by_hand", "address")]


def test_the_people_page_says_that_police_ask_and_offers_no_letter(town: make.Town, office: make.Staffed) -> None:
    from tests.attacks.browsing import browser, form, words

    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office)
    prepared(of, office)
    opened, _ = prints(of, office.by)
    desk = browser(office.by)
    assert "Ask once more" in desk.get(f"/incidents/{of}/people/").content.decode()
    says(of, office, police_wait=True)
    page = words(desk.get(f"/incidents/{of}/people/").content.decode())
    assert "Police ask to wait" in page and "They are posted" not in page
    answer = desk.post(f"/incidents/{of}/posted/{opened}/", form())
    assert answer.status_code == 403 and "impede a criminal investigation" in words(answer.content.decode())
    says(of, office)
    assert posts(of, opened, office.by) == (1, 0)
