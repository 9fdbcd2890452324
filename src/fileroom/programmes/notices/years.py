"""The notice of a school year: which version is in force, and the words by which its duties and papers are known."""

from __future__ import annotations

from datetime import date

from fileroom.law.days import district_day, school_year
from fileroom.programmes.models import AnnualNotice

KIND, ROOM = "annual_notice", "notices"
EACH_YEAR = "programmes.annual_notices.each_year"
TO_ADOPT = "adopt"
TRANSLATE = "casework.home_languages.translate"
SENT = "sent"  # its part where it came later and is to be sent (`later`); to translate it is owed by language


def in_force(on: date) -> AnnualNotice | None:
    """The notice of this day's school year, in its newest version; None: none is adopted. Joins a transaction."""
    return AnnualNotice.objects.filter(school_year=school_year(on)).order_by("-number").first()


def as_of(on: date) -> AnnualNotice | None:
    """The version that was the newest on that day, of its school year; None: none was adopted yet."""
    rows = AnnualNotice.objects.filter(school_year=school_year(on)).order_by("-number")
    return next((it for it in rows if district_day(it.adopted_at) <= on), None)


def year_said(year: int) -> str:
    """The school year that began in this calendar year, as people write it: 2026-27."""
    return f"{year}-{(year + 1) % 100:02}"
