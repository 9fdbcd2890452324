"""In which languages a school writes home: counted in each school by itself, never in the district (Ed. Code 48985).

The counts are of the census of the year before, typed in by school; no child's language stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Prefetch

from fileroom.collection.services import Document, sieved
from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import district_day, school_year
from fileroom.law.languages import languages_of
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing
from fileroom.people.calendars import calendar
from fileroom.people.facts import student_facts
from fileroom.people.models import School
from fileroom.people.owed import SUPERINTENDENT
from fileroom.people.signed_in import SignedIn
from fileroom.programmes import publishing
from fileroom.programmes.delegations.designees import Programme, designee
from fileroom.programmes.models import LanguageCensus, LanguageCount, PublishedPaper
from fileroom.programmes.notices.fewer import settle_fewer
from fileroom.programmes.notices.later import Home, settle_later
from fileroom.programmes.notices.years import KIND, ROOM, TRANSLATE, in_force
from fileroom.records import issuing
from fileroom.records.issuing import Draft

TRANSLATION = f"{KIND}_translation"
CODE = re.compile(r"[a-z]{2,3}")
MOST_LANGUAGES = 60
PDF = b"%PDF-"
SPOKEN = Prefetch("languagecount_set", LanguageCount.objects.order_by("language"))


@dataclass(frozen=True)
class Counted:
    """One school's census: all its students, and how many speak each language at home, English left out."""

    school: UUID
    students: int
    speak: Mapping[str, int]


@dataclass(frozen=True)
class Owes:
    """A language that a school writes home in too: how many of how many speak it; `there`: the notice is in it."""

    school: UUID
    name: str
    language: str
    speak: int
    students: int
    there: bool


@durable_transaction
def count_languages(counted: Counted, *, by: SignedIn, at: datetime) -> UUID:
    """Enter one school's census of the year before, in the place of what was entered for it. Raises Missing and
    ValidationError."""
    role = designee(Programme.NOTICES, by=by, at=at)
    _fit(counted)
    census = school_year(district_day(at)) - 1
    event = ledger.event(Act.LANGUAGES_COUNTED, record=counted.school, part=str(census), by=by.acting_as(role), at=at)
    entry = ledger.write(event)
    LanguageCount.objects.filter(census__school_id=counted.school, census__census=census).delete()
    row, _ = LanguageCensus.objects.update_or_create(
        school_id=counted.school, census=census,
        defaults={"students": counted.students, "counted_at": at, "counted_by": by.account.id, "entry": entry},
    )  # fmt: skip
    LanguageCount.objects.bulk_create(
        LanguageCount(census=row, language=language, speak=speak) for language, speak in counted.speak.items()
    )
    settle(district_day(at), entry=entry, by=by.account.id, at=at)
    return entry


def _fit(counted: Counted) -> None:
    if not School.objects.filter(pk=counted.school).exists():
        raise Missing
    if not all(CODE.fullmatch(it) and it != "en" for it in counted.speak) or len(counted.speak) > MOST_LANGUAGES:
        raise ValidationError("Write each language by its code, like es or vi; English is not counted.")
    if counted.students < 1 or any(not 0 <= it <= counted.students for it in counted.speak.values()):
        raise ValidationError("No more students can speak a language than the school has.")
    if sum(counted.speak.values()) > counted.students:
        raise ValidationError("Each student is counted with one language: together there are more than the school has.")


def owed(on: date) -> list[Owes]:
    """What each school owes in this school year, by the census of the year before. Joins an open transaction."""
    rows = LanguageCensus.objects.filter(census=school_year(on) - 1).order_by("school__name")
    there = _there(on)
    return [it for row in rows.select_related("school").prefetch_related(SPOKEN) for it in _owes(row, there)]


def _owes(row: LanguageCensus, there: set[str]) -> Iterable[Owes]:
    these = row.languagecount_set.all()
    share = languages_of({it.language: it.speak for it in these}, row.students)
    for it in these:
        if it.language in share:
            yield Owes(row.school_id, row.school.name, it.language, it.speak, row.students, it.language in there)


def goes_home_in(on: date) -> list[Home]:
    """Each school with each language besides English in which it sends this year's notice home: those that it is there
    in. Joins an open transaction."""
    return [(it.school, it.language) for it in owed(on) if it.there]


def home_languages(school: UUID, on: date) -> tuple[str, ...]:
    """The languages besides English in which what this school sends goes home (Ed. Code 48985), by code. Joins an open
    transaction."""
    return tuple(sorted(it.language for it in owed(on) if it.school == school))


def any_spoken(on: date) -> bool:
    """May any school have a student who speaks another language at home than English: by the census of the year before,
    or because a school is not counted? Joins an open transaction."""
    spoken = LanguageCount.objects.filter(census__census=school_year(on) - 1, speak__gt=0).exists()
    return spoken or bool(uncounted(on))


