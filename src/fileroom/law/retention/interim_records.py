"""The clock of an interim record: third school year after classification, origin or leaving, as the board chose."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.corrections import ORDERED_REMOVED
from fileroom.law.classes import INTERIM, OF_NO_CLASS_YET
from fileroom.law.facts import InterimReading as Reading
from fileroom.law.facts import RecordKind
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import DESTROYS, IS_HELD, KEEPS_THE_RECORDS, RETAINS
from fileroom.law.vocabulary import district, record, student

law = Chapter(__name__)

THIRD = FIGURES["interim_destruction"].value
READING_A = INTERIM & district.interim_reading.is_(Reading.A)
READING_B = INTERIM & district.interim_reading.is_(Reading.B)
READING_C = INTERIM & district.interim_reading.is_(Reading.C)
DESTROYED_BY_ITS_KEEPER = DESTROYS & KEEPS_THE_RECORDS  # the years are the district's own, and nobody else's to count
USELESS_OR_LEFT = record.no_longer_needed.holds | student.former.holds
THE_LOG = record.kind.is_(RecordKind.ACCESS_LOG) & ~record.describes_nothing_kept.holds
IN_TIME = (
    (READING_A & student.school_years_since_classified.at_most(THIRD))
    | (READING_B & (record.school_years_since_origin.at_most(THIRD) | ~USELESS_OR_LEFT))
    | (READING_C & student.school_years_since_left.at_most(THIRD))
)
# While a student is enrolled a record in use is a continuing one, and is not classified (5 CCR 16022(a)).
CONTINUING_AGAIN = INTERIM & student.came_back.holds & ~student.former.holds & ~record.no_longer_needed.holds
PAST = (READING_A | READING_B | READING_C) & ~IN_TIME & ~THE_LOG & ~record.forwarded.holds & ~CONTINUING_AGAIN

law.forbids(
    "forwarded_to_the_next_school",
    when=DESTROYS & INTERIM & record.forwarded.holds & ~ORDERED_REMOVED,
    says="The interim record has gone to the next school and is on its schedule; what is left here, such as the log,"
    " is not destroyed by this clock.",
    cites=c.R_437_INTERIM,
)

law.forbids(
    "interim_past_the_third_school_year",
    when=RETAINS & KEEPS_THE_RECORDS & PAST & ~IS_HELD,
    says="An interim record is not kept beyond the third school year: the years are a last day as well as a first.",
    cites=c.R_437_INTERIM,
)

law.compels(
    "third_school_year_after_classification",
    when=DESTROYED_BY_ITS_KEEPER & READING_A & student.school_years_since_classified.at_least(THIRD),
    claimed=READING_A | OF_NO_CLASS_YET,
    says="An interim record is destroyed during the third school year after it was classified as disposable.",
    cites=c.R_437_C,
)

law.compels(
    "third_school_year_after_origin",
    when=DESTROYED_BY_ITS_KEEPER & READING_B & record.school_years_since_origin.at_least(THIRD) & USELESS_OR_LEFT,
    claimed=READING_B | OF_NO_CLASS_YET,
    says="By this board's reading an interim record goes in the third school year after it originated, once it is"
    " useless or the student has left.",
    cites=c.R_437_ORIGIN,
)

law.compels(
    "third_school_year_after_leaving",
    when=DESTROYED_BY_ITS_KEEPER & READING_C & student.school_years_since_left.at_least(THIRD),
    claimed=READING_C | OF_NO_CLASS_YET,
    says="By this board's reading an interim record goes from the third 1 July after the student left.",
    cites=c.R_437_LEAVING,
)
