"""A text layer that shows one letter and says another is told from writing."""

from __future__ import annotations

import random
import string
from pathlib import Path

import pytest

from fileroom.screening.opening.likeness import agree, is_language

ENGLISH = "Please return this form to the office by Friday so that your child can take part in the spring science fair."
WRITING = (
    ENGLISH,
    "Por favor devuelva este formulario a la oficina antes del viernes para que su hijo participe en la feria.",
    "Xin vui lòng nộp lại mẫu đơn này cho văn phòng trước ngày thứ sáu để con em quý vị được tham gia hội chợ.",
    "Pakibalik po ang pormang ito sa opisina bago mag Biyernes upang makasali ang inyong anak sa palabas.",
    "请在星期五之前把这张表格交回学校办公室，以便您的孩子参加春季科学展览。" * 3,
    "이 양식을 금요일까지 학교 사무실로 제출해 주시면 자녀가 과학 박람회에 참가할 수 있습니다. " * 3,
    "318447265\t4\t91.5\n",
)


@pytest.mark.parametrize("text", WRITING)
def test_writing_is_believed(text: str) -> None:
    assert is_language(text)


def test_the_handbook_is_writing_in_both_its_languages() -> None:
    for page in (Path(__file__).parents[2] / "docs/handbook").glob("*.md"):
        paragraphs = page.read_text(encoding="utf-8").split("\n\n")
        assert [words for words in paragraphs if not is_language(words)] == []


@pytest.mark.parametrize("seed", range(20))
def test_swapped_letters_are_not_believed(seed: int) -> None:
    letters = list(string.ascii_lowercase)
    random.Random(seed).shuffle(letters)
    assert not is_language(ENGLISH.lower().translate(str.maketrans(string.ascii_lowercase, "".join(letters))))


def test_two_readings_of_what_can_be_read_agree_and_of_what_cannot_do_not() -> None:
    assert agree(
        "Uncoln School trvoment record Soc Sec No 53890 4271", "Lancoln School nroliment record Soc Sec No 5369047"
    )
    assert not agree("0000 Nex He Me a6 6C 427 inte 4", "2 here Sea ier mee eer Madoc Aw ih, Sex Sec us 818 GS 427")
    assert agree("2015 ACE", "Li") and agree("", "")


def test_letters_of_no_alphabet_are_not_believed() -> None:
    assert not is_language("".join(chr(0xE000 + ord(letter)) for letter in ENGLISH))
