"""What somebody has seen of a student is dated and signed by whoever wrote it, and the law is asked whether it is added
(5 CCR 431, 437)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.test_collect import RATING, files, kept
from tests.conftest import AT
from tests.disclosure.asking import last_entry

ITEMS = ("behaviour_report", "counsellor_or_teacher_rating")


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize("without", ["observed_on", "signed_by"])
def test_without_its_day_or_its_signer_nothing_is_kept(town: make.Town, item: str, without: str) -> None:
    with pytest.raises(ValidationError) as told:
        files(town, item, RATING | {without: ""})
    assert list(told.value.message_dict) == [without] and kept() == (0, 0, 0)


@pytest.mark.parametrize("item", ITEMS)
def test_its_page_says_who_signed_it_and_when(town: make.Town, item: str) -> None:
    from fileroom.collection.services import Collected

    done = files(town, item, RATING)
    assert isinstance(done, Collected)
    page = words(browser(town.registrar.by).get(f"/records/{done.record}/").content.decode())
    assert f"Signed by (name and position) {RATING['signed_by']}" in page
    assert "1 October" in page.partition("Date of what it describes")[2][:40]


@pytest.mark.parametrize(("fields", "granted"), [(RATING, True), (RATING | {"signed_by": ""}, False), ({}, False)])
def test_the_law_is_asked_by_what_the_report_says(town: make.Town, fields: dict[str, Any], granted: bool) -> None:
    from fileroom.collection import gate
    from fileroom.collection.services import student_and_requester
    from fileroom.hosting import district_transaction

    with district_transaction():
        student, requester = student_and_requester(town.ana.id, town.teacher.by, AT)
        asked: dict[str, Any] = {"requester": requester, "student": student, "on": AT.date()}
        answer = gate.adds("behaviour_report", fields, purpose=town.teacher.by.purpose, **asked)
    assert answer.granted is granted
    assert granted or "dated and signed" in " ".join(it.says for it in answer.because)


@pytest.mark.parametrize("item", ITEMS)
def test_of_a_student_who_has_left_nothing_new_is_added(town: make.Town, item: str) -> None:
    from fileroom.collection.services import RefusedByGate
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Enrolment

    with district_transaction():
        Enrolment.objects.filter(student=town.ana).update(left_on=AT.date() - timedelta(days=30))
    keeper = make.staffed("keeper", "administrator", None)
    make.custodian(keeper.row, None)
    done = files(town, item, RATING, by=keeper.by)
    assert isinstance(done, RefusedByGate) and kept() == (0, 0, 0)
    assert last_entry().act == "collection:refused"
    assert "casework.additions.after_the_student_has_left" in last_entry().rules
