"""The report to the Board is drawn up from the register, signed by two, kept as paper, and ends what was owed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.test_an_order_and_a_look_at_one_moment import elsewhere
from tests.conftest import AT
from tests.disclosure.asking import last_entry
from tests.letters.test_letters import text_of
from tests.programmes.enforcement.coming import HEAD, answers, closes, comes, discharged, owed, row

LATER = AT + timedelta(hours=3)
MEETING = date(2026, 11, 17)


@pytest.fixture
def two(town: make.Town) -> tuple[make.Staffed, make.Staffed]:
    """The Superintendent's designee and district counsel; and three schools with students in all."""
    for name in ("Birch", "Cedar"):
        here = make.school(name)
        for number in range(12):
            make.enrolment(make.student(f"S{number}", name), here)
    return make.staffed("pat", "administrator", None), make.staffed("lee", "counsel", None)


def signs(by: make.Staffed) -> object:
    from fileroom.programmes.enforcement.reporting import sign

    return sign(uuid4(), by=by.by, at=LATER)


def releases(report: object, by: make.Staffed) -> object:
    from fileroom.programmes.enforcement.reporting import release

    return release(report, MEETING, head=HEAD, by=by.by, at=LATER)  # type: ignore[arg-type]


def of(by: make.Staffed) -> object:
    from fileroom.programmes.enforcement.reporting import reports

    return reports(by=by.by, at=LATER)


def test_three_at_one_school_of_three_are_reported_without_its_name(
    town: make.Town, two: tuple[make.Staffed, make.Staffed]
) -> None:
    from fileroom.programmes.enforcement.reporting import Reports, open_paper

    made = [comes(town.registrar.by, "immigration").id for _ in range(3)]
    report = signs(two[0])
    releases(report, two[1])
    assert all("report_to_board" not in owed(it) for it in made)
    found = of(two[0])
    assert isinstance(found, Reports) and found.waits is None
    (done,) = found.released
    assert [language for _, language in done.papers] == ["en", "es"]
    for letter, _ in done.papers:
        said = text_of(open_paper(letter, by=two[0].by, at=LATER))
        assert town.school.name not in said
        assert said.count("October") + said.count("octubre") == 1, "the day of the letter itself"
    english = text_of(open_paper(done.papers[0][0], by=two[0].by, at=LATER))
    assert "One or more" in english and "July 2026 to December 2026" in english and "No school is named" in english


def test_what_was_reported_is_not_reported_again_and_none_is_said(
    town: make.Town, two: tuple[make.Staffed, make.Staffed]
) -> None:
    from fileroom.programmes.enforcement.board_report import Lines, Number
    from fileroom.programmes.enforcement.reporting import Reports

    comes(town.registrar.by, "immigration")
    releases(signs(two[0]), two[1])
    found = of(two[0])
    assert isinstance(found, Reports) and found.draft == Lines(Number.NONE)


def test_nobody_releases_what_they_have_signed(town: make.Town, two: tuple[make.Staffed, make.Staffed]) -> None:
    report = signs(two[0])
    with pytest.raises(ValidationError, match="second person"):
        releases(report, two[0])


def test_two_of_the_office_do_not_release_it_past_counsel(
    town: make.Town, two: tuple[make.Staffed, make.Staffed]
) -> None:
    report = signs(two[0])
    with pytest.raises(ValidationError, match="counsel"):
        releases(report, make.staffed("kim", "administrator", None))
    releases(report, two[1])


def test_a_second_report_is_not_signed_while_one_waits(town: make.Town, two: tuple[make.Staffed, make.Staffed]) -> None:
    signs(two[0])
    with pytest.raises(ValidationError, match="already"):
        signs(two[1])


def test_what_was_not_for_immigration_is_in_no_report(town: make.Town, two: tuple[make.Staffed, make.Staffed]) -> None:
    from fileroom.programmes.enforcement.board_report import Lines, Number
    from fileroom.programmes.enforcement.reporting import Reports

    opened = comes(town.registrar.by, "not_sure")
    for each in two:
        discharged(opened.id, each.by)
    for each in two:
        closes(opened.id, each.by, "not_immigration")
    assert owed(opened.id) == {}
    found = of(two[0])
    assert isinstance(found, Reports) and found.draft == Lines(Number.NONE)


def test_a_request_of_a_saturday_is_reported_that_saturday(
    town: make.Town, two: tuple[make.Staffed, make.Staffed]
) -> None:
    from fileroom.programmes.enforcement.board_report import Lines, Number
    from fileroom.programmes.enforcement.reporting import Reports, reports

    saturday = AT + timedelta(days=5 - AT.weekday())
    assert saturday.weekday() == 5
    comes(town.registrar.by, "immigration", at=saturday)
    found = reports(by=two[0].by, at=saturday + timedelta(hours=3))
    assert isinstance(found, Reports) and isinstance(found.draft, Lines)
    assert found.draft.number == Number.ONE_OR_MORE


@pytest.mark.parametrize("who", ["registrar", "principal", "teacher"])
def test_those_who_do_not_keep_the_register_sign_nothing(town: make.Town, who: str) -> None:
    from fileroom.people.answers import Missing, Refused

    assert isinstance(of(getattr(town, who)), Refused)
    with pytest.raises(Missing):
        signs(getattr(town, who))


