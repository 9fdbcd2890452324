"""The classes of a student's records (5 CCR 430, 432), as the rules ask for them: with what the regulation
says of a thing whatever class somebody gives it."""

from __future__ import annotations

from fileroom.law.catalogue import CLASS_OF_KIND, NEVER_ASKED_FOR, NEVER_PERMANENT
from fileroom.law.facts import RecordClass, RecordKind
from fileroom.law.figures import FIGURES
from fileroom.law.vocabulary import record, record_class

NEVER_TAKEN_IN = record.kind.is_(*NEVER_ASKED_FOR)
# With three years a test result passes from the interim records to the permitted ones.
MOVED = record.kind.is_(RecordKind.TEST_RESULTS) & record.years_since_test.at_least(
    FIGURES["test_results_stay_interim"].value
)
CALLED_PERMANENT = record_class.is_(RecordClass.PERMANENT)
LISTED_AS_PERMANENT = ~record.kind.is_(*sorted(NEVER_PERMANENT))
PERMANENT = CALLED_PERMANENT & LISTED_AS_PERMANENT & ~NEVER_TAKEN_IN
INTERIM = record_class.is_(RecordClass.INTERIM) & ~NEVER_TAKEN_IN & ~MOVED
CLASSED_PERMITTED = record_class.is_(RecordClass.PERMITTED) & ~NEVER_TAKEN_IN
PERMITTED = CLASSED_PERMITTED | MOVED
# The regulation lists no such item as it stands: of which class it is, whoever keeps it, or lets it go, says.
OF_NO_CLASS_YET = record.kind.is_(*(it for it in RecordKind if it not in CLASS_OF_KIND and it not in NEVER_ASKED_FOR))
