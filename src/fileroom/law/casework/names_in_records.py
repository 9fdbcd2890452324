"""A former student's new name in whatever record bears the old one: the name changes on proof, and nothing else."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.challenges import IS_OF_THE_FAMILY
from fileroom.law.casework.names import ASKED_BY_THOSE_CONCERNED, NAME_IN_A_RECORD
from fileroom.law.disclosure.students import THE_STUDENT
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import IS_STAFF

law = Chapter(__name__)

law.compels(
    "former_student_with_proof",
    when=NAME_IN_A_RECORD & (ASKED_BY_THOSE_CONCERNED | THE_STUDENT),
    claimed=NAME_IN_A_RECORD & (IS_OF_THE_FAMILY | IS_STAFF),
    says="On government-issued proof a former student's records bear the new name, the transcript among them. No mark,"
    " no credit and no judgement changes.",
    cites=c.EC_49062_5,
)
