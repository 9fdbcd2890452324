"""What every page is told: who is signed in, whose district it is, and that this is a demonstration."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from fileroom.hosting import NoDistrict, current_district
from fileroom.hosting.current import in_words
from fileroom.people.accounts import holder
from fileroom.web.sessions import IDLE_SECONDS

NEUTRAL = "https://www.weather.gov/"


def page(request: HttpRequest) -> dict[str, Any]:
    """Context of every template. Reads no table: the account came with its holder."""
    account = getattr(request, "user", None)
    known = account is not None and account.is_authenticated
    who = holder(account) if known and account is not None else None
    name = district_name()
    return {
        "shell": _shell(account) if known else "public.html",
        "signed_in": {"name": who.name, "role": who.office, "district": name} if who else None,
        "demonstration": settings.DEMONSTRATION,
        "district_name": name,
        "phone": settings.STUDENT_RECORDS_TELEPHONE,
        "neutral_url": NEUTRAL,
        "idle_seconds": IDLE_SECONDS,
    }


def _shell(account: Any) -> str:
    """The frame of a page that anyone may meet: each account's own, so that its way out and its search stay."""
    return "desk.html" if account.employee_id is not None else "family.html"


def district_name() -> str:
    """The district's name in words, from the name of its schema."""
    try:
        return in_words(current_district())
    except NoDistrict:
        return ""
