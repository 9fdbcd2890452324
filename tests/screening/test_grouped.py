"""Nine digits written 3-2-4: what stands about them lowers how surely they are a number, and never hides it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.screening import LOOKS_AT_WRITING, Category, Mode, TextKind, findings_in, screen_text
from fileroom.screening.gate import with_doubts
from fileroom.screening.parts import Outcome
from tests.screening.test_nowhere_to_hide import screened

NUMBER = "219-09-9999"
FOUR = [("Maria Lopez", NUMBER), ("Ana Diaz", "545-61-2231"), ("Jose Vega", "518-22-4471"), ("Li Wei", "531-44-1023")]


@pytest.mark.parametrize("head", ["Student ID", "ID", "Key", "Tel", "Locker no"])
@pytest.mark.parametrize("mark", ["-", " ", "."])
def test_no_head_of_a_column_hides_numbers_beside_names(head: str, mark: str) -> None:
    rows = "".join(f"{name},3,{number.replace('-', mark)}\n" for name, number in FOUR)
    found = with_doubts(f"Name,Grade,{head}\n{rows}", TextKind.CSV_ROW)
    assert [it.category for it in found] == [Category.SSN] * 4
    assert all(it.doubted for it in found) or mark == "-"


@pytest.mark.parametrize(
    "text",
    [
        f"Student: Maria Lopez\nStudent No.: {NUMBER}", f"Student: Maria Lopez   Student ID: {NUMBER}",
        f"Maria Lopez {NUMBER}-1", f"Maria Lopez 1-{NUMBER}", f"Maria Lopez {NUMBER}@",
        f"Maria Lopez {NUMBER}-1\nAna Diaz 545-61-2231-1", f"Maria Lopez, phone {NUMBER}",
        "Lopez, Maria 1 219 09 9999 4", "lopez 219-09-1111\ndiaz 219-09-2222\nvega 219-09-3333",
    ],
)  # fmt: skip
def test_beside_somebody_a_person_says_what_it_is_and_it_is_kept_out_till_then(text: str) -> None:
    found = with_doubts(text, TextKind.PROSE)
    assert found and all(it.category is Category.SSN and it.doubted for it in found)
    assert findings_in(text, LOOKS_AT_WRITING) and screened(text.encode(), "a.txt").outcome is Outcome.FINDINGS


@pytest.mark.parametrize("many", [1, 2, 3, 5])
@pytest.mark.parametrize(
    "line", ["the number of lopez is {} and so on", "lopez {} in pencil", "학생의 번호는 {} 입니다"]
)
def test_one_number_that_stands_often_is_no_series(line: str, many: int) -> None:
    assert len(screen_text("\n".join([line.format(NUMBER)] * many))) == many


@pytest.mark.parametrize(
    "text", ["88 042 03 5519 2846", "v1.318.44.7265", f"Order {NUMBER}, invoice 219-09-9998", f"Invoice {NUMBER}"]
)
def test_where_nobody_is_named_other_numbers_are_let_be(text: str) -> None:
    assert with_doubts(text, TextKind.PROSE) == ()


@given(
    st.sampled_from(["", "Student ID: ", "Part ", "1-", "order no. ", "x", "phone ", "Key "]),
    st.sampled_from(["", "-1", "@", "-", "a", " ext 4", " is the code of the locker", "-0001-2"]),
    st.sampled_from(["-", "/", " - ", "_"]),
)
def test_nothing_that_stands_about_a_number_lets_it_through_a_gate(before: str, behind: str, mark: str) -> None:
    text = f"Ana, {before}{NUMBER.replace('-', mark)}{behind}"
    assert [it.category for it in findings_in(text, LOOKS_AT_WRITING)] == [Category.SSN]


@pytest.mark.parametrize(
    "written",
    [
        "219-09-\n9999", "219-\n09-9999", "219-09-\r\n9999", "219-**09**-9999", "219%2D09%2D9999",
        "219&#45;09&#45;9999", "219_09_9999", "219  09  9999", "219\t09\t9999", "219•09•9999",
        "219⁃09⁃9999", "²¹⁹⁻⁰⁹⁻⁹⁹⁹⁹", "219∙09∙9999", "219⋅09⋅9999", "219–09–9999", "219 - 09 - 9999",
    ],
)  # fmt: skip
def test_what_stands_between_its_groups_hides_no_number(written: str) -> None:
    text = f"Maria Lopez {written} and so on"
    (found,) = findings_in(text, LOOKS_AT_WRITING)
    assert text[found.start : found.end] == written
    assert [it.category for it in with_doubts(text, TextKind.PROSE)] == [Category.SSN]


@pytest.mark.parametrize(
    "written",
    [
        "(219) 09-9999",
        "219~09~9999",
        "219:09:9999",
        "219 • 09 • 9999",
        "2\n1\n9\n0\n9\n9\n9\n9\n9",
        "2\t1\t9\t0\t9\t9\t9\t9\t9",
    ],
)
def test_behind_a_label_any_marks_may_part_its_digits(written: str) -> None:
    for text in (f"Maria Lopez, SSN {written}", f"SSN\n{written}"):
        found = findings_in(text)
        assert [it.category for it in found] == [Category.SSN]
        assert text[found[0].end - 1] == "9" and found[0].end - found[0].start >= 11


@pytest.mark.parametrize(
    "text",
    [
        "Room  219\t09\t9999", "grades 219  09  2019", "412\t11\t2019\n398\t12\t2018", "IMG_219_09_2019",
        "SSN, grades 3, 4, 5, 6, 7, 8", "see 219-\n\n09-9999", "219•09-9999", "Bring your SSN card on 9/12/2026, 10:30",
    ],
)  # fmt: skip
def test_figures_that_stand_apart_are_no_number(text: str) -> None:
    assert [it for it in with_doubts(text, TextKind.PROSE) if it.mode is Mode.VALUE] == []


def test_a_files_name_tells_a_number_whatever_joins_its_words() -> None:
    assert screened(b"Loans in March.", "Lopez_Maria_219_09_9999.txt").outcome is Outcome.FINDINGS


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("BEGIN:VCALENDAR\r\nDESCRIPTION:Maria Lopez and her papers 219-0\r\n 9-9999\r\nEND:VCALENDAR\r\n", "a.ics"),
        ("BEGIN:VCARD\r\nNOTE;ENCODING=QUOTED-PRINTABLE:Maria Lopez 219=2D09=2D9999\r\nEND:VCARD\r\n", "a.vcf"),
        ('{"name":"Maria Lopez","note":"219&#45;09&#45;9999"}', "a.json"),
        ("Maria Lopez<table><tr><td>SSN" + "".join(f"<td>{it}</td>" for it in "219099999") + "</tr></table>", "a.html"),
    ],
)  # fmt: skip
def test_what_a_format_does_to_a_line_is_undone(body: str, name: str) -> None:
    assert Category.SSN in {it.category for it in screened(body.encode(), name).findings if it.mode == "value"}


def test_what_is_doubted_takes_no_request_s_place() -> None:
    asks = "At the door, ask each parent for their I-94, the office wants a copy in the folder."
    found = with_doubts(asks, TextKind.PROSE)
    assert [(it.mode, asks[it.start : it.end]) for it in found] == [(Mode.SOLICIT, "I-94")]
