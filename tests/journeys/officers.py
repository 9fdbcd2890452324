"""District counsel with an account, and schools with students, for the journeys about officers and agents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

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


def own_steps_in_force() -> None:
    """A version of the district's own steps that counsel has approved: one number for anyone, one for the counter."""
    from fileroom.programmes.models import OwnSteps

    say = {"en": "Please wait. I call the Superintendent.", "es": "Espere, por favor. Llamo al Superintendente."}
    steps = {
        "en": ["Call the Superintendent’s office.", "Stay with them at the counter.", "Write it down."],
        "es": ["Llame a la oficina del Superintendente.", "Quédese con ellos en el mostrador.", "Apúntelo."],
    }
    calls = [
        ("Superintendent’s office", "Oficina del Superintendente", "(559) 555-0100", True),
        ("Counsel, after hours", "Abogados, fuera de horario", "(559) 555-0199 x 4", False),
    ]
    now = datetime.now(UTC)
    row = OwnSteps(
        number=1, words={it: {"say": say[it], "say_far": say[it], "steps": steps[it]} for it in say},
        calls=[dict(zip(("office", "office_es", "number", "for_anyone"), it, strict=True)) for it in calls],
        state="approved", written_at=now, written_by=uuid4(), written_entry=uuid4(), decided_at=now,
        decided_by=uuid4(), decided_entry=uuid4(),
    )  # fmt: skip
    make.keep(row)


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
    desk.wait_for_load_state()
    if desk.get_by_label("At which school?").is_hidden():
        desk.get_by_text("Where, and who it is").click()
    desk.get_by_label("At which school?").select_option(label=where)
    desk.get_by_text("Records, or anything about a student").click()
    desk.get_by_role("button", name="Keep these answers").click()


def weeks_before() -> None:
    """Who came did so twelve weeks ago: schools were in session since, whatever today is."""
    from django.db.models import F

    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import EnforcementRequest

    with district_transaction():
        EnforcementRequest.objects.update(opened_at=F("opened_at") - timedelta(weeks=12))
