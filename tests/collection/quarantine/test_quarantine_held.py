"""A document that may not be filed is refused, or held where the clerk so chooses: sealed, in no file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from fileroom.screening.opening.identify import EICAR
from tests import factories as make
from tests.attacks.browsing import without_ids
from tests.collection.conftest import Rows
from tests.collection.quarantine.holding import ITEM, NUMBER, OTHER_NUMBER, brings, filled, held, upload
from tests.collection.test_collect import kept
from tests.disclosure.asking import entries, last_entry
from tests.screening.files import bytes_of, pdf, picture, saved, zipped

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn

LOCKED = bytes_of(pdf("Reads well."), encryption=pikepdf.Encryption(owner="a", user="b"))
SCAN = saved(picture(f"Social Security number: {NUMBER}", "Parent name: Maria Lopez"), "PNG")
WHOLE = bytes_of(pdf("Reads well."))


def test_what_is_held_is_sealed_in_nobodys_file_and_the_ledger_knows(town: make.Town, rows: Rows) -> None:
    id_ = held(town.registrar.by, town.ana)
    assert kept() == (0, 1, 1), "no record, one version, one ciphertext"
    noted = last_entry()
    assert (noted.act, noted.record, noted.part, noted.student) == ("quarantine:held", id_, ITEM, town.ana.id)
    assert noted.rules[0].startswith("collection.social_security_numbers"), "which law keeps it out"
    assert noted.actor.role == "registrar"
    assert rows("SELECT state, road, outcome, item FROM records_quarantined") == [("held", "web", "findings", ITEM)]


def test_its_row_tells_what_was_found_and_where_and_never_the_value(town: make.Town, rows: Rows) -> None:
    held(town.registrar.by, town.ana)
    ((found,),) = rows("SELECT found FROM records_quarantined")
    where = filled().decode().index(NUMBER)
    assert ("ssn", "value", where, where + len(NUMBER)) in [
        (it["category"], it["mode"], it["start"], it["end"]) for it in found
    ]
    ((row,),) = rows("SELECT to_jsonb(q)::text FROM records_quarantined q")
    row = without_ids(row)
    assert "7265" not in row and "Torres" not in row and "scan" not in row


@pytest.mark.parametrize(
    ("name", "body", "outcome"),
    [
        ("scan.pdf", LOCKED, "encrypted"),
        ("scan.png", SCAN, "findings"),
    ],
)
def test_what_could_not_be_read_and_what_was_read_off_a_picture_are_held_too(
    town: make.Town, rows: Rows, name: str, body: bytes, outcome: str
) -> None:
    held(town.registrar.by, town.ana, body, name=name)
    assert rows("SELECT outcome, redactable, covered_by FROM records_quarantined") == [(outcome, False, [])]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("scan.txt", EICAR),
        ("scan.pdf", WHOLE[: len(WHOLE) // 2] + b"\n%%EOF\n"),
        ("scan.pdf", WHOLE + zipped({"a.txt": "x"})),
        ("scan.txt", b""),
        ("scan.docx", b"\x00\x01\x02"),
        ("scan.txt", b"Reads well.\n"),
    ],
)
def test_what_does_harm_or_holds_nothing_and_what_may_be_filed_are_never_held(
    town: make.Town, name: str, body: bytes
) -> None:
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        brings(town.registrar.by, town.ana, body, name=name)
    assert (kept(), entries()) == ((0, 0, 0), [])


@pytest.mark.parametrize("who", ["teacher", "mother"])
def test_who_may_not_file_such_a_record_holds_nothing_back(town: make.Town, who: str) -> None:
    from fileroom.collection.services import RefusedByGate
    from fileroom.people.answers import Missing

    by: SignedIn = getattr(town, who).by
    answer: Any = None
    try:
        answer = brings(by, town.ben)
    except Missing:
        assert who == "mother"
    assert answer is None or isinstance(answer, RefusedByGate)
    assert kept() == (0, 0, 0)


def test_the_very_same_document_is_held_once(town: make.Town, rows: Rows) -> None:
    from fileroom.collection.quarantine.holding import HeldBefore

    first = held(town.registrar.by, town.ana)
    again = brings(town.registrar.by, town.ana)
    assert again == HeldBefore(first)
    assert [it.act for it in entries()] == ["quarantine:held"]


def test_copies_of_one_form_are_one_template_and_another_form_or_finding_is_another(
    town: make.Town, rows: Rows
) -> None:
    for name, number in (("Ana Torres", NUMBER), ("Ben Ruiz", OTHER_NUMBER)):
        held(town.registrar.by, town.ana, filled(name, number))
    held(town.registrar.by, town.ana, filled() + b"Immigration status: undocumented\n")
    held(town.registrar.by, town.ana, filled().replace(b"At grade level.", b"Mother's name:"))
    sizes = rows("SELECT count(*) FROM records_quarantined GROUP BY template ORDER BY 1")
    assert sizes == [(1,), (1,), (2,)]


def test_what_nobody_could_read_whole_is_a_copy_of_nothing(town: make.Town, rows: Rows) -> None:
    """Each is decided about alone: two locked papers have nothing in common but their lock."""
    locked = pikepdf.Encryption(owner="a", user="b")
    for who, text in ((town.ana, "Transcript of Ana"), (town.ben, "Report of a psychologist")):
        held(town.registrar.by, who, bytes_of(pdf(text), encryption=locked), name="scan.pdf")
    for name, number in (("Ana", NUMBER), ("Ben", OTHER_NUMBER)):  # read, in part
        held(town.registrar.by, town.ana, packed(filled(name, number)), name="scan.pdf")
    assert rows("SELECT count(DISTINCT template), count(*) FROM records_quarantined") == [(4, 4)]


def packed(form: bytes) -> bytes:
    """A paper that reads, with something packed in it that nobody opens."""
    made = pdf(*form.decode().splitlines())
    made.attachments["a.pdf"] = bytes_of(pdf("Locked."), encryption=pikepdf.Encryption(owner="a", user="b"))
    return bytes_of(made)


def test_the_counter_refuses_and_keeps_nothing_unless_it_is_to_be_held(town: make.Town) -> None:
    from tests.attacks.browsing import browser, form

    pages, address = browser(town.registrar.by), f"/students/{town.ana.id}/file/?item={ITEM}"
    answers = {"item": ITEM, "others": "nobody"}
    refused = pages.post(address, form(**answers, file=upload(filled())))
    assert refused.status_code == 403 and kept() == (0, 0, 0)
    said = refused.content.decode()
    assert "49076.7" in said and "Hold it for the custodian" in said and NUMBER not in said
    done = pages.post(address, form(**answers, hold="yes", file=upload(filled())))
    assert done.status_code == 200 and "Held for the custodian" in done.content.decode()
    assert kept() == (0, 1, 1)
    listed = pages.get("/coming-in/").content.decode()
    assert "What you brought" in listed and "Waits for the custodian of records" in listed
    assert "Social Security" not in listed, "its state alone"


def test_a_document_with_nothing_in_it_is_filed_whichever_button_is_pressed(town: make.Town) -> None:
    from tests.attacks.browsing import browser, form

    pages = browser(town.registrar.by)
    sent = form(item=ITEM, others="nobody", hold="yes", file=upload(b"Reads well.\n"))
    assert "Filed:" in pages.post(f"/students/{town.ana.id}/file/?item={ITEM}", sent).content.decode()
    assert kept() == (1, 1, 1)
