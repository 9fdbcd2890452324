"""A language that few speak: the annual notice is owed in it as far as practicable, once a year, till it is there or
somebody says why it cannot be."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.disclosure.asking import last_entry
from tests.programmes.notices import steps
from tests.programmes.notices.test_families_are_told import LATER, round_

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn

FEW = "translate_where_practicable"


@pytest.fixture
def ready(town: make.Town) -> make.Town:
    by = steps.designee().by
    steps.everything_said(by)
    steps.adopted(by)
    round_()
    return town


def counts(school: UUID, speak: dict[str, int], by: SignedIn, students: int = 300) -> None:
    from fileroom.programmes.notices.languages import Counted, count_languages

    count_languages(Counted(school, students, speak), by=by, at=LATER)


def owed() -> list[str]:
    return [part for rule, _, part in steps.open_duties(LATER) if rule == FEW]


def test_a_language_of_few_is_owed_once_for_the_district_and_ends_by_a_reason(ready: make.Town) -> None:
    from fileroom.programmes.notices.fewer import Why, not_practicable

    by = steps.designee("counts").by
    counts(ready.school.id, {"hmn": 4, "es": 60}, by)
    counts(make.school("Birch").id, {"hmn": 2}, by)
    assert owed() == ["2026/hmn"]
    page = words(browser(by).get("/notices/languages/").content.decode())
    assert "A language that few speak" in page and "Why not?" in page
    not_practicable("hmn", Why.READ_ALOUD, by=by, at=LATER)
    assert owed() == []
    it = last_entry()
    assert (it.act.value, it.part, it.outcome) == ("notice:not_translated", "2026/hmn", "read_aloud")
    counts(ready.school.id, {"hmn": 5, "es": 60}, by)
    assert owed() == [], "it was said for this year"


def test_it_is_let_go_where_nobody_speaks_it_by_a_later_count_and_is_no_language_of_many(ready: make.Town) -> None:
    by = steps.designee("counts").by
    counts(ready.school.id, {"hmn": 4}, by)
    assert owed() == ["2026/hmn"]
    counts(ready.school.id, {"hmn": 60}, by)
    assert owed() == []
    counts(ready.school.id, {}, by)
    assert owed() == []


def test_only_who_looks_after_the_notices_says_so_and_only_of_what_is_owed(ready: make.Town) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.notices.fewer import Why, not_practicable

    by = steps.designee("counts").by
    counts(ready.school.id, {"hmn": 4}, by)
    with pytest.raises(Missing):
        not_practicable("hmn", Why.NOBODY, by=ready.teacher.by, at=LATER)
    with pytest.raises(ValidationError, match="not owed"):
        not_practicable("vi", Why.NOBODY, by=by, at=LATER)
    desk = browser(by)
    assert desk.post("/notices/languages/not-practicable/", form(language="hmn", why="tired")).status_code == 422
    assert owed() == ["2026/hmn"]


def test_while_a_school_is_not_counted_another_language_may_be_spoken_there(ready: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.notices.languages import any_spoken

    def spoken() -> bool:
        with district_transaction():
            return any_spoken(make.TODAY)

    by = steps.designee("counts").by
    assert spoken()
    counts(ready.school.id, {}, by)
    assert not spoken()
    birch = make.school("Birch")
    assert spoken()
    counts(birch.id, {}, by, 20)
    assert not spoken()
    counts(birch.id, {"hmn": 1}, by, 20)
    assert spoken()


def test_from_a_school_that_writes_home_in_spanish_it_does_not_go_in_english_alone(ready: make.Town) -> None:
    from fileroom.programmes.notices.sending import Sending, note_told

    counts(ready.school.id, {"es": 60}, steps.designee("counts").by)
    for languages in (("en",), ("es",)):
        with pytest.raises(ValidationError, match="writes home in more languages"):
            note_told(Sending(ready.school.id, "mail", languages, make.TODAY), by=ready.registrar.by, at=LATER)
    page = words(browser(ready.registrar.by).get(f"/notices/schools/{ready.school.id}/").content.decode())
    assert page.count("always goes from this school") == 2
    note_told(Sending(ready.school.id, "mail", ("en", "es"), make.TODAY), by=ready.registrar.by, at=LATER)


def test_a_translation_that_came_later_is_asked_of_no_mailing_of_before(ready: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import PublishedPaper
    from fileroom.programmes.notices.sending import Sending, note_told
    from fileroom.programmes.notices.years import in_force

    counts(ready.school.id, {"es": 60, "vi": 60}, steps.designee("counts").by)
    with district_transaction():
        notice = in_force(make.TODAY)
        assert notice
        spanish = PublishedPaper.objects.get(of=notice.id, language="es")
        PublishedPaper.objects.create(
            of=notice.id, language="vi", letter=uuid4(), code="VVVV-VVVV-VVVV", pdf=b"%PDF",
            published_at=spanish.published_at + timedelta(days=3), published_by=uuid4(),
        )  # fmt: skip
    said = Sending(ready.school.id, "mail", ("en", "es"), make.TODAY)
    assert note_told(said, by=ready.registrar.by, at=LATER + timedelta(days=4)).told == 1


def test_when_the_school_year_is_over_it_is_let_go_and_offered_no_more(ready: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.notices.duties import close_years_before
    from fileroom.programmes.notices.fewer import open_parts

    counts(ready.school.id, {"hmn": 4}, steps.designee("counts").by)
    next_year = LATER + timedelta(days=365)
    with district_transaction():
        assert open_parts(LATER) == ["2026/hmn"] and open_parts(next_year) == []
    with district_transaction():
        close_years_before(2027, at=next_year)
    assert owed() == []
    it = last_entry()
    assert (it.act.value, it.part) == ("notice:owed", "2026/hmn/never")
