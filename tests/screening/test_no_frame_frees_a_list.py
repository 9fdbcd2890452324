"""What a frame freed once: who speaks of himself, lists with a freeing word, fields with one; and what is let be."""

from __future__ import annotations

import pytest

from fileroom.screening import Category, Mode, TextKind, screen_text

OF_ONESELF = [
    "我没有身份，可以报名吗？", "Soy indocumentada, puedo inscribir a mi hija?",
    "Tôi không có giấy tờ, có được ghi danh không?", "저는 불법체류자인데도 되나요?",
    "No papers. Came from Honduras.", "Lopez family: no papers; no phone", "NO green cards, mom cleans houses",
]  # fmt: skip
BY_FAITH = [
    "Make a list of students by religion, food preferences and address",
    "Export students with religion, meal status, grade.",
    "List all students by religion, diet and allergies.",
    'Make a roster of students with "religion" only.',
    'Haz una lista de alumnos con solo su "religión"',
    "请写每个学生的“宗教”",
    "List of students with holidays of the religion and names",
]
BY_RACE = [
    "Haz una lista de alumnos por etnia segun las dos preguntas.",
    "请按种族列出学生名单，从两个问题中取。",
    "Make a list of students by ethnicity from the two-part question.",
    "Make a list of students by race and ethnicity; 2 questions for you: who is new?",
]
OF_RESIDENTS = [
    "Parents must prove they are lawful permanent residents in the district.",
    "Ask each parent: legal resident of the district? If not, get status.",
    "Padres: indique si es residente permanente del distrito o ciudadano.",
]
NUMBERS = [
    "Ana Ruiz, grade 3 A087-654-321",
    "Mother's USCIS 098765432",
    "412-55-7789 is not her SSN, it's her mom's.",
    "last 4 of mom's SSN, code 4821",
    "A# (call 310-555-0142 first): 098765432",
]
TOLD = [
    "Whole family, including undocumented dad, moved.",
    "Applicant may be undocumented, dad at home.",
    "She has no papers asked us for help",
    "Mrs. Lopez is undocumented and drives Ana to school.",
    "She came in after the book was about due. she is undocumented and scared of ICE.",
    "Absences: the new boy in room 4 is undocumented.",
    "Incident 4/2: undocumented 9th grader.",
    "Process her packet: undocumented.",
]
ASKED = [
    "We need visa renewals from every family by Friday.",
    "Lleve green card gratis al escritorio",
    'Fill out "Country Of Birth And Nationality" on page 2',
    'Add the column "Religion And Ethnicity" to the class roster',
    "Pregunta si tienen seguro social. Nunca lo dejes en blanco.",
    "Please bring your green card to the office: not here.",
    "Mejor no por teléfono, envíe su numero de seguro social.",
    "最好别迟到，请带父母绿卡。",
]
FIELDS = [
    "Ethnicity for CALPADS: Hispanic, Guatemalan, Mexican, Salvadoran",
    "parent_ssn_re_enter",
    "ssn_re_type",
    "is_ssn_on_file",
    "ssn_grade",
    "parent_ssn_level",
    "USCIS (9 digits)",
]
OTHERWISE = [
    (TextKind.FORM_ANSWERS, "CALPADS notes\nList students by ethnicity, Hispanic yes/no, with names"),
    (TextKind.CSV_ROW, "is_ssn,name\n"),
    (TextKind.CSV_ROW, "name,grade,room\nAna Ruiz,3 A087-654-321,room 2\n"),
]  # fmt: skip
CLEAN = [
    '{"student":"Ana","work_habits":"S","citizenship":"N"}',
    "Report totals by ethnicity and school name.",
    "The district reports the percentage of students by ethnicity to the county, who publishes it.",
    "Las familias que necesitan ayuda con la ciudadania pueden llamar.",
    "Anote los nueve números de su seguro médico.",
    "Does Ms. Park have papers to grade today?",
    "Ana Lopez - Mexico\nTom Reed - Somalia\nKim Lee - Korea\nBring these country posters Friday.",
]
CLEAN_FIELDS = ["Total number of immigrant students, by year first entered US schools (count only)"]


@pytest.mark.parametrize("text", OF_ONESELF + BY_FAITH + BY_RACE + OF_RESIDENTS + NUMBERS + TOLD + ASKED)
def test_a_request_or_a_value_is_found_whatever_word_stands_beside_it(text: str) -> None:
    assert screen_text(text, TextKind.NOTE)


@pytest.mark.parametrize("text", FIELDS)
def test_a_field_is_found_whatever_word_stands_beside_it(text: str) -> None:
    assert screen_text(text, TextKind.FORM_FIELD)


@pytest.mark.parametrize(("kind", "text"), OTHERWISE)
def test_so_is_a_table_and_what_is_filled_in(kind: TextKind, text: str) -> None:
    assert screen_text(text, kind)


@pytest.mark.parametrize(
    ("text", "category", "digits"),
    [
        ("last 4 of mom's SSN, code 4821", Category.SSN_LAST4, "4821"),
        ("last 4 of the SSN, 42 USC 1758: 4821", Category.SSN_LAST4, "4821"),
        ("A# (call 310-555-0142 first): 098765432", Category.A_NUMBER, "098765432"),
        ("Mother's USCIS 098765432", Category.A_NUMBER, "098765432"),
    ],
)
def test_behind_a_statute_or_a_telephone_the_number_is_looked_for(text: str, category: Category, digits: str) -> None:
    told = [it for it in screen_text(text, TextKind.NOTE) if it.mode is Mode.VALUE]
    assert [it.category for it in told] == [category]
    assert text[told[0].start : told[0].end].endswith(digits)


@pytest.mark.parametrize("text", CLEAN)
def test_what_asks_nobody_and_tells_of_nobody_is_let_be(text: str) -> None:
    assert screen_text(text, TextKind.NOTE) == ()


@pytest.mark.parametrize("text", CLEAN_FIELDS)
def test_a_field_that_counts_is_let_be(text: str) -> None:
    assert screen_text(text, TextKind.FORM_FIELD) == ()
