"""Bundles made by hand for tests: a small district that is in order, and ways to spoil it."""

from __future__ import annotations

import copy
import io
import zipfile
from pathlib import Path
from typing import Any

from fileroom.collection.oneroster.layouts import LAYOUTS, Release

Rows = list[dict[str, str]]

ROSTER: dict[str, Rows] = {
    "orgs": [
        {"sourcedId": "D", "name": "Alder Creek Unified", "type": "district"},
        {"sourcedId": "S1", "name": "Alder Creek High", "type": "school", "parentSourcedId": "D",
         "identifier": "10621661030840"},
        {"sourcedId": "S2", "name": "Bay Tree Elementary", "type": "school", "parentSourcedId": "D"},
    ],
    "academicSessions": [
        {"sourcedId": "Y", "title": "2026-27", "type": "schoolYear", "startDate": "2026-08-12",
         "endDate": "2027-06-10", "schoolYear": "2027"},
        {"sourcedId": "F", "title": "Fall", "type": "semester", "startDate": "2026-08-12", "endDate": "2026-12-18",
         "parentSourcedId": "Y", "schoolYear": "2027"},
    ],
    "courses": [
        {"sourcedId": "ALG", "title": "Algebra I", "courseCode": "MA-101", "orgSourcedId": "D"},
        {"sourcedId": "ENG", "title": "English I", "courseCode": "EN-101", "orgSourcedId": "D"},
    ],
    "classes": [
        {"sourcedId": "C1", "title": "Algebra I, period 2", "courseSourcedId": "ALG", "classCode": "MA-101-2",
         "classType": "scheduled", "schoolSourcedId": "S1", "termSourcedIds": "F"},
        {"sourcedId": "C2", "title": "English I, period 3", "courseSourcedId": "ENG", "classCode": "EN-101-3",
         "classType": "scheduled", "schoolSourcedId": "S1", "termSourcedIds": "F"},
    ],
    "users": [
        {"sourcedId": "u1", "enabledUser": "true", "orgSourcedIds": "S1", "role": "student", "username": "amal.o",
         "userIds": "{SSID:1234567890}", "givenName": "Amal", "familyName": "Okafor", "middleName": "Ines",
         "email": "amal@example.org", "phone": "(950) 336 6601", "grades": "09", "agentSourcedIds": "p1"},
        {"sourcedId": "u2", "enabledUser": "true", "orgSourcedIds": "S1", "role": "student", "username": "bo.l",
         "userIds": "{Local:2}", "givenName": "Bo", "familyName": "Lindqvist", "grades": "10"},
        {"sourcedId": "p1", "enabledUser": "true", "orgSourcedIds": "S1", "role": "parent", "username": "chi.o",
         "givenName": "Chi", "familyName": "Okafor", "phone": "(950) 336 6602", "email": "chi@example.org"},
        {"sourcedId": "t1", "enabledUser": "true", "orgSourcedIds": "S1", "role": "teacher", "username": "dana.r",
         "givenName": "Dana", "familyName": "Ruiz", "email": "dana@district.example"},
    ],
    "demographics": [
        {"sourcedId": "u1", "birthDate": "2011-05-30", "sex": "female", "white": "true", "countryOfBirthCode": "MX",
         "cityOfBirth": "Oaxaca"},
        {"sourcedId": "u2", "birthDate": "2010-02-01", "asian": "true"},
    ],
    "enrollments": [
        {"sourcedId": "e1", "classSourcedId": "C1", "schoolSourcedId": "S1", "userSourcedId": "u1", "role": "student",
         "beginDate": "2026-08-13", "endDate": "2026-12-18"},
        {"sourcedId": "e2", "classSourcedId": "C1", "schoolSourcedId": "S1", "userSourcedId": "u2", "role": "student"},
        {"sourcedId": "e3", "classSourcedId": "C1", "schoolSourcedId": "S1", "userSourcedId": "t1", "role": "teacher",
         "primary": "true"},
    ],
}  # fmt: skip


