"""A report that the Board did not hear does not stand as heard: a meeting that was not held, a day typed wrong and a
word said too early are taken back, and it is told at the next (Ed. Code 234.7(c))."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.days import district_day
from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.enforcement.coming import HEAD
from tests.programmes.enforcement.test_board_days import says
from tests.programmes.packet.test_a_packet_of_one_meeting import DAY, MEETING, asked, makes
from tests.programmes.packet.test_a_packet_of_one_meeting import two as two
from tests.programmes.packet.test_reports_of_a_meeting import HOUR, Two, moves, tells
from tests.programmes.packet.test_reports_of_a_meeting import report as report

NEXT = MEETING + 30 * DAY
AFTER = AT + (MEETING + DAY - district_day(AT))


def not_heard(report: UUID, two: Two, at: datetime) -> UUID:
    from fileroom.programmes.enforcement.meetings import note_unheard

    return note_unheard(report, by=two[1].by, at=at)


def state(at: datetime) -> str:
    """Why the policy page asks for somebody; empty: it does not."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.packet.evidence import packets

    with district_transaction():
        return packets(asked(at)).why


def test_a_meeting_that_was_not_held_has_heard_nothing_once_somebody_says_so(
    town: make.Town, two: Two, report: UUID
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.enforcement.meetings import note_unheard

    assert tells(two[0].by, MEETING, AT + 2 * HOUR)
    assert state(AFTER) == ""
    for by in (town.registrar.by, town.teacher.by, town.mother.by):
        with pytest.raises(Missing):
            note_unheard(report, by=by, at=AFTER)
    for _ in range(2):
        assert not_heard(report, two, AFTER) == report
    noted = [it for it in entries() if it.act.value == "enforcement:report_unheard"]
    assert [(it.sealed, it.record, it.part) for it in noted] == [(True, report, MEETING.isoformat())]
    assert "nothing here says that the Board has heard it" in state(AFTER)
    moves(report, NEXT, by=two[0].by, at=AFTER + HOUR)
    assert tells(two[0].by, NEXT, AFTER + 2 * HOUR)
    assert not tells(two[0].by, NEXT + 30 * DAY, AFTER + 40 * DAY), "that one heard it"


def test_it_is_told_at_the_next_meeting_where_nobody_moves_it_too(two: Two, report: UUID) -> None:
    assert tells(two[0].by, MEETING, AT + 2 * HOUR)
    assert not tells(two[0].by, NEXT, AFTER)
    not_heard(report, two, AFTER + HOUR)
    assert tells(two[0].by, NEXT, AFTER + 2 * HOUR)


def test_what_a_packet_of_a_day_typed_wrong_took_along_is_taken_back(two: Two, report: UUID) -> None:
    """Its own meeting had no packet, and the next one's was made for a day on which the Board does not meet."""
    wrong = MEETING + 5 * DAY
    assert tells(two[0].by, wrong, AFTER)
    assert state(AFTER + 10 * DAY) == "", "as if the Board had heard it"
    not_heard(report, two, AFTER + 10 * DAY)
    assert state(AFTER + 10 * DAY) != ""
    assert tells(two[0].by, NEXT, AFTER + 10 * DAY)
    assert state(AFTER + 40 * DAY) == "", "the packet of the day that somebody named later counts"


def test_a_packet_of_a_meeting_to_come_counts_when_that_one_is_over(two: Two, report: UUID) -> None:
    assert tells(two[0].by, MEETING, AT + 2 * HOUR)
    not_heard(report, two, AFTER)
    assert tells(two[0].by, MEETING + DAY, AFTER), "it is made in the morning of another day"
    assert tells(two[0].by, NEXT, AFTER)
    assert not tells(two[0].by, NEXT, AFTER + 2 * DAY)


def test_that_the_board_had_it_itself_is_said_on_the_day_after_and_can_be_taken_back(two: Two, report: UUID) -> None:
    from fileroom.programmes.enforcement.meetings import note_heard

    with pytest.raises(ValidationError, match="has not met yet"):
        note_heard(report, by=two[0].by, at=AFTER - DAY)
    assert note_heard(report, by=two[0].by, at=AFTER) == report
    with pytest.raises(ValidationError, match="put to no other meeting"):
        moves(report, NEXT, by=two[0].by, at=AFTER)
    not_heard(report, two, AFTER + HOUR)
    moves(report, NEXT, by=two[0].by, at=AFTER + HOUR)
    assert tells(two[0].by, NEXT, AFTER + 2 * HOUR)
    assert note_heard(report, by=two[0].by, at=AFTER + 60 * DAY) == report
    assert not tells(two[0].by, NEXT + 60 * DAY, AFTER + 61 * DAY)


def test_of_what_nothing_says_that_it_was_heard_nothing_is_taken_back(two: Two, report: UUID) -> None:
    before = len(entries())
    assert not_heard(report, two, AFTER) == report
    assert len(entries()) == before, "it changes nothing"


def test_the_page_takes_it_back_and_offers_another_meeting(two: Two, report: UUID) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import BoardPacket, EnforcementReport

    yesterday, page = district_day(datetime.now(UTC)) - DAY, browser(two[0].by)
    address, back = "/enforcement/reports/", "The Board did not meet, or did not hear it"
    assert back not in words(page.get(address).content.decode())
    with district_transaction():
        EnforcementReport.objects.update(meeting_on=yesterday)
        BoardPacket.objects.create(id=uuid4(), meeting_on=yesterday, made_at=AT, made_by=uuid4(), reports=[str(report)])
    shown = words(page.get(address).content.decode())
    assert "the Board has heard it" in shown and back in shown and "Put it to another meeting" not in shown
    assert page.post(f"{address}{report}/unheard/", form()).status_code == 302
    shown = words(page.get(address).content.decode())
    assert "the Board has heard it" not in shown and back not in shown and "Put it to another meeting" in shown


def test_a_day_on_which_no_meeting_is_entered_is_asked_about_before_anything_is_for_it(two: Two, report: UUID) -> None:
    from fileroom.programmes.enforcement.meetings import UNLISTED, move
    from fileroom.programmes.packet.services import issue_packet

    says(two[0], f"{MEETING.isoformat()}, {NEXT.isoformat()}")
    wrong = NEXT + DAY
    with pytest.raises(ValidationError) as raised:
        move(report, wrong, by=two[0].by, at=AT + 2 * HOUR)
    assert raised.value.messages == [UNLISTED.format("December 18, 2026")]
    with pytest.raises(ValidationError, match="has entered no meeting"):
        issue_packet(uuid4(), wrong, head=HEAD, by=two[0].by, asked=asked(AT + 2 * HOUR))
    assert move(report, wrong, unlisted=True, by=two[0].by, at=AT + 2 * HOUR) == report
    issue_packet(uuid4(), wrong, unlisted=True, head=HEAD, by=two[0].by, asked=asked(AT + 2 * HOUR))
    moves(report, NEXT, by=two[0].by, at=AT + 3 * HOUR)
    makes(two[0].by, NEXT, at=AT + 3 * HOUR)


def test_the_pages_ask_whether_the_board_meets_on_such_a_day(two: Two, report: UUID) -> None:
    page, now = browser(two[0].by), datetime.now(UTC)
    today = district_day(now)
    entered, other, asks = today + 20 * DAY, today + 21 * DAY, "The Board meets on this day all the same"
    says(two[0], entered.isoformat(), at=now)
    for address in (f"/enforcement/reports/{report}/meeting/", "/policy/packets/"):
        answer = page.post(address, form(meeting_on=other.isoformat()))
        shown = words(answer.content.decode())
        assert answer.status_code == 422 and "has entered no meeting" in shown and asks in shown
        assert f'value="{other.isoformat()}"' in answer.content.decode()
        assert page.post(address, form(meeting_on=other.isoformat(), unlisted="yes")).status_code == 302
        assert page.post(address, form(meeting_on=entered.isoformat())).status_code == 302
        assert asks not in words(page.get(address.replace(f"{report}/meeting/", "")).content.decode())


def test_a_report_is_released_for_such_a_day_only_by_that_word(town: make.Town, two: Two) -> None:
    from fileroom.programmes.enforcement.reporting import release, sign

    says(two[0], MEETING.isoformat())
    signed, wrong = sign(uuid4(), by=two[0].by, at=AT), MEETING + DAY
    assert isinstance(signed, UUID)
    with pytest.raises(ValidationError, match="has entered no meeting"):
        release(signed, wrong, head=HEAD, by=two[1].by, at=AT)
    assert release(signed, wrong, unlisted=True, head=HEAD, by=two[1].by, at=AT) == signed
