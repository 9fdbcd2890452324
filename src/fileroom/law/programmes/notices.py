"""Every notice: it names nobody but whom it is sent to, and goes to nobody whom it does not concern, or whom an order
bars from the child's records; for whatever it says, it tells where the child goes to school."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.facts import Action, NoticeKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CLEARED_BY_COUNSEL, FAMILY, FOR_IMMIGRATION, IS_STAFF
from fileroom.law.vocabulary import FOSTERING, action, contact_only, notice, requester, restrained, rights_terminated

law = Chapter(__name__)

SENDS_NOTICE = action.is_(Action.SEND_NOTICE)
TO_EVERYBODY = notice.to_everybody.holds | notice.kind.is_(NoticeKind.POSTED_GUIDE)
TO_ONE = SENDS_NOTICE & ~TO_EVERYBODY
OF_THE_HOME = requester.kind.is_(*FAMILY, *FOSTERING, Who.CAREGIVER, Who.STEPPARENT) & ~rights_terminated.holds
# The letter of a breach goes to whomever the data are of (Civ. Code 1798.29), a warning of enforcement on a site to
# whoever is there, whatever they are to the school.
TO_WHOMEVER_IT_TOUCHES = notice.kind.is_(NoticeKind.BREACH, NoticeKind.ENFORCEMENT_ON_SITE)
CONCERNED = OF_THE_HOME | IS_STAFF | TO_WHOMEVER_IT_TOUCHES

law.forbids(
    "with_others_in_it",
    when=SENDS_NOTICE & notice.names_people.holds,
    says="A notice names no student and no family but the one it is sent to. Take out what tells of others, then send.",
    cites=c.EC_49076,
)

law.forbids(
    "for_immigration_enforcement",
    when=TO_ONE & FOR_IMMIGRATION,
    says="Nothing is sent to immigration enforcement: any word of a student tells of one.",
    cites=c.EC_234_7_B,
)

law.forbids(
    "to_nobody_else",
    when=TO_ONE & ~CONCERNED,
    says="A notice about a student goes to the family, where no court has ended its rights, and to the district's own"
    " people.",
    cites=c.EC_49076,
)

law.forbids(
    "to_a_restrained_party",
    when=TO_ONE & restrained.holds,
    says="A court order on file bars this person from the child's records and information.",
    cites=c.FC_6323_5,
    silent=True,
)

law.forbids(
    "to_a_party_who_stays_away",
    when=TO_ONE & contact_only.holds & ~CLEARED_BY_COUNSEL,
    says="An order keeps this person away: counsel looks, the same day, before a notice tells where the child is.",
    cites=u.STAY_AWAY_WITHOUT_A_RECORDS_CLAUSE,
    silent=True,
)

law.allows(
    "of_its_own_kind",
    when=SENDS_NOTICE & notice.kind.is_(NoticeKind.OTHER),
    says="A notice for which the law has no checklist may go, in writing.",
    cites=c.EC_48981,
)
