"""Whoever reads one report to the Board after the other learns no more of a request than each says by itself.

The attacker is the clerk of the Board, who sees what is signed, withdrawn and signed anew, and every paper; and who has
the calendar and the enrolment of every school."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.programmes.enforcement.board_report import FEWEST, Given, Lines, Reported, Site, Wait, report, unnamed
from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.letters.test_letters import text_of
from tests.programmes.enforcement.coming import HEAD, answers, comes

if TYPE_CHECKING:
    from fileroom.programmes.enforcement.reporting import Reports

SITES = [Site(it, it.upper(), 300, True) for it in "abcd"]
requests = st.builds(
    Reported,
    st.sampled_from("abcd"),
    st.frozensets(st.sampled_from(["records", "student", "entry", "staff"])),
    st.frozensets(st.sampled_from(["agency", "court"])),
    st.sampled_from(list(Given)),
)
sites = st.lists(
    st.builds(
        Site, st.sampled_from("abcd"), st.text("ABC", min_size=1), st.integers(0, 40), st.booleans(),
        st.frozensets(st.sampled_from([f"e{it}" for it in range(16)])),
    ),
    max_size=4, unique_by=lambda it: it.id,
)  # fmt: skip
View = tuple[Lines | Wait, ...]


def signed_anew(before: list[Reported], new: Reported, of: list[Site]) -> View:
    """What the clerk sees where a report is signed, withdrawn, and signed anew and released with one request more."""
    first, second = report(before, of), report([*before, new], of)
    return (*(unnamed(it) if isinstance(it, Lines) else it for it in (first, second)), second)


def fits(seen: View, before: list[Reported], new: Reported, of: list[Site]) -> list[Site]:
    """The schools at which the new request could have been, for all that was seen."""
    there = [it for it in of if it.in_session and it.students > 0]
    worlds = list(product([it.id for it in there], repeat=len(before)))
    return [
        site for site in there
        if any(
            signed_anew(_at(before, world), replace(new, school=site.id), of) == seen for world in worlds
        )
    ]  # fmt: skip


def _at(those: list[Reported], world: tuple[str, ...]) -> list[Reported]:
    return [replace(it, school=school) for it, school in zip(those, world, strict=True)]


@given(st.lists(requests, max_size=3), requests, sites)
def test_one_request_more_is_at_no_school_that_two_drafts_point_to(
    before: list[Reported], new: Reported, of: list[Site]
) -> None:
    seen, schools = signed_anew(before, new, of), [it for it in of if it.students > 0]
    if isinstance(seen[-1], Wait) or len(schools) < 2 or sum(it.students for it in schools) < FEWEST:
        return  # nothing is said yet, or this district has no eleven students in two schools
    could = fits(seen, before, new, of)
    assert len(could) >= 2 and sum(it.students for it in could) >= FEWEST
    if "staff" in seen[-1].wants and "staff" in new.wants:
        assert len({who for it in could for who in it.employees}) >= FEWEST


def test_the_attack_bites_where_the_clerk_sees_the_names_before() -> None:
    at = [Reported(it, frozenset(), frozenset(), Given.NOTHING) for it in "abcd"]
    first, second = report(at[:3], SITES), report(at, SITES)
    assert isinstance(first, Lines) and isinstance(second, Lines)
    assert set(second.schools) - set(first.schools) == {"D"}, "with the names in hand they would find it"
    assert len(fits(signed_anew(at[:3], at[3], SITES), at[:3], at[3], SITES)) == 4


@pytest.fixture
def people(town: make.Town) -> tuple[make.Staffed, make.Staffed]:
    """Counsel and the clerk of the Board; and four schools with students in all."""
    for name in ("Birch", "Cedar", "Dogwood"):
        here = make.school(name)
        for number in range(12):
            make.enrolment(make.student(f"S{number}", name), here)
    return make.staffed("lee", "counsel", None), make.staffed("cleo", "board_clerk", None)


def signs(by: make.Staffed, at: datetime) -> UUID:
    from fileroom.programmes.enforcement.reporting import sign

    made = sign(uuid4(), by=by.by, at=at)
    assert isinstance(made, UUID)
    return made


def sees(by: make.Staffed, at: datetime) -> Reports:
    from fileroom.programmes.enforcement.reporting import Reports, reports

    found = reports(by=by.by, at=at)
    assert isinstance(found, Reports)
    return found


def at_each(town: make.Town, *names: str) -> None:
    """One request at each of these schools."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import School

    with district_transaction():
        ids = dict(School.objects.values_list("name", "id"))
    for name in names:
        opened = comes(town.registrar.by, "immigration")
        answers(opened.id, town.registrar.by, wants=("student",), school=ids[name])


