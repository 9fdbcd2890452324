"""A child's age is proved by any one paper or method that the law accepts: nobody is sent for a birth certificate."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.collection.enrolment_conditions import AGE, ONE_PAPER_ONLY
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import ASKS_FOR, REQUIRES

law = Chapter(__name__)

law.forbids(
    "no_particular_paper",
    when=(ASKS_FOR | REQUIRES) & AGE & ONE_PAPER_ONLY,
    says="Any one of the accepted papers will do. No particular one may be demanded, and never all of them.",
    cites=c.EC_48002,
)
