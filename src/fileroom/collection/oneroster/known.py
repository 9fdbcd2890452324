"""What the district holds already, as far as a bundle's rows must be judged against it."""

from __future__ import annotations

from django.db import connection

from fileroom.collection.oneroster.layouts import Mode
from fileroom.collection.oneroster.manifest import Manifest
from fileroom.collection.oneroster.references import Known
from fileroom.collection.oneroster.values import CONTACT, EMPLOYEE, STUDENT

IDS = {
    "academicSessions": "SELECT source_id FROM people_term WHERE source_id IS NOT NULL",
    "classes": "SELECT source_id FROM people_section WHERE source_id IS NOT NULL",
    "courses": "SELECT source_id FROM collection_course WHERE source_id IS NOT NULL",
    "orgs": "SELECT source_id FROM people_school WHERE source_id IS NOT NULL "
    "UNION SELECT source_id FROM collection_org WHERE source_id IS NOT NULL",
}
KINDS = {
    STUDENT: "SELECT source_id FROM people_student WHERE source_id IS NOT NULL",
    EMPLOYEE: "SELECT source_id FROM people_employee WHERE source_id IS NOT NULL",
    CONTACT: "SELECT source_id FROM people_contact WHERE source_id IS NOT NULL",
}


def known_to_district(manifest: Manifest) -> Known:
    """Numbers that are taken; and, only where files are not whole, the ids that rows may point to."""
    known = Known(ssids=_taken("people_student", "ssid"), cds_codes=_taken("people_school", "cds_code"))
    for file, query in IDS.items():
        if manifest.mode(file) is not Mode.BULK:
            known.ids[file] = _column(query)
    if manifest.mode("orgs") is not Mode.BULK:
        known.schools = _column("SELECT source_id FROM people_school WHERE source_id IS NOT NULL")
    if Mode.BULK is not manifest.mode("users") or manifest.mode("roles") is Mode.DELTA:
        _add_people(known)
    return known


def _add_people(known: Known) -> None:
    for kind, query in KINDS.items():
        for source_id in _column(query):
            known.kinds[source_id] = known.kinds.get(source_id, frozenset()) | {kind}
    known.ids["users"] = set(known.kinds)


def _column(query: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {row[0] for row in cursor}


def _taken(table: str, column: str) -> dict[str, str]:
    """Number -> source id of its holder, empty for a row made by hand."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column}, coalesce(source_id, '') FROM {table} WHERE {column} IS NOT NULL")
        return dict(cursor.fetchall())
