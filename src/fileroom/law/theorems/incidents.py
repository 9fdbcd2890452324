"""Incidents, notices, trainings, protocols: what is owed whatever else is known, and what never goes out or counts."""

from __future__ import annotations

from fileroom.law.casework.orders_received import AN_ORDER_IS_SHOWN, HANDS_IN
from fileroom.law.codes import DutyCode
from fileroom.law.facts import NoticeItem, NoticeKind, NoticeMethod, Subject, Topic
from fileroom.law.kernel.proof import Theorem
from fileroom.law.phrases import FOR_IMMIGRATION, IS_PARENT
from fileroom.law.programmes import (
    annual_notice_directory,
    annual_notices,
    breach_notices,
    order_protocols,
    training,
    training_content,
)
from fileroom.law.programmes.breach_copies import AGENCY
from fileroom.law.programmes.breach_notices import NUMBERS_TAKEN
from fileroom.law.programmes.breaches import (
    A_BREACH,
    NOBODY_ASKS_TO_WAIT,
    NOTIFIES,
    OF_A_BUSINESS,
    OF_ANOTHER,
    OF_THE_DISTRICTS_DATA,
    READABLE,
)
from fileroom.law.programmes.cyberattacks import ATTACKED, REPORTS_ATTACK
from fileroom.law.programmes.enforcement_on_site import ON_SITE
from fileroom.law.programmes.notices import OF_THE_HOME, SENDS_NOTICE, TO_ONE, TO_WHOMEVER_IT_TOUCHES
from fileroom.law.theorems.shapes import follows, granted, never, never_follows, never_without, not_refused
from fileroom.law.vocabulary import contact_only, incident, notice, other, restrained, rights_terminated
from fileroom.law.vocabulary import training as trains

NO_NAMES = ~incident.report_names_people.holds
ELECTRONIC = notice.method.is_(NoticeMethod.ELECTRONIC)
UNASKED = ~notice.electronic_asked_for.holds
MANY = ~incident.residents.at_most(AGENCY.value)

