"""A former student's new name on the transcript: the name changes on proof, the marks stay as the teacher gave them."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.challenges import IS_OF_THE_FAMILY
from fileroom.law.casework.names import ASKED_BY_THOSE_CONCERNED, NAME_ON_A_TRANSCRIPT
from fileroom.law.disclosure.students import THE_STUDENT
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import IS_STAFF

law = Chapter(__name__)

law.compels(
    "former_student_with_proof",
    when=NAME_ON_A_TRANSCRIPT & (ASKED_BY_THOSE_CONCERNED | THE_STUDENT),
    claimed=NAME_ON_A_TRANSCRIPT & (IS_OF_THE_FAMILY | IS_STAFF),
    says="On government-issued proof a former student's transcript bears the new name. No mark and no credit changes.",
    cites=c.EC_49062_5,
)
