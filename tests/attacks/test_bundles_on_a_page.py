"""Who may not import finds no page; and what is no bundle, or a trap, is answered in words, and nothing half done."""

from __future__ import annotations

import struct
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from fileroom.collection.imports.bundles import Shape, opened
from fileroom.collection.imports.faults import BundleRefused
from fileroom.screening.documents import kind_of
from fileroom.screening.opening import extract
from fileroom.screening.opening.zip_layout import files_listed
from fileroom.screening.parts import Outcome
from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.edfi_bundles import district as edfi_files
from tests.collection.oneroster_bundles import Roster, zip_of
from tests.collection.test_imports_on_a_page import PAGE, mark_for, sent
from tests.collection.trying import mark
from tests.disclosure.asking import entries

MB = 2**20
Rows = Callable[[str], list[tuple[Any, ...]]]
Post = Callable[[bytes], "tuple[int, str]"]


@pytest.fixture
def rows(owner: psycopg.Connection[Any]) -> Rows:
    """Rows of a statement, seen by a superuser looking at the district."""
    return lambda statement: owner.execute(statement).fetchall()


@pytest.fixture
def post(district: str) -> Post:
    """Bring these bytes, both ways; returns the status and the words of the second."""
    office = make.staffed("office", "administrator", None)
    pages = browser(office.by)

    def post(body: bytes) -> tuple[int, str]:
        pages.post(PAGE, sent(body, act="take", tried=mark_for(body, office)))
        answer = pages.post(PAGE, sent(body, act="look"))
        return answer.status_code, words(answer.content.decode())

    return post


def nothing_was_done(rows: Rows) -> bool:
    tables = ("people_student", "people_school", "collection_import", "bundle_users")
    left = [rows(f"SELECT count(*) FROM {table}") for table in tables]
    return left == [[(0,)]] * len(tables) and not [it for it in entries() if it.act.value == "bundle:imported"]


def encrypted() -> bytes:
    """A zip whose directory and members say that they are encrypted."""
    body = bytearray(zip_of(dict(Roster().contents())))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = body.find(sign)
        while at >= 0:
            (flags,) = struct.unpack_from("<H", body, at + offset)
            struct.pack_into("<H", body, at + offset, flags | 1)
            at = body.find(sign, at + 4)
    return bytes(body)


def old() -> bytes:
    """OneRoster 1.0: files of the standard, and no manifest."""
    return zip_of({name: it for name, it in Roster().contents().items() if name != "manifest.csv"})


def with_it(**members: Any) -> bytes:
    return zip_of({**Roster().contents(), **members})


def crowded(most: int = 1_400_000) -> bytes:
    """A zip of 64 MB that is a directory of empty names, and nothing else."""
    line = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 0, 20, *[0] * 8, 1, *[0] * 6) + b"a"
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, most & 0xFFFF, most & 0xFFFF, most * len(line), 4, 0)
    return b"PK\x03\x04" + line * most + end


def lying() -> bytes:
    """A zip with a file whose name at its own head is in no letters."""
    body = bytearray(with_it(**{"ñ.csv": b"x"}))
    body[body.find("ñ.csv".encode())] = 0xFF
    return bytes(body)


def opened_by_each_gate(body: bytes, folder: Path) -> Iterator[Callable[[], object]]:
    from fileroom.collection.bundles.kinds import told_apart
    from fileroom.collection.transfers import packet

    path = folder / "packet.zip"
    path.write_bytes(body)
    yield lambda: told_apart(BytesIO(body))
    yield lambda: opened(BytesIO(body), Shape((".csv",))).__enter__()
    yield lambda: packet.opened(path).__enter__()


@pytest.mark.usefixtures("installation")
def test_a_zip_of_a_million_names_is_refused_before_they_are_held_in_memory(tmp_path: Path) -> None:
    body = crowded()
    for gate in opened_by_each_gate(body, tmp_path):
        tracemalloc.start()
        with pytest.raises(BundleRefused, match=r"more than [15]000 files"):
            gate()
        assert tracemalloc.get_traced_memory()[1] - len(body) < 4 * MB
        tracemalloc.stop()


