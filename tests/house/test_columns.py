"""Every column that holds something about a person is in the law's closed list, with its class."""

from __future__ import annotations

import psycopg

from fileroom.law.collection.columns import COLUMNS, banned_in, unlisted

# Tables that hold nothing about a person: schools, the calendar, courses, blank forms, Django's own lists, the tree's
# hashes, and how the policy stood each night.
ABOUT_NOBODY = frozenset(
    {
        "auth_group", "auth_group_permissions", "auth_permission", "bundle_academic_sessions", "bundle_aside",
        "bundle_class_term", "bundle_classes", "bundle_courses", "bundle_orgs", "bundle_outcome", "collection_course",
        "collection_org", "collection_registeredform", "collection_savedmap", "disclosure_barredrecipient",
        "disclosure_directorynotice",
        "disclosure_directorypolicy", "disclosure_markchoice",
        "django_content_type", "django_migrations", "ledger_checkpoint", "ledger_tile",
        "people_break", "people_closure", "people_school", "people_section", "people_term", "programmes_contract",
        "programmes_aitool", "programmes_operator", "programmes_policysnapshot", "programmes_publishedpaper",
        "programmes_languagecensus", "programmes_languagecount", "people_wholecalendar",
    }
)  # fmt: skip
FOREIGN_KEYS = """
SELECT c.conrelid::regclass::text, c.confrelid::regclass::text FROM pg_constraint c
WHERE c.contype = 'f' AND c.connamespace = %s::regnamespace"""


def columns(owner: psycopg.Connection, district: str) -> set[tuple[str, str]]:
    """Every column of the district's schema, as the database has it."""
    found = owner.execute(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = %s", [district]
    )
    return {(table, column) for table, column in found}


def test_no_table_of_a_district_has_a_column_the_law_has_not_listed(owner: psycopg.Connection, district: str) -> None:
    about_people = {pair for pair in columns(owner, district) if pair[0] not in ABOUT_NOBODY}
    assert unlisted(about_people) == []


def test_the_list_names_no_column_that_is_in_no_table(owner: psycopg.Connection, district: str) -> None:
    assert set(COLUMNS) - columns(owner, district) == set()


def test_a_column_added_to_a_table_is_found(owner: psycopg.Connection, district: str) -> None:
    with owner.transaction(force_rollback=True):
        owner.execute("ALTER TABLE people_student ADD COLUMN shoe_size integer")
        about_people = {pair for pair in columns(owner, district) if pair[0] not in ABOUT_NOBODY}
        assert unlisted(about_people) == [("people_student", "shoe_size")]


def test_no_column_of_any_table_asks_for_what_the_policy_bans(owner: psycopg.Connection, district: str) -> None:
    assert [(table, name) for table, name in columns(owner, district) if banned_in(name)] == []


def test_tables_about_nobody_point_to_no_table_about_somebody(owner: psycopg.Connection, district: str) -> None:
    leads = owner.execute(FOREIGN_KEYS, [district]).fetchall()
    assert len(leads) > 20
    assert [pair for pair in leads if pair[0] in ABOUT_NOBODY and pair[1] not in ABOUT_NOBODY] == []
