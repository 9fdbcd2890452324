"""Which languages a school writes home in is counted in that school alone; a translation comes in through the gate."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.disclosure.asking import filed
from tests.programmes.notices import steps
from tests.screening.files import bytes_of, pdf

LATER = AT + timedelta(hours=1)


def counts(school: object, speak: Mapping[str, int], students: int = 100) -> None:
    from fileroom.people.models import School
    from fileroom.programmes.notices.languages import Counted, count_languages

    assert isinstance(school, School)
    count_languages(Counted(school.id, students, speak), by=steps.designee(f"s{len(speak)}{students}").by, at=LATER)


def owes() -> set[tuple[str, str]]:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.notices.languages import owed

    with district_transaction():
        return {(it.name, it.language) for it in owed(make.TODAY)}


@pytest.fixture
def adopted(town: make.Town) -> make.Town:
    by = steps.designee().by
    steps.everything_said(by)
    steps.adopted(by)
    return town


def test_each_school_is_counted_by_itself_and_never_the_district(adopted: make.Town) -> None:
    mesa = make.school("Mesa Middle")
    counts(adopted.school, {"vi": 15, "hy": 14}, 100)
    counts(mesa, {"vi": 1}, 1000)
    assert owes() == {(adopted.school.name, "vi")}, "15 of 100 here; 16 of 1,100 in the district would be none"


def test_a_language_that_few_speak_is_owed_in_the_notice_as_far_as_practicable(adopted: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.notices.adopting import answered
    from fileroom.programmes.notices.composing import compose
    from fileroom.programmes.notices.evidence import languages
    from tests.programmes.test_every_evidence_flips import ASKED

    def duties_of_the_notice() -> set[str]:
        with district_transaction():
            answer, _ = answered(compose(steps.places(), on=make.TODAY), on=make.TODAY)
        return {it.code for it in answer.duties}

    def not_there() -> list[int | None]:
        with district_transaction():
            return [it.number for it in languages(ASKED).parts if it.rule.endswith("translate_where_practicable")]

    assert "translate_where_practicable" in duties_of_the_notice(), "nobody is counted: somebody may speak another"
    counts(adopted.school, {}, 100)
    assert "translate_where_practicable" not in duties_of_the_notice(), "all who are counted speak English"
    assert not_there() == []
    counts(adopted.school, {"hy": 1}, 100)
    assert "translate_where_practicable" in duties_of_the_notice()
    assert not_there() == [1]
    assert owes() == set(), "one of a hundred is no share of the school's"
    page = browser(adopted.teacher.by).get("/notices/languages/").content.decode()
    assert ">As far as practicable</span>" in page


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"language": ["vi", "vi"], "speak": ["20", "30"]}, "Vietnamese stands there twice"),
        ({"language": ["vi", ""], "speak": ["20", "30"]}, "Choose the language"),
        ({"language": ["vi", "hy"], "speak": ["20", "many"]}, "Write numbers of students"),
        ({"language": ["vi"], "speak": ["2000"]}, "No more students"),
    ],
)
def test_a_census_that_does_not_fit_comes_back_as_it_was_written(
    adopted: make.Town, sent: dict[str, list[str]], says: str
) -> None:
    desk = browser(steps.designee("counts").by)
    answer = desk.post(f"/notices/languages/{adopted.school.id}/", form(students="1234", **sent))
    page = answer.content.decode()
    assert answer.status_code == 422 and says in page and 'value="1234"' in page
    for number in sent["speak"]:
        assert f'name="speak" inputmode="numeric" value="{number}"' in page
    assert owes() == set()


def test_spanish_is_there_with_every_notice_and_any_other_language_is_owed_until_it_is(adopted: make.Town) -> None:
    counts(adopted.school, {"es": 40, "vi": 20}, 100)
    assert steps.open_duties() == [("translate", adopted.school.id, "vi")]


def test_a_count_that_is_corrected_lets_the_duty_go(adopted: make.Town) -> None:
    counts(adopted.school, {"vi": 20}, 100)
    counts(adopted.school, {"vi": 2}, 101)
    assert [rule for rule, _, _ in steps.open_duties()] == ["translate_where_practicable"]


def test_a_translation_comes_in_through_the_gate_and_has_a_code_that_can_be_checked(adopted: make.Town) -> None:
    from fileroom.collection.services import Document
    from fileroom.disclosure.papers import check
    from fileroom.programmes import publishing
    from fileroom.programmes.notices.languages import attach

    counts(adopted.school, {"vi": 20}, 100)
    by = steps.designee("other").by
    body = bytes_of(pdf("Quyen cua quy vi doi voi ho so hoc sinh."))
    code = attach("vi", Document("notice.pdf", body), by=by, at=LATER)
    assert publishing.take(code) == body
    paper = check(code, body, language="es")
    assert paper and paper.same and paper.title.startswith("Sus derechos")
    assert steps.open_duties() == []
    with pytest.raises(ValidationError, match="already"):
        attach("vi", Document("notice.pdf", body), by=by, at=LATER)


@pytest.mark.parametrize("says", ["The student's social security number is 532-11-8824.", "SSN: 532-11-8824"])
def test_a_translation_that_holds_what_no_paper_may_is_not_kept(adopted: make.Town, says: str) -> None:
    from fileroom.collection.services import Document
    from fileroom.programmes.notices.languages import attach

    with pytest.raises(ValidationError, match="keeps out"):
        attach("vi", Document("notice.pdf", bytes_of(pdf(says))), by=steps.designee("other").by, at=LATER)


def test_only_a_pdf_is_attached(adopted: make.Town) -> None:
    from fileroom.collection.services import Document
    from fileroom.programmes.notices.languages import attach

    with pytest.raises(ValidationError, match="PDF"):
        attach("vi", Document("notice.txt", b"Quyen"), by=steps.designee("other").by, at=LATER)


@pytest.mark.parametrize(("speak", "students"), [({"vi": 101}, 100), ({"vi": 60, "es": 60}, 100), ({"en": 5}, 100)])
def test_a_count_that_cannot_be_is_not_kept(adopted: make.Town, speak: dict[str, int], students: int) -> None:
    with pytest.raises(ValidationError):
        counts(adopted.school, speak, students)


def test_whoever_hands_a_family_a_copy_is_told_that_it_goes_in_their_language_too(adopted: make.Town) -> None:
    record, mother = filed(adopted.registrar.by, adopted.ana), adopted.mother.row.id
    desk, address = browser(adopted.registrar.by), f"/records/{record}/release/"
    said = {"to": f"on-{mother}", "identity_checked": "on", "purpose": "inspection", "shown": "none"}
    assert "at home" not in desk.get(address).content.decode(), "no language is counted at this school"
    counted = form(students="100", language=["vi", "ko"], speak=["20", "2"])
    browser(steps.designee("counts").by).post(f"/notices/languages/{adopted.school.id}/", counted)
    assert "The family speaks Vietnamese at home" in desk.get(address).content.decode()
    for ticked in (False, True):
        answer = desk.post(address, said | ({"home_language": "on"} if ticked else {})).content.decode()
        assert "Hand over the copy" in answer and ("is also in their language" in answer) is ticked
    address = f"/records/{record}/link/"
    assert "The family speaks Vietnamese at home" in desk.get(address).content.decode()
    link = {"contact": str(mother), "language": "en", "way": "hand", "identity_checked": "on"}
    for ticked in (False, True):
        page = desk.post(address, form(**link, **({"home_language": "on"} if ticked else {}))).content.decode()
        assert "Tell them this code" in page and ("is also in their language" in page) is ticked


def test_a_form_that_hands_over_again_with_another_answer_about_the_language_is_not_the_same(
    adopted: make.Town,
) -> None:
    from fileroom.disclosure.marks.before import Looked
    from fileroom.disclosure.releasing import Released, Repeated, release
    from fileroom.disclosure.shown import Recipient
    from fileroom.law import Purpose
    from fileroom.law.codes import Limit
    from fileroom.people.answers import FormUsed

    record, once = filed(adopted.registrar.by, adopted.ana), uuid4()
    said: dict[str, Any] = {
        "to": Recipient("", on_file=adopted.mother.row.id, identity_checked=True), "purpose": Purpose.INSPECTION,
        "shown": None, "enter": lambda *_: None, "untold": lambda *_: (), "by": adopted.registrar.by, "at": AT,
        "once": once, "confirmed": frozenset(Limit), "looked": Looked(True, ""),
    }  # fmt: skip
    assert isinstance(release(record, **said), Released)
    assert isinstance(release(record, **said), Repeated)
    with pytest.raises(FormUsed):
        release(record, **said, home_language=True)
