"""Collection: who enrols a child, and what may be asked for, taken in and kept out."""

from __future__ import annotations

from fileroom.law.collection import (
    admission,
    caregivers,
    catalogue_kinds,
    confidences,
    departed_parents,
    emergency_cards,
    enrolment_conditions,
    f_1_students,
    federal_aid_forms,
    fingerprint_forms,
    held_for_nothing,
    immediate_enrolment,
    immigration_status,
    kept_out_of_the_file,
    meal_applications,
    named_programs,
    number_duties,
    proofs_of_age,
    protected_traits,
    social_security_numbers,
    substitute_addresses,
    survey_limits,
    surveys,
    taxpayer_numbers,
    who_takes_in,
)
from fileroom.law.kernel.rule import Chapter

ENROLMENT: tuple[Chapter, ...] = (
    immediate_enrolment.law,
    departed_parents.law,
    caregivers.law,
    admission.law,
)

CHAPTERS: tuple[Chapter, ...] = (
    who_takes_in.law,
    protected_traits.law,
    social_security_numbers.law,
    federal_aid_forms.law,
    fingerprint_forms.law,
    taxpayer_numbers.law,
    held_for_nothing.law,
    number_duties.law,
    f_1_students.law,
    immigration_status.law,
    substitute_addresses.law,
    meal_applications.law,
    named_programs.law,
    emergency_cards.law,
    enrolment_conditions.law,
    proofs_of_age.law,
    catalogue_kinds.law,
    confidences.law,
    kept_out_of_the_file.law,
    surveys.law,
    survey_limits.law,
)
