"""The ways in which the notice of a breach may go: by letter, electronically where agreed, or by its substitute."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import NoticeMethod
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.programmes.breach_notices import OF_A_BREACH
from fileroom.law.vocabulary import incident, notice

law = Chapter(__name__)

BY_SUBSTITUTE = notice.method.is_(NoticeMethod.SUBSTITUTE)
TOO_COSTLY = ~notice.cost.at_most(FIGURES["breach_substitute_notice_cost"].value)
TOO_MANY = ~incident.residents.at_most(FIGURES["breach_substitute_notice_people"].value)

law.forbids(
    "electronic_unless_agreed",
    when=OF_A_BREACH & notice.method.is_(NoticeMethod.ELECTRONIC) & ~notice.electronic_asked_for.holds,
    says="By electronic means only to whoever has agreed to it. Write a letter.",
    cites=c.CIV_1798_29_I,
)

law.forbids(
    "to_the_account_that_was_taken",
    when=OF_A_BREACH & notice.to_the_breached_account.holds,
    says="Whoever took the password reads that account. Tell its owner another way.",
    cites=c.CIV_1798_29_I,
)

law.forbids(
    "substitute_without_a_ground",
    when=OF_A_BREACH & BY_SUBSTITUTE & ~(TOO_COSTLY | TOO_MANY | notice.contact_data_lacking.holds),
    says=f"In place of letters only where they would cost more than {FIGURES['breach_substitute_notice_cost'].within},"
    f" where more than {FIGURES['breach_substitute_notice_people'].within} are told, or where addresses are lacking.",
    cites=c.CIV_1798_29_I,
)

law.obliges(
    DutyCode.SUBSTITUTE_NOTICE_IN_FULL,
    when=OF_A_BREACH & BY_SUBSTITUTE,
    upon=Upon.GRANT,
    says="All of it: e-mail where there is an address, a prominent page on the web site for at least"
    f" {FIGURES['breach_notice_on_the_web'].within}, major media in the whole state, and from an agency word to the"
    " state's Office of Information Security.",
    cites=c.CIV_1798_29_I,
)
