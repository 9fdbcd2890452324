"""The sample copy of a breach notice that the Attorney General is sent: by whom, from how many people told, by when.
While nobody has counted the residents the duty stands."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter
from fileroom.law.programmes.breaches import A_BREACH, NOTIFIES, OF_A_BUSINESS, OF_THE_DISTRICTS_DATA
from fileroom.law.vocabulary import incident

law = Chapter(__name__)

AGENCY, BUSINESS = FIGURES["breach_sample_copy_threshold"], FIGURES["breach_sample_copy_threshold_business"]
BY_A_BUSINESS_TO_MANY = NOTIFIES & A_BREACH & OF_A_BUSINESS & ~Shown(incident.residents.at_most(BUSINESS.value))

law.obliges(
    DutyCode.COPY_TO_ATTORNEY_GENERAL,
    name="by_the_district",
    when=NOTIFIES & A_BREACH & OF_THE_DISTRICTS_DATA & ~Shown(incident.residents.at_most(AGENCY.value)),
    says=f"Count the Californians told. Where they are more than {AGENCY.within}, send the Attorney"
    " General one sample copy, without anybody's personal information. The law names no day.",
    cites=c.CIV_1798_29_E,
)

law.obliges(
    DutyCode.COPY_TO_ATTORNEY_GENERAL,
    name="by_a_business",
    when=BY_A_BUSINESS_TO_MANY,
    says=f"Where more than {BUSINESS.within} are told, the business sends the Attorney General one sample copy within"
    f" {FIGURES['breach_sample_copy_by_a_business'].within} of telling them.",
    cites=c.CIV_1798_82_F,
)

law.obliges(
    DutyCode.COPY_TO_ATTORNEY_GENERAL,
    name="by_a_business_before_2026",
    when=BY_A_BUSINESS_TO_MANY,
    says=f"Where more than {BUSINESS.within} are told, the business sends the Attorney General one sample copy.",
    cites=c.CIV_1798_82_BEFORE,
)
