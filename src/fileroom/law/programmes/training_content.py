"""What counts as the training: it has covered all that its checklist names, above all what is never asked for."""

from __future__ import annotations

from fileroom.law.checklists import CHECKLISTS
from fileroom.law.facts import Action, Subject
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import action, training

law = Chapter(__name__)

COMPLETES = action.is_(Action.COMPLETE_TRAINING)
INFORMATION, CYBERSECURITY = CHECKLISTS["training_in_student_information"], CHECKLISTS["training_in_cybersecurity"]
SPECIAL_EDUCATION = CHECKLISTS["training_in_special_education_records"]
OF_INFORMATION = COMPLETES & training.subject.is_(Subject.STUDENT_INFORMATION)
OF_CYBERSECURITY = COMPLETES & training.subject.is_(Subject.CYBERSECURITY)
ON_SPECIAL_EDUCATION_RECORDS = COMPLETES & training.subject.is_(Subject.SPECIAL_EDUCATION_RECORDS)

law.allows(
    "in_student_information",
    when=OF_INFORMATION & INFORMATION.all_in(training.topics),
    says="It covered gathering, handling and what is not asked for: it counts.",
    cites=INFORMATION.citation,
)

law.allows(
    "in_cybersecurity",
    when=OF_CYBERSECURITY & CYBERSECURITY.all_in(training.topics),
    says="It covered cybersecurity and how student records are protected from breaches: it counts.",
    cites=CYBERSECURITY.citation,
)

law.allows(
    "in_special_education_records",
    when=ON_SPECIAL_EDUCATION_RECORDS & SPECIAL_EDUCATION.all_in(training.topics),
    says="It covered the State's policies on confidentiality: it counts.",
    cites=SPECIAL_EDUCATION.citation,
)

law.closes(
    "information_lacking",
    when=OF_INFORMATION,
    says="It counts when it has covered gathering, handling, and which information is not asked for.",
    cites=INFORMATION.citation,
)

law.closes(
    "cybersecurity_lacking",
    when=OF_CYBERSECURITY,
    says="It counts when it has covered cybersecurity and the ways to protect student records from breaches.",
    cites=CYBERSECURITY.citation,
)

law.closes(
    "special_education_lacking",
    when=ON_SPECIAL_EDUCATION_RECORDS,
    says="It counts when it has covered the State's policies and procedures on confidentiality.",
    cites=SPECIAL_EDUCATION.citation,
)

law.closes(
    "whatever_its_subject",
    when=COMPLETES,
    says="It counts when it has covered all that the checklist of its subject names.",
    cites=INFORMATION.citation,
)
