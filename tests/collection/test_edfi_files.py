"""Files that are no Ed-Fi, or mean harm: each refused by name and line, nothing of their values repeated."""

from __future__ import annotations

import io
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fileroom.collection.edfi import json_files, xml
from fileroom.collection.edfi.drops import why_dropped
from fileroom.collection.imports.faults import BundleRefused
from fileroom.collection.rosters.said import Said
from tests.collection import edfi_bundles as edfi

SECRET = "K7731904"


def read(body: str | bytes, name: str = "Student.xml") -> list[Said]:
    raw = io.BytesIO(body.encode() if isinstance(body, str) else body)
    return list((xml if name.endswith(".xml") else json_files).records(name, raw))


def fault(body: str | bytes, name: str = "Student.xml") -> tuple[str, int]:
    with pytest.raises(BundleRefused) as refused:
        read(body, name)
    (problem,) = refused.value.problems
    assert SECRET not in problem.says
    return problem.code, problem.row


LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>\n'
    '<InterchangeStudent xmlns="http://ed-fi.org/5.2.0"><Student><X>&b;</X></Student></InterchangeStudent>'
)
OUTSIDE = '<!DOCTYPE x SYSTEM "file:///etc/passwd">\n<InterchangeStudent xmlns="http://ed-fi.org/5.2.0"/>'


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (LAUGHS, "doctype"),
        (OUTSIDE, "doctype"),
        ('<!DOCTYPE x [<!ENTITY e SYSTEM "http://example.org/">]><a>&e;</a>', "doctype"),
        ('<InterchangeStudent xmlns="http://ed-fi.org/5.2.0"><Student>', "unreadable"),
        (
            '<InterchangeStudent xmlns="http://ed-fi.org/5.2.0"><Student>&e;</Student></InterchangeStudent>',
            "unreadable",
        ),
        ('<InterchangeStudent xmlns="http://ed-fi.org/1.2.0"/>', "unknown_layout"),
        ('<InterchangeStudent xmlns="http://example.org/5.2.0"/>', "unknown_layout"),
        ("<InterchangeStudent/>", "unknown_layout"),
        ('<Student xmlns="http://ed-fi.org/5.2.0"/>', "unknown_layout"),
        (edfi.interchange("Student", f"<!-- {'x' * 9_000_000} -->"), "too_big"),
        (edfi.interchange("Student", f'<Student id="{"x" * 9_000_000}"/>'), "too_big"),
        ("", "unreadable"),
        (b"PK\x03\x04 no xml", "unreadable"),
        ('<?xml version="1.0" encoding="x-none"?><InterchangeStudent/>', "unreadable"),
        (edfi.interchange("Student", "<Student>" + "<a>" * 40 + "</a>" * 40 + "</Student>"), "too_deep"),
        (edfi.interchange("Student", f"<Student><X>{'x' * 70_000}</X></Student>"), "too_big"),
        (edfi.interchange("Student", f"<Student>{'<X>1</X>' * 6000}</Student>"), "too_big"),
    ],
)
def test_what_is_no_interchange_or_means_harm_is_refused(body: str | bytes, code: str) -> None:
    assert fault(body)[0] == code


def test_a_fault_names_its_line_and_repeats_no_value() -> None:
    body = edfi.interchange("Student", f"\n<Student>\n<X>{SECRET}</Y></Student>")
    assert fault(body) == ("unreadable", 4)


