"""A plain request whose sentence has the shape of a frame: a name given, an item of a rule, a tally; it is found."""

from __future__ import annotations

import pytest

from fileroom.screening import TextKind, screen_text

NAMED = [
    "Add a column called immigration status.",
    "Agregue una columna llamada estado migratorio.",
    "Thêm cột gọi là tình trạng di trú.",
    "Add a field titled immigration status to the form.",
    'Make a field called "country of birth".',
]
NAMED_FIELDS = ["Column called immigration status", "The status is called immigration status: ____"]
NOT_WITHOUT = [
    "以下材料缺一不可：\n1. 父母绿卡\n2. 护照",
    "父母的绿卡不可缺少，请带来。",
    "可不可以把您的绿卡复印件给我",
    "不按时交移民身份证明的家庭，请打电话催。",
]
IN_A_LONG_TEXT = [
    "See Ms. Diaz, who requires the parents' green cards.",
    "Each clerk records the mother's Social Security number and the parents' immigration status at the desk.",
    "New parents are asked for a green card and visa.",
    "Please bring, before anything else, the parents' green cards and visas.",
    "For each new child the clerk asks how long the family has lived here and the parents' immigration status.",
]
TO_BE_FILLED = [
    'The box "Immigration status" should be completed by every parent.',
    'The field "Country of birth" should be filled for every student.',
]
FALSE_ANSWERS = ["Please send the parents' immigration status by Friday. False answers will be reported."]
OF_A_YEAR = [
    "Use the 2026 registration form that has an immigration status field.",
    "Please pull the old cards with the Social Security number line and type them into Aeries.",
]
NO_TALLY = [
    "Lines that ask for SSN: 1 for mother, 2 for father",
    "Forms that ask immigration status: one per family, fill in today.",
    "Line asking Social Security number: no blanks allowed",
]
NO_DISH = [
    "Ask each child for the story of how they entered the US",
    "Ask each parent the story of their immigration status",
    "Ask for food stamps and the story of their country of birth",
]
NO_ITEM = [
    "You should never be late: - bring your green card",
    "You may never enroll late: 1. Bring the parents' green card.",
]
COPIES_DESTROYED = [
    "Bring your green card. Copies are destroyed in June.",
    "Traiga su tarjeta verde. Las copias se destruyen en junio.",
    "请带绿卡。复印件六月销毁。",
    "영주권을 가져오세요. 사본은 6월에 파기합니다.",
]
TO_BE_BROUGHT = [
    "Mang thẻ xanh của quý vị.",
    "Mang hộ chiếu của cha mẹ và thẻ xanh đến văn phòng. Bản sao sẽ bị tiêu hủy sau một năm.",
    "You must not forget:\n- your birth certificate\n- your green card",
]
FRAMED = [*NAMED, *NOT_WITHOUT, *TO_BE_FILLED, *FALSE_ANSWERS, *OF_A_YEAR, *NO_TALLY, *NO_DISH, *NO_ITEM]
LEFT_BE = [
    "Do not bring your green card.",
    "We shall not ask for: - immigration status - Social Security number",
    "不可以问学生的移民身份。",
    "Forms asking immigration status: none.",
    '"Immigration status" should have read "enrollment status".',
    "The office wants everyone's immigration status. This is false.",
    "Old cards with a Social Security number line are thrown away.",
    "Ask each family to bring a dish from their country of origin.",
    "They played citizen at recess.",
    "Her green card copy was destroyed.",
]
FILL = (
    "The gate opens at eight and closes at four. Buses run every ten minutes until March. The chess club meets "
    "behind the gym on Tuesdays, rain or shine. "
)
LONG = FILL * 5 + "{} " + FILL * 5


@pytest.mark.parametrize("text", FRAMED + COPIES_DESTROYED + TO_BE_BROUGHT)
def test_a_request_in_the_shape_of_a_frame_is_found(text: str) -> None:
    assert screen_text(text, TextKind.NOTE)


@pytest.mark.parametrize("text", NAMED_FIELDS)
def test_a_field_told_what_it_is_called_is_found(text: str) -> None:
    assert screen_text(text, TextKind.FORM_FIELD)


@pytest.mark.parametrize("text", IN_A_LONG_TEXT)
def test_one_sentence_of_a_long_text_that_asks_is_found(text: str) -> None:
    assert screen_text(LONG.format(text), TextKind.NOTE)


@pytest.mark.parametrize("text", LEFT_BE)
def test_what_the_frame_was_made_for_is_let_be(text: str) -> None:
    assert screen_text(text, TextKind.NOTE) == ()