def at_its_end(directory: int, begins: int, more: bytes = b"") -> bytes:
    """How a zip of more than 4 GB says where its directory is; `more` stands in the record before what leads to it."""
    most = directory // 47
    length = 44 + len(more)
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", length, 45, 45, 0, 0, most, most, directory, begins) + more
    return record + struct.pack("<4sLQL", b"PK\x06\x07", 0, begins + directory, 1) + ANOTHER_END


ANOTHER_END = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, 47, 4, 0)
MANY = 30_000


def test_the_files_of_a_zip_are_counted_as_they_are_read() -> None:
    small = zip_of({"a.csv": b"x", "b.csv": b"x"})
    hidden = crowded(MANY)  # its end holds what looks like another end, behind which nothing is
    at = len(hidden) - 22
    hidden = hidden[: at + 16] + b"PK\x05\x06" + hidden[at + 20 :]
    wide = hidden[:at] + at_its_end(MANY * 47, 4)
    before = b"#!/bin/sh\n"
    for body in (hidden, wide, wide[:-2] + b"\x05\x00about", before + wide):
        assert files_listed(BytesIO(body), MANY, MANY * 47) == MANY
        assert files_listed(BytesIO(body), MANY - 1, MANY * 47) == MANY
        assert files_listed(BytesIO(body), 7, MANY * 47 - 1) == files_listed(BytesIO(body), 7, MANY * 47) == 8
    assert files_listed(BytesIO(small), 9, MB) == files_listed(BytesIO(before + small), 9, MB) == 2
    for body in (
        b"",
        b"PK\x03\x04",
        small[:-3],
        b"PK\x05\x06",
        b"PK\x05\x06\x00\x00",
        small.replace(b"PK\x01\x02", b"PK\x01\x03"),
    ):
        assert files_listed(BytesIO(body), 9, MB) is None


def elsewhere() -> Iterator[bytes]:
    """Zips of many names, of which some readers find the list by what leads to it and others a list of one name."""
    many = crowded(MANY)[:-22]
    led = at_its_end(MANY * 47, 4, b"\x00" * 56)
    yield many + led
    one = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, 47, len(many) - 47)
    yield many + at_its_end(MANY * 47, 4, one)
    yield b"PK\x03\x04" + b"\x00" * len(led) + many + led
    yield many + led.replace(b"PK\x06\x06", b"PK\x06\x00")
    yield crowded(1)[:-22] + led[-42:]


@pytest.mark.usefixtures("installation")
@pytest.mark.parametrize("body", list(elsewhere()), ids=range(5))
def test_a_zip_in_which_each_reader_finds_another_list_is_refused_unread(body: bytes, tmp_path: Path) -> None:
    assert files_listed(BytesIO(body), 9, MB) is None
    for gate in opened_by_each_gate(body, tmp_path):
        with pytest.raises(BundleRefused, match=r"damaged|neither a folder nor a zip"):
            gate()
    assert kind_of(body, "x.docx") is None
    assert extract(body, "x.zip").outcome is Outcome.DAMAGED


def test_short_names_are_counted_before_they_are_held_in_memory() -> None:
    body = crowded(21_000)  # its directory is no larger than that of a thousand files with long names
    tracemalloc.start()
    with pytest.raises(BundleRefused, match="more than 1000 files"):
        opened(BytesIO(body), Shape((".csv",))).__enter__()
    assert tracemalloc.get_traced_memory()[1] < 3 * MB
    tracemalloc.stop()
    assert kind_of(crowded(5001), "x.docx") is None


def test_what_a_mac_packs_beside_a_thousand_files_is_not_one_too_many() -> None:
    files = {f"{n}/{it}{n}.csv": b"x" for n in range(999) for it in ("", "._")}
    body = zip_of({f"__MACOSX/{name}" if "._" in name else name: it for name, it in files.items()})
    with opened(BytesIO(body), Shape((".csv",))):
        pass


