"""The essential list: for whoever keeps the school's records, under the law, logged, and kept nowhere."""

from __future__ import annotations

from uuid import UUID

import pypdfium2
import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.incidents.reporting import HEAD


def reached(who: make.Town, contact: object, number: str) -> None:
    from fileroom.collection.services import Collected, collect

    done = collect(
        who.ana.id, "contact_and_household", {"mobile": number}, by=who.registrar.by, at=AT,
        about=contact.id,  # type: ignore[attr-defined]
    )  # fmt: skip
    assert isinstance(done, Collected)


def the_list(school: UUID, by: object, grade: str = "4") -> str:
    from fileroom.programmes.incidents.essentials import essential_list

    pages = pypdfium2.PdfDocument(essential_list(school, grade, head=HEAD, by=by, at=AT))  # type: ignore[arg-type]
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


def test_it_has_each_student_and_whom_to_call_and_each_number_opened_has_its_line(town: make.Town) -> None:
    reached(town, town.mother.row, "(559) 555-0141")
    said = the_list(town.school.id, town.principal.by)
    assert "Ana Torres" in said and "Mother Torres (parent): (559) 555-0141" in said
    assert "Ben Ruiz" in said and "Nobody on file who may be called" in said
    noted = entries()
    assert [it.student for it in noted if it.act == "record:inspected"] == [town.ana.id]
    assert sum(it.act == "essentials:printed" for it in noted) == 1


def test_where_an_order_is_on_file_nobody_is_named_and_no_number_is_opened(town: make.Town) -> None:
    reached(town, town.mother.row, "(559) 555-0141")
    make.order(town.ana, make.related("father", town.ana).row)
    said = the_list(town.school.id, town.principal.by)
    assert "Ask the principal" in said and "555-0141" not in said and "Mother" not in said and "Father" not in said
    assert not any(it.act == "record:inspected" for it in entries())


def test_whom_an_order_keeps_from_a_child_prints_no_list_with_the_child_and_another_does(town: make.Town) -> None:
    from fileroom.programmes.incidents.essentials import grades

    make.order(town.ana, make.contact("Registrar", "Abara"))
    make.change(town.principal.row, family="Oyelaran")  # an order against an Abara may bind any of that name
    said = the_list(town.school.id, town.registrar.by)
    assert "Ben Ruiz" in said and "Ana" not in said and "Ask the principal" not in said
    assert [it.students for it in grades(by=town.registrar.by, at=AT)] == [1]
    assert "Ana Torres" in the_list(town.school.id, town.principal.by)


def test_a_large_grade_is_printed_in_parts_by_family_name_each_with_its_line(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.programmes.incidents import essentials

    make.enrolment(make.student("Cora", "Avila"), town.school)
    monkeypatch.setattr(essentials, "MOST", 2)
    found = [(it.part, it.students, it.letters) for it in essentials.grades(by=town.principal.by, at=AT)]
    assert found == [(1, 1, "A–A"), (2, 2, "R–T")]
    desk = browser(town.principal.by)
    for part, names in (("1", {"Cora"}), ("2", {"Ben", "Ana"})):
        answer = desk.post("/incidents/essential-list/", form(of=f"{town.school.id}/4", part=part))
        text = " ".join(it.get_textpage().get_text_range() for it in pypdfium2.PdfDocument(answer.content))
        assert {it for it in ("Cora", "Ben", "Ana") if it in text} == names
    assert [it.outcome for it in entries() if it.act == "essentials:printed"] == ["1", "2"]
    assert desk.post("/incidents/essential-list/", form(of=f"{town.school.id}/4", part="3")).status_code == 404


def pages_of(pdf: bytes) -> list[str]:
    return [" ".join(it.get_textpage().get_text_range().split()) for it in pypdfium2.PdfDocument(pdf)]


def number_of(part: int) -> str:
    """Of the paper printed last: its line of the ledger, and the part."""
    line = [it for it in entries() if it.act == "essentials:printed"][-1].id.hex
    return f"{line[:4]}-{line[4:8]}-{part}".upper()


def test_each_page_of_each_part_says_for_whom_it_was_printed_when_and_under_which_number(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.letters.setting import spoken_instant
    from fileroom.programmes.incidents import essentials

    for number in range(60):
        make.enrolment(make.student(f"Cora {number}", "Avila"), town.school)
    monkeypatch.setattr(essentials, "MOST", 31)
    numbers = []
    for part in (1, 2):
        pdf = essentials.essential_list(town.school.id, "4", part, head=HEAD, by=town.principal.by, at=AT)
        numbers.append(number_of(part))
        mark = f"For Principal Abara · {spoken_instant(AT, 'en')} · No. {numbers[-1]} · Not to be copied"
        pages = pages_of(pdf)
        assert len(pages) > 1
        assert [it.count(mark) for it in pages] == [2] * len(pages), "across the page, and at its foot"
    assert numbers[0] != numbers[1]


def test_it_is_for_whoever_keeps_that_schools_records_alone(town: make.Town) -> None:
    from fileroom.people.answers import Missing

    other = make.staffed("olga", "principal", make.school("Mesa Middle"))
    for by in (town.teacher.by, town.mother.by, other.by):
        with pytest.raises(Missing):
            the_list(town.school.id, by)
    with pytest.raises(Missing):
        the_list(town.school.id, town.principal.by, grade="11")


def test_its_page_hands_over_a_pdf_and_no_letter_is_kept(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Letter

    desk = browser(town.principal.by)
    assert "Make it anew" in desk.get("/incidents/essential-list/").content.decode()
    answer = desk.post("/incidents/essential-list/", form(of=f"{town.school.id}/4"))
    assert answer["Content-Type"] == "application/pdf" and answer["Cache-Control"] == "no-store"
    assert desk.post("/incidents/essential-list/", form(of="x")).status_code == 422
    with district_transaction():
        assert not Letter.objects.exists()
