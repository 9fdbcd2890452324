"""What the policy's page counts of the annual notice: adopted and still so, families told, languages there."""

from __future__ import annotations

from collections.abc import Mapping

from fileroom.duties.states import SUPERINTENDENT, Asked, Count, Evidence, Folded, Part, said, stands
from fileroom.law.criteria import criteria_of
from fileroom.law.days import district_day, school_year
from fileroom.programmes.models import AnnualNotice
from fileroom.programmes.notices.composing import fingerprint, so_now
from fileroom.programmes.notices.directory import decided
from fileroom.programmes.notices.duties import overdue
from fileroom.programmes.notices.families import whole
from fileroom.programmes.notices.fewer import PRACTICABLE
from fileroom.programmes.notices.languages import goes_home_in, owed, spoken_by_fewer, uncounted
from fileroom.programmes.notices.later import students
from fileroom.programmes.notices.years import TRANSLATE, in_force, year_said
from fileroom.programmes.settings.services import quoted_now

TOLD = "students’ families were told of their rights this school year"
NOT_COUNTED = "Students about whom an order of a court stands are told too, and are in no number"
FEWER = "Languages that fewer speak, and the notice is not in: as far as practicable"
WITHOUT = "Told before it was there in a language of their school: it is to be sent"
KEEPERS = "The custodian of records of each school"


def adopted(asked: Asked) -> Evidence:
    """This school year's notice: attention where none is adopted, or where something it says is no longer so."""
    year = school_year(asked.on)
    row, number = in_force(asked.on), AnnualNotice.objects.filter(school_year=year).count()
    wrong = _wrong(row, asked)
    return Evidence(
        f"{said(number, 'version', 'versions')} of the annual notice adopted for {year_said(year)}", stands(wrong),
        number=number, why=wrong, whose=SUPERINTENDENT if wrong else "",
        since=district_day(row.adopted_at) if row else None, route="notices",
    )  # fmt: skip


def _wrong(row: AnnualNotice | None, asked: Asked) -> str:
    if row is None:
        return "None is adopted for this school year"
    criteria = criteria_of(asked.on)
    said = quoted_now()
    now = fingerprint(said, criteria.version if criteria else "", decided(asked.on), so_now())
    return "" if now == row.composed else "Something that it says has changed since it was adopted"


def told(asked: Asked) -> Evidence:
    """Families told this school year, of those who are to be; attention where some should have been by now, or are to
    be sent it in a language that came later. Of those about whom an order stands the register of duties speaks, which
    names nobody."""
    year = school_year(asked.on)
    share, late, before = whole(year), overdue(year, asked.at), whole(year - 1)
    never, without = before.of - before.told, students(goes_home_in(asked.on), asked.on)
    return Evidence(
        TOLD, stands(late or without), number=share.told, of=share.of, why=_why_told(late, without),
        whose=KEEPERS if late or without else "",
        route="notices", folded=Folded(TOLD, "Some of them should have been told by now"),
        parts=(
            Part("Have signed that it came", share.signed),
            *((Part(WITHOUT, without, TRANSLATE),) if without else ()),
            Part(NOT_COUNTED),
            *((Part(f"Were never told in {year_said(year - 1)}", never),) if never else ()),
        ),
    )  # fmt: skip


def _why_told(late: int, without: int) -> str:
    tell = f"{late} should have been told by now" if late else ""
    lacks = f"{without} {said(without, 'has', 'have')} not got it in a language that came later" if without else ""
    return ". ".join(filter(None, (tell, lacks)))


def languages(asked: Asked) -> Evidence:
    """The languages owed by school: attention where the notice is not there in one, or a school is not counted."""
    rows = owed(asked.on)
    lacking, schools = [it for it in rows if not it.there], uncounted(asked.on)
    fewer = len({it.language for it in spoken_by_fewer(asked.on) if not it.there})
    wrong = (
        f"{len(lacking)} {said(len(lacking), 'is', 'are')} not there yet" if lacking
        else f"Not counted for last year: {len(schools)} {said(len(schools), 'school', 'schools')}" if schools
        else ""
    )  # fmt: skip
    return Evidence(
        "languages that a school writes home in too have the annual notice", stands(wrong),
        number=len(rows) - len(lacking), of=len(rows), why=wrong, whose=SUPERINTENDENT if wrong else "",
        route="notice_languages",
        parts=(
            *(Part(f"Not there: {it.language}, {it.name}") for it in lacking),
            *(Part(f"Not counted: {it}") for it in schools),
            *((Part(FEWER, fewer, PRACTICABLE),) if fewer else ()),
        ),
    )  # fmt: skip


EVIDENCE: Mapping[str, Count] = {
    "notices.adopted": adopted,
    "notices.languages": languages,
    "notices.told": told,
}
