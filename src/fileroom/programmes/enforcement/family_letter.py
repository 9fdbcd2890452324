"""What the letter to a family says: by which kind of asker, when, where and for what, and of nobody's status.

Of immigration enforcement there is one letter, of a court's paper that others bring another; an adult student is spoken
to about themself. It is set when it goes out, by what is answered then: until then it is read as a proof.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q

from fileroom.duties import queries
from fileroom.law.days import district_day
from fileroom.letters import KINDS, Letter, Letterhead, Unfit, compose
from fileroom.letters.setting import spoken_day
from fileroom.programmes.enforcement.board_days import ROOM
from fileroom.programmes.enforcement.board_words import WANTS
from fileroom.programmes.enforcement.duties import SILENT, without_papers
from fileroom.programmes.enforcement.encounters import Asker
from fileroom.programmes.enforcement.papers import FORMS, Group, Seen, Shown, group_of
from fileroom.programmes.enforcement.recipients import To, named_recipient, one_recipient
from fileroom.programmes.enforcement.telling import read_first
from fileroom.programmes.models import EnforcementRequest
from fileroom.records.issuing import Draft

OF_ENFORCEMENT, OF_A_PAPER = "enforcement_family_notice", "court_paper_family_notice"
# To the adult student, whose rights are their own.
TO_THE_STUDENT: Mapping[str, str] = MappingProxyType(
    {OF_ENFORCEMENT: "enforcement_student_notice", OF_A_PAPER: "court_paper_student_notice"}
)
LANGUAGES = tuple(KINDS[OF_ENFORCEMENT].words)
EITHER = ""  # which language the recipient reads nobody knows: whoever sends the letter says so
NOT_SENT: Mapping[str, str] = MappingProxyType(
    {"en": "To be read first: this has not been sent.", "es": "Para leer primero: esto no se ha enviado."}
)
ASKERS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "immigration": "Somebody of immigration enforcement",
            "not_sure": "Somebody who did not say of which agency they are",
            "police": "Police or sheriff",
            "child_welfare": "A caseworker of the county",
            "process_server": "Somebody who serves papers",
        },
        "es": {
            "immigration": "Alguien del control migratorio",
            "not_sure": "Alguien que no dijo de qué agencia es",
            "police": "La policía o el sheriff",
            "child_welfare": "Una persona de bienestar infantil del condado",
            "process_server": "Alguien que entrega papeles",
        },
    }
)
# Of those who are none themselves: what was answered of whether immigration was part of it, and no more than that.
JOINED: Mapping[str, Mapping[Seen, str]] = MappingProxyType(
    {
        "en": {
            Seen.YES: "{}, together with immigration enforcement, or in part for it",
            Seen.NOT_SEEN: "{}; we do not know whether any of it was for immigration enforcement",
            Seen.NO: "{}; they said that none of it was for immigration enforcement",
        },
        "es": {
            Seen.YES: "{}, junto con agentes de inmigración, o en parte para ellos",
            Seen.NOT_SEEN: "{}; no sabemos si algo de eso era para el control migratorio",
            Seen.NO: "{}; dijo que nada de eso era para el control migratorio",
        },
    }
)
# Before a court's paper is obeyed a family can ask that court to stop it (34 CFR 99.31(a)(9)(ii)).
OF_A_COURT: Mapping[str, str] = MappingProxyType(
    {
        "en": "A court’s paper was shown. The district’s lawyers say whether it is valid. You can ask that court to"
        " stop it or to limit it, and it is best to ask soon: a lawyer or the court’s own self-help center can tell you"
        " how.",
        "es": "Se mostró un papel de un tribunal. Los abogados del distrito revisan si es válido. Usted puede pedir a"
        " ese tribunal que lo deje sin efecto o lo limite, y conviene pedirlo pronto: un abogado o el centro de"
        " autoayuda del tribunal pueden decirle cómo.",
    }
)
OF_NO_COURT: Mapping[str, str] = MappingProxyType(
    {
        "en": "A paper was shown that does not look like a court’s. The district’s lawyers read it.",
        "es": "Se mostró un papel que no parece ser de un tribunal. Los abogados del distrito lo leen.",
    }
)
# Of an inquiry of child welfare nobody has the papers: a case of child abuse (law/programmes/immigration_requests). Nor
# of what counsel was asked of as one: that a household may hear of it is another word. Nor, while that holds, of what a
# court has said that nobody may be told of.
OF_THE_PAPERS: Mapping[str, str] = MappingProxyType(
    {
        "en": "You may ask us what was done, and for copies of the papers that were shown.",
        "es": "Usted puede preguntarnos qué se hizo y pedir copias de los papeles que se mostraron.",
    }
)
# Which records a court's paper asks for they hear in any case, so that they can ask the court to stop it.
OF_ITS_RECORDS: Mapping[str, Mapping[bool, str]] = MappingProxyType(
    {
        "en": {
            True: "You may ask us which records it asks for, and for a copy of the paper.",
            False: "You may ask us which records it asks for.",
        },
        "es": {
            True: "Usted puede preguntarnos qué registros pide y solicitar una copia del papel.",
            False: "Usted puede preguntarnos qué registros pide.",
        },
    }
)


@dataclass(frozen=True)
class Desk:
    """What a letter bears of the door: its head, and the address of the page of a family's rights."""

    head: Letterhead
    rights_at: str


