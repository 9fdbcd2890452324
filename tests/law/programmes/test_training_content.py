"""What counts as the training."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.checklists import CHECKLISTS
from tests.law.worlds import ask, because, missing

SUBJECTS = {
    "student_information": "training_in_student_information",
    "cybersecurity": "training_in_cybersecurity",
    "special_education_records": "training_in_special_education_records",
}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_it_counts_with_all_its_topics_and_without_any_of_them_it_does_not(subject: str) -> None:
    topics = list(CHECKLISTS[SUBJECTS[subject]].items)
    facts = {"training__subject": subject}
    assert ask("trained", training__topics=topics, **facts).outcome is Outcome.MAY
    for topic in topics:
        lacking = ask("trained", training__topics=[it for it in topics if it != topic], **facts)
        assert lacking.outcome is Outcome.NO
        assert lacking.says.startswith("It counts when it has covered")


def test_what_is_never_asked_for_is_part_of_it() -> None:
    says = CHECKLISTS["training_in_student_information"].items["what_is_not_asked_for"]
    assert "Social Security" in says
    assert "immigration status" in says


def test_what_completes_no_checklist_counts_for_none() -> None:
    nothing = ask("trained", training__subject=None, training__topics=["gathering"])
    assert because(nothing) == ["programmes.training_content.whatever_its_subject"]


def test_what_it_covered_is_asked() -> None:
    assert missing(ask("trained", training__topics=None)) == ["training.topics"]
