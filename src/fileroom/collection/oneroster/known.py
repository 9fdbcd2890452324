"""What the district holds already, as far as a bundle's rows must be judged against it."""

from __future__ import annotations

from fileroom.collection.imports.known import holders, school_codes, source_ids
from fileroom.collection.oneroster.layouts import Mode
from fileroom.collection.oneroster.manifest import Manifest
from fileroom.collection.oneroster.references import Known
from fileroom.collection.oneroster.values import CONTACT, EMPLOYEE, STUDENT

IDS = {
    "academicSessions": ("people_term",),
    "classes": ("people_section",),
    "courses": ("collection_course",),
    "orgs": ("people_school", "collection_org"),
}
KINDS = {STUDENT: "people_student", EMPLOYEE: "people_employee", CONTACT: "people_contact"}


def known_to_district(manifest: Manifest) -> Known:
    """Numbers that are taken; and, only where files are not whole, the ids that rows may point to."""
    known = Known(ssids=holders("people_student", "ssid"), cds_codes=school_codes())
    for file, tables in IDS.items():
        if manifest.mode(file) is not Mode.BULK:
            known.ids[file] = {it for table in tables for it in source_ids(table)}
    if manifest.mode("orgs") is not Mode.BULK:
        known.schools = source_ids("people_school")
    if Mode.BULK is not manifest.mode("users") or manifest.mode("roles") is Mode.DELTA:
        _add_people(known)
    return known


def _add_people(known: Known) -> None:
    for kind, table in KINDS.items():
        for source_id in source_ids(table):
            known.kinds[source_id] = known.kinds.get(source_id, frozenset()) | {kind}
    known.ids["users"] = set(known.kinds)
