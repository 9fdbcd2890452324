"""A document is opened before it is filed: what lies in it decides, and what nobody could read whole is not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest

from fileroom.screening.opening.identify import EICAR
from tests import factories as make
from tests.attacks.browsing import without_ids
from tests.collection.test_collect import files, kept
from tests.disclosure.asking import entries, last_entry
from tests.screening.files import bytes_of, pdf, picture, saved, zipped

if TYPE_CHECKING:
    from fileroom.collection.services import RefusedByGate

NUMBER = "318-44-7265"
TOLD = f"Social Security number: {NUMBER}"
ITEM = "test_results"
SCAN = ("Reading assessment, fall.", "At grade level.")


def compressed(*pages: str) -> bytes:
    """A PDF whose bytes show none of its words."""
    body = bytes_of(pdf(*pages), compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert not any(words.encode() in body for words in pages)
    return body


def refused(town: make.Town, name: str, body: bytes) -> RefusedByGate:
    """What the gate says of a document that it refuses."""
    from fileroom.collection.services import Document, RefusedByGate

    answer = files(town, ITEM, Document(name, body))
    assert isinstance(answer, RefusedByGate)
    return answer


def told(town: make.Town, name: str, body: bytes) -> str:
    """What is said of a document that could not be read whole."""
    from django.core.exceptions import ValidationError

    from fileroom.collection.services import Document

    with pytest.raises(ValidationError) as fault:
        files(town, ITEM, Document(name, body))
    (says,) = fault.value.message_dict["file"]
    return says


def test_a_number_in_what_a_pdf_has_compressed_is_found_on_its_page(town: make.Town) -> None:
    answer = refused(town, "scan.pdf", compressed("Reads well.", TOLD))
    assert [(it.category.value, it.page) for it in answer.findings] == [("ssn", 2)]
    assert "49076.7" in answer.decision.because[0].citation
    assert "7265" not in without_ids(repr(answer))
    assert (last_entry().act, last_entry().id, kept()) == ("collection:refused", answer.entry, (0, 0, 0))


def test_nine_digits_that_no_word_explains_keep_a_text_out_but_no_printed_form(town: make.Town) -> None:
    from fileroom.collection.services import Collected, Document

    assert refused(town, "note.txt", b"Reads well. 536910427\n").findings
    assert isinstance(files(town, ITEM, Document("transcript.pdf", compressed("Reads well. 536910427"))), Collected)


@pytest.mark.parametrize(("name", "kind"), [("scan.png", "PNG"), ("scan.jpg", "JPEG")])
def test_a_number_on_a_picture_is_read_and_refused(town: make.Town, name: str, kind: str) -> None:
    answer = refused(town, name, saved(picture(TOLD, "Parent name: Maria Lopez"), kind))
    assert {it.category.value for it in answer.findings} == {"ssn"}
    assert kept() == (0, 0, 0)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("scan.png", saved(picture(*SCAN), "PNG")),
        ("scan.jpg", saved(picture(*SCAN), "JPEG")),
        ("scan.pdf", bytes_of(pdf(*SCAN))),
        ("scan.txt", "\n".join(SCAN).encode()),
    ],
)
def test_a_document_that_was_read_whole_and_holds_nothing_is_filed(town: make.Town, name: str, body: bytes) -> None:
    from fileroom.collection.services import Collected, Document

    assert isinstance(files(town, ITEM, Document(name, body)), Collected)
    assert (last_entry().act, kept()) == ("record:collected", (1, 1, 1))


LOCKED = pikepdf.Encryption(owner="a", user="b")
WHOLE = bytes_of(pdf("Reads well."))


@pytest.mark.parametrize(
    ("name", "body", "says"),
    [
        ("scan.pdf", bytes_of(pdf("Reads well."), encryption=LOCKED), "password"),
        ("scan.pdf", WHOLE[: len(WHOLE) // 2] + b"\n%%EOF\n", "damaged"),
        ("scan.png", saved(picture(*SCAN), "PNG")[:900], "Scan it again"),
        ("scan.txt", EICAR, "malicious"),
        ("scan.pdf", WHOLE + zipped({"a.txt": "x"}) + b"", "two types"),
    ],
)
def test_what_could_not_be_read_whole_is_not_kept_and_the_log_knows(
    town: make.Town, name: str, body: bytes, says: str
) -> None:
    said = told(town, name, body)
    assert says in said and said.endswith("Nothing was kept.")
    assert [(it.act, it.part) for it in entries()] == [("collection:refused", ITEM)]
    assert kept() == (0, 0, 0)


def test_what_takes_too_long_to_read_is_not_kept(town: make.Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.collection import opened
    from fileroom.screening.parts import Limits

    monkeypatch.setattr(opened, "LIMITS", Limits(seconds=0.0))
    assert "could not be read in time" in told(town, "scan.png", saved(picture(*SCAN), "PNG"))
    assert kept() == (0, 0, 0)


def test_a_picture_that_nobody_can_read_for_want_of_ocr_is_not_kept(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection import opened
    from fileroom.screening.parts import Outcome
    from fileroom.screening.screened import Screened

    unread = Screened(Outcome.QUARANTINE, (), 1, 0, fully_examined=False, says="A picture was not read.")
    monkeypatch.setattr(opened, "screen_document", lambda *_, **__: unread)
    assert "A picture was not read." in told(town, "scan.png", saved(picture(*SCAN), "PNG"))
    assert kept() == (0, 0, 0)


def test_a_letter_in_letters_that_are_not_known_is_not_to_be_filed_again(town: make.Town) -> None:
    from fileroom.screening.scripts import NOT_KNOWN

    body = "Номер социального страхования ученика (необязательно): ____\n".encode()
    assert told(town, "letter.txt", body) == f"{NOT_KNOWN} Nothing was kept."
    assert kept() == (0, 0, 0)


def test_a_number_beside_what_cannot_be_read_is_refused_by_the_law(town: make.Town) -> None:
    made = pdf(TOLD)
    made.attachments["locked.pdf"] = bytes_of(pdf("Reads well."), encryption=LOCKED)
    assert {it.category.value for it in refused(town, "scan.pdf", bytes_of(made)).findings} == {"ssn"}


def test_no_transaction_is_open_while_a_document_is_read(town: make.Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import connection

    from fileroom.collection import opened
    from fileroom.collection.services import Collected, Document
    from fileroom.screening.screened import Screened, screen_document

    open_meanwhile: list[bool] = []

    def screen(*given: object, **also: object) -> Screened:
        open_meanwhile.append(connection.in_atomic_block)
        return screen_document(*given, **also)  # type: ignore[arg-type]

    monkeypatch.setattr(opened, "screen_document", screen)
    assert isinstance(files(town, ITEM, Document("scan.pdf", WHOLE)), Collected)
    assert open_meanwhile == [False], "once, and outside"


def test_a_stranger_is_told_nothing_of_what_they_hand_in(town: make.Town) -> None:
    from fileroom.collection.services import Document
    from fileroom.people.answers import Missing

    with pytest.raises(Missing):
        files(town, ITEM, Document("scan.txt", EICAR), by=town.mother.by)
    assert entries() == []
