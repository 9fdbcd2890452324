"""What a court's paper does not reach, and what is owed."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.phrases import KEPT_APART
from tests.law.worlds import ask, because, duties, missing

ORDER = {"kind": "court_order", "signed_by_judge": True, "names_these_records": True, "valid_on": True}
BY_ANOTHER_RULE = ("counselling_confidence", "sealed_juvenile_record")


@pytest.mark.parametrize("kind", [kind.value for kind in KEPT_APART if kind not in BY_ANOTHER_RULE])
def test_what_lies_apart_goes_through_counsel_even_on_a_courts_paper(kind: str) -> None:
    asked = {"record__kind": kind, "requester__kind": "court"}
    waiting = ask("court", **asked)
    assert waiting.outcome is Outcome.NEEDS_MORE
    assert missing(waiting) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waiting)
    assert ask("court", other__counsel_cleared=True, **asked).granted
    assert ask("court", other__counsel_cleared=False, **asked).outcome is Outcome.NO


@pytest.mark.parametrize(
    ("record", "owed"),
    [
        ({"kind": "address"}, True),
        ({"kind": "contact_and_household"}, True),
        ({"kind": "directory_information", "fields": ["email"]}, True),
        ({"kind": "directory_information", "fields": ["name"]}, False),
        ({"kind": "attendance"}, False),
    ],
)
def test_confidentiality_is_agreed_where_contact_information_is_sought(record: dict[str, object], owed: bool) -> None:
    assert ("agree_confidentiality" in duties(ask("court", record=record))) is owed


def test_a_copy_with_affidavit_does_in_place_of_appearing_once_it_is_granted() -> None:
    assert "certify_copy" in duties(ask("court"))
    assert "certify_copy" not in duties(ask("court", papers=[{**ORDER, "valid_on": False}]))


def test_silence_is_looked_at_again_when_the_order_ends() -> None:
    silenced = ask("court", papers=[{**ORDER, "nondisclosure_order": True}])
    assert {"do_not_notify_parent", "review_at_expiry"} <= duties(silenced)
    assert "review_at_expiry" not in duties(ask("court"))


def test_an_unsigned_paper_is_told_from_one_out_of_scope() -> None:
    assert because(ask("court", papers=[{**ORDER, "signed_by_judge": False}])) == [
        "disclosure.court_process_limits.unsigned"
    ]
    for lack in ("valid_on", "names_these_records"):
        assert because(ask("court", papers=[{**ORDER, lack: False}])) == [
            "disclosure.court_process_limits.out_of_scope_or_force"
        ]


def test_of_a_safe_at_home_familys_true_address_confidentiality_is_agreed_too() -> None:
    for cleared in (True, None):
        decision = ask("court", record__kind="actual_address", other__counsel_cleared=cleared)
        assert "agree_confidentiality" in duties(decision)
    assert "agree_confidentiality" not in duties(ask("court", record__kind="actual_address", papers=[]))
