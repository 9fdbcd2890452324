"""A translation that comes when the notice has gone already: what went on its own day may be noted as it went, and
whoever has not got it in the language of their school is owed it until somebody notes that it went."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.programmes.notices import steps
from tests.programmes.notices.test_families_are_told import round_
from tests.programmes.notices.test_languages_of_a_school import counts
from tests.screening.files import bytes_of, pdf

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def ready(town: make.Town) -> make.Town:
    """A notice is adopted, the round has been, and a fifth of the school speaks Vietnamese at home."""
    by = steps.designee().by
    steps.everything_said(by)
    steps.adopted(by)
    round_()
    counts(town.school, {"vi": 20}, 100)
    return town


def translated(language: str = "vi", at: datetime = AT) -> None:
    from fileroom.collection.services import Document
    from fileroom.programmes.notices.languages import attach

    paper = Document("notice.pdf", bytes_of(pdf(f"Quyen cua quy vi: {language}.")))
    attach(language, paper, by=steps.designee(f"t{language}").by, at=at)


def sends(
    town: make.Town, languages: Iterable[str], *, on: date = make.TODAY, at: datetime = AT, student: UUID | None = None
) -> None:
    from fileroom.programmes.notices.sending import Sending, note_told

    note_told(Sending(town.school.id, "mail", tuple(languages), on, student), by=town.registrar.by, at=at)


def test_what_went_on_the_morning_of_the_translation_is_noted_as_it_went(ready: make.Town) -> None:
    translated(at=AT + DAY)
    sends(ready, ("en", "es"), on=make.TODAY + DAY, at=AT + DAY)
    assert [it.language for it in steps.rows()] == ["en,es"]


def test_what_went_on_that_day_in_the_translation_too_is_noted_with_it(ready: make.Town) -> None:
    translated(at=AT + DAY)
    sends(ready, ("en", "es", "vi"), on=make.TODAY + DAY, at=AT + DAY)
    assert [it.language for it in steps.rows()] == ["en,es,vi"]


def test_from_the_day_after_it_goes_in_the_translation_always(ready: make.Town) -> None:
    translated()
    with pytest.raises(ValidationError, match="more languages"):
        sends(ready, ("en", "es"), on=make.TODAY + DAY, at=AT + DAY)


def test_what_is_adopted_with_the_notice_goes_with_it_on_its_first_day_too(ready: make.Town) -> None:
    counts(ready.school, {"es": 20}, 101)
    for less in (("en",), ("es",)):
        with pytest.raises(ValidationError, match="more languages"):
            sends(ready, less)


def owed(at: datetime = AT) -> list[str]:
    """The parts of what is owed of languages, to translate or to send."""
    return [part for rule, _, part in steps.open_duties(at) if rule == "translate"]


def sent_too(
    town: make.Town, *, on: date = make.TODAY, method: str = "mail", student: UUID | None = None, at: datetime = AT,
    language: str = "vi",
) -> tuple[int, int]:  # fmt: skip
    from fileroom.programmes.notices.sending import Sending, note_sent_too

    done = note_sent_too(Sending(town.school.id, method, (language,), on, student), by=town.registrar.by, at=at)
    return done.told, done.left


def counted() -> tuple[str, str]:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.notices.evidence import told
    from tests.programmes.test_every_evidence_flips import ASKED

    with district_transaction():
        found = told(ASKED)
    return found.state.value, found.why


def test_whoever_was_told_before_the_translation_came_is_owed_it_until_it_is_noted(ready: make.Town) -> None:
    sends(ready, ("en", "es"))
    assert owed() == ["vi"] and counted() == ("running", "")
    translated()
    assert owed() == ["sent/vi/2026"]
    assert counted() == ("attention", "1 has not got it in a language that came later")
    round_(AT + DAY)
    assert owed() == ["sent/vi/2026"]
    assert sent_too(ready) == (1, 0)
    assert [it.language for it in steps.rows()] == ["en,es,vi"]
    assert owed() == [] and counted() == ("running", "")
    round_(AT + DAY)
    assert owed() == []


def test_whoever_was_told_in_the_translation_is_owed_nothing_more(ready: make.Town) -> None:
    translated()
    sends(ready, ("en", "es", "vi"))
    round_(AT + DAY)
    assert owed() == []


def test_a_mailing_of_the_day_of_the_paper_that_went_without_it_owes_it(ready: make.Town) -> None:
    translated(at=AT + HOUR)
    sends(ready, ("en", "es"), at=AT + HOUR)
    assert owed() == ["sent/vi/2026"]


def test_a_school_counted_when_its_notice_had_gone_owes_it_in_what_is_spoken_there(ready: make.Town) -> None:
    sends(ready, ("en",))
    assert owed() == ["vi"]
    counts(ready.school, {"es": 20}, 102)
    assert owed() == ["sent/es/2026"]
    counts(ready.school, {"es": 2}, 103)
    assert owed() == [], "by the count that was corrected nobody is owed it"


def test_a_family_that_took_it_from_its_own_page_chose_there_among_the_languages_of_that_day(ready: make.Town) -> None:
    from fileroom.programmes.notices.family import acknowledge_here

    counts(ready.school, {"es": 20}, 101)
    (row,) = steps.rows()
    acknowledge_here(row.id, steps.newest().id, "en", by=ready.mother.by, at=AT)
    round_(AT)
    assert owed() == []
    counts(ready.school, {"vi": 20}, 104)
    translated(at=AT + DAY)
    assert owed() == ["sent/vi/2026"], "it was not there to be chosen"


def test_what_is_sent_later_goes_to_nobody_whom_an_order_bars_and_is_owed_of_one_family_by_itself(
    ready: make.Town,
) -> None:
    father = make.related("father", ready.ana)
    round_()
    sends(ready, ("en", "es"))
    make.order(ready.ana, father.row)
    translated()
    assert owed() == [f"sent/vi/2026/{ready.ana.id.hex[:24]}"]
    assert counted() == ("running", ""), "of whom an order stands about no number speaks"
    assert sent_too(ready)[0] == 1
    assert sorted(it.language for it in steps.rows()) == ["en,es", "en,es,vi"]
    assert owed() == []


def test_whoever_has_left_is_sent_nothing_more(ready: make.Town) -> None:
    sends(ready, ("en", "es"))
    make.change(ready.spell, left_on=make.TODAY)
    translated(at=AT + 2 * DAY)
    assert owed() == ["sent/vi/2026"]
    round_(AT + 2 * DAY)
    assert owed() == []


@pytest.mark.parametrize(
    "more",
    [{"method": "pigeon"}, {"language": "hy"}, {"on": make.TODAY + DAY}, {"on": make.TODAY - DAY}],
)
def test_what_cannot_have_gone_is_not_noted(ready: make.Town, more: dict[str, Any]) -> None:
    sends(ready, ("en", "es"))
    translated()
    with pytest.raises(ValidationError):
        sent_too(ready, **more)
    assert owed() == ["sent/vi/2026"]


def test_when_the_year_is_over_what_was_not_sent_is_let_go(ready: make.Town) -> None:
    sends(ready, ("en", "es"))
    translated()
    round_(AT + 365 * DAY)
    assert not [it for it in owed(AT + 365 * DAY) if it.startswith("sent/")]


def test_on_the_page_of_the_school_it_is_seen_and_noted(ready: make.Town) -> None:
    sends(ready, ("en", "es"))
    desk, address = browser(ready.registrar.by), f"/notices/schools/{ready.school.id}/"
    assert "To be sent in" not in desk.get(address).content.decode()
    translated()
    page = words(desk.get(address).content.decode())
    assert "To be sent in Vietnamese" in page and "1 family was told before the notice was there in Vietnamese" in page
    said = form(language="vi", method="mail", on=str(make.TODAY))
    assert desk.post(f"{address}sent-too/", said | {"on": "2020-01-01"}).status_code == 422
    assert desk.post(f"{address}sent-too/", said).status_code == 302
    assert "To be sent in" not in desk.get(address).content.decode()
    assert browser(ready.teacher.by).post(f"{address}sent-too/", said).status_code == 404
