"""The census of home languages as its page shows it: each school's counts, what they make it owe, what is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch

from fileroom.hosting import district_transaction
from fileroom.law.days import district_day, school_year
from fileroom.people.answers import Missing
from fileroom.people.models import School
from fileroom.people.signed_in import SignedIn
from fileroom.programmes import publishing
from fileroom.programmes.delegations.designees import Programme, may_act
from fileroom.programmes.models import LanguageCensus, LanguageCount
from fileroom.programmes.notices.fewer import open_parts
from fileroom.programmes.notices.languages import Owes, owed, spoken_by_fewer
from fileroom.programmes.notices.years import in_force
from fileroom.programmes.publishing import Paper

MOST_FIRST = Prefetch("languagecount_set", LanguageCount.objects.order_by("-speak", "language"))


@dataclass(frozen=True)
class SchoolCensus:
    """One school's. `students` 0: nobody has counted it; `speak` empty of one that was: all speak English; `fewer`:
    languages in which the notice is owed as far as practicable."""

    id: UUID
    name: str
    students: int
    speak: Mapping[str, int]
    owed: tuple[Owes, ...]
    fewer: tuple[Owes, ...]


@dataclass(frozen=True)
class LanguagesPage:
    """All of them. `census`: the school year counted; `notice`: this year's, with the languages that it is there in;
    `fewer`: languages that fewer speak, of which somebody is still to say whether it can be put into them."""

    census: int
    schools: tuple[SchoolCensus, ...]
    notice: UUID | None
    papers: tuple[Paper, ...]
    fewer: tuple[str, ...]
    may_count: bool


def languages_page(*, by: SignedIn, at: datetime) -> LanguagesPage:
    """For any employee: numbers of schools. Raises Missing."""
    if by.account.employee_id is None:
        raise Missing
    on = district_day(at)
    with district_transaction():
        notice, census = in_force(on), school_year(on) - 1
        rows = LanguageCensus.objects.filter(census=census).prefetch_related(MOST_FIRST)
        counts, owes = {row.school_id: row for row in rows}, (owed(on), spoken_by_fewer(on))
        schools = tuple(_of(it, counts.get(it.id), owes) for it in School.objects.order_by("name"))
        papers = tuple(publishing.papers([notice.id]).get(notice.id, ())) if notice else ()
        may = may_act(Programme.NOTICES, by=by, at=at)
        fewer = tuple(it.rpartition("/")[2] for it in open_parts(at))
        return LanguagesPage(census, schools, notice.id if notice else None, papers, fewer, may)


def _of(school: School, row: LanguageCensus | None, owes: tuple[list[Owes], list[Owes]]) -> SchoolCensus:
    speak = {it.language: it.speak for it in row.languagecount_set.all()} if row else {}
    students = row.students if row else 0
    owed_, fewer = (tuple(it for it in these if it.school == school.id) for these in owes)
    return SchoolCensus(school.id, school.name, students, speak, owed_, fewer)
