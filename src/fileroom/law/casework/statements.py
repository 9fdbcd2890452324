"""A family's own words beside the record: to discipline at any time, to a challenged item as an objection."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.challenges import IS_OF_THE_FAMILY, LEGAL_CUSTODY, MAY_CHALLENGE
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action, ChallengeDecision, RecordKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import IS_PARENT, RELEASED
from fileroom.law.vocabulary import action, includes_discipline, other, record

law = Chapter(__name__)

ATTACHES = action.is_(Action.ATTACH_STATEMENT)
BY_A_REJOINDER = action.is_(Action.ADD_TO_RECORD) & record.kind.is_(RecordKind.REJOINDER)
OF_DISCIPLINE = includes_discipline.holds

law.compels(
    "to_a_record_of_discipline",
    when=ATTACHES & MAY_CHALLENGE & OF_DISCIPLINE,
    claimed=IS_OF_THE_FAMILY,
    says="A written statement or response may be added to a record that includes discipline, at any time; no ground is"
    " needed.",
    cites=c.EC_49072,
)

law.compels(
    "objection_after_a_refused_challenge",
    when=ATTACHES & MAY_CHALLENGE & other.challenge_decision.is_(ChallengeDecision.DENIED),
    claimed=IS_OF_THE_FAMILY,
    says="Whoever lost a challenge may file a written objection; it stays until the item is corrected or removed.",
    cites=c.EC_49070_D,
)

law.allows(
    "while_a_challenge_is_open",
    when=ATTACHES & MAY_CHALLENGE & other.challenge_decision.is_(ChallengeDecision.PENDING),
    claimed=IS_OF_THE_FAMILY,
    says="A rejoinder to a record that is being challenged is one of the items a district keeps.",
    cites=c.R_432_LIST,
)

law.obliges(
    DutyCode.ATTACH_STATEMENT,
    when=ATTACHES,
    upon=Upon.GRANT,
    says="Keep the statement with the record for as long as the record is kept.",
    cites=c.CFR_99_22,
)

law.obliges(
    DutyCode.ATTACH_STATEMENT,
    name="statement_goes_along",
    when=RELEASED & record.has_statement.holds,
    upon=Upon.GRANT,
    says="The family's statement goes along wherever this part is shown or sent.",
    cites=c.EC_49070_D,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=(ATTACHES | BY_A_REJOINDER) & IS_PARENT & ~LEGAL_CUSTODY,
    upon=Upon.NO_GRANT,
    says="Federal law lets either parent place a statement after a hearing: counsel sees this request.",
    cites=c.CFR_99_20,
)

law.closes(
    "after_discipline_or_a_challenge",
    when=ATTACHES,
    says="A statement goes to a record of discipline, or to an item that was challenged, from whoever holds the rights:"
    " a parent with legal custody or the adult student.",
    cites=c.EC_49072,
)
