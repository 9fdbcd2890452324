"""Where a school of those it touches writes home in a third language the notice is owed in it; a person says how."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.programmes.incidents.reporting import assesses, blocked, listed, lives
from tests.programmes.incidents.test_told import of_a_breach, prepared

TRANSLATE = "casework.home_languages.translate"


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def speak(school: object, office: make.Staffed, **counted: int) -> None:
    """So many of this school's hundred students speak each language at home."""
    from fileroom.people.models import School
    from fileroom.programmes.notices.languages import Counted, count_languages

    assert isinstance(school, School)
    count_languages(Counted(school.id, 100, counted), by=office.by, at=AT)


def owed_in(of: UUID) -> list[str]:
    from fileroom.duties.queries import about

    return sorted(it.part for it in about("incidents", [of], at=AT) if it.rule == TRANSLATE)


def says(of: UUID, language: str, office: make.Staffed) -> None:
    from fileroom.programmes.incidents.languages import How, in_their_language

    in_their_language(of, language, How.GOES_ALONG, by=office.by, at=AT)


@pytest.mark.parametrize(("share", "languages"), [(15, ["vi"]), (14, [])])
def test_the_notice_is_owed_in_each_further_language_of_the_schools_it_touches_by_the_share_of_the_law(
    town: make.Town, office: make.Staffed, share: int, languages: list[str]
) -> None:
    speak(town.school, office, es=40, vi=share)
    speak(make.school("Elsewhere"), office, zh=50)
    of = of_a_breach(town, office)
    assert owed_in(of) == [], "nobody is written to yet"
    prepared(of, office)
    assert owed_in(of) == languages, "each letter is in Spanish already, and no student of the other school is touched"


def test_it_keeps_the_incident_open_until_somebody_says_how_they_have_it_and_is_not_owed_again(
    town: make.Town, office: make.Staffed
) -> None:
    speak(town.school, office, vi=20)
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office)
    prepared(of, office)
    prepared(of, office)
    assessed_again = assesses(of, office.by, systems=("vendor",))
    assert assessed_again and owed_in(of) == ["vi"] and any("still owed" in it for it in blocked(of, office.by))
    with pytest.raises(ValidationError, match="not owed"):
        says(of, "zh", office)
    says(of, "vi", office)
    listed(of, office.by, f"student id\n{town.ben.id}\n")
    prepared(of, office)
    assert owed_in(of) == []


def test_how_they_have_it_is_chosen_on_the_page_and_nothing_ends_without(town: make.Town, office: make.Staffed) -> None:
    speak(town.school, office, vi=20)
    of = of_a_breach(town, office)
    prepared(of, office)
    desk, here = browser(office.by), f"/incidents/{of}/"
    page = words(desk.get(here).content.decode())
    assert "owed in another language: Vietnamese" in page and "A person’s translation goes with the letters" in page
    assert desk.post(f"{here}done/", form(rule=TRANSLATE, part="vi")).status_code == 422
    assert desk.post(f"{here}language/", form(language="vi")).status_code == 422
    assert owed_in(of) == ["vi"]
    assert desk.post(f"{here}language/", form(language="vi", how="nobody_speaks_it")).status_code == 302
    assert owed_in(of) == []
