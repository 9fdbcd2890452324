"""A family's page opens nothing under a limit it does not keep, and never tells which limit it is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, same_page, words
from tests.conftest import AT
from tests.disclosure.asking import entries, filed, last_entry, looks

WALK = "Walks home from Alder School at 3pm to 12 Elm St."
OTHER = "Fought with Ben Cole, grade 4, who was suspended."
PLAN = b"Plan. School: Alder Creek Elementary. Home: 12 Elm St.\n"


@pytest.fixture
def father(town: make.Town) -> make.Related:
    """Whom an order keeps away from the child, and says nothing of records."""
    who = make.related("victor", town.ana)
    make.order(town.ana, who.row, kind="stay_away_no_records_clause")
    return who


def files(town: make.Town, item: str, given: Any, others: str | None = "nobody") -> UUID:
    from fileroom.collection.services import Collected, Document, collect
    from fileroom.law.catalogue import Others

    handed = Document("a.txt", given) if isinstance(given, bytes) else given
    said = None if others is None else Others(others)
    done = collect(town.ana.id, item, handed, by=town.registrar.by, at=AT, others=said)
    assert isinstance(done, Collected), done.decision.says
    return done.record


def opens(record: UUID) -> list[str]:
    """Acts by which its contents left their seal."""
    return [it.act.value for it in entries() if it.record == record and it.act in ("record:inspected", "record:copied")]


def test_whom_an_order_keeps_away_is_shown_nothing_that_may_tell_where_the_child_is(
    town: make.Town, father: make.Related
) -> None:
    page = browser(father.by)
    for record in (filed(town.registrar.by, town.ana, WALK), files(town, "special_education", PLAN)):
        for address in (f"/family/records/{record}/", f"/family/records/{record}/document/"):
            said = page.get(address).content
            assert b"Elm" not in said and b"Alder School" not in said, address
        assert opens(record) == []


def test_what_tells_of_another_student_is_no_page_s_to_show(town: make.Town) -> None:
    for others in ("can_be_taken_out", "one_piece", None):
        record = filed(town.registrar.by, town.ana, OTHER, others=others)
        for address in (f"/family/records/{record}/", f"/family/records/{record}/document/"):
            assert b"Ben Cole" not in browser(town.mother.by).get(address).content
        assert opens(record) == []


def test_no_word_tells_an_order_from_an_ordinary_wait(town: make.Town, father: make.Related) -> None:
    known = filed(town.registrar.by, town.ana, WALK)
    unknown = filed(town.registrar.by, town.ana, OTHER, others=None)

    def said(by: Any, record: UUID, page: str = "") -> tuple[int, bytes, dict[str, str]]:
        status, body, headers = same_page(browser(by), f"/family/records/{record}/{page}")
        return status, body.replace(str(record).encode(), b"-"), headers

    for page in ("", "document/"):
        ordinary = said(town.mother.by, unknown, page)
        assert said(father.by, unknown, page) == said(father.by, known, page) == ordinary
        assert ordinary[0] == 200 and b"Student Records" in ordinary[1]


def test_every_record_that_an_order_holds_back_may_wait_for_an_ordinary_reason_too() -> None:
    from fileroom.disclosure.limits import TELLS_NOT_WHERE
    from fileroom.law.catalogue import CATALOGUE, MAY_TELL_OF_OTHERS
    from fileroom.law.disclosure.stay_away_orders import TELLS_WHERE
    from fileroom.law.facts import Action, Question, Record, RecordKind

    def closed(item: str) -> bool:
        return bool(TELLS_WHERE.truth(Question(AT.date(), Action.INSPECT, record=Record(kind=RecordKind(item)))))

    held_back = {item for item in CATALOGUE if not closed(item)} - set(TELLS_NOT_WHERE)
    assert "special_education" in held_back
    assert held_back <= MAY_TELL_OF_OTHERS


def test_what_tells_nobody_where_the_child_is_opens_field_by_field(town: make.Town, father: make.Related) -> None:
    from fileroom.disclosure.services import Inspected

    fields = {"method": "certified_birth_record", "seen_on": "2026-11-20", "note": "Lives at 12 Elm St."}
    record = files(town, "birth_date_verification", fields, None)
    for by, note in ((father.by, False), (town.mother.by, True)):
        seen = looks(by, record)
        assert isinstance(seen, Inspected)
        assert ("note" in seen.contents.fields) is note
        assert seen.contents.fields["method"] == "certified_birth_record"


def test_the_office_prepares_it_and_the_ledger_has_the_request(town: make.Town, father: make.Related) -> None:
    from fileroom.disclosure.by_office import ByOffice

    record = filed(town.registrar.by, town.ana, WALK)
    for copy in (False, True):
        answer = looks(father.by, record, copy=copy)
        assert isinstance(answer, ByOffice)
        noted = last_entry()
        assert (noted.id, noted.act, noted.outcome) == (answer.entry, "disclosure:answered", "office_prepares")
        assert (noted.record, noted.student, noted.sealed) == (record, town.ana.id, False)


def test_an_answer_that_names_who_asked_by_their_account_has_lost_no_party(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.disclosure import party_check
    from fileroom.disclosure.by_office import ByOffice
    from fileroom.ledger.services import Report

    assert isinstance(looks(father.by, filed(town.registrar.by, town.ana, WALK)), ByOffice)
    party_check.check(report := Report())
    assert not report.findings


def test_what_tells_of_nobody_else_opens_to_the_family_as_ever(town: make.Town) -> None:
    from fileroom.disclosure.services import Inspected

    for record in (filed(town.registrar.by, town.ana), files(town, "marks_and_credits", b"Reading: 4\n")):
        for copy in (False, True):
            assert isinstance(looks(town.mother.by, record, copy=copy), Inspected)


def test_staff_look_at_what_they_prepare_and_are_told_the_limit(town: make.Town) -> None:
    record = filed(town.registrar.by, town.ana, OTHER, others="can_be_taken_out")
    page = browser(town.registrar.by).get(f"/records/{record}/").content.decode()
    assert "Ben Cole" in page and "Hide what concerns other students" in page


@pytest.mark.parametrize(
    ("others", "says"),
    [
        ("can_be_taken_out", "Whoever filed it said: it tells of other students, and they can be taken out."),
        ("one_piece", "Whoever filed it said: it tells of other students, and they cannot be taken out."),
        ("nobody", "Whoever filed it said: it tells of no other student."),
        (None, "Nobody has said whether it tells of other students."),
    ],
)
def test_staff_read_of_others_what_was_said_and_no_law_of_the_page_s_own(
    town: make.Town, others: str | None, says: str
) -> None:
    record = filed(town.registrar.by, town.ana, others=others)
    page = words(browser(town.registrar.by).get(f"/records/{record}/").content.decode())
    assert page.count(says) == 1
    assert "before you show it" not in page and "ask the custodian" not in page.lower()


def test_of_an_order_s_paper_nobody_was_asked_about_others_and_the_page_says_nothing(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record
    from tests.attacks.test_an_order_and_a_look_at_one_moment import files_order

    files_order(town, father)
    with district_transaction():
        paper = Record.objects.get(item="court_order", student_id=town.ana.id)
    page = browser(town.principal.by).get(f"/records/{paper.id}/")
    assert page.status_code == 200
    assert "Nobody has said" not in words(page.content.decode())


def test_the_counter_is_told_the_limit_of_an_order_it_has_to_keep(town: make.Town, father: make.Related) -> None:
    asked = {"asker": f"contact-{father.row.id}", "identity_checked": "yes"}
    page = browser(town.registrar.by).post(f"/students/{town.ana.id}/", asked).content.decode()
    assert "leave out of it address, schedule and school" in page
