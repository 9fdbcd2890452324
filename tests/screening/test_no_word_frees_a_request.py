"""A plain request or a plain value, and beside it the cheap words of some frame: it is found all the same."""

from __future__ import annotations

import pytest

from fileroom.collection.authorities import is_its_own
from fileroom.law.exceptions import EXCEPTIONS
from fileroom.screening import TextKind, screen_text

FIELDS = [
    "Are you a legal permanent resident in California?", "Is the parent a lawful permanent resident of California?",
    "Are you a legal resident in order to attend this school?", "Legal resident of this school zone or undocumented?",
    "Citizenship and government ID: ____", "Citizenship and government-issued ID number",
    "Citizenship / law enforcement: ____", "Passport (required; affidavit of birth certificate or baptism refused)",
    "Proof of residency in this country (not a utility bill)", "Visa ending: ____", "Visa ending on",
    "Hispanic? Yes/No. Religion: ____", "Is your child Hispanic? Yes / No   What is your religion?",
    "Social security / child support case: ____", "Social security / pension number: ____",
]  # fmt: skip
NOTES = [
    "When you get a new family, e-mail me the parents' immigration status and tell them it is not shared.",
    "Please bring your child's passport; the birth certificate or baptism record is not enough.",
    "Bring the child's passport, not the birth certificate or baptism record.",
    "For the nurse. Her visa expired last May.", "Bring $40 or your visa.",
    "Please bring your green card clipped to the enrollment form.",
    "Please list the locker numbers of students by religion.",
    "219-09-8877 (one digit missing?) for Maria Lopez", "Send the parents' visa. Copy machines are in the hall.",
    "Please bring the mother's visa. Papers are copied at the office.",
    "Leave your name and citizenship for the workshop.", "Leave us your full name and immigration status at the desk.",
]  # fmt: skip
REFUSED_LATER = [
    "If any parent registers, the parents' immigration status goes on line 4. Never skip it.",
    "If a parent shows a green card, copy it and put the card number in Aeries. Do not hand it back first.",
    "When you receive a new packet, text me the mother's Social Security number; tell her we do not share it.",
    "If anyone calls to register, please get the parents' immigration status on line 4.",
    "If someone asks about kinder, please write down the mother's Social Security number.",
    "If a family comes to register, write their immigration status on the pink card. Do not lose the card.",
    "Si alguien llama para inscribirse, por favor anote el estatus migratorio de los padres.",
    "Si un padre trae la green card, sáquele copia y anote el número. No se la devuelva antes.",
    "如果有人来报名，请写下父母的移民身份。不要漏掉。",
    "Kung may tumawag para magpatala, isulat ang immigration status ng magulang.",
]  # fmt: skip
REFUSED_ITSELF = [
    "If a parent shows a green card, do not copy it. Hand it back.",
    "If anyone calls and asks for your child's Social Security number, hang up.",
    "When a family offers a passport, never write the number down.",
    "If somebody calls and wants to know the parents' immigration status, say we do not have it.",
    "Si alguien llama y pide el número de seguro social, cuelgue.",
    "Si un padre le muestra la green card, no la copie.",
    "如果有人打电话要您的社会安全号码，请挂断。",
    "Kung may tumawag at humingi ng Social Security number, ibaba ang telepono.",
]
TAKEN = [
    "Take I-94 from each new family.",
    "Staff should take I-20 and I-94 at the desk.",
    "Bring your visa.",
    "Make totals of students by religion with names.",
    "Please list the locker numbers of students by religion.",
    "Muslim 3 Catholic 4: names are Ahmed Khan, Sara Ali",
    "Maria Lopez is undocumented; see the spreadsheet.",
    "The boy in room 4 is undocumented, address changes to follow.",
    "For the field trip, no food needed:\nAhmed Khan - Muslim\nSara Levy - Jewish\nLuis Vega - Catholic",
    "Potluck dishes later. Ahmed Khan (Muslim), Sara Levy (Jewish)",
]
BESIDE_CHEAP_WORDS = [
    "Send pictures showing your Social Security card, blurry ones are rejected.",
    "Cover your bases and bring your visa.",
    "Crop the picture and send me your Social Security card, please.",
    "Let's not wait, please send me your Social Security number.",
    "Mejor no espere, traiga su mica el lunes.",
    "We are not going to be open Monday, please bring the visa Tuesday.",
    'Please fill in the "Visa and Passport Form" by Friday: bring your visa.',
    "Please ask whether mom has a green card. No exceptions.",
    "请问家长是否有绿卡。不填不能注册。",
    "Please list students by ethnicity on the two-part question sheet with names.",
    'Immigration status: "undocumented"',
    '{"pupil":"Kim","immigration_status":"undocumented"}',
    'His file says "undocumented".',
    "Please black out the birthday and send me the Social Security number.",
    "Solo escriba la religión de cada alumno en la lista.",
    "If a parent asks about kinder, please copy their visa. Do not return it yet.",
    "Files that show your Social Security number must be uploaded; files over 5 MB are rejected.",
    "No, ask for the mother's Social Security number, please.",
    "Her papers ran out. NO green cards in that family.",
]
LEFT_BE = [
    "take I-94 west to exit 12",
    "Please bring cash or your visa.",
    "The workaround is undocumented.",
    "Totals of students by religion for the census, no names.",
    "World religions projects:\nAna Lopez - Islam\nSara Levy - Judaism\nLuis Vega - Buddhism",
    "Changes to the boiler are undocumented.",
    "The new endpoint is undocumented, see the spreadsheet.",
]


