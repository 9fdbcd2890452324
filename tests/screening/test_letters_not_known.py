"""A text in letters of which the sieve knows no word is never called clean."""

from __future__ import annotations

import json

import pytest

from fileroom.collection.looking import look_at_text
from fileroom.screening.opening import extract
from fileroom.screening.parts import Outcome
from fileroom.screening.screened import Screened, screen_document
from fileroom.screening.scripts import NOT_KNOWN
from tests.screening.files import bytes_of, mail, paragraph, pdf, word

QUESTIONS = {
    "Russian": "Номер социального страхования ученика (необязательно): ____\nИммиграционный статус родителя: ____\n",
    "Armenian": "Աշակերտի սոցիալական ապահովության համարը՝ ____\nԾնողի ներգաղթային կարգավիճակը՝ ____\n",
    "Arabic": "رقم الضمان الاجتماعي للطالب (اختياري): ____\nحالة الهجرة لولي الأمر: ____\n",
    "Farsi": "شماره تأمین اجتماعی دانش‌آموز: ____\nوضعیت مهاجرت والدین: ____\n",
    "Punjabi": "ਵਿਦਿਆਰਥੀ ਦਾ ਸੋਸ਼ਲ ਸਿਕਿਓਰਿਟੀ ਨੰਬਰ: ____\nਮਾਪਿਆਂ ਦੀ ਇਮੀਗ੍ਰੇਸ਼ਨ ਸਥਿਤੀ: ____\n",
    "Hindi": "छात्र का सामाजिक सुरक्षा नंबर: ____\nमाता-पिता की आव्रजन स्थिति: ____\n",
    "Khmer": "លេខសន្តិសុខសង្គមរបស់សិស្ស៖ ____\nស្ថានភាពអន្តោប្រវេសន៍របស់ឪពុកម្តាយ៖ ____\n",
    "Lao": "ເລກປະກັນສັງຄົມຂອງນັກຮຽນ: ____\nສະຖານະການເຂົ້າເມືອງຂອງພໍ່ແມ່: ____\n",
    "Thai": "หมายเลขประกันสังคมของนักเรียน: ____\nสถานะการเข้าเมืองของผู้ปกครอง: ____\n",
    "Japanese": "せいとのしゃかいほしょうばんごう: ____\nほごしゃのざいりゅうしかく: ____\n",
    "Ethiopic": "የተማሪው የማህበራዊ ዋስትና ቁጥር: ____\nየወላጅ የኢሚግሬሽን ሁኔታ: ____\n",
    "Greek": "Αριθμός κοινωνικής ασφάλισης του μαθητή: ____\nΚαθεστώς μετανάστευσης του γονέα: ____\n",
    "Hebrew": "מספר ביטוח לאומי של התלמיד: ____\nמעמד ההגירה של ההורה: ____\n",
}
RUSSIAN = QUESTIONS["Russian"]
KNOWN = (
    "Student: Հարություն Խաչատուրյան\nGrade: 4\nTeacher: Ms. Lee, room 12",
    "Our assembly says добро пожаловать to everybody who is new to the school this year.",
    "学生姓名：王小明\n年级：四",
    "학생 이름: 김철수\n학년: 4",
    "Học sinh: Nguyễn Văn An\nLớp: 4",
    "Estudiante: José Núñez\nGrado: 4",
    "The sum of α, β and γ is 180°.",
    "Иван Петров",
    "12 345 67",
)


def screened(body: bytes, name: str = "") -> Screened:
    return screen_document(body, name, opened_by=extract)


@pytest.mark.parametrize("language", QUESTIONS)
@pytest.mark.parametrize("kind", ["form_field", "form_answers", "letter", "note", "email"])
def test_a_text_of_letters_that_are_not_known_is_not_examined(language: str, kind: str) -> None:
    looked = look_at_text(QUESTIONS[language], kind)
    assert (looked.outcome, looked.fully_examined, looked.says) == ("quarantine", False, NOT_KNOWN)


@pytest.mark.parametrize("label", ["Гражданство", "Քաղաքացիություն", "الجنسية"])
def test_a_label_of_one_word_is_enough_where_it_is_a_question(label: str) -> None:
    assert look_at_text(label, "form_field").outcome == "quarantine"
    assert look_at_text(label, "note").outcome == "clean"


@pytest.mark.parametrize("text", KNOWN)
@pytest.mark.parametrize("kind", ["form_answers", "letter", "note", "csv_row"])
def test_a_name_or_a_word_in_them_is_nothing(text: str, kind: str) -> None:
    assert look_at_text(text, kind).outcome == "clean"


def test_of_a_file_every_part_is_asked() -> None:
    english = "Dear family, school starts on Monday, and the bus leaves at eight from the usual stop.\n" * 20
    for body in (
        RUSSIAN.encode(),
        word(paragraph(RUSSIAN)),
        mail(("a.txt", english.encode()), ("b.txt", RUSSIAN.encode())),
        json.dumps({f"q{at}": each for at, each in enumerate(RUSSIAN.split())}).encode(),
    ):
        came_to = screened(body)
        assert (came_to.outcome, came_to.fully_examined, came_to.says) == (Outcome.QUARANTINE, False, NOT_KNOWN)
    assert screened(english.encode() + "Иван Петров".encode()).outcome is Outcome.CLEAN


def test_what_is_found_beside_them_is_found() -> None:
    came_to = screened((RUSSIAN + "SSN: 518-22-4471").encode())
    assert (came_to.outcome, came_to.fully_examined) == (Outcome.FINDINGS, False)
    assert {it.category for it in came_to.findings} == {"ssn"}


def test_a_file_that_is_damaged_besides_is_told_as_damaged() -> None:
    body = bytes_of(pdf("A page of words for everyone to read"))
    assert screened(body[: len(body) // 2]).outcome is Outcome.DAMAGED


@pytest.mark.parametrize("language", ["Arabic", "Armenian", "Punjabi"])
def test_the_other_half_of_a_form_in_two_languages_is_not_examined(language: str) -> None:
    english = "Emergency card for the school office. Please write clearly, and sign at the end of the page.\n" * 6
    told = look_at_text(english + QUESTIONS[language] + english, "form_answers")
    assert (told.fully_examined, told.says) == (False, NOT_KNOWN)