def test_what_is_learned_to_be_immigration_after_a_report_is_in_the_next_one(
    town: make.Town, two: tuple[make.Staffed, make.Staffed]
) -> None:
    from fileroom.programmes.enforcement.board_report import Number
    from fileroom.programmes.enforcement.reporting import Reports

    police = comes(town.registrar.by, "police")
    answers(police.id, town.registrar.by, joined="no")
    releases(signs(two[0]), two[1])
    answers(police.id, town.registrar.by, joined="yes", at=LATER)
    found = of(two[0])
    assert isinstance(found, Reports) and not isinstance(found.draft, type(None))
    assert getattr(found.draft, "number", None) is Number.ONE_OR_MORE
    releases(signs(two[0]), two[1])
    assert "report_to_board" not in owed(police.id)


def test_what_becomes_immigration_between_the_two_signatures_is_not_done_with_by_them(
    town: make.Town, two: tuple[make.Staffed, make.Staffed]
) -> None:
    police = comes(town.registrar.by, "police")
    answers(police.id, town.registrar.by, joined="no")
    report = signs(two[0])
    answers(police.id, town.registrar.by, joined="yes")
    releases(report, two[1])
    assert "report_to_board" in owed(police.id) and row(police.id).report_id is None


def test_a_report_that_counts_what_was_found_not_to_be_immigration_is_not_released(
    town: make.Town, two: tuple[make.Staffed, make.Staffed]
) -> None:
    opened = comes(town.registrar.by, "not_sure")
    report = signs(two[0])
    for each in two:
        discharged(opened.id, each.by)
    for each in two:
        closes(opened.id, each.by, "not_immigration")
    with pytest.raises(ValidationError, match="office withdraws it"):
        releases(report, two[1])


def test_a_signed_report_is_withdrawn_and_what_it_told_of_is_of_the_next(
    town: make.Town, two: tuple[make.Staffed, make.Staffed]
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.enforcement.reporting import Reports, withdraw

    opened = comes(town.registrar.by, "immigration")
    report = signs(two[0])
    with pytest.raises(Missing):
        withdraw(report, by=town.principal.by, at=LATER)  # type: ignore[arg-type]
    withdraw(report, by=two[1].by, at=LATER)  # type: ignore[arg-type]
    assert last_entry().act.value == "enforcement:report_withdrawn"
    found = of(two[0])
    assert isinstance(found, Reports) and found.waits is None
    report = signs(two[0])
    releases(report, two[1])
    assert "report_to_board" not in owed(opened.id)
    with pytest.raises(Missing):
        withdraw(report, by=two[1].by, at=LATER)  # type: ignore[arg-type]


def test_the_first_report_begins_with_the_half_year_of_the_first_request(
    town: make.Town, two: tuple[make.Staffed, make.Staffed]
) -> None:
    from fileroom.programmes.enforcement.reporting import Reports, reports

    comes(town.registrar.by, "immigration")
    found = reports(by=two[0].by, at=AT + timedelta(days=120))
    assert isinstance(found, Reports)
    assert (found.from_on, found.to_on) == (date(2026, 7, 1), date(2027, 6, 30))


def test_two_who_sign_at_one_moment_sign_one_report(town: make.Town, two: tuple[make.Staffed, make.Staffed]) -> None:
    def act(by: make.Staffed) -> object:
        try:
            return elsewhere(lambda: signs(by))()
        except ValidationError as error:
            return error

    with ThreadPoolExecutor(2) as pool:
        told = [it.result() for it in [pool.submit(act, each) for each in two]]
    assert sum(isinstance(it, ValidationError) for it in told) == 1


def test_where_the_board_has_a_clerk_counsel_signs_and_the_clerk_releases(
    town: make.Town, two: tuple[make.Staffed, make.Staffed]
) -> None:
    from tests.attacks.browsing import browser

    designee, counsel = two
    clerk = make.staffed("cleo", "board_clerk", None)
    with pytest.raises(ValidationError, match="counsel signs it first"):
        signs(designee)
    report = signs(counsel)
    with pytest.raises(ValidationError, match="clerk of the Board"):
        releases(report, designee)
    page = browser(clerk.by).get("/enforcement/reports/").content.decode()
    assert "Release it to the Board" in page and "Withdraw it" not in page
    assert browser(clerk.by).get("/enforcement/").status_code == 403, "of the requests the clerk reads nothing"
    assert releases(report, clerk) == report


def test_without_counsel_the_clerk_releases_what_a_designee_has_signed(town: make.Town) -> None:
    designee, clerk = make.staffed("pat", "administrator", None), make.staffed("cleo", "board_clerk", None)
    for name in ("Birch", "Cedar"):
        here = make.school(name)
        for number in range(12):
            make.enrolment(make.student(f"S{number}", name), here)
    report = signs(designee)
    assert releases(report, clerk) == report


def test_what_the_clerk_has_signed_as_a_designee_another_releases(
    town: make.Town, two: tuple[make.Staffed, make.Staffed]
) -> None:
    from fileroom.people.models import Assignment

    designee, counsel = two
    make.keep(Assignment(employee=counsel.row, role="board_clerk"))
    report = signs(counsel)
    assert releases(report, designee) == report


@pytest.mark.parametrize(("hired", "said"), [(4, "else"), (11, "staff")])
def test_that_staff_was_asked_about_is_said_where_enough_of_them_hold_an_office_at_a_school(
    town: make.Town, two: tuple[make.Staffed, make.Staffed], hired: int, said: str
) -> None:
    from fileroom.programmes.enforcement.board_report import Lines
    from fileroom.programmes.enforcement.reporting import Reports

    opened = comes(town.registrar.by, "immigration")
    answers(opened.id, town.registrar.by, wants=("staff",))
    for number in range(hired):
        make.assignment(make.employee(f"T{number}", "Birch"), "teacher", town.school)
    found = of(two[0])
    assert isinstance(found, Reports) and isinstance(found.draft, Lines)
    assert (found.draft.wants, found.draft.schools) == ((said,), ())
