"""What the templates say of days and numbers, and what the decision card keeps from a family."""

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from django.forms import Form
from django.template import Context
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone, translation

import fileroom.web
from fileroom.web.templatetags.pages import digits, in_words, on_day, rooms, spoken, spoken_in_full, thousands

pytestmark = pytest.mark.usefixtures("installation")

CARD = {
    "kind": "more",
    "answer": "Needs more",
    "says": "The relationship is claimed and not yet verified.",
    "duties": ["Alert the police first. Do not tell the requester."],
    "words": "Please have a seat.",
    "missing": [{"ask": "Show how you are related", "citation": "34 CFR 99.31(c)"}],
}


def test_the_office_reads_what_follows_and_what_to_say() -> None:
    shown = render_to_string("parts/decision.html", {"card": CARD})
    assert "Do not tell the requester." in shown
    assert "Please have a seat." in shown


def test_a_family_never_reads_the_office_s_duties_on_a_card() -> None:
    shown = render_to_string("parts/decision.html", {"card": CARD, "layout": "family.html"})
    assert "Show how you are related" in shown
    assert "requester" not in shown
    assert "have a seat" not in shown


def test_what_is_said_on_a_card_is_escaped() -> None:
    shown = render_to_string("parts/decision.html", {"card": CARD | {"subject": "<script>alert(1)</script>"}})
    assert "<script" not in shown


def test_a_day_of_this_moment_is_today_and_a_sentence_about_it_names_the_day() -> None:
    now = timezone.now()
    assert spoken(now).startswith("Today, ")
    assert spoken(timezone.localdate()) == "Today"
    assert "Today" not in on_day(now)


def test_a_day_of_another_year_carries_its_year() -> None:
    assert spoken(date(2019, 5, 9)) == "Thu 9 May 2019"
    assert spoken_in_full(date(2019, 5, 9)) == "Thursday 9 May 2019"


def test_an_instant_late_in_the_evening_is_said_in_the_district_s_time() -> None:
    assert spoken(datetime(2019, 5, 10, 6, 30, tzinfo=UTC)) == "Thu 9 May 2019"
    assert on_day(datetime(2019, 5, 10, 6, 30, tzinfo=UTC)) == "Thursday 9 May 2019"


def test_nothing_known_is_said_as_nothing() -> None:
    assert spoken(None) == spoken_in_full(None) == on_day(None) == thousands(None) == digits(None) == ""


def test_a_day_is_said_in_spanish_with_its_de() -> None:
    with translation.override("es"):
        assert spoken_in_full(date(2019, 5, 9)) == "jueves 9 de mayo de 2019"


def test_numbers_are_said_as_people_write_them() -> None:
    assert thousands(1204881) == "1,204,881"
    assert [in_words(number) for number in (0, 7, 12)] == ["no", "seven", "12"]
    assert digits("(555) 010-0142") == "5550100142"
    assert digits("+1 555 010 0142 ext. 12") == digits("+1 555 010 0142 x 12") == "+15550100142;ext=12"


def test_yesterday_is_not_today() -> None:
    assert not spoken(timezone.localdate() - timedelta(days=1)).startswith("Today")


def test_a_list_that_could_not_be_checked_does_not_say_that_nobody_has_looked() -> None:
    about: dict[str, object] = {
        "student": {"name": "Ana", "own": False},
        "file_url": "/",
        "since": None,
        "count": 0,
        "entries": [],
    }
    assert "Nobody has looked yet" in render_to_string("family/who_has_looked.html", about | {"complete": True})
    unchecked = render_to_string("family/who_has_looked.html", about | {"complete": False})
    assert "could not be checked" in unchecked and "Nobody has looked yet" not in unchecked


@pytest.mark.parametrize(
    ("address", "room"),
    [
        ("/records/1/", "Students"), ("/relationships/1/verify/", "Students"), ("/custodians/1/", "District"),
        ("/orders/", "Programmes"), ("/training/sites/", "Programmes"), ("/contracts/1/notice/", "Programmes"),
        ("/policy/text/", "Policy"), ("/students/1/orders/", "Students"), ("/agent/", "Programmes"),
    ],
)  # fmt: skip
def test_the_rail_marks_the_room_that_a_page_is_of(address: str, room: str | None) -> None:
    found = rooms(Context({"request": RequestFactory().get(address)}))
    assert [it["label"] for it in found if it["here"]] == ([room] if room else [])


def test_no_field_hides_from_its_page_what_a_browser_asks_of_a_form() -> None:
    # A field named "matches" takes the place of form.matches: every script and reading aid that asks it then fails.
    def forms(of: type[Form]) -> Iterator[type[Form]]:
        for it in of.__subclasses__():
            yield it
            yield from forms(it)

    for module in pkgutil.iter_modules(fileroom.web.__path__, "fileroom.web."):
        importlib.import_module(module.name)
    asked = {"matches", "closest", "contains", "submit", "reset", "remove", "focus", "click"}
    ours = [it for it in forms(Form) if it.__module__.startswith("fileroom.web.")]
    assert len(ours) > 50
    assert [(it.__name__, name) for it in ours for name in it.base_fields if name in asked] == []
