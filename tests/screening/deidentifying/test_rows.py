"""A table without the people in it: identifiers gone, days as years, no row that too few students share."""

from __future__ import annotations

import random
import re
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fileroom.screening.deidentifying import BadTable, Kind, Person, Reason, Roster, deidentify_rows
from fileroom.screening.deidentifying.columns import Column, headed
from fileroom.screening.folding import fold
from tests.screening.deidentifying.planting import FAMILY, GIVEN, SCHOOLS

HEADS = ["Student Name", "SSID", "DOB", "School", "Grade", "Gender", "Phone", "Test date", "Score", "Notes"]


def people(number: int, seed: int) -> list[Person]:
    chance = random.Random(seed)
    return [
        Person(
            Kind.STUDENT, (chance.choice(GIVEN),), (chance.choice(FAMILY),), f"{5000000000 + at}",
            date(2015, 1, 1) + timedelta(days=chance.randrange(365)), f"{3 + at % 2:02}", SCHOOLS[at % 2],
        )
        for at in range(number)
    ]  # fmt: skip


def table(of: list[Person], seed: int) -> list[list[str]]:
    chance = random.Random(seed)
    rows = [
        [
            f"{it.family[0]}, {it.given[0]}", it.ssid, f"{it.birth_on:%m/%d/%Y}", it.school, it.grade,
            chance.choice("FM"), f"559-555-01{at % 100:02}", "10/03/2026", str(chance.randrange(100)),
            f"{it.given[0]} read aloud for a long while.",
        ]
        for at, it in enumerate(of)
    ]  # fmt: skip
    return [HEADS, *rows]


@settings(max_examples=15)
@given(st.integers(0, 10**6), st.integers(2, 15))
def test_no_row_is_left_that_fewer_students_share_and_none_names_anybody(seed: int, least: int) -> None:
    of = people(60, seed)
    made = deidentify_rows(lambda: table(of, seed), Roster(of, SCHOOLS), least=least)
    sharing = Counter(tuple(row[1:5]) for row in made.rows)  # year of birth, school, grade, gender
    assert all(number >= least for number in sharing.values())
    assert len(made.rows) + made.withheld == 60
    left = fold(" ".join(cell for row in made.rows for cell in row)).text.split()
    assert not {it.ssid for it in of} & set(left)
    assert not any(fold(name).text in left for it in of for name in it.given if name not in {"Will", "Grace", "Autumn"})
    assert Reason.NAMED not in made.reasons


def test_a_student_with_many_rows_does_not_pass_for_many_students() -> None:
    rows = [["SSID", "Grade", "Score"], *([["4412345678", "7", str(it)] for it in range(30)])]
    made = deidentify_rows(lambda: rows, Roster([]), least=11)
    assert made.rows == []
    assert made.withheld == 30
    assert made.reasons == (Reason.FEW,)


def test_traits_that_the_roster_shows_to_be_a_few_students_are_withheld_though_the_table_has_enough_rows() -> None:
    few = [Person(Kind.STUDENT, ("Zed",), ("Zee",), grade="07", school="Tule Fog High")] * 5
    rows = [["Grade", "School", "Score"], *([["7", "Tule Fog High", str(it)] for it in range(30)])]
    assert deidentify_rows(lambda: rows, Roster(few, SCHOOLS), least=11).reasons == (Reason.FEW,)
    assert deidentify_rows(lambda: rows, Roster(few * 3, SCHOOLS), least=11).reasons == ()


def test_what_each_column_becomes() -> None:
    of = people(60, 3)
    made = deidentify_rows(lambda: table(of, 3), Roster(of, SCHOOLS), least=2)
    assert made.heads == ("student", "DOB", "School", "Grade", "Gender", "Test date", "Score", "Notes")
    first = made.rows[0]
    assert first[0].startswith("Student ")
    assert first[1] == "2015"
    assert first[2].startswith("School ")
    assert first[5] == "2026"


def test_one_student_has_one_label_in_all_rows() -> None:
    rows = [["SSID", "Score"], *([[f"44123456{it % 20:02}", "1"] for it in range(60)])]
    made = deidentify_rows(lambda: rows, Roster([]), least=11)
    assert sorted(Counter(row[0] for row in made.rows).values()) == [3] * 20


def test_a_cell_that_a_spreadsheet_would_run_is_a_text_again() -> None:
    rows = [["Notes"], *([["=HYPERLINK(1)"]] * 12)]
    assert deidentify_rows(lambda: rows, Roster([]), least=11).rows[0] == ["'=HYPERLINK(1)"]


@pytest.mark.parametrize("cell", ["\u200b=HYPERLINK(1)", "so;=HYPERLINK(1)", "\ufeff+SUM(1)"])
def test_nor_behind_what_is_not_seen_nor_where_another_program_parts_it(cell: str) -> None:
    """As in the office's own lists (disclosure.exports): one guard for every table that goes out."""
    made = deidentify_rows(lambda: [["Notes"], *([[cell]] * 12)], Roster([]), least=11)
    assert re.search(r"(^|;)'\s*[=+]", made.rows[0][0]), ascii(made.rows[0])


