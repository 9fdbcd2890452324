"""A form's definition: what a field asks for, in whichever of its parts and tongues, and what it may ask instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fileroom.collection.forms import Field, FieldAnswer, FormDefinition, check_form, instead_of_found
from fileroom.collection.looking import Seen
from fileroom.collection.rulings import Scope, rulings
from fileroom.law.exceptions import exception_named
from fileroom.law.takings import Verdict

SCOPE = Scope(date(2026, 10, 19))
NUMBER, STATUS = "Ed. Code 49076.7", "Ed. Code 234.7(a)"


def answer(field: Field, scope: Scope = SCOPE, title: str = "Enrollment form") -> FieldAnswer:
    return check_form(FormDefinition(title, "registrar", (field,)), scope).fields[0]


@pytest.mark.parametrize("note", ["(optional)", "(opcional)", "- leave blank if you like", ""])
@pytest.mark.parametrize(
    "label", ["Social Security number", "Número de Seguro Social", "SSN", "Seguro social del padre"]
)
def test_a_field_that_is_optional_asks_all_the_same(label: str, note: str) -> None:
    for required in (True, False):
        refused = answer(Field("field_7", f"{label} {note}".strip(), required=required))
        assert refused.verdict is Verdict.BLOCK
        assert refused.reasons[0].ruling.citation == NUMBER
        assert refused.reasons[0].instead.name == "no_number"


@pytest.mark.parametrize(
    ("field", "asks_by"),
    [
        (Field("parentSSN"), "name"),
        (Field("f1", "Parent", help="Enter the parent's Social Security number."), "help"),
        (Field("f1", "Número", placeholder="Seguro Social"), "placeholder"),
        (Field("f1", "Identification", options=("Library card", "Social Security number")), "option"),
    ],
)
def test_each_part_of_a_field_can_ask_and_the_one_that_does_is_named(field: Field, asks_by: str) -> None:
    refused = answer(field)
    assert refused.verdict is Verdict.BLOCK
    reason = refused.reasons[0]
    assert reason.asks_by == asks_by
    said = [text for name, text in field.parts() if name == asks_by]
    assert any("S" in text[reason.start : reason.end] for text in said)


@pytest.mark.parametrize(
    ("label", "citation", "instead"),
    [
        ("Immigration status", STATUS, "no_status"),
        ("Estatus migratorio (opcional)", STATUS, "no_status"),
        ("Country of birth", STATUS, "place_of_birth"),
        ("Green card number", STATUS, "no_status"),
        ("Religion", "Gov. Code 8310.3", "no_list"),
        ("Religión de la familia (opcional)", "Gov. Code 8310.3", "no_list"),
    ],
)
def test_a_field_on_status_origin_or_faith_is_refused_with_what_may_be_asked(
    label: str, citation: str, instead: str
) -> None:
    refused = answer(Field("f1", label))
    assert refused.verdict is Verdict.BLOCK
    assert (refused.reasons[0].ruling.citation, refused.reasons[0].instead.name) == (citation, instead)


@pytest.mark.parametrize(
    "field",
    [
        Field("legal_name", "Legal name", required=True),
        Field("birth_date", "Fecha de nacimiento", required=True),
        Field("place", "Place of birth"),
        Field("ssid", "SSID", placeholder="10 digits"),
        Field("local", "Número de estudiante", placeholder="9 dígitos"),
        Field("mark", "Citizenship grade", options=("O", "S", "N")),
        Field("age", "Proof of age", options=("Birth certificate", "Baptism certificate", "Passport", "Affidavit")),
        Field("home", "Proof of residence", "A lease, a utility bill, or your own declaration", required=True),
        Field("casa", "Comprobante de domicilio", "Recibo de luz, contrato de renta o su propia declaración",
              required=True),
    ],
)  # fmt: skip
def test_what_a_school_may_ask_is_allowed(field: Field) -> None:
    assert answer(field) == FieldAnswer(field, Verdict.ALLOW, ())


@pytest.mark.parametrize(
    ("label", "instead", "paper"),
    [
        ("Birth certificate", "proof_of_age", "a baptism certificate duly attested"),
        ("Acta de nacimiento", "proof_of_age", "a passport"),
        ("Utility bill", "proof_of_residence", "a lease, or a receipt for rent"),
        ("Recibo de luz", "proof_of_residence", "the parent's own signed declaration of residence"),
    ],
)
def test_one_particular_paper_may_not_be_demanded_and_any_one_of_the_list_may(
    label: str, instead: str, paper: str
) -> None:
    refused = answer(Field("f1", label, required=True))
    assert refused.verdict is Verdict.BLOCK
    assert refused.reasons[0].instead.name == instead
    assert paper in refused.reasons[0].instead.any_of
    assert answer(Field("f1", label)).verdict is Verdict.ALLOW


def test_a_passport_is_offered_among_proofs_of_age_and_never_demanded() -> None:
    assert answer(Field("f1", "Passport as proof of age", required=True)).verdict is Verdict.BLOCK
    assert answer(Field("f1", "Proof of age: a birth certificate or a passport")).verdict is Verdict.ALLOW
    assert answer(Field("f1", "Proof of age: a birth certificate or a visa")).verdict is Verdict.BLOCK


def test_an_exception_that_is_declared_opens_its_own_field_and_leaves_the_others_shut() -> None:
    form = FormDefinition(
        "Free and reduced-price meal application", "food services",
        (
            Field("last4", "Last four digits of the SSN of the adult who signs"),
            Field("child", "Last four digits of the child's SSN"),
            Field("status", "Immigration status"),
        ),
    )  # fmt: skip
    checked = check_form(form, Scope(SCOPE.on, exception_named("nslp_last4")))
    assert [it.verdict.value for it in checked.fields] == ["allow", "block", "block"]
    assert checked.verdict is Verdict.BLOCK
    assert [it.verdict.value for it in check_form(form, SCOPE).fields] == ["block", "block", "block"]


def test_a_taxpayer_number_waits_for_counsel() -> None:
    waits = answer(Field("f1", "ITIN"))
    assert waits.verdict is Verdict.REVIEW
    assert waits.reasons[0].instead.name == "counsel"


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("What is your citizenship status?", "Answer"),
        ("Social Security Number", "Number"),
        ("Encuesta sobre estatus migratorio", "Respuesta"),
    ],
)
def test_a_title_asks_by_itself_whatever_the_fields_are_called(title: str, label: str) -> None:
    checked = check_form(FormDefinition(title, "registrar", (Field("", label),)), SCOPE)
    assert checked.verdict is checked.title.verdict is Verdict.BLOCK
    assert {it.asks_by for it in checked.title.reasons} == {"title"}


def test_a_field_asks_by_what_the_title_says_before_it() -> None:
    (field,) = check_form(
        FormDefinition("Student SSN form", "registrar", (Field("", "Last four digits"),)), SCOPE
    ).fields
    assert field.verdict is Verdict.BLOCK and field.reasons[0].asks_by == "label"
    for title in ("Enrollment form", "Citizenship award nomination", "Race for the cure: sign-up"):
        for label in ("Status", "Number", "Last four digits of the locker's lock"):
            assert check_form(FormDefinition(title, "registrar", (Field("", label),)), SCOPE).verdict is Verdict.ALLOW


@pytest.mark.parametrize(
    "field",
    [
        Field("", "Birth certificate / Acta de nacimiento", required=True),
        Field("", "Upload birth certificate. Please provide the certificate of birth.", required=True),
        Field("", "Utility bill / Recibo de luz", required=True),
        Field("", "Passport / Pasaporte (proof of age / prueba de edad)", required=True),
        Field("", "Birth certificate", options=("Yes", "No"), required=True),
    ],
)
def test_two_names_of_one_paper_and_a_yes_or_no_are_no_choice(field: Field) -> None:
    assert answer(field).verdict is Verdict.BLOCK
    both = "Proof of age: birth certificate / acta de nacimiento; passport / pasaporte"
    assert answer(Field("", both, required=True)).verdict is Verdict.ALLOW


def test_a_form_without_fields_asks_for_nothing() -> None:
    assert check_form(FormDefinition("Empty", "registrar", ()), SCOPE).verdict is Verdict.ALLOW


def test_what_is_asked_in_doubt_has_the_same_alternative_as_what_is_asked_for_sure() -> None:
    line = "Green card of the parent"
    seen = Seen("immigration_document", "solicit", 0, len("Green card"), 0.99, ())
    doubted = replace(seen, confidence=0.25, doubted=True)
    sure, asked = rulings([seen, doubted], line, SCOPE)
    card = answer(Field("f1", line)).reasons[0].instead
    assert (sure.verdict, asked.verdict) == (Verdict.BLOCK, Verdict.REVIEW)
    assert instead_of_found(doubted, line) == instead_of_found(seen, line) == card
