"""The sieve: fields that ask, values that tell, and files that are not what they say. It finds; the law decides."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.screening import LOOKS_AT_WRITING, Category, Mode, banned_field, findings_in, kind_of, looks_at
from fileroom.screening.findings import CITATIONS

ASKING = {
    "ssn": Category.SSN, "social._security": Category.SSN, "parentSSN": Category.SSN,
    "Social Security No.": Category.SSN, "social_security_number": Category.SSN,
    "Número de Seguro Social": Category.SSN,
    "ssn_last4": Category.SSN_LAST4, "Last four of SSN": Category.SSN_LAST4,
    "citizenship_status": Category.IMMIGRATION_STATUS, "countryOfBirthCode": Category.IMMIGRATION_STATUS,
    "Immigration status (optional)": Category.IMMIGRATION_STATUS, "Nationality": Category.IMMIGRATION_STATUS,
    "date of entry into US": Category.IMMIGRATION_STATUS, "visaType": Category.IMMIGRATION_DOCUMENT,
    "Passport": Category.IMMIGRATION_DOCUMENT, "I-94": Category.IMMIGRATION_DOCUMENT,
    "Green Card": Category.IMMIGRATION_DOCUMENT, "alien_number": Category.A_NUMBER, "A-Number": Category.A_NUMBER,
    "religion": Category.PROTECTED_LIST, "National Origin": Category.PROTECTED_LIST,
}  # fmt: skip
HARMLESS = (
    "className", "ssid", "SSID", "socialStudies", "birth_date", "Citizenship mark", "grade in citizenship",
    "assignment", "embassy", "place_of_birth", "address", "lesson", "advisor", "visitor", "signed_by", "method",
)  # fmt: skip


@pytest.mark.parametrize(("name", "category"), ASKING.items())
def test_a_field_that_asks_is_found_however_it_is_spelled(name: str, category: Category) -> None:
    found = banned_field(name)
    assert found is not None
    assert (found.category, found.mode) == (category, Mode.SOLICIT)
    assert found.citation == CITATIONS[category]


@pytest.mark.parametrize("name", HARMLESS)
def test_a_field_that_asks_for_nothing_banned_is_let_be(name: str) -> None:
    assert banned_field(name) is None


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("219-09-9999", Category.SSN),
        ("SSN: 219099999", Category.SSN),
        ("Soc. Sec. No. 219 09 9999", Category.SSN),
        ("Seguro social: 219-09-9999", Category.SSN),
        ("xxx-xx-9999", Category.SSN_LAST4),
        ("***-**-9999", Category.SSN_LAST4),
        ("last four of SSN: 9999", Category.SSN_LAST4),
        ("A123456789", Category.A_NUMBER),
        ("Alien No. 123 456 789", Category.A_NUMBER),
        ("The parents are undocumented.", Category.IMMIGRATION_STATUS),
        ("La familia es indocumentada.", Category.IMMIGRATION_STATUS),
        ("Citizenship status: none", Category.IMMIGRATION_STATUS),
        ("Showed form I-94.", Category.IMMIGRATION_DOCUMENT),
    ],
)
def test_a_value_that_tells_is_found_where_it_stands(text: str, category: Category) -> None:
    before = "Ana reads well. "
    (found,) = findings_in(before + text + " She likes it.")
    assert (found.category, found.mode) == (category, Mode.VALUE)
    assert len(before) <= found.start < found.end <= len(before) + len(text)
    assert not any(digits in found.why for digits in ("9999", "6789", "219"))


@pytest.mark.parametrize(
    "text",
    ["000-12-3456", "666-12-3456", "900-12-3456", "219-00-3456", "219-09-0000", "219-09-99999", "1219-09-9999",
     "(559) 555-0134", "2026-10-19", "10999990100001", "I-94 north of town", "I-94 freeway", "Room 219, seat 09",
     "Visa card payments are not taken.", "the naturalists' club"],
)  # fmt: skip
def test_numbers_that_were_never_issued_and_other_numbers_are_let_be(text: str) -> None:
    assert findings_in(text) == []


@pytest.mark.parametrize(
    "text",
    ["no 123456789", "219099999", "Mother 219099999.", "(219099999)", "student 219099999", "id: 219099999",
     "#219099999", "call 555-0134, 219099999", "student number 4, 219099999", "２１９０９９９９９"],
)  # fmt: skip
def test_nine_digits_that_a_person_wrote_could_be_a_number_that_was_issued(text: str) -> None:
    (found,) = findings_in(text, LOOKS_AT_WRITING)
    assert found.category is Category.SSN and text[found.start : found.end].isdigit()
    assert findings_in(text) == []


@pytest.mark.parametrize(
    "text",
    ["SSID 219099999", "SSID: 2190999990", "Student number 219099999", "student no. 219099999", "Student ID: 219099999",
     "local student # 219099999", "local id 219099999", "Perm ID 219099999", "Invoice 219099999",
     "invoice no. 219099999", "Phone: 219099999", "tel. 219099999", "Teléfono: 219099999", "zip code 219099999",
     "Student number is 219099999", "número de alumno: 219099999",
     "000123456", "666123456", "900123456", "219003456", "219090000", "2190999991", "1,219099999", "219099999.50",
     "PXL_20241019_219099999", "f219099999", "219099999-1",
     "219099999@students.alder-creek.example"],
)  # fmt: skip
def test_nine_digits_that_say_which_number_they_are_or_were_never_issued_are_let_be(text: str) -> None:
    assert findings_in(text, LOOKS_AT_WRITING) == []


@pytest.mark.parametrize("text", ["student number or SSN 219099999", "Phone: 219-09-9999", "zip 1, SSN 219099999"])
def test_another_label_excuses_no_number_that_tells_by_itself(text: str) -> None:
    assert [it.category for it in findings_in(text, LOOKS_AT_WRITING)] == [Category.SSN]


def test_many_numbers_that_say_what_they_are_hide_none_that_does_not() -> None:
    assert len(findings_in("Phone 219099999\n" * 2000 + "219099999", LOOKS_AT_WRITING)) == 1


@pytest.mark.parametrize("words", [61, 62, 63, 140, 900])
def test_a_name_asks_however_much_stands_before_it_and_behind(words: int) -> None:
    name = "Please tell us about the family. " * words + "Social Security number" + " Please write clearly." * words
    asks = banned_field(name)
    assert asks is not None and name[asks.start : asks.end].startswith("Social Security")


@pytest.mark.parametrize("field", ["telephone", "mobile", "postal_code", "zip", "ssid", "student_number", "fax"])
def test_a_field_named_for_another_number_may_hold_nine_digits(field: str) -> None:
    assert findings_in("219099999", looks_at(field)) == []
    assert findings_in("219-09-9999", looks_at(field))


@pytest.mark.parametrize("field", ["note", "text", "signed_by", "given", "student", "name"])
def test_a_field_for_words_may_not(field: str) -> None:
    assert findings_in("219099999", looks_at(field))


@given(st.text(max_size=200))
def test_any_text_is_examined_and_places_do_not_overlap(text: str) -> None:
    found = findings_in(text, LOOKS_AT_WRITING)
    for one, next_ in pairwise(found):
        assert one.end <= next_.start
    assert all(0 <= it.start < it.end <= len(text) for it in found)


@given(
    st.integers(1, 899).filter(lambda area: area != 666), st.integers(1, 99), st.integers(1, 9999),
    st.sampled_from("- "), st.text("abc ,.", max_size=20), st.text("abc ,.", max_size=20),
)  # fmt: skip
def test_every_number_that_could_have_been_issued_is_found_in_any_sentence(
    area: int, group: int, serial: int, mark: str, before: str, after: str
) -> None:
    written = f"{area:03}{mark}{group:02}{mark}{serial:04}"
    found = findings_in(f"{before} {written} {after}")
    assert [it.category for it in found] == [Category.SSN]
    assert f"{before} {written} {after}"[found[0].start : found[0].end] == written


@given(st.text(max_size=60))
def test_any_name_is_examined_and_what_is_found_in_it_is_asked_for(name: str) -> None:
    found = banned_field(name)
    assert found is None or found.mode is Mode.SOLICIT


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"%PDF-1.4\nx\n%%EOF\n", "application/pdf"),
        (b"\x89PNG\r\n\x1a\nxxxx", "image/png"),
        (b"\xff\xd8\xff\xe0xxxx", "image/jpeg"),
        (b"II*\x00\x08\x00\x00\x00", "image/tiff"),
        (b"MM\x00*\x00\x00\x00\x08", "image/tiff"),
        ("Notas de María.\n".encode(), "text/plain"),
    ],
)
def test_a_file_is_what_its_first_bytes_say(body: bytes, media_type: str) -> None:
    kind = kind_of(body)
    assert kind is not None and kind.media_type == media_type


@pytest.mark.parametrize(
    "body", [b"", b"%PDF-1.4 cut short", b"MZ\x90\x00", b"PK\x03\x04\x00", b"GIF89a\x00", b"\xff\xfea\x00", b"caf\xe9"]
)
def test_a_file_of_no_kind_we_keep_is_none(body: bytes) -> None:
    kind = kind_of(body)
    assert kind is None or (kind.media_type == "text/plain" and body.startswith(b"%PDF"))


def test_every_kind_of_finding_has_its_law_but_those_that_no_law_of_records_refuses() -> None:
    assert set(Category) - set(CITATIONS) == {Category.ITIN, Category.MALWARE}