THEOREMS: tuple[Theorem, ...] = (
    granted(
        "every_cyberattack_is_reported",
        "A report of a cyberattack that names nobody is never refused, however few it touches and on whatever day.",
        REPORTS_ATTACK & ATTACKED & NO_NAMES,
    ),
    never(
        "no_report_of_a_cyberattack_names_anybody",
        "A report of a cyberattack never goes out with a name in it.",
        REPORTS_ATTACK & incident.report_names_people.holds,
    ),
    not_refused(
        "to_tell_of_a_breach_is_never_refused",
        "Nobody is ever refused to tell people that their information was taken.",
        NOTIFIES,
    ),
    granted(
        "a_breach_is_told",
        "Where personal information was taken in readable form the notice is granted, whoever held it.",
        NOTIFIES & A_BREACH & (OF_THE_DISTRICTS_DATA | OF_A_BUSINESS | OF_ANOTHER) & NOBODY_ASKS_TO_WAIT,
    ),
    follows(
        "a_reported_attack_that_took_information_is_told_too",
        "Where an attack that is reported took personal information, the notice to the people follows.",
        DutyCode.NOTIFY_BREACH,
        REPORTS_ATTACK & A_BREACH,
    ),
    follows(
        "a_breach_by_attack_is_reported_too",
        "Where people are told of a breach that was a cyberattack, the report of it follows.",
        DutyCode.REPORT_CYBERATTACK,
        NOTIFIES & ATTACKED,
    ),
    follows(
        "more_than_500_and_the_attorney_general_has_a_copy",
        "Where more than 500 residents are told of a breach, a sample copy to the Attorney General follows.",
        DutyCode.COPY_TO_ATTORNEY_GENERAL,
        NOTIFIES & A_BREACH & (OF_THE_DISTRICTS_DATA | OF_A_BUSINESS) & MANY,
    ),
    never_follows(
        "up_to_500_and_no_copy_is_owed",
        "Where 500 residents or fewer are told, no copy to the Attorney General follows.",
        DutyCode.COPY_TO_ATTORNEY_GENERAL,
        NOTIFIES & incident.residents.at_most(AGENCY.value),
    ),
    never_follows(
        "what_was_encrypted_asks_for_no_copy",
        "Of what was encrypted, its key safe, no copy to the Attorney General follows.",
        DutyCode.COPY_TO_ATTORNEY_GENERAL,
        NOTIFIES & ~READABLE,
    ),
    never_without(
        "a_breach_notice_says_what_happened",
        "No notice of a breach goes out that does not say what happened.",
        breach_notices.OF_A_BREACH,
        notice.items.has(NoticeItem.WHAT_HAPPENED),
    ),
    never_without(
        "a_breach_of_numbers_names_the_credit_bureaus",
        "Where Social Security or identification numbers were taken, no notice goes out without the credit bureaus.",
        breach_notices.OF_A_BREACH & NUMBERS_TAKEN,
        notice.items.has(NoticeItem.CREDIT_BUREAUS),
    ),
    never(
        "no_notice_by_electronic_means_unasked",
        "The notice of rights and the notice of a breach never go by electronic means to whoever has not asked for it.",
        SENDS_NOTICE & notice.kind.is_(NoticeKind.ANNUAL_RIGHTS, NoticeKind.BREACH) & ELECTRONIC & UNASKED,
    ),
    never(
        "no_notice_tells_of_others",
        "No notice, of whatever kind, names or shows somebody else than its recipient.",
        SENDS_NOTICE & notice.names_people.holds,
    ),
    never(
        "no_restrained_party_is_sent_a_notice",
        "No notice that is not for everybody goes to whom an order bars from the child's records.",
        TO_ONE & restrained.holds,
    ),
    never(
        "no_notice_serves_immigration_enforcement",
        "No notice that is not for everybody is ever sent for immigration enforcement.",
        TO_ONE & FOR_IMMIGRATION,
    ),
    never(
        "no_notice_goes_where_a_court_has_ended_the_rights",
        "No notice that is not for everybody, but of a breach or of enforcement on site, goes to a parent whose rights"
        " a court has ended.",
        TO_ONE & IS_PARENT & rights_terminated.holds & ~TO_WHOMEVER_IT_TOUCHES,
    ),
    never_without(
        "the_notice_of_rights_tells_of_the_right_of_access",
        "No notice of rights goes out without the right of access.",
        annual_notices.OF_RIGHTS,
        notice.items.has(NoticeItem.RIGHT_OF_ACCESS),
    ),
    granted(
        "a_whole_notice_of_rights_goes_by_mail",
        "A notice of rights with all that the law asks for goes by mail to every family whose rights stand, whom no"
        " order bars or keeps away.",
        annual_notices.OF_RIGHTS
        & annual_notices.BY_STATE_LAW
        & annual_notices.BY_FEDERAL_LAW
        & annual_notices.OF_2026.all_in(notice.items)
        & annual_notice_directory.OF_THE_DIRECTORY.all_in(notice.items)
        & notice.method.is_(NoticeMethod.MAIL)
        & ~notice.names_people.holds
        & OF_THE_HOME
        & ~FOR_IMMIGRATION
        & ~contact_only.holds
        & ~restrained.holds,
    ),
    not_refused(
        "word_of_enforcement_on_site_that_names_nobody_is_never_refused",
        "A notice that immigration enforcement is on a school's site, naming nobody, is refused to nobody but"
        " immigration enforcement, a restrained party, and one whom an order keeps away where counsel says no.",
        ON_SITE & ~notice.names_people.holds & ~restrained.holds & ~FOR_IMMIGRATION,
        unless=(contact_only.holds & other.counsel_cleared.is_(False),),
    ),
    not_refused("no_training_is_refused", "Nobody is ever refused a training.", training.TRAINS),
    never_without(
        "training_counts_only_with_what_is_not_asked_for",
        "No training in student information counts that leaves out what is not asked for.",
        training_content.COMPLETES & trains.subject.is_(Subject.STUDENT_INFORMATION),
        trains.topics.has(Topic.WHAT_IS_NOT_ASKED_FOR),
    ),
    never_without(
        "protocols_have_their_three_parts",
        "No protocols for orders are adopted that lack one of their three parts.",
        order_protocols.ADOPTS,
        order_protocols.ALL_PARTS,
    ),
    granted(
        "an_order_is_taken_whatever_the_protocols_lack",
        "An order handed in is taken, whether or not the district's protocols are finished.",
        HANDS_IN & AN_ORDER_IS_SHOWN & ~order_protocols.ALL_PARTS,
    ),
)
