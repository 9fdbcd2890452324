"""A Class 3 record of a school year that was not classified in time: until the year for classifying it is over it may
be kept as Class 2, and so nobody must destroy it."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import A_DISTRICTS_RECORD, DESTROYS
from fileroom.law.retention.district_records import IN_ITS_THIRD_SCHOOL_YEAR, LATE

law = Chapter(__name__)

law.allows(
    "class_3_goes_or_waits",
    when=DESTROYS & IN_ITS_THIRD_SCHOOL_YEAR & LATE,
    claimed=A_DISTRICTS_RECORD,
    says="Its school year was classified late: a Class 3 record of it may go in its third school year, or be kept as"
    " Class 2 until the year for classifying is over.",
    cites=c.R_16024,
)
