"""The catalogue of 5 CCR 432 as data: every item a district may keep, with letter, class, titles and citation.

Districts may compile no other pupil records (5 CCR 432(b)), so there is no "other". Beside the three classes
stand holdings kept *apart*, each under its own statute: an order under Fam. Code 6323.5, and the emergency card.
The name and address of parent and student are permanent (432(b)(1)(F)); a telephone number is not among them, so it
lives on the emergency card, `contact_and_household`, for which alone Ed. Code 49408 asks it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from fileroom.law.citations import EC_49408, GC_6207
from fileroom.law.facts.record_kinds import RecordKind
from fileroom.law.facts.things import RecordClass
from fileroom.law.kernel.citation import Citation, verified


class HoldingClass(StrEnum):
    """Where an item belongs; `apart`: outside the ordinary file, under its own statute."""

    PERMANENT = "permanent"
    INTERIM = "interim"
    PERMITTED = "permitted"
    APART = "apart"


@dataclass(frozen=True)
class Title:
    en: str
    es: str


@dataclass(frozen=True)
class Item:
    """One item of the catalogue. `letter` is the law tables' own (P-A, I-B, M-C; A-… for holdings apart)."""

    code: str
    letter: str
    class_: HoldingClass
    title: Title
    citation: Citation


PERMANENT_LIST = verified("5 CCR 432(b)(1)", "R432", against="2024 register, permanent list")
INTERIM_LIST = verified("5 CCR 432(b)(2)", "R432", against="district regulations and a law firm's guide (S5, S11)")
PERMITTED_LIST = verified("5 CCR 432(b)(3)", "R432", against="district regulations and a law firm's guide (S5, S11)")
EXPULSION = verified("Ed. Code 48918(k)", "EC48918(k)", against="statutory text of 26 Sept 2026")
INDEPENDENT_STUDY = verified("Ed. Code 51747", "EC51747", against="a secondary source only")
CONSENT = verified("Ed. Code 49075(a)", "EC49075", against="statutory text of 26 Sept 2026")
RECORDS_ORDER = verified("Fam. Code 6323.5(c)(1)", "FC6323.5", against="statutory text of April-May 2026")

P, IN, M, A = HoldingClass.PERMANENT, HoldingClass.INTERIM, HoldingClass.PERMITTED, HoldingClass.APART

