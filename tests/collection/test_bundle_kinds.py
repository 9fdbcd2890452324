"""Of which kind a bundle is, is told by what is in it: the names of the zip and of most files may be anything."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from fileroom.collection.imports.faults import BundleRefused
from fileroom.collection.oneroster.layouts import Release
from tests.collection import edfi_bundles as edfi
from tests.collection.oneroster_bundles import Roster, zip_of
from tests.collection.samples import sample

SDS_V1 = {
    "School.csv": "SIS ID,Name\n1,Alder Creek High\n",
    "Student.csv": "SIS ID,School SIS ID,Username,First Name,Last Name\nx1,1,a.o,Amal,Okafor\nx2,1,b.l,Bo,Lindqvist\n",
}
SDS_V2 = {
    "orgs.csv": "sourcedId,name,type\n1,Alder Creek High,school\n",
    "users.csv": "sourcedId,username,givenName,familyName\nx1,a.o,Amal,Okafor\n",
    "roles.csv": "userSourcedId,orgSourcedId,role\nx1,1,student\n",
}
CLEVER = {
    "schools.csv": "School_id,School_name\n1,Alder Creek High\n",
    "students.csv": "School_id,Student_id,First_name,Last_name\n1,x1,Amal,Okafor\n",
}


def kind(members: dict[str, str] | dict[str, bytes]) -> str:
    from fileroom.collection.bundles.kinds import told_apart

    return told_apart(BytesIO(zip_of(dict(members))))[0].value


def refused(body: bytes) -> BundleRefused:
    from fileroom.collection.bundles.kinds import told_apart

    with pytest.raises(BundleRefused) as found:
        told_apart(BytesIO(body))
    return found.value


@pytest.mark.parametrize(
    ("members", "of"),
    [
        (Roster().contents(), "oneroster"),
        (Roster(Release.V1_2).contents(), "oneroster"),
        ({name: body for name, body in Roster().contents().items() if name != "manifest.csv"}, "oneroster"),
        ({f"export/{name}": body for name, body in Roster().contents().items()}, "oneroster"),
        ({f"{number}.data": body for number, body in enumerate(Roster().contents().values())}, "oneroster"),
        (edfi.district(), "edfi"),
        (edfi.as_json(), "edfi"),
        ({name: f"\ufeff{body}" for name, body in edfi.as_json().items()}, "edfi"),
        (SDS_V1, "sds"),
        (SDS_V2, "sds"),
        (CLEVER, "sds"),
        ({"School.csv": SDS_V1["School.csv"].replace(",", ";")}, "sds"),
    ],
)
def test_a_bundle_is_told_apart_by_what_is_in_it(members: dict[str, str], of: str) -> None:
    assert kind(members) == of


def test_a_manifest_says_of_its_neighbours_what_they_are_whichever_columns_they_have() -> None:
    roster = Roster()
    for file in roster.files:
        roster.headers[file] = [it for it in roster.headers[file] if it not in ("status", "dateLastModified")]
    assert kind(roster.contents()) == "oneroster"


@pytest.mark.parametrize(("name", "of"), [("oneroster-medium", "oneroster"), ("edfi-grand-bend", "edfi"),
                                          ("sds-min", "sds")])  # fmt: skip
def test_the_samples_of_others_are_told_apart(name: str, of: str) -> None:
    folder: Path = sample(name)
    assert kind({file.name: file.read_bytes() for file in folder.iterdir()}) == of


def test_two_kinds_at_once_are_named_with_the_files_that_show_them() -> None:
    both = refused(zip_of({**Roster().contents(), **edfi.district()}))
    assert [it.code for it in both.problems] == ["two_kinds"]
    assert "OneRoster" in both.problems[0].says and "Ed-Fi" in both.problems[0].says
    layouts = refused(zip_of({**SDS_V1, **{f"new/{name}": body for name, body in SDS_V2.items()}}))
    assert "School Data Sync v1" in layouts.problems[0].says and "School Data Sync v2.1" in layouts.problems[0].says


@pytest.mark.parametrize(
    "members",
    [
        {"notes.txt": "Nothing of a roster."},
        {"own.csv": "Perm ID,Nombre\n1,Amal\n"},
        {"list.xml": "<people><person>Amal Okafor</person></people>"},
        {"list.json": '[{"name": "Amal Okafor"}]'},
        {"a/b/c/orgs.csv": "sourcedId,status,dateLastModified\n"},
        {"students.zip": zip_of(dict(SDS_V1))},
    ],
)
def test_what_is_of_no_kind_is_answered_by_what_was_looked_for(members: dict[str, str]) -> None:
    (problem,) = refused(zip_of(dict(members))).problems
    assert problem.code == "unknown_kind"
    assert all(it in problem.says for it in ("OneRoster", "Ed-Fi", "School Data Sync v1", "School Data Sync v2.1"))
    assert "Okafor" not in problem.says and "Amal" not in problem.says
