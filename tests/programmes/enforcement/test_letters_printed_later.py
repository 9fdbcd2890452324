"""A letter to a family that was sent is printed afterwards, and is decided on again: nobody knows whether it went."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from fileroom.people.answers import Refused
from fileroom.programmes.enforcement.encounters import Asker
from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry
from tests.programmes.enforcement.coming import (
    HEAD,
    RIGHTS,
    answers,
    closes,
    comes,
    discharged,
    owed,
    row,
    says_done,
    shows,
)  # fmt: skip
from tests.programmes.enforcement.test_family_notices import Case
from tests.programmes.enforcement.test_family_notices import case as case

HEARS = "programmes.immigration_requests.ask_whether_home_hears"
OVER = "disclosure.court_process_limits.review_at_expiry"
SEEN = dict.fromkeys(("judge", "signed", "matches"), "yes")
HOUR = timedelta(hours=1)
NEVER = "Not printed any more: counsel was never asked. If the family has not had it, call counsel."
INQUIRIES = [
    {"asker": "police", "harm": ""},
    {"asker": "police", "harm": "yes"},
    {"asker": "police", "harm": "not_seen"},
    {"asker": "not_sure", "harm": "not_seen"},
    {"asker": "child_welfare", "harm": ""},
]
UNREAD = {"papers": [{"form": "state_warrant", "court": "state", "silence": "not_seen"} | SEEN]}


def sent(case: Case, *, way: str = "handed") -> UUID:
    from fileroom.programmes.enforcement.notices import Prepared

    ready = case.prepares(way=way)
    assert isinstance(ready, Prepared) and isinstance(case.sends(ready.id), UUID)
    return ready.id


def prints(case: Case, letter: UUID, hours: int = 1) -> bytes | Refused:
    from fileroom.programmes.enforcement.family_letter import Desk
    from fileroom.programmes.enforcement.notices import open_letter

    return open_letter(letter, Desk(HEAD, RIGHTS), by=case.office.by, at=AT + hours * HOUR)


def opened() -> int:
    return len([it for it in entries() if it.act.value == "letter:opened"])


def test_it_is_printed_as_long_as_it_may_go_out_and_after_its_request_is_closed_too(case: Case) -> None:
    letter = sent(case)
    assert isinstance(prints(case, letter), bytes)
    discharged(case.request, case.office.by)
    closes(case.request, case.office.by)
    assert isinstance(prints(case, letter, 2), bytes)


def never_asked(case: Case, said: dict[str, Any]) -> UUID:
    """A letter that was sent before the law had counsel asked first of a request that stands so."""
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction
    from fileroom.programmes.enforcement.duties import READ_TODAY

    letter = sent(case)
    discharged(case.request, case.office.by)
    make.change(row(case.request), **said)
    with district_transaction():
        Duty.objects.filter(of=case.request, rule__in=READ_TODAY).update(rule="disclosure.statutory_log.log_request")
    return letter


def round_goes(hours: int = 1) -> None:
    from fileroom.programmes.tasks import _owe_to_families

    _owe_to_families("", AT + hours * HOUR)


@pytest.mark.parametrize("said", [*INQUIRIES, UNREAD, {"asker": "not_sure", "harm": ""}])
def test_of_what_counsel_should_have_been_asked_and_never_was_a_close_opens_no_printer(
    case: Case, said: dict[str, Any]
) -> None:
    letter, page, address = never_asked(case, said), browser(case.office.by), f"/enforcement/{case.request}/"
    with pytest.raises(ValidationError, match=r"counsel has not said|counsel reads first|harm"):
        prints(case, letter)
    assert "Print it" not in page.get(address).content.decode()
    closes(case.request, case.office.by)
    with pytest.raises(ValidationError, match="Not printed any more: counsel was never asked"):
        prints(case, letter, 2)
    for shown in (page.get(address), page.get(f"{address}family/"), page.get(f"{address}family/{letter}/")):
        says = shown.content.decode()
        assert NEVER in says and "Print it" not in says and "Not yet" not in says


@pytest.mark.parametrize("said", INQUIRIES)
def test_of_an_inquiry_of_before_whose_letter_was_sent_the_round_asks_counsel_and_the_close_waits(
    case: Case, said: dict[str, Any]
) -> None:
    letter = never_asked(case, said)
    round_goes()
    asked, lines = owed(case.request), len(entries())
    assert {"ask_whether_home_hears", "counsel_review"} & set(asked)
    round_goes(2)
    assert (owed(case.request), len(entries())) == (asked, lines), "once"
    with pytest.raises(ValidationError, match="Counsel says first"):
        closes(case.request, case.office.by, at=AT + 2 * HOUR)
    says_done(case.request, HEARS, case.office.by, at=AT + 2 * HOUR)
    assert isinstance(prints(case, letter, 3), bytes)
    assert "Print it" in browser(case.office.by).get(f"/enforcement/{case.request}/").content.decode()


def test_where_counsel_then_says_that_home_does_not_hear_it_is_asked_no_more(case: Case) -> None:
    letter = never_asked(case, INQUIRIES[0])
    round_goes()
    says_done(case.request, HEARS, case.office.by, otherwise=True, at=AT + 2 * HOUR)
    round_goes(3)
    assert "ask_whether_home_hears" not in owed(case.request)
    closes(case.request, case.office.by, at=AT + 3 * HOUR)
    with pytest.raises(ValidationError, match="counsel has not said"):
        prints(case, letter, 4)
    page = browser(case.office.by).get(f"/enforcement/{case.request}/").content.decode()
    assert "Print it" not in page and "never asked" not in page and "counsel has not said that it may" in page


def test_under_a_courts_silence_the_round_asks_nothing_of_what_was_sent_before_it(case: Case) -> None:
    never_asked(case, INQUIRIES[0])
    shows(case.request, case.town.registrar.by, "ao_93", judge="yes", signed="yes", matches="yes", silence="yes")
    before = owed(case.request)
    round_goes()
    assert owed(case.request) == before and "ask_whether_home_hears" not in before


def test_what_the_round_asks_of_open_inquiries_is_asked_of_all_at_once(case: Case) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from fileroom.programmes.enforcement.telling import see_to_inquiries

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            see_to_inquiries(at=AT + HOUR)
        return len(seen)

    never_asked(case, INQUIRIES[0])
    see_to_inquiries(at=AT + HOUR)
    one = queries()
    for _ in range(3):
        comes(case.town.registrar.by, "police")
    assert queries() == one


@pytest.mark.parametrize("harm", ["not_seen", ""])
def test_of_police_after_all_counsel_says_first_whether_home_hears_though_the_letter_was_sent(
    case: Case, harm: str
) -> None:
    letter = sent(case)
    discharged(case.request, case.office.by)
    answers(case.request, case.town.registrar.by, asker=Asker.POLICE, harm=harm, at=AT + HOUR)
    assert owed(case.request)["ask_whether_home_hears"] == make.TODAY
    with pytest.raises(ValidationError, match="Counsel says first"):
        closes(case.request, case.office.by, at=AT + 2 * HOUR)
    says_done(case.request, HEARS, case.office.by, otherwise=True, at=AT + 2 * HOUR)
    discharged(case.request, case.office.by, at=AT + 2 * HOUR)
    closes(case.request, case.office.by, at=AT + 2 * HOUR)
    with pytest.raises(ValidationError, match="counsel has not said"):
        prints(case, letter, 3)


def test_of_police_after_all_it_is_printed_on_counsels_word(case: Case) -> None:
    letter = sent(case)
    discharged(case.request, case.office.by)
    answers(case.request, case.town.registrar.by, asker=Asker.POLICE, harm="not_seen", at=AT + HOUR)
    says_done(case.request, HEARS, case.office.by, at=AT + 2 * HOUR)
    assert isinstance(prints(case, letter, 3), bytes)


def test_a_courts_silence_that_came_after_it_was_sent_keeps_it_from_the_printer(case: Case) -> None:
    letter, page = sent(case), browser(case.office.by)
    shows(case.request, case.town.registrar.by, "ao_93", judge="yes", signed="yes", matches="yes", silence="yes")
    before = opened()
    with pytest.raises(ValidationError, match="a paper forbids it"):
        prints(case, letter)
    answer = page.get(f"/enforcement/{case.request}/family/{letter}/")
    assert answer.status_code == 422 and "a paper forbids it" in answer.content.decode()
    assert opened() == before
    says_done(case.request, OVER, case.office.by)
    assert isinstance(prints(case, letter, 2), bytes)


def test_an_inquiry_that_counsel_is_to_say_of_keeps_it_from_the_printer(case: Case) -> None:
    letter = sent(case)
    answers(case.request, case.town.registrar.by, joined="not_seen", asker=Asker.CHILD_WELFARE, at=AT + HOUR)
    with pytest.raises(ValidationError, match="counsel has not said"):
        prints(case, letter, 2)
    says_done(case.request, HEARS, case.office.by, otherwise=True, at=AT + 3 * HOUR)
    with pytest.raises(ValidationError, match="counsel has not said"):
        prints(case, letter, 4)


def test_an_order_against_its_recipient_keeps_it_from_the_printer_with_a_line_under_seal(case: Case) -> None:
    letter, before = sent(case), opened()
    make.order(case.town.ana, case.town.mother.row)
    answer = prints(case, letter)
    assert isinstance(answer, Refused)
    noted = last_entry()
    assert (noted.act.value, noted.sealed, noted.student) == ("enforcement:notice_refused", True, None)
    page = browser(case.office.by).get(f"/enforcement/{case.request}/family/{letter}/")
    assert page.status_code == 403 and "It is not printed any more" in page.content.decode()
    assert opened() == before


def test_what_was_to_be_mailed_is_not_printed_once_an_order_is_on_the_childs_file(case: Case) -> None:
    letter = sent(case, way="mailed")
    assert isinstance(prints(case, letter), bytes)
    make.order(case.town.ana, make.related("father", case.town.ana).row)
    with pytest.raises(ValidationError, match="Not by mail"):
        prints(case, letter, 2)
