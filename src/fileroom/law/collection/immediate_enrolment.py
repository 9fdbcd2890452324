"""Homeless students and students in foster care are enrolled at once, whatever papers are missing."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import REQUIRES
from fileroom.law.vocabulary import action, student

law = Chapter(__name__)

ENROLS = action.is_(Action.ENROL)
HOMELESS = student.homeless.holds
IN_FOSTER_CARE = student.foster.holds
ENROLS_AT_ONCE = HOMELESS | IN_FOSTER_CARE

law.forbids(
    "nothing_first_of_homeless_students",
    when=REQUIRES & HOMELESS,
    says="A homeless child is enrolled at once. No record, proof, vaccination or uniform is asked for first.",
    cites=c.USC_11432_C,
)

law.forbids(
    "nothing_first_of_foster_students",
    when=REQUIRES & IN_FOSTER_CARE,
    says="A child in foster care is enrolled at once. No record, proof, vaccination or fee is asked for first.",
    cites=c.EC_48853_5_F,
)

law.compels(
    "homeless_students",
    when=ENROLS & HOMELESS,
    says="A homeless child is enrolled at once, with whatever papers there are or none.",
    cites=c.USC_11432_C,
)

law.compels(
    "foster_students",
    when=ENROLS & IN_FOSTER_CARE,
    says="A child in foster care is enrolled at once, with whatever papers there are or none.",
    cites=c.EC_48853_5_F,
    clock="foster_liaison_contact",
)

law.obliges(
    DutyCode.REQUEST_RECORDS_FROM_LAST_SCHOOL,
    when=ENROLS & ENROLS_AT_ONCE,
    upon=Upon.GRANT,
    says="Ask the last school for the records yourself, at once; for a foster child within two business days.",
    cites=c.USC_11432_C,
)