@pytest.mark.parametrize("text", FIELDS)
def test_a_field_asks_whatever_stands_beside_it(text: str) -> None:
    assert screen_text(text, TextKind.FORM_FIELD)


@pytest.mark.parametrize("text", NOTES)
def test_a_sentence_asks_or_tells_whatever_stands_beside_it(text: str) -> None:
    assert screen_text(text, TextKind.NOTE)


@pytest.mark.parametrize("text", REFUSED_LATER + TAKEN + BESIDE_CHEAP_WORDS)
def test_what_is_refused_beside_it_frees_no_request(text: str) -> None:
    assert screen_text(text, TextKind.NOTE)


@pytest.mark.parametrize("text", REFUSED_ITSELF + LEFT_BE)
def test_what_is_itself_refused_or_is_another_thing_is_let_be(text: str) -> None:
    assert screen_text(text, TextKind.NOTE) == ()


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("fafsa", "Government Code 1090"), ("staff_payroll", "Family Code 3402"),
        ("livescan", "Health & Safety Code 11105"), ("nslp_last4", "Board Policy 1758"), ("sevis_f1", "INA 1372"),
        ("calpads_race", "page 75"),
    ],
)  # fmt: skip
def test_a_number_of_another_book_opens_no_exception(name: str, given: str) -> None:
    assert not is_its_own(given, EXCEPTIONS[name])


def test_a_section_without_its_book_is_taken_at_its_word() -> None:
    for given in ("1758", "§ 1758(d)(1)", "section 1758", "42 U.S.C. 1758(d)(1)"):
        assert is_its_own(given, EXCEPTIONS["nslp_last4"])


@pytest.mark.parametrize(
    "text",
    [
        "her social is five three six, nine oh, four two seven one",
        "her social is two one nine, oh nine, double eight seven six",
        "SSN: five three six, nine oh, triple four one",
        "su seguro social es dos uno nueve, cero nueve, doble ocho siete seis",
        "SSN, room one two three four five six seven eight nine oh: five three six, nine oh, four two seven one",
    ],
)  # fmt: skip
def test_a_number_said_in_words_is_found_however_it_is_said(text: str) -> None:
    assert [it.category.value for it in screen_text(text, TextKind.NOTE) if it.mode == "value"] == ["ssn"]