def spoken_by_fewer(on: date) -> list[Owes]:
    """The languages that fewer speak at a school than the share of the law: the annual notice is put into each as far
    as practicable (Ed. Code 49063). Joins an open transaction."""
    rows, there = LanguageCensus.objects.filter(census=school_year(on) - 1).order_by("school__name"), _there(on)
    counted = [(row, it) for row in rows.select_related("school").prefetch_related(SPOKEN) for it in _few(row)]
    return [
        Owes(row.school_id, row.school.name, it.language, it.speak, row.students, it.language in there)
        for row, it in counted
    ]


def _few(row: LanguageCensus) -> Iterable[LanguageCount]:
    these = [it for it in row.languagecount_set.all() if it.speak]
    share = languages_of({it.language: it.speak for it in these}, row.students)
    return (it for it in these if it.language not in share)


def written_home(student_id: UUID, *, on: date) -> tuple[str, ...]:
    """The languages besides English in which what a family is sent goes home from the student's school, by code."""
    with district_transaction():
        student = student_facts(student_id, on)
        schools = student.schools if student else ()
        return tuple(sorted({it.language for it in owed(on) if it.school in schools}))


def uncounted(on: date) -> list[str]:
    """The names of the schools that no census of the year before was entered for. Joins an open transaction."""
    counted = LanguageCensus.objects.filter(census=school_year(on) - 1).values("school")
    return list(School.objects.exclude(pk__in=counted).order_by("name").values_list("name", flat=True))


def _there(on: date) -> set[str]:
    """The languages in which this year's notice is there, in its newest version."""
    row = in_force(on)
    return set(PublishedPaper.objects.filter(of=row.id).values_list("language", flat=True)) if row else set()


def settle(on: date, *, entry: UUID, by: UUID | None, at: datetime) -> None:
    """A translation is owed for each school and language that has none; one that is there is done. A duty for each. Of
    a language that fewer speak one for the district (`fewer`)."""
    if in_force(on) is None:
        return  # there is no text yet that could be put into another language
    every = {(it.school, it.language): it.there for it in owed(on)}
    rows = [
        Owed(TRANSLATE, ROOM, school, at, office=SUPERINTENDENT, part=language)
        for (school, language), there in every.items()
        if not there
    ]
    duties.owe(rows, calendar=calendar() or default_calendar(), caused_by=entry)
    for it in queries.of_room(ROOM, at=at):
        if it.rule == TRANSLATE and CODE.fullmatch(it.part) and every.get((it.of, it.part), True):
            end = duties.discharge if (it.of, it.part) in every else duties.let_go  # by the count it is owed no more
            end(ROOM, it.of, Over(by, entry, at), rule=TRANSLATE, part=it.part)
    settle_fewer({it.language: it.there for it in spoken_by_fewer(on)}, on, entry=entry, by=by, at=at)
    settle_later(goes_home_in(on), on, entry=entry, by=by, at=at)


def attach(language: str, paper: Document, *, by: SignedIn, at: datetime) -> str:
    """Attach a person's translation of this year's notice: a PDF, looked into by the gate. The code that it was given.

    Raises Missing and ValidationError.
    """
    if not CODE.fullmatch(language) or language == "en":
        raise ValidationError({"language": "Choose the language that it is in."})
    if not paper.body.startswith(PDF):
        raise ValidationError({"file": "Hand in the translation as a PDF."})
    if found := sieved(paper):  # before the transaction: a scan takes seconds
        raise ValidationError({"file": f"It holds what the law keeps out of every paper ({found[0].citation})."})
    if paper.seen is None or not paper.seen.fully_examined:
        says = paper.seen.says if paper.seen else "It could not be opened."
        raise ValidationError({"file": f"{says} Nothing was kept: what goes to every family is looked into whole."})
    return _attach(language, paper.body, by, at)


@durable_transaction
def _attach(language: str, pdf: bytes, by: SignedIn, at: datetime) -> str:
    role = designee(Programme.NOTICES, by=by, at=at)
    row = in_force(district_day(at))
    if row is None:
        raise ValidationError({"language": "No notice is adopted yet that could be translated."})
    if PublishedPaper.objects.filter(of=row.id, language=language).exists():
        raise ValidationError({"language": "This version is there in that language already."})
    part = f"{row.school_year}/{row.number}/{language}"
    event = ledger.event(Act.NOTICE_TRANSLATED, record=row.id, part=part, by=by.acting_as(role), at=at)
    entry = ledger.write(event)
    made = issuing.issue_written(Draft(TRANSLATION, language, {}, about=row.id), pdf, by=by, role=role, at=at)
    publishing.keep(made, row.id, language, by=by, at=at)
    settle(district_day(at), entry=entry, by=by.account.id, at=at)
    return made.code
