"""Whatever road brings a record onto file: its own words mark it where they tell of a status, and no others do."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest

from tests import factories as make
from tests.collection.conftest import Import, Rows
from tests.collection.orders.filing import files, terms
from tests.collection.quarantine.holding import FORM, NUMBER, held
from tests.collection.test_batches import bring as brings
from tests.collection.test_batches import brought
from tests.collection.test_transcripts import RECORD
from tests.collection.test_transfer_packets import HEAD, bag
from tests.conftest import AT
from tests.programmes.social_media.world import gathers, offices, running

TELLS = "Evaluation of a foreign transcript: Algebra: B.\n"
PLAIN = "Amal read aloud to the class and did well.\n"
MARKED = """
    SELECT r.item, m.marked_by, e.act, e.sealed FROM disclosure_caremark m JOIN records_record r ON r.id = m.record
    JOIN ledger_event e ON e.id = m.entry AND e.record = m.id AND e.student = r.student_id ORDER BY r.item"""


def by_words(*items: str) -> list[tuple[Any, ...]]:
    """Marks that nobody has put on, each with its line under seal."""
    return [(item, None, "mark:put_on", True) for item in items]


def bare() -> Any:
    from fileroom.ledger.services import Actor

    return Actor(None, "system", "cli")


def test_an_old_archive_marks_what_tells_and_not_what_does_not(archive: Import, rows: Rows) -> None:
    index = f"{HEAD}u1,test_results,a.txt,2019-05-01\nu1,health,b.txt,2019-05-01\n"
    archive(index, {"a.txt": PLAIN, "b.txt": TELLS}, dry_run=True)
    assert rows(MARKED) == [], "a dry run writes nothing"
    archive(index, {"a.txt": PLAIN, "b.txt": TELLS})
    assert rows(MARKED) == by_words("health")
    archive(index, {"a.txt": PLAIN, "b.txt": TELLS}, days=1)
    assert rows(MARKED) == by_words("health"), "the same again files nothing, and marks nothing"


def test_a_text_is_read_for_words_once(archive: Import, rows: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.law import marks

    seen: list[str] = []
    found = marks.words_told_in

    def spied(text: str) -> Any:
        seen.append(text)
        return found(text)

    monkeypatch.setattr(marks, "words_told_in", spied)
    archive(f"{HEAD}u1,health,a.txt,2019-05-01\nu2,health,a.txt,2019-05-01\n", {"a.txt": TELLS})
    assert len(rows(MARKED)) == 2
    assert len([it for it in seen if "foreign transcript" in it]) == 1, "one file for two children is read once"


def test_a_packet_of_another_school_marks_what_tells(bring: Import, rows: Rows, tmp_path: Path) -> None:
    from fileroom.collection.transfers.services import import_transfer
    from tests.collection.oneroster_bundles import Roster

    bring(Roster())
    index = f"{HEAD}1234567890,test_results,a.txt,2025-05-01\n1234567890,health,b.txt,2024-09-02\n"
    for name, body in bag(index, {"a.txt": PLAIN, "b.txt": TELLS}).items():
        (tmp_path / "packet" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "packet" / name).write_bytes(body)
    import_transfer(tmp_path / "packet", by=bare(), at=AT)
    assert rows(MARKED) == by_words("health")


def test_a_transcript_of_a_school_abroad_is_told_apart(bring: Import, rows: Rows, tmp_path: Path) -> None:
    from fileroom.collection.transcripts.services import import_transcripts
    from tests.collection.oneroster_bundles import Roster

    bring(Roster())
    (term,) = RECORD["studentAcademicRecords"]
    abroad = {**RECORD, "studentAcademicRecords": [{**term, "nameOfInstitution": "Foreign school of Oaxaca"}]}
    path = tmp_path / "sent.json"
    path.write_text(json.dumps([abroad]), encoding="utf-8")
    import_transcripts(path, by=bare(), at=AT)
    assert rows(MARKED) == by_words("marks_and_credits"), "and what says nothing of the school is not"


def test_a_roster_marks_a_record_that_comes_to_tell_and_marks_it_once(town: make.Town, rows: Rows) -> None:
    brings(brought(town.ana, "test_results", score="412"), brought(town.ben, "place_of_birth", place="Born in Fresno"))
    assert rows(MARKED) == [], "what the law itself marks needs no other"
    brings(brought(town.ana, "test_results", score="none: deportation"))
    brings(brought(town.ana, "test_results", score="none: he was deported"))
    assert rows(MARKED) == by_words("test_results")


def test_what_is_filed_without_a_number_keeps_what_else_it_tells(town: make.Town, rows: Rows) -> None:
    from fileroom.collection.quarantine.without import redact_and_keep

    for also in (PLAIN, TELLS):
        body = FORM.format(name="Ana Torres", number=NUMBER) + also
        redact_and_keep(held(town.registrar.by, town.ana, body.encode()), by=town.principal.by, at=AT)
    assert len(rows("SELECT FROM records_record WHERE item = 'test_results'")) == 2
    assert rows(MARKED) == by_words("test_results")


def test_an_orders_paper_marks_itself(town: make.Town, rows: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.collection.orders import filing

    father = make.related("other", town.ana)
    files(terms(town, father.row.id), town.registrar.by)
    assert rows(MARKED) == []
    monkeypatch.setattr(filing, "PAPER", b"Superior Court. The father threatened to call the immigration court.\n")
    files(terms(town, father.row.id, town.ana.id, town.ben.id), town.registrar.by)
    assert rows(MARKED) == by_words("court_order", "court_order"), "one for each child"


def test_what_was_gathered_of_a_student_marks_itself_and_so_does_what_is_put_in_its_place(
    town: make.Town, rows: Rows
) -> None:
    running(offices(town))
    plain = gathers(town.principal.by, town.ana.id)
    assert rows(MARKED) == []
    told = gathers(town.principal.by, town.ana.id, said=TELLS)
    assert plain.record != told.record and rows(MARKED) == by_words("social_media_information")


def test_no_road_files_a_record_of_which_it_has_not_said_whether_it_tells() -> None:
    from fileroom.records.contents import Filing

    (told,) = [it for it in fields(Filing) if it.name == "tells"]
    assert told.default is MISSING and told.default_factory is MISSING
