"""Surveys and tests on what families hold private: only with the parent's written permission, whoever pays."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.facts import Action, Grade
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CLEARED_BY_COUNSEL, FOR_IMMIGRATION, NOT_OF_THE_SCHOOL, consent_with
from fileroom.law.vocabulary import action, other, student

law = Chapter(__name__)

SURVEYS = action.is_(Action.SURVEY)
PRIVATE_AREAS = other.survey_protected_areas.holds
EVALUATES = other.psychological_evaluation.holds
PERMISSION = consent_with()
SEVENTH_ON = student.grade.is_(
    Grade.SEVENTH, Grade.EIGHTH, Grade.NINTH, Grade.TENTH, Grade.ELEVENTH, Grade.TWELFTH, Grade.UNGRADED_SECONDARY
)
HEALTH_STUDY = PRIVATE_AREAS & ~EVALUATES & other.anonymous.holds & ~other.survey_required.holds
PAID_AND_REQUIRED = other.ed_funded.holds & other.survey_required.holds

law.allows(
    "nothing_private_is_asked",
    when=SURVEYS & other.survey_protected_areas.is_(False) & ~EVALUATES & ~NOT_OF_THE_SCHOOL & ~FOR_IMMIGRATION,
    says="A survey of the school's own that touches nothing private needs no permission.",
    cites=c.EC_51513,
)

law.allows(
    "with_written_permission",
    when=SURVEYS & PERMISSION,
    says="The parent, or the adult student, has given written permission for this survey.",
    cites=c.EC_51513,
)

law.allows(
    "anonymous_voluntary_health_study",
    when=SURVEYS & HEALTH_STUDY & other.parents_notified.holds & SEVENTH_ON & CLEARED_BY_COUNSEL,
    claimed=HEALTH_STUDY & other.parents_notified.holds,
    says="An anonymous, voluntary study of health in grades 7 to 12, of which the parents were told in time to say no.",
    cites=c.EC_51938,
)

law.closes(
    "a_test_needs_permission",
    when=SURVEYS & EVALUATES,
    says="A behavioral, mental or emotional evaluation needs the parent's informed written consent first.",
    cites=c.EC_49091_12,
)

law.closes(
    "federal_money_and_no_choice",
    when=SURVEYS & PRIVATE_AREAS & PAID_AND_REQUIRED,
    says="A required survey paid for by the U.S. Department of Education needs the parent's written consent first.",
    cites=c.USC_1232H_B,
)

law.closes(
    "private_areas_need_permission",
    when=SURVEYS,
    says="Questions on beliefs, family life, sex, health or income need the parent's written permission first.",
    cites=c.EC_51513,
)
