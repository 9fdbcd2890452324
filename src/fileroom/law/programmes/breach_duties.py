"""What follows from a breach beside the notice: the owner, the contract, the police, the evidence."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Acquisition, Holder
from fileroom.law.kernel.rule import Chapter
from fileroom.law.programmes.breaches import A_BREACH, NOBODY_ASKS_TO_WAIT, NOTIFIES, PERSONAL_INFORMATION, TAKEN
from fileroom.law.programmes.cyberattacks import REPORTS_ATTACK
from fileroom.law.vocabulary import incident

law = Chapter(__name__)

BY_A_VENDOR = incident.holder.is_(Holder.VENDOR_FOR_DISTRICT, Holder.VENDOR_FOR_ITSELF)

law.obliges(
    DutyCode.TELL_OWNER_AT_ONCE,
    when=NOTIFIES & TAKEN & PERSONAL_INFORMATION & incident.holder.is_(Holder.VENDOR_FOR_DISTRICT),
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
    when=NOTIFIES & A_BREACH & ~NOBODY_ASKS_TO_WAIT,
    says="Write down which agency asked and when; tell the people promptly once it says that a notice does no harm.",
    cites=c.CIV_1798_29_C,
)

law.obliges(
    DutyCode.KEEP_THE_ANALYSIS,
    when=(NOTIFIES | REPORTS_ATTACK) & incident.acquisition.is_(Acquisition.NOT_BELIEVED),
    says="Keep the evidence by which it is believed that nothing was taken.",
    cites=c.CIV_1798_29_A,
)

law.obliges(
    DutyCode.NOTIFY_BREACH,
    when=REPORTS_ATTACK & A_BREACH,
    says="The report replaces no notice: the people whose information was taken are told as well.",
    cites=c.CIV_1798_29_A,
)
