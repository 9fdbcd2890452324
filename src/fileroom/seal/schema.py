"""The key store's tables, in a schema of the district's name, and the only place where their names enter SQL.

Every statement names its schema: no search path, so no session setting that a pooled connection could carry over.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import LiteralString

from psycopg import sql

# As hosting has it; said again here because neighbours do not import each other and a key must not trust its caller.
_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")
_RESERVED = frozenset({"public", "information_schema", "fileroom", "fileroom_register", "fileroom_keys", "postgres"})

TABLES = ("key_encryption_key", "class_key", "data_key", "release", "secret", "shred")

# A shredded class key keeps its row as a stone without bytes; a class may then be opened anew with another key.
CREATE: tuple[LiteralString, ...] = (
    "CREATE SCHEMA IF NOT EXISTS {schema}",
    """CREATE TABLE IF NOT EXISTS {key_encryption_key} (
        id uuid PRIMARY KEY,
        year integer NOT NULL UNIQUE,
        wrapped bytea NOT NULL,
        made_at timestamptz NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS {class_key} (
        id uuid PRIMARY KEY,
        student uuid,
        class text NOT NULL,
        kek_id uuid REFERENCES {key_encryption_key},
        wrapped bytea,
        made_at timestamptz NOT NULL,
        shredded_at timestamptz,
        CHECK ((shredded_at IS NULL) = (wrapped IS NOT NULL)),
        CHECK ((shredded_at IS NULL) = (kek_id IS NOT NULL)))""",
    """CREATE UNIQUE INDEX IF NOT EXISTS one_living_key_per_student_and_class
        ON {class_key} (student, class) NULLS NOT DISTINCT WHERE shredded_at IS NULL""",
    "CREATE INDEX IF NOT EXISTS class_keys_of_a_year ON {class_key} (kek_id)",
    """CREATE TABLE IF NOT EXISTS {data_key} (
        id uuid PRIMARY KEY,
        class_key_id uuid NOT NULL REFERENCES {class_key},
        wrapped bytea NOT NULL,
        made_at timestamptz NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS data_keys_of_a_class ON {data_key} (class_key_id)",
    """CREATE TABLE IF NOT EXISTS {release} (
        event_id uuid PRIMARY KEY,
        data_key_id uuid,
        at timestamptz NOT NULL,
        cancelled_at timestamptz)""",
    "CREATE TABLE IF NOT EXISTS {secret} (name text PRIMARY KEY, wrapped bytea NOT NULL)",
    "CREATE TABLE IF NOT EXISTS {shred} (data_key_id uuid PRIMARY KEY, at timestamptz NOT NULL)",
    # Later: the event a key was destroyed for.
    "ALTER TABLE {shred} ADD COLUMN IF NOT EXISTS event_id uuid",
)


def checked(district: str) -> str:
    """The name itself; ValueError where it cannot be a district's schema."""
    if not _NAME.fullmatch(district) or district in _RESERVED or district.startswith("pg_"):
        raise ValueError(f"{district!r} cannot name a district's key store.")
    return district


@lru_cache(maxsize=4096)
def within(district: str, statement: LiteralString) -> bytes:
    """The statement with {schema} and each {table} replaced by the district's own, quoted."""
    names = {table: sql.Identifier(checked(district), table) for table in TABLES}
    return sql.SQL(statement).format(schema=sql.Identifier(district), **names).as_bytes()
