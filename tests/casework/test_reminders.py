"""An employee whose training runs out is written to 30 and 7 days before and when it has, once each; and once a week of
what is overdue. Who has done it meanwhile is not written to."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from tests import factories as make
from tests.casework.mailing import MailServer
from tests.casework.waiting import goes_round, mails
from tests.conftest import AT

WORK = "maribel@alder-creek.test"
COURSE = "student_information"


@pytest.fixture
def trained(town: make.Town) -> make.Staffed:
    """The registrar's training counts until this day; they owe the course again from thirty days before on."""
    from fileroom.programmes.training.courses import COURSES

    make.change(town.registrar.row, email=WORK)
    for other in set(COURSES) - {COURSE}:
        completes(town.registrar, make.TODAY + timedelta(days=900), other)
    return town.registrar


def completes(who: make.Staffed, until_on: date, name: str = COURSE, *, version: int | None = None) -> None:
    from fileroom.programmes.models import TrainingCompletion
    from fileroom.programmes.training.courses import COURSES

    course = COURSES[name]
    make.keep(
        TrainingCompletion(
            employee=who.row, course=course.name, version=version or course.version,
            passed_on=until_on - timedelta(days=365), until_on=until_on, how="here", noted_at=AT, entry=uuid4(),
        )
    )  # fmt: skip


def night(days: int) -> list[tuple[str, str]]:
    """What is queued so many days from now, after that night's trainings were assigned."""
    from fileroom.programmes.training.assigning import assign
    from fileroom.programmes.training.courses import Rhythm
    from fileroom.programmes.training.reminding import remind

    at = day(days)
    assign(rhythm=Rhythm(30, 12), at=at)
    remind(at=at)
    return [(it.kind, it.state) for it in mails()]


def day(number: int) -> datetime:
    return AT + timedelta(days=number)


def test_one_mail_at_thirty_days_one_at_seven_and_one_when_it_is_over(trained: make.Staffed, smtp: MailServer) -> None:
    completes(trained, make.TODAY + timedelta(days=40))
    assert night(0) == []
    assert night(10) == night(11) == [("training_30", "waiting")]
    assert goes_round(smtp, at=day(11)) == 1
    assert night(33) == [("training_30", "sent"), ("training_7", "waiting")]
    assert night(41)[-1] == ("training_over", "waiting")
    assert goes_round(smtp, at=day(41)) == 2
    night(42)
    assert goes_round(smtp, at=day(42)) == 0
    recipients = [to for to, _ in smtp.taken]
    assert recipients == [[WORK]] * 3
    said = smtp.taken[0][1]
    assert said["Subject"] == "A training of yours ends within 30 days"
    assert "http://alder-creek.test/training/" in said.as_string()


def test_who_took_it_meanwhile_is_not_written_to(trained: make.Staffed, smtp: MailServer) -> None:
    completes(trained, make.TODAY + timedelta(days=20))
    night(0)
    completes(trained, make.TODAY + timedelta(days=360))
    night(0)
    assert goes_round(smtp) == 0
    assert [(it.state, it.why) for it in mails()] == [("withheld", "gone")]
    assert smtp.taken == []


def test_who_has_left_is_not_written_to(trained: make.Staffed, smtp: MailServer) -> None:
    completes(trained, make.TODAY + timedelta(days=20))
    night(0)
    make.change(trained.row, left_on=make.TODAY - timedelta(days=1))
    assert goes_round(smtp) == 0
    assert mails()[0].why == "gone"


def test_once_a_week_one_is_told_that_something_is_overdue(trained: make.Staffed, smtp: MailServer) -> None:
    from fileroom.programmes.overdue_digest import tell

    completes(trained, make.TODAY + timedelta(days=1))
    night(0)
    assert tell(at=AT) == 0
    late = day(40)
    night(40)
    assert tell(at=late) == 1
    assert tell(at=late + timedelta(days=1)) == 0
    assert "own_overdue" in [it.kind for it in mails()]
    assert tell(at=late + timedelta(days=7)) == 1


def test_who_never_took_a_course_is_written_to_once_for_all_of_them(town: make.Town, smtp: MailServer) -> None:
    make.change(town.registrar.row, email=WORK)
    assert night(0) == night(1) == [("training_new", "waiting")], "who has no address at work reads it on Today"
    assert goes_round(smtp, at=day(1)) == 1
    said = smtp.taken[0][1]
    assert said["Subject"] == "You have courses to take" and "http://alder-creek.test/training/" in said.as_string()
    assert night(20) == [("training_new", "sent")]


def test_who_took_them_all_meanwhile_is_not_written_to_of_them(town: make.Town, smtp: MailServer) -> None:
    from fileroom.programmes.training.courses import COURSES

    make.change(town.registrar.row, email=WORK)
    night(0)
    for name in COURSES:
        completes(town.registrar, make.TODAY + timedelta(days=360), name)
    night(0)
    assert goes_round(smtp) == 0 and smtp.taken == []


def test_whose_edition_counts_no_more_is_told_that_there_is_a_course_to_take(
    trained: make.Staffed, smtp: MailServer
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import TrainingCompletion

    with district_transaction():
        TrainingCompletion.objects.filter(course="enforcement").delete()
    completes(trained, make.TODAY + timedelta(days=200), "enforcement", version=1)
    completes(trained, make.TODAY + timedelta(days=360))
    assert night(0) == [("training_new", "waiting")]
    assert goes_round(smtp) == 1


def test_a_reminder_that_no_server_took_is_queued_again_with_the_next_night(
    trained: make.Staffed, smtp: MailServer
) -> None:
    completes(trained, make.TODAY + timedelta(days=20))
    night(0)
    smtp.to_recipient = "450 not now"
    for hours in (1, 2, 3, 5, 12):
        goes_round(smtp, at=AT + timedelta(hours=hours))
    assert [(it.state, it.why) for it in mails()] == [("given_up", "unreached")]
    assert night(1) == [("training_30", "waiting")]
    goes_round(smtp, at=day(1))
    assert server_takes_none(day(1)), "it is tried again, and the policy's page says so as long"
    smtp.to_recipient = "550 nobody here"
    goes_round(smtp, at=day(1) + timedelta(hours=1))
    assert night(2) == [("training_30", "given_up")], "an address that is refused is not tried again"


def server_takes_none(at: datetime) -> bool:
    from fileroom.casework.evidence import NO_SERVER, outgoing
    from fileroom.duties.states import Asked
    from fileroom.hosting import district_transaction

    with district_transaction():
        found = outgoing(Asked(at, 10, 365))
    assert found.whose == ("Whoever runs the system" if found.why else "")
    return found.why == NO_SERVER
