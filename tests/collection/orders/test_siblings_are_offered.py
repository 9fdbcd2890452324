"""An order is handed in for one child: the other children of its people are offered, and filed with it once ticked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.orders.filing import PAPER, terms
from tests.conftest import AT
from tests.disclosure.asking import outcome


@pytest.fixture
def bruno(town: make.Town, father: make.Related) -> Any:
    """Ana's brother, at her school, of the same parents."""
    row = make.student("Bruno", "Torres")
    make.enrolment(row, town.school)
    make.relationship(row, town.mother.row)
    relation = make.relationship(row, father.row)
    make.custody(relation)
    return row


def offered(town: make.Town) -> str:
    """The question of the form, as words; empty where nobody is offered."""
    page = words(browser(town.registrar.by).get(f"/students/{town.ana.id}/orders/").content.decode())
    asked = page.partition("Which other children does it name?")[2]
    return asked.partition("It names a child who is not listed here")[0]


def test_a_brother_of_the_same_people_is_offered_and_no_other_child(
    town: make.Town, father: make.Related, bruno: Any
) -> None:
    mesa = make.school("Mesa Middle")
    elsewhere = make.student("Carla", "Torres")  # of the same mother, at a school whose files this clerk does not open
    make.enrolment(elsewhere, mesa)
    make.relationship(elsewhere, town.mother.row)
    refuted = make.relationship(town.ben, town.mother.row, verified=False)
    make.change(refuted, standing="refuted")
    told = offered(town)
    assert "Bruno Torres" in told
    assert "Carla" not in told and "Ben Ruiz" not in told and "Ana" not in told
    make.change(bruno, preferred_given="Bo")
    assert "Bo Torres" in offered(town), "as people call him"


def test_ticked_he_is_named_by_the_order_and_whom_it_binds_sees_neither_file(
    town: make.Town, father: make.Related, bruno: Any
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder, CourtOrderChild

    def sent(**more: Any) -> dict[str, Any]:
        terms = {"kind": "records_order_6323_5", "restrained": str(father.row.id), "from_on": AT.date().isoformat()}
        return form(**terms, pages="2", language="en") | {"siblings": [str(bruno.id)]} | more

    desk, address = browser(town.registrar.by), f"/students/{town.ana.id}/orders/"
    seen = words(desk.post(address, sent(preview="yes")).content.decode())
    assert (
        "Bruno Torres"
        in seen.partition("What this order changes for each person")[2].partition("Nothing is filed yet")[0]
    )
    assert outcome(father.by, bruno) == "must", "a preview binds nobody"
    paper = SimpleUploadedFile("order.txt", PAPER)
    assert desk.post(address, sent(file=paper)).status_code == 302
    with district_transaction():
        order = CourtOrder.objects.get()
        named = set(CourtOrderChild.objects.filter(order=order).values_list("student_id", flat=True))
    assert named == {town.ana.id, bruno.id}
    assert [outcome(father.by, it) for it in (town.ana, bruno)] == ["no", "no"]
    assert [outcome(town.mother.by, it) for it in (town.ana, bruno)] == ["must", "must"]


def test_of_a_whole_home_the_brother_is_offered_and_the_law_is_asked_of_a_few(
    town: make.Town, father: make.Related, bruno: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.orders import desk

    for number in range(8):
        other = make.student(f"Aaron {number}", "Acker")
        make.enrolment(other, town.school)
        make.relationship(other, town.mother.row)
    asked: list[int] = []
    answers = desk._answers

    def counted(them: Any, *said: Any, **more: Any) -> Any:
        asked.append(len(them))
        return answers(them, *said, **more)

    monkeypatch.setattr(desk, "MOST_SIBLINGS", 2)
    monkeypatch.setattr(desk, "MOST_ASKED", 4)
    monkeypatch.setattr(desk, "_answers", counted)
    found = desk.siblings(town.ana.id, by=town.registrar.by, at=AT)
    assert [name for _, name in found] == ["Aaron 0 Acker", "Bruno Torres"] and asked == [4]


def test_a_child_who_was_not_offered_is_not_filed_by_an_id_that_somebody_sends(
    town: make.Town, father: make.Related, bruno: Any
) -> None:
    desk = browser(town.registrar.by)
    terms = {"kind": "records_order_6323_5", "restrained": str(father.row.id), "from_on": AT.date().isoformat()}
    sent = form(**terms, pages="2", language="en") | {"siblings": [str(town.ben.id)]}
    answer = desk.post(f"/students/{town.ana.id}/orders/", sent | {"file": SimpleUploadedFile("order.txt", PAPER)})
    assert answer.status_code == 422
    assert outcome(father.by, town.ana) == "must"


@pytest.mark.parametrize("name", [("Victor", "Quill"), ("Maria", "Quill")])
def test_a_clerk_whom_an_order_keeps_from_the_brother_or_may_is_not_told_that_there_is_one(
    town: make.Town, bruno: Any, name: tuple[str, str]
) -> None:
    from fileroom.collection.orders.preview import preview
    from fileroom.people.answers import Missing

    himself = make.contact("Victor", "Quill")
    make.relationship(bruno, himself)
    make.order(bruno, himself)
    assert "Bruno Torres" in offered(town)
    make.change(town.registrar.row, given=name[0], family=name[1])
    assert "Bruno" not in offered(town)
    of_both = terms(town, town.mother.row.id, town.ana.id, bruno.id)
    with pytest.raises(Missing):
        preview(replace(of_both, protected=None), by=town.registrar.by, at=AT)
    sent = form(kind="records_order_6323_5", restrained=str(town.mother.row.id), from_on=AT.date().isoformat(),
                pages="2", language="en", preview="yes") | {"siblings": [str(bruno.id)]}  # fmt: skip
    answer = browser(town.registrar.by).post(f"/students/{town.ana.id}/orders/", sent)
    assert "Bruno" not in words(answer.content.decode())