_ROWS: tuple[tuple[str, str, HoldingClass, str, str, Citation], ...] = (
    ("legal_name", "P-A", P, "Legal name", "Nombre legal", PERMANENT_LIST),
    ("birth_date", "P-B", P, "Date of birth", "Fecha de nacimiento", PERMANENT_LIST),
    ("birth_date_verification", "P-C", P, "How the birth date was verified",
     "Cómo se comprobó la fecha de nacimiento", PERMANENT_LIST),
    ("sex", "P-D", P, "Sex", "Sexo", PERMANENT_LIST),
    ("place_of_birth", "P-E", P, "Place of birth", "Lugar de nacimiento", PERMANENT_LIST),
    ("parent_name_and_address", "P-F", P, "Name and address of parent or guardian",
     "Nombre y dirección del padre, madre o tutor", PERMANENT_LIST),
    ("student_address", "P-F", P, "Student's address, where different",
     "Dirección del estudiante, si es distinta", PERMANENT_LIST),
    ("annual_verification", "P-F", P, "Annual verification of names, addresses and residence",
     "Verificación anual de nombres, direcciones y residencia", PERMANENT_LIST),
    ("entry_and_leaving_dates", "P-G", P, "Entering and leaving dates", "Fechas de ingreso y de salida",
     PERMANENT_LIST),
    ("subjects_taken", "P-H", P, "Subjects taken", "Materias cursadas", PERMANENT_LIST),
    ("marks_and_credits", "P-I", P, "Marks or credits", "Calificaciones o créditos", PERMANENT_LIST),
    ("immunization", "P-J", P, "Immunization verification or exemption",
     "Comprobante o exención de vacunas", PERMANENT_LIST),
    ("graduation_date", "P-K", P, "Date of graduation or equivalent", "Fecha de graduación o equivalente",
     PERMANENT_LIST),
    ("consent_form", "P-X", P, "Consent to release, kept with the file",
     "Autorización para divulgar, que se guarda con el expediente", CONSENT),
    ("access_log", "I-A", IN, "Access log", "Registro de accesos", INTERIM_LIST),
    ("health", "I-B", IN, "Health information", "Información de salud", INTERIM_LIST),
    ("special_education", "I-C", IN, "Special-education participation",
     "Participación en educación especial", INTERIM_LIST),
    ("language_training", "I-D", IN, "Language training", "Enseñanza del idioma", INTERIM_LIST),
    ("progress_notice", "I-E", IN, "Progress slips and notices", "Avisos de progreso", INTERIM_LIST),
    ("directory_restriction", "I-F", IN, "Parental restrictions on directory information",
     "Restricciones de los padres a la información de directorio", INTERIM_LIST),
    ("rejoinder", "I-G", IN, "Rejoinder to a challenged record or to discipline",
     "Réplica a un documento impugnado o a una medida disciplinaria", INTERIM_LIST),
    ("program_authorization", "I-H", IN, "Authorization or prohibition for a program",
     "Autorización o prohibición para un programa", INTERIM_LIST),
    ("test_results", "I-I", IN, "Standardized test results of the last three years",
     "Resultados de exámenes estandarizados de los últimos tres años", INTERIM_LIST),
    ("expulsion_file", "I-X", IN, "Expulsion order and its causes", "Orden de expulsión y sus causas", EXPULSION),
    ("independent_study_evaluation", "I-Y", IN, "Independent-study evaluation",
     "Evaluación de estudio independiente", INDEPENDENT_STUDY),
    ("counsellor_or_teacher_rating", "M-A", M, "Objective counsellor or teacher rating",
     "Valoración objetiva de consejero o maestro", PERMITTED_LIST),
    ("old_test_results", "M-B", M, "Standardized test results older than three years",
     "Resultados de exámenes de más de tres años", PERMITTED_LIST),
    ("discipline", "M-C", M, "Routine discipline data", "Datos disciplinarios ordinarios", PERMITTED_LIST),
    ("behaviour_report", "M-D", M, "Verified report of relevant behaviour",
     "Informe verificado de conducta relevante", PERMITTED_LIST),
    ("disciplinary_notice", "M-E", M, "Disciplinary notice", "Aviso disciplinario", PERMITTED_LIST),
    ("supplementary_attendance", "M-F", M, "Supplementary attendance record",
     "Registro complementario de asistencia", PERMITTED_LIST),
    ("court_order", "A-A", A, "Order restricting access to records",
     "Orden judicial que restringe el acceso al expediente", RECORDS_ORDER),
    ("contact_and_household", "A-B", A, "Emergency card: telephones and people to call",
     "Tarjeta de emergencia: teléfonos y personas a quienes llamar", EC_49408),
)  # fmt: skip

CATALOGUE: Mapping[str, Item] = MappingProxyType(
    {code: Item(code, letter, class_, Title(en, es), citation) for code, letter, class_, en, es, citation in _ROWS}
)

# What a statute of its own lets a district keep, by a procedure of its own: it is of no list of the regulation, and on
# no list of the file. Nobody files it by hand, no import brings it, and it opens on its own page.
SEPARATE: Mapping[str, Item] = MappingProxyType(
    {
        "social_media_information": Item(
            "social_media_information",
            "A-S",
            HoldingClass.APART,
            Title("Gathered from social media", "Reunido de redes sociales"),
            verified("Ed. Code 49073.6", "EC49073.6", against="statutory text of 26 Sept 2026"),
        ),
        "actual_address": Item(
            "actual_address",
            "A-H",
            HoldingClass.APART,
            Title("Address for residency and emergencies", "Domicilio para residencia y emergencias"),
            GC_6207,
        ),
    }
)


def item_of(code: str) -> Item | None:
    """The item of this code, of the file or kept separate; None: it is neither."""
    return CATALOGUE.get(code) or SEPARATE.get(code)


# Kept as a document, or in somebody's own words: such a record may tell of other students (34 CFR 99.12), and each is
# asked about when it is filed. All others hold the dates, names and choices of a form, and tell of nobody else.
MAY_TELL_OF_OTHERS = frozenset(
    {
        "subjects_taken", "marks_and_credits", "consent_form", "health", "special_education", "language_training",
        "progress_notice", "directory_restriction", "rejoinder", "program_authorization", "test_results",
        "expulsion_file", "independent_study_evaluation", "counsellor_or_teacher_rating", "old_test_results",
        "discipline", "behaviour_report", "disciplinary_notice", "supplementary_attendance", "court_order",
    }
)  # fmt: skip


