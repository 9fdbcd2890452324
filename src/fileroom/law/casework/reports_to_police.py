"""A suspension or expulsion for drugs or alcohol is told to law enforcement, by a day that the law sets."""

from __future__ import annotations

from fileroom.law.casework.who_adds import ADDS
from fileroom.law.codes import DutyCode
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.vocabulary import DISCIPLINE, other, record

law = Chapter(__name__)

TIME_TO_REPORT = FIGURES["police_report_after_drug_suspension"]

law.obliges(
    DutyCode.REPORT_TO_POLICE,
    when=ADDS & record.kind.is_(*DISCIPLINE) & other.drugs_or_alcohol.holds,
    upon=Upon.GRANT,
    says=f"Tell law enforcement within {TIME_TO_REPORT.within} of the suspension or expulsion. The record itself goes"
    " to police by its own rules.",
    cites=TIME_TO_REPORT.citation,
)
