"""A report that was released is for one meeting, and is in its packets; no wrong day and no print takes it away."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.days import district_day
from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import last_entry
from tests.programmes.enforcement.coming import comes
from tests.programmes.packet.test_a_packet_of_one_meeting import DAY, MEETING, makes, released, said_in
from tests.programmes.packet.test_a_packet_of_one_meeting import two as two

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn

HOUR = timedelta(hours=1)
Two = tuple[make.Staffed, make.Staffed]


@pytest.fixture
def report(town: make.Town, two: Two) -> UUID:
    """What came on the first day, released for the meeting."""
    comes(town.registrar.by, "immigration")
    return released(*two, AT + HOUR)


def tells(by: SignedIn, meeting: date, at: datetime) -> bool:
    """Does a packet made now for this meeting tell the Board that somebody came?"""
    return "One or more" in said_in(makes(by, meeting, at=at), by)


def moves(report: UUID, to: date, *, by: SignedIn, at: datetime) -> UUID:
    from fileroom.programmes.enforcement.meetings import move

    return move(report, to, by=by, at=at)


def test_it_is_in_each_packet_of_its_meeting_and_in_no_packet_of_another(two: Two, report: UUID) -> None:
    by = two[0].by
    assert [tells(by, MEETING, AT + it * HOUR) for it in (2, 3)] == [True, True]
    assert not tells(by, MEETING + 30 * DAY, AT + 2 * DAY)
    assert not tells(by, MEETING + 30 * DAY, AT + 40 * DAY), "the Board has heard it"


@pytest.mark.parametrize("wrong", [MEETING - 7 * DAY, MEETING + 7 * DAY, date(2027, 10, 12)])
def test_a_packet_for_a_day_typed_wrong_takes_no_report_from_the_meeting(two: Two, report: UUID, wrong: date) -> None:
    assert not tells(two[0].by, wrong, AT + 2 * HOUR)
    assert tells(two[0].by, MEETING, AT + 3 * HOUR)
    assert tells(two[0].by, MEETING, AT + 25 * DAY), "and after the wrong day too"


def test_what_is_released_after_the_packet_is_added_when_it_is_made_anew(town: make.Town, two: Two) -> None:
    assert not tells(two[0].by, MEETING, AT)
    comes(town.registrar.by, "immigration")
    released(*two, AT + HOUR)
    assert tells(two[0].by, MEETING, AT + 2 * HOUR)


def test_what_no_packet_has_told_when_its_meeting_is_over_is_of_the_next(two: Two, report: UUID) -> None:
    """Nobody made a packet of that meeting, or none after the release."""
    assert tells(two[0].by, MEETING + 30 * DAY, AT + 35 * DAY)
    assert tells(two[0].by, MEETING + 30 * DAY, AT + 36 * DAY), "made anew, it has the same"


def test_the_packet_made_before_the_release_has_not_told_it(town: make.Town, two: Two) -> None:
    makes(two[0].by, MEETING, at=AT)
    comes(town.registrar.by, "immigration")
    released(*two, AT + HOUR)
    assert tells(two[0].by, MEETING + 60 * DAY, AT + 42 * DAY)


def test_no_packet_is_made_for_a_meeting_that_is_over_or_too_far_to_be_one(two: Two, report: UUID) -> None:
    for day in (make.TODAY - DAY, make.TODAY + 2 * make.YEAR):
        with pytest.raises(ValidationError, match="meeting_on"):
            makes(two[0].by, day, at=AT)


def test_a_report_is_not_released_for_a_meeting_that_is_over(town: make.Town, two: Two) -> None:
    for day in (make.TODAY - DAY, make.TODAY + 2 * make.YEAR):
        with pytest.raises(ValidationError):
            released(*two, AT, day)
        takes_back(two)


def test_a_packet_made_anew_without_a_report_has_not_told_it(two: Two, report: UUID) -> None:
    """It was moved away after the first packet, and to a meeting that had none."""
    assert tells(two[0].by, MEETING, AT + 2 * HOUR)
    moves(report, MEETING + 7 * DAY, by=two[0].by, at=AT + 3 * HOUR)
    assert not tells(two[0].by, MEETING, AT + 4 * HOUR)
    assert tells(two[0].by, MEETING + 30 * DAY, AT + 42 * DAY)


def test_what_the_board_has_heard_from_a_packet_is_put_to_no_other_meeting(two: Two, report: UUID) -> None:
    assert tells(two[0].by, MEETING, AT + 2 * HOUR)
    with pytest.raises(ValidationError, match="put to no other meeting"):
        moves(report, MEETING + 60 * DAY, by=two[0].by, at=AT + 40 * DAY)
    assert not tells(two[0].by, MEETING + 60 * DAY, AT + 41 * DAY)


def test_the_board_that_had_a_report_as_its_own_paper_is_told_it_by_no_packet_again(
    town: make.Town, two: Two, report: UUID
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.enforcement.meetings import note_heard

    with pytest.raises(ValidationError, match="has not met yet"):
        note_heard(report, by=two[0].by, at=AT + 2 * HOUR)
    for by in (town.registrar.by, town.teacher.by, town.mother.by):
        with pytest.raises(Missing):
            note_heard(report, by=by, at=AT + 35 * DAY)
    for _ in range(2):
        assert note_heard(report, by=two[1].by, at=AT + 35 * DAY) == report
    noted = last_entry()
    assert (noted.act.value, noted.sealed, noted.part) == ("enforcement:report_heard", True, MEETING.isoformat())
    assert not tells(two[0].by, MEETING + 60 * DAY, AT + 36 * DAY)
    with pytest.raises(ValidationError, match="put to no other meeting"):
        moves(report, MEETING + 60 * DAY, by=two[0].by, at=AT + 36 * DAY)


def test_the_page_asks_whether_the_board_had_it_once_its_meeting_is_over(two: Two, report: UUID) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import EnforcementReport

    client, url = browser(two[0].by), f"/enforcement/reports/{report}/heard/"
    asks, reports = "Had the Board this paper itself", "/enforcement/reports/"
    with district_transaction():
        EnforcementReport.objects.update(meeting_on=district_day(datetime.now(UTC)) + DAY)
    assert asks not in words(client.get(reports).content.decode())
    assert client.post(url, form()).status_code == 422
    with district_transaction():
        EnforcementReport.objects.update(meeting_on=district_day(datetime.now(UTC)) - DAY)
    assert asks in words(client.get(reports).content.decode())
    assert client.post(url, form()).status_code == 302
    page = words(client.get(reports).content.decode())
    assert "the Board has heard it" in page and asks not in page and "Put it to another meeting" not in page


def takes_back(two: Two) -> None:
    """What was signed and not released is taken back."""
    from fileroom.programmes.enforcement.reporting import Reports, reports, withdraw

    found = reports(by=two[0].by, at=AT)
    assert isinstance(found, Reports) and found.waits and found.released == ()
    withdraw(found.waits.id, by=two[0].by, at=AT)


def test_those_who_keep_the_register_move_it_to_another_meeting_and_that_is_noted(
    town: make.Town, two: Two, report: UUID
) -> None:
    from fileroom.people.answers import Missing

    moves(report, MEETING + 7 * DAY, by=two[1].by, at=AT + 2 * HOUR)
    noted = last_entry()
    assert (noted.act.value, noted.sealed, noted.record) == ("enforcement:report_moved", True, report)
    assert [tells(two[0].by, MEETING + it * DAY, AT + 3 * HOUR) for it in (0, 7)] == [False, True]
    for by in (town.registrar.by, town.teacher.by, town.mother.by):
        with pytest.raises(Missing):
            moves(report, MEETING, by=by, at=AT)
    with pytest.raises(Missing):
        moves(uuid4(), MEETING, by=two[0].by, at=AT)
    with pytest.raises(ValidationError):
        moves(report, make.TODAY - DAY, by=two[0].by, at=AT)


def test_a_report_of_which_no_meeting_is_known_is_told_until_the_board_has_heard_it(two: Two, report: UUID) -> None:
    """It was released before reports were for a meeting."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import EnforcementReport

    with district_transaction():
        EnforcementReport.objects.filter(pk=report).update(meeting_on=None)
    assert tells(two[0].by, MEETING, AT + 2 * HOUR) and tells(two[0].by, MEETING + DAY, AT + 2 * HOUR)
    assert not tells(two[0].by, MEETING + 30 * DAY, AT + 40 * DAY)