class Roster:
    """A bundle in the making: rows by file, and whatever a test wants wrong with them."""

    def __init__(self, release: Release = Release.V1_1) -> None:
        self.release = release
        self.files = copy.deepcopy(ROSTER)
        self.headers = {file: list(layout.columns) for file, layout in LAYOUTS[release].items()}
        self.modes = dict.fromkeys(self.files, "bulk")
        self.version = release.value
        self.line_end = "\n"
        self.raw: dict[str, bytes] = {}
        if release is Release.V1_2:
            self._roles_apart()

    def _roles_apart(self) -> None:
        """In 1.2 a person's orgs and role stand in a file of their own."""
        self.files["roles"] = [
            {"sourcedId": f"r-{user['sourcedId']}", "userSourcedId": user["sourcedId"], "roleType": "primary",
             "role": user.pop("role"), "orgSourcedId": user.pop("orgSourcedIds")}
            for user in self.files["users"]
        ]  # fmt: skip
        self.modes["roles"] = "bulk"

    def row(self, file: str, source_id: str) -> dict[str, str]:
        """The row of this id, to be spoilt."""
        return next(row for row in self.files[file] if row["sourcedId"] == source_id)

    def delta(self, file: str, rows: Rows) -> None:
        """Make a file a delta of these rows."""
        self.modes[file] = "delta"
        self.files[file] = [{"status": "active", "dateLastModified": "2026-10-01T00:00:00Z", **row} for row in rows]

    def without(self, *files: str) -> Roster:
        """The roster without these files, and its manifest says so."""
        for file in files:
            self.files.pop(file)
            self.modes[file] = "absent"
        return self

    def contents(self) -> dict[str, bytes]:
        """File name -> bytes, the manifest included."""
        manifest = ["propertyName,value", "manifest.version,1.0", f"oneroster.version,{self.version}"]
        manifest += [f"file.{file},{mode}" for file, mode in self.modes.items()]
        found = {"manifest.csv": ("\n".join(manifest) + "\n").encode()}
        for file, rows in self.files.items():
            header = self.headers[file]
            lines = [header, *([row.get(name, "") for name in header] for row in rows)]
            found[f"{file}.csv"] = self.line_end.join(",".join(_quoted(v) for v in line) for line in lines).encode()
        return {**found, **self.raw}

    def folder(self, path: Path) -> Path:
        """Write the bundle as a folder."""
        path.mkdir(parents=True, exist_ok=True)
        for name, body in self.contents().items():
            (path / name).write_bytes(body)
        return path

    def zipped(self, path: Path, inside: str = "") -> Path:
        """Write the bundle as a zip, in a folder inside it where `inside` names one."""
        path.write_bytes(zip_of({f"{inside}{name}": body for name, body in self.contents().items()}))
        return path


def zip_of(members: dict[str, Any]) -> bytes:
    """A zip of these members, compressed; the same whenever it is made."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(zipfile.ZipInfo(name), body, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '""') + '"' if any(c in value for c in ',"\n\r') else value


def crowd(size: int) -> Roster:
    """A roster whose first school has this many students."""
    roster = Roster()
    roster.files["users"] += [
        {**roster.row("users", "u2"), "sourcedId": f"x{number}", "userIds": "", "username": f"x{number}"}
        for number in range(size - 2)
    ]
    return roster


def lacking(roster: Roster, *gone: str) -> Roster:
    """The roster without these people, and without what leans on them."""
    for file, column in (("users", "sourcedId"), ("demographics", "sourcedId"), ("enrollments", "userSourcedId")):
        roster.files[file] = [row for row in roster.files[file] if row[column] not in gone]
    return roster


def gone(how: str) -> Roster:
    """A bundle that says the teacher is gone: deleted by a delta, or a sign-in switched off in either mode."""
    roster = Roster()
    row = roster.row("users", "t1")
    row["enabledUser"] = "FALSE" if how != "deleted" else "true"
    if how == "disabled in a whole file":
        return roster
    roster = roster.without("orgs", "academicSessions", "courses", "classes", "demographics", "enrollments")
    roster.delta("users", [row | ({"status": "tobedeleted"} if how == "deleted" else {})])
    return roster
