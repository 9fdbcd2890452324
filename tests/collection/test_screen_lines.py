"""What a line of JSON may say beside its text, and what its answer says of it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fileroom.collection.answers import answer_file, answer_line
from fileroom.collection.authorities import is_its_own
from fileroom.collection.rulings import Scope
from fileroom.law.exceptions import EXCEPTIONS
from fileroom.screening import screened

SCOPE = Scope(date(2026, 10, 19))
HANDBOOK = Path(__file__).parents[2] / "docs" / "handbook" / "it-lead.md"
LAST_FOUR = "Adult signing: R. Oduya, last four of SSN 4471"
FORM = "Meal application"


def answer(**line: Any) -> dict[str, Any]:
    return answer_line(1, json.dumps(line).encode(), SCOPE).line


def meal(authority: str) -> dict[str, Any]:
    declared = {"exception": "nslp_last4", "authority": authority}
    return answer(text=f"{FORM}\n{LAST_FOUR}", kind="form_answers", declared=declared)


@pytest.mark.parametrize(
    "authority",
    ["42 U.S.C. 1758(d)(1)", "42 USC § 1758(d)", "42 u.s.c. sec. 1758", "7 CFR 245.6(a)", "7 C.F.R. §245.6", "1758(d)",
     "42 USC 1758(d); 7 CFR 245.6(a)", "Title 42, U.S. Code, section 1758", "", "  "],
)  # fmt: skip
def test_an_exception_opens_under_its_own_law_or_where_none_is_given(authority: str) -> None:
    line = meal(authority)
    assert line["decision"] == "allow" and line["findings"][0]["why"][-1] == "covered by nslp_last4"


@pytest.mark.parametrize("authority", ["Ed. Code 1", "Ed. Code 1758", "20 USC 1758", "42 USC 17", "the district"])
def test_under_a_law_that_is_not_its_own_it_does_not_open_and_says_why(authority: str) -> None:
    line = meal(authority)
    assert line["decision"] == "block"
    assert line["findings"][0]["why"][-1] == "not covered by nslp_last4"
    assert line["says"] == (
        "nslp_last4 does not open under the authority given: its own is 42 USC 1758(d); 7 CFR 245.6(a)."
    )


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_each_exception_opens_under_the_law_it_is_listed_with(name: str) -> None:
    exception = EXCEPTIONS[name]
    assert is_its_own(exception.authority.text, exception)
    assert not is_its_own("Ed. Code 1", exception)


@pytest.mark.parametrize(
    ("name", "authority"),
    [
        ("work_permit_b1_1", "Educ. Code 49110"),
        ("work_permit_b1_1", "Form B1-1"),
        ("migrant_ed", "20 U.S.C. 6399(3)"),
        ("migrant_ed", "34 CFR 200.85"),
        ("calpads_race", "Ed. Code 60900; 72 Fed. Reg. 59266"),
        ("livescan", "Penal Code 11105"),
        ("livescan", "Ed. Code section 44830.1"),
        ("staff_payroll", "26 U.S.C. 3402"),
        ("title3_immigrant", "ESEA 3201(5)"),
    ],
)
def test_a_law_that_its_form_rests_on_is_its_own(name: str, authority: str) -> None:
    assert is_its_own(authority, EXCEPTIONS[name])


def test_a_line_may_name_the_form_it_is_of() -> None:
    declared = {"exception": "nslp_last4"}
    assert answer(text=LAST_FOUR, kind="form_answers", declared=declared)["decision"] == "block"
    line = answer(text=LAST_FOUR, kind="form_answers", declared=declared, form=FORM)
    assert (line["decision"], len(line["findings"])) == ("allow", 1)
    asked = answer(text="Last 4 of SSN of adult signing: ____", kind="form_field", declared=declared, form=FORM)
    assert (asked["decision"], asked["findings"][0]["why"][-1]) == ("allow", "covered by nslp_last4")
    card = answer(text=LAST_FOUR, kind="form_answers", declared=declared, form="Library card")
    assert card["decision"] == "block"


def test_what_stands_in_the_name_of_a_form_is_found_too() -> None:
    (it,) = answer(text="Grade: 4", kind="form_answers", form="SSN: 518-22-4471")["findings"]
    assert (it["category"], it["mode"], it["where"], it["start"], it["end"]) == ("ssn", "value", "form", 5, 16)


def test_the_name_of_a_form_is_a_text() -> None:
    made = answer_line(1, b'{"text": "x", "form": 3}', SCOPE)
    assert made.line["error"] == "form: the form's title is needed as text."


@pytest.mark.parametrize("text", ["", "  \n\t", "\u200b\ufeff", "\u00a0"])
@pytest.mark.parametrize("kind", ["note", "form_field", "form_answers", "csv_row"])
def test_a_text_of_nothing_is_empty_and_nothing_is_held_back(text: str, kind: str) -> None:
    made = answer_line(1, json.dumps({"text": text, "kind": kind}).encode(), SCOPE)
    assert (made.line["outcome"], made.line["decision"], made.line["findings"]) == ("empty", "allow", [])
    assert not made.found and not made.unexamined


def test_a_file_of_nothing_is_still_held_back(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("  \n")
    made = answer_file(tmp_path / "a.txt", SCOPE)
    assert (made.line["outcome"], made.line["decision"], made.unexamined) == ("empty", "block", True)


def test_of_a_file_with_more_than_is_told_its_answer_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screened, "MOST_OF_A_KIND", 1)
    (tmp_path / "a.txt").write_text("SSN: 518-22-4471\nSSN: 518-22-4472\n")
    line = answer_file(tmp_path / "a.txt", SCOPE).line
    assert (len(line["findings"]), line["says"]) == (1, f"All of it was read. {screened.MORE}")


def test_the_handbook_s_own_line_is_answered_as_it_says() -> None:
    (line,) = [it.strip() for it in HANDBOOK.read_text("utf-8").splitlines() if it.startswith('    {"id":"q1"')]
    made = answer_line(1, line.encode(), SCOPE).line
    assert (made["outcome"], made["decision"]) == ("findings", "allow")