@dataclass(frozen=True)
class Paper:
    """A letter about to be set. `language`: of LANGUAGES, or EITHER; `way`: of FamilyNotice.Way."""

    id: UUID
    request: EnforcementRequest
    to: To
    language: str
    way: str
    desk: Desk


@dataclass(frozen=True)
class Said:
    """What a letter says: its kind and its facts."""

    kind: str
    facts: dict[str, str]


def said_to(row: EnforcementRequest, student: str | None, language: str, desk: Desk) -> Said:
    """The letter, by what was answered so far. `student`: the name that it bears; None: it is to the student. Part of
    the open transaction."""
    facts = {
        "day": spoken_day(row.opened_at, language),
        "place": row.school.name if row.school else desk.head.district,
        "telephone": desk.head.telephone,
    }
    if row.strict:
        wants = "; ".join(WANTS[language][it] for it in row.wants)
        facts |= {
            "wants": wants[:1].upper() + wants[1:],
            "rights_at": desk.rights_at,
            "of_a_court": _of_a_court(row, language),
            "of_the_papers": OF_THE_PAPERS[language] if _may_have_copies(row) else "",
        }
    else:
        facts["of_its_records"] = OF_ITS_RECORDS[language][_may_have_copies(row)]
    kind, facts["asker"] = OF_ENFORCEMENT if row.strict else OF_A_PAPER, _who_asked(row, language)
    return Said(TO_THE_STUDENT[kind], facts) if student is None else Said(kind, facts | {"student": student})


def _of_a_court(row: EnforcementRequest, language: str) -> str:
    """What is said of papers with a court's words: of those that were seen to be none no court can be asked."""
    those = [it for it in map(Shown.from_json, row.papers) if FORMS[it.form].group is Group.COURT]
    if not those:
        return ""
    return (OF_A_COURT if any(group_of(it) is Group.COURT for it in those) else OF_NO_COURT)[language]


def _may_have_copies(row: EnforcementRequest) -> bool:
    """Does the letter offer what was shown? Not of an inquiry of child welfare, nor of what counsel was asked about as
    of one and has not found to be none; nor while nobody may be told of what a paper says, or counsel is still to read
    whether one says so. What is owed is the same."""
    return not (without_papers(row) or read_first(row) or queries.rows_of(Q(room=ROOM, of=row.id, rule=SILENT)))


def _who_asked(row: EnforcementRequest, language: str) -> str:
    asker = ASKERS[language][row.asker]
    if not row.strict or row.asker in (Asker.IMMIGRATION, Asker.NOT_SURE):
        return asker
    return JOINED[language][Seen(row.joined or Seen.NOT_SEEN)].format(asker)


def draft(paper: Paper, *, on: date) -> Draft:
    """The letter by what is answered and on file now. Part of the open transaction. Raises Missing."""
    student = one_recipient(paper.to, on=on).student
    said = said_to(paper.request, student.name if paper.to.contact else None, paper.language, paper.desk)
    addressed = (named_recipient(paper.to, on=on),)
    return Draft(said.kind, paper.language, said.facts, about=paper.id, addressed=addressed)


def in_each(paper: Paper) -> tuple[Paper, ...]:
    """The letter in each language in which it may go out."""
    return tuple(replace(paper, language=it) for it in languages_of(paper.language))


def languages_of(language: str) -> tuple[str, ...]:
    """The languages of which whoever sends it chooses one."""
    return LANGUAGES if language == EITHER else (language,)


def proof(paper: Paper, *, at: datetime) -> bytes:
    """The same as a PDF to read, without a code: nothing is issued. Raises Missing and ValidationError (it cannot be
    printed)."""
    it, mark = draft(paper, on=district_day(at)), NOT_SENT[paper.language]
    try:
        return compose(Letter(it.kind, it.language, paper.desk.head, at, "", it.facts, it.addressed, mark=mark))
    except Unfit as error:
        raise ValidationError(str(error)) from None
