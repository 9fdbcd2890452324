"""What follows from a breach beside the notice: the Attorney General's copy, the owner, the contract, the evidence."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Acquisition, Holder
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter
from fileroom.law.programmes.breaches import (
    A_BREACH,
    AT_ONCE,
    NOTIFIES,
    OF_A_BUSINESS,
    OF_THE_DISTRICT,
    PERSONAL,
    TAKEN,
)
from fileroom.law.programmes.cyberattacks import REPORTS
from fileroom.law.vocabulary import incident

law = Chapter(__name__)

AGENCY, BUSINESS = FIGURES["breach_sample_copy_threshold"], FIGURES["breach_sample_copy_threshold_business"]
BY_A_BUSINESS_TO_MANY = NOTIFIES & A_BREACH & OF_A_BUSINESS & ~incident.residents.at_most(BUSINESS.value)
BY_A_VENDOR = incident.holder.is_(Holder.VENDOR_FOR_DISTRICT, Holder.VENDOR_FOR_ITSELF)

law.obliges(
    DutyCode.COPY_TO_ATTORNEY_GENERAL,
    name="copy_by_the_district",
    when=NOTIFIES & A_BREACH & OF_THE_DISTRICT & ~incident.residents.at_most(AGENCY.value),
    says=f"More than {AGENCY.within} are told: send the Attorney General one sample copy, without anybody's personal"
    " information. The law names no day.",
    cites=c.CIV_1798_29_E,
)

law.obliges(
    DutyCode.COPY_TO_ATTORNEY_GENERAL,
    name="copy_by_a_business",
    when=BY_A_BUSINESS_TO_MANY,
    says=f"More than {BUSINESS.within} are told: the business sends the Attorney General one sample copy within"
    f" {FIGURES['breach_sample_copy_by_a_business'].within} of telling them.",
    cites=c.CIV_1798_82_F,
)

law.obliges(
    DutyCode.COPY_TO_ATTORNEY_GENERAL,
    name="copy_by_a_business_before_2026",
    when=BY_A_BUSINESS_TO_MANY,
    says=f"More than {BUSINESS.within} are told: the business sends the Attorney General one sample copy.",
    cites=c.CIV_1798_82_BEFORE,
)

law.obliges(
    DutyCode.TELL_OWNER_AT_ONCE,
    when=NOTIFIES & TAKEN & PERSONAL & incident.holder.is_(Holder.VENDOR_FOR_DISTRICT),
    says="The vendor, which only keeps the data, tells the district immediately; the district tells the people.",
    cites=c.CIV_1798_29_B,
)

law.obliges(
    DutyCode.FOLLOW_THE_CONTRACT,
    when=NOTIFIES & TAKEN & BY_A_VENDOR,
    says="Follow the contract: it says how families are told of a disclosure it did not allow, whatever the law asks.",
    cites=c.EC_49073_1_B6,
)

law.obliges(
    DutyCode.NOTIFY_WHEN_POLICE_ALLOW,
    when=NOTIFIES & A_BREACH & ~AT_ONCE,
    says="Write down which agency asked and when; tell the people promptly once it says that a notice does no harm.",
    cites=c.CIV_1798_29_C,
)

law.obliges(
    DutyCode.KEEP_THE_ANALYSIS,
    when=(NOTIFIES | REPORTS) & incident.acquisition.is_(Acquisition.NOT_BELIEVED),
    says="Keep the evidence by which it is believed that nothing was taken.",
    cites=c.CIV_1798_29_A,
)

law.obliges(
    DutyCode.NOTIFY_BREACH,
    when=REPORTS & A_BREACH,
    says="The report replaces no notice: the people whose information was taken are told as well.",
    cites=c.CIV_1798_29_A,
)
