"""The gate in: what may be kept is kept sealed and noted, and what the law keeps out leaves nothing but its refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry
from tests.screening.files import bytes_of, pdf

if TYPE_CHECKING:
    from fileroom.collection.services import Collected, RefusedByGate

AGE = {"method": "certified_birth_record", "seen_on": "2026-10-01"}
RATING = {"observed_on": "2026-10-01", "text": "Helps others.", "signed_by": "T. Abara, teacher"}


def files(town: make.Town, item: str, given: Any, *, by: Any = None) -> Collected | RefusedByGate:
    from fileroom.collection.services import collect

    return collect(town.ana.id, item, given, by=by or town.registrar.by, at=AT)


def kept() -> tuple[int, int, int]:
    """Records, versions and ciphertexts on the shelves."""
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record, SealedContents, Version

    with district_transaction():
        return Record.objects.count(), Version.objects.count(), SealedContents.objects.count()


def test_a_record_that_may_be_kept_is_kept_under_its_class_and_noted(town: make.Town) -> None:
    from fileroom.collection.services import Collected
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record

    done = files(town, "birth_date_verification", AGE)
    assert isinstance(done, Collected)
    with district_transaction():
        row = Record.objects.get(pk=done.record)
    assert (row.student_id, row.item, row.kept_as, row.origin) == (
        town.ana.id,
        "birth_date_verification",
        "permanent",
        "web",
    )
    assert (row.filed_at, row.filed_by) == (AT, town.registrar.by.account.id)
    event = last_entry()
    assert (event.id, event.act, event.record, event.part) == (done.entry, "record:collected", done.record, row.item)
    assert event.actor.role == "registrar" and event.rules
    assert kept() == (1, 1, 1)


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("Her SSN is 219-09-9999.", "49076.7"),
        ("Social Security number: 219099999", "49076.7"),
        ("last four of SSN 9999", "49076.7"),
        ("no 123456789", "49076.7"),
        ("536910427", "49076.7"),
        ("The family is undocumented.", "234.7"),
        ("A-number A123 456 789", "234.7"),
        ("Immigration status: pending", "234.7"),
        ("Showed Form I-94.", "234.7"),
    ],
)
def test_what_the_law_keeps_out_is_found_in_a_note_and_nothing_is_kept(
    town: make.Town, text: str, citation: str
) -> None:
    from fileroom.collection.services import RefusedByGate

    refused = files(town, "counsellor_or_teacher_rating", RATING | {"text": text})
    assert isinstance(refused, RefusedByGate)
    assert refused.decision.outcome == "no"
    assert citation in refused.decision.because[0].citation
    assert refused.findings and all(text[it.start : it.end] not in it.why for it in refused.findings)
    assert kept() == (0, 0, 0)
    event = last_entry()
    assert (event.id, event.act, event.record) == (refused.entry, "collection:refused", None)
    assert event.rules == tuple(dict.fromkeys(it.rule for it in refused.decision.because))


@pytest.mark.parametrize("text", [
    "Citizenship mark: excellent.", "Essay on the Statue of Liberty and immigration in 1900.", "Lives off I-94 north.",
    "Ticket 219-09-999.", "Room 123-45.", "Student number 219099999.", "Paid by invoice 219099999.",
])  # fmt: skip
def test_words_that_only_look_like_it_are_kept(town: make.Town, text: str) -> None:
    from fileroom.collection.services import Collected

    assert isinstance(files(town, "counsellor_or_teacher_rating", RATING | {"text": text}), Collected)


@pytest.mark.parametrize("item", ["ssn", "religion", "citizenship_status", "other", "", "note"])
def test_there_is_no_item_beyond_the_catalogue(town: make.Town, item: str) -> None:
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError, match="catalogue of 5 CCR 432"):
        files(town, item, RATING)
    assert (kept(), entries()) == ((0, 0, 0), [])


@pytest.mark.parametrize(
    ("item", "says"),
    [
        ("access_log", "comes by a procedure of its own"),
        ("consent_form", "A consent stays on paper, in the student’s paper folder: this system takes none yet."),
        ("court_order", "comes by a procedure of its own"),
    ],
)
def test_what_has_a_procedure_of_its_own_is_filed_by_nobody_s_hand(town: make.Town, item: str, says: str) -> None:
    """A court's order that only lay on the shelf would be obeyed by no door, and stand in the family's list."""
    from django.core.exceptions import ValidationError

    from fileroom.collection.services import Document

    for by in (town.registrar.by, town.principal.by):
        with pytest.raises(ValidationError, match=says) as told:
            files(town, item, Document("paper.txt", b"Superior Court.\n"), by=by)
        assert list(told.value.message_dict) == ["item"]
    assert (kept(), entries()) == ((0, 0, 0), [])


@pytest.mark.parametrize("item", ["annual_verification", "birth_date_verification", "legal_name", "place_of_birth"])
def test_where_a_form_asks_what_was_shown_the_paper_itself_is_not_kept(town: make.Town, item: str) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.services import Document

    with pytest.raises(ValidationError, match="has a form"):
        files(town, item, Document("paper.pdf", b"%PDF-1.7\n%%EOF\n"))
    assert (kept(), entries()) == ((0, 0, 0), [])


def test_a_field_that_asks_for_what_is_banned_is_refused_by_the_law_and_not_as_a_slip(town: make.Town) -> None:
    from fileroom.collection.services import RefusedByGate, collect

    refused = collect(
        town.ana.id, "birth_date_verification", AGE | {"passport_number": "X1"}, by=town.registrar.by, at=AT
    )
    assert isinstance(refused, RefusedByGate)
    assert last_entry().act.value == "collection:refused"


@pytest.mark.parametrize("seen_on", ["yesterday", "536-91-0427", ""])
def test_a_number_beside_a_torn_date_is_refused_and_noted_all_the_same(town: make.Town, seen_on: str) -> None:
    from fileroom.collection.services import RefusedByGate, collect

    given = RATING | {"observed_on": seen_on, "text": "Her SSN is 536-91-0427."}
    refused = collect(town.ana.id, "counsellor_or_teacher_rating", given, by=town.registrar.by, at=AT)
    assert isinstance(refused, RefusedByGate)
    assert last_entry().act.value == "collection:refused"


@pytest.mark.parametrize(
    ("item", "given", "field"),
    [
        ("birth_date_verification", {"method": "passport", "seen_on": "2026-10-01"}, "method"),
        ("birth_date_verification", {"method": "parent_affidavit", "seen_on": "yesterday"}, "seen_on"),
        ("birth_date_verification", {"method": "parent_affidavit", "seen_on": "0202-10-01"}, "seen_on"),
        ("birth_date_verification", {"method": "parent_affidavit"}, "seen_on"),
        ("counsellor_or_teacher_rating", RATING | {"signed_by": "   "}, "signed_by"),
        ("counsellor_or_teacher_rating", RATING | {"text": "x" * 4001}, "text"),
        ("test_results", {"text": "words"}, "text"),
    ],
)
def test_a_field_that_cannot_be_read_is_named_with_the_reason(
    town: make.Town, item: str, given: dict[str, str], field: str
) -> None:
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError) as fault:
        files(town, item, given)
    assert field in fault.value.message_dict
    assert kept() == (0, 0, 0)


def test_the_filer_must_be_one_who_may_open_the_record(town: make.Town) -> None:
    outsider = make.staffed("other", "teacher", town.school)
    refused = files(town, "counsellor_or_teacher_rating", RATING, by=outsider.by)
    assert not refused.decision.granted
    assert last_entry().act == "collection:refused"
    assert kept() == (0, 0, 0)


def test_a_family_files_nothing_by_itself_not_even_into_its_own_childs_file(town: make.Town) -> None:
    from fileroom.people.answers import Missing

    make.change(town.ben, birth_on=make.TODAY - 19 * make.YEAR)
    own = make.signed_in(make.account("ben", student=town.ben))
    for by in (town.mother.by, make.related("stranger", None).by, own):
        with pytest.raises(Missing):
            files(town, "counsellor_or_teacher_rating", RATING, by=by)
    assert kept() == (0, 0, 0)


def test_a_student_nobody_knows_is_missing(town: make.Town) -> None:
    from fileroom.collection.services import collect
    from fileroom.people.answers import Missing

    with pytest.raises(Missing):
        collect(uuid4(), "counsellor_or_teacher_rating", RATING, by=town.registrar.by, at=AT)
    assert entries() == []


def test_a_shelf_that_breaks_leaves_no_record_and_no_entry(town: make.Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.records import contents

    def breaks(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(contents, "write", breaks)
    with pytest.raises(OSError, match="full"):
        files(town, "counsellor_or_teacher_rating", RATING)
    assert (kept(), entries()) == ((0, 0, 0), [])


def test_a_document_is_kept_byte_for_byte_and_its_name_is_not(town: make.Town) -> None:
    from fileroom.collection.services import Collected, Document
    from fileroom.disclosure.services import Inspected
    from tests.disclosure.asking import looks

    made = pdf("Reads well.")
    made.attachments["marks.txt"] = b"at grade level " * 10_000
    body = bytes_of(made, compress_streams=False)
    assert len(body) > 100_000
    done = files(town, "test_results", Document("Ana Torres fall.pdf", body))
    assert isinstance(done, Collected)
    seen = looks(town.registrar.by, done.record)
    assert isinstance(seen, Inspected)
    assert (seen.contents.body, seen.contents.media_type) == (body, "application/pdf")
    assert "fall" not in repr(seen.record)


def test_every_form_asks_only_for_what_the_law_lets_it_ask(installation: object) -> None:
    from fileroom import screening
    from fileroom.collection.items import BY_HAND, FORMS
    from fileroom.law.catalogue import CATALOGUE

    for item, fields in FORMS.items():
        assert item in BY_HAND and item in CATALOGUE
        for field in fields:
            asked = [field.name, field.label, field.hint, *(words for _, words in field.choices)]
            found = [text for text in asked if screening.banned_field(text) or screening.findings_in(text)]
            assert found == [], item
