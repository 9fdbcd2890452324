"""A bundle is brought on a page: tried, then taken; and the list of imports, those of the command among them."""

from __future__ import annotations

import time
from datetime import timedelta
from hashlib import sha256
from typing import Any
from unittest import mock
from uuid import uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection import edfi_bundles as edfi
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import Roster, crowd, lacking, zip_of
from tests.collection.samples import sample
from tests.collection.test_bundle_kinds import SDS_V1
from tests.collection.test_mapping import BODY, TAKES, page
from tests.collection.trying import mark
from tests.conftest import AT
from tests.disclosure.asking import entries

PAGE = "/coming-in/imports/"
LONG_IDS = SDS_V1["Student.csv"].replace("x1", "318447265").replace("x2", "401226613")
SDS_WITH_LONG_IDS = SDS_V1 | {"Student.csv": LONG_IDS}


@pytest.fixture
def office(district: str) -> make.Staffed:
    return make.staffed("office", "administrator", None)


def zipped(members: dict[str, Any] | None = None) -> bytes:
    return zip_of(dict(members or Roster().contents()))


def sent(body: bytes, name: str = "bundle.zip", **more: str) -> dict[str, object]:
    """What the page sends with each step."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    return {"file": SimpleUploadedFile(name, body), **more}


def mark_for(body: bytes, office: make.Staffed) -> str:
    """The mark of a file, as somebody has it who tried it."""
    from fileroom.collection.bundles.services import mark_of

    return mark_of(body, False, by=office.by)


def students(rows: Rows) -> int:
    ((number,),) = rows("SELECT count(*) FROM people_student")
    return int(number)


@pytest.mark.parametrize(
    ("members", "kind", "number"),
    [(Roster().contents(), "OneRoster", 2), (edfi.district(), "Ed-Fi", 2), (SDS_V1, "School Data Sync", 2)],
)
def test_each_kind_is_tried_and_taken_under_whatever_name(
    office: make.Staffed, rows: Rows, members: dict[str, Any], kind: str, number: int
) -> None:
    pages, body = browser(office.by), zipped(members)
    tried = pages.post(PAGE, sent(body, "roster.pdf", act="look")).content.decode()
    assert "What would happen" in tried and kind in tried and students(rows) == 0
    assert "bundle:imported" not in [it.act.value for it in entries()]
    assert rows("SELECT count(*) FROM collection_import") == [(0,)]
    done = pages.post(PAGE, sent(body, act="take", tried=mark(tried))).content.decode()
    assert "What was done" in done and students(rows) == number
    (entry,) = [it for it in entries() if it.act.value == "bundle:imported"]
    assert (entry.actor.account, entry.actor.door) == (office.by.account.id, "web")
    assert rows("SELECT id, imported_by FROM collection_import") == [(entry.id, office.by.account.id)]


def test_the_page_says_what_the_command_says(office: make.Staffed, bring: Import) -> None:
    report = bring(Roster(), dry_run=True)
    said = words(browser(office.by).post(PAGE, sent(zipped(), act="look")).content.decode())
    new, read = report.written.new, report.tally.read
    assert f"0 left, {new} new, 0 changed, 0 unchanged" in said
    assert f"Rows: {read} read, {report.tally.kept} kept" in said
    assert "Ed. Code 234.7(a)" in said and "countryOfBirthCode" in said and "Mexico" not in said


TICKED = {"ids_are_no_ssn": "on"}


def mark_of_an_hour_ago(body: bytes, office: make.Staffed) -> str:
    with mock.patch("django.core.signing.time.time", return_value=time.time() - 3601):
        return mark_for(body, office)


def test_what_was_not_tried_is_tried_and_not_taken(office: make.Staffed, rows: Rows) -> None:
    pages = browser(office.by)
    tried = mark(pages.post(PAGE, sent(zipped(), act="look")).content.decode())
    other = crowd(3).contents()
    body = zipped(other)
    of_another = mark_for(body, make.staffed("another", "administrator", None))
    own, hashed = mark_for(body, office), sha256(body).hexdigest()
    torn = own[:-1] + ("a" if own[-1] != "a" else "b")
    old = mark_of_an_hour_ago(body, office)
    for more in [{"tried": it} for it in (tried, "x", of_another, hashed, torn, old)] + [{}, TICKED | {"tried": own}]:
        answer = pages.post(PAGE, sent(body, act="take", **more)).content.decode()
        assert "Nothing was imported: this is not the file that was tried" in answer
    assert students(rows) == 0


def test_a_mark_is_made_after_a_whole_dry_run_alone_and_with_it_the_button(office: make.Staffed) -> None:
    roster = Roster()
    roster.headers["orgs"].remove("name")
    pages, whole, faulty = browser(office.by), zipped(), zipped(roster.contents())
    tried = mark(pages.post(PAGE, sent(whole, act="look")).content.decode())
    of_faulty = mark_for(faulty, office)
    with mock.patch("fileroom.web.imports.mark_of") as made:
        answers = [pages.post(PAGE, sent(faulty, act="look")), pages.post(PAGE, sent(b"MZ", act="look"))]
        answers += [pages.post(PAGE, sent(faulty, act="take", tried=of_faulty))]
        answers += [pages.post(PAGE, sent(whole, act="take", tried=tried))]
    assert [it.status_code for it in answers] == [422, 422, 422, 200] and not made.called
    assert not any(b'name="tried"' in it.content or b'value="take"' in it.content for it in answers)


def test_a_file_of_csv_goes_on_as_on_the_mapping_page(office: make.Staffed, rows: Rows) -> None:
    pages = browser(office.by)
    look = pages.post(PAGE, sent(BODY, "students.csv", act="look")).content.decode()
    assert 'student.family" selected' in look and "Ed. Code 49076.7" in look
    tried = pages.post(PAGE, page(TAKES, act="try", days="y-m-d")).content.decode()
    done = pages.post(PAGE, page(TAKES, act="take", days="y-m-d", tried=mark(tried))).content.decode()
    assert "What was done" in done and students(rows) == 2
    listed = words(pages.get(PAGE).content.decode())
    assert "CSV by a map" in listed


def test_ids_that_could_be_social_security_numbers_wait_for_a_persons_word(office: make.Staffed, rows: Rows) -> None:
    pages, body = browser(office.by), zipped(SDS_WITH_LONG_IDS)
    asked = pages.post(PAGE, sent(body, act="look"))
    assert asked.status_code == 422 and b"ids_are_no_ssn" in asked.content and b"318447265" not in asked.content
    tried = pages.post(PAGE, sent(body, act="look", ids_are_no_ssn="on")).content.decode()
    pages.post(PAGE, sent(body, act="take", ids_are_no_ssn="on", tried=mark(tried)))
    assert students(rows) == 2
    assert [it.part for it in entries() if it.act.value == "bundle:imported"] == ["sds/ids_are_no_ssn"]
    ((id_,),) = rows("SELECT id FROM collection_import")
    assert "they are the sender’s own" in pages.get(f"{PAGE}{id_}/").content.decode()


def test_what_the_law_keeps_out_of_a_bundle_that_is_refused_is_an_entry_and_the_try_is_none(
    office: make.Staffed, rows: Rows
) -> None:
    roster = Roster()
    roster.row("users", "u2")["userIds"] = "{SSN:536-90-4271}"
    roster.headers["orgs"].remove("name")
    pages, body = browser(office.by), zipped(roster.contents())
    for act in ("look", "take"):
        answer = pages.post(PAGE, sent(body, act=act, tried=mark_for(body, office)))
        assert answer.status_code == 422
        assert "Nothing was taken" in answer.content.decode() and "536-90" not in answer.content.decode()
    assert [it.act.value for it in entries() if it.part == "oneroster"] == ["collection:refused"], "once: a try is none"
    assert rows("SELECT count(*) FROM collection_import") == [(0,)]


def test_the_list_has_the_imports_of_the_command_too_the_newest_first(
    office: make.Staffed, bring: Import, rows: Rows
) -> None:
    bring(crowd(30), days=-3)
    bring(lacking(crowd(30), *(f"x{number}" for number in range(20))), days=-2)
    pages = browser(office.by)
    tried = mark(pages.post(PAGE, sent(zipped(), act="look")).content.decode())
    pages.post(PAGE, sent(zipped(), act="take", tried=tried))
    listed = words(pages.get(PAGE).content.decode())
    assert listed.index("Office Abara") < listed.index("By the command on the server")
    assert listed.count("By the command on the server") == 2
    ((id_,),) = rows("SELECT id FROM collection_import WHERE door = 'cli' ORDER BY imported_at DESC LIMIT 1")
    report = words(pages.get(f"{PAGE}{id_}/").content.decode())
    assert "20 Absent from the file" in report and "/absent/" in pages.get(f"{PAGE}{id_}/").content.decode()
    assert "Ed. Code 234.7(a)" in report


def test_what_is_kept_of_an_import_names_nothing_of_the_senders(bring: Import, rows: Rows) -> None:
    roster = Roster()
    roster.headers["users"].append("Familia Okafor")
    roster.row("users", "u2")["email"] = "bo 536904271"
    report = bring(roster)
    assert report.whole, report.in_words()
    ((kept,),) = rows("SELECT i::text FROM collection_import i")
    assert not any(it in kept for it in ("Okafor", "536904271", "userIds", "users.csv", "countryOfBirth"))
    assert "Ed. Code 234.7(a)" in kept and "ssn_shape" in kept


def test_the_list_has_pages_and_any_other_number_is_the_first(office: make.Staffed) -> None:
    from fileroom.collection.bundles.lists import ON_A_PAGE
    from fileroom.collection.models import Import as Row

    for number in range(ON_A_PAGE + 1):
        make.keep(Row(id=uuid4(), part="oneroster", door="cli", imported_at=AT - timedelta(days=number), counts=None))
    pages = browser(office.by)
    first, second = (pages.get(f"{PAGE}?page={number}").content.decode() for number in (1, 2))
    assert first.count("Report<") == ON_A_PAGE and second.count("Report<") == 1
    assert "?page=2" in first and "?page=1" in second and "Its counts were not kept yet" in words(second)
    for said in ("0", "-1", "x", "²", "9" * 30):
        assert pages.get(f"{PAGE}?page={said}").status_code == 200
    assert pages.get(f"{PAGE}{uuid4()}/").status_code == 404


def test_an_import_before_this_list_was_there_is_on_it(bring: Import, rows: Rows, owner: Any) -> None:
    from importlib import import_module

    bring(Roster())
    owner.execute("DELETE FROM collection_import")
    migration = import_module("fileroom.collection.migrations.0011_what_an_import_counted_is_kept")
    owner.execute(migration.ALREADY)
    entry = next(it for it in entries() if it.act.value == "bundle:imported")
    assert rows("SELECT id, part, door, counts FROM collection_import") == [(entry.id, "oneroster", "cli", None)]


def test_a_district_of_some_five_thousand_rows_is_taken(office: make.Staffed, rows: Rows) -> None:
    folder = sample("oneroster-medium")
    body = zipped({file.name: file.read_bytes() for file in folder.iterdir()})
    pages = browser(office.by)
    tried = pages.post(PAGE, sent(body, act="look")).content.decode()
    done = words(pages.post(PAGE, sent(body, act="take", tried=mark(tried))).content.decode())
    assert "What was done" in done and students(rows) > 200


def test_the_page_is_in_spanish_for_whoever_has_chosen_it(office: make.Staffed) -> None:
    pages = browser(office.by)
    pages.post("/language/", {"language": "es", "next": PAGE})
    answer = pages.post(PAGE, sent(zipped(), act="look")).content.decode()
    said = words(answer)
    assert '<html lang="es"' in answer and "Lo que sucedería" in said
    assert not any(it in said for it in ("What would happen", "Imports done", "unchanged", "Choose", "dropped "))
