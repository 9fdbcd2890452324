"""Who holds which right is one answer: the reckoning for a page's heading says what the rules decide, person by person
and right by right."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from fileroom.law import Decision
from fileroom.law.consents import given_by
from fileroom.law.days import age_on, of_age_by_one_count
from fileroom.law.facts import ConsentBy
from fileroom.law.figures import ADULT
from fileroom.law.rights_holders import Child, Right, Tie, TieKind, rights_holders
from tests.law.worlds import ask

ON = date(2026, 2, 28)  # a day between two counts, for whoever was born on 29 February
UNSURE = st.sampled_from([True, False, None])
TIES = st.builds(
    Tie, st.just("tie"), st.sampled_from([TieKind.PARENT, TieKind.PARENT, TieKind.EDUCATIONAL_RIGHTS_HOLDER]),
    verified=UNSURE, legal_custody=UNSURE, rights_terminated=st.booleans(), restrained=UNSURE, contact_only=UNSURE,
    rights_limited=st.booleans(), tax_dependency_proved=st.booleans(),
)  # fmt: skip
CLEAR = st.builds(
    Tie, st.just("tie"), st.just(TieKind.PARENT), verified=st.just(True), legal_custody=UNSURE, contact_only=UNSURE,
    rights_limited=st.booleans(), tax_dependency_proved=st.booleans(),
)  # fmt: skip
CHILDREN = st.builds(
    Child, st.just("student"),
    born=st.dates(date(2003, 1, 1), date(2020, 1, 1)) | st.just(date(2008, 2, 29)),
    completed_grade_10=st.booleans(), adjudged_incompetent=st.booleans(), homeless=st.booleans(),
    unaccompanied=st.booleans(), emancipated=st.booleans(), rights_passed=st.booleans(),
)  # fmt: skip

PAPER = {"kind": "consent", "form": "written", "signed": True, "dated": True, "records": True, "purpose": True,
         "recipient": True}  # fmt: skip
RECORD = "marks_and_credits"  # one by which nobody is found
STANDINGS = {True: "verified", False: "refuted", None: "claimed"}


def of_the_child(child: Child) -> dict[str, Any]:
    return {
        "student__age": age_on(child.born, ON),
        "student__grade": None,
        "student__completed_grade_10": child.completed_grade_10,
        "student__adjudged_incompetent": child.adjudged_incompetent,
        "student__homeless": child.homeless,
        "student__unaccompanied": child.unaccompanied,
        "student__emancipated": child.emancipated,
        "student__rights_passed": child.rights_passed,
        "student__attends_postsecondary": child.rights_passed,
        "student__eighteen_by_one_count": of_age_by_one_count(child.born, ADULT, ON),
        "on": ON.isoformat(),
    }


def of_the_person(tie: Tie | None) -> dict[str, Any]:
    if tie is None:
        return {"requester": {"kind": "student", "identity": "verified"}}
    appointed = tie.kind is TieKind.EDUCATIONAL_RIGHTS_HOLDER
    return {
        "orders": ["education_rights_limited"] if tie.rights_limited else [],
        "requester": {
            "kind": tie.kind.value, "identity": "verified", "relationship": STANDINGS[tie.verified],
            "legal_custody": tie.legal_custody, "rights_terminated": tie.rights_terminated,
            "restrained_from_records": tie.restrained, "restrained_contact_only": tie.contact_only,
            "may_be_restrained": tie.restrained is None or tie.contact_only is None,
            "tax_dependency": "proved" if tie.tax_dependency_proved else "none", "holds_education_rights": appointed,
        },
    }  # fmt: skip


def decided(right: Right, tie: Tie | None, child: Child) -> bool:
    facts = of_the_child(child) | of_the_person(tie)
    if right in (Right.SEE, Right.SEE_RELEVANT):
        seen = ask("parent", record__kind=RECORD, **facts)
        return seen.granted and only_relevant(seen) is (right is Right.SEE_RELEVANT)
    if right is Right.READ_LOG:
        return ask("log", **facts).granted
    if right is Right.CHALLENGE:
        return ask("challenge", **facts).granted
    if right is Right.DIRECTORY_CHOICE:
        return ask("restrict", **facts).granted
    by = ConsentBy.ADULT_STUDENT if tie is None else given_by(tie, child, ON)
    return ask("consent", papers=[{**PAPER, "by": by}], **of_the_child(child)).granted


def only_relevant(seen: Decision) -> bool:
    return "relevant_records_only" in seen.limits


def agrees(tie: Tie, child: Child) -> None:
    held = {(it.person, it.right) for it in rights_holders([tie], child, ON)}
    for person, asked in ((tie.person, tie), (child.person, None)):
        reckoned = {right for right in Right if (person, right) in held}
        assert {right for right in Right if decided(right, asked, child)} == reckoned, (person, tie, child)


@given(tie=TIES, child=CHILDREN)
@settings(max_examples=150, deadline=None)
def test_whatever_is_known_of_them_both_answers_agree(tie: Tie, child: Child) -> None:
    agrees(tie, child)


@given(tie=CLEAR, child=CHILDREN)
@settings(max_examples=150, deadline=None)
def test_both_answers_agree_of_a_parent_whom_no_records_order_bars(tie: Tie, child: Child) -> None:
    agrees(tie, child)
