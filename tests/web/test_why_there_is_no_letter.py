"""A letter that waits for a paper is no "must": whoever stands at the counter reads that it is not given yet."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.programmes.vendors.test_enrolment_end_letters import leaves


def test_a_right_whose_paper_is_missing_is_not_yet_a_letter(town: make.Town) -> None:
    today = timezone.localdate()
    office, aunt = make.staffed("office", "administrator", None), make.contact("Inés", "Vega")
    make.relationship(town.ana, aunt, verified=False)
    make.change(town.spell, entered_on=today - timedelta(days=300))
    leaves(town.spell, today - timedelta(days=60))
    said = form(
        asked_by=str(aunt.id), identity_checked="on", operator="Reading Star, Inc.", ccpa="yes",
        asked_on=today.isoformat(), language="en",
    )  # fmt: skip
    answer = browser(office.by).post(f"/students/{town.ana.id}/deletion/", said)
    assert answer.status_code == 403
    told = words(answer.content.decode())
    assert "Must issue, but not yet" in told and "show how you are related" in told
