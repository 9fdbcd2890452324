"""Names are what people are called: long, right to left, with emoji or markup. Shown, searched, they do no harm."""

from __future__ import annotations

from html import escape

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.disclosure.asking import asks, filed

NAMES = {
    "three hundred letters": ("Ñ" * 300, "Torres", "ñ" * 40),
    "right to left": ("مريم", "الحسن", "مريم"),
    "right to left with a mark that turns": ("\u202eanA\u202c", "Torres", "ana"),
    "Hebrew": ("שׂרה", "כהן", "שרה"),
    "Chinese": ("李", "小龙", "小龙"),
    "emoji": ("Zoë 👩🏽‍🚀", "Star", "👩🏽‍🚀"),
    "accents taken apart": ("Jose\u0301", "Nu\u0301n\u0303ez", "núñez"),
    "an apostrophe and a hyphen": ("D’Angelo", "O'Brien-Smith", "o'brien"),
    "markup": ("<b>Ana</b>", "<script>alert(1)</script>", "<script>"),
    "a template": ("{{ student.ssid }}", "{% load %}", "{{"),
    "one letter": ("Q", "X", "q"),
    "wildcards": ("100%", "_Torres", "100%"),
}


@pytest.mark.parametrize(("given", "family", "words"), NAMES.values(), ids=NAMES)
def test_a_name_is_found_and_shown_as_it_is(district: str, given: str, family: str, words: str) -> None:
    town = make.town()
    student = make.student(given, family)
    make.enrolment(student, town.school)
    office = browser(town.registrar.by)
    found = office.get("/students/", {"q": words}).content.decode()
    assert f"/students/{student.id}/" in found
    assert f"/students/{town.ben.id}/" not in found
    for page in ("", "people/", "file/"):
        seen = office.get(f"/students/{student.id}/{page}").content.decode()
        assert escape(f"{given} {family}") in seen
        assert "<script>alert" not in seen
    assert f"/students/{student.id}/" in office.get("/students/", {"q": f"{family} {given}"[:300]}).content.decode()


@pytest.mark.parametrize(("given", "family", "words"), NAMES.values(), ids=NAMES)
def test_the_same_name_does_no_harm_on_a_familys_pages(district: str, given: str, family: str, words: str) -> None:
    town = make.town()
    student = make.student(given, family)
    make.enrolment(student, town.school)
    mother = make.related("parent", student)
    record = filed(town.registrar.by, student, f"{given} {family} helps others.")
    pages = browser(mother.by)
    for address in (
        "/family/",
        f"/family/{student.id}/",
        f"/family/records/{record}/",
        f"/family/{student.id}/looked/",
    ):
        answer = pages.get(address)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.content.decode()
    assert escape(f"{given} {family}") in pages.get("/family/").content.decode()


def test_wildcards_in_a_search_are_letters(district: str) -> None:
    town = make.town()
    office = browser(town.registrar.by)
    for words in ("%", "_", "%%", "T_rres", "*", ".*"):
        assert f"/students/{town.ana.id}/" not in office.get("/students/", {"q": words}).content.decode(), words


def test_a_search_of_nothing_but_marks_finds_nobody(district: str) -> None:
    town = make.town()
    office = browser(town.registrar.by)
    for words in ("\u202e", "\u200d\u200d", "   ", "\x00"):
        assert str(town.ana.id) not in office.get("/students/", {"q": words}).content.decode()


def test_a_refusal_repeats_no_name(district: str) -> None:
    town = make.town()
    assert "Ruiz" not in asks(town.teacher.by, town.ben).decision.says