def test_the_clerk_sees_no_draft_and_no_school_until_a_report_is_released(
    town: make.Town, people: tuple[make.Staffed, make.Staffed]
) -> None:
    from fileroom.programmes.enforcement.reporting import open_paper, release, withdraw

    counsel, clerk = people
    page, draft = browser(clerk.by), "One or more"
    at_each(town, "Birch", "Cedar", town.school.name)
    assert sees(clerk, AT).draft is None and draft not in page.get("/enforcement/reports/").content.decode()
    assert isinstance(sees(counsel, AT).draft, Lines)
    first = signs(counsel, AT + timedelta(minutes=1))
    before = sees(clerk, AT).waits
    withdraw(first, by=counsel.by, at=AT + timedelta(minutes=2))
    at_each(town, "Dogwood")
    second = signs(counsel, AT + timedelta(minutes=3))
    after = sees(clerk, AT).waits
    assert before and after and before.lines and before.lines == after.lines and before.lines.schools == ()
    shown = page.get("/enforcement/reports/").content.decode()
    assert draft in shown and "Dogwood" not in shown and "stand on the paper once it is released" in shown
    assert "No school is named" not in shown, "nor that the paper names none"
    release(second, date(2026, 11, 17), head=HEAD, by=clerk.by, at=AT + timedelta(minutes=4))
    (done,) = sees(clerk, AT).released
    paper = text_of(open_paper(done.papers[0][0], by=clerk.by, at=AT + timedelta(minutes=5)))
    assert all(name in paper for name in ("Birch", "Cedar", "Dogwood", town.school.name)), "no name was the last"


def test_over_which_time_the_next_report_is_tells_the_clerk_of_nothing_older(
    town: make.Town, people: tuple[make.Staffed, make.Staffed]
) -> None:
    counsel, clerk = people
    at_each(town, "Birch", "Cedar", "Dogwood")

    def days(of: make.Staffed) -> tuple[date, date]:
        return (found := sees(of, AT)).from_on, found.to_on

    assert days(clerk) == days(counsel) == (date(2026, 7, 1), date(2026, 12, 31))
    comes(town.registrar.by, "immigration", at=AT - timedelta(days=180))
    assert days(counsel) == (date(2026, 1, 1), date(2026, 12, 31))
    assert days(clerk) == (date(2026, 7, 1), date(2026, 12, 31))
    shown = [browser(it.by).get("/enforcement/reports/").content.decode() for it in people]
    assert ["January 2026 to" in it for it in shown] == [True, False]
    assert " to December" not in shown[1], "no half-year stands there that the report may not be of"


