"""A harmless word beside a request or a label frees it not: it must be said of the name, and no family be asked."""

from __future__ import annotations

import pytest

from fileroom.screening import LOOKS_AT_WRITING, Category, Mode, TextKind, findings_in, screen_text
from fileroom.screening.gate import strictly

WRITTEN = (TextKind.PROSE, TextKind.LETTER, TextKind.EMAIL, TextKind.NOTE)
FORMS = (TextKind.FORM_ANSWERS, TextKind.FORM_FIELD)
LABELS = (
    "Social Security number (dashes not allowed): ____", "Student SSN ______ (cell phones not allowed)",
    "Passport number (spaces not allowed): ____", "Legacy High School: Student Social Security Number ____",
    "Parent SSN: ____ Do not destroy.", "Parent SSN: ______ (this page is removed after enrollment)",
    "社会安全号码(不允许添加横线):____", "사회보장번호: ____ (연말 폐기)",
    "Número de seguro social del alumno: ____ (no están permitidos los celulares)",
    "Số an sinh xã hội: ____ (cuối năm đã xóa)", "SSN ng magulang: ____ (lumang form)",
    "Parent name: ____ Parent SSN: ____ Legacy Middle School", "Parent's visa number: ______ Legacy ID: ____",
    "Social Security number of the student: ____________ (this field cannot be saved blank)",
    "Student's immigration status: ________ (visitors not allowed past desk)", "学生社会安全号码:________ 旧栏",
    "Estatus migratorio del padre: ______ (formulario viejo: 2019)", "부모 사회보장번호: ______ 이전 양식",
    "New arrivals registration: Social Security number and date of entry to the US required.",
    "Aviso anual: número de seguro social: ____", "Debate team trip form. Passport number: ____",
    "读书会报名:社会安全号码:____", "Current events: field trip permission. Social Security number: ________",
)  # fmt: skip
TO_FAMILIES = (
    "Please provide your Social Security number and a copy of your W-2 for the fee waiver.",
    "Dear parents, to apply for free meals please bring your W-2. Please write your Social Security number on line 3.",
    "FAFSA night! Students, bring your W-2. Also bring your Social Security number.",
    "Para la beca traiga su W-2 y escriba su número de Seguro Social.",
    "Traiga su comprobante de nómina y su número de seguro social.", "请带W-2表,并写上您的社会安全号码。",
    "W-2 양식을 가져오시고 사회보장번호를 적어 주세요.", "Xin mang theo mẫu W-2 và ghi số an sinh xã hội.",
    "Dalhin ang W-2 at isulat ang inyong Social Security number.",
    "Please bring your passport or green card and a pay stub (W-2) to the enrollment office.",
    "Dear parents! Our new hires and substitutes start Monday. Please send your Social Security number by Friday.",
    "Our new hires start Monday. Please send your Social Security number by Friday.",
    "Please hand your Social Security card to our staff members; employees will copy it.",
    "Please send the names and religion of every student. Only totals go to the state.",
    "Haga una lista de la religión de cada alumno; solo totales para el estado.",
    "请列出每个学生的宗教和姓名,只给总数给州政府。", "각 학생의 종교를 적어 명단을 보내 주세요. 합계만 주에 냅니다.",
)  # fmt: skip
NO_IS_NO_ANSWER = (
    "Do you need to give a Social Security number? No [ ] Yes [ ] If yes write it: ____",
    "Do you want to give your Social Security number? No ___ Yes ___ Number: ____",
    "请问您的社会安全号码是多少?不填不能注册。", "需要带护照吗?不带不能注册。",
    "¿Hay que traer la visa? No venga sin ella.",
    "Nhà trường cần số an sinh xã hội? Không nộp sẽ bị từ chối.",
    "Kailangan ba ng pasaporte? Hindi kayo tatanggapin kung wala.",
    "Do you keep a copy of the passport? Not yet, please send it.", "需要社会安全号吗?没有的话不能报名。",
    "Need a copy of visa? No, the original: please bring it.", "¿Necesitan su seguro social? No, bueno sí, tráigalo.",
    "SSN must not contain dashes: ________", "Quý vị có thẻ xanh không? Không □ Có □",
)  # fmt: skip
TOLD_UNDER_A_TITLE = (
    "Lesson 3 notes: Maria Lopez told me her mom is undocumented.", "Unidad 3: la mamá de Luis Vega no tiene papeles.",
    "Book club notes: Luis's mother has no papers and is afraid of ICE.",
    "New arrivals: Omar Haddad (asylum seeker), Lina Petrova (refugee status)",
    "Debate practice: Maria's mom is undocumented and got deported last week.",
    "Unit 3 check-in: Maria (mom undocumented) absent", "Trivia night. Maria's passport: P1234567 copied",
)  # fmt: skip
SET_ASIDE = (
    (TextKind.NOTE, "The SSN column was deleted from the old export."),
    (TextKind.EMAIL, "Onboarding: new hires give payroll their Social Security number with the W-4 and I-9."),
    (TextKind.NOTE, "Does the office need a passport? No, it does not."),
    (TextKind.NOTE, "¿Piden el pasaporte? No."), (TextKind.NOTE, "需要护照吗?不需要。"),
    (TextKind.NOTE, "Book club: why the neighbor in the novel has no papers and fears ICE"),
    (TextKind.NOTE, "Count by religion, only totals."),
)  # fmt: skip


@pytest.mark.parametrize("text", LABELS)
def test_a_label_with_a_place_to_write_asks_whatever_is_said_beside_it(text: str) -> None:
    assert [kind for kind in (*WRITTEN, *FORMS) if not screen_text(text, kind)] == []


@pytest.mark.parametrize("text", TO_FAMILIES)
def test_what_families_bring_and_who_takes_it_frees_no_request(text: str) -> None:
    assert [kind for kind in (*WRITTEN, *FORMS) if not screen_text(text, kind)] == []


@pytest.mark.parametrize("text", NO_IS_NO_ANSWER)
def test_a_box_or_a_threat_behind_a_question_is_no_answer(text: str) -> None:
    assert [kind for kind in FORMS if not screen_text(text, kind)] == []


@pytest.mark.parametrize("text", TOLD_UNDER_A_TITLE)
def test_no_title_frees_what_is_told_of_somebody_who_is_named(text: str) -> None:
    assert findings_in(text) and strictly(text, TextKind.PROSE, title="")


@pytest.mark.parametrize(("kind", "text"), SET_ASIDE)
def test_what_is_said_of_the_name_itself_frees_it(kind: TextKind, text: str) -> None:
    assert screen_text(text, kind) == ()


@pytest.mark.parametrize(
    "text",
    ["SSN of Maria Lopez: 21-9099999", "Student SSN: 21-9099999", "Name,SSN\nMaria Lopez,21-9099999"],
)
def test_under_its_own_label_a_number_written_as_an_employer_s_is_one(text: str) -> None:
    found = [it for it in screen_text(text, TextKind.NOTE) if it.mode is Mode.VALUE]
    assert [it.category for it in found] == [Category.SSN] and findings_in(text, LOOKS_AT_WRITING)


@pytest.mark.parametrize("text", ["SSN or EIN: 21-9099999", "Federal tax ID / SSN: 21-9099999"])
def test_where_an_employer_s_number_is_asked_for_too_it_is_that(text: str) -> None:
    assert [it for it in screen_text(text, TextKind.NOTE) if it.mode is Mode.VALUE] == []
