"""Where nothing grants, no."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.disclosure.unwritten_grounds import HAS_A_GROUND
from fileroom.law.facts import RequesterKind
from fileroom.law.phrases import STAFF_KINDS
from tests.law.worlds import ask, because, question

WITH_A_GROUND = {
    *STAFF_KINDS,
    *(kind for kind in RequesterKind if HAS_A_GROUND.truth(question("outsider", requester__kind=kind.value))),
    "parent",
    "educational_rights_holder",
    "student",
    "former_student",
    "sarb_aide",
}


@pytest.mark.parametrize("kind", [kind for kind in RequesterKind if kind not in WITH_A_GROUND])
def test_nobody_else_sees_anything_by_asking(kind: RequesterKind) -> None:
    decision = ask("outsider", requester={"kind": kind.value, "identity": "verified"}, purpose="none_stated")
    assert decision.outcome is Outcome.NO
    assert decision.missing == ()


def test_the_refusal_says_what_would_open_a_record() -> None:
    decision = ask("outsider", requester__kind="media", purpose="news")
    assert because(decision) == ["disclosure.default_no.no_access_without_consent_or_order"]
    assert "written consent" in decision.says