@pytest.mark.parametrize("release", ["0200", "0220", "3.2.0-c", "3.3.1-b", "4.0.0", "5.2.0", "6.1.0"])
def test_each_release_from_2_to_6_is_read(release: str) -> None:
    (said,) = read(edfi.interchange("Student", edfi.BO, release))
    assert said.first(("StudentUniqueId",)) == ("StudentUniqueId", "s2")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_an_encoding_the_file_names_is_read(encoding: str) -> None:
    body = edfi.interchange("Student", edfi.BO.replace("Bo<", "Bó<")).replace("UTF-8", encoding.upper())
    (said,) = read(body.encode(encoding))
    assert said.first(("Name/FirstName",))[1] == "Bó"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("", "unknown_layout"),
        ("7", "unknown_layout"),
        ("[1]", "unknown_layout"),
        ('{"students": 7}', "unknown_layout"),
        ('[{"a": 1}', "unreadable"),
        ('[{"a": 1}] x', "unreadable"),
        ('[{"a": ]', "unreadable"),
        ("[" + '{"a":' * 100_000, "unreadable"),
        ('[{"a": ' + "[" * 40 + "1" + "]" * 40 + "}]", "unknown_layout"),
        ('[{"a": ' + '{"b":' * 40 + "1" + "}" * 40 + "}]", "too_big"),
        (b'[{"a": "\xff"}]', "not_utf8"),
        ('[{"a": "\\ud800"}]', "not_utf8"),
        ('[{"\\ud800": 1}]', "not_utf8"),
    ],
)
def test_what_is_no_json_of_records_is_refused(body: str | bytes, code: str) -> None:
    assert fault(body, "students.json")[0] == code


def test_numbers_of_json_are_kept_as_they_are_written() -> None:
    (said,) = read('[{"studentUniqueId": 00604821}]'.replace("00", ""), "students.json")
    assert said.first(("StudentUniqueId",))[1] == "604821"
    (said,) = read('[{"schoolId": ' + "9" * 5000 + "}]", "schools.json")
    assert len(said.first(("SchoolId",))[1]) == 5000


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_no_bytes_do_more_than_be_refused(body: bytes) -> None:
    for name in ("Student.xml", "students.json"):
        try:
            read(body, name)
        except BundleRefused as refused:
            assert refused.problems


def test_memory_does_not_grow_with_the_file() -> None:
    peaks = []
    for times in (2_000, 20_000):
        tracemalloc.start()
        for _ in xml.records("Student.xml", _Long(edfi.BO, times)):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.2 * peaks[0]


class _Long(io.BytesIO):
    """A file of many records that lies nowhere whole."""

    def __init__(self, record: str, times: int) -> None:
        super().__init__()
        head, foot = edfi.interchange("Student", "|").split("|")
        self.pieces = iter([head.encode(), *[(record * 100).encode()] * (times // 100), foot.encode()])

    def read(self, size: int | None = -1, /) -> bytes:
        return b"".join(piece for _, piece in zip(range(10), self.pieces, strict=False))


@pytest.mark.parametrize(
    ("path", "label", "citation"),
    [
        ("IdentificationDocument/DocumentTitle", "IdentificationDocument", "Ed. Code 234.7(a)"),
        ("Name/IdentificationDocument[immigration]/X", "Name/IdentificationDocument[immigration]", "Ed. Code 234.7(a)"),
        ("Visa/Visa", "Visa", "Ed. Code 234.7(a)"),
        ("CitizenshipStatus", "CitizenshipStatus", "Ed. Code 234.7(a)"),
        ("BirthData/DateEnteredUS", "BirthData/DateEnteredUS", "Ed. Code 234.7(a)"),
        ("BirthData/BirthCountry", "BirthData/BirthCountry", "Ed. Code 234.7(a)"),
        ("StudentIdentificationCode[SSN]/IdentificationCode", "StudentIdentificationCode[SSN]", "Ed. Code 49076.7"),
        ("Race/RaceType", "Race", "Gov. Code 8310.3"),
        ("TribalAffiliation", "TribalAffiliation", "Gov. Code 8310.3"),
        ("LivesWith", "LivesWith", ""),
        ("Amal Okafor", "(no name)", ""),
        ("078051120/X", "(no name)/X", ""),
        ("ElectronicMail[Home/Personal]/X", "ElectronicMail/X", ""),
        ("Telephone[Home]/OrderOfPriority", "Telephone/OrderOfPriority", ""),
    ],
)
def test_each_path_is_dropped_by_its_law(path: str, label: str, citation: str) -> None:
    found = why_dropped("student", path)
    assert found is not None
    assert (found[0], found[1].citation) == (label, citation)
