"""The sentence that asks for a fact. It names what would settle it, and never an order or its people."""

from __future__ import annotations

from fileroom.law.facts.reading import json_name

ASKS = {
    "purpose": "What is it for? A parent or student who wants to see the file may say just that; no reason is owed.",
    "papers": "Which papers were shown? If none, say so.",
    "orders": "The office checks the file first. Call Student Records.",
    "choices": "The office checks the family's choices first.",
    "requester.kind": "Who is asking?",
    "requester.identity": "Please show something that proves who you are.",
    "requester.relationship": "Please show how you are related to the student.",
    "requester.restrained_from_records": "The office checks the file first. Call Student Records.",
    "requester.restrained_contact_only": "The office checks the file first. Call Student Records.",
    "requester.rights_terminated": "The office checks the file first. Call Student Records.",
    "requester.interest": "Which part of your work for this student needs this record?",
    "requester.has_student": "Do you serve this student: class, caseload or site?",
    "requester.tax_dependency": "Please show that the student is your dependent for federal income tax.",
    "requester.holds_education_rights": "Please show the court's appointment as educational rights holder.",
    "requester.certificated": "Does this person hold a certificated position?",
    "requester.keeps_records": "Is it the work of your office to keep pupil records?",
    "requester.designated": "Has the Superintendent designated this person to do it?",
    "requester.whole_district": "Is this person the custodian of records for the whole district?",
    "requester.age": "How old is this person?",
    "requester.investigated": "Has this person's background been investigated?",
    "requester.trained": "Has this person been trained for the task?",
    "student.age": "How old is the student on this day?",
    "student.completed_grade_10": "Has the student completed the 10th grade?",
    "student.school_years_since_classified": "In which school year was the record classified as disposable?",
    "student.months_since_left": "When did the student leave or complete the program?",
    "record.kind": "Which record?",
    "record.class": "Is the record permanent, interim or permitted?",
    "record.is_pupil_record": "Is this a pupil record, and of this student?",
    "record.shared_with": "Has anybody but its maker, or a substitute, seen the note?",
    "record.no_longer_needed": "Is the record still of use?",
    "record.part_of_federal_form": "Is the item on the federal form itself?",
    "record.separate_from_enrolment": "Is it collected apart from enrolment?",
    "other.nominee_certificated": "Does the person to be named hold a certificated position?",
    "other.counsel_cleared": "District counsel looks at this before it is answered. You will hear from the office.",
    "papers.consent.by": "Who signed the consent?",
    "papers.consent.form": "Please give the consent in writing, or electronically with proof of the signer.",
    "papers.consent.signed": "Please sign the consent.",
    "papers.consent.dated": "Please date the consent.",
    "papers.consent.records": "Please say in the consent which records.",
    "papers.consent.purpose": "Please say in the consent what for.",
    "papers.consent.recipient": "Please say in the consent who may receive them.",
    "papers.consent.authenticated": "Please prove who gave the electronic consent.",
}

QUALITIES = {
    "signed_by_judge": "Is it signed by a judge of a judicial court?",
    "names_these_records": "Does it reach these records of this student?",
    "valid_on": "Is it in force today?",
    "consumer_notice_served": "Please file proof that the family was served with the consumer notice.",
    "minor_served": "Please file proof that the student was served too.",
}


def ask(fact: str) -> str:
    """The sentence for a fact's path; for one without its own sentence, the path in plain words."""
    if fact in ASKS:
        return ASKS[fact]
    quality = fact.rpartition(".")[2]
    return QUALITIES.get(quality) or f"Please say: {json_name(quality).replace('_', ' ')}?"
