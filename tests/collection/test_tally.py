"""The counts of a sweep: each file once, by folder and by template, and never a value."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from fileroom.collection.answers import Answer
from fileroom.collection.sweep.sweeping import Swept
from fileroom.collection.sweep.tally import MOST_ROWS, Tally, Template, shown


def finding(category: str = "ssn", mode: str = "value", decision: str = "block", page: int = 0) -> dict[str, Any]:
    return {
        "category": category,
        "mode": mode,
        "decision": decision,
        "page": page or None,
        "citation": "Ed. Code 49076.7",
    }


def answer(path: str, *findings: dict[str, Any], outcome: str = "", copy_of: str = "") -> Swept:
    outcome = outcome or ("findings" if findings else "clean")
    sound = outcome in ("clean", "findings")
    decision = "block" if not sound or any(it["decision"] == "block" for it in findings) else "allow"
    line = {"path": path, "outcome": outcome, "decision": decision, "findings": list(findings), "pages": 2}
    return Swept(Answer({**line, "fully_examined": sound}), copy_of)


def tally(*answers: Swept, roots: tuple[str, ...] = ("/a",)) -> Tally:
    made = Tally([Path(root) for root in roots])
    for it in answers:
        made.add(it)
    return made


def test_a_file_counts_once_for_each_thing_and_its_places_are_counted_apart() -> None:
    made = tally(
        answer("/a/x/1.pdf", finding(), finding(), finding("itin")),
        answer("/a/x/2.pdf", finding(), copy_of="/a/x/1.pdf"),
        answer("/a/y/3.pdf"), answer("/a/y/4.pdf", outcome="damaged"),
    )  # fmt: skip
    assert (made.files, made.copies) == (4, 1)
    assert [(kind.category, n, made.findings[kind]) for kind, n in made.kinds.most_common()] == [
        ("ssn", 2, 3),
        ("itin", 1, 1),
    ]
    rows, more = made.folders()
    assert more == 0
    assert {row.folder: row.counts for row in rows} == {
        "x": {"files": 2, "held": 2, "ssn": 2, "itin": 1}, "y": {"files": 2, "held": 1, "unexamined": 1},
    }  # fmt: skip


def test_what_is_allowed_is_no_heat() -> None:
    assert tally(answer("/a/x/1.pdf", finding(decision="allow"))).folders() == ([], 0)
    assert tally(answer("/a/x/1.pdf", finding(decision="allow"))).templates() == ([], 0)


def test_where_there_are_too_many_folders_those_above_stand_for_them() -> None:
    deep = [answer(f"/a/{year}/{number}/f.pdf", finding()) for year in (1999, 2000) for number in range(MOST_ROWS)]
    rows, more = tally(*deep).folders()
    assert ([row.folder for row in rows], more) == (["1999", "2000"], 0)
    flat = [answer(f"/a/{number:03}/f.pdf", finding()) for number in range(MOST_ROWS * 3)]
    rows, more = tally(*flat).folders()
    assert ([row.folder for row in rows], more) == ([""], 0) and rows[0].counts["held"] == MOST_ROWS * 3


def test_several_folders_that_are_swept_stand_by_their_names() -> None:
    rows, _ = tally(answer("/a/x/1.pdf", finding()), answer("/b/1.pdf", finding()), roots=("/a", "/b")).folders()
    assert sorted(row.folder for row in rows) == ["a/x", "b"]


def test_two_that_are_swept_under_one_name_stand_apart() -> None:
    roots = ("/2019/enrol", "/2020/enrol")
    rows, _ = tally(*(answer(f"{root}/x/1.pdf", finding()) for root in roots), roots=roots).folders()
    assert sorted(row.folder for row in rows) == ["2019/enrol/x", "2020/enrol/x"]


def test_copies_of_one_form_are_one_template() -> None:
    asked = [finding(mode="solicit", page=1), finding("immigration_status", "solicit", page=2)]
    made = tally(
        *(answer(f"/a/x/{number}.PDF", *asked, finding(decision="allow")) for number in range(5)),
        answer("/a/z.pdf", finding()),
    )
    (first, second), more = made.templates()
    assert more == 0 and isinstance(first, Template)
    assert (first.ending, first.pages, first.files, first.example) == ("pdf", 2, 5, "x/0.PDF")
    assert first.places == (("immigration_status", "solicit", 2), ("ssn", "solicit", 1))
    assert second.places == (("ssn", "value", 0),)


def test_a_bar_in_an_ending_parts_no_template() -> None:
    ((made,), _) = tally(answer("/a/scan.txt|old", finding(page=3))).templates()
    assert (made.ending, made.pages, made.places) == ("txt|old", 2, (("ssn", "value", 3),))


def test_a_number_in_a_name_is_not_repeated_and_a_year_is() -> None:
    made = tally(answer("/a/1998-1999/Lopez 518-22-4471, 4471/2019-03-15 card 518224471.txt", finding()))
    ((row,), _), ((template,), _) = made.folders(), made.templates()
    assert row.folder == "1998-1999/Lopez …"
    assert template.example == "1998-1999/Lopez …/2019-03-15 card ….txt"


@pytest.mark.parametrize("mark", ["–", "·", "•", " - ", "--", "/", "\u00a0", "−", ", "])
def test_no_mark_between_its_groups_lets_a_part_of_a_number_stand_in_a_name(mark: str) -> None:
    assert shown(f"Lopez {mark.join(('518', '22', '4471'))} a") == "Lopez … a"


@pytest.mark.parametrize(
    "number", ["518/22-4471", "518-22/4471", "\u2075\u00b9\u2078\u207b\u00b2\u00b2\u207b\u2074\u2074\u2077\u00b9"]
)
def test_neither_a_folder_in_a_number_nor_digits_set_high_let_it_stand_in_a_name(number: str) -> None:
    assert shown(f"Lopez {number} a") == "Lopez … a"


@pytest.mark.parametrize("name", ["2019/2020/x", "2019/05/12/x", "1998-1999/07", "a 2019, b", "10/20/30/40"])
def test_years_and_days_in_a_path_stand(name: str) -> None:
    assert shown(name) == name


def test_a_file_with_a_finding_that_was_not_read_whole_counts_among_those_not_looked_into() -> None:
    half = answer("/a/x/1.zip", finding())
    half.answer.line["fully_examined"] = False
    assert tally(half, answer("/a/x/2.pdf", outcome="damaged"), answer("/a/x/3.pdf")).unexamined == 2


def test_counts_are_let_go_in_whichever_thread_the_collector_comes_for_them() -> None:
    counts = [Tally([])]
    elsewhere = Thread(target=counts.clear)
    elsewhere.start()
    elsewhere.join()  # what a finalizer raised is an error of the test's
    assert counts == []
