"""Keeping the log of who has looked: who may check all of it, and who signs for an entry that is missing."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.facts import Action, RequesterKind
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import IS_CUSTODIAN
from fileroom.law.vocabulary import action, requester

law = Chapter(__name__)

CHECKS = action.is_(Action.CHECK_LOG)
EXPLAINS = action.is_(Action.EXPLAIN_GAP)
SECONDS = action.is_(Action.SECOND_GAP)

law.allows(
    "custodians_check",
    when=CHECKS & IS_CUSTODIAN,
    says="A custodian of records, of the district or of a school, may check the whole log.",
    cites=c.R_433,
)

law.closes(
    "nobody_else_checks",
    when=CHECKS,
    says="The custodian of records is responsible for the security of the records: only a custodian checks the log.",
    cites=c.R_433,
)

_EXPLAINED_BY = law.allows(
    "the_districts_custodian_explains",
    when=EXPLAINS & IS_CUSTODIAN & requester.whole_district.holds,
    says="The district's custodian of records may sign for an entry the log has lost.",
    cites=c.R_431,
)

law.closes(
    "nobody_else_explains",
    when=EXPLAINS,
    says="A lost entry is the district's to answer for: only its custodian of records signs for it.",
    cites=c.R_431,
)

_SECONDED_BY = law.allows(
    "another_custodian_or_an_administrator_signs_too",
    when=SECONDS & (IS_CUSTODIAN | requester.kind.is_(RequesterKind.ADMINISTRATOR)),
    says="Where a key was given out, another custodian of records or an administrator may sign for the lost entry too.",
    cites=c.R_433,
)

law.closes(
    "nobody_else_signs_too",
    when=SECONDS,
    says="The second signature for an entry that opened a record is a custodian's of records or an administrator's.",
    cites=c.R_433,
)

# The ledger counts a signature only where one of these let it be given: a rule that follows is added, none removed.
EXPLAINED_UNDER = frozenset({_EXPLAINED_BY.id})
SECONDED_UNDER = frozenset({_SECONDED_BY.id})
