"""Who may enter a nonpublic area of a school. Immigration enforcement, and other officers of agencies without a judge's
paper or an emergency, may not; for others the school's own rules for visitors decide."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.enforcement import ENTERS
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import A_JUDGES_PAPER, A_THREAT, FOR_IMMIGRATION, OF_A_JUDICIAL_COURT
from fileroom.law.vocabulary import requester

law = Chapter(__name__)

AN_OFFICER = requester.kind.is_(
    Who.IMMIGRATION_OFFICER, Who.SEVP_OFFICER, Who.FEDERAL_AGENCY, Who.POLICE, Who.STATE_AGENCY, Who.COUNTY_AGENCY,
    Who.CITY_AGENCY, Who.PROBATION_OFFICER, Who.DISTRICT_ATTORNEY,
)  # fmt: skip

law.forbids(
    "entry_without_a_judges_paper",
    when=ENTERS & FOR_IMMIGRATION & ~A_JUDGES_PAPER,
    says="No one enters a nonpublic area of a school for immigration enforcement without a judge's warrant, subpoena"
    " or order.",
    cites=c.EC_234_7_A2,
)

law.compels(
    "entry_on_a_judges_paper",
    when=ENTERS & (FOR_IMMIGRATION | AN_OFFICER) & A_JUDGES_PAPER,
    claimed=some(*OF_A_JUDICIAL_COURT),
    says="A judge's warrant, subpoena or order that reaches this place is obeyed; counsel may challenge it.",
    cites=c.EC_234_7_A2,
)

law.allows(
    "others_by_the_schools_own_rules",
    when=ENTERS & ~FOR_IMMIGRATION & (~AN_OFFICER | A_THREAT),
    claimed=~AN_OFFICER | A_THREAT,
    says="This law does not stand in the way: the principal lets people in by the school's rules for visitors.",
    cites=c.EC_234_7_A2,
)

law.closes(
    "officers_without_a_judges_paper",
    when=ENTERS & AN_OFFICER,
    says="No officer enters a nonpublic area without a judge's warrant, subpoena or order. Ask for identification, and"
    " call the superintendent.",
    cites=c.EC_234_7_A2,
)
