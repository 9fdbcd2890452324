"""What a file was opened or asked for, in words for families, and the law where that reason is a right of its own."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

WHY: Mapping[str, str | Promise] = {
    "educational_interest": gettext_lazy("For the work of the school with this student"),
    "inspection": gettext_lazy("The right of a parent to see the file"),
    "self_inspection": gettext_lazy("The student's own right to see the file"),
    "enrolment": gettext_lazy("For enrollment"),
    "enrolment_transfer": gettext_lazy("For a transfer between schools"),
    "correction": gettext_lazy("To correct the file"),
    "school_safety": gettext_lazy("For safety at the school"),
    "court_process": gettext_lazy("A court's order or subpoena"),
    "litigation": gettext_lazy("For a lawsuit or a claim"),
    "private_service": gettext_lazy("For a service the family arranged"),
    "care_of_child": gettext_lazy("For the care of the child"),
    "education_decisions": gettext_lazy("For decisions about schooling"),
    "case_plan": gettext_lazy("For a case plan"),
    "health_or_safety_emergency": gettext_lazy("In an emergency to health or safety"),
    "law_enforcement": gettext_lazy("For police work"),
    "criminal_investigation": gettext_lazy("For a criminal investigation"),
    "ward_investigation": gettext_lazy("For an investigation of a juvenile court"),
    "truancy": gettext_lazy("About truancy"),
    "financial_aid": gettext_lazy("For financial aid"),
    "employment_check": gettext_lazy("For a job"),
    "benefit_eligibility": gettext_lazy("For a public benefit"),
    "audit_or_evaluation": gettext_lazy("For an audit or evaluation"),
    "study": gettext_lazy("For a study"),
    "kidnapping_investigation": gettext_lazy("For the search for a kidnapped child"),
    "own_research": gettext_lazy("For somebody's own research"),
    "recruitment": gettext_lazy("For recruiting"),
    "news": gettext_lazy("For the news"),
    "marketing": gettext_lazy("For advertising"),
    "fundraising": gettext_lazy("For fund-raising"),
    "registry": gettext_lazy("For a registry of people"),
    "private_interest": gettext_lazy("For a private interest"),
    "child_welfare_investigation": gettext_lazy("For a child-welfare inquiry"),
    "immigration_enforcement": gettext_lazy("For immigration enforcement"),
    "operator_deletion": gettext_lazy("On the family’s own request, which is the consent to it"),
    "none_stated": gettext_lazy("No reason was given"),
}
# Where the reason is a right or a duty of its own: from which law, for families.
WHY_BY_LAW = {
    "educational_interest": "Ed. Code 49076(a)(1)(A)",
    "inspection": "Ed. Code 49069.7",
    "self_inspection": "Ed. Code 49061, 49076",
    "court_process": "Ed. Code 49077",
    "operator_deletion": "Ed. Code 49075",
    "health_or_safety_emergency": "Ed. Code 49076(a)(2)(A)",
}
