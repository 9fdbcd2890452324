"""The notice of a breach itself: its title, its headings and its content."""

from __future__ import annotations

from fileroom.law.checklists import CHECKLISTS
from fileroom.law.facts import Holder, NoticeKind, Taken
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter
from fileroom.law.programmes.notices import SENDS_NOTICE
from fileroom.law.vocabulary import incident, notice

law = Chapter(__name__)

WHOLE, NUMBERS = CHECKLISTS["breach"], CHECKLISTS["breach_of_numbers"]
OFFER = CHECKLISTS["breach_of_numbers_by_a_business"]
OF_A_BREACH = SENDS_NOTICE & notice.kind.is_(NoticeKind.BREACH)
NUMBERS_TAKEN = incident.data.has(Taken.SSN, Taken.GOVERNMENT_ID_NUMBER)

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

law.closes(
    "something_is_lacking",
    when=OF_A_BREACH,
    says="The notice lacks something the law asks for. Hold it against the checklist, complete it, and send it.",
    cites=WHOLE.citation,
)
