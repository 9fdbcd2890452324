"""Whose consent it is, by the law's own reckoning of who holds the right; and that the rules grant by no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fileroom.law.consents import given_by
from fileroom.law.days import age_on
from fileroom.law.facts import ConsentBy
from fileroom.law.rights_holders import Child, Right, Tie, TieKind, rights_holders
from tests.law.worlds import ask

ON = date(2026, 10, 19)  # the day of every example
CHILD = Child("student", born=date(2017, 3, 1))
MOTHER = Tie("mother", TieKind.PARENT, verified=True)
CONSENT = {"kind": "consent", "form": "written", "signed": True, "dated": True, "records": True, "purpose": True,
           "recipient": True}  # fmt: skip
UNSURE = st.sampled_from([True, False, None])
TIES = st.builds(
    Tie, st.just("parent"), st.sampled_from(TieKind), verified=UNSURE, legal_custody=UNSURE,
    rights_terminated=st.booleans(), restrained=UNSURE, contact_only=UNSURE, rights_limited=st.booleans(),
)  # fmt: skip
CHILDREN = st.builds(
    Child, st.just("student"), born=st.dates(date(2003, 1, 1), date(2020, 1, 1)), adjudged_incompetent=st.booleans()
)


@pytest.mark.parametrize(
    ("change", "by"),
    [
        ({}, ConsentBy.RIGHTS_HOLDER),
        ({"legal_custody": False}, ConsentBy.PARENT_WITHOUT_CUSTODY),
        ({"restrained": True}, ConsentBy.RESTRAINED_PARENT),
        ({"restrained": None}, None),
        ({"contact_only": True}, None),
        ({"contact_only": None}, None),
        ({"rights_limited": True}, None),
        ({"rights_limited": True, "legal_custody": False}, None),
        ({"verified": None}, None),
        ({"verified": False}, ConsentBy.OTHER),
        ({"rights_terminated": True}, ConsentBy.OTHER),
        ({"rights_terminated": True, "legal_custody": False}, ConsentBy.OTHER),
        ({"kind": TieKind.OTHER}, ConsentBy.OTHER),
    ],
)
def test_whoever_waits_for_counsel_signs_for_nobody(change: dict[str, object], by: ConsentBy | None) -> None:
    assert given_by(replace(MOTHER, **change), CHILD, ON) is by  # type: ignore[arg-type]


@given(tie=TIES, child=CHILDREN, own=st.booleans())
@settings(max_examples=300, deadline=None)
def test_a_consent_grants_just_where_its_giver_holds_the_right_to_consent(tie: Tie, child: Child, own: bool) -> None:
    signer = "student" if own else "parent"
    by = ConsentBy.ADULT_STUDENT if own else given_by(tie, child, ON)
    decision = ask(
        "consent",
        papers=[{**CONSENT, "by": by}],
        student__age=age_on(child.born, ON),
        student__adjudged_incompetent=child.adjudged_incompetent,
    )
    holds = any(it.person == signer and it.right is Right.CONSENT for it in rights_holders([tie], child, ON))
    assert decision.granted is holds
