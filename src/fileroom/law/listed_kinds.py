"""What a list of persons is never made of, what its own keeper alone lists, and what may give an origin away: phrases
for the chapter on lists."""

from __future__ import annotations

from fileroom.law.collection.social_security_numbers import A_NUMBER
from fileroom.law.collection.taxpayer_numbers import A_TAXPAYER_NUMBER
from fileroom.law.disclosure.names_and_gender import CHANGE_OF_NAME
from fileroom.law.disclosure.proceedings import DECIDES
from fileroom.law.disclosure.restraining_orders import THE_ORDER_ITSELF
from fileroom.law.disclosure.social_media_captures import CAPTURES, LISTED_FOR_THE_PROGRAM
from fileroom.law.facts import Purpose, RecordKind
from fileroom.law.phrases import CLEARED_BY_COUNSEL, IS_APART, IS_CUSTODIAN
from fileroom.law.vocabulary import purpose, record

# Whoever has a taxpayer number has no Social Security number: a list by it is one of those without a status.
NEVER_LISTED = A_NUMBER | A_TAXPAYER_NUMBER | record.kind.is_(RecordKind.ACCESS_LOG) | IS_APART

# What one office sees, no other office lists (Fam. Code 6323.5, Ed. Code 49070(c), 49073.6).
THE_CUSTODIANS = CHANGE_OF_NAME | THE_ORDER_ITSELF
A_CHALLENGE = record.kind.is_(RecordKind.CHALLENGE_FILE)
BY_WHO_SEES_IT = (
    (~THE_CUSTODIANS | IS_CUSTODIAN) & (~A_CHALLENGE | DECIDES) & (~CAPTURES | LISTED_FOR_THE_PROGRAM)
)  # fmt: skip

# No table says whether these make a list by origin: moves and a paper of birth may tell of one, and the place of birth
# goes with the whole. Moves are listed for the program that asks for them (34 CFR 200.81).
MAY_TELL_AN_ORIGIN = record.kind.is_(
    RecordKind.MIGRATORY_MOVES, RecordKind.PROOF_OF_AGE, RecordKind.CUMULATIVE_FILE, RecordKind.PERMANENT_RECORD
)
OF_MOVES = record.kind.is_(RecordKind.MIGRATORY_MOVES) & purpose.is_(Purpose.MIGRANT_EDUCATION)
TELLS_NO_ORIGIN = ~MAY_TELL_AN_ORIGIN | OF_MOVES | CLEARED_BY_COUNSEL
