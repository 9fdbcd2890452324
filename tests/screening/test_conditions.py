"""What a family may not be without is asked of them, whatever words say so; who reassures them asks for nothing."""

from __future__ import annotations

import pytest

from fileroom.screening import Mode, TextKind, banned_field, screen_text


@pytest.mark.parametrize(
    "text",
    [
        "No se aceptará esta solicitud sin su número de seguro social.",
        "No podrá inscribir a su hijo sin el número de seguro social de los padres.",
        "Sin el número de seguro social no se puede matricular.",
        "No se inscribirá a ningún niño sin la visa de los padres.",
        "No entregue este formulario sin su número de seguro social.",
        "Forms without a Social Security number will be returned.",
        "We will not enroll a child without the parent's Social Security number.",
        "No form is complete without your Social Security number.",
        "Applications without a green card or visa will not be accepted.",
        "No enrollment without immigration papers.",
        "没有社会安全号码的申请不予受理。", "没有签证不能注册。",
        "Không có số an sinh xã hội thì không được ghi danh.",
        "Hindi tatanggapin ang form na walang social security number.",
        "사회보장번호 없이는 등록할 수 없습니다.", "사회보장번호가 없으면 등록할 수 없습니다.",
    ],
)  # fmt: skip
def test_what_something_is_refused_without_is_asked_for(text: str) -> None:
    assert {it.mode for it in screen_text(text, TextKind.LETTER)} == {Mode.SOLICIT}
    assert banned_field(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Students without a Social Security number may still enroll.",
        "No child will be turned away without a Social Security number.",
        "Children without papers cannot be refused enrollment.",
        "Enrollment is not delayed without a passport.",
        "A nadie se le niega la inscripción sin número de seguro social.",
        "Puede inscribirse sin número de seguro social.",
        "没有社会安全号码也可以注册。", "Không có số an sinh xã hội vẫn được ghi danh.",
        "사회보장번호가 없어도 등록할 수 있습니다.", "I have no Social Security number.",
    ],
)  # fmt: skip
def test_who_says_that_it_may_be_wanting_asks_for_nothing(text: str) -> None:
    assert screen_text(text, TextKind.LETTER) == ()


def test_what_is_said_to_be_wanting_is_doubted_and_not_forgotten() -> None:
    (doubted,) = screen_text("I have no Social Security number.", TextKind.NOTE, least=0.01)
    assert doubted.confidence < 0.35 and "it says that there is none" in doubted.why