def test_of_which_half_years_a_signed_report_tells_the_clerk_reads_on_its_paper_alone(
    town: make.Town, people: tuple[make.Staffed, make.Staffed]
) -> None:
    from fileroom.programmes.enforcement.reporting import release, withdraw

    counsel, clerk = people
    at_each(town, "Birch", "Cedar", "Dogwood")

    def signed() -> tuple[UUID, str, str]:
        id_ = signs(counsel, AT)
        theirs, clerks = (browser(it.by).get("/enforcement/reports/").content.decode() for it in people)
        return id_, theirs, clerks

    first, theirs, clerks = signed()
    assert "July 2026 to December 2026" in theirs and " to December" not in clerks
    withdraw(first, by=counsel.by, at=AT)
    comes(town.registrar.by, "immigration", at=AT - timedelta(days=180))  # it is of the next one, and older
    second, theirs, again = signed()
    assert "January 2026 to December 2026" in theirs and " to December" not in again
    assert release_of(clerks) == release_of(again) != "", "what the clerk releases it for is asked all the same"
    waits = sees(clerk, AT).waits
    assert waits is not None and waits.days is None
    release(second, date(2026, 11, 17), head=HEAD, by=clerk.by, at=AT)
    assert "January 2026 to December 2026" in browser(clerk.by).get("/enforcement/reports/").content.decode()


def release_of(page: str) -> str:
    """What the page asks of whoever releases what waits."""
    return page.partition('<label class="usa-label" for="meeting_on">')[2].partition("</label>")[0]


def test_what_is_not_theirs_to_release_the_clerk_sees_no_line_of(
    town: make.Town, people: tuple[make.Staffed, make.Staffed]
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import EnforcementReport

    counsel, clerk = people
    at_each(town, "Birch", "Cedar", "Dogwood")
    signs(counsel, AT)
    other = make.staffed("pat", "administrator", None)
    with district_transaction():  # signed before counsel had an account
        EnforcementReport.objects.update(signed_by=other.by.account.id)
    found = sees(clerk, AT)
    assert found.not_second and found.waits is not None and (found.waits.lines, found.waits.days) == (None, None)
    page = browser(clerk.by).get("/enforcement/reports/").content.decode()
    assert "District counsel is one of the two" in page and "One or more" not in page and " to December" not in page
    assert "One or more" in browser(counsel.by).get("/enforcement/reports/").content.decode()


def test_what_a_second_report_says_is_of_what_came_since_alone(
    town: make.Town, people: tuple[make.Staffed, make.Staffed]
) -> None:
    from fileroom.programmes.enforcement.reporting import release

    counsel, clerk = people
    at_each(town, "Birch", "Cedar", "Dogwood")
    report_id = signs(counsel, AT + timedelta(minutes=1))
    release(report_id, date(2026, 11, 17), head=HEAD, by=clerk.by, at=AT + timedelta(minutes=2))
    opened = comes(town.registrar.by, "not_sure", at=AT + timedelta(minutes=3))
    answers(opened.id, town.registrar.by, wants=("entry",), at=AT + timedelta(minutes=3))
    found = sees(counsel, AT + timedelta(minutes=4)).draft
    here = Reported(str(town.school.id), frozenset({"entry"}), frozenset(), Given.OPEN)
    schools = [Site(str(number), "", 12, True) for number in range(3)] + [Site(str(town.school.id), "", 12, True)]
    assert found == report([here], schools)


def test_that_a_report_waits_does_not_tell_whether_something_older_is_in_it(
    town: make.Town, people: tuple[make.Staffed, make.Staffed]
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import School, Term
    from fileroom.programmes.enforcement.reporting import release

    counsel, clerk = people
    police = comes(town.registrar.by, "police").id
    answers(police, town.registrar.by, joined="no")
    report_id = signs(counsel, AT + timedelta(minutes=1))
    release(report_id, date(2026, 11, 17), head=HEAD, by=clerk.by, at=AT + timedelta(minutes=2))
    with district_transaction():
        for school in School.objects.exclude(pk=town.school.id):  # since the last report only one is in session
            Term.objects.create(school=school, name="Autumn", from_on=make.TODAY - timedelta(days=60), to_on=make.TODAY)
    later = AT + timedelta(days=1)
    with district_transaction():
        from fileroom.programmes.models import EnforcementReport

        EnforcementReport.objects.update(until=later)
    assert isinstance(sees(counsel, later).draft, Wait)
    answers(police, town.registrar.by, joined="yes", at=later)
    assert isinstance(sees(counsel, later).draft, Wait), "it is of the next, with whatever came since"
