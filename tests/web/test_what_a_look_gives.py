"""A record's page offers what was granted, in words that say what it is: a look is no copy, and a file is one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from fileroom.law import Decision, Outcome
from fileroom.law.facts import Action
from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.attacks.test_office_files_and_mails import docx
from tests.conftest import AT
from tests.disclosure.asking import filed, last_entry

LETTER = docx("Reads well.")
IS_A_COPY = "it opens in a program on your computer. The ledger notes that as a copy: delete the file"


@pytest.fixture
def letter(town: make.Town) -> UUID:
    """A Word document in Ana's file that tells of nobody else."""
    from fileroom.collection.services import Collected, Document, collect
    from fileroom.law.catalogue import Others

    handed = Document("letter.docx", LETTER)
    done = collect(town.ana.id, "test_results", handed, by=town.registrar.by, at=AT, others=Others.NOBODY)
    assert isinstance(done, Collected), done.decision.says
    return done.record


@pytest.fixture
def no_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the law grant looks alone."""
    from fileroom.people import counsel

    lawful = counsel.decide

    def decide(question: Any) -> Decision:
        given = lawful(question)
        return replace(given, outcome=Outcome.NO) if question.action is Action.COPY else given

    monkeypatch.setattr(counsel, "decide", decide)


def test_a_file_that_is_opened_to_be_looked_at_is_said_to_be_a_copy_and_noted_as_one(
    town: make.Town, letter: UUID
) -> None:
    for staff in (town.teacher, town.registrar):
        page = browser(staff.by).get(f"/records/{letter}/").content.decode()
        said = words(page)
        assert "Open it to look at" in said and IS_A_COPY in said and "Keep no copy of it" in said
        assert "No copy of it" not in said and "Download" not in said and "data-print" not in page
        assert last_entry().act == "record:inspected"
        assert browser(staff.by).get(f"/records/{letter}/document/").content == LETTER
        assert last_entry().act == "record:copied"


def test_whoever_is_not_held_to_a_look_takes_and_prints_it(town: make.Town, letter: UUID) -> None:
    page = browser(town.principal.by).get(f"/records/{letter}/").content.decode()
    assert "Download" in words(page) and "data-print" in page
    assert "to look at" not in words(page) and "as a copy" not in words(page)


def test_what_a_page_shows_itself_is_not_printed_by_whoever_may_only_look(town: make.Town) -> None:
    record = filed(town.registrar.by, town.ana)
    page = browser(town.teacher.by).get(f"/records/{record}/").content.decode()
    assert "Helps others." in page and "To look at only. Keep no copy of it." in words(page)
    assert (
        "data-print" not in page
        and "data-print" in browser(town.principal.by).get(f"/records/{record}/").content.decode()
    )


def test_what_may_show_a_status_is_not_printed_from_its_page_without_a_reason(town: make.Town) -> None:
    from fileroom.collection.services import Collected, collect

    done = collect(town.ana.id, "place_of_birth", {"place": "Fresno, California"}, by=town.registrar.by, at=AT)
    assert isinstance(done, Collected)
    page = browser(town.principal.by).get(f"/records/{done.record}/").content.decode()
    assert "Fresno, California" in page and "data-print" not in page


def test_a_family_takes_its_copy(town: make.Town, letter: UUID) -> None:
    pages = browser(town.mother.by)
    said = words(pages.get(f"/family/records/{letter}/").content.decode())
    assert "Download" in said and "to look at" not in said and "as a copy" not in said
    assert pages.get(f"/family/records/{letter}/document/").content == LETTER


@pytest.mark.usefixtures("no_copies")
def test_where_no_copy_may_be_taken_none_is_offered_and_somebody_shows_it(town: make.Town, letter: UUID) -> None:
    family = browser(town.mother.by)
    of_staff = browser(town.principal.by).get(f"/records/{letter}/").content.decode()
    of_family = family.get(f"/family/records/{letter}/").content.decode()
    for page in (of_staff, of_family):
        assert "Ask the office to show it to you" in words(page)
        assert "/document/" not in page and "Download" not in words(page) and "data-print" not in page
    family.post("/language/", {"language": "es", "next": "/"})
    said = words(family.get(f"/family/records/{letter}/").content.decode())
    assert "Pida a la oficina que se lo muestre" in said and "This page" not in said
