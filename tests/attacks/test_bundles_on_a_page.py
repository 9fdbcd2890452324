"""Who may not import finds no page; and what is no bundle, or a trap, is answered in words, and nothing half done."""

from __future__ import annotations

import struct
import tempfile
import tracemalloc
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from fileroom.collection.imports.bundles import Shape, opened
from fileroom.collection.imports.faults import BundleRefused
from fileroom.screening.documents import directory_of
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


def test_a_zip_of_a_million_names_is_refused_before_they_are_held_in_memory(tmp_path: Path) -> None:
    from fileroom.collection.bundles.kinds import told_apart
    from fileroom.collection.transfers import packet

    body, shape = crowded(), Shape((".csv",))
    (tmp_path / "packet.zip").write_bytes(body)
    for refuse in (
        lambda: told_apart(BytesIO(body)),
        lambda: opened(BytesIO(body), shape).__enter__(),
        lambda: packet.opened(tmp_path / "packet.zip").__enter__(),
    ):
        tracemalloc.start()
        with pytest.raises(BundleRefused, match=r"more than [15]000 files"):
            refuse()
        assert tracemalloc.get_traced_memory()[1] - len(body) < 4 * MB
        tracemalloc.stop()


def test_a_directory_is_measured_as_it_is_read() -> None:
    small = zip_of({"a.csv": b"x"})
    assert directory_of(BytesIO(small)) == len(small) - 22 - small.find(b"PK\x01\x02")
    hidden = crowded(30_000)  # its end holds what looks like another end, behind which nothing is
    at = len(hidden) - 22
    hidden = hidden[: at + 16] + b"PK\x05\x06" + hidden[at + 20 :]
    wide = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 30_000, 30_000, 30_000 * 47, 4)
    wide += struct.pack("<4sLQL", b"PK\x06\x07", 0, 4 + 30_000 * 47, 1)
    wider = hidden[:at] + wide + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, 47, 4, 0)
    for body in (hidden, wider, wider[:-2] + b"\x05\x00about"):
        assert directory_of(BytesIO(body)) == 30_000 * 47
    for body in (b"", b"PK\x03\x04", small[:-3], b"PK\x05\x06"):
        assert directory_of(BytesIO(body)) is None


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
    tried = mark(browser(office.by).post(PAGE, sent(with_it(), act="look")).content.decode())
    answer = browser(office.by, csrf=True).post(PAGE, sent(with_it(), act="take", tried=tried))
    assert answer.status_code == 403 and nothing_was_done(rows)


def test_a_bundle_never_lies_in_clear_while_it_is_tried_and_taken(
    district: str, rows: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    pages = browser(make.staffed("office", "administrator", None).by)
    tried = mark(pages.post(PAGE, sent(with_it(), act="look")).content.decode())
    assert pages.post(PAGE, sent(with_it(), act="take", tried=tried)).status_code == 200
    assert rows("SELECT count(*) FROM people_student") == [(2,)], "it needed no temporary file"
    assert rows("SELECT count(*) FROM bundle_users") == [(0,)]