TRAPS: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb": (lambda: with_it(**{"padding.csv": b"a" * (64 * MB)}), "unpacks to more than 200 times its size"),
    "encrypted": (encrypted, "The zip is encrypted"),
    "empty": (lambda: zip_of({}), "The zip is empty."),
    "old": (old, "Without one a bundle is OneRoster 1.0"),
    "two": (lambda: with_it(**edfi_files()), "kinds at once"),
    "outside": (lambda: with_it(**{"../orgs.csv": b"x"}), "names a file outside itself"),
    "torn": (lambda: zip_of(dict(Roster().contents()))[:-40], "damaged, or did not come whole"),
    "cut": (lambda: zip_of(dict(Roster().contents()))[:200], "damaged, or did not come whole"),
    "none": (lambda: zip_of({"hello.txt": b"Good morning."}), "Looked for"),
    "too many": (lambda: zip_of({f"{n}.csv": b"" for n in range(1200)}), "more than 1000 files"),
    "crowded": (lambda: crowded(30_000), "more than 1000 files"),
    "lying": (lying, "cannot be read"),
    "loose": (lambda: next(iter(edfi_files().values())).encode(), "XML and JSON come in a zip"),
    "program": (lambda: b"MZ\x90\x00\x03" + b"\x00" * 100, "neither a zip nor a file of CSV"),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_what_is_no_bundle_or_a_trap_is_answered_in_words_and_nothing_is_done(
    post: Post, rows: Rows, trap: str
) -> None:
    made, says = TRAPS[trap]
    status, said = post(made())
    assert status == 422 and says in said
    assert nothing_was_done(rows)


def test_a_member_that_unpacks_to_something_else_than_it_says_takes_nothing(post: Post, rows: Rows) -> None:
    body = bytearray(zip_of(dict(Roster().contents())))
    at = body.find(b"users.csv") + len(b"users.csv")
    body[at + 5 : at + 25] = bytes(20)
    status, said = post(bytes(body))
    assert status == 422 and "cannot be read" in said and nothing_was_done(rows)


@pytest.mark.parametrize("role", ["registrar", "principal", "teacher", "counsellor"])
def test_a_schools_clerk_principal_and_teacher_find_no_such_page(district: str, rows: Rows, role: str) -> None:
    who = make.staffed("somebody", role, make.school("Mesa Middle"))
    absent_for(who, rows)
    assert "/coming-in/imports/" not in browser(who.by).get("/coming-in/").content.decode()


def test_a_parent_and_who_is_not_signed_in_find_no_such_page(district: str, rows: Rows) -> None:
    town = make.town()
    assert browser(town.mother.by).get(PAGE).status_code == 404
    assert browser(town.mother.by).post(PAGE, sent(with_it(), act="take")).status_code == 404
    assert browser().get(PAGE).status_code == 302
    assert rows("SELECT count(*) FROM collection_import") == [(0,)]


def absent_for(who: make.Staffed, rows: Rows) -> None:
    """No page of imports is there for this account, and nothing it sends is taken."""
    pages, body = browser(who.by), with_it()
    for address in (PAGE, f"{PAGE}{uuid4()}/"):
        assert pages.get(address).status_code == 404
    for act in ("look", "take"):
        assert pages.post(PAGE, sent(body, act=act)).status_code == 404
    assert rows("SELECT count(*) FROM people_student") == [(0,)]


def test_a_form_without_its_token_takes_nothing(district: str, rows: Rows) -> None:
    office = make.staffed("office", "administrator", None)
    body = with_it()
    tried = mark(browser(office.by).post(PAGE, sent(body, act="look")).content.decode())
    answer = browser(office.by, csrf=True).post(PAGE, sent(body, act="take", tried=tried))
    assert answer.status_code == 403 and nothing_was_done(rows)


def test_a_bundle_never_lies_in_clear_while_it_is_tried_and_taken(
    district: str, rows: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    pages, body = browser(make.staffed("office", "administrator", None).by), with_it()
    tried = mark(pages.post(PAGE, sent(body, act="look")).content.decode())
    assert pages.post(PAGE, sent(body, act="take", tried=tried)).status_code == 200
    assert rows("SELECT count(*) FROM people_student") == [(2,)], "it needed no temporary file"
    assert rows("SELECT count(*) FROM bundle_users") == [(0,)]
