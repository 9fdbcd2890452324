"""A small district that is lost and brought back, and what may happen to its backup, for tests."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, LiteralString
from uuid import UUID

import psycopg
from psycopg import sql

from fileroom.hosting.embedded import Urls
from tests import factories as make
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.disclosure.services import Inspected


GIVEN, FAMILY, NOTE = "Quillon", "Zarathustrin", "canary-note-7f3a"
PAPER = b"canary-paper-91bd " * 6000  # above what lies in the table: an object file


@dataclass(frozen=True)
class Small:
    """A district with one student, a note and a paper of hers, and her mother who may see them."""

    name: str
    note: UUID
    paper: UUID
    mother: make.Related
    urls: Urls

    def opened(self, record: UUID) -> Inspected:
        """What the mother sees of a record. Raises Missing where it is gone."""
        from fileroom.disclosure import services as disclosure
        from fileroom.hosting import serving

        with serving(self.name):
            seen = disclosure.inspect(record, by=self.mother.by, at=AT + timedelta(hours=2))
        assert isinstance(seen, disclosure.Inspected)
        return seen

    def ask(self, database: str, statement: LiteralString) -> list[Any]:
        """A superuser's question; {} is the district's schema."""
        with psycopg.connect(self.urls.superuser, dbname=database, autocommit=True) as superuser:
            done = superuser.execute(sql.SQL(statement).format(sql.Identifier(self.name)))
            return done.fetchall() if done.description else []

    def lose(self, *, keys: bool = True) -> None:
        """Everything under the district's name is gone, as after a disaster."""
        from django.db import connections

        from fileroom.hosting import register

        connections["default"].close()
        connections["owner"].close()
        self.ask("fileroom", "DROP SCHEMA IF EXISTS {} CASCADE")
        with psycopg.connect(self.urls.superuser, dbname="fileroom", autocommit=True) as superuser:
            for table, column in (("host", "district"), ("district", "name")):
                superuser.execute(f"DELETE FROM fileroom_register.{table} WHERE {column} = %s", [self.name])
        register._known.clear()
        if keys:
            self.ask("fileroom_keys", "DROP SCHEMA IF EXISTS {} CASCADE")

    def stands(self) -> dict[str, bool]:
        """Whether anything lies under the name: tables, keys, an entry in the register."""
        from fileroom.hosting import register

        asks: LiteralString = "SELECT nspname FROM pg_namespace"
        found = {database: self.ask(database, asks) for database in ("fileroom", "fileroom_keys")}
        return {where: (self.name,) in names for where, names in found.items()} | {
            "register": self.name in register.names()
        }


def filed(name: str, urls: Urls) -> Small:
    from fileroom.collection.services import Collected, Document, collect
    from fileroom.law.catalogue import Others

    child, school = make.student(GIVEN, FAMILY), make.school()
    make.enrolment(child, school)
    clerk, mother = make.staffed("registrar", "registrar", school), make.related("mother", child)
    fields = {"method": "certified_birth_record", "seen_on": "2026-10-01", "note": NOTE}
    note = collect(child.id, "birth_date_verification", fields, by=clerk.by, at=AT)
    said = Document("reading.txt", PAPER)
    paper = collect(child.id, "test_results", said, by=clerk.by, at=AT, others=Others.NOBODY)
    assert isinstance(note, Collected)
    assert isinstance(paper, Collected)
    return Small(name, note.record, paper.record, mother, urls)


Command = Callable[..., tuple[int, str, str]]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 1)


def part(backup: Path, name: str) -> Path:
    return next(path for path in (backup / name).rglob("*") if path.is_file())