def test_the_page_offers_the_day_for_which_a_report_waits_and_says_how_many_a_packet_has(
    two: Two, report: UUID
) -> None:
    from fileroom.programmes.packet.services import packets

    makes(two[0].by, MEETING, at=AT + 2 * HOUR)
    found = packets(by=two[0].by, at=AT + 2 * HOUR)
    assert [it.reports for it in found.made] == [1] and found.next_on == MEETING
    makes(two[0].by, MEETING - DAY, at=AT + 3 * HOUR)
    assert [it.reports for it in packets(by=two[0].by, at=AT + 3 * HOUR).made] == [1, 0]


def test_the_pages_name_the_meeting_and_refuse_a_day_that_is_none(two: Two, report: UUID) -> None:
    client, soon = browser(two[0].by), district_day(datetime.now(UTC)) + 20 * DAY
    url = f"/enforcement/reports/{report}/meeting/"
    for wrong in ("soon", "2020-01-01"):
        assert client.post(url, form(meeting_on=wrong)).status_code == 422
        assert client.post("/policy/packets/", form(meeting_on=wrong)).status_code == 422
    assert client.post(url, form(meeting_on=soon.isoformat())).status_code == 302
    assert f"For the meeting of {soon:%A}" in words(client.get("/enforcement/reports/").content.decode())
    assert f'value="{soon.isoformat()}"' in client.get("/policy/packets/").content.decode()
    assert client.post("/policy/packets/", form(meeting_on=soon.isoformat())).status_code == 302
    assert "1 report on officers’ requests" in words(client.get("/policy/packets/").content.decode())


def test_how_long_before_a_meeting_its_packet_is_missed_is_the_districts_word(two: Two, report: UUID) -> None:
    from fileroom.duties.states import Asked
    from fileroom.hosting import district_transaction
    from fileroom.programmes.packet.evidence import packets
    from fileroom.programmes.settings.services import say

    def missed(days: int) -> bool:
        at = datetime.combine(MEETING - days * DAY, AT.timetz())
        with district_transaction():
            return "its packet is not made" in packets(Asked(at, 10, 365)).why

    assert [missed(days) for days in (8, 7)] == [False, True], "a week, as long as nobody has said otherwise"
    say(uuid4(), "packet_days", {"en": "3"}, by=two[0].by, at=AT)
    assert [missed(days) for days in (4, 3)] == [False, True]
