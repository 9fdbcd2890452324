"""The notice of a breach itself: its title, headings and content, and the ways in which it may go."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.checklists import CHECKLISTS
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Holder, NoticeKind, NoticeMethod, Taken
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.programmes.notices import SENDS
from fileroom.law.vocabulary import incident, notice

law = Chapter(__name__)

WHOLE, NUMBERS = CHECKLISTS["breach"], CHECKLISTS["breach_of_numbers"]
OFFER = CHECKLISTS["breach_of_numbers_by_a_business"]
OF_A_BREACH = SENDS & notice.kind.is_(NoticeKind.BREACH)
NUMBERS_TAKEN = incident.data.has(Taken.SSN, Taken.GOVERNMENT_ID_NUMBER)
BY_SUBSTITUTE = notice.method.is_(NoticeMethod.SUBSTITUTE)
TOO_COSTLY = ~notice.cost.at_most(FIGURES["breach_substitute_notice_cost"].value)
TOO_MANY = ~incident.residents.at_most(FIGURES["breach_substitute_notice_people"].value)

law.allows(
    "with_all_it_needs",
    when=OF_A_BREACH & WHOLE.all_in(notice.items),
    says="A notice with the title, the headings and the content of the law may go, in type of at least"
    f" {FIGURES['breach_notice_type_size'].within}.",
    cites=WHOLE.citation,
)

law.forbids(
    "without_the_credit_bureaus",
    when=OF_A_BREACH & NUMBERS_TAKEN & ~NUMBERS.all_in(notice.items),
    says="Social Security or identification numbers were taken: the notice gives the credit bureaus' toll-free numbers"
    " and addresses.",
    cites=NUMBERS.citation,
)

law.forbids(
    "without_the_offer_of_a_business",
    when=OF_A_BREACH & NUMBERS_TAKEN & incident.holder.is_(Holder.VENDOR_FOR_ITSELF) & ~OFFER.all_in(notice.items),
    says="A business that was the source offers identity theft prevention and mitigation, free, for no less than"
    f" {FIGURES['breach_mitigation_offer'].within}. A district is not asked to.",
    cites=OFFER.citation,
)

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

law.closes(
    "something_is_lacking",
    when=OF_A_BREACH,
    says="The notice lacks something the law asks for. Hold it against the checklist, complete it, and send it.",
    cites=WHOLE.citation,
)
