"""An employee's own copy of a marked record goes with a reason, by a page and by a token alike; a look asks nothing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.api.programs import program
from tests.attacks.browsing import browser, words
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.disclosure.marks.marked import born

WHY = "For the form that the county asks for."
PAPER = b"Reads well. English learner since 2024.\n"


@pytest.fixture
def english(town: make.Town) -> UUID:
    """What is written down of the teaching of English, as a document."""
    from fileroom.collection.services import Collected, Document, collect
    from fileroom.law.catalogue import Others

    paper = Document("survey.txt", PAPER)
    done = collect(town.ana.id, "language_training", paper, by=town.registrar.by, at=AT, others=Others.NOBODY)
    assert isinstance(done, Collected), done.decision.says
    return done.record


def lines(after: int) -> list[tuple[str, str, bool]]:
    return [(it.act.value, it.outcome, it.sealed) for it in entries()[after:] if it.record or it.sealed]


def with_reason(asks: Any, path: str, because: str) -> Any:
    headers = asks._headers() | {"HTTP_REASON": because}
    return asks._client().get(f"/api/v1{path}", {"purpose": "educational_interest"}, **headers)


def test_what_a_program_reads_of_a_marked_record_goes_with_a_reason_and_is_kept_under_seal(town: make.Town) -> None:
    record, asks = born(town), program(town.registrar)
    before = len(entries())
    put_off = asks.work(f"/records/{record}")
    assert (put_off.status_code, put_off.json()["type"]) == (403, "/api/v1/problems/reason")
    assert "Fresno" not in put_off.content.decode()
    assert lines(before) == [("disclosure:answered", "unlooked", True)]
    assert with_reason(asks, f"/records/{record}", "short").status_code == 403
    before = len(entries())
    given = with_reason(asks, f"/records/{record}", WHY)
    assert given.status_code == 200 and given.json()["fields"] == {"place": "Fresno, California"}
    assert [it[0] for it in lines(before)] == ["mark:copy_reasoned", "record:inspected"]
    assert asks.work(f"/records/{record}").status_code == 200, "it serves for the day"
    assert WHY not in "".join(map(repr, entries()))


def test_a_look_at_the_page_asks_nothing_and_what_may_only_perhaps_tell_neither(town: make.Town) -> None:
    from fileroom.collection.services import Collected, Document, collect
    from fileroom.law.catalogue import Others

    record = born(town)
    assert "Fresno" in browser(town.registrar.by).get(f"/records/{record}/").content.decode()
    paper = Document("marks.txt", b"Algebra: B.\n")
    marks = collect(town.ana.id, "marks_and_credits", paper, by=town.registrar.by, at=AT, others=Others.NOBODY)
    assert isinstance(marks, Collected)
    assert program(town.registrar).work(f"/records/{marks.record}/document").status_code == 200


def test_a_document_that_is_marked_is_taken_from_its_page_with_a_reason(town: make.Town, english: UUID) -> None:
    desk, here = browser(town.registrar.by), f"/records/{english}/document/"
    asked = desk.get(here)
    assert asked.status_code == 403 and "a reason first" in asked.content.decode() and PAPER not in asked.content
    wrong = desk.post(here, {"because": "short"})
    assert wrong.status_code == 422 and "10 to 400 letters" in words(wrong.content.decode())
    assert desk.post(here, {"because": WHY}).content == PAPER
    assert desk.get(here).content == PAPER, "the reason serves for the day"
    assert browser(town.principal.by).get(here).status_code == 403, "and for nobody else"


def test_the_family_takes_its_own_without_being_asked(town: make.Town, english: UUID) -> None:
    assert browser(town.mother.by).get(f"/family/records/{english}/document/").content == PAPER
