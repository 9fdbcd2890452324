"""What a paragraph says by itself is found, whatever the page says before and behind it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.screening import TextKind, marks, screen_text
from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.folding import fold
from fileroom.screening.gate import findings_in
from fileroom.screening.paragraphs import alone, paragraph
from fileroom.screening.reading import Reading

OTHER_THINGS = (
    "Debate outline, grade 6: Plyler v. Doe (1982). Our side will speak of the opinion of Justice Brennan.",
    "Training slide 6. Wrong: do you have a social? Right: do you have a student ID? Then pause, and ask the room why.",
    "Board minutes, item 7b. Counsel explained that schools may not collect the citizenship of pupils. Adopted 6-0.",
    "Script of the sixth grade play. The butterfly has no visa, and the guard sneezes at her wings.",
    "Boletín de la biblioteca: esta semana leemos un cuento de una mariposa que cruza la frontera sin visa.",
)
SAYS = (
    ("Please text me your child's full Social Security number by Thursday. Coach Jo", Category.SSN, Mode.SOLICIT),
    ("Estimada familia: mande copia de su green card a la oficina antes del viernes.", Category.IMMIGRATION_DOCUMENT,
     Mode.SOLICIT),
    ("Rosa Mena, grade 4: her mother gave us her Social Security number at the window, 531-24-8806.", Category.SSN,
     Mode.VALUE),
    ("Counselor log: Kevin says that his father is undocumented and was deported on Friday.",
     Category.IMMIGRATION_STATUS, Mode.VALUE),
)  # fmt: skip
QUESTIONS_AND_ANSWERS = (
    "Enrollment\n\nDo I need a Social Security number to enroll?\n\nNo. We never ask for one.\n\n"
    "Will you ask about our immigration status?\n\nNo. State law forbids it, and so do we.\n\nWhat do I bring?",
    "Inscripción\r\n\r\n¿Necesito número de Seguro Social para inscribir a mi hijo?\r\n\r\n"
    "No. La escuela nunca lo pide.\r\n\r\n¿Me van a preguntar por mi estatus migratorio?\r\n\r\nNo. La ley lo prohíbe.",
    "入学\n\n需要社会安全号码吗?\n\n不需要。学校从不索取。\n\n请带住址证明。",
    "Pag-enroll\n\nKailangan ba ang Social Security number?\n\nSagot: Hindi. Hindi ito hinihingi ng paaralan.",
    "입학\n\n사회보장번호가 필요한가요?\n\n아니요. 학교는 묻지 않습니다.\n\n주소 증명을 가져오세요.",
)
A_LESSON = "Lesson plan, grade 5: Ellis Island. Students pretend to be inspectors and passengers."
A_NOTICE = "Never ask a family for its Social Security number."


@pytest.mark.parametrize("other", OTHER_THINGS)
@pytest.mark.parametrize(("says", "category", "mode"), SAYS)
def test_what_a_paragraph_asks_or_tells_is_found_beside_another_thing(
    other: str, says: str, category: Category, mode: Mode
) -> None:
    for page in (f"{other}\n\n{says}", f"{says}\n{other}", f"{other}\r\n \r\n{says}\n\n{other}"):
        found = {(it.category, it.mode) for it in screen_text(page, TextKind.EMAIL)}
        assert (category, mode) in found


@pytest.mark.parametrize("torn", ["\n\x0c", "\r\r\n", "\x0b\r\n"])
def test_a_page_s_end_beside_a_line_s_end_is_no_blank_line(torn: str) -> None:
    assert {it.category for it in findings_in(f"Kim Lee, last four of the SSN{torn}8806")} == {Category.SSN_LAST4}
    assert findings_in(f"The nurse wrote that Ana, who came in May with her mother, is{torn}undocumented.")


def test_a_line_s_end_within_a_cell_tears_no_row() -> None:
    assert findings_in("Student\tlast 4 of SSN\tGrade\nKim\x0bLee\t8806\t4\nAna\x0bMena\t8807\t5\n")


@pytest.mark.parametrize("stop", [".", "!", "。", "！"])
def test_a_line_that_ends_with_a_stop_ends_a_paragraph_and_a_short_one_without_heads_the_next(stop: str) -> None:
    for first, border in ((f"It is so{stop}\n", 1), ("a" * 51 + "\n\n", 0), ("a" * 52 + "\n\n", 1)):
        reading = Reading(fold(first + "And that."), TextKind.NOTE, "", [], strict=False)
        assert paragraph(reading, len(first))[0] == border * len(first)


@pytest.mark.parametrize("other", OTHER_THINGS)
def test_of_a_page_about_another_thing_nothing_is_found_in_what_forbids(other: str) -> None:
    for page in (f"{other}\n\n{A_NOTICE}", f"{A_NOTICE}\n\n{other}\n\n{other}"):
        assert screen_text(page, TextKind.EMAIL) == ()


@pytest.mark.parametrize("page", QUESTIONS_AND_ANSWERS)
def test_a_question_is_read_with_the_no_that_stands_below_it(page: str) -> None:
    assert screen_text(page, TextKind.PROSE) == ()


@pytest.mark.parametrize("behind", OTHER_THINGS)
def test_what_is_no_answer_takes_no_question_away(behind: str) -> None:
    asks = "What is your child's Social Security number?"
    page = f"{OTHER_THINGS[0]}\n\n{asks}\n\n{behind}"
    assert screen_text(page, TextKind.EMAIL)
    of_it = Reading(fold(page), TextKind.EMAIL, "", [], strict=False)
    assert paragraph(of_it, page.index(asks))[1] == page.index(behind, page.index(asks) + len(asks))


def test_what_is_written_into_a_record_is_read_by_paragraphs_too() -> None:
    page = f"{A_LESSON}\n\nEl papá de Luis es indocumentado y lo deportaron en mayo."
    assert {it.category for it in findings_in(page)} == {Category.IMMIGRATION_STATUS}


@given(text=st.text("aﬁé\u0301\u200b \n中", min_size=1, max_size=30), data=st.data())
def test_a_part_of_a_folded_text_knows_where_it_stands_in_the_original(text: str, data: st.DataObject) -> None:
    whole = fold(text)
    if not whole.text:
        return
    start = data.draw(st.integers(0, len(whole.text) - 1))
    end = data.draw(st.integers(start + 1, len(whole.text)))
    part, low = whole.part(start, end), whole.span(start, end)[0]
    for at in range(len(part.text)):
        first, last = part.span(at, at + 1)
        assert (low + first, low + last) == whole.span(start + at, start + at + 1)
        assert part.original[first:last] == text[low + first : low + last]


@given(before=st.text("ﬁé  \n한中a", max_size=30), behind=st.text("ﬁé \n中b", max_size=30))
def test_a_place_is_told_where_it_stands_in_the_page(before: str, behind: str) -> None:
    said, _, _ = SAYS[0]
    page = f"{OTHER_THINGS[1]}{before}\n\n{said}\n\n{behind}"
    (found,) = screen_text(page, TextKind.NOTE)
    assert page[found.start : found.end] == "child's full Social Security number"


def test_a_form_s_label_and_its_help_are_read_as_one() -> None:
    text = "Number.\n\nSocial Security number"
    sought = Hit("ssn.name", text.index("Social"), len(text))
    form, note = (
        Reading(fold(text), kind, "", [sought], strict=False) for kind in (TextKind.FORM_FIELD, TextKind.NOTE)
    )
    assert list(alone(form, [])) == []
    assert [low for low, _ in alone(note, [])] == [sought.start]


def test_only_a_paragraph_with_something_sought_and_nothing_surely_found_is_read_alone() -> None:
    text = "Your passport.\n\nYour visa is here:\n\nand I left mine.\n\nThe last four."
    papers = [Hit("immigration_document.name", it.start(), it.end()) for it in re.finditer("passport|visa", text)]
    idle = Hit("ssn_last4.tail", text.index("last four"), len(text) - 1)
    torn = Hit("ssn.name", text.index("here"), text.index("I left"))  # no word of either paragraph

    def of(found: list[Finding], *, strict: bool = False) -> list[tuple[int, list[Hit]]]:
        reading = Reading(fold(text), TextKind.NOTE, "", [*papers, torn, idle], strict=strict)
        return [(low, part.of(*part.by_tag)) for low, part in alone(reading, found)]

    first, second, fourth = (text.index(it) for it in ("Your passport", "Your visa", "The last"))
    assert [low for low, _ in of([])] == [first, second]
    assert [text[low + it.start : low + it.end] for low, hits in of([]) for it in hits] == ["passport", "visa"]
    assert [low for low, _ in of([], strict=True)] == [first, second, fourth]
    sure = Finding(Category.IMMIGRATION_DOCUMENT, Mode.SOLICIT, papers[0].start, papers[0].end, 0.9, ("a reason",))
    assert [low for low, _ in of([sure])] == [second]
    assert [low for low, _ in of([replace(sure, confidence=0.4, doubted=True)])] == [first, second]


@pytest.mark.parametrize("border", ["\n\n", " \n\n", "\r\n\r\n", "\n \n"])
@pytest.mark.parametrize("first", ["Will you come?", "Bring these:", "No visas (none).", "It said “no”"])
def test_what_ends_as_a_sentence_does_is_no_heading_whatever_blanks_stand_behind_it(first: str, border: str) -> None:
    reading = Reading(fold(f"{first}{border}The next."), TextKind.NOTE, "", [], strict=False)
    assert paragraph(reading, 0) == (0, len(first + border))


@given(texts=st.lists(st.text("ab ", min_size=1, max_size=12), min_size=1, max_size=5))
def test_every_place_is_in_one_paragraph_that_no_blank_line_parts(texts: list[str]) -> None:
    text = ".\n \n".join(texts) + "."
    reading = Reading(fold(text), TextKind.NOTE, "", [], strict=False)
    for place in range(len(text)):
        low, high = paragraph(reading, place)
        assert low <= place < high
        assert "\n" not in text[low:high].rstrip()


def test_what_stands_in_other_paragraphs_weighs_nothing_for_a_place() -> None:
    said, _, _ = SAYS[0]
    page = f"{OTHER_THINGS[0]}\n\n{said}"
    (alone_,) = screen_text(said, TextKind.NOTE)
    (in_page,) = screen_text(page, TextKind.NOTE)
    of_page = Reading(fold(page), TextKind.NOTE, "", [], strict=False)
    of_it = Reading(fold(said), TextKind.NOTE, "", [], strict=False)
    assert marks.about(of_page, in_page) == marks.about(of_it, alone_)


def test_a_heading_is_read_with_what_follows_it() -> None:
    poster = "GET YOUR GREEN CARD\n\nThe green library card is free until June.\n\nLost book: $7.26, cash or Visa."
    assert screen_text(poster, TextKind.PROSE) == ()
    said, category, mode = SAYS[0]
    for page in (
        f"SPRING NEWS\n\n{OTHER_THINGS[0]}\n\nCOACH'S CORNER\n\n{said}",
        f"{OTHER_THINGS[1]}\n\nNews\n\n{said}",
    ):
        assert [(it.category, it.mode) for it in screen_text(page, TextKind.PROSE)] == [(category, mode)]
