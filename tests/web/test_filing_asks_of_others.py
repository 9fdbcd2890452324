"""Filing asks whether a record tells of other students where it may, keeps the answer, and asks it of nothing else."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, words

QUESTION = "Does it tell of other students?"
RATING = {"observed_on": "2026-10-01", "text": "Helps others.", "signed_by": "T. Abara, teacher"}


def posts(town: make.Town, item: str, given: dict[str, Any]) -> tuple[int, str]:
    page = browser(town.registrar.by).post(f"/students/{town.ana.id}/file/", form(item=item, **given))
    return page.status_code, page.content.decode()


def kept() -> list[tuple[bool | None, bool | None]]:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record

    with district_transaction():
        return list(Record.objects.order_by("filed_at").values_list("involves_other_students", "segregable"))


def test_each_answer_is_kept_on_the_record(town: make.Town) -> None:
    for others in ("nobody", "can_be_taken_out", "one_piece"):
        assert posts(town, "behaviour_report", RATING | {"others": others})[0] == 200
    assert kept() == [(False, None), (True, True), (True, False)]


@pytest.mark.parametrize("others", [{}, {"others": ""}, {"others": "perhaps"}])
def test_without_an_answer_nothing_is_filed_and_the_form_keeps_what_was_typed(
    town: make.Town, others: dict[str, str]
) -> None:
    status, page = posts(town, "behaviour_report", RATING | others)
    assert (status, kept()) == (422, [])
    assert QUESTION in page and "Helps others." in page


def test_a_document_without_an_answer_is_not_filed_either_and_what_the_law_keeps_out_is_noted_first(
    town: make.Town,
) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    for body, status in ((b"Reads well.\n", 422), (b"SSN 536-91-0427\n", 403)):
        given = {"file": SimpleUploadedFile("a.txt", body, "text/plain")}
        assert posts(town, "discipline", given)[0] == status
    assert kept() == []


def test_the_question_is_asked_of_each_item_that_may_tell_of_others_and_of_no_other(town: make.Town) -> None:
    from fileroom.collection.items import BY_HAND
    from fileroom.law.catalogue import MAY_TELL_OF_OTHERS

    desk = browser(town.registrar.by)
    for item in BY_HAND:
        page = words(desk.get(f"/students/{town.ana.id}/file/?item={item}").content.decode())
        assert (QUESTION in page) is (item in MAY_TELL_OF_OTHERS), item


def test_every_item_kept_as_a_document_may_tell_of_others(installation: object) -> None:
    from fileroom.collection.items import BY_HAND, form_of
    from fileroom.law.catalogue import MAY_TELL_OF_OTHERS

    assert {item for item in BY_HAND if not form_of(item)} <= MAY_TELL_OF_OTHERS


def test_of_a_record_that_can_tell_of_nobody_else_nothing_is_said(town: make.Town) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.services import collect
    from fileroom.law.catalogue import Others
    from tests.conftest import AT

    with pytest.raises(ValidationError) as error:
        collect(town.ana.id, "sex", {"sex": "female"}, by=town.registrar.by, at=AT, others=Others.NOBODY)
    assert set(error.value.message_dict) == {"others"}
    assert kept() == []


def test_a_family_s_list_and_the_office_s_say_what_was_asked_for(town: make.Town) -> None:
    from tests.disclosure.asking import filed

    record: UUID = filed(town.registrar.by, town.ana, others=None)
    family = browser(town.mother.by)
    page = family.get(f"/family/records/{record}/").content.decode()
    assert "The office prepares this record" in page and "Ed. Code 49069.7" in page
    looked = words(family.get(f"/family/{town.ana.id}/looked/").content.decode())
    assert "Asked for a record; the office prepares it: Objective counsellor or teacher rating" in looked
    office = words(browser(town.principal.by).get(f"/students/{town.ana.id}/").content.decode())
    assert "Asked for a record; the office prepares it: Objective counsellor or teacher rating" in office


def test_the_item_of_a_record_says_whether_it_may_tell_of_others_at_all(installation: object) -> None:
    from fileroom.disclosure.facts import of_record
    from fileroom.law.catalogue import CATALOGUE, MAY_TELL_OF_OTHERS
    from fileroom.records.models import Record

    assert set(CATALOGUE) > MAY_TELL_OF_OTHERS
    for item in CATALOGUE:
        assert of_record(Record(item=item)).involves_other_students is (item in MAY_TELL_OF_OTHERS)
        assert not of_record(Record(item=item, involves_other_students=False)).involves_other_students