class Others(StrEnum):
    """What a filer says of other students in such a record (34 CFR 99.12)."""

    NOBODY = "nobody"
    CAN_BE_TAKEN_OUT = "can_be_taken_out"
    ONE_PIECE = "one_piece"


_GROUPS: dict[RecordKind, RecordClass] = {
    RecordKind.CUMULATIVE_FILE: RecordClass.PERMANENT,
    RecordKind.PERMANENT_RECORD: RecordClass.PERMANENT,
    RecordKind.TRANSCRIPT: RecordClass.PERMANENT,
    RecordKind.GRADES: RecordClass.PERMANENT,
    RecordKind.INTERIM_RECORD: RecordClass.INTERIM,
    RecordKind.IEP_OR_504_PLAN: RecordClass.INTERIM,
    RecordKind.PERMITTED_RECORD: RecordClass.PERMITTED,
}

# What lies outside the ordinary file, each under its own statute, and what is no pupil record: of none of the three.
_APART = frozenset(
    {
        RecordKind.CHALLENGE_FILE, RecordKind.SOCIAL_MEDIA_INFORMATION, RecordKind.JUVENILE_COURT_NOTICE,
        RecordKind.SCHOOL_POLICE_NOTICE, RecordKind.SEALED_JUVENILE_RECORD, RecordKind.IMMIGRATION_INCIDENT_FILE,
        RecordKind.NAME_GENDER_CHANGE, RecordKind.COPIED_ORIGINAL, RecordKind.BUSINESS_RECORD,
        RecordKind.VENDOR_HELD_DATA, RecordKind.STUDY_COPY, RecordKind.SOLE_POSSESSION_NOTES,
        RecordKind.MEAL_APPLICATION, RecordKind.MEAL_ELIGIBILITY, RecordKind.COUNSELLING_CONFIDENCE,
        RecordKind.CHILD_ABUSE_REPORT, RecordKind.LAW_ENFORCEMENT_UNIT_RECORD, RecordKind.ACTUAL_ADDRESS,
    }
)  # fmt: skip

CLASS_OF_KIND: dict[RecordKind, RecordClass] = (
    _GROUPS
    | dict.fromkeys(_APART, RecordClass.APART)
    | {RecordKind(item.code): RecordClass(item.class_.value) for item in CATALOGUE.values()}
)

# On no list of the regulation, so of none of the classes: what may not be asked for (Ed. Code 49076.7, 234.7(a)), and a
# faith. A law that demands one of them keeps it on a form of its own.
NEVER_ASKED_FOR = frozenset(
    {
        RecordKind.SSN, RecordKind.SSN_LAST4, RecordKind.ADULT_SSN_LAST4, RecordKind.ITIN,
        RecordKind.CITIZENSHIP_STATUS, RecordKind.IMMIGRATION_DOCUMENT, RecordKind.US_ENTRY_DATE,
        RecordKind.BIRTH_COUNTRY, RecordKind.NATIONAL_ORIGIN, RecordKind.FIRST_US_SCHOOL_DATE, RecordKind.RELIGION,
    }
)  # fmt: skip

# Of no class as they stand, and with items among them that the regulation lists as permanent: an address, the dates of
# coming and going, a name. Whoever keeps one says of which class it is. What else the regulation does not list as
# permanent no word of a keeper makes so (5 CCR 432(b)(1)).
_MAY_HOLD_A_PERMANENT_ITEM = frozenset(
    {RecordKind.ADDRESS, RecordKind.ATTENDANCE, RecordKind.DIRECTORY_INFORMATION, RecordKind.ENROLMENT_STATUS}
)
NEVER_PERMANENT = frozenset(RecordKind) - set(CLASS_OF_KIND) - NEVER_ASKED_FOR - _MAY_HOLD_A_PERMANENT_ITEM

NOT_PUPIL_RECORDS = frozenset(
    {
        RecordKind.BUSINESS_RECORD, RecordKind.DEIDENTIFIED, RecordKind.AGGREGATE,
        RecordKind.SOLE_POSSESSION_NOTES, RecordKind.LAW_ENFORCEMENT_UNIT_RECORD,
        RecordKind.COUNSELLING_CONFIDENCE, RecordKind.CHILD_ABUSE_REPORT, RecordKind.ACTUAL_ADDRESS,
        RecordKind.JUVENILE_COURT_NOTICE, RecordKind.SCHOOL_POLICE_NOTICE, RecordKind.SEALED_JUVENILE_RECORD,
        RecordKind.IMMIGRATION_INCIDENT_FILE,
    }
)  # fmt: skip
