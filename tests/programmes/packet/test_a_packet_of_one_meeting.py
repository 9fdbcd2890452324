"""The packet of a meeting: every report of it on one paper with one code."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from fileroom.duties.states import Asked
from tests import factories as make
from tests.conftest import AT
from tests.letters.test_letters import text_of
from tests.programmes.enforcement.coming import HEAD, comes

if TYPE_CHECKING:
    from datetime import datetime

    from fileroom.people.signed_in import SignedIn

DAY = timedelta(days=1)
MEETING = date(2026, 11, 17)


def asked(at: datetime = AT) -> Asked:
    return Asked(at, quarantine_days=10, form_days=365)


def makes(by: SignedIn, meeting: date = MEETING, *, at: datetime = AT, once: UUID | None = None) -> UUID:
    from fileroom.programmes.packet.services import issue_packet

    return issue_packet(once or uuid4(), meeting, head=HEAD, by=by, asked=asked(at))


def said_in(packet: UUID, by: SignedIn) -> str:
    from fileroom.programmes.packet.services import open_packet

    return " ".join(text_of(open_packet(packet, by=by, at=AT)).split())


def released(by: make.Staffed, other: make.Staffed, at: datetime, meeting: date = MEETING) -> UUID:
    from fileroom.programmes.enforcement.reporting import release, sign

    signed = sign(uuid4(), by=by.by, at=at)
    assert isinstance(signed, UUID)
    assert release(signed, meeting, head=HEAD, by=other.by, at=at) == signed
    return signed


@pytest.fixture
def two(town: make.Town) -> tuple[make.Staffed, make.Staffed]:
    """The Superintendent's designee and district counsel; three schools with students in all."""
    for name in ("Birch", "Cedar"):
        here = make.school(name)
        for number in range(12):
            make.enrolment(make.student(f"S{number}", name), here)
    return make.staffed("pat", "administrator", None), make.staffed("lee", "counsel", None)


def test_it_holds_what_was_released_the_training_of_each_school_and_the_whole_policy(
    town: make.Town, two: tuple[make.Staffed, make.Staffed]
) -> None:
    from fileroom.law.policy import POLICY

    pat, lee = two
    comes(town.registrar.by, "immigration")
    released(pat, lee, AT + timedelta(hours=1))
    said = said_in(makes(pat.by, at=AT + timedelta(hours=2)), pat.by)
    assert "Meeting November 17, 2026" in said
    assert "One or more" in said and "No school is named" in said
    training = said.partition("Training, by school")[2].partition("Policy 5125")[0]
    assert "fewer than 11 owe one" in training and town.school.name not in training, "too few to be told of"
    assert all(" ".join(it.says.split()) in said for it in POLICY.sentences)


def test_it_tells_of_companies_incidents_requests_and_what_was_destroyed_and_of_nobody(
    town: make.Town, two: tuple[make.Staffed, make.Staffed]
) -> None:
    from tests.programmes.flips import FLIPS

    for name in ("vendors.contracts", "incidents.register", "casework.outgoing", "collection.quarantine"):
        flip = FLIPS[name](town)
        flip.right()
        flip.wrong()
    told = said_in(makes(two[0].by), two[0].by).partition("Training, by school")[2]
    said = told.partition("Policy 5125")[0]
    for heading, why in (
        ("Companies that hold students’ data", "1 holds data without one"),
        ("Incidents", "Attention"),
        ("Requests and copies", "Some that did not go wait for a person for more than a day"),
        ("Destroyed, and what waits to be", "1 is overdue"),
    ):
        assert why in said.partition(heading)[2], heading
    assert "0 versions of records destroyed this school year" in said
    assert "Torres" not in said


def test_the_clerk_of_the_board_makes_it_and_opens_it_from_the_policy_page(
    town: make.Town, two: tuple[make.Staffed, make.Staffed]
) -> None:
    from tests.attacks.browsing import browser, form

    clerk = make.staffed("clerk", "board_clerk", None).by
    packet = makes(clerk)
    assert "Training, by school" in said_in(packet, clerk)
    desk = browser(clerk)
    assert b'href="/policy/packets/"' in desk.get("/policy/").content
    assert desk.get("/policy/packets/").status_code == 200
    assert desk.post("/policy/report/", form()).status_code == 404, "the report of the policy is the designee’s"
    assert b"Board packets</a>" not in browser(town.teacher.by).get("/policy/").content


def test_what_waits_for_its_second_person_is_in_no_packet(
    town: make.Town, two: tuple[make.Staffed, make.Staffed]
) -> None:
    from fileroom.programmes.enforcement.reporting import sign

    comes(town.registrar.by, "immigration")
    sign(uuid4(), by=two[0].by, at=AT)
    assert "One or more" not in said_in(makes(two[0].by, at=AT + timedelta(hours=1)), two[0].by)


def test_nobody_makes_or_opens_it_who_is_not_designated_but_a_delegate_for_the_policy_does(
    town: make.Town, two: tuple[make.Staffed, make.Staffed]
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.delegations.register import Given, give
    from fileroom.programmes.packet.services import packets

    packet = makes(two[0].by)
    for who in (town.principal.by, town.teacher.by, town.mother.by):
        for act in (makes, lambda by: said_in(packet, by), lambda by: packets(by=by, at=AT)):
            with pytest.raises(Missing):
                act(who)
    give(uuid4(), Given(town.teacher.row.id, ("policy",), make.TODAY, None), by=two[0].by, at=AT)
    assert [it.id for it in packets(by=town.teacher.by, at=AT).made] == [packet]


def test_a_second_press_makes_no_second_packet_and_another_day_is_said(
    town: make.Town, two: tuple[make.Staffed, make.Staffed]
) -> None:
    from fileroom.people.answers import FormUsed
    from fileroom.programmes.packet.services import packets

    once = uuid4()
    assert makes(two[0].by, once=once) == makes(two[0].by, once=once)
    assert len(packets(by=two[0].by, at=AT).made) == 1
    with pytest.raises(FormUsed):
        makes(two[0].by, MEETING + DAY, once=once)


def test_its_code_is_known_where_papers_are_checked(town: make.Town, two: tuple[make.Staffed, make.Staffed]) -> None:
    from fileroom.programmes.packet.services import packets
    from tests.attacks.browsing import browser

    makes(two[0].by)
    (made,) = packets(by=two[0].by, at=AT).made
    page = browser().get(f"/check/?code={made.code}").content.decode()
    assert made.code in page