def test_a_column_of_the_districts_own_numbers_says_whose_each_row_is_whatever_stands_over_it() -> None:
    of = Roster([Person(Kind.STUDENT, (), (), local_id=f"{4000 + it}") for it in range(20)])
    rows = [["Key", "Score"], *([[f"{4000 + it % 20}", "7"] for it in range(60)])]
    made = deidentify_rows(lambda: rows, of, least=11)
    assert made.heads == ("student", "Score")
    assert sorted(Counter(row[0] for row in made.rows).values()) == [3] * 20


ANA, BEN, GRACE = (
    Person(Kind.STUDENT, (it,), (of,)) for it, of in (("Ana", "Torres"), ("Ben", "Ortiz"), ("Grace", "Kim"))
)


def gradebook(*heads: str) -> list[list[str]]:
    return [
        ["Remark", *heads],
        *([[f"they read page {it} aloud today", *([str(it)] * len(heads))] for it in range(40)]),
    ]


def test_a_column_that_is_headed_with_a_students_name_has_a_number_in_its_place() -> None:
    rows = gradebook("Ana Torres", "Quiz 1", "Ortiz, Ben")
    made = deidentify_rows(lambda: rows, Roster([ANA, BEN]), least=11)
    assert made.heads == ("Remark", "column 2", "Quiz 1", "column 4")
    assert made.reasons == ()
    assert made.found[Kind.PERSON] == 2


def test_beside_a_name_each_head_that_could_be_one_is_taken_for_one() -> None:
    of = Roster([ANA, BEN, GRACE])
    assert deidentify_rows(lambda: gradebook("Torres", "Grace"), of, least=11).heads[1:] == ("column 2", "column 3")
    assert deidentify_rows(lambda: gradebook("Grace", "Score"), of, least=11).heads[1:] == ("Grace", "Score")


def test_a_head_that_a_spreadsheet_would_run_is_a_text_again() -> None:
    assert deidentify_rows(lambda: gradebook("=HYPERLINK(1)"), Roster([]), least=11).heads[1] == "'=HYPERLINK(1)"


def test_words_in_a_head_that_no_list_knows_are_for_a_person_to_look_at() -> None:
    assert deidentify_rows(lambda: gradebook("Seen by Zephyrine"), Roster([]), least=11).perhaps == ("Zephyrine",)


@pytest.mark.parametrize(
    ("head", "column"),
    [
        ("stu_last_name", Column.STUDENT),
        ("StudentID", Column.STUDENT),
        ("Parent Email", Column.GONE),
        ("birthDate", Column.BIRTH),
        ("Country of Birth", Column.GONE),
        ("Título III", Column.GONE),
        ("Title III", Column.GONE),
        ("home_language", Column.TRAIT),
        ("zip", Column.TRAIT),
        ("Teacher comment", Column.GONE),
        ("GPA", None),
        ("Grace", None),
    ],
)
def test_what_a_head_says_of_its_column(head: str, column: Column | None) -> None:
    assert headed(head) is column


@pytest.mark.parametrize("rows", [[], [[""]], [["a", "b"], ["1"]]])
def test_what_is_no_table_is_refused(rows: list[list[str]]) -> None:
    with pytest.raises(BadTable):
        deidentify_rows(lambda: rows, Roster([]), least=11)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("He sits in a wheelchair.", Reason.RARE),
        ("She is undocumented.", Reason.STATUS),
        ("The only one in grade 4 who read.", Reason.FEW),
    ],
)
def test_a_cell_that_tells_of_what_happens_to_few_is_a_reason_as_it_is_in_a_text(said: str, reason: Reason) -> None:
    of = Roster(people(10, 1), SCHOOLS)
    rows = [["Score", "Notes"], *([str(it), "They read aloud."] for it in range(12))]
    assert deidentify_rows(lambda: rows, of, least=11).reasons == ()
    assert reason in deidentify_rows(lambda: [*rows, ["7", said]], of, least=11).reasons


def test_what_stands_over_a_column_is_read_too_unless_enough_share_what_is_under_it() -> None:
    def reasons(head: str, *cells: str) -> tuple[Reason, ...]:
        rows = [[head, "Score"], *([cells[it % len(cells)], str(it)] for it in range(24))]
        return deidentify_rows(lambda: rows, Roster([]), least=11).reasons

    assert reasons("Wheelchair", "0", "1") == (Reason.RARE,), "of figures nobody counts how many share them"
    assert reasons("Foster care", "yes", "no") == ()


@pytest.mark.parametrize("heads", [["student"], ["name", "email"]])
def test_a_table_of_names_alone_leaves_nothing_but_labels(heads: list[str]) -> None:
    of = people(12, 3)
    rows = [[f"{it.given[0]} {it.family[0]}", f"{it.ssid}@school.test"][: len(heads)] for it in of]
    made = deidentify_rows(lambda: [heads, *rows], Roster(of, SCHOOLS), least=2)
    assert {it for row in made.rows for it in row} <= {f"Student {chr(65 + at)}" for at in range(12)}
    assert Reason.NAMED not in made.reasons
