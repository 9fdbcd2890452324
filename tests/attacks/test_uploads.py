"""What is handed in is what its bytes say, or it is not kept: and the answer says what to do, without an incident."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.disclosure.asking import entries
from tests.screening.files import bytes_of, pdf, picture, saved

MB = 2**20
PDF = bytes_of(pdf("Reads well."))
PNG = saved(picture("Reads well."), "PNG")
TIFF = saved(picture("Reads well."), "TIFF")
HTML = b"<!doctype html><script>alert(1)</script>"
Handed = Callable[..., "tuple[int, str]"]


@pytest.fixture
def hand_in(town: make.Town) -> Handed:
    """Hand a file in at the counter; returns the status and the page."""

    def hand_in(name: str, body: bytes, *, item: str = "test_results") -> tuple[int, str]:
        file = BytesIO(body)
        file.name = name
        answer = browser(town.registrar.by).post(
            f"/students/{town.ana.id}/file/", form(item=item, file=file, others="nobody")
        )
        return answer.status_code, answer.content.decode()

    return hand_in


def kept() -> int:
    """Records on the shelves of the district."""
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record

    with district_transaction():
        return Record.objects.count()


@pytest.mark.parametrize(
    ("name", "body", "says"),
    [
        ("scan.pdf", PNG, "The name ends in .pdf, the contents are image/png"),
        ("scan.png", PDF, "The name ends in .png, the contents are application/pdf"),
        ("scan.pdf", HTML, "contents are text/plain"),
        ("page.html", HTML, "The name ends in .html"),
        ("page.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "The name ends in .svg"),
        ("scan.pdf", b"\x00\x01\x02" * 1000, "This is not a PDF, PNG, JPEG, TIFF, plain text, Word"),
        ("scan.pdf", b"%PDF-1.7\n" + b"\x00" * 3000, "This is not a PDF, PNG, JPEG, TIFF, plain text, Word"),
        ("program.exe", b"MZ\x90\x00\x03" + b"\x00" * 100, "This is not a PDF, PNG, JPEG, TIFF, plain text, Word"),
        ("macro.docx", b"PK\x03\x04" + b"\x00" * 100, "This is not a PDF, PNG, JPEG, TIFF, plain text, Word"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_not_kept(hand_in: Handed, name: str, body: bytes, says: str) -> None:
    status, page = hand_in(name, body)
    assert (status, kept()) == (422, 0)
    assert says in page


def test_an_empty_file_is_not_kept(hand_in: Handed) -> None:
    status, page = hand_in("scan.pdf", b"")
    assert (status, kept()) == (422, 0)
    assert "empty" in page


def test_sixty_megabytes_are_refused_with_a_way_on(hand_in: Handed) -> None:
    status, page = hand_in("scan.pdf", b"\x00" * (60 * MB))
    assert (status, kept()) == (422, 0)
    assert "60 MB" in page and "at most 50 MB" in page


def test_what_is_larger_still_is_refused_before_it_is_read(hand_in: Handed) -> None:
    status, page = hand_in("scan.pdf", b"\x00" * (65 * MB))
    assert (status, kept()) == (413, 0)
    assert "50 MB" in page


def test_who_is_not_signed_in_hands_in_a_name_and_a_password_and_no_more(district: str) -> None:
    file = BytesIO(b"x" * (80 * 1024))
    file.name = "a.bin"
    assert browser().post("/sign-in/", {"file": file}).status_code == 413


def test_a_document_never_lies_in_clear_while_it_comes_in(
    hand_in: Handed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    status, _ = hand_in("scan.pdf", PDF.replace(b"startxref", b"%" + b"x" * (20 * MB) + b"\nstartxref"))
    assert (status, kept()) == (200, 1), "it needed no temporary file"


@pytest.mark.parametrize(
    ("name", "body"),
    [("scan.pdf", PDF), ("scan.png", PNG), ("SCAN.PDF", PDF), ("noname", PNG), ("scan.tif", TIFF), ("SCAN.TIFF", TIFF)],
)
def test_a_file_that_is_what_it_says_is_kept_and_comes_back_as_it_was(
    town: make.Town, hand_in: Handed, name: str, body: bytes
) -> None:
    status, _ = hand_in(name, body)
    assert (status, kept()) == (200, 1)
    record = next(event.record for event in entries() if event.act == "record:collected")
    assert browser(town.registrar.by).get(f"/records/{record}/document/").content == body


@pytest.mark.parametrize("name", ["../../../etc/cron.d/x.txt", "a" * 250 + ".txt", "‮gnp.txt", "名前.txt", "x\ty.txt"])
def test_the_name_of_a_file_is_kept_nowhere(
    town: make.Town, hand_in: Handed, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    status, _ = hand_in(name, b"Reads well.\n")
    assert (status, kept()) == (200, 1)
    record = next(event.record for event in entries() if event.act == "record:collected")
    answer = browser(town.registrar.by).get(f"/records/{record}/document/")
    assert answer["Content-Disposition"] == 'attachment; filename="test_results.txt"'


def test_a_number_that_may_not_be_collected_is_found_in_a_text_and_in_the_name_of_a_file(hand_in: Handed) -> None:
    for name, body in (("scan.txt", b"SSN: 219-09-9999\n"), ("SSN 219-09-9999.txt", b"Reads well.\n")):
        status, page = hand_in(name, body)
        assert (status, kept()) == (403, 0)
        assert "49076.7" in page and "219-09-9999" not in page
    assert [event.act.value for event in entries() if event.part == "test_results"] == ["collection:refused"] * 2


def test_a_number_on_the_pages_of_a_scan_is_named_by_its_pages_and_not_shown(town: make.Town, hand_in: Handed) -> None:
    told = "Social Security number: 318-44-7265"
    status, page = hand_in("scan.pdf", bytes_of(pdf("Reads well.", told, told), compress_streams=True))
    assert (status, kept()) == (403, 0)
    assert "in 2 places, on pages 2, 3" in page and "49076.7" in page and "318-44-7265" not in page
    assert "Take it out and file again. Nothing was kept." in page


def test_a_taxpayer_number_is_refused_with_the_law_by_which_counsel_is_asked(hand_in: Handed) -> None:
    status, page = hand_in("scan.txt", b"ITIN: 912-78-1234\n")
    assert (status, kept()) == (403, 0)
    assert "26 CFR 301.6109-1" in page and "912-78-1234" not in page


def test_a_document_that_cannot_be_read_is_answered_by_what_to_do_next(hand_in: Handed) -> None:
    status, page = hand_in("scan.pdf", bytes_of(pdf("Reads well."), encryption=pikepdf.Encryption(owner="a", user="b")))
    assert (status, kept()) == (422, 0)
    assert "Save a copy that opens without a password, and file that. Nothing was kept." in page
    assert [event.act.value for event in entries() if event.part == "test_results"] == ["collection:refused"]


def test_a_document_that_cannot_be_read_is_noted_where_the_form_beside_it_is_torn_too(town: make.Town) -> None:
    file = BytesIO(bytes_of(pdf("Reads well."), encryption=pikepdf.Encryption(owner="a", user="b")))
    file.name = "scan.pdf"
    answer = browser(town.registrar.by).post(f"/students/{town.ana.id}/file/", form(item="test_results", file=file))
    assert (answer.status_code, kept()) == (422, 0)
    assert [event.act.value for event in entries() if event.part == "test_results"] == ["collection:refused"]


@pytest.mark.parametrize("item", ["court_order", "access_log", "consent_form", "other", "ssn", "", "../x"])
def test_there_is_no_filing_by_hand_of_what_is_not_in_the_list(hand_in: Handed, item: str) -> None:
    status, _ = hand_in("scan.pdf", PDF, item=item)
    assert status in (200, 404)
    assert kept() == 0


def test_nobody_files_into_a_file_they_may_not_open(town: make.Town) -> None:
    file = BytesIO(PDF)
    file.name = "scan.pdf"
    given = form(item="test_results", file=file, others="nobody")
    assert browser(town.teacher.by).post(f"/students/{town.ben.id}/file/", given).status_code == 404
    assert browser(town.mother.by).post(f"/students/{town.ana.id}/file/", given).status_code == 404
    assert kept() == 0


def test_a_form_of_ten_thousand_fields_is_an_answer_and_no_incident(town: make.Town) -> None:
    given = form(item="sex", sex="female") | {f"x{number}": "1" for number in range(10_000)}
    answer = browser(town.registrar.by).post(f"/students/{town.ana.id}/file/", given)
    assert answer.status_code == 400
    assert kept() == 0


def test_a_field_of_a_megabyte_is_refused_by_its_length(town: make.Town) -> None:
    given = form(
        item="behaviour_report", others="nobody", observed_on="2026-10-01", text="a" * MB, signed_by="T. Abara"
    )
    answer = browser(town.registrar.by).post(f"/students/{town.ana.id}/file/", given)
    assert (answer.status_code, kept()) == (422, 0)
    assert "at most 4000" in answer.content.decode()


def test_a_note_of_many_numbers_is_refused_by_one_line_that_counts_them(town: make.Town) -> None:
    text = "123-45-6789 and I-94\n" * 150
    given = form(item="behaviour_report", others="nobody", observed_on="2026-10-01", text=text, signed_by="T. Abara")
    answer = browser(town.registrar.by).post(f"/students/{town.ana.id}/file/", given)
    page = answer.content.decode()
    assert (answer.status_code, kept()) == (403, 0)
    assert page.count("in 150 places") == 2 and page.count("Take it out and file again") == 2


def test_a_text_full_of_numbers_is_refused_by_a_page_of_ordinary_length(hand_in: Handed) -> None:
    status, page = hand_in("scan.txt", b"123-45-6789\n" * 20_000)
    assert (status, kept()) == (403, 0)
    assert "in 1,000 places or more" in page and len(page) < 50_000


def test_what_is_too_long_to_be_looked_into_is_refused_by_its_length_and_not_shown_again(town: make.Town) -> None:
    text = "x" * 40_000 + " Her SSN is 536-91-0427."
    given = form(item="behaviour_report", others="nobody", observed_on="2026-10-01", text=text, signed_by="T. Abara")
    answer = browser(town.registrar.by).post(f"/students/{town.ana.id}/file/", given)
    page = answer.content.decode()
    assert (answer.status_code, kept()) == (422, 0)
    assert "at most 4000" in page and "536-91-0427" not in page and "xxx" not in page


def test_a_note_that_is_only_too_long_comes_back_to_be_shortened(town: make.Town) -> None:
    given = form(
        item="behaviour_report", others="nobody", observed_on="2026-10-01", text="Sings. " * 800, signed_by="T. Abara"
    )
    answer = browser(town.registrar.by).post(f"/students/{town.ana.id}/file/", given)
    assert answer.status_code == 422 and "Sings. Sings." in answer.content.decode()


def test_a_number_in_a_note_that_is_too_long_is_refused_by_the_law_first(town: make.Town) -> None:
    text = "Sings. " * 800 + "Her SSN is 536-91-0427."
    given = form(item="behaviour_report", others="nobody", observed_on="2026-10-01", text=text, signed_by="T. Abara")
    answer = browser(town.registrar.by).post(f"/students/{town.ana.id}/file/", given)
    assert answer.status_code == 403 and "536-91-0427" not in answer.content.decode()
    assert [event.act.value for event in entries() if event.part == "behaviour_report"] == ["collection:refused"]


def test_a_number_beside_a_field_too_long_to_be_looked_into_is_refused_and_noted(town: make.Town) -> None:
    given = form(
        item="behaviour_report", others="nobody", observed_on="536-91-0427", text="x" * 50_000, signed_by="T. Abara"
    )
    answer = browser(town.registrar.by).post(f"/students/{town.ana.id}/file/", given)
    assert answer.status_code == 403 and "536-91-0427" not in answer.content.decode()
    assert [event.act.value for event in entries() if event.part == "behaviour_report"] == ["collection:refused"]


def test_a_file_larger_than_is_kept_is_not_looked_into(town: make.Town) -> None:
    from fileroom.collection.services import Document, sieved
    from fileroom.records.contents import LARGEST

    number = b"SSN 536-91-0427 "
    assert sieved(Document("scan.txt", number)) and not sieved(Document("scan.txt", number + b" " * LARGEST))
