"""District counsel with an account, and schools with students, for the journeys about officers and agents."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests import factories as make
from tests.journeys.conftest import PASSWORD

SignIn = Callable[[str], Page]
LAWYER = "lawyer"
FETCH = "async (path) => Array.from(new Uint8Array(await (await fetch(path)).arrayBuffer()))"


def counsel() -> None:
    """An attorney of the district's, who may sign in."""
    from django.contrib.auth.hashers import make_password

    row = make.employee("Lena", "Ito", certificated=False)
    make.assignment(row, "counsel", None)
    make.account(LAWYER, employee=row, password=make_password(PASSWORD))


def students_at_each(*numbers: int) -> str:
    """So many more students at each school, the smallest first; that school's name."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import School

    with district_transaction():
        schools = list(School.objects.order_by("name"))
    assert len(schools) == len(numbers), [it.name for it in schools]
    for school, number in zip(schools, numbers, strict=True):
        for _ in range(number):
            make.enrolment(make.student("Sol", "Vega"), school)
    return str(schools[0].name)


def comes(desk: Page, *, where: str, who: str = "Immigration") -> None:
    """Somebody comes to the counter of this school."""
    desk.get_by_role("link", name="An officer or agent is here").click()
    desk.get_by_role("button", name=who).click()
    if desk.get_by_label("At which school?").is_hidden():
        desk.get_by_text("Where, and who it is").click()
    desk.get_by_label("At which school?").select_option(label=where)
    desk.get_by_text("Records, or anything about a student").click()
    desk.get_by_role("button", name="Keep these answers").click()
