"""A form of the register, and an exception that is declared for it, for tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from fileroom.collection.forms import Field
from fileroom.law.days import district_day
from tests import factories as make
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.collection.declarations.services import Noted, Terms
    from fileroom.collection.register.definitions import Made
    from fileroom.people.answers import Refused

MEALS = "Application for free and reduced-price school meals"
FOUR = "Last four digits of the Social Security number of the adult household member who signs"
DAYS = 366
TODAY = AT.date()


def meals(town: make.Town, *labels: str, **changes: Any) -> Made:
    """The meal application of the town's school, which asks for four digits of who signs."""
    from fileroom.collection.register.definitions import Asking, Head, Made

    head: dict[str, Any] = {
        "title": MEALS,
        "kind": "web",
        "tongue": "en",
        "school": town.school.id,
        "owner": "registrar",
    } | changes
    return Made(Head(**head), tuple(Asking("text", Field("", label)) for label in labels or (FOUR,)))


def draft(town: make.Town, *, by: make.Staffed | None = None, **changes: Any) -> UUID:
    """The same, in the register as a draft: its id."""
    from fileroom.collection.register.services import Registered, register

    who = by or town.registrar
    done = register(uuid4(), meals(town, **changes), in_use=False, by=who.by, at=AT)
    assert isinstance(done, Registered)
    return done.id


def terms(form: UUID, **changes: Any) -> Terms:
    """Four digits on this form, for thirty days."""
    from fileroom.collection.declarations.services import Terms

    said: dict[str, Any] = {
        "exception": "nslp_last4",
        "form": form,
        "from_on": TODAY,
        "to_on": TODAY + timedelta(days=30),
    }
    return Terms(**said | changes)


def noted(answer: Noted | Refused) -> UUID:
    """The id of what was declared."""
    from fileroom.collection.declarations.services import Noted

    assert isinstance(answer, Noted), answer
    return answer.id


def waiting(who: make.Staffed, form: UUID, *, at: datetime = AT, **changes: Any) -> UUID:
    """Declared, and approved by nobody."""
    from fileroom.collection.declarations.services import declare

    return noted(declare(uuid4(), terms(form, **changes), days=DAYS, by=who.by, at=at))


def in_force(town: make.Town, office: make.Staffed, *, at: datetime = AT, **changes: Any) -> UUID:
    """Declared by the registrar for the meal application of the school, and approved by this office."""
    from fileroom.collection.declarations.services import approve

    return noted(approve(waiting(town.registrar, draft(town), at=at, **changes), by=office.by, at=at))


def in_force_now(town: make.Town, office: make.Staffed, **changes: Any) -> UUID:
    """The same on the day on which this runs, for a page, which asks the clock."""
    now = datetime.now(UTC)
    today = district_day(now)
    days = {"from_on": today, "to_on": today + timedelta(days=30)}
    return in_force(town, office, at=now, **days | changes)
